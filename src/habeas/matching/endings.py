"""What a word's ending tells: a father's name, a surname, its masculine form, its stem; and which names are known."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from habeas.matching.sounds import Sounds, data, parted, sounds_of

_SHORT = re.compile("i(?:C|n?iCna)$")


def father_of(heard: Sounds) -> Sounds | None:
    """The father's name in a patronymic: Serik of Serikovich, Serikuly, Серікқызы. None where it is none."""
    if heard.sounds in endings("short_patronymics"):
        return _as_sounds(_SHORT.sub("", heard.sounds))
    if not heard.sounds.endswith(endings("patronymic")):
        return None
    for ending in endings("patronymic"):
        if heard.sounds.endswith(ending) and len(heard.sounds) >= len(ending) + (3 if len(ending) > 2 else 2):
            before = heard.sounds.removesuffix(ending)
            return _as_sounds(before + "k" if ending[0] == "k" and _swallowed(before) else before)
    return None


def _swallowed(before: str) -> bool:
    """True when the k of a name ran together with that of the ending: Serik and -qyzy are heard as serikizi."""
    full, _, _ = known_names()
    return before not in full and (before + "k" in full or before.endswith("be"))


def masculine(heard: Sounds) -> tuple[Sounds, int]:
    """The masculine form of a surname, and how it was written: 1 masculine, 2 feminine, 0 neither."""
    if not heard.sounds.endswith(_inflected()):
        return heard, 0
    for feminine, form in pairs("feminine"):
        if heard.sounds.endswith(feminine) and len(heard.sounds) > len(feminine) + 2:
            return _as_sounds(heard.sounds.removesuffix(feminine) + form), 2
    return heard, 1 if heard.sounds.endswith(_masculine()) else 0


@cache
def _masculine() -> tuple[str, ...]:
    return tuple(sorted({form for _, form in pairs("feminine") if len(form) > 1}))


@cache
def _inflected() -> tuple[str, ...]:
    return (*_masculine(), *(feminine for feminine, _ in pairs("feminine")))


def stem(heard: Sounds) -> Sounds:
    """A surname without the endings that make one: Akhmet of Akhmetov and Akhmetuly."""
    for ending in endings("stem") if heard.sounds.endswith(endings("stem")) else ():
        if heard.sounds.endswith(ending) and len(heard.sounds) >= len(ending) + 3:
            return _as_sounds(heard.sounds.removesuffix(ending).rstrip("i"))
    return _as_sounds(heard.sounds.rstrip("i")) if len(heard.sounds) > 4 else heard


def is_surname(sounds: str, *, sure: bool = False) -> bool:
    """True when the ending tells a surname; `sure`: beyond doubt."""
    found = endings("sure" if sure else "surname")
    return sounds.endswith(found) and any(sounds.endswith(e) and len(sounds) > len(e) + 1 for e in found)


@lru_cache(maxsize=65536)
def _as_sounds(text: str) -> Sounds:
    return parted(text)


@cache
def endings(name: str) -> tuple[str, ...]:
    """The endings of one kind as sounds, the longest first."""
    found = {sounds_of(e).sounds for e in data("names")["endings"][name].split()}
    return tuple(sorted(found, key=lambda e: (-len(e), e)))


@cache
def pairs(name: str) -> Sequence[tuple[str, str]]:
    """Pairs of endings as sounds, the longest first."""
    written = (pair.partition("=") for pair in data("names")["endings"][name].split())
    found = {(sounds_of(a).sounds, sounds_of(b).sounds) for a, _, b in written}
    return tuple(sorted(found, key=lambda p: (-len(p[0]), p)))


@cache
def known_names() -> tuple[Mapping[str, frozenset[int]], Mapping[str, frozenset[int]], Mapping[int, str]]:
    """Sounds -> the given names that are so heard; the same for everyday short forms; name -> its sex (m or f)."""
    full: dict[str, set[int]] = {}
    short: dict[str, set[int]] = {}
    sexes: dict[int, str] = {}
    text = (files("habeas.matching") / "data" / "given_names.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    for number, line in enumerate(lines):
        sex, _, rest = line.partition(" ")
        forms, _, everyday = rest.partition("|")
        sexes[number] = sex
        for table, names in ((full, forms), (short, everyday)):
            for word in names.split():
                turkic = any(c in data()["turkic"]["letters"] for c in word)
                table.setdefault(sounds_of(word.replace("-", ""), turkic=turkic).sounds, set()).add(number)
    return (
        {k: frozenset(v) for k, v in full.items()},
        {k: frozenset(v) for k, v in short.items()},
        sexes,
    )

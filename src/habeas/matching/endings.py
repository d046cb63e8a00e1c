"""What a word's ending tells: a father's name, a surname, its masculine form, its stem; and which names are known."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from habeas.matching.sounds import Sounds, data, parted, sounds_of

_SHORT = re.compile("i(?:C|n?iCna)$")


@dataclass(frozen=True, slots=True)
class Endings:
    """The endings of each kind, the longest first, that a word with some last two sounds may have: often none."""

    patronymic: tuple[str, ...]
    short_patronymics: tuple[str, ...]
    feminine: tuple[tuple[str, str], ...]
    masculine: tuple[str, ...]
    stem: tuple[str, ...]
    surname: tuple[str, ...]
    sure: tuple[str, ...]


def father_of(heard: Sounds) -> Sounds | None:
    """The father's name in a patronymic: Serik of Serikovich, Serikuly, Серікқызы. None where it is none."""
    found = father_heard(heard.sounds)
    return None if found is None else _as_sounds(found)


def father_heard(sounds: str) -> str | None:
    """`father_of` by sounds alone."""
    may = possible(sounds[-2:])
    if sounds in may.short_patronymics:
        return _SHORT.sub("", sounds)
    for ending in may.patronymic:
        if sounds.endswith(ending) and len(sounds) >= len(ending) + (3 if len(ending) > 2 else 2):
            before = sounds.removesuffix(ending)
            return before + "k" if ending[0] == "k" and _swallowed(before) else before
    return None


def _swallowed(before: str) -> bool:
    """True when the k of a name ran together with that of the ending: Serik and -qyzy are heard as serikizi."""
    full, _, _ = known_names()
    return before not in full and (before + "k" in full or before.endswith("be"))


def masculine(heard: Sounds) -> tuple[Sounds, int]:
    """The masculine form of a surname, and how it was written: 1 masculine, 2 feminine, 0 neither."""
    form, gender = masculine_heard(heard.sounds)
    return (_as_sounds(form) if gender == 2 else heard), gender


def masculine_heard(sounds: str) -> tuple[str, int]:
    """`masculine` by sounds alone."""
    may = possible(sounds[-2:])
    for feminine, form in may.feminine:
        if sounds.endswith(feminine) and len(sounds) > len(feminine) + 2:
            return sounds.removesuffix(feminine) + form, 2
    return sounds, 1 if may.masculine and sounds.endswith(may.masculine) else 0


def stem(heard: Sounds) -> Sounds:
    """A surname without the endings that make one: Akhmet of Akhmetov and Akhmetuly."""
    form = stem_heard(heard.sounds)
    return heard if len(heard.sounds) <= 4 and form == heard.sounds else _as_sounds(form)


def stem_heard(sounds: str) -> str:
    """`stem` by sounds alone."""
    for ending in possible(sounds[-2:]).stem:
        if sounds.endswith(ending) and len(sounds) >= len(ending) + 3:
            return sounds.removesuffix(ending).rstrip("i")
    return sounds.rstrip("i") if len(sounds) > 4 else sounds


def is_surname(sounds: str, *, sure: bool = False) -> bool:
    """True when the ending tells a surname; `sure`: beyond doubt."""
    may = possible(sounds[-2:])
    for ending in may.sure if sure else may.surname:  # a loop: this is asked of every word
        if sounds.endswith(ending) and len(sounds) > len(ending) + 1:
            return True
    return False


@lru_cache(maxsize=4096)
def possible(last: str) -> Endings:
    """The endings that a word with these last two sounds may have."""

    def fit(ending: str) -> bool:
        return last.endswith(ending) or ending.endswith(last)

    masculines = sorted({form for _, form in pairs("feminine") if len(form) > 1})
    return Endings(
        tuple(filter(fit, endings("patronymic"))),
        tuple(filter(fit, endings("short_patronymics"))),
        tuple(p for p in pairs("feminine") if fit(p[0])),
        tuple(filter(fit, masculines)),
        tuple(filter(fit, endings("stem"))),
        tuple(filter(fit, endings("surname"))),
        tuple(filter(fit, endings("sure"))),
    )


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

"""The words of a name: cleaned, without titles and particles, each with what its form says of its part in the name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from habeas.lexicon import repair
from habeas.matching.sounds import Sounds, data, parted, sounds_of, writes_j_for_y

MOST = 8
"""Words of a name that are compared; a longer text is no name."""
_SEPARATOR = re.compile(r"[\s/|;]+")
_DOTTED = re.compile(r"\.(?=\S)")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʻʹʺ′`´“”\"«»()[]{}<>*_"), None)
_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—−-", "-"))
_CAMEL = re.compile(r"([a-zа-яё]{3,})([A-ZА-ЯЁ][a-zа-яё]{3,})")
_LEET = re.compile(r"(?<=[^\W\d_])[0135](?=[^\W\d_])")
_DIGITS = {"0": "o", "1": "i", "3": "e", "5": "s"}
"""Digits that are typed for letters, between letters."""
_ARTICLE = re.compile(r"^(?:al|el|ul|ad|ar|as|at|az|an|ur|us|uz)-(?=\w{2})", re.I)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written and as heard. `initial` stands for a name that begins so.

    `father` is what stands before the ending of a patronymic. `capitals`: the writer set this word alone in capitals.
    """

    written: str
    heard: Sounds
    initial: bool = False
    father: Sounds | None = None
    capitals: bool = False
    surname_first: bool = False


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[Word, ...]:
    """The words of a name in its order. A comma after the first words says that they are the surname."""
    clean = _clean(name)
    turkic = any(letter in data()["turkic"]["letters"] for letter in clean)
    glide_j = not turkic and "j" in clean.lower() and writes_j_for_y(clean)
    before, comma, _after = clean.partition(",")
    first = len(_split(before)) if comma and _after.strip() else 0
    raw = _split(clean.replace(",", " "))
    mixed = any(w.isupper() and len(w) > 1 for w in raw) and not all(w.isupper() for w in raw if len(w) > 1)
    found: list[Word] = []
    son = False
    for place, word in enumerate(raw):
        low = word.lower().strip(".")
        if low in _set("patronymic_words") and found and not found[-1].initial:
            found[-1] = _patronymic(found[-1])
            continue
        if low in _set("son_of") and found and place + 1 < len(raw):
            son = True
            continue
        if low in _set("honorifics") and len(raw) > 2:
            continue
        made = _word(word, low, (turkic, glide_j), mixed and word.isupper() and len(word) > 1, place < first)
        found.append(_patronymic(made) if son else made)
        son = False
    kept = [w for w in found if w.written.lower() not in _set("particles")] if len(found) > 2 else found
    return tuple(dict.fromkeys(kept if len(kept) > 1 else found))[:MOST]


def _clean(name: str) -> str:
    text = "".join(c for c in name[:400] if unicodedata.category(c) not in ("Cf", "Cc") or c.isspace())
    plain = unicodedata.normalize("NFC", text).translate(_APOSTROPHES).translate(_HYPHENS)
    return _CAMEL.sub(r"\1 \2", _LEET.sub(lambda m: _DIGITS[m[0]], plain))


def _split(text: str) -> list[str]:
    parts = _SEPARATOR.split(_DOTTED.sub(". ", text))
    return [p for part in parts if (p := part.strip("-,: ")) and any(map(str.isalnum, p))]


def _word(word: str, low: str, style: tuple[bool, bool], capitals: bool, surname_first: bool) -> Word:
    written = repair(_ARTICLE.sub("", word).strip("."))[0]
    if low in _set("servant"):
        written = "abd"
    initial = len(low) == 1 or (len(low) == 2 and word.endswith("."))
    heard = heard_word(written.replace("-", ""), *style)
    father = None if initial or written != word.strip(".") else father_of(heard)  # al-Mosuli is nobody's son
    return Word(written, heard, initial, father, capitals, surname_first)


@lru_cache(maxsize=65536)
def heard_word(word: str, turkic: bool = False, glide_j: bool = False) -> Sounds:
    """The sounds of a word, remembered: names share their words."""
    return sounds_of(word, turkic=turkic, glide_j=glide_j)


def father_of(heard: Sounds) -> Sounds | None:
    """The father's name in a patronymic: Serik of Serikovich, Serikuly, Серікқызы. None where it is none."""
    for ending in endings("patronymic"):
        if heard.sounds.endswith(ending) and len(heard.sounds) >= len(ending) + (3 if len(ending) > 2 else 2):
            before = heard.sounds.removesuffix(ending)
            return _as_sounds(before + "k" if ending[0] == "k" and _swallowed(before) else before)
    return None


def _swallowed(before: str) -> bool:
    """True when the k of a name ran together with that of the ending: Serik and -qyzy are heard as serikizi."""
    full, _, _ = known_names()
    return before not in full and (before + "k" in full or before.endswith("be"))


def _patronymic(word: Word) -> Word:
    return Word(word.written, word.heard, False, word.heard, word.capitals, word.surname_first)


def masculine(heard: Sounds) -> tuple[Sounds, int]:
    """The masculine form of a surname, and how it was written: 1 masculine, 2 feminine, 0 neither."""
    for feminine, form in pairs("feminine"):
        if heard.sounds.endswith(feminine) and len(heard.sounds) > len(feminine) + 2:
            return _as_sounds(heard.sounds.removesuffix(feminine) + form), 2
    inflected = any(heard.sounds.endswith(form) for _, form in pairs("feminine") if len(form) > 1)
    return heard, 1 if inflected else 0


def stem(heard: Sounds) -> Sounds:
    """A surname without the endings that make one: Akhmet of Akhmetov and Akhmetuly."""
    for ending in endings("stem"):
        if heard.sounds.endswith(ending) and len(heard.sounds) >= len(ending) + 3:
            return _as_sounds(heard.sounds.removesuffix(ending).rstrip("i"))
    return _as_sounds(heard.sounds.rstrip("i")) if len(heard.sounds) > 4 else heard


def is_surname(word: Word, *, sure: bool = False) -> bool:
    """True when the ending tells a surname; `sure`: beyond doubt."""
    found = endings("sure" if sure else "surname")
    return any(word.heard.sounds.endswith(e) and len(word.heard.sounds) > len(e) + 1 for e in found)


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
def _set(name: str) -> frozenset[str]:
    return frozenset(data("names")[name].split())


@cache
def known_names() -> tuple[Mapping[str, frozenset[int]], Mapping[str, frozenset[int]], Mapping[int, str]]:
    """Sounds -> the given names that are so heard; the same for everyday short forms; name -> its sex (m or f)."""
    from importlib.resources import files

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

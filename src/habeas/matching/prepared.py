"""Names made ready: every distinct word once, every reading of a name as numbers: pairs are compared in bulk."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from habeas.matching.parses import Parse, parses_of
from habeas.matching.sounds import Sounds, coarse, data, parted
from habeas.matching.words import MOST, Word, known_names, masculine, stem, words_of

Ints = NDArray[np.int32]
SLOTS = ("given", "surname", "middle", "second", "father")
NONE = -1
_PINYIN = re.compile(
    r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|ia|ie|"
    r"iu|ua|ui|un|uo|ue|er|a|e|i|o|u))+", re.I
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """The distinct words. Texts stand in arrays of objects; `known` and `short` hold up to two given names each.

    `begins` is the first sound, `begins_as` the class of a first consonant (the vowel itself for a vowel).
    """

    sounds: NDArray[Any]
    consonants: NDArray[Any]
    classes: NDArray[Any]
    vowels: NDArray[Any]
    loose: NDArray[Any]
    bare: NDArray[np.bool_]
    initial: NDArray[np.bool_]
    pinyin: NDArray[np.bool_]
    begins: Ints
    begins_as: Ints
    known: Ints
    short: Ints
    sizes: Ints


@dataclass(frozen=True, slots=True)
class Prepared:
    """Names ready to be compared.

    `first[n]` to `first[n + 1]` are the readings of name n; `slots[reading, slot]` is a word or -1, in the order of
    `SLOTS`; `stems` are the words of the surnames' stems; `genders` 1 for a masculine, 2 for a feminine surname.
    `every[n]` are all words of name n, -1 where it has no more; `joined` is the word that they make together.
    """

    names: tuple[str, ...]
    words: Words
    first: Ints
    slots: Ints
    stems: Ints
    genders: Ints
    swapped: NDArray[np.bool_]
    every: Ints
    joined: Ints

    def __len__(self) -> int:
        return len(self.names)


class _Table:
    """Collects the distinct words. A word is told apart by its sounds and by what it stands for."""

    def __init__(self) -> None:
        self.places: dict[tuple[Sounds, bool, bool], int] = {}
        self.rows: list[tuple[Sounds, bool, bool]] = []

    def place(self, heard: Sounds, *, initial: bool = False, pinyin: bool = False) -> int:
        key = (heard, initial, pinyin)
        found = self.places.get(key)
        if found is None:
            found = self.places[key] = len(self.rows)
            self.rows.append((heard, initial, pinyin))
        return found


def prepare(names: Sequence[str]) -> Prepared:
    """The names, ready to be compared; in the order given. Any text is a name: one without letters has no parts."""
    table = _Table()
    first, slots, stems, genders, swapped, every, joined = [0], [], [], [], [], [], []
    for name in names:
        words = words_of(name)
        said = [table.place(w.heard, initial=w.initial) for w in words]
        every.append([*said, *[NONE] * (MOST - len(said))])
        joined.append(table.place(parted("".join(w.heard.sounds for w in words))))
        for parse in parses_of(name):
            row, surname_stem, gender = _row(table, parse)
            slots.append(row)
            stems.append(surname_stem)
            genders.append(gender)
            swapped.append(parse.swapped)
        first.append(len(slots))
    return Prepared(
        tuple(names),
        _words(table.rows),
        np.array(first, np.int32),
        np.array(slots, np.int32).reshape(-1, len(SLOTS)),
        np.array(stems, np.int32),
        np.array(genders, np.int32),
        np.array(swapped, np.bool_),
        np.array(every, np.int32).reshape(-1, MOST),
        np.array(joined, np.int32),
    )


def _row(table: _Table, parse: Parse) -> tuple[list[int], int, int]:
    pinyin = all(is_pinyin(w.written) for w in (parse.given, parse.surname) if w)
    surname, gender = masculine(parse.surname.heard) if parse.surname else (None, 0)
    row = [
        _place(table, parse.given, pinyin=pinyin),
        table.place(surname, initial=parse.surname.initial, pinyin=pinyin) if surname and parse.surname else NONE,
        _place(table, parse.middle),
        _place(table, parse.second),
        _father(table, parse.father),
    ]
    return row, table.place(stem(surname)) if surname else NONE, gender


def _place(table: _Table, word: Word | None, *, pinyin: bool = False) -> int:
    return table.place(word.heard, initial=word.initial, pinyin=pinyin) if word else NONE


def _father(table: _Table, word: Word | None) -> int:
    return table.place(word.father or word.heard, initial=word.initial) if word else NONE


def is_pinyin(word: str) -> bool:
    """True when a word is written in syllables of pinyin, and long enough for that to say something."""
    return len(word) > 4 and word.isascii() and word[-1] in "aeioung" and bool(_PINYIN.fullmatch(word))


def _words(rows: Sequence[tuple[Sounds, bool, bool]]) -> Words:
    heard = [h for h, _, _ in rows]
    full, short, _ = known_names()
    return Words(
        _texts(h.sounds for h in heard),
        _texts(h.consonants for h in heard),
        _texts(h.classes for h in heard),
        _texts(coarse(h.vowels) for h in heard),
        _texts(_loosened(h.classes) for h in heard),
        np.array([h.bare for h in heard], np.bool_),
        np.array([i for _, i, _ in rows], np.bool_),
        np.array([p for _, _, p in rows], np.bool_),
        np.array([ord(h.sounds[:1] or " ") for h in heard], np.int32),
        np.array([ord(_first_class(h)) for h in heard], np.int32),
        np.array([_two(full.get(h.sounds, ())) for h in heard], np.int32).reshape(-1, 2),
        np.array([_two(short.get(h.sounds, ())) for h in heard], np.int32).reshape(-1, 2),
        np.array([len(h.sounds) for h in heard], np.int32),
    )


def _first_class(heard: Sounds) -> str:
    first = heard.sounds[:1]
    return (first if first in tuple("aeiou") or not heard.classes else heard.classes[0]) or " "


def _loosened(classes: str) -> str:
    table = str.maketrans({a: b for a, _, b in (p.partition("=") for p in data()["classes"]["loose"].split())})
    return classes.translate(table)


def _two(found: Any) -> tuple[int, int]:
    some = [*sorted(found), NONE, NONE]
    return some[0], some[1]


def _texts(texts: Any) -> NDArray[Any]:
    some = list(texts)
    out = np.empty(len(some), dtype=object)
    out[:] = some
    return out

"""Names made ready: every distinct word once, every reading of a name as numbers: pairs are compared in bulk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from habeas.matching.endings import known_names
from habeas.matching.parses import Parse, readings
from habeas.matching.sounds import Sounds, coarse, data
from habeas.matching.words import MOST, Word, words_of

Ints = NDArray[np.int32]
SLOTS = ("given", "surname", "middle", "second", "father")
NONE = -1


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
    `every[n]` are all words of name n, -1 where it has no more.
    """

    names: tuple[str, ...]
    words: Words
    first: Ints
    slots: Ints
    stems: Ints
    genders: Ints
    swapped: NDArray[np.bool_]
    compound: NDArray[np.bool_]
    every: Ints

    def __len__(self) -> int:
        return len(self.names)


class _Table:
    """Collects the distinct words. A word is told apart by its sounds and by what it stands for."""

    def __init__(self) -> None:
        self.places: dict[tuple[Sounds, bool, bool], int] = {}
        nothing = (Sounds("", "", "", ""), False, False)
        self.rows: list[tuple[Sounds, bool, bool]] = [nothing]  # so that names without a word can be looked up, too
        self.known: dict[tuple[Word, bool], tuple[int, int, int, int]] = {}

    def of(self, word: Word, pinyin: bool) -> tuple[int, int, int, int]:
        """Places of the word itself, of its masculine form, of its stem, and of the father whom it names."""
        found = self.known.get((word, pinyin))
        if found is None:
            found = self.known[(word, pinyin)] = (
                self._place(word.heard, word.initial, pinyin),
                self._place(word.family, word.initial, pinyin),
                self._place(word.stem, False, False),
                self._place(word.father or word.heard, word.initial, False),
            )
        return found

    def _place(self, heard: Sounds, initial: bool, pinyin: bool) -> int:
        key = (heard, initial, pinyin)
        found = self.places.get(key)
        if found is None:
            found = self.places[key] = len(self.rows)
            self.rows.append(key)
        return found


_Row = tuple[int, int, int, int, int, int, int, bool, bool]


def prepare(names: Sequence[str]) -> Prepared:
    """The names, ready to be compared; in the order given. Any text is a name: one without letters has no parts."""
    table = _Table()
    first, rows, every = [0], [], []
    for name in names:
        words = words_of(name)
        said = [table.of(w, False)[0] for w in words]
        every += said
        every += _NOTHING[len(said)]
        rows += [_row(table, parse) for parse in readings(words)]
        first.append(len(rows))
    whole = np.array(rows, np.int32).reshape(-1, len(SLOTS) + 4)
    slots = np.ascontiguousarray(whole[:, : len(SLOTS)])
    stems, genders, swapped, compound = (np.ascontiguousarray(whole[:, len(SLOTS) + n]) for n in range(4))
    starts, said_all = np.array(first, np.int32), np.array(every, np.int32).reshape(-1, MOST)
    words_found = _words(table.rows)
    return Prepared(tuple(names), words_found, starts, slots, stems, genders, swapped > 0, compound > 0, said_all)


_NOTHING = [[NONE] * (MOST - n) for n in range(MOST + 1)]


def _row(table: _Table, parse: Parse) -> _Row:
    given, surname, middle, second, father, swapped = parse
    pinyin = (given is None or given.pinyin) and (surname is None or surname.pinyin)
    family, bare, gender = NONE, NONE, 0
    if surname is not None:
        places = table.of(surname, pinyin)
        family, bare, gender = places[1], places[2], surname.gender
    return (
        NONE if given is None else table.of(given, pinyin)[0],
        family,
        NONE if middle is None else table.of(middle, False)[0],
        NONE if second is None else table.of(second, False)[0],
        NONE if father is None else table.of(father, False)[3],
        bare,
        gender,
        swapped,
        (given is not None and given.compound) or (surname is not None and surname.compound),
    )


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

"""Many names made ready at once: each distinct word is heard once, all in one text; names of one build are read alike.

A plain name (two to four words of letters, in one case throughout) is read by the build of its words alone: which of
them end as surnames do, which are known given names, which tell a father. So the readings of one name with such words
are those of all. What is no plain name is read by itself; its words are heard with all others. The readings are those
of `named.some_names`, and a test holds both to each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from habeas.matching.endings import father_heard, is_surname, known_names, masculine_heard, stem_heard
from habeas.matching.named import COLUMNS, SLOTS, Part, some_names
from habeas.matching.parses import readings
from habeas.matching.sounds import Sounds, heard_of
from habeas.matching.spellings import NONE, PINYIN, TEXT, Ints, Numbered, Texts
from habeas.matching.words import (
    MOST,
    Style,
    Word,
    is_pinyin,
    put_together,
    raw_words,
    special_words,
    style_of,
    words_at_once,
)

WORDS = 4
"""Words of a plain name at most."""
FATHER, SURE, LIKELY, GIVEN, SPECIAL = 1, 2, 4, 8, 16
"""The build of a word is the sum of these; see `Word`."""


def _plain() -> re.Pattern[str]:
    """A name of whole words, each of one script: all with a capital first, or all in capitals."""
    title, upper = [], []
    for begin, end in ((0x41, 0x250), (0x400, 0x530)):
        letters = [chr(n) for n in range(begin, end) if chr(n).isalpha()]
        large, small = ("".join(c for c in letters if getattr(c, f"is{case}")()) for case in ("upper", "lower"))
        title.append(f"[{large}][{small}]+")
        upper.append(f"[{large}]{{2,}}")
    words = (f"(?:{'|'.join(each)})" for each in (title, upper))
    return re.compile("|".join(f"{word}(?: {word}){{0,{WORDS - 1}}}" for word in words))


PLAIN = _plain()


def many_names(names: Sequence[str], texts: Texts, *, at_once: int) -> Iterator[Part]:
    """The names in parts of so many, in their order."""
    reader = _Reader(texts)
    for start in range(0, len(names), at_once):
        yield reader.read(names[start : start + at_once])


class _Vocabulary:
    """The distinct words of one way to write, with what is known of each in `columns`."""

    HEARD, FAMILY, STEM, FATHER, GENDER, BUILD, PINYIN = range(7)

    def __init__(self, style: Style, texts: Texts) -> None:
        self.style, self.texts = style, texts
        self.numbers: Numbered[str] = Numbered()
        self.sounds: Numbered[str] = Numbered()
        self.known = np.zeros((0, 6), np.int32)
        self.columns = np.zeros((0, 7), np.int32)

    def numbers_of(self, words: Sequence[str]) -> Ints:
        """The number of each word; those not met before are heard now."""
        found = np.fromiter(map(self.numbers.__getitem__, words), np.int32, len(words))
        new = self.numbers.made[len(self.columns) :]
        if new:
            self.columns = np.concatenate([self.columns, self._columns(new)])
        return found

    def _columns(self, words: Sequence[str]) -> Ints:
        heard = heard_of([w.replace(" ", "") for w in words], turkic=self.style[0], glide_j=self.style[1])
        numbers = np.fromiter(map(self.sounds.__getitem__, heard), np.int32, len(heard))
        new = self.sounds.made[len(self.known) :]
        if new:
            self.known = np.concatenate([self.known, np.array([self._known(s) for s in new], np.int32)])
        pinyin = np.fromiter(map(is_pinyin, words), np.int32, len(words))
        found = np.concatenate([self.known[numbers], pinyin[:, None]], axis=1)
        special = np.fromiter((w.lower() in special_words() for w in words), np.int32, len(words))
        found[:, self.BUILD] += SPECIAL * special
        return found

    def _known(self, sounds: str) -> tuple[int, int, int, int, int, int]:
        """What the sounds of a word tell, in the order of the columns."""
        full, short, _ = known_names()
        father, (family, gender) = father_heard(sounds), masculine_heard(sounds)
        build = FATHER * (father is not None) + SURE * is_surname(sounds, sure=True) + LIKELY * is_surname(sounds)
        build += GIVEN * (sounds in full or sounds in short)
        said = (sounds, family, stem_heard(family), sounds if father is None else father)
        one, two, three, four = (TEXT * self.texts[s] for s in said)
        return one, two, three, four, gender, build


class _Reader:
    """Reads names part by part and remembers their words."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.vocabularies: dict[Style, _Vocabulary] = {}
        self.compounds = _Vocabulary((False, False), texts)

    def read(self, names: Sequence[str]) -> Part:
        """The readings of some names."""
        styles: dict[Style, list[int]] = {}
        for place, name in enumerate(names):
            if PLAIN.fullmatch(name):
                styles.setdefault(style_of(name), []).append(place)
        written = _Written(len(names))
        for style, places in styles.items():
            self._plain(names, np.array(places, np.int32), style, written)
        others = np.flatnonzero(written.readings == 0)
        written.put(others.astype(np.int32), self._others([names[n] for n in others.tolist()]))
        return written.part()

    def _plain(self, names: Sequence[str], places: Ints, style: Style, written: _Written) -> None:
        """Reads the plain names at `places`, but for those of them that have a word twice, or a title."""
        vocabulary = self.vocabularies.setdefault(style, _Vocabulary(style, self.texts))
        table = _table([names[n] for n in places.tolist()], vocabulary)
        build = np.where(table == NONE, 0, vocabulary.columns[table, vocabulary.BUILD])
        twice = np.zeros(len(table), np.bool_)
        for one in range(WORDS):
            for other in range(one):
                twice |= (table[:, one] == table[:, other]) & (table[:, one] != NONE)
        kept = ~twice & ~(build & SPECIAL).any(axis=1)
        table, build, places = table[kept], build[kept], places[kept]
        groups = list(_groups(table, build))
        self.compounds.numbers_of([w for g, made in groups for w in _compounds(vocabulary, table[g], made)])
        for group, made in groups:
            written.readings[places[group]] = len(made)
            for number, reading in enumerate(made):
                written.add(places[group], number, self._rows(vocabulary, table[group], reading))
        codes = np.where(table == NONE, NONE, vocabulary.columns[table, _Vocabulary.HEARD])
        written.every[places, :WORDS] = codes

    def _rows(self, vocabulary: _Vocabulary, words: Ints, reading: Build) -> Ints:
        """One reading of names of one build, whose words are `words`."""
        rows = np.full((len(words), len(COLUMNS)), NONE, np.int32)
        rows[:, len(SLOTS) + 1 :] = 0, reading.swapped, any(len(part) > 1 for part in reading.parts[:2])
        pinyin = np.ones(len(words), np.int32)
        for slot, part in enumerate(reading.parts):
            if not part:
                continue
            known = self._columns(vocabulary, words, part)
            column = _Vocabulary.FAMILY if slot == 1 else _Vocabulary.FATHER if slot == 4 else _Vocabulary.HEARD
            rows[:, slot] = known[:, column]
            if slot < 2:
                pinyin &= known[:, _Vocabulary.PINYIN]
            if slot == 1:
                rows[:, len(SLOTS)], rows[:, len(SLOTS) + 1] = known[:, _Vocabulary.STEM], known[:, _Vocabulary.GENDER]
        for slot in (0, 1):
            if reading.parts[slot]:
                rows[:, slot] += PINYIN * pinyin
        return rows

    def _columns(self, vocabulary: _Vocabulary, words: Ints, part: tuple[int, ...]) -> Ints:
        """What is known of one part of names: a word of each, or two words as one."""
        if len(part) == 1:
            return vocabulary.columns[words[:, part[0]]]
        return self.compounds.columns[self.compounds.numbers_of(_joined(vocabulary, words, part))]

    def _others(self, names: Sequence[str]) -> Part:
        """Names that are not plain: each by itself, but all their words heard at once."""
        raw = [raw_words(name) for name in names]
        styles: dict[Style, dict[str, None]] = {}
        for name in raw:
            styles.setdefault(name.style, {}).update(dict.fromkeys(name.words))
        known: dict[tuple[str, bool, bool], Word] = {}
        for style, words in styles.items():
            known |= words_at_once(list(words), style)
        return some_names([put_together(name, lambda *key: known[key]) for name in raw], self.texts)


class _Written:
    """The rows of some names as they come, in any order."""

    def __init__(self, names: int) -> None:
        self.readings = np.zeros(names, np.int32)
        self.every = np.full((names, MOST), NONE, np.int32)
        self.rows: list[tuple[Ints, int, Ints]] = []

    def add(self, names: Ints, number: int, rows: Ints) -> None:
        """Reading `number` of some names, a row each."""
        self.rows.append((names, number, rows))

    def put(self, names: Ints, part: Part) -> None:
        """All readings of some names."""
        self.readings[names], self.every[names] = part.readings, part.every
        owners = np.repeat(names, part.readings)
        within = np.arange(len(owners)) - np.repeat(part.readings.cumsum() - part.readings, part.readings)
        for number in range(int(within.max(initial=-1)) + 1):
            self.add(owners[within == number], number, part.rows[within == number])

    def part(self) -> Part:
        """All of it in the order of the names."""
        first = self.readings.cumsum() - self.readings
        rows = np.empty((int(self.readings.sum()), len(COLUMNS)), np.int32)
        for names, number, some in self.rows:
            rows[first[names] + number] = some
        return Part(self.readings, rows, self.every)


@dataclass(frozen=True, slots=True)
class Build:
    """A reading of names of one build: for each of `SLOTS` the places of its words in the name."""

    parts: tuple[tuple[int, ...], ...]
    swapped: bool


@lru_cache(maxsize=1 << 16)
def builds(words: int, build: int) -> tuple[Build, ...]:
    """The readings of a name of so many words, whose builds stand in `build`, four bits each from the lowest."""
    found = readings([_stand_in(n, build >> 4 * n & 15) for n in range(words)])
    return tuple(Build(tuple(tuple(map(int, w.written.split())) if w else () for w in f[:5]), f.swapped) for f in found)


def _stand_in(place: int, build: int) -> Word:
    """A word that says where it stands and is otherwise what its build makes of it."""
    nothing = Sounds("", "", "", "")
    father = nothing if build & FATHER else None
    sure, likely, given = bool(build & SURE), bool(build & LIKELY), bool(build & GIVEN)
    return Word(str(place), nothing, False, father, nothing, 0, nothing, sure, likely, given, False)


def _table(names: Sequence[str], vocabulary: _Vocabulary) -> Ints:
    """The numbers of the words of each name, then `NONE`."""
    many = np.fromiter((name.count(" ") + 1 for name in names), np.int64, len(names))
    table = np.full((len(names), WORDS), NONE, np.int32)
    within = np.arange(many.sum()) - np.repeat(many.cumsum() - many, many)
    table[np.repeat(np.arange(len(names)), many), within] = vocabulary.numbers_of(" ".join(names).split(" "))
    return table


def _groups(table: Ints, build: Ints) -> Iterator[tuple[NDArray[np.int64], tuple[Build, ...]]]:
    """The places of names that are read alike, and their readings."""
    many = (table != NONE).sum(axis=1)
    packed = many + (build << 4 * np.arange(1, WORDS + 1)).sum(axis=1)
    kinds, kind = np.unique(packed, return_inverse=True)
    alike: Numbered[tuple[Build, ...]] = Numbered()
    which = np.array([alike[builds(k & 15, k >> 4)] for k in kinds.tolist()], np.int32)[kind.reshape(-1)]
    for number, made in enumerate(alike.made):
        yield np.flatnonzero(which == number), made


def _compounds(vocabulary: _Vocabulary, words: Ints, made: Sequence[Build]) -> Iterator[str]:
    """The words made of two in these readings."""
    for part in {part for reading in made for part in reading.parts if len(part) > 1}:
        yield from _joined(vocabulary, words, part)


def _joined(vocabulary: _Vocabulary, words: Ints, part: tuple[int, ...]) -> list[str]:
    made = vocabulary.numbers.made
    return [f"{made[a]} {made[b].lower()}" for a, b in words[:, list(part)].tolist()]

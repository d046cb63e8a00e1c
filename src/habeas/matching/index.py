"""An index over the names of a list: built once, saved to a folder, asked for one name or for a million.

Candidates share a key (see `keys`); each is then scored. A hit says how many names of the list nothing tells apart from
it: a name alone is never a match.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from habeas.matching.evidence import score_pairs
from habeas.matching.keys import Keys, keys_of
from habeas.matching.prepared import Ints, Prepared, Words, prepare

CROWD = 400
"""Names that one key may bring to one question; of more the first are taken: namesakes that no name tells apart."""
CROWD_BY_AGE = 20_000
"""The same where births are known: of those beyond `CROWD` only who is of the same age is taken."""
AT_ONCE = 500
"""Questions that are answered in one go: bounds the memory."""


@dataclass(frozen=True, slots=True)
class NameHit:
    """A name of the list (its place there) that may be the one asked for. `namesakes`: others written just so."""

    place: int
    name: str
    probability: float
    namesakes: int


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Names of a list with their keys, sorted. `form` says for each name which names sound the same in every part."""

    prepared: Prepared
    keys: Keys
    places: Ints
    form: Ints
    alike: Ints

    def find(
        self, names: Sequence[str], *, most: int = 10, least: float = 0.1, years: tuple[Ints, Ints] | None = None
    ) -> Iterator[tuple[NameHit, ...]]:
        """For each name the likeliest of the list, at most `most`, from a probability of `least` up, in order.

        `years`: the years of birth of those asked for and of those listed (0: not known). Who was born in the same year
        or in one beside it goes before others of as likely a name, so that no namesake is cut off before birth counts.
        """
        for start in range(0, len(names), AT_ONCE):
            part = slice(start, start + AT_ONCE)
            yield from self._found(names[part], most, least, (years[0][part], years[1]) if years else None)

    def _found(
        self, names: Sequence[str], most: int, least: float, years: tuple[Ints, Ints] | None
    ) -> Iterator[tuple[NameHit, ...]]:
        asked = prepare(names)
        question, place = self.candidates(asked, years=years)
        said = score_pairs(asked, question, self.prepared, place)
        good = np.flatnonzero(said >= least)
        far = _far(years[0][question], years[1][place]) if years else np.zeros(len(said), np.bool_)
        order = good[np.lexsort((place[good], -said[good], far[good], question[good]))]
        starts = np.searchsorted(question[order], np.arange(len(names) + 1))
        for n in range(len(names)):
            yield tuple(self._hit(int(place[x]), float(said[x])) for x in order[starts[n] : starts[n + 1]][:most])

    def _hit(self, place: int, said: float) -> NameHit:
        return NameHit(place, self.prepared.names[place], said, int(self.alike[self.form[place]]) - 1)

    def candidates(self, asked: Prepared, *, years: tuple[Ints, Ints] | None = None) -> tuple[Ints, Ints]:
        """Question and place in the list, for every pair that shares a key, each once; of a crowd the first, and with
        `years` also those of the same age.
        """
        names, keys = keys_of(asked, asked=True)
        low = np.searchsorted(self.keys, keys, side="left")
        many = np.minimum(np.searchsorted(self.keys, keys, side="right") - low, CROWD_BY_AGE if years else CROWD)
        row = np.repeat(np.arange(len(keys)), many)
        within = np.arange(len(row)) - np.repeat(np.cumsum(many) - many, many)
        if years:
            near = ~_far(years[0][names[row]], years[1][self.places[low[row] + within]])
            row, within = row[near | (within < CROWD)], within[near | (within < CROWD)]
        pairs = names[row].astype(np.int64) * (len(self.prepared) + 1) + self.places[low[row] + within]
        pairs = np.unique(pairs)
        return (pairs // (len(self.prepared) + 1)).astype(np.int32), (pairs % (len(self.prepared) + 1)).astype(np.int32)


_TEXTS = ("sounds", "consonants", "classes", "vowels", "loose")


def _far(one: Ints, other: Ints) -> NDArray[np.bool_]:
    """True where both years are known and more than one apart."""
    return np.asarray((one > 0) & (other > 0) & (np.abs(one - other) > 1), np.bool_)


def build_index(names: Sequence[str]) -> NameIndex:
    """The index of these names; places count from 0 in their order."""
    prepared = prepare(names)
    places, keys = keys_of(prepared)
    order = np.argsort(keys, kind="stable")
    form, alike = _forms(prepared)
    return NameIndex(prepared, keys[order], places[order], form, alike)


def _forms(prepared: Prepared) -> tuple[Ints, Ints]:
    """For each name the number of its form (first reading, every part by its sounds), and how many names each has."""
    first = prepared.first[:-1]
    table = np.c_[prepared.slots[first][:, [0, 4]], prepared.stems[first]]
    _, form, alike = np.unique(table, axis=0, return_inverse=True, return_counts=True)
    return form.astype(np.int32).reshape(-1), alike.astype(np.int32)


def parts_of(index: NameIndex) -> tuple[dict[str, NDArray[Any]], dict[str, list[str]]]:
    """The arrays of numbers and the lists of texts that an index consists of, beside the names themselves."""
    words = {f"word_{f.name}": getattr(index.prepared.words, f.name) for f in fields(Words) if f.name not in _TEXTS}
    parts = {
        f"name_{f.name}": getattr(index.prepared, f.name) for f in fields(Prepared) if f.name not in ("names", "words")
    }
    own = {n: getattr(index, n) for n in ("keys", "places", "form", "alike")}
    texts = {n: list(getattr(index.prepared.words, n)) for n in _TEXTS}
    return {**words, **parts, **own}, texts


def index_of(found: Mapping[str, NDArray[Any]], lists: Mapping[str, list[str]], names: Sequence[str]) -> NameIndex:
    """The index that consists of these parts. Raises KeyError, TypeError, ValueError for parts of something else."""
    texts = {n: _objects(lists[n]) for n in _TEXTS}
    words = {k.removeprefix("word_"): v for k, v in found.items() if k.startswith("word_")}
    parts = {k.removeprefix("name_"): v for k, v in found.items() if k.startswith("name_")}
    prepared = Prepared(tuple(names), Words(**texts, **words), **parts)
    return NameIndex(prepared, found["keys"], found["places"], found["form"], found["alike"])


def _objects(texts: list[str]) -> NDArray[Any]:
    out = np.empty(len(texts), dtype=object)
    out[:] = texts
    return out

"""What speaks for and against two readings being one person's name, in numbers: the evidence that `evidence` weighs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA, Levenshtein
from rapidfuzz.process import cpdist

from habeas.matching.prepared import NONE, SLOTS, Ints, Prepared, Words

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]
GIVEN, SURNAME, MIDDLE, SECOND, FATHER = range(len(SLOTS))
_FULL_VOWEL, _VOICE, _TYPO = 0.45, 0.3, 0.7
"""What a different vowel, a consonant of the same class, a slip of the finger cost; another consonant costs 1."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One part of two names: whether both have it, how far apart it sounds (0: the same), and what is known of it."""

    both: Bools
    one: Bools
    equal: Bools
    cost: Floats
    initial: Bools
    initial_fits: Bools
    same_name: Bools
    other_name: Bools
    short: Bools
    bare: Bools
    pinyin: Bools
    final_a: Bools


def slot(left: Words, i: Ints, right: Words, j: Ints, *, names: bool) -> Slot:
    """Compares the words at `i` and `j`. `names`: they are given names, which a table may know."""
    both = (i != NONE) & (j != NONE)
    one = (i != NONE) != (j != NONE)
    rows = np.flatnonzero(both)  # what only some names have is compared for these alone
    found = _Both(left, i[rows], right, j[rows], names=names)
    columns = {name: _spread(len(i), rows, column) for name, column in found.columns().items()}
    return Slot(both, one, **columns)


def _spread(size: int, rows: NDArray[np.int64], column: NDArray[Any]) -> NDArray[Any]:
    """The column, with nothing in all other rows."""
    if len(rows) == size:
        return column
    whole = np.zeros(size, column.dtype)
    whole[rows] = column
    return whole


class _Both:
    """Words that both names have."""

    def __init__(self, left: Words, a: Ints, right: Words, b: Ints, *, names: bool) -> None:
        self.left, self.a, self.right, self.b, self.names = left, a, right, b, names

    def columns(self) -> dict[str, NDArray[Any]]:
        """The columns of `Slot` but the first two."""
        left, a, right, b = self.left, self.a, self.right, self.b
        initial = left.initial[a] | right.initial[b]
        equal = ~initial & _equal(left, a, right, b)
        bare = left.bare[a] | right.bare[b]
        pinyin = left.pinyin[a] != right.pinyin[b]
        asked = np.flatnonzero(~initial & ~equal)
        one, other = a[asked], b[asked]
        cost = np.zeros(len(a), np.float32)
        same, differ, short, ends = (np.zeros(len(a), np.bool_) for _ in range(4))
        lone = np.zeros(len(asked), np.bool_)
        if self.names:
            lone = (left.known[one, 0] == NONE) != (right.known[other, 0] == NONE)
            same[asked], differ[asked], short[asked] = _known(left, one, right, other)
        cost[asked] = _costs(left, one, right, other, bare[asked], pinyin[asked], lone)
        ends[asked] = _final_a(left, one, right, other)
        fits = initial & _begins_alike(left, a, right, b)
        return {
            "equal": equal, "cost": cost, "initial": initial, "initial_fits": fits, "same_name": same,
            "other_name": differ & ~bare, "short": short, "bare": bare, "pinyin": pinyin, "final_a": ends,
        }  # fmt: skip


def _equal(left: Words, a: Ints, right: Words, b: Ints) -> Bools:
    """True where the sounds are the same. Texts are compared where length and first sound do not tell already."""
    found = (left.sizes[a] == right.sizes[b]) & (left.begins[a] == right.begins[b])
    rows = np.flatnonzero(found)
    found[rows] = left.sounds[a[rows]] == right.sounds[b[rows]]
    return np.asarray(found, np.bool_)


def _final_a(left: Words, a: Ints, right: Words, b: Ints) -> Bools:
    """True where one has an a at its end and is otherwise the other: Valentin, Valentina."""
    one, other = left.sizes[a], right.sizes[b]
    found = (np.abs(one - other) == 1) & ((left.begins[a] == right.begins[b]) | (np.minimum(one, other) == 0))
    rows = np.flatnonzero(found)
    pairs = zip(left.sounds[a[rows]], right.sounds[b[rows]], strict=True)
    found[rows] = [x == y + "a" or y == x + "a" for x, y in pairs]
    return np.asarray(found, np.bool_)


def _costs(left: Words, a: Ints, right: Words, b: Ints, bare: Bools, pinyin: Bools, lone: Bools) -> Floats:
    """How far apart the words sound. `lone`: one is a known name and the other is not, so that a slip is likely."""
    classes = _distance(left.classes[a], right.classes[b])
    consonants = _distance(left.consonants[a], right.consonants[b])
    vowels = _distance(left.vowels[a], right.vowels[b])
    cost = classes + _VOICE * np.maximum(consonants - classes, 0) + _FULL_VOWEL * vowels
    cost = np.maximum(cost, 0.1)
    sizes = np.maximum(np.minimum(left.sizes[a], right.sizes[b]), 1)
    may_slip = (np.abs(left.sizes[a] - right.sizes[b]) <= 1) & (sizes >= np.where(lone, 5, 7)) & (cost > _TYPO)
    some = np.flatnonzero(may_slip)
    slips = some[_distance(left.sounds[a[some]], right.sounds[b[some]], OSA) == 1]
    cost[slips] = np.float32(_TYPO)
    some = np.flatnonzero(bare)
    if len(some):
        cost[some] = _distance(_unvoiced(left.classes[a[some]]), _unvoiced(right.classes[b[some]]))
    some = np.flatnonzero(pinyin)
    if len(some):
        cost[some] = np.minimum(cost[some], 0.2 + _distance(left.loose[a[some]], right.loose[b[some]]))
    return np.asarray(cost / np.sqrt(np.maximum(sizes, 3) / 6.0), np.float32)


def _unvoiced(classes: NDArray[Any]) -> NDArray[Any]:
    """Without what Arabic script writes as a vowel too."""
    return np.array([c.replace("v", "") for c in classes], dtype=object)


def _distance(left: NDArray[Any], right: NDArray[Any], scorer: Any = Levenshtein) -> Floats:
    if not len(left):
        return np.zeros(0, np.float32)
    return np.asarray(cpdist(left, right, scorer=scorer.distance, workers=1), np.float32)


def _known(left: Words, a: Ints, right: Words, b: Ints) -> tuple[Bools, Bools, Bools]:
    known_a, known_b = left.known[a], right.known[b]
    short_a, short_b = left.short[a], right.short[b]
    same = _share(known_a, known_b)
    short = ~same & (_share(known_a, short_b) | _share(short_a, known_b) | _share(short_a, short_b))
    both = ((known_a[:, 0] != NONE) | (short_a[:, 0] != NONE)) & ((known_b[:, 0] != NONE) | (short_b[:, 0] != NONE))
    return same, both & ~same & ~short, short


def _share(one: Ints, other: Ints) -> Bools:
    found = np.zeros(len(one), np.bool_)
    for x in range(2):
        for y in range(2):
            found |= (one[:, x] != NONE) & (one[:, x] == other[:, y])
    return found


def _begins_alike(left: Words, a: Ints, right: Words, b: Ints) -> Bools:
    return np.asarray((left.begins[a] == right.begins[b]) | (left.begins_as[a] == right.begins_as[b]), np.bool_)


NAMES = (
    "surname_equal", "surname_cost", "surname_far", "surname_stem", "surname_one", "surname_none", "gender_conflict",
    "given_equal", "given_same", "given_short", "given_other", "given_cost", "given_far", "given_initial",
    "given_initial_conflict", "given_one", "given_none", "given_final_a", "middle_fits", "middle_conflict",
    "middle_one", "father_fits", "father_conflict", "father_other", "father_one", "swapped", "pinyin", "bare",
    "compound",
)  # fmt: skip
"""The evidence, in the order of the columns of `evidence_of`."""
FAR = 2.0
"""A cost from which words are simply different."""


def evidence_of(left: Prepared, p: Ints, right: Prepared, q: Ints) -> Floats:
    """One row for each pair of readings (`p` of the left, `q` of the right), one column for each of `NAMES`."""
    a, b = left.slots[p], right.slots[q]
    given = slot(left.words, a[:, GIVEN], right.words, b[:, GIVEN], names=True)
    surname = slot(left.words, a[:, SURNAME], right.words, b[:, SURNAME], names=False)
    stems = slot(left.words, left.stems[p], right.words, right.stems[q], names=False)
    middle = slot(left.words, a[:, MIDDLE], right.words, b[:, MIDDLE], names=True)
    second = slot(left.words, a[:, SECOND], right.words, b[:, SECOND], names=False)
    father = slot(left.words, a[:, FATHER], right.words, b[:, FATHER], names=True)
    genders = left.genders[p], right.genders[q]
    stem_fits = surname.both & (surname.cost > 0) & (stems.equal | (stems.cost < 0.35))
    stem_fits &= _bare_form(left, p) | _bare_form(right, q)
    conflict = (genders[0] > 0) & (genders[1] > 0) & (genders[0] != genders[1])
    known = given.same_name | given.short
    cost = np.where(given.equal | given.initial | known, 0, given.cost)
    family = np.where(surname.initial, np.where(surname.initial_fits, 0, FAR), surname.cost)
    family = np.where(stem_fits, 0, family)
    columns = (
        surname.equal, np.minimum(family, FAR), family >= 0.9, stem_fits, surname.one, ~surname.both & ~surname.one,
        conflict, given.equal, given.same_name, given.short, given.other_name & ~given.same_name,
        np.minimum(np.where(given.other_name, 0, cost), FAR), ~given.other_name & (cost >= 0.9),
        given.initial & given.initial_fits, given.initial & ~given.initial_fits, given.one, ~given.both & ~given.one,
        given.final_a & ~given.same_name, _fits(middle) | _fits(second), _differs(middle) | _differs(second),
        middle.one | second.one, _fits(father), _differs(father),
        _differs(father) & father.other_name,
        father.one,
        left.swapped[p] | right.swapped[q], given.pinyin | surname.pinyin, given.bare | surname.bare,
        left.compound[p] & right.compound[q],
    )  # fmt: skip
    return np.stack([np.asarray(c, np.float32) for c in columns], axis=1)


def _bare_form(prepared: Prepared, readings: Ints) -> Bools:
    """True where the surname has no ending that makes one: Akhmet beside Akhmetov."""
    words, stems = prepared.slots[readings, SURNAME], prepared.stems[readings]
    size = prepared.words.sizes
    return np.asarray((words != NONE) & (size[words] - size[stems] < 2), np.bool_)


def _fits(part: Slot) -> Bools:
    near = part.equal | part.same_name | part.short | (part.both & ~part.initial & (part.cost < 0.75))
    return np.asarray(part.both & (near & ~part.other_name | part.initial_fits), np.bool_)


def _differs(part: Slot) -> Bools:
    return np.asarray(part.both & ~_fits(part), np.bool_)


MANY = 4
"""Words from which a name is compared as a set of words: which of many is the surname nobody can tell."""
NEAR = 0.6


def shared_words(left: Prepared, i: Ints, right: Prepared, j: Ints) -> tuple[Ints, Ints, Ints]:
    """How many words of either name have one like it in the other, and how many words both have."""
    a, b = left.every[i], right.every[j]
    taken = np.zeros(b.shape, np.bool_)
    shared = np.zeros(len(i), np.int32)
    for x in range(a.shape[1]):
        met = np.zeros(len(i), np.bool_)
        for y in range(b.shape[1]):
            asked = np.flatnonzero((a[:, x] != NONE) & (b[:, y] != NONE) & ~met & ~taken[:, y])
            if not len(asked):
                continue
            part = slot(left.words, a[asked, x], right.words, b[asked, y], names=True)
            alike = part.equal | part.initial_fits | part.same_name | (part.both & ~part.initial & (part.cost < NEAR))
            alike &= ~part.other_name | part.equal
            met[asked[alike]] = True
            taken[asked[alike], y] = True
        shared += met
    return shared, (a != NONE).sum(axis=1).astype(np.int32), (b != NONE).sum(axis=1).astype(np.int32)

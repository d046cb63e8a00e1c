"""The readings of names as rows of numbers, one name after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from habeas.matching.parses import Parse, readings
from habeas.matching.spellings import NONE, Ints, Texts, code
from habeas.matching.words import MOST, Word

SLOTS = ("given", "surname", "middle", "second", "father")
COLUMNS = (*SLOTS, "stem", "gender", "swapped", "compound")
"""What a row of a reading holds: codes of words, then that of the surname's stem, then numbers."""
_NOTHING = [[NONE] * (MOST - n) for n in range(MOST + 1)]


@dataclass(frozen=True, slots=True)
class Part:
    """Some names of a list: how many readings each has, a row of `COLUMNS` for each reading, the codes of all words."""

    readings: Ints
    rows: Ints
    every: Ints


def some_names(names: Sequence[Sequence[Word]], texts: Texts) -> Part:
    """The readings of names whose words are known."""
    many, rows, every = [], [], []
    for words in names:
        found = readings(words)
        many.append(len(found))
        rows += [_row(texts, parse) for parse in found]
        every += [code(texts, w.heard, initial=w.initial) for w in words]
        every += _NOTHING[len(words)]
    table = np.array(rows, np.int32).reshape(-1, len(COLUMNS))
    return Part(np.array(many, np.int32), table, np.array(every, np.int32).reshape(-1, MOST))


def _row(texts: Texts, parse: Parse) -> tuple[int, ...]:
    given, surname, middle, second, father, swapped = parse
    pinyin = (given is None or given.pinyin) and (surname is None or surname.pinyin)
    family, stem, gender = NONE, NONE, 0
    if surname is not None:
        family = code(texts, surname.family, initial=surname.initial, pinyin=pinyin)
        stem, gender = code(texts, surname.stem), surname.gender
    return (
        NONE if given is None else code(texts, given.heard, initial=given.initial, pinyin=pinyin),
        family,
        NONE if middle is None else code(texts, middle.heard, initial=middle.initial),
        NONE if second is None else code(texts, second.heard, initial=second.initial),
        NONE if father is None else code(texts, father.father or father.heard, initial=father.initial),
        stem,
        gender,
        swapped,
        (given is not None and given.compound) or (surname is not None and surname.compound),
    )

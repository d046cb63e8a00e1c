"""Names made ready: every distinct word once, every reading of a name as numbers: pairs are compared in bulk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from habeas.matching.at_once import many_names
from habeas.matching.named import SLOTS, Part, some_names
from habeas.matching.spellings import NONE, Ints, Texts, Words, new_texts, words_of_codes
from habeas.matching.words import words_of

__all__ = ["NONE", "SLOTS", "Ints", "Prepared", "Words", "prepare", "prepare_each"]
FEW = 200
"""Of fewer names each is made ready by itself."""
AT_ONCE = 50_000
"""Names that are made ready in one go: bounds the memory."""


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


def prepare(names: Sequence[str]) -> Prepared:
    """The names, ready to be compared; in the order given. Any text is a name: one without letters has no parts."""
    if len(names) < FEW:
        return prepare_each(names)
    texts = new_texts()
    return _prepared(names, texts, list(many_names(names, texts, at_once=AT_ONCE)))


def prepare_each(names: Sequence[str]) -> Prepared:
    """`prepare`, one name after another; their words are remembered for who asks for the parts in words."""
    texts = new_texts()
    return _prepared(names, texts, [some_names([words_of(name) for name in names], texts)])


def _prepared(names: Sequence[str], texts: Texts, parts: Sequence[Part]) -> Prepared:
    rows, every = np.concatenate([p.rows for p in parts]), np.concatenate([p.every for p in parts])
    first = np.concatenate([np.zeros(1, np.int32), *(p.readings for p in parts)]).cumsum(dtype=np.int32)
    words, (slots, stems, every) = words_of_codes(texts, rows[:, : len(SLOTS)], rows[:, len(SLOTS)], every)
    genders, swapped, compound = (np.ascontiguousarray(rows[:, len(SLOTS) + n]) for n in (1, 2, 3))
    return Prepared(tuple(names), words, first, slots, stems, genders, swapped > 0, compound > 0, every)

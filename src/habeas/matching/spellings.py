"""Texts as numbers while names are made ready, and at the end the columns of the distinct words behind those numbers.

A word of a name is a code: the number of its sounds, whether it is an initial, whether it was written in pinyin.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from habeas.matching.endings import known_names
from habeas.matching.sounds import Sounds, classes_of, coarse, consonants_of, loosened, vowels_of

Ints = NDArray[np.int32]
Key = TypeVar("Key")
NONE = -1
PINYIN, INITIAL, TEXT = 1, 2, 4
"""What a code is the sum of; a text counts `TEXT` times its number."""


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


class Numbered(dict[Key, int], Generic[Key]):
    """Each new key gets the next number; `made` holds the keys in the order of their numbers."""

    def __init__(self, *first: Key) -> None:
        super().__init__()
        self.made: list[Key] = []
        for key in first:
            self[key]

    def __missing__(self, key: Key) -> int:
        number = self[key] = len(self.made)
        self.made.append(key)
        return number


Texts = Numbered[str | Sounds]
"""Sounds by their letters; those of Arabic script, which are more than their letters tell, as a whole."""


def new_texts() -> Texts:
    """No texts but that of nothing, whose number is 0."""
    return Numbered("")


def code(texts: Texts, heard: Sounds, *, initial: bool = False, pinyin: bool = False) -> int:
    """The code of a word with these sounds."""
    return TEXT * texts[heard if heard.bare else heard.sounds] + INITIAL * initial + PINYIN * pinyin


def words_of_codes(texts: Texts, *coded: Ints) -> tuple[Words, list[Ints]]:
    """The words that some arrays of codes name, each once, and the arrays with the places of words in place of codes.

    The first word is nothing, so that names without a word can be looked up, too. `NONE` stays.
    """
    used = np.zeros(TEXT * len(texts.made) + 1, np.bool_)  # the last one is for NONE
    used[0] = True
    for codes in coded:
        used[codes] = True
    used[NONE] = False
    place = (np.cumsum(used) - 1).astype(np.int32)
    place[NONE] = NONE
    found = np.flatnonzero(used)
    heard, which = np.unique(found // TEXT, return_inverse=True)
    return _words([texts.made[n] for n in heard.tolist()], which, found), [place[codes] for codes in coded]


def _words(texts: Sequence[str | Sounds], which: NDArray[np.int64], codes: NDArray[np.int64]) -> Words:
    """The words whose sounds are `texts[which]`."""
    sounds = [t if isinstance(t, str) else t.sounds for t in texts]
    bare = {n: t for n, t in enumerate(texts) if not isinstance(t, str)}
    consonants = _lines(consonants_of, sounds)
    classes, vowels = _lines(classes_of, consonants), _lines(vowels_of, sounds)
    for n, said in bare.items():
        consonants[n], classes[n], vowels[n] = said.consonants, said.classes, said.vowels
    full, short, _ = known_names()
    first, first_class = _first(sounds), _first(classes)
    vowel = np.isin(first, [ord(v) for v in "aeiou"]) | (first_class == ord(" "))
    return Words(
        _objects(sounds)[which],
        _objects(consonants)[which],
        _objects(classes)[which],
        _objects(_lines(coarse, vowels))[which],
        _objects(_lines(loosened, classes))[which],
        np.array([n in bare for n in range(len(texts))] if bare else np.zeros(len(texts)), np.bool_)[which],
        (codes & INITIAL) > 0,
        (codes & PINYIN) > 0,
        first[which],
        np.where(vowel, first, first_class)[which],
        _names(sounds, full)[which],
        _names(sounds, short)[which],
        np.fromiter(map(len, sounds), np.int32, len(sounds))[which],
    )


def _lines(change: Callable[[str], str], texts: Sequence[str]) -> list[str]:
    """A change of every text, made in one text of lines."""
    return change("\n".join(texts)).split("\n")


def _first(texts: Sequence[str]) -> Ints:
    """The first letter of each text as a number, that of a space for an empty one."""
    return np.array([ord(t[0]) if t else 32 for t in texts], np.int32)


def _names(sounds: Sequence[str], table: Mapping[str, frozenset[int]]) -> Ints:
    """Up to two given names that are so heard."""
    found = np.full((len(sounds), 2), NONE, np.int32)
    for n, heard in enumerate(sounds):
        if heard in table:
            numbers = sorted(table[heard])[:2]
            found[n, : len(numbers)] = numbers
    return found


def _objects(texts: Sequence[str]) -> NDArray[Any]:
    out = np.empty(len(texts), dtype=object)
    out[:] = texts
    return out

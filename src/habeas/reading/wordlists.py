"""The word lists in `data/`: given names by culture, words that are no names, roles before a name. Data, not rules."""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib.resources import files
from io import StringIO

from habeas.reading.spelling import word_key

Words = frozenset[str]


def _rows(name: str) -> list[dict[str, str]]:
    text = (files("habeas.reading") / "data" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(StringIO(text)))


@lru_cache(maxsize=1)
def given_names() -> dict[str, str]:
    """Spelling key of a given name -> `m`, `f` or `u` (either, or a family name that stands first)."""
    sexes: dict[str, str] = {}
    for row in _rows("given.csv"):
        for name in row["names"].split():
            key = word_key(name)
            known = sexes.setdefault(key, row["sex"])
            if known != row["sex"]:
                sexes[key] = "u"
    return sexes


@lru_cache(maxsize=1)
def word_classes() -> dict[str, str]:
    """Lower-case word -> function, organ, place, nation, city or acronym. The first class of a word holds."""
    classes: dict[str, str] = {}
    for row in _rows("words.csv"):
        for word in row["words"].split():
            classes.setdefault(word.lower(), row["class"])
    return classes


@lru_cache(maxsize=1)
def role_words() -> dict[str, str]:
    """Lower-case noun or title that stands before a name -> role class (`data/roles.csv`). The first class holds."""
    roles: dict[str, str] = {}
    for row in _rows("roles.csv"):
        for word in row["words"].split():
            roles.setdefault(word, row["role"])
    return roles


@lru_cache(maxsize=16)
def cue_words(cue: str) -> Words:
    """The words of one cue of `data/cues.csv`: what stands before names, what is no occupation, ..."""
    return frozenset(next(row["words"] for row in _rows("cues.csv") if row["cue"] == cue).split())

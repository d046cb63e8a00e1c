"""The Russian word lists in `data/`: given names no dictionary holds, short forms, roles, words that are no names."""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib.resources import files
from io import StringIO


def _rows(name: str) -> list[dict[str, str]]:
    text = (files("habeas.reading") / "data" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(StringIO(text)))


@lru_cache(maxsize=1)
def given_stems() -> dict[str, str]:
    """Nominative of a given name in lower case -> `m`, `f` or both."""
    found: dict[str, str] = {}
    for row in _rows("given_ru.csv"):
        for name in row["names"].lower().split():
            found[name] = found.get(name, "") + row["sex"]
    return found


@lru_cache(maxsize=1)
def usual_given() -> frozenset[str]:
    """Nominatives, in lower case, of the names that most people in Russian texts bear."""
    return frozenset(name for row in _rows("given_ru.csv") if row["usual"] for name in row["names"].lower().split())


@lru_cache(maxsize=1)
def full_given() -> dict[str, str]:
    """Short form of a given name -> the full names it may stand for, separated by blanks."""
    return {short: row["full"] for row in _rows("short_ru.csv") for short in row["short"].split()}


@lru_cache(maxsize=1)
def role_stems() -> tuple[tuple[str, str], ...]:
    """(beginning of a noun on flat text, role class), longest first."""
    pairs = [(stem, row["role"]) for row in _rows("roles_ru.csv") for stem in row["stems"].split()]
    return tuple(sorted(pairs, key=lambda p: -len(p[0])))


@lru_cache(maxsize=8192)
def role_of_noun(noun: str) -> str:
    """The role class of a flat noun in any case: official, lawyer, relative, victim, person, politician,
    journalist, place
    or empty. A stem that ends in `$` is a whole word."""
    for stem, role in role_stems():
        if noun == stem[:-1] if stem[-1] == "$" else noun.startswith(stem):
            return role
    return ""


@lru_cache(maxsize=1)
def no_names() -> frozenset[str]:
    """Words that open sentences or stand for bodies and are never names, though the dictionary knows them as such."""
    return frozenset(w for row in _rows("no_names_ru.csv") for w in row["words"].split())

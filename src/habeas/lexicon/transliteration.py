"""Cyrillic to Latin by several published systems, each a table in `data/transliteration.toml`, with offsets kept."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from habeas.errors import HabeasError
from habeas.lexicon.mapped import Mapped
from habeas.lexicon.scripts import compose


class NoSuchSystem(HabeasError):
    """The name is no transliteration system of the data file."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class System:
    """One system: small letters -> Latin, with the letters that are written otherwise at a word's start or after some.

    `status` is `verified` or `to_be_checked`, `source` says against what.
    """

    key: str
    name: str
    language: str
    status: str
    source: str
    letters: dict[str, str]
    capitals: dict[str, str]
    in_context: dict[str, str]
    after: str
    at_start: bool


def systems() -> tuple[str, ...]:
    """The keys of the systems, in the order of the data file."""
    return tuple(_data())


def transliterate(text: str, system: str = "press_ru") -> Mapped:
    """The text in Latin letters, mapped to the text as given. What the system has no letter for stays as it is.

    A capital that becomes several letters is `Zh` before a small letter or at the end, `ZH` before a capital.
    Raises `NoSuchSystem`.
    """
    table = system_of(system)
    composed = compose(text)
    pieces = ((latin, *composed.source_span(at, at + 1)) for at, latin in enumerate(_letters(composed.text, table)))
    return Mapped.joined(pieces, len(text))


def _letters(text: str, table: System) -> Iterator[str]:
    for at, letter in enumerate(text):
        small = letter.lower()
        before = text[at - 1].lower() if at else ""
        turned = table.letters.get(small)
        if small in table.in_context and (before in table.after if before.isalpha() else table.at_start):
            turned = table.in_context[small]
        if turned is None:
            yield letter
        elif letter == small:
            yield turned
        else:
            yield _capital(small, turned, text[at - 1 : at] + text[at + 1 : at + 2], table)


def _capital(small: str, turned: str, neighbours: str, table: System) -> str:
    """`turned` for a capital letter; all capitals when the letters beside it are."""
    if small in table.capitals:
        return table.capitals[small]
    near = [letter for letter in neighbours if letter.isalpha()]
    shouting = near and all(letter.isupper() for letter in near)
    return turned.upper() if shouting else turned[:1].upper() + turned[1:]


@cache
def system_of(key: str) -> System:
    """The table of one system. Raises `NoSuchSystem`."""
    if key not in _data():
        raise NoSuchSystem(f"{key!r} is no transliteration system.", f"Choose one of {', '.join(_data())}.")
    entry = _data()[key]
    base = system_of(entry["extend"]) if "extend" in entry else None
    context = entry.get("context", {"map": "", "after": "", "start": False})
    return System(
        key, entry["name"], entry["language"], entry["status"], entry["source"],
        (base.letters if base else {}) | _pairs(entry["map"]), _pairs(entry.get("capitals", "")),
        _pairs(context["map"]), context["after"], context["start"],
    )


def _pairs(written: str) -> dict[str, str]:
    """The pairs of `а=a б=b`."""
    return {letter: latin for letter, _, latin in (pair.partition("=") for pair in written.split())}


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("habeas.lexicon") / "data" / "transliteration.toml").read_text("utf-8"))

"""What a column of a table, or a field of a card, is called -> what it holds: `reading/data/columns.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from habeas.lexicon import fold


@cache
def _words() -> Mapping[str, Sequence[str]]:
    return tomllib.loads((files("habeas.reading") / "data" / "columns.toml").read_text("utf-8"))


@cache
def _meanings() -> Mapping[str, str]:
    return {fold(header): meaning for meaning, headers in _words().items() for header in headers}


MEANINGS = tuple(_words())
"""Everything that a column may hold."""


def meaning_of(header: str) -> str | None:
    """What a column of this header holds, if the word is known."""
    return _meanings().get(fold(header.replace("_", " ")))

"""The words of what is published that are no fact and no term, by language: data in `words/PART/LANGUAGE.toml`.

Pages of the desk have Django's catalogues; the pure rooms have these. English words that stand in the code already,
such as titles and rules of figures, are not repeated here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from habeas.errors import HabeasError
from habeas.lexicon.terms import languages

NAMES: Mapping[str, str] = {"en": "English", "ru": "Русский", "kk": "Қазақша"}
"""Language -> what its speakers call it."""


class NoSuchLanguage(HabeasError):
    """A language in which Habeas has no words."""

    exit_code = 2


@cache
def words(part: str, language: str) -> Mapping[str, str]:
    """Key -> words of a part (`site`, `documents`, `figures`, `statuses`); nothing where the code has the words."""
    try:
        return tomllib.loads((files("habeas.reports") / "words" / part / f"{language}.toml").read_text("utf-8"))
    except FileNotFoundError:
        return {}


def chosen(named: Iterable[str]) -> tuple[str, ...]:
    """The languages named, each once, in their order. Raises `NoSuchLanguage` for one without words, and for none."""
    found = tuple(dict.fromkeys(named))
    for language in found or ("",):
        if language not in languages():
            raise NoSuchLanguage(f"There are no words in {language!r}.", f"Languages are {', '.join(languages())}.")
    return found

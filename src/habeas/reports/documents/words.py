"""The words of documents that are no fact and no term: headings, labels, sentences around figures, by language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from habeas.reports.documents.faults import TemplateFault

LANGUAGES = ("en", "ru")


@cache
def words(language: str) -> Mapping[str, str]:
    """Key -> words. Raises `TemplateFault` for a language without a file."""
    if language not in LANGUAGES:
        raise TemplateFault(f"There are no documents in {language!r}.", f"Languages are {', '.join(LANGUAGES)}.")
    text = (files("habeas.reports.documents") / "words" / f"{language}.toml").read_text("utf-8")
    return {key: str(value) for key, value in tomllib.loads(text).items()}


def word(key: str, language: str) -> str:
    """The words for a key. Raises `TemplateFault` when there are none."""
    found = words(language)
    if key not in found:
        raise TemplateFault(f"There are no words {key!r} in {language!r}.", f"Add them to words/{language}.toml.")
    return found[key]

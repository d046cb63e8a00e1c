"""The words of documents that are no fact and no term: headings, labels, sentences around figures, by language."""

from __future__ import annotations

from collections.abc import Mapping

from habeas.reports import catalogue
from habeas.reports.documents.faults import TemplateFault

LANGUAGES = ("en", "ru", "kk")


def words(language: str) -> Mapping[str, str]:
    """Key -> words. Raises `TemplateFault` for a language without a file."""
    if language not in LANGUAGES:
        raise TemplateFault(f"There are no documents in {language!r}.", f"Languages are {', '.join(LANGUAGES)}.")
    return catalogue.words("documents", language)


def word(key: str, language: str) -> str:
    """The words for a key. Raises `TemplateFault` when there are none."""
    found = words(language)
    if key not in found:
        raise TemplateFault(
            f"There are no words {key!r} in {language!r}.", f"Add them to reports/words/documents/{language}.toml."
        )
    return found[key]

"""How alike two names of an offence are: shared word stems, weighted by how rare they are in the pack."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from math import log

from habeas.law.codes import Article
from habeas.law.loading import pack
from habeas.lexicon.names import fold

_WORD = re.compile(r"[^\W\d_]+")
_STEM = 6  # letters: "embezzlement" and "embezzling" share them; "organising" and "organisation" too


def likeness(title: str, article: Article, country: str = "kz") -> float:
    """0 to 1: the weight of the words of `title` that one name of `article` has too. 0 for an empty title.

    A rare word weighs more: `bribe` tells offences apart, `organisation` hardly does.
    """
    stems = _stems(title)
    weights, strange = _weights(country)
    whole = sum(weights.get(stem, strange) for stem in stems)
    if not whole:
        return 0.0
    return max(sum(weights.get(stem, strange) for stem in stems & _stems(name)) for name in names(article)) / whole


def names(article: Article) -> Iterator[str]:
    """Every name that the pack holds for the offence."""
    yield from article.title.values()
    yield from article.also


@cache
def _weights(country: str) -> tuple[dict[str, float], float]:
    """Stem -> weight, and the weight of a stem that no article has: half the most, for it may be mere detail."""
    articles = pack(country).articles.values()
    seen = Counter(stem for article in articles for stem in frozenset().union(*map(_stems, names(article))))
    return {stem: log(1 + len(articles) / count) for stem, count in seen.items()}, log(1 + len(articles)) / 2


@lru_cache(maxsize=4096)
def _stems(title: str) -> frozenset[str]:
    empty, alike = _words()
    return frozenset(_stem(word, alike) for word in _WORD.findall(fold(title)) if word not in empty)


def _stem(word: str, alike: dict[str, str]) -> str:
    read = next((meant for start, meant in alike.items() if word.startswith(start)), word)
    return read[:_STEM]


@cache
def _words() -> tuple[frozenset[str], dict[str, str]]:
    data = tomllib.loads((files("habeas.law") / "titles.toml").read_text("utf-8"))
    return frozenset(data["empty"].split()), dict(pair.split("=") for pair in data["alike"].split())

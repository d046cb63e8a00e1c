"""The words that a pattern cannot match without, taken from the pattern."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import pytest

from habeas.reading import rules
from habeas.reading.rules.needed import needed
from habeas.reading.rules.predicates import Predicate

TEXTS = Path(__file__).parent / "corpus"


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"was\s+arrested", ("arrested",)),
        (r"(?:was\s+)?(?:seized|taken)", ("seized", "taken")),
        (r"(?<!\w)(?:a|the) (?:pardon|amnesty)?", None),
        (r"(?:re-?)?tried\b", ("tried",)),
        (r"(?:one|two)+ [a-z]+", ("one", "two")),
        (r"\d+ [a-z]+", None),
        (r"(?:seized|\w+ed)", None),
        (r"(?=arrested)[a-z]+", None),
        (r"(?i)was arrested", None),
        (r"(?i:was arrested)", None),
    ],
)
def test_of_a_pattern(pattern, words):
    assert needed(pattern) == words


def tables():
    for module in pkgutil.iter_modules(rules.__path__):
        for value in vars(importlib.import_module(f"habeas.reading.rules.{module.name}")).values():
            if isinstance(value, tuple) and value and isinstance(value[0], Predicate):
                yield from value


def test_every_match_in_the_corpus_holds_a_needed_word():
    rows = [row for row in tables() if row.needs]
    matched = 0
    for path in sorted(TEXTS.rglob("*.txt")):
        text = path.read_text("utf-8").lower()
        for row in rows:
            for match in row.pattern.finditer(text):
                matched += 1
                assert any(word in match[0] for word in row.needs), (row.name, match[0])
    assert len(rows) > 100
    assert matched > 500

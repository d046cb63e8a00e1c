"""The pair tables of the rules: an invented sentence in, the claims of one kind out. See `pairs/*.json`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.lexicon import kinds
from habeas.reading.rules import READERS
from reading.hand_made import context, drafts, inside, told

TABLES = sorted((Path(__file__).parent / "pairs").glob("*.json"))
ROWS = [(table.stem, row) for table in TABLES for row in json.loads(table.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("kind", "row"), ROWS, ids=[f"{kind}: {row['text'][:60]}" for kind, row in ROWS])
def test_pair(kind: str, row: dict[str, Any]) -> None:
    assert told(context(row["text"], row["people"], row.get("entry")), kind) == row["claims"]


@pytest.mark.parametrize(("kind", "row"), ROWS, ids=[f"{kind}: {row['text'][:60]}" for kind, row in ROWS])
def test_every_draft_fits_the_vocabulary(kind: str, row: dict[str, Any]) -> None:
    ctx = context(row["text"], row["people"], row.get("entry"))
    for draft in drafts(ctx):
        assert list(kinds.faults(draft.kind, draft.fields)) == []
        assert draft.modality in kinds.MODALITIES
        assert draft.attribution in kinds.ATTRIBUTIONS
        assert inside(draft.span, ctx.text)
        assert 0 < draft.confidence <= 1
        assert draft.rule.split(".")[0] == draft.kind


def test_every_kind_that_is_read_has_a_table() -> None:
    read = {draft.kind for _, row in ROWS for draft in drafts(context(row["text"], row["people"], row.get("entry")))}
    assert {table.stem for table in TABLES} == read


def test_each_rule_module_has_triggers() -> None:
    assert [triggers for triggers, _ in READERS if not triggers] == []


WORDS = st.sampled_from(
    [
        "Seitov",
        "Orlova",
        "was",
        "were",
        "sentenced",
        "detained",
        "on",
        "in",
        "to",
        "of",
        "the",
        "court",
        "3",
        "May",
        "2019",
        "five",
        "years",
        "and",
        "prison",
        ",",
        ".",
        "(",
        ")",
        ":",
        ";",
        "“",
        "”",
        "’",
        "-",
        "Article",
        "405",
        "part",
        "2",
        "who",
        "he",
        "she",
        "they",
        "released",
        "Charge",
        "her",
        "his",
        "under",
        "torture",
        "arrest",
        "for",
        "31",
        "February",
        "12/13/2019",
        "\n",
        "İ",
        "½",
        "respectively",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join), st.booleans())
def test_any_words_are_read_without_a_crash(text: str, entry: bool) -> None:
    people = {"Marat Seitov": "m", "Dana Orlova": "f"}
    ctx = context(text, people, ["Marat Seitov"] if entry and text else None)
    for draft in drafts(ctx):
        assert inside(draft.span, text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_without_a_crash(text: str) -> None:
    for draft in drafts(context(text, {"Marat Seitov": "m"})):
        assert inside(draft.span, text)

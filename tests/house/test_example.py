"""The example says what its page promises, and reading proposes exactly the people whom its entries introduce."""

from __future__ import annotations

import re

import pytest

from habeas.evidence.document import Document
from habeas.reading import Reading, read
from shared_texts import PROJECT

EXAMPLE = PROJECT / "examples" / "kazakhstan-2020"
HELD_WITHOUT_ENTRY = {"Dmitriy Pestov", "Vasilina Sokolenko", "Tlek Tabarak", "Muratkhan Tokmadi"}
ENTRY = re.compile(r"\*\*([^*]+?)(?: \([^)]*\))?\*\*")


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(Document.from_bytes((EXAMPLE / "report.md").read_bytes()))


def entries() -> list[str]:
    """The names that stand in bold type: each opens an entry, nothing else is bold."""
    return ENTRY.findall((EXAMPLE / "report.md").read_text(encoding="utf-8"))


def test_fifty_six_people_have_an_entry() -> None:
    assert (len(entries()), len(set(entries()))) == (56, 56)


def test_the_table_of_the_page_adds_up() -> None:
    page = (EXAMPLE / "README.md").read_text(encoding="utf-8")
    rows = [tuple(map(int, r)) for r in re.findall(r"^\| [\d.]+ .*\| (\d+) \| (\d+) \|$", page, re.M)]
    assert (sum(r[0] for r in rows), sum(r[1] for r in rows)) == (56, 16)


def test_recognition_is_proposed_for_the_people_with_an_entry_and_nobody_else(reading: Reading) -> None:
    named = {p.id: set(p.names) for p in reading.persons}
    proposed = [named[p] for c in reading.claims if c.kind == "recognition" for p in c.persons]
    assert len(proposed) == 56
    assert [name for name in entries() if not any(name in names for names in proposed)] == []


def test_those_held_without_an_entry_are_known_and_not_recognised(reading: Reading) -> None:
    recognised = {p for c in reading.claims if c.kind == "recognition" for p in c.persons}
    people = {p.name: p for p in reading.persons if p.name in HELD_WITHOUT_ENTRY}
    assert set(people) == HELD_WITHOUT_ENTRY
    assert {p.role for p in people.values()} == {"subject"}
    assert {p.id for p in people.values()} & recognised == set()


def test_recognition_holds_on_the_day_that_the_report_states(reading: Reading) -> None:
    assert {c.when for c in reading.claims if c.kind == "recognition"} == {"2020-01-31"}


def test_every_claim_has_a_passage_in_the_report(reading: Reading) -> None:
    end = len(reading.document.text)
    assert [c.id for c in reading.claims if not 0 <= c.span[0] < c.span[1] <= end] == []

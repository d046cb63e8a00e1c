"""Who is found, who is persecuted and who has an entry, in the forms that reports of many organisations take."""

from __future__ import annotations

import pytest

from habeas.evidence.document import Document
from habeas.reading import read
from habeas.reading.pipeline import prepare
from reading.forms_of_reports import TEXTS, Text


@pytest.mark.parametrize("case", TEXTS, ids=lambda t: t.name)
def test_finds_everybody_and_nobody_else(case: Text) -> None:
    found = {p.name for p in read(Document.from_bytes(case.text.encode())).persons}
    assert found - case.either == case.subjects | case.others


@pytest.mark.parametrize("case", TEXTS, ids=lambda t: t.name)
def test_calls_the_persecuted_subjects(case: Text) -> None:
    persons = read(Document.from_bytes(case.text.encode())).persons
    assert {p.name for p in persons if p.role == "subject"} - case.either == case.subjects


@pytest.mark.parametrize("case", TEXTS, ids=lambda t: t.name)
def test_counts_the_people_with_entries(case: Text) -> None:
    entries = prepare(Document.from_bytes(case.text.encode())).people.entries
    assert sum(len(entry.people) for entry in entries) == case.entries


@pytest.mark.parametrize("verb", ["was sentenced to two years in prison", "was acquitted", "died in custody"])
@pytest.mark.parametrize("who", ["Mayor Osman Tarek", "lawyer Osman Tarek", "Osman Tarek, a journalist,"])
def test_harm_outweighs_the_office(who: str, verb: str) -> None:
    people = read(Document.from_bytes(f"On 3 May 2020 {who} {verb}.".encode())).persons
    assert [(p.name, p.role) for p in people] == [("Osman Tarek", "subject")]


def test_a_judge_does_not_become_the_judged() -> None:
    text = "Judge Osman Tarek sentenced Leyla Aziz to five years. She was held in solitary confinement until 2020."
    assert {p.name: p.role for p in read(Document.from_bytes(text.encode())).persons} == {
        "Osman Tarek": "official", "Leyla Aziz": "subject",
    }  # fmt: skip

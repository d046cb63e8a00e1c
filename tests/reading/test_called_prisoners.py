"""Whom a text calls a prisoner of conscience, or whose home is searched, is a subject; whoever is quoted is not."""

from __future__ import annotations

import pytest

from habeas.evidence import Document
from habeas.reading import read

ROLES = {
    "Rights groups consider Maria Kovaleva a prisoner of conscience.": {"Maria Kovaleva": "subject"},
    "The prisoner of conscience Ivan Sokolov wrote a letter.": {"Ivan Sokolov": "subject"},
    "Ivan Sokolov, recognised as a political prisoner, wrote a letter.": {"Ivan Sokolov": "subject"},
    "Ivan Sokolov wrote about political prisoners in the region.": {"Ivan Sokolov": "other"},
    "Olga Bondar was questioned by the security service on 6 July 2020.": {"Olga Bondar": "subject"},
    "Политзаключённый Алексей Громов написал письмо.": {"Алексей Громов": "subject"},
    "По словам адвоката Петра Громова, Руслана Исаева пытали током.": {
        "Пётр Громов": "lawyer",
        "Руслан Исаев": "subject",
    },
}


@pytest.mark.parametrize("text", list(ROLES))
def test_roles(text: str) -> None:
    reading = read(Document.from_text(text, sha256="0" * 64))
    assert {p.name: p.role for p in reading.persons} == ROLES[text]


def test_a_participle_before_a_noun_keeps_no_date_from_the_verb() -> None:
    text = "In a closed trial on 30 August 2019, Ivan Sokolov was found guilty and sentenced to life in prison."
    (said,) = [c for c in read(Document.from_text(text, sha256="0" * 64)).claims if c.kind == "sentence"]
    assert (said.when, said.fields["penalty"]) == ("2019-08-30", "life")

"""A text held against a register: numbers, people across spellings, statements, and who is missing."""

from __future__ import annotations

from datetime import date

import pytest

from habeas.check.against import check_against
from habeas.check.against.numbers import figure_of, holds
from habeas.evidence import take
from habeas.figures import RULES, count
from habeas.reading import read
from habeas.register import fold
from simulator.office import Office

ON = date(2021, 1, 31)


@pytest.fixture
def register():
    office = Office()
    source = office.source("Register")
    for name, length in (("Mukhtar Dzhakishev", "P14Y"), ("Aset Nurzhaubay", "P2Y"), ("Erlan Baltabay", "P7Y")):
        record = office.person(name, source)
        office.listed(record)
        office.accept(record, "sentence", "2019-07", penalty="imprisonment", length=length)
    return fold(office.entries)


def held(register, text):
    document = take(text.encode(), file="draft.md").document
    figures = count(register, RULES, as_of=ON, list="Lamp")
    return check_against(document, read(document), register, figures, as_of=ON)


DRAFT = """# Draft of the yearly report

This report presents 5 political prisoners.

## Mukhtar Jakishev

Sentence: imprisonment, 12 years; July 2019

## Yerlan Baltabai

Sentence: imprisonment, 7 years; July 2019

Charge: Criminal Code, article 189

## Pavel Orlov

Sentence: imprisonment, 3 years; July 2019
"""


def test_a_number_that_holds_no_more_differs(register):
    assert [(n.value, n.figure, n.verdict) for n in held(register, DRAFT).numbers] == [
        (5, "political_prisoners", "differs")
    ]


def test_people_are_found_across_spellings_and_nobody_is_made_up(register):
    found = {p.name: (p.verdict, p.known_as) for p in held(register, DRAFT).people}
    assert found == {
        "Mukhtar Jakishev": ("likely", "Mukhtar Dzhakishev"),
        "Yerlan Baltabai": ("likely", "Erlan Baltabay"),
        "Pavel Orlov": ("not_in_register", ""),
    }


def test_a_statement_agrees_differs_or_is_new(register):
    found = [(c.name, c.kind, c.verdict) for c in held(register, DRAFT).claims]
    assert found == [
        ("Mukhtar Dzhakishev", "sentence", "differs"),
        ("Erlan Baltabay", "sentence", "agrees"),
        ("Erlan Baltabay", "charge", "not_in_register"),
    ]


def test_who_is_on_the_list_and_not_in_the_text_is_named(register):
    assert [name for _, name in held(register, DRAFT).missing] == ["Aset Nurzhaubay"]


def test_a_line_that_bears_a_figures_title_is_held_against_it(register):
    found = held(register, "# Figures\n\nPolitical prisoners: at least 3.\n\nListed: 4\n").numbers
    assert [(n.figure, n.verdict) for n in found] == [("political_prisoners", "agrees"), ("listed", "differs")]


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("political prisoners in Arcadia", "political_prisoners"),
        ("former political prisoners", ""),
        ("people prosecuted for political reasons", "listed"),
        ("decisions of UN bodies that are not complied with", "findings_unmet"),
        ("decisions of United Nations treaty bodies", "findings"),
        ("flags and balloons", ""),
        ("политзаключённых", "political_prisoners"),
    ],
)
def test_what_a_number_counts_names_the_figure(words, figure):
    assert figure_of(words) == figure


@pytest.mark.parametrize(
    ("comparator", "value", "low", "high", "answer"),
    [
        ("=", 16, 16, 17, True), ("=", 18, 16, 17, False), (">=", 17, 16, 17, True), (">=", 18, 16, 17, False),
        (">", 16, 16, 17, True), ("<", 17, 16, 17, True), ("<=", 15, 16, 17, False), ("~", 15, 16, 16, True),
        ("~", 20, 16, 16, False),
    ],
)  # fmt: skip
def test_a_stated_number_holds_within_the_bounds(comparator, value, low, high, answer):
    assert holds(value, comparator, low, high) is answer


def test_a_small_number_may_count_a_part(register):
    found = held(register, "# Note\n\nWe met 1 of the political prisoners.\n").numbers
    assert [n.verdict for n in found] in ([], ["cannot_tell"])


def test_an_empty_register_knows_nobody():
    nobody = fold(Office().entries)
    found = held(nobody, DRAFT)
    assert ({p.verdict for p in found.people}, found.claims, found.missing) == ({"not_in_register"}, (), ())

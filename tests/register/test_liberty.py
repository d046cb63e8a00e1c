"""The liberty table on an invented person, and what a state rests on."""

from __future__ import annotations

from datetime import date

import pytest

from habeas.register import HELD, STATUSES, fold, held, liberty
from habeas.register.cases import Case, cases
from habeas.register.rules import QUASHED, RULES, rule_for
from simulator.office import Office

CASES = cases()
FIVE_YEARS = "sentence 2019-03-04 penalty=imprisonment length=P5Y"


def life(*facts: str) -> tuple[Office, str]:
    office = Office()
    record = office.person("Una Veil", office.source("Chronicle"))
    for fact in facts:
        office.say(record, fact)
    return office, record


@pytest.mark.parametrize("case", CASES, ids=[c.name for c in CASES])
def test_a_life_gives_these_statuses(case: Case) -> None:
    office, record = life(*case.life)
    assert liberty(fold(office), record, date.fromisoformat(case.day)).statuses == case.statuses


def test_every_rule_of_the_table_is_shown_by_a_case() -> None:
    registers = [fold(life(*case.life)[0]) for case in CASES]
    shown = {rule_for(r) for register in registers for f in register.facts.values() for r in f.readings}
    assert {(r.kind, r.term) for r in (*RULES, QUASHED)} - {(r.kind, r.term) for r in shown if r} == set()


def test_every_status_is_the_answer_of_some_case() -> None:
    assert set(STATUSES) - {s for c in CASES for s in c.statuses} == set()


def test_each_state_names_the_facts_it_rests_on() -> None:
    office, record = life()
    sentence = office.accept_fact(record, "sentence", "2019-03-04", penalty="imprisonment", length="P5Y")
    release = office.accept_fact(record, "release", "2020-08", ground="parole")
    known = liberty(fold(office), record, date(2021, 1, 31))
    assert [(s.status, s.because) for s in known.states] == [("released_conditional", (sentence, release))]


def test_a_disputed_fact_gives_both_answers_until_one_is_preferred() -> None:
    office, record = life(FIVE_YEARS)
    says = office.accept(record, "release", "2020-08", ground="parole")
    office.accept(record, "release", "2020-08", fact=office.facts[says], ground="parole", modality="denied")
    day = date(2021, 1, 31)
    assert liberty(fold(office), record, day).statuses == ("in_prison", "released_conditional")
    assert held(fold(office), record, day) is None
    office.do("prefer", fact=office.facts[says], claim=says, why="seen at home")
    assert liberty(fold(office), record, day).statuses == ("released_conditional",)
    assert held(fold(office), record, day) is False


def test_held_statuses_are_those_behind_walls() -> None:
    assert HELD == ("in_prison", "psychiatric", "extradition_custody", "pretrial", "administrative_arrest")

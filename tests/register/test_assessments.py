"""Assessments in the fold: the last answer in force, a second member who is not the first; what facts bear."""

from __future__ import annotations

from datetime import date

import pytest

from habeas.law import definition
from habeas.ledger import Draft
from habeas.register import borne, fold
from simulator.office import MEMBER, Office

ON = date(2021, 1, 31)


@pytest.fixture
def told():
    """Somebody held for an article of the extremist class, with a finding, and an allegation."""
    office = Office()
    source = office.source("Report")
    record = office.person("Odo Brandt", source)
    office.accept(record, "charge", "2019-02", article="174", code="Criminal Code of 2014")
    office.accept(record, "sentence", "2019-05-14", penalty="imprisonment", length="P6Y")
    office.accept(record, "ill_treatment", "2019-03", act="denial_of_counsel", modality="alleged")
    return office, record


def assess(office, record, criterion="II", answer="met", member=MEMBER, facts=(), **more):
    content = {
        "record": record, "definition": "wgad", "criterion": criterion, "answer": answer, "facts": list(facts),
        "against": [], "why": "because", **more,
    }  # fmt: skip
    return office.journal.append([Draft("assess", "k1", member, content, (record,))])[0].id


def second(office, entry, member, agrees=True):
    content = {"assessment": entry, "agrees": agrees, "why": "read it"}
    office.journal.append([Draft("assessment_seconded", "k2", member, content, ())])


def of(office, record):
    return {a.criterion: (a.answer, a.confirmed) for a in fold(office.entries).assessments.get(record, ())}


def test_an_answer_stands_until_another_replaces_it(told):
    office, record = told
    first = assess(office, record)
    assert of(office, record) == {"II": ("met", False)}
    assess(office, record, answer="cannot_tell", replaces=first)
    assert of(office, record) == {"II": ("cannot_tell", False)}


def test_a_second_member_confirms_and_the_first_cannot(told):
    office, record = told
    entry = assess(office, record)
    second(office, entry, MEMBER)
    assert of(office, record) == {"II": ("met", False)}
    second(office, entry, "m-other")
    assert of(office, record) == {"II": ("met", True)}
    second(office, entry, "m-third", agrees=False)
    assert of(office, record) == {"II": ("met", False)}


def test_a_new_answer_is_not_confirmed_by_the_word_on_the_old_one(told):
    office, record = told
    entry = assess(office, record)
    second(office, entry, "m-other")
    assess(office, record, answer="met", replaces=entry)
    assert of(office, record) == {"II": ("met", False)}


def test_a_withdrawn_answer_is_gone(told):
    office, record = told
    entry = assess(office, record)
    office.withdraw(decision=entry)
    assert of(office, record) == {}


def test_assessments_follow_a_person_whose_records_are_joined(told):
    office, record = told
    other = office.person("O. Brandt", office.source("Gazette"))
    assess(office, other)
    office.do("same", records=[record, other], why="one case number")
    register = fold(office.entries)
    assert [a.criterion for a in register.assessments[register.resolve(record)]] == ["II"]


def lines(office, record, name):
    return {
        b.criterion.id: ([f.kind for f in b.bearing], b.missing)
        for b in borne(fold(office.entries), record, definition(name), ON)
    }


def test_a_charge_of_the_class_bears_category_two_and_one_source_is_said(told):
    office, record = told
    found = lines(office, record, "wgad")
    assert found["II"] == (["charge"], ("It rests on one source.",))
    assert found["IV"] == ([], ("No fact of the register bears it.",))


def test_what_is_only_alleged_is_said(told):
    office, record = told
    assert lines(office, record, "wgad")["III"] == (["ill_treatment"], ("Everything that bears it is alleged.",))


def test_motive_is_for_the_assessor(told):
    office, record = told
    missing = lines(office, record, "pace-1900")["c"][1]
    assert "What shows a political motive is not in the register: the assessor says it." in missing


def test_somebody_at_liberty_is_told_as_such(told):
    office, record = told
    office.accept(record, "release", "2020-01-01", ground="pardon")
    missing = lines(office, record, "pace-1900")["a"][1]
    assert missing[0] == "The register does not show that the person is held on this day."


def test_a_term_that_ran_out_bears_category_one(told):
    office, record = told
    late = [
        b for b in borne(fold(office.entries), record, definition("wgad"), date(2026, 1, 1)) if b.criterion.id == "I"
    ]
    assert [f.kind for f in late[0].bearing] == ["sentence"]


def test_what_is_denied_or_later_bears_nothing(told):
    office, record = told
    office.accept(record, "finding", "2022-02-02", body="Committee")
    office.accept(record, "custody", "2019-01", form="extradition_detention", modality="denied")
    found = lines(office, record, "wgad")
    assert (found["II"][0], found["IV"][0]) == (["charge"], [])

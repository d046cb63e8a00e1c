"""Assessing at the desk: an answer needs facts of the person and a reason; nobody seconds their own."""

from __future__ import annotations

from datetime import date

import pytest

from desk.invented import EDITOR, MONITOR, bring, moment
from habeas.desk import Workspace, accept_all, add_member, assess, assessment, people, person, recognise, second, undo
from habeas.desk.faults import BadRequest, NotFound, Refused
from habeas.law import NoCriteria

ON = date(2021, 1, 31)


@pytest.fixture
def decided(ws: Workspace) -> Workspace:
    """The invented list with everything accepted, and a second member."""
    bring(ws)
    accept_all(ws, by=MONITOR, now=moment(5))
    add_member(ws, EDITOR, now=moment(6))
    return ws


def fact_of(ws: Workspace, name: str, kind: str = "sentence") -> str:
    return next(f.id for f in person(ws, name, as_of=ON).facts if f.kind == kind)


def answer(ws: Workspace, **more):
    said = {
        "name": "wgad", "criterion": "II", "answer": "met", "why": "held for a poem",
        "facts": [fact_of(ws, "Aru Bekova")], "by": MONITOR, "now": moment(10),
    }  # fmt: skip
    return assess(ws, "Aru Bekova", **{**said, **more})


def test_an_answer_is_met_only_when_a_second_member_confirms(decided):
    entry = answer(decided).entries[0]
    assert assessment(decided, "Aru Bekova", name="wgad", on=ON).met == ()
    second(decided, entry, agrees=True, why="read the poem", by=EDITOR, now=moment(11))
    page = assessment(decided, "Aru Bekova", name="wgad", on=ON)
    assert (page.met, "II" in page.open) == (("II",), False)


def test_nobody_seconds_their_own(decided):
    entry = answer(decided).entries[0]
    with pytest.raises(Refused):
        second(decided, entry, agrees=True, why="I am sure", by=MONITOR, now=moment(11))


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({"answer": "perhaps"}, BadRequest),
        ({"why": " "}, BadRequest),
        ({"facts": []}, BadRequest),
        ({"facts": ["f-0000000000"]}, BadRequest),
        ({"criterion": "VI"}, NoCriteria),
        ({"name": "nosuch"}, NoCriteria),
    ],
)
def test_a_bad_answer_is_refused_and_nothing_is_written(decided, more, fault):
    head = decided.journal.head()
    with pytest.raises(fault):
        answer(decided, **more)
    assert decided.journal.head() == head


def test_a_fact_of_somebody_else_bears_nothing(decided):
    with pytest.raises(BadRequest):
        answer(decided, facts=[fact_of(decided, "Bolat Karin")])


def test_an_answer_is_undone(decided):
    entry = answer(decided).entries[0]
    undo(decided, entry, by=MONITOR, now=moment(12), why="too early")
    page = assessment(decided, "Aru Bekova", name="wgad", on=ON)
    assert [s.decided for s in page.criteria] == [None] * 5
    with pytest.raises(NotFound):
        second(decided, entry, agrees=True, why="x", by=EDITOR, now=moment(13))


def test_nobody_is_refused_without_a_reason(decided):
    who = people(decided, as_of=ON)[0].id
    with pytest.raises(BadRequest):
        recognise(decided, who, step="refused", by=MONITOR, now=moment(20))
    with pytest.raises(BadRequest):
        recognise(decided, who, step="entered", tier="nosuch", by=MONITOR, now=moment(20))
    assert recognise(decided, who, step="refused", reason="called for violence", by=MONITOR, now=moment(20)).entries

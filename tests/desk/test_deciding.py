"""Decisions on claims, facts and people, and what they change in the figures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from desk.invented import DAY, EDITOR, MONITOR, UPDATE, bring, moment
from habeas.desk import (
    Selection,
    Workspace,
    accept,
    accept_all,
    correct,
    different,
    figures,
    history,
    people,
    person,
    prefer,
    proposals,
    recognise,
    register,
    reject,
    same,
    split,
    undo,
    verify,
    withdraw,
)
from habeas.desk.faults import BadRequest, NotFound, Refused
from habeas.desk.targets import Ambiguous, DecidedMeanwhile
from habeas.lexicon.kinds import NotInVocabulary

ON = date.fromisoformat(DAY)


@pytest.fixture
def decided(ws: Workspace) -> Workspace:
    """The workspace with everything accepted."""
    accept_all(ws, by=MONITOR, now=moment(2))
    return ws


def numbers(ws: Workspace) -> Mapping[str, float]:
    """Figure -> value on the day of the list."""
    return {f.name: f.value for f in figures(ws, as_of=ON).figures}


def ids(ws: Workspace) -> Mapping[str, str]:
    """Name -> person id."""
    return {p.name: p.id for p in people(ws, as_of=ON)}


def fact_of(ws: Workspace, who: str, kind: str) -> str:
    """The one fact of this kind about a person."""
    [fact] = [f.id for f in person(ws, who, as_of=ON).facts if f.kind == kind]
    return fact


def test_withdrawing_a_prison_sentence_takes_one_from_the_figure_and_names_the_person(decided: Workspace) -> None:
    before = {"listed": 3, "political_prisoners": 3, "held_not_recognised": 1}
    assert {k: v for k, v in numbers(decided).items() if v} == before
    done = withdraw(decided, fact_of(decided, "Bekova", "sentence"), by=EDITOR, now=moment(3), why="quashed", on=ON)
    [change] = [c for c in done.changes if c.figure == "political_prisoners"]
    assert (change.before, change.after, change.left, change.came) == (3, 2, ("Aru Bekova",), ())
    assert numbers(decided)["political_prisoners"] == 2
    undo(decided, done.decided.entries[0], by=MONITOR, now=moment(4), why="it stands")
    assert numbers(decided)["political_prisoners"] == 3
    assert verify(decided).faults == ()


def test_a_claim_may_be_withdrawn_alone(decided: Workspace) -> None:
    [fact] = [f for f in person(decided, "Omar", as_of=ON).facts if f.kind == "sentence"]
    withdraw(decided, fact.claims[0].id, by=MONITOR, now=moment(3), why="misread", on=ON)
    assert "sentence" not in [f.kind for f in person(decided, "Omar", as_of=ON).facts]
    assert proposals(decided) == ()
    with pytest.raises(NotFound):
        withdraw(decided, "f-ffffffffff", by=MONITOR, now=moment(4), why="none")


def test_undoing_an_acceptance_opens_the_proposal_again(decided: Workspace) -> None:
    [claim] = next(f for f in person(decided, "Bekova", as_of=ON).facts if f.kind == "charge").claims
    undo(decided, claim.decision, by=MONITOR, now=moment(3), why="too fast")
    assert [p.id for p in proposals(decided)] == [claim.id]
    with pytest.raises(Refused):
        undo(decided, claim.decision, by=MONITOR, now=moment(4), why="again")
    accept(decided, Selection(ids=(claim.id,)), by=EDITOR, now=moment(5))
    assert proposals(decided) == ()
    assert [f.kind for f in person(decided, "Bekova", as_of=ON).facts].count("charge") == 1
    assert verify(decided).faults == ()


def test_what_happened_cannot_be_undone(decided: Workspace) -> None:
    for entry in (
        e for e in decided.journal.read() if e.action in ("member_added", "source_captured", "record_opened")
    ):
        with pytest.raises(Refused):
            undo(decided, entry.id, by=MONITOR, now=moment(3), why="no")
    for name in ("other:1", f"{decided.feed}:999", "x"):
        with pytest.raises(NotFound):
            undo(decided, name, by=MONITOR, now=moment(3), why="no")


def test_rejecting(ws: Workspace) -> None:
    done = reject(ws, Selection(person="Sat"), by=MONITOR, now=moment(2), why="other country")
    assert (len(done.entries), done.already) == (2, ())
    again = reject(ws, Selection(ids=done.subjects), by=EDITOR, now=moment(3), why="twice")
    assert (again.entries, set(again.already)) == ((), set(done.subjects))
    assert {p.status for p in proposals(ws, Selection(person="Sat"), status=None)} == {"rejected"}
    undo(ws, done.entries[0], by=MONITOR, now=moment(4), why="ours")
    assert [p.id for p in proposals(ws, Selection(person="Sat"))] == [done.subjects[0]]


def test_correcting_a_claim(decided: Workspace) -> None:
    [fact] = [f for f in person(decided, "Karin", as_of=ON).facts if f.kind == "sentence"]
    claim = fact.claims[0].id
    first = correct(
        decided, claim, {"fields": {"length": "P2Y"}, "when": "2020-02"}, by=EDITOR, now=moment(3), why="misread"
    )
    [seen] = next(f for f in person(decided, "Karin", as_of=ON).facts if f.kind == "sentence").claims
    assert (dict(seen.fields), seen.when) == ({"penalty": "imprisonment", "length": "P2Y"}, "2020-02")
    assert (seen.member, seen.decision, seen.corrected) == (EDITOR, first.entries[0], True)
    with pytest.raises(NotInVocabulary):
        correct(decided, claim, {"fields": {"penalty": "exile"}}, by=MONITOR, now=moment(4), why="no such term")
    with pytest.raises(BadRequest):
        correct(decided, claim, {"span": [0, 1]}, by=MONITOR, now=moment(4), why="moved")


def test_the_second_who_corrects_is_told_what_happened(decided: Workspace) -> None:
    [fact] = [f for f in person(decided, "Karin", as_of=ON).facts if f.kind == "sentence"]
    [claim] = fact.claims
    correct(decided, claim.id, {"when": "2020-02"}, by=EDITOR, now=moment(3), why="misread", replaces=claim.decision)
    with pytest.raises(DecidedMeanwhile) as told:
        correct(
            decided, claim.id, {"when": "2020-04"}, by=MONITOR, now=moment(4), why="misread", replaces=claim.decision
        )
    assert told.value.exit_code == 6
    assert told.value.cause.startswith("B. Editor decided on this meanwhile: correct, entry ")
    correct(decided, claim.id, {"when": "2020-04"}, by=MONITOR, now=moment(5), why="misread")
    assert register(decided).conflicts == ()


def test_an_open_proposal_is_accepted_and_corrected_at_once(ws: Workspace) -> None:
    target = proposals(ws, Selection(kind="charge"))[0].id
    correct(ws, target, {"fields": {"article": "102"}}, by=MONITOR, now=moment(2), why="misread")
    assert [p.status for p in proposals(ws, Selection(kind="charge"), status=None)] == ["corrected"]
    assert dict(register(ws).claims[target].reading.fields) == {"article": "102", "code": "AC"}


def test_one_press_of_a_button_writes_once(decided: Workspace) -> None:
    who = ids(decided)["Yerlan Sat"]
    first = recognise(decided, who, step="entered", by=MONITOR, now=moment(3), key="press-1")
    again = recognise(decided, who, step="entered", by=MONITOR, now=moment(4), key="press-1")
    assert (first.already, again.entries, again.already) == ((), (), first.entries)


def test_our_own_list_goes_before_those_of_sources(decided: Workspace) -> None:
    assert numbers(decided)["listed"] == 3
    recognise(decided, "Sat", step="entered", by=MONITOR, now=moment(3), when="2021-01", category="writers")
    page = figures(decided, as_of=date(2021, 2, 1))
    assert {f.name: (f.value, f.lists) for f in page.figures}["listed"] == (1, ("own",))
    assert [p.name for p in people(decided, as_of=date(2021, 2, 1), status="listed")] == ["Yerlan Sat"]
    assert [p.name for p in people(decided, as_of=ON, list_name="List of Arcadia", status="listed")] != []
    with pytest.raises(NotInVocabulary):
        recognise(decided, "Sat", step="maybe", by=MONITOR, now=moment(4))


@pytest.fixture
def two_documents(decided: Workspace) -> Workspace:
    """The update accepted as well: two people stand there twice."""
    bring(decided, UPDATE, second=5, name="update.txt")
    accept_all(decided, by=MONITOR, now=moment(6))
    return decided


def test_joining_and_splitting(two_documents: Workspace) -> None:
    ws = two_documents
    with pytest.raises(Ambiguous) as told:
        person(ws, "bekova", as_of=ON)
    assert told.value.exit_code == 3
    both = [p.id for p in people(ws, as_of=ON, name="Bekova")]
    assert len(both) == 2
    same(ws, both, by=MONITOR, now=moment(7), why="one person")
    joined = person(ws, "Bekova", as_of=ON)
    assert (joined.id, joined.records) == (min(both), tuple(sorted(both)))
    assert person(ws, max(both), as_of=ON) == joined
    assert same(ws, both, by=EDITOR, now=moment(8), why="yes").already == tuple(both)
    with pytest.raises(Refused):
        different(ws, both, by=EDITOR, now=moment(8), why="no")
    split(ws, [max(both)], by=EDITOR, now=moment(9), why="two people after all")
    assert len(people(ws, as_of=ON, name="Bekova")) == 2
    different(ws, both, by=EDITOR, now=moment(10), why="two people")
    for wrong in ([max(both)], [], ["r-0000000000"], [min(both), max(both)]):
        with pytest.raises((Refused, NotFound)):
            split(ws, wrong, by=EDITOR, now=moment(11), why="alone")
    assert verify(ws).faults == ()


def test_facts_of_one_person_may_be_joined_and_a_dispute_settled(two_documents: Workspace) -> None:
    ws = two_documents
    both = [p.id for p in people(ws, as_of=ON, name="Bekova")]
    sentences = [f.id for who in both for f in person(ws, who, as_of=ON).facts if f.kind == "sentence"]
    with pytest.raises(Refused):
        same(ws, sentences, by=MONITOR, now=moment(7), why="one sentence")
    same(ws, both, by=MONITOR, now=moment(7), why="one person")
    claim = person(ws, "Bekova", as_of=ON).facts[0].claims[0].id
    [other] = [c.id for c in register(ws).claims.values() if c.fact == max(sentences)]
    correct(ws, other, {"fields": {"length": "P6Y"}}, by=MONITOR, now=moment(8), why="it says six")
    same(ws, sentences, by=MONITOR, now=moment(9), why="one sentence")
    [fact] = [f for f in person(ws, "Bekova", as_of=ON).facts if f.kind == "sentence"]
    assert (fact.disputed, len(fact.claims)) == (True, 2)
    assert [p.name for p in people(ws, as_of=ON, status="disputed")] == ["Aru Bekova"]
    with pytest.raises(Refused):
        prefer(
            ws,
            fact.id,
            claim if claim not in [c.id for c in fact.claims] else "c-x",
            by=MONITOR,
            now=moment(10),
            why="-",
        )
    first = prefer(ws, fact.id, other, by=MONITOR, now=moment(10), why="the later document")
    [fact] = [f for f in person(ws, "Bekova", as_of=ON).facts if f.kind == "sentence"]
    assert (fact.disputed, fact.fields["length"], [c.preferred for c in fact.claims].count(True)) == (False, "P6Y", 1)
    rival = next(c.id for c in fact.claims if c.id != other)
    prefer(ws, fact.id, rival, by=EDITOR, now=moment(11), why="the judgment", replaces=first.entries[0])
    with pytest.raises(DecidedMeanwhile):
        prefer(ws, fact.id, other, by=MONITOR, now=moment(12), why="no", replaces=first.entries[0])
    assert verify(ws).faults == ()


def test_history_names_who_did_what(decided: Workspace) -> None:
    who = ids(decided)["Aru Bekova"]
    fact = fact_of(decided, who, "charge")
    withdraw(decided, fact, by=EDITOR, now=moment(3), why="dropped", on=ON)
    rows = history(decided, who)
    assert [(r.action, r.member) for r in rows] == [("record_opened", MONITOR)] + [("accept", MONITOR)] * 3 + [
        ("withdraw", EDITOR)
    ]
    assert [r.action for r in history(decided, fact)] == ["accept", "withdraw"]
    with pytest.raises(NotFound):
        history(decided, "r-ffffffffff")

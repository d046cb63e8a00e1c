"""People who may be one: proposed, judged, and not proposed again; joins undone; contradictions shown."""

from __future__ import annotations

import pytest

from desk.invented import MONITOR, moment
from habeas.adapters.people_lists import take_people
from habeas.desk import (
    Workspace,
    accept_all,
    cannot_tell,
    different,
    import_people,
    likely_duplicates,
    rebuild,
    register,
    same,
    undo,
    verify,
)
from habeas.desk.faults import BadRequest
from habeas.errors import HabeasError
from shared_texts import installed

FIRST = "Name,Birth,City\nAset Serikov,1980-03-12,Almaty\nAsel Serikova,1982,Almaty\nSiarhei Kavaliou,1975,Minsk\n"
SECOND = "Name,Birth,City\nСериков Әсет,1980-03-12,Алматы\nСергей Ковалёв,1975,Минск\nUna Veil,,\n"


@pytest.fixture
def office(ws: Workspace) -> Workspace:
    accept_all(ws, by=MONITOR, now=moment(2))
    for number, text in enumerate((FIRST, SECOND)):
        import_people(ws, *take_people(text.encode(), file=f"{number}.csv"), by=MONITOR, now=moment(3 + number))
    return ws


def pairs(ws: Workspace, *, undecided: bool = False) -> list[tuple[str, str]]:
    found = likely_duplicates(ws, undecided=undecided).pairs
    return sorted(tuple(sorted((p.left.name, p.right.name))) for p in found)  # type: ignore[misc]


def ids(ws: Workspace, number: int = 0) -> list[str]:
    pair = likely_duplicates(ws).pairs[number]
    return [pair.left.id, pair.right.id]


BOTH = [("Aset Serikov", "Сериков Әсет"), ("Siarhei Kavaliou", "Сергей Ковалёв")]


def test_spellings_of_one_person_are_proposed_with_reasons(office: Workspace) -> None:
    assert pairs(office) == BOTH
    first = next(p for p in likely_duplicates(office).pairs if "Aset" in p.left.name + p.right.name)
    assert [(p.role, p.verdict) for p in first.parts] == [("given", "variant"), ("surname", "variant")]
    assert any("1980-03-12" in said for said in first.beside)


def test_another_engine_finds_the_same(office: Workspace) -> None:
    installed("splink")
    ours, theirs = likely_duplicates(office), likely_duplicates(office, engine="splink")
    assert (theirs, len(theirs.pairs)) == (ours, 2)
    with pytest.raises(HabeasError, match="no engine 'excel'"):
        likely_duplicates(office, engine="excel")


def test_what_is_joined_keeps_both_ids_and_every_fact_and_can_be_undone(office: Workspace) -> None:
    one, other = ids(office)
    facts = len(register(office).people[one].facts) + len(register(office).people[other].facts)
    made = same(office, [one, other], by=MONITOR, now=moment(9), why="one birth date")
    now = register(office)
    assert now.resolve(one) == now.resolve(other)
    assert sum(len(f.claims) for f in map(now.facts.get, now.people[now.resolve(one)].facts) if f) >= facts
    assert len(pairs(office)) == 1
    undo(office, made.entries[0], by=MONITOR, now=moment(10), why="not sure")
    assert pairs(office) == BOTH
    assert rebuild(office).same


def test_what_was_judged_different_does_not_come_back_and_what_nobody_could_tell_waits_apart(office: Workspace) -> None:
    first, second = ids(office), ids(office, 1)
    different(office, first, by=MONITOR, now=moment(9), why="two trials")
    cannot_tell(office, second, by=MONITOR, now=moment(10), why="no second source")
    assert (pairs(office), len(pairs(office, undecided=True))) == ([], 1)
    assert likely_duplicates(office).undecided == 1
    assert verify(office).whole


def test_contradictions_are_shown_and_not_resolved(office: Workspace) -> None:
    one, other = ids(office)
    third = next(p.id for p in register(office).people.values() if p.name == "Una Veil")
    same(office, [one, third], by=MONITOR, now=moment(9), why="said so")
    different(office, [other, one], by=MONITOR, now=moment(10), why="two trials")
    same(office, [third, other], by=MONITOR, now=moment(11), why="said so")
    (conflict,) = likely_duplicates(office).conflicts
    assert "stands until one of them is withdrawn" in conflict


def test_nothing_is_said_of_nobody(office: Workspace) -> None:
    with pytest.raises(BadRequest):
        cannot_tell(office, ["r-0000000000", "r-1111111111"], by=MONITOR, now=moment(9), why="x")
    with pytest.raises(BadRequest):
        cannot_tell(office, ids(office)[:1], by=MONITOR, now=moment(9), why="x")

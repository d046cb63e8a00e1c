"""Queries: the same number of statements however much they find; present and past, SQL and fold agree."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from desk.invented import DAY, MONITOR, UPDATE, bring, moment, new_workspace
from habeas.desk import (
    Selection,
    Workspace,
    accept,
    accept_all,
    capture_bytes,
    correct,
    figures,
    history,
    members,
    people,
    person,
    proposals,
    read_source,
    recognise,
    register,
    same,
    sources,
    verify,
    withdraw,
)
from habeas.desk.faults import BadRequest
from habeas.desk.models import COUNTING
from habeas.evidence import Document
from habeas.figures import INDEXES, RULES, TABLES, count
from habeas.reading import Proposal, Reading
from habeas.register import AUDIENCES, default_lists
from habeas.reports.outside import is_outside

ON = date.fromisoformat(DAY)
LATE = "2021-02-28"


def crowd(size: int) -> str:
    """A text about so many people, each with four claims."""
    lines = [
        f"Person {n:03} Lastname{n:03} | {rest}"
        for n in range(size)
        for rest in (
            "recognition | 2021-01-31 | list=Crowd, step=entered, category=a",
            f"sentence | 201{n % 10}-03-02 | penalty=imprisonment, length=P3Y",
            "ill_treatment | 2020-06 | act=beating | alleged",
            "finding | 2020-11 | body=A Committee, reference=1/2020",
        )
    ]
    return "A crowd in one document for counting\n" + "\n".join(lines) + "\n"


@contextmanager
def decided(folder: Path, size: int) -> Iterator[Workspace]:
    """A workspace with a crowd of this size, all accepted."""
    with new_workspace(folder) as ws:
        bring(ws, crowd(size))
        accept_all(ws, by=MONITOR, now=moment(2))
        yield ws


QUERIES: dict[str, Callable[[Workspace], object]] = {
    "people": lambda ws: people(ws, as_of=ON),
    "people, public": lambda ws: people(ws, as_of=ON, audience="public"),
    "person": lambda ws: person(ws, "Person 003", as_of=ON),
    "figures": lambda ws: figures(ws, as_of=ON),
    "sources": sources,
    "proposals": lambda ws: proposals(ws, status=None),
    "proposals of one": lambda ws: proposals(ws, Selection(person="Person 003"), status=None),
    "history": lambda ws: history(ws, people(ws, as_of=ON)[0].id),
    "members": members,
}


def queries(folder: Path, size: int) -> dict[str, int]:
    """How many statements each query makes on a crowd of this size."""
    with decided(folder, size) as ws:
        made = {}
        for name, query in QUERIES.items():
            with CaptureQueriesContext(connections[ws.alias]) as seen:
                query(ws)
            made[name] = len(seen)
        return made


def test_queries_do_not_grow_with_what_they_find(tmp_path: Path) -> None:
    ten, hundred = queries(tmp_path / "a", 10), queries(tmp_path / "b", 100)
    assert ten == hundred
    assert max(v for k, v in ten.items() if k != "figures") <= 12


def test_one_decision_costs_the_same_at_any_size(tmp_path: Path) -> None:
    costs = []
    for size in (10, 100):
        with decided(tmp_path / str(size), size) as ws:
            with CaptureQueriesContext(connections[ws.alias]) as seen:
                recognise(ws, people(ws, as_of=ON)[3].id, step="entered", by=MONITOR, now=moment(4))
            costs.append(len(seen))
    assert costs[0] == costs[1]


@pytest.fixture
def storied(ws: Workspace) -> Workspace:
    """Two documents, joined people, a dispute, a correction, a withdrawal, a decision on the own list."""
    bring(ws, UPDATE, second=2, name="update.txt")
    accept_all(ws, by=MONITOR, now=moment(3))
    same(ws, [p.id for p in people(ws, as_of=ON, name="Bekova")], by=MONITOR, now=moment(4), why="one person")
    held = register(ws)
    sentences = [f for f in held.facts.values() if f.kind == "sentence"]
    correct(ws, sentences[0].claims[0], {"fields": {"length": "P1Y"}}, by=MONITOR, now=moment(5), why="misread")
    withdraw(ws, sentences[-1].id, by=MONITOR, now=moment(6), why="quashed")
    return ws


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("day", ["2019-02-01", "2020-07-01", DAY, "2024-01-01"])
def test_both_engines_agree(storied: Workspace, audience: str, day: str) -> None:
    on = date.fromisoformat(day)
    page = figures(storied, as_of=on, audience=audience)
    counted = count(register(storied), as_of=on, audience=audience, known_at=page.known_at)
    if is_outside(audience):  # here nothing was released: not even the name of the list is told
        counted = [replace(f, lists=()) for f in counted]
    assert list(page.figures) == counted
    past = figures(storied, as_of=on, known_at=LATE, audience=audience)
    assert [(f.name, f.counted, f.unknown, f.withheld) for f in page.figures] == [
        (f.name, f.counted, f.unknown, f.withheld) for f in past.figures
    ]
    assert [f.name for f in page.figures] == [r.name for r in RULES]


@pytest.mark.parametrize("audience", ["team", "public", "case"])
def test_present_and_past_give_the_same_pages(storied: Workspace, audience: str) -> None:
    assert people(storied, as_of=ON, audience=audience) == people(storied, as_of=ON, known_at=LATE, audience=audience)
    for row in people(storied, as_of=ON, audience=audience):
        now = person(storied, row.id, as_of=ON, audience=audience)
        assert now == person(storied, row.id, as_of=ON, known_at=LATE, audience=audience)


def test_what_was_known_before_a_decision(storied: Workspace) -> None:
    def value(known_at: str | None) -> float:
        page = figures(storied, as_of=ON, known_at=known_at)
        return {f.name: f.value for f in page.figures}["political_prisoners"] + 0

    assert (value("2021-02-01T10:00:00Z"), len(people(storied, as_of=ON, known_at="2021-01-01"))) == (0, 0)
    assert len(people(storied, as_of=ON, known_at=moment(3))) == 6
    assert len(people(storied, as_of=ON)) == 5
    with pytest.raises(BadRequest):
        figures(storied, as_of=ON, known_at="yesterday")


def test_the_default_lists_are_those_of_the_register(storied: Workspace) -> None:
    from habeas.desk.numbers import default_lists as from_tables

    assert from_tables(storied) == default_lists(register(storied)) == ("List of Arcadia",)
    recognise(storied, "Omar", step="entered", by=MONITOR, now=moment(8))
    assert from_tables(storied) == default_lists(register(storied)) == ("own",)


def test_filters_and_sorting_of_people(storied: Workspace) -> None:
    assert [p.name for p in people(storied, as_of=ON, status="listed", sort="name")] == [
        "Aru Bekova",
        "Bolat Karin",
        "Dana Omar",
    ]
    assert {p.name for p in people(storied, as_of=ON, category="writers")} == {"Aru Bekova", "Bolat Karin"}
    assert [p.claims for p in people(storied, as_of=ON, sort="claims")] == sorted(
        (p.claims for p in people(storied, as_of=ON)), reverse=True
    )
    assert people(storied, as_of=ON, status="held", sort="status")[0].states[0] == "in_prison"
    for wrong in ({"status": "happy"}, {"sort": "age"}):
        with pytest.raises(BadRequest):
            people(storied, as_of=ON, **wrong)  # type: ignore[arg-type]


def test_the_counting_tables_are_those_that_figures_declares() -> None:
    def columns(table: str) -> tuple[str, ...]:
        return tuple(f.column for f in COUNTING[table]._meta.local_fields if f.column != "id")

    assert {table: columns(table) for table in COUNTING} == dict(TABLES)
    declared = {table: {tuple(i.fields) for i in model._meta.indexes} for table, model in COUNTING.items()}
    assert {t: [i for i in wanted if i not in declared[t]] for t, wanted in INDEXES.items()} == {
        key: [] for key in TABLES
    }


def test_the_figures_as_json(storied: Workspace) -> None:
    said = figures(storied, as_of=ON).to_json()
    assert (sorted(said), said["as_of"], said["known_at"]) == (
        ["as_of", "figures", "known_at"],
        DAY,
        moment(6).replace("Z", ".000000Z"),
    )
    listed = said["figures"][0]
    assert (listed["name"], listed["value"], len(listed["counted"])) == ("listed", 3, 3)
    assert set(figures(storied, as_of=ON).names) >= set(listed["counted"])


def test_claims_without_persons_are_counted_and_are_nobody(ws: Workspace) -> None:
    text = "Assemblies in Arcadia in the year 2020\nSquare, May: 40 detained.\nBridge, June: about 600 detained.\n"
    places = (
        ("Square", "2020-05-01", {"value": 40, "comparator": "="}),
        ("Bridge", "2020-06-01", {"value": 600, "comparator": "~"}),
    )

    def assemblies(document: Document) -> Reading:
        starts = [document.text.index(place) for place, _, _ in places]
        claims = tuple(
            Proposal(
                f"c-{place}", "assembly", (), (at, at + 6), when, {"place": place, "detained": count}, "assembly.x", 0.9
            )
            for at, (place, when, count) in zip(starts, places, strict=True)
        )
        return Reading(document, (), claims)

    source = capture_bytes(ws, text.encode(), name="x.txt", by=MONITOR, now=moment(2)).source
    read_source(ws, source, now=moment(2), reader=assemblies)
    for second, row in enumerate(proposals(ws, Selection(document=source)), start=3):
        accept(ws, Selection(ids=(row.id,)), by=MONITOR, now=moment(second))
        assert verify(ws).faults == ()
    assert people(ws, as_of=ON) == ()
    now, past = (figures(ws, as_of=ON, known_at=k).to_json()["figures"][-1] for k in (None, LATE))
    assert json.dumps(now) == json.dumps(past)
    assert (json.dumps(now["value"]), now["comparator"]) == ("640", "~")

"""What was decided lately, newest first, for the first page of the desk: acts in a row by one member are one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Count

from habeas.desk import models
from habeas.desk.faults import told
from habeas.desk.tables import among
from habeas.desk.workspace import Workspace
from habeas.ledger import Entry

NEWEST = 400
"""So many entries are looked at; older ones stand in the histories."""


@dataclass(frozen=True, slots=True)
class Changed:
    """Acts of one kind by one member in a row: how many entries, the last of them and when, and whom they are about.

    `people` are ids and names of up to five of the people; `about` is how many there are.
    """

    action: str
    member: str
    at: str
    entry: str
    entries: int
    people: tuple[tuple[str, str], ...]
    about: int


@told
def changes(ws: Workspace, *, since: str | None = None, limit: int = 12) -> tuple[Changed, ...]:
    """The last acts (after the moment `since`, when one is given). Four queries, however many there are."""
    entries = ws.journal.newest(NEWEST, since=since)
    runs = _runs(e for e in entries if e.action != "record_opened")[:limit]
    members = dict(models.MemberRow.objects.using(ws.alias).values_list("id", "name"))
    people = _people(ws, {s for run in runs for e in run for s in _subjects(e)})
    return tuple(_changed(run, members, people) for run in runs)


@told
def waiting(ws: Workspace) -> tuple[tuple[str, str, int], ...]:
    """Sources with open proposals: SHA-256, title and how many wait; most first. One query."""
    rows = models.ProposalRecord.objects.using(ws.alias).filter(status=models.ProposalRecord.OPEN)
    counted = rows.filter(source__restricted=False).values_list("source", "source__title").annotate(n=Count("id"))
    return tuple(counted.order_by("-n", "source"))


def _runs(entries: Iterable[Entry]) -> list[list[Entry]]:
    return [list(run) for _, run in groupby(entries, key=lambda e: (e.action, e.header.actor_key))]


def _subjects(entry: Entry) -> tuple[str, ...]:
    return entry.body.subjects if entry.body else ()


def _people(ws: Workspace, subjects: Iterable[str]) -> Mapping[str, tuple[str, str]]:
    """Record -> id and name of its person, for the subjects that are records."""
    rows = models.RecordRow.objects.using(ws.alias).filter(record__in=among(subjects))
    person_of = dict(rows.values_list("record", "person"))
    named = models.PersonRow.objects.using(ws.alias).filter(id__in=among(set(person_of.values())))
    names = dict(named.values_list("id", "name"))
    return {record: (person, names[person]) for record, person in person_of.items() if person in names}


def _changed(run: list[Entry], members: Mapping[str, str], people: Mapping[str, tuple[str, str]]) -> Changed:
    last = run[0]
    found = list(dict.fromkeys(_found(run, people)))
    author = last.body.author if last.body else last.header.actor_key
    return Changed(
        last.action, members.get(author, author), last.header.at, last.id, len(run), tuple(found[:5]), len(found)
    )


def _found(run: list[Entry], people: Mapping[str, tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for entry in run:
        yield from (people[s] for s in _subjects(entry) if s in people)

"""Deadlines of international bodies that run from findings and interventions of the register."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from habeas.law import Deadline, Start, body_named, deadlines
from habeas.lexicon import Length, When
from habeas.register import Fact, Register
from habeas.watch.item import Item
from habeas.watch.spans import DAY

_FIELD = {"finding": "body", "intervention": "addressee"}


def body_deadlines(register: Register, person: str) -> Iterator[Item]:
    """Every deadline that a finding or an intervention about the person starts and no outcome has settled."""
    for fact in register.facts_of(person, *_FIELD):
        body = body_named(str(fact.fields.get(_FIELD[fact.kind]) or ""))
        if body is None or fact.modality != "happened":
            continue
        for deadline in deadlines():
            start = deadline.start(fact.kind, fact.fields.get("act"))
            if deadline.body == body.id and start and fact.fields.get("outcome") not in deadline.settled_by:
                yield _item(fact, deadline, start)


def _item(fact: Fact, deadline: Deadline, start: Start) -> Item:
    first, last = ends(fact.when, deadline.within) if fact.when else (None, None)
    reference = f" ({fact.fields['reference']})" if fact.fields.get("reference") else ""
    return Item(
        "deadline", fact.person, deadline.what["en"] + reference, first, last if start.exact else None, deadline.id,
        deadline.source, deadline.status, fact.id, (fact.id,), fact.level, None, deadline.note,
    )  # fmt: skip


def ends(start: When, within: Length) -> tuple[date | None, date | None]:
    """First and last day that can be the last of a deadline: the day of its start is not counted.

    Sixty days from 1 March end on 30 April; six months from 10 January end on 10 July (general rule for terms, to be
    checked for each body).
    """
    first, last = start.reach
    return _after(first, within), _after(last, within)


def _after(day: date | None, within: Length) -> date | None:
    return within.after(day + DAY) if day is not None and day < date.max else None

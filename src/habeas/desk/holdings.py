"""What the pages read: the projection rows of the present, or the same rows folded as the past knew them.

Both give plain mappings of column to value, so that one way of assembling a page serves both. Reading the present costs
the same number of queries however much it finds.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Protocol

from django.db.models import Model, Q

from habeas.desk import models
from habeas.desk.folding import Folded, folded, register
from habeas.desk.rows import rows_of
from habeas.desk.tables import columns_of
from habeas.desk.workspace import Workspace
from habeas.register.visibility import ceiling

Line = Mapping[str, Any]
TEAM = 2
"""The level from which on an audience belongs to the office: it sees members, passages and what is withheld."""


class Holdings(Protocol):
    """Rows of a projection table, of everyone or of one person."""

    def all(self, model: type[Model], *, person: str | None = None) -> list[Line]:
        """Every row; with `person` those about this person."""
        ...

    def spells(self, day: str, *, person: str | None = None) -> list[Line]:
        """The stretches of status and lists that hold on a day (ISO text)."""
        ...

    def seen(self, top: int) -> set[str]:
        """The people about whom there is a fact of this level at most."""
        ...


class Present:
    """The tables themselves."""

    def __init__(self, ws: Workspace) -> None:
        self._alias = ws.alias

    def all(self, model: type[Model], *, person: str | None = None) -> list[Line]:
        """See `Holdings.all`."""
        rows = model._default_manager.using(self._alias).all()
        return list((rows.filter(**{_key(model): person}) if person is not None else rows).values())

    def spells(self, day: str, *, person: str | None = None) -> list[Line]:
        """See `Holdings.spells`."""
        held = Q(start__lte=day, until__gt=day) & (Q() if person is None else Q(person=person))
        return list(models.Spell.objects.using(self._alias).filter(held).order_by("id").values())

    def seen(self, top: int) -> set[str]:
        """See `Holdings.seen`."""
        rows = models.CountedFact.objects.using(self._alias).filter(level__lte=top)
        return set(rows.values_list("person", flat=True).distinct())


class Past:
    """The rows that the journal gave at a moment. Costs a fold of everything known by then."""

    def __init__(self, ws: Workspace, known_at: str) -> None:
        self._folded = Folded(folded(ws).entries, register(ws, known_at=known_at))

    @cached_property
    def _rows(self) -> Mapping[type[Model], Sequence[tuple[Any, ...]]]:
        return rows_of(self._folded)

    def all(self, model: type[Model], *, person: str | None = None) -> list[Line]:
        """See `Holdings.all`."""
        lines = [_line(model, row) for row in self._rows[model]]
        return [line for line in lines if person is None or line[_key(model)] == person]

    def spells(self, day: str, *, person: str | None = None) -> list[Line]:
        """See `Holdings.spells`."""
        return [s for s in self.all(models.Spell, person=person) if s["start"] <= day < s["until"]]

    def seen(self, top: int) -> set[str]:
        """See `Holdings.seen`."""
        return {f["person"] for f in self.all(models.CountedFact) if f["level"] <= top}


def visible_people(held: Holdings, audience: str) -> list[Line]:
    """The people of whom the audience may see something; for the team also those of whom nothing is said yet."""
    top = ceiling(audience)
    seen = held.seen(top)
    return [p for p in held.all(models.PersonRow) if p["id"] in seen or (top >= TEAM and not p["facts"])]


def holdings(ws: Workspace, known_at: str | None) -> Holdings:
    """The present, or the past as known at a moment."""
    return Present(ws) if known_at is None else Past(ws, known_at)


def _key(model: type[Model]) -> str:
    return "id" if model is models.PersonRow else "person"


def _line(model: type[Model], row: Sequence[Any]) -> Line:
    line = dict(zip(columns_of(model), row, strict=True))
    for field in model._meta.local_concrete_fields:
        if field.get_internal_type() == "JSONField":
            line[field.column] = json.loads(line[field.column])
    return line

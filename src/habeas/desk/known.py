"""What acceptance must know of the register beforehand, read from the projections of the people concerned alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from habeas.desk import models
from habeas.desk.supports import KnownFacts, Stated
from habeas.desk.tables import among
from habeas.desk.workspace import Workspace
from habeas.errors import HabeasError
from habeas.lexicon.when import When

OF_AGE = 18


def persons_of(ws: Workspace, records: Iterable[str]) -> Mapping[str, str]:
    """Record -> person, for the records that were opened."""
    rows = models.RecordRow.objects.using(ws.alias).filter(record__in=among(records))
    return dict(rows.values_list("record", "person"))


def known_facts(ws: Workspace, persons: Iterable[str]) -> KnownFacts:
    """The facts about these people, oldest first."""
    known = KnownFacts()
    rows = models.ClaimRow.objects.using(ws.alias).filter(person__in=among(persons)).order_by("since", "id")
    for row in rows.values_list("fact", "person", "kind", "fields", "when", "modality"):
        known.add(row[0], Stated(*row[1:]))
    return known


def minors(ws: Workspace, persons: Iterable[str], *, today: date) -> set[str]:
    """Those of whom an accepted claim gives a date of birth that may make them a minor on `today`."""
    rows = models.ClaimRow.objects.using(ws.alias).filter(person__in=among(persons), kind="identity")
    return {person for person, fields in rows.values_list("person", "fields") if person and may_be_minor(fields, today)}


def may_be_minor(fields: Mapping[str, Any], today: date) -> bool:
    """True when an `identity` claim states a date of birth less than eighteen years before `today`, at its latest."""
    if fields.get("attribute") != "birth" or not fields.get("value"):
        return False
    try:
        latest = When.parse(fields["value"]).latest
    except HabeasError:
        return False
    return latest is not None and (today.year - latest.year, today.month, today.day) < (
        OF_AGE,
        latest.month,
        latest.day,
    )

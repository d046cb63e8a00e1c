"""A figure divided by what is known of the people whom it counts, and the times and months that the charts draw."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby

from habeas.desk import models
from habeas.desk.faults import told
from habeas.desk.holdings import Line, holdings
from habeas.desk.numbers import default_lists
from habeas.desk.tables import among
from habeas.desk.workspace import Workspace
from habeas.figures.arrivals import FORMS, Arrivals, arrivals
from habeas.figures.breakdown import Breakdown, divided
from habeas.figures.survival import Time
from habeas.lexicon.when import When
from habeas.register import HELD
from habeas.register.visibility import ceiling

_ATTRIBUTES = {"sex": "sex", "age": "birth", "region": "residence", "occupation": "occupation"}
_GONE = ("denied", "annulled")
_UNTOLD = ("run_out_unconfirmed", "unknown", "disappeared", "dead", "extradition_custody")
"""What follows custody without telling of a release."""


@told
def breakdown(
    ws: Workspace, people: Iterable[str], by: str, *, as_of: date, known_at: str | None = None, audience: str = "team"
) -> Breakdown:
    """The people divided by what facts that the audience may see say of them. Raises `NoSuchDivision`."""
    wanted = set(people)
    said: dict[str, list[str]] = defaultdict(list)
    for fact in _facts(ws, wanted, "charge" if by == "article" else "identity", known_at, ceiling(audience)):
        value = _value(fact, by)
        if value:
            said[fact["person"]].append(value)
    return divided(wanted, by, said, as_of)


def _facts(ws: Workspace, people: set[str], kind: str, known_at: str | None, top: int) -> Iterator[Line]:
    if known_at is None:
        rows = models.FactRow.objects.using(ws.alias).filter(kind=kind, level__lte=top, person__in=among(people))
        found: Iterable[Line] = rows.values("person", "kind", "fields", "modality", "level")
    else:
        found = (f for f in holdings(ws, known_at).all(models.FactRow) if f["person"] in people and f["kind"] == kind)
    return (f for f in found if f["level"] <= top and f["modality"] not in _GONE)


def _value(fact: Line, by: str) -> str:
    fields = fact["fields"]
    if by == "article":
        return str(fields.get("article") or "")
    return str(fields.get("value") or "") if fields.get("attribute") == _ATTRIBUTES.get(by) else ""


@told
def arrests_by_month(ws: Workspace, *, as_of: date, audience: str = "team") -> Arrivals:
    """Arrests by the day, by month, with the months that may still grow."""
    return _arrests(ws, as_of, ceiling(audience), ws.journal.head().seq)


@lru_cache(maxsize=32)
def _arrests(ws: Workspace, as_of: date, top: int, head: int) -> Arrivals:
    rows = models.FactRow.objects.using(ws.alias).filter(kind="custody", modality="happened", level__lte=top)
    found = rows.filter(person__isnull=False).values("person", "when", "fields", "state_of", "known_since")
    return arrivals(
        (
            (f["person"], When.parse(f["when"]) if f["when"] else None, _told_on(f))
            for f in found
            if f["fields"].get("form") in FORMS
        ),
        as_of,
    )


def _told_on(fact: Line) -> date:
    return date.fromisoformat((fact["state_of"] or fact["known_since"])[:10])


@told
def times_held(
    ws: Workspace, *, as_of: date, list_name: str | None = None, audience: str = "team"
) -> tuple[tuple[Time, ...], int]:
    """How long each person of the list was held the first time, and how many of whom no beginning is known."""
    lists = (list_name,) if list_name else default_lists(ws)
    return _times(ws, as_of, lists, ceiling(audience), ws.journal.head().seq)


@lru_cache(maxsize=32)
def _times(ws: Workspace, as_of: date, lists: tuple[str, ...], top: int, head: int) -> tuple[tuple[Time, ...], int]:
    spells, day = models.Spell.objects.using(ws.alias).filter(level__lte=top), as_of.isoformat()
    listed = spells.filter(kind="recognition", name__in=lists, start__lte=day)
    rows = spells.filter(kind="liberty", start__lte=day, person__in=listed.values("person"))
    columns = ("person", "name", "start", "until", "certain")
    found, without = [], 0
    ordered = rows.order_by("person", "start", "until").values(*columns)
    for _, group in groupby(ordered, key=lambda s: s["person"]):
        time = _first_time(list(group), as_of)
        if time is not None:
            found.append(time)
            without += time.days < 0
    return tuple(t for t in found if t.days >= 0), without


def _first_time(spells: Sequence[Line], as_of: date) -> Time | None:
    """Days of the first unbroken stretch behind walls; -1 when its beginning is not known."""
    held = [s for s in spells if s["name"] in HELD and s["certain"]]
    if not held:
        return None
    start, until = held[0]["start"], held[0]["until"]
    for spell in held[1:]:
        if spell["start"] > until:
            break
        until = max(until, spell["until"])
    if start <= date.min.isoformat():
        return Time(-1, False)
    inside = until > as_of.isoformat()
    end = as_of if inside else date.fromisoformat(until)
    then = next((s["name"] for s in spells if s["start"] >= until and s["name"] not in HELD), "unknown")
    return Time((end - date.fromisoformat(start)).days, not inside and then not in _UNTOLD)

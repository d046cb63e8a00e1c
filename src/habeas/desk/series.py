"""What the charts draw: people held month by month, arrests, time in detention, sentences by article, assemblies.

Each series counts from the projections of the present, for the day asked and nothing after it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate, groupby
from typing import Any

from django.db.models import Exists, OuterRef, Subquery

from habeas.desk import models
from habeas.desk.faults import told
from habeas.desk.numbers import default_lists
from habeas.desk.tables import said
from habeas.desk.workspace import Workspace
from habeas.figures import ARRESTS, Arrivals, Time, arrivals
from habeas.lexicon.count import Count
from habeas.lexicon.when import When
from habeas.register import HELD
from habeas.register.visibility import ceiling

PRISON = ("imprisonment", "life")
WITHOUT_START = "without_start"
UNTOLD = ("run_out_unconfirmed", "unknown", "disappeared", "dead")
"""What follows custody without telling of a release."""
MONTHS = 240
"""The chart of people held goes back so many months at most."""


@dataclass(frozen=True, slots=True)
class Held:
    """On one day: people who certainly were held, and those of whom dates or disputes leave it open."""

    day: date
    certain: int
    open: int


@dataclass(frozen=True, slots=True)
class ByArticle:
    """People sentenced who were charged under an article, by the heaviest penalty of theirs."""

    article: str
    prison: int
    other: int


@dataclass(frozen=True, slots=True)
class Wave:
    """One assembly: how many were detained as a source states it, with its comparator and the bounds that gives.

    `high` is None where the words set no upper bound. `summed` is False for one that others already contain.
    """

    fact: str
    when: str | None
    place: str
    value: int | float
    comparator: str
    low: float
    high: float | None
    summed: bool


@told
def held_over_time(
    ws: Workspace, *, as_of: date, list_name: str | None = None, audience: str = "team"
) -> tuple[Held, ...]:
    """People whom the list holds on `as_of`, and how many of them were held at the end of each month until then."""
    lists = (list_name,) if list_name else default_lists(ws)
    return _held(ws, as_of, lists, ceiling(audience), ws.journal.head().seq)


@lru_cache(maxsize=32)
def _held(ws: Workspace, as_of: date, lists: tuple[str, ...], top: int, head: int) -> tuple[Held, ...]:
    spells, day = models.Spell.objects.using(ws.alias).filter(level__lte=top), as_of.isoformat()
    listed = spells.filter(kind="recognition", name__in=lists, certain=1, start__lte=day, until__gt=day)
    rows = spells.filter(kind="liberty", name__in=HELD, start__lte=day, person__in=listed.values("person"))
    sure: dict[str, list[tuple[str, str]]] = defaultdict(list)
    maybe: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for person, start, until, certain in rows.values_list("person", "start", "until", "certain"):
        (sure if certain else maybe)[person].append((start, until))
    starts = [s for spans in (*sure.values(), *maybe.values()) for s, _ in spans if s > date.min.isoformat()]
    days = list(_month_ends(min(starts), as_of)) if starts else []
    certain = _on_days(sure.values(), days)
    either = _on_days((sure.get(p, []) + maybe.get(p, []) for p in {*sure, *maybe}), days)
    return tuple(Held(d, sure, both - sure) for d, sure, both in zip(days, certain, either, strict=True))


def _month_ends(first: str, last: date) -> Iterator[date]:
    """The last day of each month from that of `first` on, and `last` itself."""
    start = max(date.fromisoformat(first), date(max(last.year - MONTHS // 12, 1), 1, 1))
    year, month = start.year, start.month
    while True:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        end = date(year, month, 1) - timedelta(days=1)
        if end >= last:
            break
        yield end
    yield last


def _on_days(spans: Iterable[Sequence[tuple[str, str]]], days: Sequence[date]) -> list[int]:
    """For each day (in order), how many people have a span that holds it. One pass: a step up where somebody's stretch
    of days begins, one down where it ends.
    """
    texts, steps = [d.isoformat() for d in days], [0] * (len(days) + 1)
    for own in spans:
        reached = 0
        for start, until in sorted(own):
            low, high = max(bisect_left(texts, start), reached), bisect_left(texts, until)
            if low < high:
                steps[low] += 1
                steps[high] -= 1
                reached = high
    return list(accumulate(steps[:-1]))


@told
def sentences_by_article(ws: Workspace, *, as_of: date, audience: str = "team") -> tuple[ByArticle, ...]:
    """People with a sentence by the day, under each article they are charged with; the most frequent first.

    Somebody charged under several articles stands under each, so that the numbers do not add up to people.
    """
    return _by_article(ws, as_of, ceiling(audience), ws.journal.head().seq)


@lru_cache(maxsize=32)
def _by_article(ws: Workspace, as_of: date, top: int, head: int) -> tuple[ByArticle, ...]:
    facts = models.CountedFact.objects.using(ws.alias).filter(level__lte=top, high__lte=as_of.isoformat())
    terms = models.Term.objects.using(ws.alias).filter(fact=OuterRef("fact"), field="penalty", value__in=PRISON)
    sentences = facts.filter(kind="sentence", modality="happened").annotate(hard=Exists(terms))
    sentenced = list(sentences.values_list("person", "hard"))
    people, prison = {p for p, _ in sentenced}, {p for p, hard in sentenced if hard}
    charges = models.FactRow.objects.using(ws.alias).filter(kind="charge", level__lte=top)
    under: dict[str, set[str]] = defaultdict(set)
    for article, person in charges.annotate(a=said("article")).values_list("a", "person"):
        if article and article != "null" and person in people:  # a JSON null comes as a word
            under[article].add(person)
    found = (ByArticle(a, len(p & prison), len(p - prison)) for a, p in under.items())
    return tuple(sorted(found, key=lambda b: (-(b.prison + b.other), b.article)))


@told
def waves(ws: Workspace, *, as_of: date, audience: str = "team") -> tuple[Wave, ...]:
    """Assemblies by the day, in order of time, each as its source counts it."""
    rows = models.Assembly.objects.using(ws.alias).filter(level__lte=ceiling(audience), high__lte=as_of.isoformat())
    own = rows.filter(fact=OuterRef("id"))
    columns = {name: Subquery(own.values(name)[:1]) for name in ("value", "comparator", "summed")}
    facts = models.FactRow.objects.using(ws.alias).filter(id__in=rows.values("fact")).annotate(**columns)
    return tuple(_wave(f) for f in facts.order_by("earliest", "id").values("id", "when", "fields", *columns))


def _wave(fact: Mapping[str, Any]) -> Wave:
    low, high = Count(fact["value"], fact["comparator"]).bounds()
    value = int(fact["value"]) if float(fact["value"]).is_integer() else fact["value"]
    place = str(fact["fields"].get("place") or "")
    return Wave(fact["id"], fact["when"], place, value, fact["comparator"], low, high, bool(fact["summed"]))


@told
def arrests_by_month(ws: Workspace, *, as_of: date, audience: str = "team") -> Arrivals:
    """Arrests by the day, by month, with the months that may still grow."""
    return _arrests(ws, as_of, ceiling(audience), ws.journal.head().seq)


@lru_cache(maxsize=32)
def _arrests(ws: Workspace, as_of: date, top: int, head: int) -> Arrivals:
    rows = models.FactRow.objects.using(ws.alias).filter(kind="custody", modality="happened", level__lte=top)
    found = rows.filter(person__isnull=False).annotate(form=said("form")).filter(form__in=ARRESTS)
    read = lru_cache(maxsize=None)(When.parse)
    return arrivals(
        (
            (person, read(when) if when else None, date.fromisoformat((state_of or known_since)[:10]))
            for person, when, state_of, known_since in found.values_list("person", "when", "state_of", "known_since")
        ),
        as_of,
    )


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
    ordered = rows.order_by("person", "start", "until").values("person", "name", "start", "until", "certain")
    first = [_first_time(list(group), as_of) for _, group in groupby(ordered, key=lambda s: s["person"])]
    known = tuple(time for time in first if isinstance(time, Time))
    return known, sum(time is WITHOUT_START for time in first)


def _first_time(spells: Sequence[Mapping[str, Any]], as_of: date) -> Time | str | None:
    """The first unbroken stretch behind walls; `WITHOUT_START` when its beginning is not known, None when there is
    none.
    """
    held = [s for s in spells if s["name"] in HELD and s["certain"]]
    if not held:
        return None
    start, until = held[0]["start"], held[0]["until"]
    for spell in held[1:]:
        if spell["start"] > until:
            break
        until = max(until, spell["until"])
    if start <= date.min.isoformat():
        return WITHOUT_START
    inside = until > as_of.isoformat()
    end = as_of if inside else date.fromisoformat(until)
    then = next((s["name"] for s in spells if s["start"] >= until and s["name"] not in HELD), "unknown")
    return Time((end - date.fromisoformat(start)).days, not inside and then not in UNTOLD)

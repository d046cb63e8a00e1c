"""One page of the list of people: filtered, sorted and cut in the database, so that its cost hangs on the page alone.

Pages of the past (`known_at`) are cut from the rows that were folded as they were known then (`habeas.desk.people`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import Case, CharField, Exists, F, Min, OuterRef, Q, QuerySet, Subquery, Value, When

from habeas.desk import models
from habeas.desk.faults import BadRequest, told
from habeas.desk.folding import register
from habeas.desk.holdings import TEAM
from habeas.desk.names_searched import exact, fits, searchable, wanted
from habeas.desk.numbers import default_lists
from habeas.desk.people import GROUPS, people
from habeas.desk.rows import TOPICS, topic_of
from habeas.desk.tables import among
from habeas.desk.workspace import Workspace
from habeas.register import HELD, STATUSES, visible
from habeas.register.visibility import ceiling

PAGE = 50
SORTS = ("name", "-name", "status")
_RANK = {status: rank for rank, status in enumerate(STATUSES)}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which people are meant: everything given must hold. `name` is a part of a name in any script or spelling."""

    as_of: date
    known_at: str | None = None
    name: str = ""
    status: str = ""
    article: str = ""
    category: str = ""
    place: str = ""
    region: str = ""
    list_name: str | None = None
    sort: str = "name"


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """One line of the page."""

    id: str
    name: str
    names: tuple[str, ...]
    states: tuple[str, ...]
    categories: tuple[str, ...]
    listed: bool
    articles: tuple[str, ...]
    facts: int
    disputed: int
    sources: int


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """The lines from `offset` on, and how many there are in all."""

    people: tuple[ListedPerson, ...]
    total: int
    offset: int
    lists: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters of the list may be set to: what occurs in this register."""

    lists: tuple[str, ...]
    categories: tuple[str, ...]
    articles: tuple[str, ...]
    places: tuple[str, ...]
    regions: tuple[str, ...]


@told
def people_page(
    ws: Workspace, asked: Wanted, *, offset: int = 0, limit: int | None = PAGE, audience: str = "team"
) -> PeoplePage:
    """One page; `limit` None: all from `offset` on. Raises `BadRequest` for another status or sort."""
    if asked.status and asked.status not in _RANK and asked.status not in GROUPS:
        raise BadRequest(f"{asked.status!r} is no status.", f"Statuses are {', '.join((*GROUPS, *_RANK))}.")
    if asked.sort not in SORTS:
        raise BadRequest(f"The list cannot be sorted by {asked.sort!r}.", f"Sort by {', '.join(SORTS)}.")
    lists = (asked.list_name,) if asked.list_name else default_lists(ws)
    if asked.known_at is not None:
        return _past(ws, asked, offset, limit, audience, lists)
    rows = _sorted(_filtered(ws, asked, lists, ceiling(audience)), asked, ceiling(audience))
    total = _total(ws, asked, lists, audience, ws.journal.head().seq)
    shown = list(rows.values("id", "name", "names", "documents")[offset : None if limit is None else offset + limit])
    return PeoplePage(tuple(_lines(ws, shown, asked.as_of, lists, audience)), total, offset, lists)


@told
def choices(ws: Workspace) -> Choices:
    """What the filters may be set to; found once for each state of the ledger."""
    return _choices(ws, ws.journal.head().seq)


@lru_cache(maxsize=16)
def _choices(ws: Workspace, head: int) -> Choices:
    spells = models.Spell.objects.using(ws.alias).filter(kind="recognition", level__lte=TEAM)
    topics = models.FactRow.objects.using(ws.alias).filter(level__lte=TEAM, topic__gt="")
    found: dict[str, set[str]] = {topic: set() for topic in TOPICS}
    for topic in topics.values_list("topic", flat=True).distinct():
        kind, _, said = topic.partition(":")
        found[kind].add(said)
    return Choices(
        lists=tuple(models.ListRow.objects.using(ws.alias).order_by("name").values_list("name", flat=True)),
        categories=tuple(sorted({c for c in spells.values_list("category", flat=True).distinct() if c})),
        articles=tuple(sorted(found["article"], key=_in_number)),
        places=tuple(sorted(found["place"], key=str.casefold)),
        regions=tuple(sorted(found["region"], key=str.casefold)),
    )


def _in_number(article: str) -> tuple[int, str]:
    digits = "".join(c for c in article if c.isdigit())
    return int(digits or 0), article


@lru_cache(maxsize=256)
def _total(ws: Workspace, asked: Wanted, lists: tuple[str, ...], audience: str, head: int) -> int:
    """How many fit; counted once for each state of the ledger."""
    return _filtered(ws, asked, lists, ceiling(audience)).count()


def _filtered(ws: Workspace, asked: Wanted, lists: Sequence[str], top: int) -> QuerySet[Any]:
    facts = models.FactRow.objects.using(ws.alias)
    seen = models.CountedFact.objects.using(ws.alias).filter(person=OuterRef("id"), level__lte=top)
    rows = models.PersonRow.objects.using(ws.alias).filter(Exists(seen) | Q(facts=0 if top >= TEAM else -1))
    for forms in wanted(asked.name):
        rows = rows.filter(_any(Q(search__contains=form) for form in forms))
    if asked.status:
        rows = rows.filter(_standing(ws, asked, lists, top))
    if asked.category:
        rows = rows.filter(Exists(_spells(ws, asked, top, lists).filter(category=asked.category)))
    for topic in TOPICS:
        if said := getattr(asked, topic):
            told_of = facts.filter(topic=f"{topic}:{said}", level__lte=top)
            rows = rows.filter(id__in=told_of.values("person"))
    return rows


def _any(parts: Iterable[Q]) -> Q:
    whole = Q()
    for part in parts:
        whole |= part
    return whole


def _standing(ws: Workspace, asked: Wanted, lists: Sequence[str], top: int) -> Q:
    match asked.status:
        case "listed":
            return Q(id__in=_on(ws, asked, top).filter(kind="recognition", name__in=lists, certain=1).values("person"))
        case "disputed":
            facts = models.FactRow.objects.using(ws.alias).filter(disputed=True, level__lte=top)
            return Q(id__in=facts.values("person"))
        case "held":
            return Q(id__in=_on(ws, asked, top).filter(kind="liberty", name__in=HELD).values("person"))
        case status:
            return Q(id__in=_on(ws, asked, top).filter(kind="liberty", name=status).values("person"))


def _on(ws: Workspace, asked: Wanted, top: int) -> QuerySet[Any]:
    day = asked.as_of.isoformat()
    return models.Spell.objects.using(ws.alias).filter(start__lte=day, until__gt=day, level__lte=top)


def _spells(ws: Workspace, asked: Wanted, top: int, lists: Sequence[str]) -> QuerySet[Any]:
    return _on(ws, asked, top).filter(person=OuterRef("id"), kind="recognition", name__in=lists)


def _sorted(rows: QuerySet[Any], asked: Wanted, top: int) -> QuerySet[Any]:
    if asked.sort == "status":
        day = asked.as_of.isoformat()
        on = models.Spell.objects.using(rows.db).filter(
            person=OuterRef("id"), kind="liberty", start__lte=day, until__gt=day, level__lte=top
        )
        ranks = Case(*(When(name=status, then=Value(f"{rank:02}")) for status, rank in _RANK.items()))
        best = on.values("person").annotate(best=Min(ranks, output_field=CharField())).values("best")
        return rows.annotate(rank=Subquery(best)).order_by(F("rank").asc(nulls_last=True), "sort_name", "id")
    if asked.sort == "-name":
        return rows.order_by("-sort_name", "-id")
    if asked.name.strip():  # who is written so goes before who only sounds so
        written = Case(When(search__contains=exact(asked.name), then=Value(0)), default=Value(1))
        return rows.annotate(written=written).order_by("written", "sort_name", "id")
    return rows.order_by("sort_name", "id")


def _lines(
    ws: Workspace, rows: Sequence[Mapping[str, Any]], as_of: date, lists: Sequence[str], audience: str
) -> Iterable[ListedPerson]:
    """Three queries for any number of lines."""
    top, ids, day = ceiling(audience), [r["id"] for r in rows], as_of.isoformat()
    on = models.Spell.objects.using(ws.alias).filter(person__in=among(ids), start__lte=day, until__gt=day)
    spells: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for spell in on.filter(level__lte=top).values("person", "kind", "name", "category", "certain"):
        spells[spell["person"]].append(spell)
    facts: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    known = models.FactRow.objects.using(ws.alias).filter(person__in=among(ids), level__lte=top)
    for fact in known.values("person", "kind", "fields", "disputed", "level"):
        if visible(fact["kind"], None, fact["level"], audience):
            facts[fact["person"]].append(fact)
    return (_line(row, spells[row["id"]], facts[row["id"]], lists, top) for row in rows)


def _line(
    row: Mapping[str, Any],
    on: Sequence[Mapping[str, Any]],
    facts: Sequence[Mapping[str, Any]],
    lists: Sequence[str],
    top: int,
) -> ListedPerson:
    listings = [s for s in on if s["kind"] == "recognition" and s["name"] in lists]
    articles = {f["fields"].get("article") for f in facts if f["kind"] == "charge"} - {None}
    return ListedPerson(
        id=row["id"],
        name=row["name"],
        names=tuple(n for n in row["names"] if n != row["name"]) if top > 0 else (),
        states=tuple(sorted({s["name"] for s in on if s["kind"] == "liberty"}, key=_RANK.__getitem__)),
        categories=tuple(sorted({s["category"] for s in listings if s["category"]})),
        listed=any(s["certain"] for s in listings),
        articles=tuple(sorted(articles, key=_in_number)),
        facts=len(facts),
        disputed=sum(bool(f["disputed"]) for f in facts),
        sources=len(row["documents"]),
    )


def _past(
    ws: Workspace, asked: Wanted, offset: int, limit: int | None, audience: str, lists: tuple[str, ...]
) -> PeoplePage:
    found = people(
        ws, as_of=asked.as_of, known_at=asked.known_at, status=asked.status or None, category=asked.category or None,
        list_name=asked.list_name, audience=audience, sort=asked.sort.lstrip("-"),
    )  # fmt: skip
    topics = _topics_then(ws, asked, audience)
    sought = wanted(asked.name)
    fit = [
        p
        for p in found
        if fits(searchable((p.name, *p.names)), sought)
        and all(f"{t}:{getattr(asked, t)}" in topics.get(p.id, ()) for t in TOPICS if getattr(asked, t))
    ]
    fit = fit[::-1] if asked.sort == "-name" else fit
    shown = fit[offset : None if limit is None else offset + limit]
    lines = (
        ListedPerson(
            p.id, p.name, tuple(n for n in p.names if n != p.name), p.states, p.categories, p.listed,
            _articles(topics.get(p.id, ())), p.facts, p.disputed, len(p.documents),
        )
        for p in shown
    )  # fmt: skip
    return PeoplePage(tuple(lines), len(fit), offset, lists)


def _topics_then(ws: Workspace, asked: Wanted, audience: str) -> Mapping[str, set[str]]:
    """Person -> what the filters ask about their facts, as the register was known then."""
    then = register(ws, known_at=asked.known_at)
    found: dict[str, set[str]] = defaultdict(set)
    for fact in then.facts.values():
        if fact.person and visible(fact.kind, None, fact.level, audience) and (topic := topic_of(fact)):
            found[fact.person].add(topic)
    return found


def _articles(topics: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted((t.removeprefix("article:") for t in topics if t.startswith("article:")), key=_in_number))

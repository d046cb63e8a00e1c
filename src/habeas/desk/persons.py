"""The page of one person: facts, each with its claims, their words, who says so, and who decided it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from habeas.desk import models
from habeas.desk.cautions import cautions_of
from habeas.desk.faults import told
from habeas.desk.holdings import TEAM, Holdings, Line, holdings
from habeas.desk.people import lists_of
from habeas.desk.results import ClaimView, FactView, PersonView
from habeas.desk.tables import among
from habeas.desk.targets import line_of, person_line
from habeas.desk.workspace import Workspace
from habeas.register import STATUSES, visible
from habeas.register.visibility import ceiling

_RANK = {status: rank for rank, status in enumerate(STATUSES)}


@told
def person(
    ws: Workspace,
    who: str,
    *,
    as_of: date,
    known_at: str | None = None,
    list_name: str | None = None,
    audience: str = "team",
) -> PersonView:
    """Everything that the audience may see of a person, named by id (old ids redirect) or by name.

    Raises `NotFound`, also for someone of whom the audience may see nothing: the answer is the same. `Ambiguous` lists
    namesakes.
    """
    held = holdings(ws, known_at)
    top = ceiling(audience)
    line = (line_of(ws, who, top) if known_at is None else None) or person_line(held, who, audience)
    on = [s for s in held.spells(as_of.isoformat(), person=line["id"]) if s["level"] <= top]
    lists = (list_name,) if list_name else lists_of(held)
    facts, withheld = _facts(ws, held, line["id"], audience)
    liberty = sorted((s for s in on if s["kind"] == "liberty"), key=lambda s: _RANK[s["name"]])
    listings = [s for s in on if s["kind"] == "recognition" and s["name"] in lists]
    records = held.all(models.RecordRow, person=line["id"])
    return PersonView(
        id=line["id"],
        name=line["name"],
        names=tuple(line["names"]) if top > 0 else (line["name"],),
        records=tuple(sorted(r["record"] for r in records)),
        states=tuple(s["name"] for s in liberty),
        because=tuple(dict.fromkeys(f for s in liberty for f in s["because"].split())),
        categories=tuple(sorted({s["category"] for s in listings if s["category"]})),
        listed=any(s["certain"] for s in listings),
        facts=facts,
        withheld=withheld if top >= TEAM else 0,
    )


def _facts(ws: Workspace, held: Holdings, person: str, audience: str) -> tuple[tuple[FactView, ...], int]:
    claims: dict[str, list[Line]] = defaultdict(list)
    for claim in held.all(models.ClaimRow, person=person):
        if visible(claim["kind"], None, claim["level"], audience):
            claims[claim["fact"]].append(claim)
    facts = held.all(models.FactRow, person=person)
    texts = _texts(ws, {c["document"] for group in claims.values() for c in group})
    members = {m["id"]: m["name"] for m in held.all(models.MemberRow)}
    shown = [f for f in facts if visible(f["kind"], None, f["level"], audience)]
    cautious = cautions_of(shown, claims, ws.config.country)
    views = [
        replace(_fact(f, claims[f["id"]], texts, members, audience), cautions=cautious.get(f["id"], ()))
        for f in sorted(shown, key=_in_time)
    ]
    return tuple(views), len(facts) - len(shown)


def _in_time(fact: Line) -> tuple[str, str, int, str]:
    """Facts without a date stand last, in the order of their documents."""
    return fact["earliest"] or "9999", fact["document"], fact["offset"], fact["id"]


def _texts(ws: Workspace, documents: Iterable[str]) -> Mapping[str, models.SourceText]:
    rows = models.SourceText.objects.using(ws.alias).filter(source__in=among(documents))
    return {row.source: row for row in rows}


def fact_shown(fact: Line) -> FactView:
    """A fact in the eyes of the team, without its claims."""
    return _fact(fact, (), {}, {}, "team")


def _fact(
    fact: Line,
    claims: Sequence[Line],
    texts: Mapping[str, models.SourceText],
    members: Mapping[str, str],
    audience: str,
) -> FactView:
    bases = [c["basis"] for c in claims if c["basis"]]
    return FactView(
        id=fact["id"],
        kind=fact["kind"],
        when=fact["when"],
        fields=_fields(fact["kind"], fact["fields"], fact["level"], audience),
        modality=fact["modality"],
        level=fact["level"],
        basis=bases[0] if bases else None,
        disputed=bool(fact["disputed"]),
        claims=tuple(
            _claim(c, texts.get(c["document"]), members, fact["preferred"] == c["id"], audience)
            for c in sorted(claims, key=lambda c: (c["since"], c["id"]))
        ),
    )


def _claim(
    claim: Line, source: models.SourceText | None, members: Mapping[str, str], preferred: bool, audience: str
) -> ClaimView:
    inside = ceiling(audience) >= TEAM
    return ClaimView(
        id=claim["id"],
        kind=claim["kind"],
        when=claim["when"],
        fields=_fields(claim["kind"], claim["fields"], claim["level"], audience),
        attribution=claim["attribution"],
        modality=claim["modality"],
        document=claim["document"],
        source_title=source.title if source else "",
        span=(claim["start"], claim["end"]),
        passage=source.text[claim["start"] : claim["end"]] if source and inside else None,
        record=claim["record"],
        rule=claim["rule"],
        confidence=claim["confidence"],
        bulk=bool(claim["bulk"]),
        decision=claim["entry"],
        decided_at=claim["at"],
        member=members.get(claim["author"], claim["author"]) if inside else "",
        corrected=bool(claim["corrected"]),
        preferred=preferred,
        level=claim["level"],
        basis=claim["basis"],
    )


def _fields(kind: str, fields: Mapping[str, Any], level: int, audience: str) -> Mapping[str, Any]:
    return {name: value for name, value in fields.items() if visible(kind, name, level, audience)}

"""What a person's page shows beside facts: liberty over time, and the people of the same case."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q

from habeas.desk import models
from habeas.desk.faults import told
from habeas.desk.holdings import holdings
from habeas.desk.tables import among
from habeas.desk.targets import line_of, person_line
from habeas.desk.workspace import Workspace
from habeas.register import visible
from habeas.register.visibility import ceiling

LIBERTY = "liberty"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `start` to before `until` (ISO) of one status, or on one list. `certain` is False where dates or
    disputes leave it open.
    """

    kind: str
    name: str
    start: str
    until: str
    certain: bool
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseMate:
    """Somebody whom one passage names together with the person, and the kinds of claims that tie them."""

    id: str
    name: str
    kinds: tuple[str, ...]


@told
def course(ws: Workspace, person: str, *, known_at: str | None = None, audience: str = "team") -> tuple[Stretch, ...]:
    """The person's stretches of liberty and lists, oldest first. One query for the present."""
    top = ceiling(audience)
    lines = holdings(ws, known_at).all(models.Spell, person=person)
    shown = sorted((s for s in lines if s["level"] <= top), key=lambda s: (s["start"], s["kind"], s["name"]))
    return tuple(
        Stretch(s["kind"], s["name"], s["start"], s["until"], bool(s["certain"]), tuple(s["because"].split()))
        for s in shown
    )


@told
def named(ws: Workspace, who: str, *, audience: str = "team") -> tuple[str, str]:
    """Id and name of the person with this id or name. Raises `NotFound`, `Ambiguous`."""
    line = line_of(ws, who, ceiling(audience)) or person_line(holdings(ws, None), who, audience)
    return line["id"], line["name"]


@told
def case_mates(ws: Workspace, person: str, *, audience: str = "team") -> tuple[CaseMate, ...]:
    """The people named together with this one, by name. At most three queries."""
    top, claims = ceiling(audience), models.ClaimRow.objects.using(ws.alias)
    cases = set(claims.filter(person=person, level__lte=top, case__isnull=False).values_list("case", flat=True))
    tied: dict[str, set[str]] = defaultdict(set)
    # The claims of a case are called after it (`records.claim_id`), and the key is the only index over them.
    theirs = [Q(id__gt=f"{case}.", id__lt=f"{case}/") for case in cases]
    if not theirs:
        return ()
    others = claims.filter(reduce(or_, theirs), level__lte=top).exclude(person=person)
    for other, kind, level in others.values_list("person", "kind", "level"):
        if other and visible(kind, None, level, audience):
            tied[other].add(kind)
    names = models.PersonRow.objects.using(ws.alias).filter(id__in=among(tied)).order_by("sort_name", "id")
    return tuple(CaseMate(i, name, tuple(sorted(tied[i]))) for i, name in names.values_list("id", "name"))

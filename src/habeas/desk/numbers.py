"""Figures: of the present from the projections, in SQL; of the past from the ledger, folded as it was known then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.adapters.clock import today
from habeas.desk import models
from habeas.desk.asking import asked_together
from habeas.desk.faults import told
from habeas.desk.folding import register
from habeas.desk.moments import instant
from habeas.desk.numbers_outside import figures_outside
from habeas.desk.tables import among
from habeas.desk.workspace import Workspace
from habeas.figures import RULES, Figure, Rule, count, count_sql, figures_json
from habeas.register.recognition import OWN
from habeas.reports.outside import is_outside

TABLES = {name: model._meta.db_table for name, model in models.COUNTING.items()}


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """The figures of a day, and the names of the people whose ids stand in them."""

    as_of: date
    known_at: str | None
    figures: tuple[Figure, ...]
    names: Mapping[str, str]

    def to_json(self) -> dict[str, Any]:
        """The object of `habeas figures --json` (design, section 4)."""
        return figures_json(list(self.figures))


@told
def figures(
    ws: Workspace,
    *,
    as_of: date,
    known_at: str | None = None,
    list_name: str | None = None,
    audience: str = "team",
    rules: Sequence[Rule] = RULES,
) -> FiguresPage:
    """The figures as of a day. `known_at` (UTC; a day alone means its end) asks what was known then.

    `list_name` None: the own list when members recognise anyone, else every list that sources claim. Raises
    `NoSuchAudience`, `BadRequest` for a time that is none.
    """
    if is_outside(audience):
        moment = instant(known_at) if known_at else last_known(ws)
        told_of = figures_outside(
            register(ws, known_at=known_at), rules, as_of=as_of, published_on=today(), list_name=list_name,
            audience=audience, known_at=moment,
        )  # fmt: skip
        return FiguresPage(as_of, moment, *told_of)
    if known_at is not None:
        then, past = instant(known_at), register(ws, known_at=known_at)
        found = count(past, rules, as_of=as_of, list=list_name, audience=audience, known_at=then)
        return FiguresPage(as_of, then, tuple(found), _named({p.id: p.name for p in past.people.values()}, found))
    lists = (list_name,) if list_name else default_lists(ws)
    moment = last_known(ws)
    found = asked_together(
        ws,
        lambda run: count_sql(
            run, rules, as_of=as_of, lists=lists, audience=audience, known_at=moment, mark="%s", tables=TABLES
        ),
    )
    wanted = {i for f in found for ids in (f.counted, f.unknown, f.disputed) for i in ids}
    people = dict(
        models.PersonRow.objects.using(ws.alias).filter(id__in=among(wanted)).values_list("id", "name")
    )
    return FiguresPage(as_of, moment, tuple(found), people)


def default_lists(ws: Workspace) -> tuple[str, ...]:
    """The lists that are counted when none is named, from the projection. See `habeas.register.default_lists`."""
    rows = list(models.ListRow.objects.using(ws.alias).order_by("name").values_list("name", "ours", "claimed"))
    if any(name == OWN and ours for name, ours, _ in rows):
        return (OWN,)
    return tuple(name for name, _, claimed in rows if claimed)


def last_known(ws: Workspace) -> str | None:
    """When the last entry was written; None in an empty ledger."""
    return models.LedgerHeader.objects.using(ws.alias).order_by("-position").values_list("at", flat=True).first()


def _named(people: Mapping[str, str], figures: Sequence[Figure]) -> Mapping[str, str]:
    """The names of those whose ids stand in the figures, and of nobody else."""
    wanted = {i for f in figures for ids in (f.counted, f.unknown, f.disputed) for i in ids}
    return {i: name for i, name in people.items() if i in wanted}

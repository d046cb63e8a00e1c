"""`habeas figures`: the numbers of a day, each with its rule, whom it counts, and what is open about it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from habeas.cli import options as o
from habeas.cli.output import as_json, say

if TYPE_CHECKING:
    from habeas.desk import FiguresPage, Workspace
    from habeas.figures import Breakdown, Figure

_NAMED = ("held_not_recognised",)
"""Figures whose people are always named: they are beside the list, and nobody should have to ask who they are."""


def register(app: typer.Typer) -> None:
    """Adds the command of this file to `app`."""
    app.command("figures")(figures)


def figures(
    wanted: o.Figures = None,
    as_of: o.AsOf = None,
    known_at: o.KnownAt = None,
    list_name: o.ListName = None,
    audience: o.Audience = "team",
    names: Annotated[bool, typer.Option("--names", help="Print who is counted.")] = False,
    by: Annotated[
        str | None, typer.Option(help="Divide each figure: sex, age, region, occupation or article.")
    ] = None,
    json: o.Json = False,
) -> None:
    """The figures of a day, each with its rule, the people it counts, and what is unknown or disputed."""
    from habeas.adapters.clock import today
    from habeas.desk import figures as figures_of
    from habeas.desk import open_workspace
    from habeas.figures import rules

    on, chosen = o.day(as_of, today()), rules(*(wanted or ()))
    with open_workspace() as ws:
        page = figures_of(ws, as_of=on, known_at=known_at, list_name=list_name, audience=audience, rules=chosen)
        parts = _divided(ws, page, by, on, known_at, audience) if by else {}
    if json:
        as_json(page.to_json() | ({"by": _parts_json(parts)} if by else {}))
        return
    o.say_dates(f"Figures for the audience {audience}", page)
    lists = dict.fromkeys(name for f in page.figures for name in f.lists)
    say(f"List: {'; '.join(lists) or 'none yet; recognition puts people on one'}.")
    for figure in page.figures:
        say()
        _print(figure, page.names, named=names or figure.name in _NAMED)
        if figure.name in parts:
            _print_parts(parts[figure.name])


def _divided(
    ws: Workspace, page: FiguresPage, by: str, on: date, known_at: str | None, audience: str
) -> dict[str, Breakdown]:
    """Figure of persons -> its parts."""
    from habeas.desk.breakdowns import breakdown

    return {
        f.name: breakdown(ws, f.counted, by, as_of=on, known_at=known_at, audience=audience)
        for f in page.figures
        if f.unit == "persons"
    }


def _parts_json(parts: Mapping[str, Breakdown]) -> dict[str, Any]:
    return {
        name: {
            "by": p.by,
            "rule": p.rule,
            "parts": [{"word": line.word, "value": len(line.people), "counted": list(line.people)} for line in p.lines],
            "unknown": list(p.unknown),
            "open": list(p.open),
            "adds_up": p.adds_up,
        }
        for name, p in parts.items()
    }


def _print_parts(parts: Breakdown) -> None:
    for line in parts.lines:
        say(f"{len(line.people):>4}  {line.word}", indent=10)
    for word, ids in (("nothing is said", parts.unknown), ("the date leaves two groups", parts.open)):
        if ids:
            say(f"{len(ids):>4}  ({word})", indent=10)
    say(parts.rule + ("" if parts.adds_up else " The parts add up to more than the figure."), indent=10)


def _print(figure: Figure, people: Mapping[str, str], *, named: bool) -> None:
    from habeas.reports import say_number

    say(f"{say_number(figure):>8}  {figure.title} ({figure.unit})  [{figure.name}]", bold=True)
    say(f"Rule: {figure.rule}", indent=10)
    groups = [("Cannot be told of", figure.unknown), ("In dispute", figure.disputed)]
    if named:
        groups.insert(0, ("Counted", figure.counted))
    for word, ids in groups:
        if ids:
            named_ids = sorted(f"{people[i]} ({i})" if i in people else i for i in ids)
            say(f"{word}: {'; '.join(named_ids)}", indent=10)
    if figure.withheld:
        say(f"{figure.withheld} withheld from this audience", indent=10)

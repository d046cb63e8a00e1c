"""`habeas list`: who is on the list on a day, by status; and beneath it who is held and not recognised."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from habeas.cli import options as o
from habeas.cli.output import as_csv, as_json, say, table

if TYPE_CHECKING:
    from habeas.desk import FiguresPage
    from habeas.desk.results import PersonRow

COLUMNS = ("id", "name", "states", "listed", "categories", "facts", "claims", "disputed", "documents")
_COUNTED = ("listed", "held_not_recognised")


def register(app: typer.Typer) -> None:
    """Adds the command of this file to `app`."""
    app.command("list")(list_people)


def list_people(
    as_of: o.AsOf = None,
    known_at: o.KnownAt = None,
    status: Annotated[str | None, typer.Option(help="Only this status, such as in_prison, or held.")] = None,
    name: Annotated[str | None, typer.Option(help="Only names that contain this.")] = None,
    list_name: o.ListName = None,
    everyone: Annotated[bool, typer.Option("--everyone", help="Also people whom the list does not hold.")] = False,
    json: o.Json = False,
    csv: o.Csv = False,
) -> None:
    """The people of the list by status on a day, as known at a time; then who is held and not on it, by name."""
    from habeas.adapters.clock import today
    from habeas.desk import figures, open_workspace, people
    from habeas.figures import rules

    o.not_both("--json", json, "--csv", csv)
    on = o.day(as_of, today())
    with open_workspace() as ws:
        found = people(ws, as_of=on, known_at=known_at, status=status, name=name, list_name=list_name, sort="status")
        page = figures(ws, as_of=on, known_at=known_at, list_name=list_name, rules=rules(*_COUNTED))
    rows = [r for r in found if everyone or r.listed]
    if csv:
        as_csv(COLUMNS, [_cells(r) for r in rows])
    elif json:
        as_json(_to_json(rows, page))
    else:
        _print(rows, page, whole=not (everyone or status or name))


def _cells(row: PersonRow) -> tuple[object, ...]:
    """One line of the CSV: lists are joined by `; `."""
    return (
        row.id, row.name, "; ".join(row.states), "yes" if row.listed else "no", "; ".join(row.categories), row.facts,
        row.claims, row.disputed, "; ".join(row.documents),
    )  # fmt: skip


def _to_json(rows: Iterable[PersonRow], page: FiguresPage) -> dict[str, Any]:
    fields = ("id", "name", "names", "states", "listed", "categories", "facts", "claims", "disputed", "documents")
    people = [{f: list(v) if isinstance(v := getattr(r, f), tuple) else v for f in fields} for r in rows]
    beside = [{"id": i, "name": page.names[i]} for i in _held(page)]
    return {**page.to_json(), "people": people, "held_not_recognised": beside}


def _held(page: FiguresPage) -> list[str]:
    (held,) = [f for f in page.figures if f.name == "held_not_recognised"]
    return sorted(held.counted, key=lambda i: (page.names[i].casefold(), i))


def _print(rows: list[PersonRow], page: FiguresPage, *, whole: bool) -> None:
    from habeas.lexicon import label

    groups: dict[str, list[PersonRow]] = {}
    for row in rows:
        groups.setdefault(" or ".join(label(f"liberty.{s}") for s in row.states), []).append(row)
    for status, people in groups.items():
        say(f"{status[:1].upper()}{status[1:]}: {len(people)}", bold=True)
        lines = [(p.name, p.id, _facts(p), "; ".join(p.categories)) for p in people]
        table(("name", "id", "facts", "category"), lines, shrink="category", indent=2)
        say()
    if whole:
        _print_sums(page)
    else:
        o.say_dates(f"{len(rows)} people fit", page)


def _facts(row: PersonRow) -> str:
    return f"{row.facts}, {row.disputed} in dispute" if row.disputed else str(row.facts)


def _print_sums(page: FiguresPage) -> None:
    from habeas.reports import say_number

    (listed,) = [f for f in page.figures if f.name == "listed"]
    held = _held(page)
    said = "; ".join(f"{page.names[i]} ({i})" for i in held)
    o.say_dates(f"{say_number(listed)} people listed", page)
    say(f"Rule: {listed.rule}")
    say(f"List: {'; '.join(listed.lists) or 'none yet; recognition puts people on one'}.")
    say(f"Held and not recognised, beside the list: {len(held)}" + (f" — {said}" if held else ""))

"""`habeas people export` and `habeas people import`: lists of people as tables, in and out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from habeas.cli import options as o
from habeas.cli.output import as_csv, as_json, say, table

if TYPE_CHECKING:
    from habeas.desk import Imported, ImportPlan, LikelyPair
    from habeas.desk.import_plans import RowPlan

people = typer.Typer(help="People as lists: export, import, and who may be one person.")
ListFile = Annotated[Path, typer.Argument(help="CSV with headers, Excel, JSON or FollowTheMoney.", metavar="FILE")]
_SHOWN = 20


def register(app: typer.Typer) -> None:
    """Adds the commands of this file to `app`."""
    app.add_typer(people, name="people")
    people.command("export")(export_list)
    people.command("import")(import_list)
    people.command("duplicates")(duplicates)


def export_list(
    everyone: Annotated[bool, typer.Option("--everyone", help="Also officials, lawyers and others named.")] = False,
) -> None:
    """Print the people as CSV, one row each with their Habeas id: to edit, and to import again. For the team."""
    from habeas.desk import EXPORTED, export_people, open_workspace

    with open_workspace() as ws:
        as_csv(tuple(EXPORTED.values()), export_people(ws, subjects_only=not everyone))


def duplicates(
    limit: Annotated[int, typer.Option(help="How many pairs.", min=1)] = 20,
    undecided: Annotated[bool, typer.Option("--undecided", help="Those that nobody could tell.")] = False,
    engine: Annotated[
        str, typer.Option(help="What compares: habeas, splink (DuckDB) or spark; all find the same.", metavar="NAME")
    ] = "habeas",
    json: o.Json = False,
) -> None:
    """People who may be one person, the likeliest first, with the reasons. Nothing is joined: that is for a member."""
    from habeas.desk import likely_duplicates, open_workspace

    with open_workspace() as ws:
        page = likely_duplicates(ws, most=limit, undecided=undecided, engine=engine)
    if json:
        as_json({"total": page.total, "conflicts": list(page.conflicts), "pairs": [_pair_json(p) for p in page.pairs]})
        return
    for pair in page.pairs:
        one, other = (f"{p.name} ({p.id})" for p in pair.sides)
        say(f"{pair.probability:.2f}  {one} ~ {other}", bold=True)
        for part in pair.parts:
            rule = f" ({part.rule})" if part.rule else ""
            say(f"{part.role}: {part.left or '—'} ~ {part.right or '—'}: {part.verdict}{rule}", indent=4)
        for said in pair.beside:
            say(said, indent=4)
    for conflict in page.conflicts:
        say(conflict)
    say(f"{len(page.pairs)} of {page.total} pairs. To judge one: habeas same, habeas different or habeas cannot-tell.")


def _pair_json(pair: LikelyPair) -> dict[str, object]:
    sides = [{"id": p.id, "name": p.name, "born": p.born} for p in (pair.left, pair.right)]
    reasons = {"explanation": [p.to_json() for p in pair.parts], "beside": list(pair.beside), "crowd": pair.crowd}
    return {"probability": round(pair.probability, 4), "people": sides, "compared": list(pair.compared), **reasons}


def import_list(
    file: ListFile,
    by: Annotated[str | None, typer.Option("--by", help="Import it, signed by this member.", metavar="NAME")] = None,
    list_name: Annotated[
        str | None, typer.Option("--list", help="The rows say that these people are on this list.", metavar="NAME")
    ] = None,
    title: Annotated[str | None, typer.Option(help="The list's title; its issues are known by it.")] = None,
    published: Annotated[str | None, typer.Option(help="When it was published: 2020, 2020-02, 2020-02-14.")] = None,
    column: Annotated[
        list[str] | None,
        typer.Option("--column", help="What a column holds, as arrested=Taken; repeat it.", metavar="WHAT=HEADER"),
    ] = None,
    json: o.Json = False,
    encoding: o.Encoding = None,
) -> None:
    """Show what a list of people would bring: who is new, known, or perhaps known, and what would change.

    Writes nothing without `--by NAME`; with it, imports exactly that. The same file again changes nothing.
    """
    from habeas.adapters.clock import now
    from habeas.adapters.people_lists import take_people_file
    from habeas.desk import import_people, open_workspace, plan_import

    with open_workspace() as ws:
        taken, rows = take_people_file(file, title=title or list_name, encoding=encoding)
        given = o.columns(column)
        if by is None:
            plan, made = plan_import(ws, taken, rows, given=given), None
        else:
            made = import_people(
                ws, taken, rows, by=by, now=now(), given=given, list_name=list_name, published=published
            )
            plan = made.plan
    if json:
        as_json(_to_json(plan, made))
    else:
        _print(plan, made)


def _to_json(plan: ImportPlan, made: Imported | None) -> dict[str, object]:
    rows = [
        {
            "row": r.number, "name": r.name, "verdict": r.verdict,
            "person": r.person, "known_as": r.known_as, "by": r.by,
            "changes": [
                {"column": c.column, "act": c.act, "before": list(c.before), "after": c.after} for c in r.changes
            ],
        }
        for r in plan.rows
    ]  # fmt: skip
    unread = [{"row": u.number, "column": u.column, "cell": u.cell} for u in plan.unread]
    written = None if made is None else {"claims": made.claims, "records": made.records, "source": made.captured.source}
    columns = {"columns": dict(plan.held), "unused": list(plan.unused)}
    return {**columns, "rows": rows, "unread": unread, "repeated": plan.repeated, "written": written}


def _print(plan: ImportPlan, made: Imported | None) -> None:
    say("What the columns hold:", bold=True)
    table(("column", "holds"), [(header, meaning) for meaning, header in plan.held.items()], indent=2)
    if plan.unused:
        say(f"Not read: {', '.join(plan.unused)}. Say what a column holds with --column WHAT=HEADER.", indent=2)
    _rows("Changed", plan.of("known"))
    _rows("New", plan.of("new"))
    _rows("Perhaps in the register already; new until a member says `same`", plan.of("perhaps"))
    _rows("Left out: no person of the register has this id", plan.of("unknown id"))
    for cell in plan.unread[:_SHOWN]:
        where = f"{cell.column}: " if cell.column else "no name: "
        say(f"Row {cell.number} is not understood, {where}{cell.cell}", indent=2)
    _more(len(plan.unread))
    _sums(plan, made)


def _rows(heading: str, rows: Iterable[RowPlan]) -> None:
    found = list(rows)
    if not found:
        return
    say(f"{heading}: {len(found)}", bold=True)
    for row in found[:_SHOWN]:
        known = f" — {row.known_as} ({row.person})" if row.known_as else ""
        by = f" {row.by}" if row.verdict in ("perhaps", "unknown id") else ""
        say(f"{row.number}. {row.name}{known}{by}", indent=2)
        for change in row.changes if row.verdict == "known" else ():
            before = f"{', '.join(change.before)} → " if change.before else ""
            say(f"{change.column}: {change.act} {before}{change.after}", indent=4)
    _more(len(found))


def _more(number: int) -> None:
    if number > _SHOWN:
        say(f"and {number - _SHOWN} more; --json prints all.", indent=2)


def _sums(plan: ImportPlan, made: Imported | None) -> None:
    new = len(plan.of("new")) + len(plan.of("perhaps"))
    same = len(plan.of("unchanged"))
    say(f"{len(plan.rows)} rows: {new} new, {len(plan.of('known'))} changed, {same} as the register has them.")
    if plan.repeated:
        say(f"{plan.repeated} rows repeat another.")
    if any(c.act == "leaves out" for r in plan.rows for c in r.changes):
        say("What a row leaves out stays in the register: withdraw it if it is wrong.")
    if made is None:
        say("Nothing was written. To import it: the same command with --by NAME.")
    elif made.claims:
        say(f"Imported as source {made.captured.source[:12]}: {made.records} records, {made.claims} claims.")
    else:
        say("Nothing changed: the register holds all of it.")

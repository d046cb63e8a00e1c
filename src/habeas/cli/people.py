"""Commands that answer: who is on the list, what is known of one person, what the numbers are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from habeas.cli import options as o
from habeas.cli.output import as_csv, as_json, say, table

if TYPE_CHECKING:
    from habeas.desk import FactView, PersonView
    from habeas.figures import Figure


def register(app: typer.Typer) -> None:
    """Adds the commands of this file to `app`."""
    app.command("list")(list_people)
    app.command("person")(person)
    app.command("figures")(figures)
    app.command("history")(history)


def list_people(
    as_of: o.AsOf = None,
    known_at: o.KnownAt = None,
    status: Annotated[str | None, typer.Option(help="Only this status, such as in_prison.")] = None,
    name: Annotated[str | None, typer.Option(help="Only names that contain this.")] = None,
    list_name: o.ListName = None,
    everyone: Annotated[bool, typer.Option("--everyone", help="Also people whom the list does not hold.")] = False,
    json: o.Json = False,
    csv: o.Csv = False,
) -> None:
    """The people of the list by status on a day, as known at a time."""
    from habeas.adapters.clock import today
    from habeas.desk import open_workspace, people
    from habeas.lexicon import label

    on = o.day(as_of, today())
    with open_workspace() as ws:
        rows = people(ws, as_of=on, known_at=known_at, status=status, name=name, list_name=list_name)
    rows = tuple(r for r in rows if everyone or r.listed)
    if json:
        as_json({"as_of": on.isoformat(), "known_at": known_at, "people": [_person_json(r) for r in rows]})
        return
    columns = ("id", "name", "status", "category", "facts", "disputed")
    cells = [(r.id, r.name, " or ".join(r.states), "; ".join(r.categories), r.facts, r.disputed) for r in rows]
    if csv:
        as_csv(columns, cells)
        return
    cells.sort(key=lambda c: (c[2], c[1]))
    said = [(c[0], c[1], " or ".join(label(f"liberty.{s}") for s in c[2].split(" or ")), *c[3:]) for c in cells]
    table(columns, said)
    say(f"{len(rows)} people as of {on}" + (f", as known at {known_at}." if known_at else "."))


def _person_json(row: Any) -> dict[str, Any]:
    return {
        "id": row.id, "name": row.name, "names": list(row.names), "states": list(row.states), "listed": row.listed,
        "categories": list(row.categories), "facts": row.facts, "disputed": row.disputed,
    }  # fmt: skip


def person(
    who: Annotated[str, typer.Argument(help="A name, part of one, or an id.")],
    as_of: o.AsOf = None,
    known_at: o.KnownAt = None,
    audience: o.Audience = "team",
    json: o.Json = False,
) -> None:
    """Everything the register knows of one person: each fact with its passage, who says so, and who decided."""
    from habeas.adapters.clock import today
    from habeas.desk import open_workspace
    from habeas.desk import person as person_of

    on = o.day(as_of, today())
    with open_workspace() as ws:
        view = person_of(ws, who, as_of=on, known_at=known_at, audience=audience)
    if json:
        as_json(view.to_json())
        return
    _print_person(view, on.isoformat())


def _print_person(view: PersonView, on: str) -> None:
    from habeas.lexicon import label

    say(f"{view.name}  ({view.id})", style="bold")
    others = [n for n in view.names if n != view.name]
    if others:
        say("Also written: " + ", ".join(others))
    states = " or ".join(label(f"liberty.{s}") for s in view.states)
    say(f"On {on}: {states}" + (f" (because of {', '.join(view.because)})" if view.because else ""))
    say(
        "On the list" + (f": {'; '.join(view.categories)}" if view.categories else "")
        if view.listed
        else "Not on the list"
    )
    for conflict in view.conflicts:
        say(f"Conflict to resolve: {conflict}")
    for fact in view.facts:
        _print_fact(fact)


def _print_fact(fact: FactView) -> None:
    from habeas.lexicon.wording import say_claim, say_standing

    marks = [f"level {fact.level}"] + [
        m for m, on in (("DISPUTED", fact.disputed), ("withdrawn", fact.withdrawn)) if on
    ]
    say()
    say(f"{say_claim(fact.kind, fact.fields, when=fact.when, modality=fact.modality)}  [{fact.id}; {', '.join(marks)}]")
    for claim in fact.claims:
        words = "(the source was erased)" if claim.passage is None else f"“{' '.join(claim.passage.split())}”"
        say(f"    {words}{say_standing(claim.attribution, claim.modality)}")
        how = "in bulk by" if claim.bulk else "by"
        say(
            f"    {claim.source_title}, characters {claim.span[0]}–{claim.span[1]}, SHA-256 {claim.document[:12]}; "
            f"read by {claim.rule}, decided {how} {claim.member} on {claim.decided_at[:10]} "
            f"({claim.id}, {claim.decision})"
        )


def figures(
    as_of: o.AsOf = None,
    known_at: o.KnownAt = None,
    list_name: o.ListName = None,
    audience: o.Audience = "team",
    names: Annotated[bool, typer.Option("--names", help="Print who is counted.")] = False,
    json: o.Json = False,
) -> None:
    """The figures of a day, each with its rule, the people it counts, and what is unknown or disputed."""
    from habeas.adapters.clock import today
    from habeas.desk import figures as figures_of
    from habeas.desk import open_workspace

    on = o.day(as_of, today())
    with open_workspace() as ws:
        page = figures_of(ws, as_of=on, known_at=known_at, list_name=list_name, audience=audience)
    if json:
        as_json(page.to_json())
        return
    for figure in page.figures:
        _print_figure(figure, page.names, names=names)
    say()
    say(f"As of {on}, as known at {page.known_at}, for the audience {audience}.")


def _print_figure(figure: Figure, people: Mapping[str, str], *, names: bool) -> None:
    from habeas.reports import say_number

    about = f": {figure.category}" if figure.category else ""
    say(f"{say_number(figure):>8}  {figure.title}{about} ({figure.unit})  [{figure.name}]", style="bold")
    say(f"          {figure.rule}" + (f" List: {'; '.join(figure.lists)}." if figure.lists else ""))
    groups = [("unknown", figure.unknown), ("in dispute", figure.disputed)]
    if names or figure.name == "held_not_recognised":
        groups.insert(0, ("counted", figure.counted))
    for word, ids in groups:
        if ids:
            say(f"          {word}: " + ", ".join(f"{people[i]} ({i})" if i in people else i for i in ids))
    if figure.withheld:
        say(f"          {figure.withheld} withheld from this audience")


def history(
    entity: Annotated[str, typer.Argument(help="An id: person, record, fact, claim, proposal or source.")],
) -> None:
    """Who decided what about something, and when."""
    from habeas.desk import history as history_of
    from habeas.desk import open_workspace

    with open_workspace() as ws:
        rows = history_of(ws, entity)
    table(
        ("entry", "at", "member", "action", "replaces", "why"),
        [
            (r.entry, r.at[:19], r.member, r.action + (" (bulk)" if r.bulk else ""), r.replaces,
             (r.content or {}).get("why") or (r.content or {}).get("reason"))
            for r in rows
        ],
    )  # fmt: skip

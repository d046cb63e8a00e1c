"""Commands on criteria: print a definition, see where a person stands by it, assess a criterion, second it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from habeas.cli import options as o
from habeas.cli.output import as_json, say

if TYPE_CHECKING:
    from habeas.desk import AssessmentPage

By = o.By
Pack = Annotated[str, typer.Option("--by-definition", "-d", help="pace-1900, guidelines-2013 or wgad.")]


def register(app: typer.Typer) -> None:
    """Adds the commands of this file to `app`."""
    app.command("criteria")(criteria)
    app.command("assessment")(assessment)
    app.command("assess")(assess)
    app.command("second")(second)
    app.command("tiers")(tiers)


def criteria(
    name: Annotated[str | None, typer.Argument(help="A definition; all of them when left out.", metavar="NAME")] = None,
    language: Annotated[str, typer.Option(help="en or ru.")] = "en",
) -> None:
    """The definitions of political prisoner and arbitrary detention, criterion by criterion, with their sources."""
    from habeas.law import definition, definitions

    for d in (definition(name),) if name else definitions().values():
        say(f"{d.id}: {d.name.get(language, d.name['en'])} ({_trusted(d.status)}: {d.source})")
        for c in d.criteria:
            mark = "excludes" if c.excludes else "criterion"
            say(f"  {c.id:12} {mark}: {c.words.get(language, c.words['en'])}")
        say(f"  {d.note}")


def assessment(
    who: Annotated[str, typer.Argument(help="A name or an id.", metavar="WHO")],
    name: Pack = "pace-1900",
    as_of: o.AsOf = None,
    json: o.Json = False,
) -> None:
    """Where a person stands by a definition: what the facts bear, what is missing, what members decided."""
    from habeas.adapters.clock import today
    from habeas.desk import assessment as stand
    from habeas.desk import open_workspace

    with open_workspace() as ws:
        page = stand(ws, who, name=name, on=o.day(as_of, today()))
    if json:
        as_json(_as_json(page))
        return
    say(f"{page.name} by {page.definition.name['en']}, as of {page.on}:")
    for s in page.criteria:
        c = s.borne.criterion
        say(f"  {c.id}{' (excludes)' if c.excludes else ''}: {c.words['en']}")
        for word, lines in (("for", s.bearing), ("against", s.weakening)):
            for f in lines:
                say(f"      {word}: {f.line} [{f.id}]")
        for missing in s.borne.missing:
            say(f"      missing: {missing}")
        if s.decided:
            seconded = f"; {'confirmed' if s.decided.confirmed else 'contested'} by {s.second}" if s.second else ""
            answer = s.decided.answer.replace("_", " ")
            say(f"      {answer}, says {s.author}: {s.decided.reason} [{s.decided.entry}]{seconded}")
    say(f"Met and confirmed: {', '.join(page.met) or 'none'}. Excluded by: {', '.join(page.excluded) or 'none'}.")


def assess(
    who: Annotated[str, typer.Argument(help="A name or an id.", metavar="WHO")],
    criterion: Annotated[str, typer.Argument(help="The criterion, such as II.", metavar="CRITERION")],
    answer: Annotated[str, typer.Argument(help="met, not_met or cannot_tell.", metavar="ANSWER")],
    by: o.By,
    why: o.Why,
    name: Pack = "pace-1900",
    facts: Annotated[list[str] | None, typer.Option("--for", help="A fact that bears it.", metavar="FACT")] = None,
    against: Annotated[list[str] | None, typer.Option(help="A fact that weakens it.", metavar="FACT")] = None,
) -> None:
    """Decide whether a criterion is met by a person, on which facts, against which others, and why."""
    from habeas.adapters.clock import now
    from habeas.desk import assess as decide
    from habeas.desk import open_workspace

    with open_workspace() as ws:
        done = decide(
            ws, who, name=name, criterion=criterion, answer=answer, why=why, facts=facts or (), against=against or (),
            by=by, now=now(),
        )  # fmt: skip
    o.say_decided(
        f"{criterion} {answer.replace('_', ' ')}, signed by {by}; a second member is to confirm it", done.entries
    )


def second(
    entry: Annotated[str, typer.Argument(help="The assessment, as `habeas assessment` prints it.", metavar="ENTRY")],
    by: o.By,
    why: o.Why,
    contest: Annotated[bool, typer.Option("--contest", help="Say that it does not hold.")] = False,
) -> None:
    """Confirm or contest the assessment of another member."""
    from habeas.adapters.clock import now
    from habeas.desk import open_workspace
    from habeas.desk import second as decide

    with open_workspace() as ws:
        done = decide(ws, entry, agrees=not contest, why=why, by=by, now=now())
    o.say_decided("Contested" if contest else "Confirmed", done.entries)


def tiers(as_of: o.AsOf = None, known_at: o.KnownAt = None, list_name: o.ListName = None, json: o.Json = False) -> None:
    """The list by tier: recognised, politically prosecuted, under assessment, not recognised."""
    from habeas.adapters.clock import today
    from habeas.desk import open_workspace
    from habeas.desk import register as folded
    from habeas.figures import by_tier, figures_json

    on = o.day(as_of, today())
    with open_workspace() as ws:
        held = folded(ws, known_at=known_at)
    found = by_tier(held, as_of=on, lists=(list_name,) if list_name else None)
    if json:
        as_json(figures_json(found))
        return
    for figure in found:
        say(f"{figure.value:>8}  {figure.title}")
        for person in figure.counted if figure.name == "tier_not_recognised" else ():
            last = held.recognitions[person][-1]
            say(f"          {held.people[person].name}: {last.reason or 'no reason stated'}")


def _trusted(status: str) -> str:
    return "verified" if status == "verified" else "recalled, to be checked"


def _as_json(page: AssessmentPage) -> dict[str, object]:
    return {
        "person": page.person, "name": page.name, "definition": page.definition.id, "as_of": page.on.isoformat(),
        "met": list(page.met), "excluded": list(page.excluded), "open": list(page.open),
        "criteria": [
            {
                "id": s.borne.criterion.id, "excludes": s.borne.criterion.excludes,
                "for": [f.id for f in s.bearing], "against": [f.id for f in s.weakening],
                "missing": list(s.borne.missing), "answer": s.decided.answer if s.decided else None,
                "why": s.decided.reason if s.decided else None, "assessor": s.author, "second": s.second,
                "confirmed": bool(s.decided and s.decided.confirmed), "entry": s.decided.entry if s.decided else None,
            }
            for s in page.criteria
        ],
    }  # fmt: skip

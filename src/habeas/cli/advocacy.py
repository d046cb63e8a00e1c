"""Commands on responsibility: officials by degree of involvement, and what States did of what bodies decided."""

from __future__ import annotations

from typing import Annotated

import typer

from habeas.cli import options as o
from habeas.cli.output import as_json, say


def register(app: typer.Typer) -> None:
    """Adds the commands of this file to `app`."""
    app.command("officials")(officials)
    app.command("involve")(involve)
    app.command("compliance")(compliance)


def officials(known_at: o.KnownAt = None, json: o.Json = False) -> None:
    """Officials by degree of involvement, with their posts, the people concerned, and whom they share cases with."""
    from habeas.desk import officials_page, open_workspace

    with open_workspace() as ws:
        found = officials_page(ws, known_at=known_at)
    if json:
        as_json({"officials": [_as_json(x) for x in found]})
        return
    for x in found:
        degrees = ", ".join(f"{degree.replace('_', ' ')} {n}" for degree, n in x.degrees)
        say(f"{x.name}  [{x.id}]  {degrees}; people: {x.people}, sources: {x.sources}", bold=True)
        for post in x.posts:
            say(f"  {post}")
        for act in x.acts:
            who = ", ".join(name for _, name in act.people) or "nobody named"
            say(f"  {act.line}: {'; '.join(act.about)} ({who}) [{act.fact}]")
        for _, name, n in x.common:
            say(f"  in common with {name}: {n}")
    if not found:
        say("No involvement is in the register. Say one: habeas involve NAME --degree judged --fact FACT --by MEMBER")


def involve(
    official: Annotated[str, typer.Argument(help="The official, as the source names them.", metavar="NAME")],
    fact: Annotated[str, typer.Option(help="In what: a fact about somebody.", metavar="FACT")],
    degree: Annotated[
        str, typer.Option(help="carried_out, ordered, prosecuted, judged, testified or failed_to_prevent.")
    ],
    by: o.By,
) -> None:
    """Say that an official was involved in a fact, as its own source tells it. It is told as that source tells it."""
    from habeas.adapters.clock import now
    from habeas.desk import involve as decide
    from habeas.desk import open_workspace

    with open_workspace() as ws:
        done = decide(ws, official, degree=degree, fact=fact, by=by, now=now())
    o.say_decided(f"{official}: {degree.replace('_', ' ')}, signed by {by}", done.entries)


def compliance(as_of: o.AsOf = None, known_at: o.KnownAt = None, json: o.Json = False) -> None:
    """International decisions remedy by remedy, and the share that was met, as bounds."""
    from habeas.adapters.clock import today
    from habeas.desk import compliance_page, open_workspace

    with open_workspace() as ws:
        found, held = compliance_page(ws, as_of=o.day(as_of, today()), known_at=known_at)
    if json:
        as_json({
            "as_of": found.as_of, "remedies": len(found.remedies), "met": found.count("met"),
            "open": found.count("unknown"), "low": found.low, "high": found.high,
            "decisions": [
                {
                    "body": d.body, "reference": d.reference, "when": d.when, "facts": list(d.facts),
                    "people": list(d.people),
                    "remedies": [
                        {"remedy": r.name, "state": r.state, "fact": r.fact, "when": r.when} for r in d.remedies
                    ],
                }
                for d in found.decisions
            ],
        })  # fmt: skip
        return
    for d in found.decisions:
        names = ", ".join(held.people[p].name for p in d.people if p in held.people)
        say(f"{d.body} {d.reference} {d.when or ''}: {names}", bold=True)
        for r in d.remedies:
            say(f"  {r.name or 'what it demands'}: {r.state.replace('_', ' ')}{f' [{r.fact}]' if r.fact else ''}")
    if not found.decisions:
        say(f"No decision of an international body is known by {found.as_of}.")
    if found.low is not None and found.high is not None:
        share = f"{found.low:.0%} to {found.high:.0%} with the open ones"
        say(f"Met: {found.count('met')} of {len(found.remedies)} remedies, {share}.")


def _as_json(x: object) -> dict[str, object]:
    from dataclasses import asdict

    return asdict(x)  # type: ignore[call-overload]

"""Commands on decisions as they were made: the history of something, and the conflicts that wait for a member."""

from __future__ import annotations

from typing import Annotated

import typer

from habeas.cli.output import say, table


def register(app: typer.Typer) -> None:
    """Adds the commands of this file to `app`."""
    app.command("history")(history)
    app.command("conflicts")(conflicts)


def history(
    entity: Annotated[str, typer.Argument(help="An id: person, record, fact, claim, proposal, source.", metavar="ID")],
) -> None:
    """Who decided what about something, and when."""
    from habeas.desk import history as history_of
    from habeas.desk import open_workspace

    with open_workspace() as ws:
        rows = history_of(ws, entity)
    lines = [
        (r.entry, r.at[:19].replace("T", " "), r.member, r.action + (" (bulk)" if r.bulk else ""), r.replaces or "",
         "(erased)" if r.content is None else r.content.get("why") or r.content.get("reason") or "")
        for r in rows
    ]  # fmt: skip
    table(("entry", "at (UTC)", "member", "action", "replaces", "why"), lines)


def conflicts() -> None:
    """What waits for a member: decisions that cannot both stand, and what a split left unassigned."""
    from habeas.desk import open_workspace
    from habeas.desk import register as folded

    with open_workspace() as ws:
        register = folded(ws)
    for conflict in register.conflicts:
        say(f"{conflict.about}: {conflict.message} Candidates: {', '.join(conflict.candidates)}.")
    for item in register.unassigned:
        about = ", ".join(item.facts or item.records)
        say(f"{about}: decided (entry {item.entry}) while records were joined that {item.split} split; decide it anew.")
    disputed = [f for f in register.facts.values() if f.disputed]
    for fact in disputed:
        name = register.people[fact.person].name if fact.person else "no person"
        say(f"{fact.id} ({name}, {fact.kind}): its claims conflict; habeas prefer {fact.id} CLAIM --by … --why …")
    if not (register.conflicts or register.unassigned or disputed):
        say("Nothing waits: no decisions in conflict, nothing unassigned, no fact in dispute.")

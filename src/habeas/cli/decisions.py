"""Commands for decisions on claims and facts after acceptance: correct, prefer, withdraw, undo."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from habeas.cli import options as o
from habeas.cli.output import say

Replaces = Annotated[str | None, typer.Option(help="The decision (entry id) that this one replaces.")]


def register(app: typer.Typer) -> None:
    """Adds the commands of this file to `app`."""
    for function in (correct, prefer, withdraw, undo):
        app.command(function.__name__)(function)


def correct(
    target: Annotated[str, typer.Argument(help="A claim id, or the id of an open proposal.", metavar="ID")],
    by: o.By,
    why: o.Why,
    change: Annotated[
        list[str] | None, typer.Option("--set", help="field=value; an empty value takes it away.")
    ] = None,
    when: Annotated[str | None, typer.Option(help="The date as EDTF; empty takes it away.")] = None,
    attribution: Annotated[str | None, typer.Option(help="Who says so.")] = None,
    modality: Annotated[str | None, typer.Option(help="happened, alleged, requested, ...")] = None,
    replaces: Replaces = None,
) -> None:
    """Correct what we misread. The first reading stays in the history."""
    from habeas.adapters.clock import now
    from habeas.desk import correct as correct_claim
    from habeas.desk import open_workspace

    changes: dict[str, Any] = {"attribution": attribution, "modality": modality}
    changes = {k: v for k, v in changes.items() if v is not None}
    if when is not None:
        changes["when"] = when or None
    if change:
        changes["fields"] = dict(_pair(c) for c in change)
    if not changes:
        raise o.NotUsable("Nothing is to be corrected.", "Give --set field=value, --when, --attribution or --modality.")
    with open_workspace() as ws:
        done = correct_claim(ws, target, changes, by=by, now=now(), why=why, replaces=replaces)
    o.say_decided("Corrected", done.entries)


def _pair(text: str) -> tuple[str, str | None]:
    name, sign, value = text.partition("=")
    if not sign:
        raise o.NotUsable(f"{text!r} is no field=value.", "Write it like --set length=P5Y.")
    return name.strip(), value.strip() or None


def prefer(
    fact: Annotated[str, typer.Argument(help="The disputed fact.", metavar="FACT")],
    claim: Annotated[str, typer.Argument(help="The claim of it that holds.", metavar="CLAIM")],
    by: o.By,
    why: o.Why,
    replaces: Replaces = None,
) -> None:
    """Say which of conflicting claims holds, and why. Both stay visible."""
    from habeas.adapters.clock import now
    from habeas.desk import open_workspace
    from habeas.desk import prefer as prefer_claim

    with open_workspace() as ws:
        done = prefer_claim(ws, fact, claim, by=by, now=now(), why=why, replaces=replaces)
    o.say_decided("Preferred", done.entries)


def withdraw(
    target: Annotated[str, typer.Argument(help="The id of a fact, a claim or a decision.", metavar="ID")],
    by: o.By,
    why: o.Why,
    as_of: o.AsOf = None,
) -> None:
    """Withdraw a fact, a claim or a decision; prints which figures of the day change, and who enters or leaves them."""
    from habeas.adapters.clock import now, today
    from habeas.desk import open_workspace
    from habeas.desk import withdraw as withdraw_target

    on = o.day(as_of, today())
    with open_workspace() as ws:
        effect = withdraw_target(ws, target, by=by, now=now(), why=why, on=on)
    o.say_decided("Withdrawn", effect.decided.entries)
    for change in effect.changes:
        who = [f"no longer: {', '.join(change.left)}"] * bool(change.left) + [f"now: {', '.join(change.came)}"] * bool(
            change.came
        )
        say(f"  {change.figure} on {on}: {change.before} → {change.after} ({'; '.join(who)})")
    if not effect.changes:
        say(f"  No figure of {on} changes.")


def undo(
    entry: Annotated[
        str, typer.Argument(help="The entry id of the decision, as `habeas history` shows it.", metavar="ENTRY")
    ],
    by: o.By,
    why: o.Why,
) -> None:
    """Take a decision back. It stays in the history."""
    from habeas.adapters.clock import now
    from habeas.desk import open_workspace
    from habeas.desk import undo as undo_decision

    with open_workspace() as ws:
        done = undo_decision(ws, entry, by=by, now=now(), why=why)
    o.say_decided("Taken back", done.entries)

"""Commands for decisions after acceptance: correct, prefer, withdraw, undo, join and split, recognise, erase."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from habeas.cli import options as o
from habeas.cli.output import say

Replaces = Annotated[str | None, typer.Option(help="The decision (entry id) that this one replaces.")]
Two = Annotated[list[str], typer.Argument(help="Two or more ids: people or records, or facts.", metavar="ID ID...")]


def register(app: typer.Typer) -> None:
    """Adds the commands of this file to `app`."""
    for function in (correct, prefer, withdraw, undo, same, different, split, recognise, erase):
        app.command(function.__name__)(function)


def correct(
    target: Annotated[str, typer.Argument(help="A claim id, or the id of an open proposal.")],
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
    _said("Corrected", done.entries)


def _pair(text: str) -> tuple[str, str | None]:
    name, sign, value = text.partition("=")
    if not sign:
        raise o.NotUsable(f"{text!r} is no field=value.", "Write it like --set length=P5Y.")
    return name.strip(), value.strip() or None


def prefer(
    fact: Annotated[str, typer.Argument(help="The disputed fact.")],
    claim: Annotated[str, typer.Argument(help="The claim of it that holds.")],
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
    _said("Preferred", done.entries)


def withdraw(
    target: Annotated[str, typer.Argument(help="The id of a fact, a claim or a decision.")],
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
    _said("Withdrawn", effect.decided.entries)
    for change in effect.changes:
        who = [f"no longer: {', '.join(change.left)}"] * bool(change.left) + [f"now: {', '.join(change.came)}"] * bool(
            change.came
        )
        say(f"  {change.figure} on {on}: {change.before} → {change.after} ({'; '.join(who)})")
    if not effect.changes:
        say(f"  No figure of {on} changes.")


def undo(
    entry: Annotated[str, typer.Argument(help="The entry id of the decision, as `habeas history` shows it.")],
    by: o.By,
    why: o.Why,
) -> None:
    """Take a decision back. It stays in the history."""
    from habeas.adapters.clock import now
    from habeas.desk import open_workspace
    from habeas.desk import undo as undo_decision

    with open_workspace() as ws:
        done = undo_decision(ws, entry, by=by, now=now(), why=why)
    _said("Taken back", done.entries)


def same(ids: Two, by: o.By, why: o.Why) -> None:
    """Join: these records are one person, or these facts are one."""
    from habeas.adapters.clock import now
    from habeas.desk import open_workspace
    from habeas.desk import same as join

    with open_workspace() as ws:
        done = join(ws, ids, by=by, now=now(), why=why)
    _said("Joined", done.entries)


def different(ids: Two, by: o.By, why: o.Why) -> None:
    """Keep apart: these are different people, or different facts; they are not proposed for joining again."""
    from habeas.adapters.clock import now
    from habeas.desk import different as keep_apart
    from habeas.desk import open_workspace

    with open_workspace() as ws:
        done = keep_apart(ws, ids, by=by, now=now(), why=why)
    _said("Kept apart", done.entries)


def split(
    records: Annotated[list[str], typer.Argument(help="The records that leave the person.", metavar="RECORD...")],
    by: o.By,
    why: o.Why,
) -> None:
    """Undo a join: these records leave the person. What was decided since drops to level 2 until assigned."""
    from habeas.adapters.clock import now
    from habeas.desk import open_workspace
    from habeas.desk import split as split_person

    with open_workspace() as ws:
        done = split_person(ws, records, by=by, now=now(), why=why)
    _said("Split", done.entries)


def recognise(
    person: Annotated[str, typer.Argument(help="A name or an id.")],
    by: o.By,
    reason: Annotated[str, typer.Option(help="Why, as it should be read later.")],
    step: Annotated[str, typer.Option(help="entered, left or refused.")] = "entered",
    list_name: Annotated[str, typer.Option("--list", help="The list.")] = "own",
    category: Annotated[str | None, typer.Option(help="The category on that list.")] = None,
    tier: Annotated[str | None, typer.Option(help="The tier on that list.")] = None,
    when: Annotated[str | None, typer.Option(help="Since when, as EDTF; today when left out.")] = None,
) -> None:
    """Recognise a person on our own list, take them off it, or refuse, with the reason."""
    from habeas.adapters.clock import now
    from habeas.desk import open_workspace
    from habeas.desk import recognise as recognise_person

    with open_workspace() as ws:
        done = recognise_person(
            ws,
            person,
            step=step,
            by=by,
            now=now(),
            list_name=list_name,
            category=category,
            tier=tier,
            reason=reason,
            when=when,
        )
    _said("Recorded", done.entries)


def erase(
    by: o.By,
    ground: Annotated[str, typer.Option(help="The legal ground, such as 'GDPR 17(1)(a)'; no personal data.")],
    person: Annotated[str | None, typer.Option(help="Everything about this person.")] = None,
    source: Annotated[str | None, typer.Option(help="Everything taken from this source, and its bytes.")] = None,
    entry: Annotated[list[str] | None, typer.Option(help="The body of this entry.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask; this cannot be undone.")] = False,
) -> None:
    """Erase by law: the content goes for good, the chain of entries still verifies. Asks first."""
    from habeas.adapters.clock import now
    from habeas.desk import erase as erase_content
    from habeas.desk import open_workspace

    if not (person or source or entry):
        raise o.NotUsable("Nothing says what to erase.", "Give --person, --source or --entry.")
    if not yes:
        typer.confirm("This cannot be undone, and older backups still hold it. Erase?", abort=True)
    with open_workspace() as ws:
        done = erase_content(ws, entries=entry or (), person=person, source=source, ground=ground, by=by, now=now())
    say(f"Erased {len(done.subjects)} entries' content. Make a new backup and destroy the older ones.")


def _said(word: str, entries: tuple[str, ...]) -> None:
    say(f"{word} ({', '.join(entries)})." if entries else f"{word}: it had been so before; nothing changed.")

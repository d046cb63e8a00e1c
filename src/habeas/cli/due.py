"""`habeas due`: what is due, what has passed and is open, and what is counted; as a list, JSON, a calendar, a mail."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from habeas.cli import options as o
from habeas.cli.output import as_json, say

if TYPE_CHECKING:
    from habeas.desk import DuePage
    from habeas.watch import Item

DAYS = 90
"""How far ahead is looked when `--until` is left out."""


def register(app: typer.Typer) -> None:
    """Adds the command of this file to `app`."""
    app.command("due")(due)


def due(
    until: Annotated[
        str | None,
        typer.Option(help="What may fall due by this day; 90 days ahead when left out.", metavar="YYYY-MM-DD"),
    ] = None,
    as_of: o.AsOf = None,
    months: Annotated[int, typer.Option(help="After so many months a status is to be confirmed.", min=1, max=600)] = 6,
    audience: o.Audience = "team",
    json: o.Json = False,
    ics: Annotated[Path | None, typer.Option(help="Write a calendar (iCalendar) to this file.", metavar="FILE")] = None,
    mail: Annotated[bool, typer.Option("--mail", help="Send a digest, as [mail] in habeas.toml says.")] = False,
) -> None:
    """What is due: ends of terms, days in custody before trial, hearings, deadlines of bodies, mandates, old facts."""
    from habeas.adapters.clock import now, today
    from habeas.adapters.files import write_whole
    from habeas.desk import due as due_in
    from habeas.desk import due_calendar, open_workspace, send_digest

    on = o.day(as_of, today())
    last = o.day(until, on + timedelta(days=DAYS))
    if last < on:
        raise o.NotUsable(f"--until {last} lies before {on}.", "Give a later day.")
    with open_workspace() as ws:
        page = due_in(ws, on=on, until=last, months=months, audience=audience)
        if ics is not None:
            write_whole(ics, due_calendar(ws, page, stamp=now()).encode())
        sent = send_digest(ws, page, now=now(), password=os.environ.get("HABEAS_MAIL_PASSWORD")) if mail else ()
    if json:
        as_json(page.to_json())
        return
    _print(page)
    if ics is not None:
        say(f"Wrote {ics} for the audience {audience}.")
    if sent:
        say(f"Sent a digest to {', '.join(sent)}.")


def _print(page: DuePage) -> None:
    from habeas.watch import COUNTERS

    counted = [i for i in page.items if i.kind in COUNTERS]
    running = [i for i in page.items if i.kind not in COUNTERS]
    _group("Passed and open", [i for i in running if i.passed(page.on)], page)
    _group(f"Until {page.until}", [i for i in running if not i.passed(page.on) and (i.earliest or i.latest)], page)
    _group("Day not known", [i for i in running if not (i.earliest or i.latest)], page)
    _group("Counted", counted, page)
    say(f"{len(page.items)} items as of {page.on}, for the audience {page.audience}.")


def _group(heading: str, items: list[Item], page: DuePage) -> None:
    from habeas.watch import KINDS, by_kind

    if not items:
        return
    say(f"{heading}: {len(items)}", bold=True)
    for kind, group in by_kind(items).items():
        say(f"  {KINDS[kind]}")
        for item in group:
            say(f"{item.between}  {_who(item, page)}{item.what}", indent=4)
            rests = f" Rests on {', '.join(item.facts)}." if item.facts else ""
            say(f"{item.note} ({item.rule}; {item.source}; {item.status.replace('_', ' ')}).{rests}".strip(), indent=8)
    say()


def _who(item: Item, page: DuePage) -> str:
    return f"{page.names.get(item.person, item.person)} ({item.person}): " if item.person else ""

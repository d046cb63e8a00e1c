"""Commands on photographs: add one of a person, say on what it may be shown."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from habeas.cli import options as o
from habeas.cli.output import say

photo = typer.Typer(help="Photographs of people: shown as a copy that says nothing of where and when it was taken.")
Mandate = Annotated[str | None, typer.Option(help="The consent: the id of a mandate.", metavar="ID")]


def register(app: typer.Typer) -> None:
    """Adds the commands of this file to `app`."""
    app.add_typer(photo, name="photo")
    photo.command("add")(add)
    photo.command("consent")(consent)


def add(
    person: Annotated[str, typer.Argument(help="Whom it shows: a name or an id.", metavar="PERSON")],
    file: Annotated[Path, typer.Argument(help="A JPEG, PNG or WebP file.", metavar="FILE")],
    by: o.By,
    credit: Annotated[str, typer.Option(help="Who made it; printed beside it.", metavar="TEXT")],
    source: Annotated[
        str,
        typer.Option(
            help="Where it is from: words, an address, or source:ID of a source here that published it.", metavar="TEXT"
        ),
    ],
    mandate: Mandate = None,
    alt: Annotated[str, typer.Option(help="What can be seen, for those who cannot see it.", metavar="TEXT")] = "",
    taken: Annotated[str | None, typer.Option(help="When it was taken: 2019, 2019-05.", metavar="DATE")] = None,
    minor: Annotated[bool, typer.Option("--minor", help="It shows a minor: level 3.")] = False,
) -> None:
    """Archive a photograph of a person by its SHA-256 and keep it for the team until it is released on its consent.

    The file stays in the vault as it came; shown is a copy of at most 800 pixels without place, time and device.
    """
    from habeas.adapters.clock import now
    from habeas.adapters.parsing.photographs import LARGEST
    from habeas.desk import About, add_photograph, open_workspace
    from habeas.evidence import file_bytes

    about = About(credit, source, _basis(mandate), alt, taken, minor)
    data = file_bytes(file, limit_of=lambda head: LARGEST)
    with open_workspace() as ws:
        done = add_photograph(ws, data, file=file.name, who=person, about=about, by=by, now=now())
    say("Archived." if done.new else "It had been added before; nothing changed.")
    say(f"  fact {done.fact}, level {done.level}; SHA-256 {done.source}")
    if done.consent:
        say(f"It may be shown outside once it is released: habeas release {done.fact} --level 0 --basis {done.consent}")
    else:
        say(f"Nobody consented to it yet: habeas photo consent {done.fact} --mandate ID")


def consent(
    fact: Annotated[str, typer.Argument(help="The photograph's fact, as `habeas person` shows it.", metavar="FACT")],
    by: o.By,
    mandate: Mandate = None,
    source: Annotated[
        str | None, typer.Option(help="Or the id of a public source that published it.", metavar="ID")
    ] = None,
    why: o.Why = "Consent recorded.",
) -> None:
    """Say on what a photograph may be shown outside: the person's mandate, or a public source that published it."""
    from habeas.adapters.clock import now
    from habeas.desk import consent_to, open_workspace

    if bool(mandate) == bool(source):
        raise o.NotUsable("Name one consent.", "Say --mandate ID, or --source ID.")
    given = _basis(mandate) or f"source:{str(source).removeprefix('source:')}"
    with open_workspace() as ws:
        done = consent_to(ws, fact, given, by=by, now=now(), why=why)
    o.say_decided("Recorded", done.entries)


def _basis(mandate: str | None) -> str | None:
    return f"mandate:{mandate.removeprefix('mandate:')}" if mandate else None

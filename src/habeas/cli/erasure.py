"""`habeas erase`: content goes by law, the chain stays."""

from __future__ import annotations

from typing import Annotated

import typer

from habeas.cli import options as o
from habeas.cli.output import say


def register(app: typer.Typer) -> None:
    """Adds the command of this file to `app`."""
    app.command("erase")(erase)


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

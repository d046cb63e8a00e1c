"""`habeas recognise`: our own list, decided person by person."""

from __future__ import annotations

from typing import Annotated

import typer

from habeas.cli import options as o


def register(app: typer.Typer) -> None:
    """Adds the command of this file to `app`."""
    app.command("recognise")(recognise)


def recognise(
    person: Annotated[str, typer.Argument(help="A name or an id.", metavar="PERSON")],
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
    o.say_decided("Recorded", done.entries)

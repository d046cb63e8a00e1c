"""`habeas site`: the public site as files, for any web server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from habeas.cli import options as o
from habeas.cli.output import say


def register(app: typer.Typer) -> None:
    """Adds the command of this file to `app`."""
    app.command("site")(site)


def site(
    folder: Annotated[
        Path, typer.Argument(help="A new folder, or one that this command made before.", metavar="FOLDER")
    ],
    as_of: o.AsOf = None,
    known_at: o.KnownAt = None,
    list_name: o.ListName = None,
    language: o.Languages = None,
    noindex: Annotated[bool, typer.Option("--noindex", help="Ask search engines to stay away.")] = False,
    address: Annotated[str, typer.Option(help="Where it will stand, for the feed.", metavar="URL")] = "",
) -> None:
    """Write the public site: static pages, data and a feed of what was released to the public, and nothing else.

    Without --language it speaks those that `habeas.toml` names.
    """
    from habeas.adapters.clock import today
    from habeas.adapters.folders import write_folder
    from habeas.desk import open_workspace, public_site

    now = today()
    on = o.day(as_of, now)
    with open_workspace() as ws:
        made = public_site(
            ws, as_of=on, today=now, known_at=known_at, list_name=list_name, indexed=not noindex, address=address,
            languages=o.languages(language),
        )  # fmt: skip
        written = write_folder(folder, made.files())
    spoken = f" In {', '.join(made.languages)}." if len(made.languages) > 1 else ""
    people = len(made.view.people)
    say(f"Wrote {written.files} files to {folder}: {people} people of whom something is public, as of {on}.{spoken}")
    say(f"{written.changed} are new or changed, {written.removed} went. Nothing in it needs a database or a script.")

"""Commands that write documents from the register."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from habeas.cli import options as o
from habeas.cli.output import say

report = typer.Typer(help="Documents written from the register.")


def register(app: typer.Typer) -> None:
    """Adds the commands of this file to `app`."""
    app.add_typer(report, name="report")
    report.command("list")(report_list)


def report_list(
    output: Annotated[Path, typer.Option("-o", "--output", help="The HTML file to write.", metavar="FILE")],
    audience: o.Audience = "team",
    as_of: o.AsOf = None,
    known_at: o.KnownAt = None,
    list_name: o.ListName = None,
) -> None:
    """The list as one HTML page: every number links to the people it counts, every fact to its passage."""
    from habeas.adapters.clock import now, today
    from habeas.adapters.files import write_whole
    from habeas.desk import list_report, open_workspace

    on = o.day(as_of, today())
    with open_workspace() as ws:
        page = list_report(ws, as_of=on, known_at=known_at, list_name=list_name, audience=audience, made_at=now())
    write_whole(output, page.encode())
    say(f"Wrote {output} for the audience {audience}, as of {on}.")

"""`habeas export` and `habeas import`: the register as files for others, and another office's file taken in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from habeas.cli import options as o
from habeas.cli.output import as_json, say

ENDINGS = {".jsonl": "jsonl", ".xlsx": "xlsx", ".ftm": "ftm"}
"""End of a file's name -> the format that it stands for."""


def register(app: typer.Typer) -> None:
    """Adds the commands of this file to `app`."""
    app.command("export")(export)
    app.command("import")(take_in)


def export(
    to: Annotated[Path, typer.Argument(help="The file; a folder for csv and esf.", metavar="TO")],
    format: Annotated[
        str | None,
        typer.Option("--format", help="jsonl, csv, xlsx, ftm or esf; by the end of the name when left out."),
    ] = None,
    audience: Annotated[
        str, typer.Option(help="For whom: team, partners or public; case and sealed for all that those may see.")
    ] = "team",
    as_of: o.AsOf = None,
    known_at: o.KnownAt = None,
    list_name: o.ListName = None,
) -> None:
    """Write the register for others: lines of JSON, tables, FollowTheMoney, or HURIDOCS Events Standard Formats.

    Lines of JSON made for the team hold the decisions themselves: another office takes them in with `habeas import`.
    """
    from habeas.adapters.clock import today
    from habeas.adapters.files import write_parts
    from habeas.desk import export_files, open_workspace

    now = today()
    on, wanted = o.day(as_of, now), _format(to, format)
    with open_workspace() as ws:
        files = export_files(ws, wanted, audience=audience, as_of=on, today=now, known_at=known_at, list_name=list_name)
        if "" not in files:
            to.mkdir(mode=0o700, parents=True, exist_ok=True)
        size = sum(write_parts(to / name if name else to, parts) for name, parts in files.items())
    what = f"{len(files)} tables" if "" not in files else wanted
    say(f"Wrote {what} to {to} for the audience {audience}, as of {on}: {size:,} bytes.")


def _format(to: Path, said: str | None) -> str:
    if said is None and to.suffix not in ENDINGS:
        raise o.NotUsable(
            f"{to.name} does not say which format is wanted.", "Name one: --format jsonl, csv, xlsx, ftm or esf."
        )
    return said or ENDINGS[to.suffix]


def take_in(
    file: Annotated[Path, typer.Argument(help="What `habeas export` of another office wrote.", metavar="FILE")],
    by: o.By,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what it would bring, and write nothing.")] = False,
    json: o.Json = False,
) -> None:
    """Take in another office's register: its decisions stay in a feed of their own, as they were signed.

    All of it or nothing. The same file again changes nothing; a later one brings what was decided since.
    """
    from habeas.adapters.clock import now
    from habeas.desk import import_register, open_workspace

    with open_workspace() as ws:
        taken = import_register(ws, file, by=by, now=now(), dry_run=dry_run)
    if json:
        as_json({
            "from": taken.giver, "entries": dict(taken.entries), "people": taken.people, "facts": taken.facts,
            "sources": taken.sources, "public": taken.public, "withheld": taken.withheld,
            "passages_otherwise": taken.otherwise, "erased_there": list(taken.erased_there), "written": taken.written,
        })  # fmt: skip
        return
    if not taken.new:
        say(f"From {taken.giver}: nothing that is not held already.")
        return
    say(f"From {taken.giver}: {taken.new} entries ({', '.join(f'{f}: {n}' for f, n in taken.entries.items())}).")
    say(f"The register changes by {taken.people:+} people, {taken.facts:+} facts, {taken.sources:+} sources.")
    if taken.public:
        say(f"{taken.public} facts become public by it: `habeas list --audience public` shows who is seen.")
    if taken.erased_there:
        shown = ", ".join(taken.erased_there[:5]) + (" ..." if len(taken.erased_there) > 5 else "")
        say(f"The other office erased {len(taken.erased_there)} entries of this one, which stay here: {shown}.")
        say("If its ground holds here as well: habeas erase --entry ID --ground CODE.")
    if taken.withheld:
        say(f"{taken.withheld} entries were kept back by the giver: a fuller file brings them.")
    if taken.otherwise:
        say(f"{taken.otherwise} passages read otherwise in the text that is held here; that text stays.")
    say("Nothing was written." if dry_run else "Taken in.")

"""Commands on editions: freeze a list as it stands, take its files out, compare two of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from habeas.cli import options as o
from habeas.cli.output import as_json, say

if TYPE_CHECKING:
    from habeas.watch.editions import Compared, Move

edition = typer.Typer(help="Editions: a list frozen with its figures and documents, and two of them compared.")


def register(app: typer.Typer) -> None:
    """Adds the commands of this file to `app`."""
    app.add_typer(edition, name="edition")
    edition.command("freeze")(freeze)
    edition.command("list")(list_editions)
    edition.command("take")(take)
    edition.command("compare")(compare)


def freeze(
    name: Annotated[str, typer.Argument(help='What it is called, such as "February 2020".', metavar="NAME")],
    by: o.By,
    as_of: o.AsOf = None,
    known_at: o.KnownAt = None,
    list_name: o.ListName = None,
    language: Annotated[str, typer.Option(help="Of its documents: en, ru or kk.")] = "en",
) -> None:
    """Freeze the list of a day with its figures, documents and the ledger's heads.

    Refused when somebody left the list since the last edition without a stated reason, and when a figure moved without
    an entry that explains it.
    """
    from habeas.adapters.clock import now, today
    from habeas.desk import freeze_edition, open_workspace

    on = o.day(as_of, today())
    with open_workspace() as ws:
        made, since = freeze_edition(
            ws, name, as_of=on, known_at=known_at, list_name=list_name, by=by, now=now(), language=language
        )
    say(f"Frozen: {made.name}, as of {made.as_of}, as known at {made.known_at}. SHA-256 {made.sha256}")
    if since is not None:
        say(f"Since {since.a.name}:")
        _told(since)


def list_editions() -> None:
    """The editions that were frozen, the oldest first."""
    from habeas.desk import editions, open_workspace

    with open_workspace() as ws:
        for e in editions(ws):
            say(f"{e.name}: as of {e.as_of}, as known at {e.known_at}; {', '.join(e.files)}; SHA-256 {e.sha256}")


def take(
    name: Annotated[str, typer.Argument(help="The edition.", metavar="NAME")],
    to: Annotated[Path, typer.Option(help="The folder for its files; made when it is not there.", metavar="FOLDER")],
) -> None:
    """Write the files of an edition, each held against its SHA-256: edition.json and the documents."""
    from habeas.adapters.files import write_whole
    from habeas.desk import edition_file, edition_named, open_workspace

    with open_workspace() as ws:
        found = edition_named(ws, name)
        to.mkdir(parents=True, exist_ok=True)
        for file in ("edition.json", *found.files):
            write_whole(to / file, edition_file(ws, name, file))
    say(f"Wrote edition.json, {', '.join(found.files)} to {to}.")


def compare(
    a: Annotated[str, typer.Argument(help="An edition, an edition.json, or a list of somebody else.", metavar="A")],
    b: Annotated[str, typer.Argument(help="The later one.", metavar="B")],
    json: o.Json = False,
) -> None:
    """Who entered, who left and why, whose status changed, which figure moved by how much and through what."""
    from habeas.desk import compare_editions, open_workspace

    with open_workspace() as ws:
        found = compare_editions(ws, a, b)
    if json:
        as_json(found.to_json())
        return
    say(f"{found.a.name} -> {found.b.name}: {found.stayed} people on both.")
    _told(found)


def _told(found: Compared) -> None:
    for one in found.entered:
        say(f"  entered  {one.name}{f' ({one.category})' if one.category else ''}")
        for line in one.because:
            say(f"             {line}")
    for gone in found.left:
        say(f"  left     {gone.name}: {'; '.join(gone.why) or 'no reason stated'}")
    for other in found.altered:
        say(f"  changed  {other.name}: {other.what} {other.before or 'none'} -> {other.after or 'none'}")
        for line in other.because:
            say(f"             {line}")
    for pair in found.perhaps:
        say(f"  perhaps  {pair.left} / {pair.right} ({pair.probability:.2f}): decide whether they are one person")
    for move in found.moves:
        say(f"  figure   {move.title}: {move.before:g} -> {move.after:g}{_parts(move)}")


def _parts(move: Move) -> str:
    said = [f"{p.cause.replace('_', ' ')} {p.change:+g}" for p in move.parts if p.change]
    return f" ({', '.join(said)})" if said else ""

"""Commands on the whole workspace: make it, its members, prove it, build it anew, keep a copy of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from habeas.cli import options as o
from habeas.cli.output import say, table

member = typer.Typer(help="The people who sign decisions.")


def register(app: typer.Typer) -> None:
    """Adds the commands of this file to `app`."""
    app.command("new")(new)
    app.add_typer(member, name="member")
    app.command("verify")(verify)
    app.command("rebuild")(rebuild)
    app.command("backup")(backup)
    app.command("restore")(restore)
    member.command("add")(member_add)
    member.command("list")(member_list)


def new(
    folder: Annotated[Path, typer.Argument(help="A folder that does not exist yet, or is empty.", metavar="FOLDER")],
    name: Annotated[str | None, typer.Option(help="What you call the list; the folder's name when left out.")] = None,
    country: Annotated[str, typer.Option(help="The country of the law pack, by ISO 3166 code.")] = "kz",
    language: o.Languages = None,
) -> None:
    """Make a workspace: one folder that holds the register and the archived sources.

    The languages are those of its public site.
    """
    from habeas.desk import create_workspace

    with create_workspace(
        folder, name=name, country=country, languages=o.languages(language) or ("en",)
    ) as ws:
        say(f"Made the workspace {ws.folder}.")
        say(f'Next: cd {folder} && habeas member add "YOUR NAME"')


def member_add(
    name: Annotated[str, typer.Argument(help="As it should stand beside decisions.", metavar="NAME")],
    by: Annotated[str | None, typer.Option("--by", help="The member who adds them, once there is one.")] = None,
) -> None:
    """Add a member, who may then sign decisions."""
    from habeas.adapters.clock import now
    from habeas.desk import add_member, open_workspace

    with open_workspace() as ws:
        added = add_member(ws, name, now=now(), by=by)
        say(f"{added.name} is a member ({added.id}).")


def member_list() -> None:
    """Show the members."""
    from habeas.desk import members, open_workspace

    with open_workspace() as ws:
        table(("id", "name"), [(m.id, m.name) for m in members(ws)])


def verify() -> None:
    """Prove that the ledger's chain, the archived sources and the tables are whole. Exit 5 when they are not."""
    from habeas.desk import open_workspace
    from habeas.desk import verify as verify_workspace
    from habeas.ledger import LedgerBroken

    with open_workspace() as ws:
        result = verify_workspace(ws)
    if not result.whole:
        first, *others = result.faults
        for fault in others:
            say(fault)
        mends = "" if "habeas rebuild" in first else "Stop writing, keep this copy, and restore the last good backup."
        raise LedgerBroken(f"Not whole: {first}", mends)
    erased = f", {result.erased} erased by rule" if result.erased else ""
    say(f"Whole: {result.entries} entries in one chain{erased}; {result.sources} sources with their bytes as captured.")


def rebuild() -> None:
    """Fold the ledger again and write the tables anew; says whether they had been exactly that."""
    from habeas.desk import open_workspace
    from habeas.desk import rebuild as rebuild_workspace

    with open_workspace() as ws:
        result = rebuild_workspace(ws)
    for difference in result.differences:
        say(difference)
    rows = sum(result.rows.values())
    say(
        f"Rebuilt {rows} rows of {len(result.rows)} tables; "
        + ("they had been the same." if result.same else "see above.")
    )


def backup(
    file: Annotated[Path, typer.Argument(help="The archive to write; it must not exist.", metavar="FILE")],
) -> None:
    """Write one consistent copy of the whole workspace: ledger, tables, archived sources."""
    from habeas.adapters.clock import now
    from habeas.desk import backup as backup_workspace
    from habeas.desk import open_workspace

    with open_workspace() as ws:
        made = backup_workspace(ws, file, now=now())
    say(f"Wrote {made.path}: {made.entries} entries, {made.sources} sources, {made.size:,} bytes.")


def restore(
    file: Annotated[Path, typer.Argument(help="An archive that `habeas backup` wrote.", metavar="FILE")],
    folder: Annotated[
        Path | None,
        typer.Argument(help="A new or empty folder; named after the archive when left out.", metavar="FOLDER"),
    ] = None,
) -> None:
    """Bring a backup back into a new folder, with every hash checked."""
    from habeas.desk import restore as restore_workspace

    made = restore_workspace(file, folder or Path(file.name.split(".")[0] + "-restored"))
    say(f"Restored into {made.path}: {made.entries} entries, {made.sources} sources, every hash right.")

"""Commands on who is who: join, keep apart, split."""

from __future__ import annotations

from typing import Annotated

import typer

from habeas.cli import options as o

Two = Annotated[list[str], typer.Argument(help="Two or more ids: people or records, or facts.", metavar="ID")]


def register(app: typer.Typer) -> None:
    """Adds the commands of this file to `app`."""
    for function in (same, different, cannot_tell, split):
        app.command(function.__name__.replace("_", "-"))(function)


def same(ids: Two, by: o.By, why: o.Why) -> None:
    """Join: these records are one person, or these facts are one."""
    from habeas.adapters.clock import now
    from habeas.desk import open_workspace
    from habeas.desk import same as join

    with open_workspace() as ws:
        done = join(ws, ids, by=by, now=now(), why=why)
    o.say_decided("Joined", done.entries)


def different(ids: Two, by: o.By, why: o.Why) -> None:
    """Keep apart: these are different people, or different facts; they are not proposed for joining again."""
    from habeas.adapters.clock import now
    from habeas.desk import different as keep_apart
    from habeas.desk import open_workspace

    with open_workspace() as ws:
        done = keep_apart(ws, ids, by=by, now=now(), why=why)
    o.say_decided("Kept apart", done.entries)


def cannot_tell(ids: Two, by: o.By, why: o.Why) -> None:
    """Leave open: somebody looked at these people and could not tell whether they are one; they are listed apart."""
    from habeas.adapters.clock import now
    from habeas.desk import cannot_tell as leave_open
    from habeas.desk import open_workspace

    with open_workspace() as ws:
        done = leave_open(ws, ids, by=by, now=now(), why=why)
    o.say_decided("Left open", done.entries)


def split(
    records: Annotated[list[str], typer.Argument(help="The records that leave the person.", metavar="RECORD")],
    by: o.By,
    why: o.Why,
) -> None:
    """Undo a join: these records leave the person. What was decided since drops to level 2 until assigned."""
    from habeas.adapters.clock import now
    from habeas.desk import open_workspace
    from habeas.desk import split as split_person

    with open_workspace() as ws:
        done = split_person(ws, records, by=by, now=now(), why=why)
    o.say_decided("Split", done.entries)

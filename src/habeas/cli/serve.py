"""`habeas serve`: the desk in the browser. The pages are a process of their own, for commands and pages never meet."""

from __future__ import annotations

import platform
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from habeas.errors import HabeasError

PORT = 8000


def register(app: typer.Typer) -> None:
    """Adds the command of this file to `app`."""
    app.command("serve")(serve)


class TeamWithoutHost(HabeasError):
    """The office is to be served, and nobody said by which name."""

    exit_code = 2


def serve(
    port: Annotated[
        int | None, typer.Option(help="The port; 0 takes a free one. 8000, or 8443 with --team.", min=0, max=65535)
    ] = None,
    team: Annotated[bool, typer.Option("--team", help="Serve the office network, over TLS.")] = False,
    host: Annotated[
        list[str] | None, typer.Option(help="With --team: a name or address by which colleagues reach this machine.")
    ] = None,
) -> int:
    """Open the desk in the browser, for this machine alone. Prints a link that signs you in once.

    With --team it is open to the office network, over TLS, by the names given with --host and by no other.
    """
    from habeas.desk import open_workspace

    if team != bool(host):
        raise TeamWithoutHost(
            "--team and --host go together: the desk answers only to names that were given.",
            f"Say what colleagues shall type: habeas serve --team --host {_own_name()}.",
        )
    with open_workspace() as ws:
        folder = ws.folder
    return open_desk(folder, port=port, hosts=host or ())


def open_desk(
    folder: Path, *, port: int | None = None, member: str = "", as_of: str = "", hosts: Sequence[str] = ()
) -> int:
    """Serves the workspace until Ctrl-C. Returns the exit code. `member` is whom the printed link signs in."""
    words = [sys.executable, "-m", "habeas.web", str(folder)]
    words += ["--port", str(port)] if port is not None else []
    words += [word for host in hosts for word in ("--host", host)]
    words += ["--as", member] if member else []
    words += ["--as-of", as_of] if as_of else []
    with subprocess.Popen(words) as desk:
        try:
            return desk.wait()
        except KeyboardInterrupt:
            return desk.wait()  # the pages got the same Ctrl-C, and close by themselves


def _own_name() -> str:
    return platform.node().lower() or "lists.office.example"

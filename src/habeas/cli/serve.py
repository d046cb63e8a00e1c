"""`habeas serve`: the desk in the browser. The pages are a process of their own, for commands and pages never meet."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

PORT = 8000


def register(app: typer.Typer) -> None:
    """Adds the command of this file to `app`."""
    app.command("serve")(serve)


def serve(
    port: Annotated[int, typer.Option(help="The port on this machine; 0 takes a free one.", min=0, max=65535)] = PORT,
) -> int:
    """Open the desk in the browser, for this machine alone. Prints a link that signs you in once."""
    from habeas.desk import open_workspace

    with open_workspace() as ws:
        folder = ws.folder
    return open_desk(folder, port=port)


def open_desk(folder: Path, *, port: int = PORT, member: str = "", as_of: str = "") -> int:
    """Serves the workspace until Ctrl-C. Returns the exit code. `member` is whom the printed link signs in."""
    words = [sys.executable, "-m", "habeas.web", str(folder), "--port", str(port)]
    words += ["--as", member] if member else []
    words += ["--as-of", as_of] if as_of else []
    with subprocess.Popen(words) as desk:
        try:
            return desk.wait()
        except KeyboardInterrupt:
            return desk.wait()  # the pages got the same Ctrl-C, and close by themselves

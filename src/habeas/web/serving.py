"""Serves one workspace on this machine, to this machine only."""

from __future__ import annotations

import socket
from pathlib import Path

from habeas.errors import HabeasError
from habeas.web.settings import LARGEST_UPLOAD, configure

HOST, PORT, THREADS = "127.0.0.1", 8000, 6


class PortTaken(HabeasError):
    """Something else listens there."""

    exit_code = 2


def serve(folder: Path, *, port: int = PORT, member: str = "", as_of: str = "") -> None:
    """Serves until the process is stopped. Port 0 takes a free one. `member` is whom the first link signs in.

    Raises `WorkspaceFault`, `PortTaken`.
    """
    configure()
    from waitress import create_server

    from habeas.web.application import application
    from habeas.web.opening import release, use

    ws = use(folder)
    listening = _socket(port)
    here = f"http://localhost:{listening.getsockname()[1]}"
    server = create_server(
        application(), sockets=[listening], threads=THREADS, ident="", max_request_body_size=LARGEST_UPLOAD
    )
    print(f"{ws.name}: the desk is open at {here}/ for this machine alone. Ctrl-C closes it.")
    link = _first(member, as_of)
    print(f"Sign in once with {here}{link}" if link else "Sign in there with your name and password.", flush=True)
    try:
        server.run()
    finally:
        release()


def _first(member: str, as_of: str) -> str | None:
    """The first link; None once an administrator can sign in with a password."""
    from habeas.web.accounts.users import somebody_lets_in
    from habeas.web.views.entrance import new_link

    return None if somebody_lets_in() else new_link(member, as_of)


def _socket(port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((HOST, port))
    except OSError:
        made.close()
        raise PortTaken(f"Port {port} is in use.", "Name another: habeas serve --port 8001.") from None
    return made

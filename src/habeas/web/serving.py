"""Serves one workspace: to this machine alone, or over TLS to the office network."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from habeas.errors import HabeasError
from habeas.web.settings import LARGEST_UPLOAD, configure, in_address, secure

if TYPE_CHECKING:
    from habeas.adapters.certificates import Certificates

HOST, EVERYWHERE = "127.0.0.1", "0.0.0.0"
PORT, TEAM_PORT, THREADS = 8000, 8443, 6


class PortTaken(HabeasError):
    """Something else listens there."""

    exit_code = 2


def serve(folder: Path, *, port: int = PORT, member: str = "", as_of: str = "") -> None:
    """Serves to this machine until the process is stopped. Port 0 takes a free one. `member` is whom the first link
    signs in.

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
    _tell_entrance(here, member, as_of)
    try:
        server.run()
    finally:
        release()


def serve_team(folder: Path, *, hosts: Sequence[str], port: int = TEAM_PORT, member: str = "") -> None:
    """Serves over TLS to the office network, by the names and addresses in `hosts` and no other.

    The certificates are the office's own (`habeas.adapters.certificates`). Raises `WorkspaceFault`, `PortTaken`,
    `HostRefused`.
    """
    configure()
    from habeas.adapters.certificates import certificates, checked_hosts
    from habeas.adapters.clock import present
    from habeas.web.application import application
    from habeas.web.network import for_the_office, tls_server
    from habeas.web.opening import release, use
    from habeas.web.views.trust import show

    names = checked_hosts(hosts)
    secure(names)
    ws = use(folder)
    shown = certificates(ws.folder, names, office=ws.name, now=present())
    show(shown)
    try:
        server = tls_server(for_the_office(application()), (EVERYWHERE, port), shown)
    except OSError:
        raise _taken(port) from None
    here = f"https://{in_address(names[0])}:{server.bind_addr[1]}"
    print(f"{ws.name}: the desk is open at {here}/ for the office network. Ctrl-C closes it.")
    _tell_trust(here, shown)
    _tell_entrance(here, member, "")
    try:
        server.serve()
    finally:
        server.stop()
        release()


def _tell_trust(here: str, shown: Certificates) -> None:
    print(f"Each browser trusts it once: {here}/trust/ tells how. Compare this fingerprint there (SHA-256):")
    print(f"  {shown.fingerprint}")
    if shown.made:
        print("This authority was made just now: a browser that trusted an earlier one must be told again.")


def _tell_entrance(here: str, member: str, as_of: str) -> None:
    link = _first(member, as_of)
    print(f"Sign in once with {here}{link}" if link else "Sign in there with your name and password.", flush=True)


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
        raise _taken(port) from None
    return made


def _taken(port: int) -> PortTaken:
    return PortTaken(f"Port {port} is in use.", f"Name another: habeas serve --port {port + 1}.")

"""The office network: who may speak with the desk at all, and the server that speaks TLS with them."""

from __future__ import annotations

import ipaddress
import socket
import ssl
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from habeas.web.settings import LARGEST_UPLOAD

if TYPE_CHECKING:
    from cheroot.wsgi import Server

    from habeas.adapters.certificates import Certificates
    from habeas.web.application import Application

THREADS, WAITS = 12, 30
"""Requests at once (five browsers open six connections each, and most of those wait), and seconds for one to arrive."""


def of_the_office(address: str) -> bool:
    """True for an address that no network outside can have: loopback, private (RFC 1918, RFC 4193) or link-local."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return (mapped or found).is_private and not (mapped or found).is_unspecified


def for_the_office(pages: Application) -> Application:
    """The same pages, for addresses of the office network; anybody else gets an empty refusal."""

    def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        if of_the_office(str(environ.get("REMOTE_ADDR", ""))):
            return pages(environ, start)
        start("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", "0")])
        return []

    return answer


def tls_server(pages: Application, at: tuple[str, int], shown: Certificates) -> Server:
    """A server that listens at the address, TLS 1.2 or later. It tells nobody its name. Raises `OSError`."""
    from cheroot.wsgi import Server

    server = Server(at, pages, numthreads=THREADS, server_name="", timeout=WAITS)
    server.ssl_adapter = _adapter(shown)
    server.max_request_body_size, server.max_request_header_size = LARGEST_UPLOAD, 64 * 1024
    server.software, server.error_log = "", _silent
    server.prepare()
    return server


def _adapter(shown: Certificates) -> Any:
    from cheroot.ssl.builtin import BuiltinSSLAdapter

    class Adapter(BuiltinSSLAdapter):  # type: ignore[misc]
        """Shakes hands where the request is read, in a thread of its own: a telephone that falls silent in the middle
        would otherwise keep everybody else at the door."""

        def wrap(self, sock: socket.socket) -> tuple[ssl.SSLSocket, dict[str, str]]:
            """The wrapped socket, and what the pages learn of it."""
            wrapped = self.context.wrap_socket(sock, do_handshake_on_connect=False, server_side=True)
            return wrapped, {"wsgi.url_scheme": "https", "HTTPS": "on"}

    return Adapter(str(shown.certificate), str(shown.key))


def _silent(*words: Any, **more: Any) -> None:
    """Refused handshakes of browsers that do not trust the authority yet are no news."""

"""A proxy on this machine that answers from what was captured alone: Chromium sees no network behind it."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

from habeas.adapters.capture.fetch import Exchange

_NO_SCRIPTS = "script-src 'none'; object-src 'none'; frame-src 'none'; form-action 'none'; connect-src 'none'"


class Replay:
    """Serves captured exchanges while it is entered. `asked` are addresses wanted, `refused` those not had."""

    def __init__(self, exchanges: Mapping[str, Exchange]) -> None:
        self._held = {_key(url): exchange for url, exchange in exchanges.items()}
        self.asked: list[str] = []
        self.refused: list[str] = []

    def __enter__(self) -> Replay:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def port(self) -> int:
        """The port of this machine on which the proxy answers."""
        return int(self._server.server_address[1])

    def answer(self, url: str) -> Exchange | None:
        """What was captured from an address, whether it is asked by http or by https."""
        self.asked.append(url)
        found = self._held.get(_key(url))
        if found is None:
            self.refused.append(url)
        return found


def plain(body: bytes, host: str) -> bytes:
    """A page or style sheet whose own host is named by http, so that the proxy is asked in the clear."""
    return body.replace(b"https://" + host.encode(), b"http://" + host.encode())


def _key(url: str) -> tuple[str, str, str]:
    parts = urlsplit(url)
    host = (parts.netloc or "").lower().removesuffix(":80").removesuffix(":443")
    return host, parts.path or "/", parts.query


def _handler(replay: Replay) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = replay.answer(self.path)
            if found is None:
                self.send_error(404)
                return
            body = plain(found.body, found.target.host) if found.media_type.startswith("text/") else found.body
            charset = f"; charset={found.charset}" if found.charset else ""
            self.send_response(200)
            self.send_header("Content-Type", found.media_type + charset)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Content-Security-Policy", _NO_SCRIPTS)
            self.end_headers()
            self.wfile.write(body)

        def do_CONNECT(self) -> None:
            replay.answer(f"https://{self.path}")
            self.send_error(403)

        def log_message(self, *args: Any) -> None:
            return

    return Handler

"""One page fetched as it is: every byte of the answer is kept, each redirect is checked."""

from __future__ import annotations

import contextlib
import http.client
import io
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin

from habeas.adapters.capture.guard import PUBLIC, NotAllowed, NotReached, Resolver, Rules, Target, checked, resolve
from habeas.errors import HabeasError

MOST_REDIRECTS, LARGEST, SECONDS = 8, 50 << 20, 60.0
_CHUNK, _SILENCE = 1 << 16, 20.0
_MOVED = (301, 302, 303, 307, 308)


class NotCaptured(HabeasError):
    """The server answered with something that cannot be kept as the page: a fault, a loop, far too much."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question and its answer, byte for byte. `body` is decoded from its chunks, `answer` is not."""

    target: Target
    request: bytes
    answer: bytes
    status: int
    media_type: str
    charset: str | None
    location: str | None
    body: bytes


@dataclass(frozen=True, slots=True)
class Budget:
    """What fetching may cost. `until` is on the clock that never goes back."""

    until: float
    bytes: int = LARGEST


Connect = Callable[[Target, float], socket.socket]


def budget(seconds: float = SECONDS, largest: int = LARGEST) -> Budget:
    """A budget that begins now."""
    return Budget(time.monotonic() + seconds, largest)


def fetch(
    url: str, *, agent: str, rules: Rules = PUBLIC, resolver: Resolver = resolve, allowed: Budget | None = None
) -> tuple[Exchange, ...]:
    """The exchanges that lead from `url` to a page, the page last. Raises `NotAllowed`, `NotReached`, `NotCaptured`."""
    allowed, found = allowed or budget(), list[Exchange]()
    seen = set[str]()
    while True:
        target = checked(url, rules=rules, resolver=resolver)
        if target.url in seen or len(found) > MOST_REDIRECTS:
            cause = f"{target.host} leads from page to page without an end."
            raise NotCaptured(cause, "Open it in a browser and save it.")
        seen.add(target.url)
        exchange = _asked(target, agent, allowed)
        found.append(exchange)
        if exchange.status not in _MOVED or not exchange.location:
            return tuple(found)
        url = urljoin(target.url, exchange.location)
        if target.scheme == "https" and url.lower().startswith("http:") and not rules.loopback:
            raise NotAllowed(f"{target.host} leads from https to http.", "Name the second address if you trust it.")


def _asked(target: Target, agent: str, allowed: Budget) -> Exchange:
    request = (
        f"GET {target.path} HTTP/1.1\r\nHost: {_host_header(target)}\r\nUser-Agent: {agent}\r\n"
        "Accept: text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5\r\n"
        "Accept-Encoding: identity\r\nAccept-Language: *\r\nConnection: close\r\n\r\n"
    ).encode("ascii")
    try:
        with _connected(target, allowed) as sock:
            sock.sendall(request)
            raw = _received(sock, target, allowed)
    except ssl.SSLError as error:
        cause = f"{target.host} does not prove who it is ({error.reason or 'TLS'})."
        raise NotReached(cause, "Nothing was kept. Check the address; a false certificate may be an attack.") from error
    except OSError as error:
        raise NotReached(f"{target.host} does not answer: {error.strerror or error}.", "Try again later.") from error
    return _understood(target, request, raw)


def _connected(target: Target, allowed: Budget) -> socket.socket:
    """A connection to the very address that was checked; the name counts only for TLS."""
    sock = socket.create_connection((target.ip, target.port), timeout=min(_SILENCE, _left(allowed, target)))
    if target.scheme == "http":
        return sock
    try:
        return ssl.create_default_context().wrap_socket(sock, server_hostname=target.host)
    except BaseException:
        sock.close()
        raise


def _received(sock: socket.socket, target: Target, allowed: Budget) -> bytes:
    chunks, size = [], 0
    while True:
        sock.settimeout(min(_SILENCE, _left(allowed, target)))
        try:
            chunk = sock.recv(_CHUNK)
        except TimeoutError as error:
            cause = f"{target.host} answers too slowly."
            raise NotReached(cause, "Try again later, or save the page and add it.") from error
        if not chunk:
            return b"".join(chunks)
        chunks.append(chunk)
        size += len(chunk)
        if size > allowed.bytes:
            cause = f"{target.host} sends more than {allowed.bytes >> 20} MB."
            raise NotCaptured(cause, "Save it and add the part you need.")
        if _is_whole(chunks, size):
            return b"".join(chunks)


def _is_whole(chunks: list[bytes], size: int) -> bool:
    """True when all that the head promised is there, for servers that keep the connection open."""
    head, mark, _ = b"".join(chunks[:8]).partition(b"\r\n\r\n")
    if not mark:
        return False
    for line in head.lower().split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.strip() == b"content-length" and value.strip().isdigit():
            return size >= len(head) + 4 + int(value)
    return b"chunked" in head.lower() and chunks[-1].endswith(b"0\r\n\r\n")


def _left(allowed: Budget, target: Target) -> float:
    left = allowed.until - time.monotonic()
    if left <= 0:
        raise NotReached(f"{target.host} answers too slowly.", "Try again later, or save the page and add the file.")
    return left


class _Kept:
    """Bytes in the form of the socket that `http.client` reads from."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw

    def makefile(self, mode: str) -> io.BytesIO:
        return io.BytesIO(self._raw)


def _understood(target: Target, request: bytes, raw: bytes) -> Exchange:
    response = http.client.HTTPResponse(_Kept(raw))  # type: ignore[arg-type]
    try:
        response.begin()
        body = response.read()
    except (http.client.HTTPException, ValueError, OSError) as error:
        raise NotCaptured(f"{target.host} answers in no form of HTTP, or broke off.", "Try again later.") from error
    with contextlib.suppress(Exception):
        response.close()
    return Exchange(
        target, request, raw, response.status, response.headers.get_content_type(),
        response.headers.get_content_charset(), response.headers.get("Location"), body,
    )  # fmt: skip


def _host_header(target: Target) -> str:
    host = f"[{target.host}]" if ":" in target.host else target.host
    return host if target.port in (80, 443) else f"{host}:{target.port}"

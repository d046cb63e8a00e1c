"""A capture as one WARC 1.1 file: every exchange byte for byte, the picture, and what made them, each with its SHA-256.

Written here and not with warcio, which takes HTTP heads apart and writes them anew; the tests read it back with warcio.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from habeas.adapters.capture.fetch import Exchange

MEDIA = "application/warc"


def warc(exchanges: Sequence[Exchange], *, at: str, about: Mapping[str, Any], picture: bytes | None) -> bytes:
    """The bytes of the file. `at` is UTC ISO 8601 with Z; `about` says tool, versions and gaps.

    The answers stand before everything else that has an address, so that a reader finds the page first.
    """
    page = exchanges[0].target.url
    told = json.dumps(about, ensure_ascii=False, indent=1, sort_keys=True).encode()
    info = f"software: {about['tool']}\r\nformat: WARC File Format 1.1\r\n".encode()
    parts = [_record("warcinfo", info, at, media="application/warc-fields")]
    for exchange in exchanges:
        parts += _both(exchange, at)
    if picture is not None:
        parts.append(_record("resource", picture, at, url=f"urn:habeas:picture:{page}", media="image/png"))
    parts.append(_record("metadata", told, at, url=page, media="application/json"))
    return b"".join(parts)


def _both(exchange: Exchange, at: str) -> Iterable[bytes]:
    url, ip = exchange.target.url, [("WARC-IP-Address", exchange.target.ip)]
    body = [("WARC-Payload-Digest", _digest(exchange.answer.partition(b"\r\n\r\n")[2]))]
    yield _record("response", exchange.answer, at, url=url, media="application/http; msgtype=response", more=ip + body)
    together = [("WARC-Concurrent-To", _identity("response", exchange.answer, at, url))]
    yield _record("request", exchange.request, at, url=url, media="application/http; msgtype=request", more=together)


def _record(
    kind: str, data: bytes, at: str, *, media: str, url: str = "", more: Sequence[tuple[str, str]] = ()
) -> bytes:
    head = [
        ("WARC-Type", kind), ("WARC-Record-ID", _identity(kind, data, at, url)), ("WARC-Date", at),
        *([("WARC-Target-URI", url)] if url else []), *more,
        ("WARC-Block-Digest", _digest(data)), ("Content-Type", media), ("Content-Length", str(len(data))),
    ]  # fmt: skip
    lines = "".join(f"{name}: {value}\r\n" for name, value in head)
    return f"WARC/1.1\r\n{lines}\r\n".encode() + data + b"\r\n\r\n"


def _identity(kind: str, data: bytes, at: str, url: str) -> str:
    """An id that follows from what is kept: no chance, no name of a machine."""
    told = hashlib.sha256(b"\0".join((kind.encode(), at.encode(), url.encode(), data))).digest()
    return f"<urn:uuid:{UUID(bytes=told[:16], version=4)}>"


def _digest(data: bytes) -> str:
    return "sha256:" + base64.b32encode(hashlib.sha256(data).digest()).decode()

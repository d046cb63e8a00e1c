"""A web page captured: fetched, its own style sheets and pictures fetched with it, drawn, and kept as one WARC file."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of
from typing import Any
from urllib.parse import urljoin, urlsplit

from habeas.adapters.capture import picture as drawing
from habeas.adapters.capture.fetch import Budget, Exchange, NotCaptured, budget, fetch
from habeas.adapters.capture.guard import PUBLIC, Resolver, Rules, resolve
from habeas.adapters.capture.keeping import warc
from habeas.adapters.parsing.process import Limits, run
from habeas.errors import HabeasError

MOST_PARTS, PART_BYTES = 40, 5 << 20


@dataclass(frozen=True, slots=True)
class PageTaken:
    """`data` is the WARC file, `file` a name for it, `address` where the page was found in the end.

    `gaps` are sentences about what was not kept.
    """

    data: bytes
    file: str
    address: str
    gaps: tuple[str, ...]


def take_page(
    url: str, *, at: str, rules: Rules = PUBLIC, resolver: Resolver = resolve, with_picture: bool = True
) -> PageTaken:
    """Captures the one address that a member names. `at` is the time that the capture will carry (UTC, with Z).

    Asked are this address, those that it redirects to, and style sheets and pictures of the same host: no one else.
    Raises `NotAllowed`, `NotAnAddress`, `NotReached`, `NotCaptured`.
    """
    tool = f"habeas/{_version()}"
    chain = fetch(url, agent=tool, rules=rules, resolver=resolver)
    page = chain[-1]
    if not 200 <= page.status < 300:
        raise NotCaptured(f"{page.target.host} answers with the status {page.status}.", _step(page.status))
    if not page.body:
        raise NotCaptured(f"{page.target.host} answers with an empty page.", "Open it in a browser and save it.")
    about: dict[str, Any] = {"tool": tool, "captured_at": at, "asked_for": url, "found_at": page.target.url}
    about["page_sha256"] = hashlib.sha256(page.body).hexdigest()
    gaps, parts, shot = list[str](), list[Exchange](), None
    if page.media_type in ("text/html", "application/xhtml+xml") and with_picture:
        parts, shot = _drawn(page, tool, rules, resolver, gaps, about)
    about["gaps"] = gaps
    data = warc([*chain, *parts], at=at, about=about, picture=shot)
    return PageTaken(data, f"{page.target.host}.warc", page.target.url, tuple(gaps))


def _drawn(
    page: Exchange, tool: str, rules: Rules, resolver: Resolver, gaps: list[str], about: dict[str, Any]
) -> tuple[list[Exchange], bytes | None]:
    """What the page needs of its own host, and the picture. Says what is missing in `gaps` and `about`."""
    path = drawing.program()
    if path is None:
        gaps.append("No picture of the page was taken: Chromium is not installed.")
        return [], None
    parts = _parts(page, tool, rules, resolver)
    held = {e.target.url: e for e in [page, *parts]}
    shot, missing = drawing.picture(path, page, held)
    about |= {
        "picture_by": drawing.version(path),
        "scripts": "not run",
        "not_loaded": [u for u in missing if _names(page, urlsplit(u).netloc)][:200],
    }
    if shot is None:
        gaps.append("No picture of the page was taken: Chromium could not draw it.")
    if others := sorted({n for u in missing if (n := urlsplit(u).netloc) and _names(page, n)}):
        gaps.append(f"The picture lacks what the page loads from elsewhere: {', '.join(others[:5])}.")
    return parts, shot


def _parts(page: Exchange, tool: str, rules: Rules, resolver: Resolver) -> list[Exchange]:
    """Style sheets and pictures of the page's own host. What fails is left out: the picture shows the gap."""
    found: list[Exchange] = []
    allowed: Budget = budget(30, PART_BYTES)
    for url in _own_parts(page):
        if len(found) >= MOST_PARTS:
            break
        try:
            chain = fetch(url, agent=tool, rules=rules, resolver=resolver, allowed=allowed)
        except HabeasError:
            continue
        same = len(chain) == 1 and chain[0].status == 200
        found += chain if same and chain[0].media_type.startswith(("text/css", "image/")) else []
    return found


def _own_parts(page: Exchange) -> Sequence[str]:
    answer = run("parts", page.body, limits=Limits(seconds=10), encoding=page.charset)
    named = answer.get("parts")
    urls = [urljoin(page.target.url, n) for n in named if isinstance(n, str)] if isinstance(named, list) else []
    own = (page.target.scheme, urlsplit(page.target.url).netloc)
    return [u for u in dict.fromkeys(urls) if (urlsplit(u).scheme, urlsplit(u).netloc) == own]


def _names(page: Exchange, host: str) -> bool:
    """Whether the page itself names a host; what Chromium wants for itself is no gap of the page."""
    return host.removesuffix(":443").encode("ascii", "ignore") in page.body


def _step(status: int) -> str:
    if status in (401, 403, 407, 429):
        return "It wants a login, or lets no program in: save the page in your browser and add the file."
    return "Check the address, or look for the page in a web archive."


def _version() -> str:
    try:
        return version_of("habeas")
    except PackageNotFoundError:
        return "unknown"

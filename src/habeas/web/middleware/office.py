"""Puts the workspace and the one who asks on every request, and remembers when they were here last."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse

from habeas.adapters.clock import now
from habeas.web.opening import workspace
from habeas.web.who import who_asks

PAUSE = timedelta(minutes=30)
"""After so long a pause, a visit is a new one."""
LAST, BEFORE = "last_here", "here_before"


class Office:
    """Middleware, the innermost: `request.ws`, `request.who`, `request.here_before` (a moment or None)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Hands the request on."""
        request.ws, request.who = workspace(), who_asks(request)  # type: ignore[attr-defined]
        request.here_before = _visit(request) if request.who.known else None  # type: ignore[attr-defined]
        return self._next(request)


def _visit(request: HttpRequest) -> str | None:
    """The end of the visit before this one. Written once a minute at most, not with every request."""
    moment, kept = now(), request.session
    last = kept.get(LAST)
    gone = _parsed(moment) - _parsed(last) if last else None
    if gone is not None and gone > PAUSE:
        kept[BEFORE] = last
    if gone is None or gone > timedelta(minutes=1):
        kept[LAST] = moment
    return kept.get(BEFORE)


def _parsed(moment: str) -> datetime:
    return datetime.fromisoformat(moment)

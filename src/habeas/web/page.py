"""`@page("action")`: every view says what it is for, and is refused to whom the table of permissions does not name."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from habeas.errors import HabeasError
from habeas.web.permissions import allowed
from habeas.web.refusals import refused, to_sign_in, told

View = Callable[..., HttpResponse]


class Asked(Protocol):
    """What the middleware puts on a request: `ws` the workspace, `who` asks."""

    ws: Any
    who: Any


def page(action: str, *methods: str) -> Callable[[View], View]:
    """Wraps a view: the methods (GET when none is named), sign-in, permission, and errors of the rooms told as a page.

    The wrapped view carries `action` and `methods`, so that a test can go through all of them.
    """
    named = methods or ("GET",)

    def wrap(view: View) -> View:
        @wraps(view)
        def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method not in (*named, *(("HEAD",) if "GET" in named else ())):
                return HttpResponseNotAllowed(named)
            if not request.who.known:  # type: ignore[attr-defined]
                return to_sign_in(request)
            if not allowed(request.who, action):  # type: ignore[attr-defined]
                return refused(request)
            try:
                return view(request, *args, **kwargs)
            except HabeasError as error:
                return told(request, error)

        wrapped.action, wrapped.methods = action, named  # type: ignore[attr-defined]
        return wrapped

    return wrap

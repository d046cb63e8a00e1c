"""`@page("action")`: every view says what it is for, and is refused to whom the table of permissions does not name."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from habeas.errors import HabeasError
from habeas.web.permissions import allowed
from habeas.web.refusals import refused, to_sign_in, told
from habeas.web.who import Who

if TYPE_CHECKING:
    from habeas.desk import Workspace

View = Callable[..., HttpResponse]


class Request(HttpRequest):
    """A request after the middleware `office`: `ws` is the workspace, `who` asks, `here_before` a moment or None."""

    ws: Workspace
    who: Who
    here_before: str | None


def page(action: str, *methods: str) -> Callable[[View], View]:
    """Wraps a view: the methods (GET when none is named), sign-in, permission, and errors of the rooms told as a page.

    The wrapped view carries `action` and `methods`, so that a test can go through all of them.
    """
    named = methods or ("GET",)

    def wrap(view: View) -> View:
        @wraps(view)
        def wrapped(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method not in (*named, *(("HEAD",) if "GET" in named else ())):
                return HttpResponseNotAllowed(named)
            if not request.who.known:
                return to_sign_in(request)
            if not allowed(request.who, action) or _is_own(request, action, kwargs):
                return refused(request)
            try:
                return view(request, *args, **kwargs)
            except HabeasError as error:
                return told(request, error)

        wrapped.action, wrapped.methods = action, named  # type: ignore[attr-defined]
        return wrapped

    return wrap


def _is_own(request: Request, action: str, named: dict[str, Any]) -> bool:
    """True when the address names a fact or an entry of this member, on whose own the role does not permit the action.

    Asked only of those whom some role of theirs keeps from their own.
    """
    if allowed(request.who, action, request.who.id) or not {"fact", "entry"} & named.keys():
        return False
    from habeas.desk import authors

    return not allowed(request.who, action, authors(request.ws, fact=named.get("fact"), entry=named.get("entry")))

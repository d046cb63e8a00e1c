"""The calendar of one user at its secret address, for programs that cannot sign in. It is read and changes nothing."""

from __future__ import annotations

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from habeas.adapters.clock import now, today
from habeas.web.accounts import calendars
from habeas.web.permissions import allowed
from habeas.web.views.due import DAYS
from habeas.web.who import Who, roles_of


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """What is due for whom the address belongs to, by what their roles permit now. Any other address is not there."""
    from habeas.desk import due, due_calendar

    on = today()
    found = calendars.opened(token, on=on)
    if found is None or not allowed(Who("", roles_of(found.user), found.user.username), "see"):
        raise Http404
    ws = request.ws  # type: ignore[attr-defined]
    items = due(ws, on=on, until=on + timedelta(days=DAYS))
    text = due_calendar(ws, items, stamp=now(), bare=not found.names)
    headers = {"Content-Disposition": 'inline; filename="due.ics"', "X-Robots-Tag": "noindex"}
    return HttpResponse(text, content_type="text/calendar; charset=utf-8", headers=headers)

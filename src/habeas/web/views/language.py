"""The language of the pages, kept in a cookie of this browser; until one is chosen, the browser says it."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import override

from habeas.web.page import Request, page
from habeas.web.views.decisions import back

YEAR = 365 * 24 * 3600


@page("self", "POST")
def choose(request: Request) -> HttpResponse:
    """Sets the cookie, and leads back. Another language than those there are changes nothing."""
    chosen = request.POST.get("language", "")
    if chosen not in dict(settings.LANGUAGES):
        return back(request, _("There is no such language."))
    with override(chosen):
        answer = back(request, _("The pages are in English now."))
    answer.set_cookie(settings.LANGUAGE_COOKIE_NAME, chosen, max_age=YEAR, httponly=True, samesite="Lax")
    return answer

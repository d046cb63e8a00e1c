"""Answers that are no page: not permitted, not there, a fault told in words. None says more than its one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template import loader
from django.urls import reverse
from django.utils.translation import gettext as _

from habeas.errors import HabeasError

STATUS: Mapping[int, int] = {2: 400, 3: 404, 4: 500, 5: 500, 6: 409, 7: 403}
"""Exit code of an error -> HTTP status."""


def told(request: HttpRequest, error: HabeasError) -> HttpResponse:
    """Cause and next step of an error, in the status of its kind."""
    return _answer(request, error.cause, error.next_step, STATUS.get(error.exit_code, 500))


def refused(request: HttpRequest) -> HttpResponse:
    """The one answer to whatever is not permitted, whether or not it exists."""
    return _answer(request, _("Your role does not permit this."), _("Ask whoever keeps the accounts."), 403)


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Leads to the entrance and back; a small move of a page reloads the page for it."""
    address = reverse("sign-in")
    if "HX-Request" in request.headers:
        return HttpResponse(status=401, headers={"HX-Redirect": address})
    if request.method != "GET":
        return HttpResponseRedirect(address)
    return HttpResponseRedirect(f"{address}?{urlencode({'next': request.get_full_path()})}")


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that this page did not make, or one that is too old."""
    return _answer(request, _("This form did not come from this page, or it is too old."), _("Load it again."), 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """An address that leads nowhere."""
    return _answer(request, _("There is no such page."), "", 404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A request that makes no sense: a forged host, too large, too many fields."""
    return HttpResponse(_("This request cannot be answered."), status=400, content_type="text/plain; charset=utf-8")


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's own refusals."""
    return refused(request)


def failed(request: HttpRequest) -> HttpResponse:
    """A fault of ours. Nothing half done was saved: every action is one transaction."""
    text = _("This is a fault of Habeas itself. Nothing half done was saved.")
    return HttpResponse(text, status=500, content_type="text/plain; charset=utf-8")


def _answer(request: HttpRequest, cause: str, next_step: str, status: int) -> HttpResponse:
    small = "HX-Request" in request.headers
    template = "desk/told.html" if small else "desk/refusal.html"
    page = {"cause": cause, "next_step": next_step, "status": status}
    response = HttpResponse(loader.render_to_string(template, page, request), status=status)
    if small:  # shown in the page's own place for messages, wherever the request came from
        response.headers["HX-Retarget"], response.headers["HX-Reswap"] = "#told", "innerHTML"
    return response

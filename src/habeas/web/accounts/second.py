"""Middleware: whoever signs in with a password has a second factor, or sets one up before anything else.

The holder of the first link of a desk on one machine has no password, and needs none.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

DONE = "second"
FREE = ("account", "mfa_activate_totp", "account_reauthenticate", "sign-out")


class SecondFactor:
    """After the middleware of sessions and of `office`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._next = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Hands on, or leads to the page where the second factor is set up."""
        if _lacks(request) and not _free(request.path):
            return HttpResponseRedirect(reverse("mfa_activate_totp"))
        return self._next(request)


def _free(path: str) -> bool:
    return path in {reverse(name) for name in FREE} or path.startswith(("/public/", "/api/", "/static/"))


def _lacks(request: HttpRequest) -> bool:
    user = request.user
    if not user.is_authenticated or request.session.get(DONE) == user.pk:
        return False
    from allauth.mfa.utils import is_mfa_enabled

    if user.has_usable_password() and not is_mfa_enabled(user):
        return True
    request.session[DONE] = user.pk
    return False

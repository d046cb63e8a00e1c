"""The entrance: name and password, the code, a link that lets somebody choose a password, and leaving."""

from __future__ import annotations

from typing import Any

from allauth.account.views import LoginView
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from habeas.web.accounts.forms import NewPassword
from habeas.web.accounts.passkeys import offered
from habeas.web.accounts.users import somebody_signs_in, user_by_link
from habeas.web.refusals import not_found
from habeas.web.who import enter_as, roles_of


@method_decorator(sensitive_post_parameters("password"), name="dispatch")
class Entrance(LoginView):  # type: ignore[misc]
    """Name and password. Without any account that has one, it says where the first link stands."""

    template_name = "account/login.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form, and whether anybody can use it."""
        shown = {"title": _("Sign in"), "anybody": somebody_signs_in(), "passkeys": offered(self.request)}
        return {**super().get_context_data(**kwargs), **shown}

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """401 for whoever is not signed in."""
        answer: HttpResponse = super().render_to_response(context, status=401, **kwargs)
        return answer


enter = Entrance.as_view()


def leave(request: HttpRequest) -> HttpResponse:
    """Ends the session."""
    if request.method == "POST":
        logout(request)
    return HttpResponseRedirect(reverse("sign-in"))


@sensitive_post_parameters("password", "again")
def by_link(request: HttpRequest, who: str, token: str) -> HttpResponse:
    """Lets the holder of an unused link choose a password, and signs them in."""
    user = user_by_link(who, token)
    if user is None:
        return not_found(request)
    form = NewPassword(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        user.set_password(form.cleaned_data["password"])
        user.save(update_fields=["password"])
        enter_as(request, user, by="password")
        return HttpResponseRedirect(reverse("mfa_activate_totp"))
    page = {"form": form, "title": _("Choose a password"), "roles": sorted(roles_of(user))}
    return render(request, "accounts/password.html", page)


def locked(request: HttpRequest, response: HttpResponse | None = None, credentials: Any = None) -> HttpResponse:
    """After too many wrong passwords from one address for one name. Others, and other addresses, are not locked."""
    text = _("Too many wrong passwords. Wait a quarter of an hour, or ask whoever keeps the accounts for a link.")
    return HttpResponse(text, status=429, content_type="text/plain; charset=utf-8")

"""One's own account: roles, second factor, password, and sessions, each of which can be ended."""

from __future__ import annotations

from allauth.mfa.utils import is_mfa_enabled
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from habeas.adapters.clock import today
from habeas.web.accounts.calendars import address_of, make, revoke
from habeas.web.accounts.forms import NewPassword
from habeas.web.accounts.passkeys import offered, passkeys_of
from habeas.web.accounts.users import end_sessions
from habeas.web.page import Request, page
from habeas.web.permissions import allowed


@page("self")
def account(request: Request) -> HttpResponse:
    """What the account is and may, and where it is signed in."""
    return _shown(request)


def _shown(request: Request, *, address: str | None = None) -> HttpResponse:
    sessions = UserSession.objects.purge_and_list(request.user)
    shown = {
        "title": _("Your account"),
        "roles": sorted(request.who.roles),
        "second": is_mfa_enabled(request.user),
        "passkeys": passkeys_of(request.user),
        "passkeys_offered": offered(request),
        "has_password": request.user.has_usable_password(),
        "sessions": sorted(sessions, key=lambda s: s.created_at, reverse=True),
        "current": request.session.session_key,
        "form": NewPassword(),
        "reads": allowed(request.who, "see"),
        "calendar": address_of(request.user),
        "calendar_address": address,
    }
    return render(request, "accounts/account.html", shown)


@sensitive_post_parameters("password", "again", "present")
@page("self", "POST")
def password(request: Request) -> HttpResponse:
    """Sets a new password; whoever has one must say it. Every other session ends."""
    user, form = request.user, NewPassword(request.POST)
    if user.has_usable_password() and not user.check_password(request.POST.get("present", "")):
        messages.error(request, _("The present password is wrong."))
    elif form.is_valid():
        user.set_password(form.cleaned_data["password"])
        user.save(update_fields=["password"])
        update_session_auth_hash(request, user)
        end_sessions(user, keep=request.session.session_key)
        messages.success(request, _("The password was changed. Other sessions were ended."))
    else:
        messages.error(request, " ".join(str(e) for errors in form.errors.values() for e in errors))
    return HttpResponseRedirect(reverse("account"))


@page("see", "POST")
def calendar(request: Request) -> HttpResponse:
    """Makes a secret address for one's calendar and shows it, once. The one before stops to work."""
    secret = make(request.user, names=request.POST.get("names") == "yes", on=today())
    return _shown(request, address=request.build_absolute_uri(reverse("calendar", args=(secret,))))


@page("self", "POST")
def end_calendar(request: Request) -> HttpResponse:
    """Revokes the address of one's calendar."""
    revoke(request.user)
    messages.success(request, _("The address of your calendar no longer works."))
    return HttpResponseRedirect(reverse("account"))


@page("self", "POST")
def end(request: Request) -> HttpResponse:
    """Ends one of one's own sessions, or with `all` every other one."""
    if request.POST.get("all"):
        end_sessions(request.user, keep=request.session.session_key)
    wanted = request.POST.get("session", "")
    for session in UserSession.objects.filter(user=request.user, pk=int(wanted) if wanted.isdecimal() else 0):
        session.end()
    messages.success(request, _("Ended."))
    return HttpResponseRedirect(reverse("account"))

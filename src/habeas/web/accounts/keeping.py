"""Keeping the accounts: who may enter, as what. The administrator sees names and roles, and no content."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from habeas.adapters.clock import now
from habeas.web.accounts import users
from habeas.web.accounts.forms import NewAccount, Roles
from habeas.web.page import Request, page
from habeas.web.permissions import TABLE
from habeas.web.who import ROLES, user_of


@page("manage")
def accounts(request: Request) -> HttpResponse:
    """Every account."""
    return _shown(request, NewAccount())


@page("manage", "POST")
def add(request: Request) -> HttpResponse:
    """Makes an account for a member, new or known, and shows the link by which they choose a password."""
    from habeas.desk import add_member

    form = NewAccount(request.POST)
    if not form.is_valid():
        return _shown(request, form, status=400)
    member = add_member(request.ws, form.cleaned_data["name"], now=now(), by=request.who.member)
    if any(a.id == member.id for a in users.accounts(request.ws)):
        form.add_error("name", _("This member has an account already."))
        return _shown(request, form, status=400)
    return _linked(request, user_of(member.id, form.cleaned_data["roles"]), member.name)


@page("manage", "POST")
def roles(request: Request, member: str) -> HttpResponse:
    """Replaces the roles of an account."""
    form = Roles(request.POST)
    if form.is_valid():
        users.set_roles(member, form.cleaned_data["roles"])
        messages.success(request, _("The roles were changed."))
    return HttpResponseRedirect(reverse("accounts"))


@page("manage", "POST")
def active(request: Request, member: str) -> HttpResponse:
    """Keeps somebody out, ending their sessions, or lets them in again."""
    users.set_active(member, request.POST.get("active") == "yes")
    messages.success(request, _("Changed."))
    return HttpResponseRedirect(reverse("accounts"))


@page("manage", "POST")
def link(request: Request, member: str) -> HttpResponse:
    """A new link for somebody who lost password or telephone. The old ones are taken away at once."""
    name = next((a.name for a in users.accounts(request.ws) if a.id == member), member)
    return _linked(request, users.reset(member), name)


def _linked(request: Request, user: users.User, name: str) -> HttpResponse:
    address = request.build_absolute_uri(reverse("by-link", args=users.link_parts(user)))
    return _shown(request, NewAccount(), made={"name": name, "address": address})


def _shown(
    request: Request, form: NewAccount, *, made: dict[str, str] | None = None, status: int = 200
) -> HttpResponse:
    shown = {
        "title": _("Accounts"), "accounts": users.accounts(request.ws), "roles": ROLES, "form": form, "made": made,
        "table": [(role, sorted(actions)) for role, actions in TABLE.items()],
    }  # fmt: skip
    return render(request, "accounts/accounts.html", shown, status=status)

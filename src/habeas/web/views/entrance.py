"""The entrance of a desk on one machine: a link, printed once by `habeas serve`, signs its holder in."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from habeas.adapters.clock import now
from habeas.web.accounts.users import somebody_lets_in
from habeas.web.refusals import not_found
from habeas.web.who import ROLES, sign_in

_links: dict[bytes, tuple[str, str]] = {}
"""SHA-256 of each unused link's token -> the member whom it signs in (empty: ask for the name), the day it opens on."""


def new_link(member: str = "", as_of: str = "") -> str:
    """The path of a link that works once, until this process ends."""
    token = secrets.token_urlsafe(24)
    _links[_hashed(token)] = (member, as_of)
    return reverse("first", args=[token])


def first(request: HttpRequest, token: str) -> HttpResponse:
    """Signs the holder of an unused link in, after asking for their name when the link names nobody."""
    from habeas.desk import add_member, members

    kept = next((k for k in _links if hmac.compare_digest(k, _hashed(token))), None)
    if kept is None or somebody_lets_in():
        return not_found(request)
    member, as_of = _links[kept]
    name = member or request.POST.get("name", "").strip()
    if not name:
        known = members(request.ws)  # type: ignore[attr-defined]
        return render(request, "desk/first.html", {"members": known, "title": _("Welcome")})
    del _links[kept]
    signing = add_member(request.ws, name, now=now())  # type: ignore[attr-defined]
    sign_in(request, signing.name, frozenset(ROLES))
    return HttpResponseRedirect(reverse("today") + (f"?as_of={as_of}" if as_of else ""))


def _hashed(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()

"""Passkeys: a key that a device keeps for this host and opens with a finger or a PIN.

Source: W3C Web Authentication, level 2.
"""

from __future__ import annotations

import ipaddress
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.http.request import split_domain_port
from django.utils.translation import gettext as _


def offered(request: HttpRequest) -> bool:
    """True where the desk is called by a name: a passkey belongs to a domain, and an address in numbers is none."""
    host = host_of(request)
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return True
    return False


def host_of(request: HttpRequest) -> str:
    """The name or address by which the desk was called, without a port."""
    return split_domain_port(request.get_host())[0].strip("[]")


def passkeys_of(user: User) -> list[Authenticator]:
    """The user's passkeys, the oldest first."""
    return list(Authenticator.objects.filter(user=user, type=Authenticator.Type.WEBAUTHN).order_by("created_at", "pk"))


class Add(AddWebAuthnView):  # type: ignore[misc]
    """The page that makes one. Each can sign in by itself, so each needs the finger or the PIN."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form, and what the browser is asked to make."""
        shown = super(AddWebAuthnView, self).get_context_data(**kwargs)
        options = auth.begin_registration(self.request.user, True)
        return {**shown, "title": _("New passkey"), "js_data": {"creation_options": options}}


add = Add.as_view()

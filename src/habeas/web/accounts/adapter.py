"""What django-allauth asks of the project: nobody signs up, no mail is ever sent, everybody is called by their name."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from habeas.web.accounts.passkeys import host_of
from habeas.web.permissions import TABLE
from habeas.web.who import member_name, roles_of


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by an administrator."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Nothing here sends mail."""

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Nothing here sends mail."""

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address of the connection: no header is believed."""
        return str(request.META.get("REMOTE_ADDR") or "0.0.0.0")

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The first page; an administrator without access to content has another one."""
        roles = roles_of(request.user)  # type: ignore[arg-type]
        sees = any("see" in TABLE[role] for role in roles)
        return reverse("today" if sees else "accounts" if "administrator" in roles else "account")

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        """Whoever is kept out gets the entrance again, and no word about why."""
        return HttpResponseRedirect(reverse("sign-in"))

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """Back to the entrance."""
        return reverse("sign-in")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to one's own account."""
        return reverse("account")


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Codes from an app, and passkeys."""

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Whom a passkey is for: the host by which the desk was called."""
        return {"id": host_of(context.request), "name": "Habeas"}

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:
        """Whose it is, as the device shows it."""
        name = self.get_totp_label(user)
        return {**super().get_public_key_credential_user_entity(user), "name": name, "display_name": name}

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        """What the field of a new one holds."""
        return _("This device")

    def get_totp_label(self, user: Any) -> str:
        """What the app on the telephone shows."""
        return member_name(user.username) or str(user.username)

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Nothing here sends mail."""

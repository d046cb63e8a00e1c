"""What django-allauth asks of the project: nobody signs up, no mail is ever sent, everybody is called by their name."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.urls import reverse

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

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        """Back to the entrance."""
        return reverse("sign-in")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to one's own account."""
        return reverse("account")


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Codes from an app."""

    def get_totp_label(self, user: Any) -> str:
        """What the app on the telephone shows."""
        return member_name(user.username) or str(user.username)

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Nothing here sends mail."""

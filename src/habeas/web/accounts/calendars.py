"""Secret addresses of calendars: whoever has one reads what is due, without signing in, until it is revoked.

Only a hash of the secret is kept, so that neither the file of accounts nor a copy of it opens a calendar. The secret
has 256 bits of chance: it cannot be guessed, and needs no slow hash.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import date

from django.contrib.auth.models import User

from habeas.web.accounts.models import CalendarAddress


def make(user: User, *, names: bool, on: date) -> str:
    """A new secret for the user's calendar; the one before stops to work. It is told here once and never again."""
    secret = secrets.token_urlsafe(32)
    told = {"hashed": _hashed(secret), "names": names, "made": on, "asked": None}
    CalendarAddress.objects.update_or_create(user=user, defaults=told)
    return secret


def revoke(user: User) -> None:
    """The address stops to work."""
    CalendarAddress.objects.filter(user=user).delete()


def address_of(user: User) -> CalendarAddress | None:
    """What is kept of the user's address."""
    return CalendarAddress.objects.filter(user=user).first()


def opened(secret: str, *, on: date) -> CalendarAddress | None:
    """The address with this secret, of a user who may enter; None for any other. Keeps the day on which it is asked."""
    found = CalendarAddress.objects.select_related("user").filter(hashed=_hashed(secret)).first()
    if found is None or not found.user.is_active:
        return None
    if found.asked != on:
        CalendarAddress.objects.filter(user=found.user).update(asked=on)
    return found


def _hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()

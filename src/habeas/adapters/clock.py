"""The real clock and the real source of randomness, passed into the rooms that may not read them."""

from __future__ import annotations

import secrets
from datetime import UTC, date, datetime


def now() -> str:
    """This moment as UTC ISO 8601 with microseconds and `Z`, as entries of the ledger carry it."""
    return present().isoformat(timespec="microseconds").replace("+00:00", "Z")


def present() -> datetime:
    """This moment in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The day it is in UTC."""
    return present().date()


def salt() -> bytes:
    """16 random bytes from the system's secure source."""
    return secrets.token_bytes(16)

"""Moments as the ledger writes them: UTC, ISO 8601 with microseconds and `Z`, so that text order is time order."""

from __future__ import annotations

from datetime import UTC, datetime

from habeas.desk.faults import BadRequest


def instant(text: str) -> str:
    """A moment as the ledger writes it. A day alone means its end, so that it covers what was decided on it."""
    moment = f"{text}T23:59:59.999999+00:00" if len(text) == 10 else text
    try:
        parsed = datetime.fromisoformat(moment)
    except ValueError:
        raise BadRequest(f"{text!r} is no time.", "Write 2020-02-28 or 2020-02-28T12:00:00Z.") from None
    known = parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)
    return known.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")

"""One thing that is due, or that runs: between which days, by which rule, resting on which facts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any

KINDS = {
    "sentence_end": "a term ends, or has run out and nobody confirmed a release",
    "pretrial_days": "days in custody before trial, up to the day asked about",
    "hearing": "a hearing or a step of the case that was announced",
    "deadline": "a deadline of a body",
    "mandate_end": "a mandate runs out",
    "unconfirmed": "the facts about somebody who is not free were not confirmed for so many months",
    "listed_after_sentence": "days on a list of the State after the sentence ended",
}
"""Kind of item -> what it is."""
COUNTERS = ("pretrial_days", "listed_after_sentence")
"""Kinds of items that count days up to the day asked about instead of falling due."""


@dataclass(frozen=True, slots=True)
class Item:
    """What is due between `earliest` and `latest` (None: not bounded on that side; both None: the day is unknown).

    `days` counts instead: the least and the most (None: no upper bound). `about` is the fact or mandate it hangs on,
    `facts` all that it rests on, `level` the highest of theirs. `status` says whether the rule was read in `source`
    (`verified`) or recalled (`to_be_checked`); rules of Habeas itself are `own`.
    """

    kind: str
    person: str | None
    what: str
    earliest: date | None
    latest: date | None
    rule: str
    source: str
    status: str
    about: str
    facts: tuple[str, ...]
    level: int
    days: tuple[int, int | None] | None = None
    note: str = ""

    @property
    def id(self) -> str:
        """Sixteen hex digits that stay while dates move: of its kind and what it hangs on, and of the deadline."""
        known_by = (self.kind, self.rule if self.kind == "deadline" else "", self.person or "", self.about)
        return hashlib.sha256("\n".join(known_by).encode()).hexdigest()[:16]

    def passed(self, on: date) -> bool | None:
        """True when its last day lies before `on`, False when it cannot have passed, None when that is open."""
        if self.latest is not None and self.latest < on:
            return True
        return False if self.earliest is not None and self.earliest >= on else None

    def may_fall_by(self, day: date) -> bool:
        """True when it may be due on `day` or before."""
        return self.earliest is None or self.earliest <= day

    @property
    def between(self) -> str:
        """The days between which it is due, in ISO, and by how many it is over; or the days counted."""
        counted = _counted(self.days) if self.days else ""
        if self.kind in COUNTERS:
            return counted
        return f"{_dates(self.earliest, self.latest)}{f' ({counted} over)' if counted else ''}"

    def to_json(self) -> dict[str, Any]:
        """The item as `habeas due --json` prints it."""
        return {
            "id": self.id, "kind": self.kind, "person": self.person, "what": self.what,
            "earliest": self.earliest and self.earliest.isoformat(), "latest": self.latest and self.latest.isoformat(),
            "days": list(self.days) if self.days else None, "rule": self.rule, "source": self.source,
            "status": self.status, "facts": list(self.facts), "note": self.note,
        }  # fmt: skip


def _counted(days: tuple[int, int | None]) -> str:
    least, most = days
    if least == most:
        return f"{least} day{'' if least == 1 else 's'}"
    return f"{least} days or more" if most is None else f"{least} to {most} days"


def _dates(earliest: date | None, latest: date | None) -> str:
    if earliest is None and latest is None:
        return "day not known"
    if earliest is None or latest is None:
        return f"by {latest}" if latest else f"not before {earliest}"
    return str(earliest) if earliest == latest else f"{earliest} to {latest}"

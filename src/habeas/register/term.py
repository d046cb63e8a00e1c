"""A sentence on its way: running, deferred, interrupted, called back; and what that makes the person on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

Facts = tuple[str, ...]
Layer = tuple[str, Facts]
"""A status and the facts it rests on. What a person is, is the strongest of all layers that hold."""

_BY_MODE: Mapping[str, tuple[str, ...]] = {
    "deferred": ("deferred",),
    "absent": ("abroad_wanted",),
    "still": ("released_conditional",),
    "conditional": ("released_conditional",),
    "doubtful": ("in_prison", "released_conditional"),
    "recalled": ("in_prison", "unknown"),
}
_TIMELESS = ("deferred", "absent", "still", "recalled")
"""Modes in which a term does not run, so that its calendar end means nothing."""


@dataclass(frozen=True, slots=True)
class Term:
    """A sentence from `start`; `first` and `last` bound its last day.

    `mode` is what became of it: it runs, or is deferred, absent (not served, the person is away), still (interrupted),
    conditional (parole), doubtful (a release that was annulled later) or recalled (to be served, not known to be).
    `since` are the facts that made it so.
    """

    status: str
    facts: Facts
    start: date
    first: date
    last: date
    mode: str = "runs"
    since: Facts = ()

    @property
    def timeless(self) -> bool:
        """True when the term does not run."""
        return self.mode in _TIMELESS

    def marked(self, mode: str, facts: Facts) -> Term:
        """The same term in another mode, resting on these facts too."""
        return replace(self, mode=mode, since=facts)

    def layers(self, day: date) -> list[Layer]:
        """What it makes the person on `day`: one status, or each that may be when its end is not known to the day."""
        facts = (*self.facts, *self.since)
        if self.timeless:
            return [(s, facts) for s in _BY_MODE[self.mode]]
        over = "free" if self.mode == "conditional" else "run_out_unconfirmed"
        running = [(s, facts) for s in _BY_MODE.get(self.mode, (self.status,))] if day <= self.last else []
        return running + ([(over, facts)] if day > self.first else [])

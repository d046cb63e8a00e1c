"""How a person stands on the day of the report: the register's rules of liberty, applied to what the report tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from habeas.check.report import Report
from habeas.errors import HabeasError
from habeas.lexicon.length import Length
from habeas.lexicon.when import When
from habeas.reading.proposals import Proposal, Span
from habeas.register import HELD, liberty

_KEPT = re.compile(
    r"\b(?:keep|kept|remain\w*|leave|left|returned|sent back)\b[^.]{0,30}\b(?:prison|custody|detention|jail|colony)\b"
    r"|\b(?:put|placed|taken)\b[^.]{0,25}\b(?:under arrest|into? (?:custody|prison|detention))\b",
    re.IGNORECASE,
)
_OPEN = frozenset({"unknown", "run_out_unconfirmed", "charged_at_liberty"})


@dataclass(frozen=True, slots=True)
class Status:
    """`held` is None where the text does not tell, or tells two things. `state` is the strongest status that may hold
    (`habeas.register.statuses`), `because` the place of the last claim that it rests on.
    """

    held: bool | None
    state: str = "unknown"
    because: Span | None = None

    @property
    def in_words(self) -> str:
        """The status for people."""
        return self.state.replace("_", " ")


def status_of(report: Report, person: str) -> Status:
    """The person's liberty on the day that the report describes; unknown when it names no day."""
    machine, today = report.machine, report.state_of
    if today is None or person not in machine.register.person_of:
        return Status(None)
    found = liberty(machine.register, person, today)
    states = set(found.statuses)
    claims = [c for fact in found.states[0].because for c in machine.facts.get(fact, [])]
    because = max((c.span for c in claims), default=None)
    held = True if states <= set(HELD) else False if not states & (set(HELD) | _OPEN) else None
    if held is False and because and _kept_after(report, person, because):
        held = None
    return Status(held, found.states[0].status, because)


def _kept_after(report: Report, person: str, because: Span) -> bool:
    """True when the person's own entry, after that place, speaks of being kept in prison or arrested in words alone."""
    entry = report.own_entry.get(person)
    inside = entry is not None and entry.span[0] <= because[0] < entry.span[1]
    return inside and entry is not None and bool(_KEPT.search(report.text, because[1], entry.span[1]))


def ended(claim: Proposal, today: date | None) -> date | None:
    """The latest day on which the sentence can have ended, when that lies before `today`; None when it may run."""
    length = claim.fields.get("length")
    if not (length and claim.when and today):
        return None
    try:
        end = Length.parse(str(length)).bounds_after(When.parse(claim.when))[1]
    except HabeasError:
        return None
    return end if end and end < today else None

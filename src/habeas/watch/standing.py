"""What grows old: mandates that run out, and people who are not free and of whom nothing new was confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from habeas.lexicon import Length, label
from habeas.register import Register, is_photograph, liberty
from habeas.watch.item import Item

_SETTLED = ("free", "dead", "unknown")
_TEAM = 2


def mandate_ends(register: Register) -> Iterator[Item]:
    """The end of each mandate that has one. Neither the giver nor the scope is told: both are sealed."""
    for mandate in register.mandates.values():
        if mandate.until is not None:
            yield Item(
                "mandate_end", None, f"The mandate {mandate.id} runs out", mandate.until.earliest, mandate.until.latest,
                "end of the mandate", "the mandate", "own", f"mandate:{mandate.id}", (), _TEAM, None,
                "What was released on it goes back to the team.",
            )  # fmt: skip


def unconfirmed(register: Register, person: str, on: date, *, months: int) -> Iterator[Item]:
    """From when the status of somebody who is not free is older than so many months.

    The age is that of the newest day up to which any source about the person speaks. None when no source has one.
    """
    now = liberty(register, person, on)
    if all(s in _SETTLED for s in now.statuses):
        return
    facts = (f for f in register.facts_of(person) if not is_photograph(f.kind, f.fields))  # a picture tells no news
    told = [f.state_of for f in facts if f.state_of is not None]
    if not told:
        return
    last = max(told)
    due = Length.of(months=months).after(last + timedelta(days=1))
    level = max((register.facts[f].level for f in now.because), default=_TEAM)
    states = " or ".join(label(f"liberty.{s}") for s in now.statuses)
    yield Item(
        "unconfirmed", person, f"Confirm: {states}", due, due, f"not confirmed for {months} months",
        "counted here", "own", f"state of {person}", now.because, level, None, f"Last told as of {last.isoformat()}.",
    )  # fmt: skip

"""State lists and wanted notices: from when until when a state listed a person."""

from __future__ import annotations

from habeas.lexicon.when import When
from habeas.register.model import Fact, Recognition
from habeas.register.recognition import Listing, stretches_of
from habeas.register.register import Register

_STEP = {"listed": "entered", "reissued": "entered", "delisted": "left"}


def on_state_lists(register: Register, person: str) -> tuple[Listing, ...]:
    """All stretches of all state lists about one person, from facts of kind `listing`. No action stated means listed.

    A listing without a date is known to hold on the day up to which its source speaks; before, it may.
    """
    steps = [_step(f) for f in register.facts_of(person, "listing") if f.modality == "happened"]
    found: list[Listing] = []
    for name in sorted({s.list for s in steps}):
        found.extend(stretches_of(person, name, [s for s in steps if s.list == name]))
    return tuple(found)


def _step(fact: Fact) -> Recognition:
    spoken = fact.state_of
    when = fact.when or (When(f"../{spoken}", None, spoken) if spoken else None)
    step = _STEP.get(str(fact.fields.get("action") or ""), "entered")
    return Recognition(
        fact.id,
        fact.person or "",
        "",
        str(fact.fields.get("list") or ""),
        step,
        None,
        None,
        None,
        when,
        False,
        fact.disputed,
        fact.level,
    )

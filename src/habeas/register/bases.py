"""What a release rests on, as of a day: a mandate that has ended releases nothing any more.

The fold takes back what rested on a basis that was withdrawn. That a mandate ended is no decision but a matter of the
day of publication, which is passed in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from habeas.register.model import HeldClaim
from habeas.register.register import Register
from habeas.register.visibility import START_LEVEL


def as_published(register: Register, on: date) -> Register:
    """The register whose levels hold on the day of publication: what rested on a mandate that ended before it is back
    at its starting level. Call it before anything leaves the team."""
    ended = {
        f"mandate:{m.id}" for m in register.mandates.values() if m.until and m.until.earliest and m.until.earliest < on
    }
    if not ended:
        return register
    claims = {id: _taken_back(c) if c.basis in ended else c for id, c in register.claims.items()}
    levels = _fact_levels(register, claims)
    recognitions = {
        person: tuple(
            replace(s, level=max(s.level, START_LEVEL), basis=None)
            if s.own and s.basis in ended
            else replace(s, level=levels.get(s.id, s.level))
            for s in steps
        )
        for person, steps in register.recognitions.items()
    }
    facts = {id: replace(f, level=levels[id]) for id, f in register.facts.items()}
    return replace(register, claims=claims, facts=facts, recognitions=recognitions)


def _taken_back(claim: HeldClaim) -> HeldClaim:
    return replace(claim, level=claim.base, basis=None)


def _fact_levels(register: Register, claims: Mapping[str, HeldClaim]) -> dict[str, int]:
    return {id: max(claims[c].level for c in fact.claims) for id, fact in register.facts.items()}

"""Photographs among the facts of identity: what makes a fact one, and on whose word it may leave the office.

A photograph has no other ground than the consent that its claim names (`mandate:ID`, or `source:ID` of a public source
that published it): it is shown outside while it is released on that one, and on nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from habeas.register.model import Fact, HeldClaim
from habeas.register.register import Register
from habeas.register.visibility import START_LEVEL, ceiling, visible


def is_photograph(kind: str, fields: Mapping[str, Any]) -> bool:
    """True for an `identity` claim or fact whose attribute is a photo."""
    return kind == "identity" and fields.get("attribute") == "photo"


def photographs(register: Register, audience: str) -> Iterator[tuple[Fact, HeldClaim]]:
    """Each photograph of a person that the audience may see, with the claim that brought it, the oldest first.

    One that is denied, or told in two ways, is none. Raises `NoSuchAudience`.
    """
    found = (f for f in register.facts.values() if is_photograph(f.kind, f.fields) and f.person in register.people)
    pairs = [(f, register.claims_of(f.id)[0]) for f in found if f.modality == "happened" and not f.disputed]
    return (pair for pair in sorted(pairs, key=lambda p: (p[1].at, p[0].id)) if _seen(*pair, audience))


def _seen(fact: Fact, claim: HeldClaim, audience: str) -> bool:
    permitted = ceiling(audience) >= START_LEVEL or (
        claim.basis is not None and claim.basis == claim.reading.fields.get("consent")
    )
    return permitted and all(visible(k, f, fact.level, audience) for k, f in (("identity", None), ("picture", "copy")))

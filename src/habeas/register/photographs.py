"""The photographs of people that an audience may see.

A photograph has no other ground than the consent that its claim names (`mandate:ID`, or `source:ID` of a public source
that published it): the fold opens it on that one and on nothing else, and closes it when that one goes.
"""

from __future__ import annotations

from collections.abc import Iterator

from habeas.register.model import Fact, HeldClaim
from habeas.register.photographed import is_photograph
from habeas.register.register import Register
from habeas.register.visibility import visible


def photographs(register: Register, audience: str) -> Iterator[tuple[Fact, HeldClaim]]:
    """Each photograph of a person that the audience may see, with the claim that brought it, the oldest first.

    One that is denied, or told in two ways, is none. Raises `NoSuchAudience`.
    """
    found = (f for f in register.facts.values() if is_photograph(f.kind, f.fields) and f.person in register.people)
    pairs = [(f, register.claims_of(f.id)[0]) for f in found if f.modality == "happened" and not f.disputed]
    return (pair for pair in sorted(pairs, key=lambda p: (p[1].at, p[0].id)) if _seen(pair[0], audience))


def _seen(fact: Fact, audience: str) -> bool:
    return all(visible(kind, field, fact.level, audience) for kind, field in (("identity", None), ("picture", "copy")))

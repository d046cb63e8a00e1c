"""Facts out of claims: what all of them say together, or the several answers of a dispute."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from habeas.lexicon.when import When
from habeas.register.model import Fact, HeldClaim, Reading, Source

DEFINING: Mapping[str, tuple[str, ...]] = {
    "identity": ("attribute", "value"),
    "recognition": ("list", "step"),
    "charge": ("article", "part", "code"),
    "proceeding": ("step", "outcome"),
    "custody": ("form",),
    "sentence": ("penalty", "length", "in_absentia"),
    "enforcement": ("step", "to"),
    "release": ("ground",),
    "restriction": ("what", "length"),
    "ill_treatment": ("act",),
    "health": ("condition",),
    "disappearance": ("acknowledged",),
    "coercive_step": ("act",),
    "listing": ("list", "action"),
    "protection": ("act", "state"),
    "finding": ("body", "reference"),
    "compliance": ("remedy", "state"),
    "assembly": ("place", "detained", "sentenced"),
    "relation": ("other", "tie"),
    "involvement": ("degree",),
    "asserted_figure": ("count", "counts"),
    "intervention": ("act", "addressee", "outcome"),
}
"""Kind -> the fields in which two claims of one fact must agree. In others (a court, a title) wording may differ."""

_WIDE = date(9999, 12, 31) - date(1, 1, 1)


def fact_of(
    id: str, person: str | None, claims: Sequence[HeldClaim], preferred: str | None, sources: Mapping[str, Source]
) -> Fact:
    """The fact that these claims (one at least, in the order of acceptance) tell.

    Claims agree when no field has two values, their dates can mean one day, and none denies what another says
    happened. Then the fact says what they say together, with the narrowest date. Else every distinct answer stays,
    unless `preferred` names the claim that holds; the others remain in `others`.
    """
    readings, others = _answers(claims, preferred)
    first = claims[0]
    states = [s.state_of for c in claims if (s := sources.get(c.document)) is not None and s.state_of is not None]
    about = first.of if len(claims) == 1 else tuple(dict.fromkeys(o for c in claims for o in c.of))
    return Fact(
        id,
        readings[0].kind,
        person,
        tuple(c.id for c in claims),
        readings,
        others,
        preferred,
        max(c.level for c in claims),
        max(states) if states else None,
        first.document,
        first.span[0],
        about,
    )


def _answers(claims: Sequence[HeldClaim], preferred: str | None) -> tuple[tuple[Reading, ...], tuple[Reading, ...]]:
    if len(claims) == 1:
        return (claims[0].reading,), ()
    chosen = next((c.reading for c in claims if c.id == preferred), None)
    if chosen is not None:
        return (chosen,), tuple(r for r in _distinct(c.reading for c in claims) if _differs(r, chosen))
    together = claims[0].reading
    for claim in claims[1:]:
        if not agree(together, claim.reading):
            return _distinct(c.reading for c in claims), ()
        together = _merged(together, claim.reading)
    return (together,), ()


def agree(one: Reading, other: Reading) -> bool:
    """True when both readings can be true of one fact: defining fields and dates fit, and neither denies the other."""
    if one.kind != other.kind or (one.modality == "denied") != (other.modality == "denied"):
        return False
    for name in DEFINING.get(one.kind, ()):
        here, there = one.fields.get(name), other.fields.get(name)
        if here is not None and there is not None and here != there:
            return False
    return one.when is None or other.when is None or one.when.overlaps(other.when)


_FIRMNESS = {"happened": 0, "annulled": 1}


def _merged(one: Reading, other: Reading) -> Reading:
    fields = {
        **{k: v for k, v in other.fields.items() if v is not None},
        **{k: v for k, v in one.fields.items() if v is not None},
    }
    firm = min(one, other, key=lambda r: _FIRMNESS.get(r.modality, 2))
    return replace(
        one, fields=fields, when=_narrower(one.when, other.when), modality=firm.modality, attribution=firm.attribution
    )


def _narrower(one: When | None, other: When | None) -> When | None:
    if one is None or other is None:
        return one or other
    return one if _width(one) <= _width(other) else other


def _width(when: When) -> timedelta:
    return when.latest - when.earliest if when.latest and when.earliest else _WIDE


def _distinct(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    kept: list[Reading] = []
    for reading in readings:
        if not any(not _differs(reading, k) for k in kept):
            kept.append(reading)
    return tuple(kept)


def _differs(one: Reading, other: Reading) -> bool:
    return (one.kind, one.fields, one.when, one.modality) != (other.kind, other.fields, other.when, other.modality)

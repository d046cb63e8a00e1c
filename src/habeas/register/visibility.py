"""Who may see what: levels, audiences and the positive list of what can ever be public. One function answers.

Levels: 0 public, 1 partners, 2 team, 3 named case members, 4 sealed. Design, section 5.
"""

from __future__ import annotations

from collections.abc import Mapping

from habeas.errors import HabeasError

AUDIENCES: Mapping[str, int] = {"public": 0, "partners": 1, "team": 2, "case": 3, "sealed": 4}
"""Audience -> the highest level that it may see."""

LEVEL_OF_KIND: Mapping[str, int] = {"health": 3, "relation": 3, "mandate": 3}
"""Kinds that start above the team. Everything about a minor starts at 3 too; the desk marks it on the entry."""
START_LEVEL = 2
LEVEL_OF_FIELD: Mapping[tuple[str, str], int] = {
    ("mandate", "giver"): 4, ("mandate", "proof"): 4, ("identity", "consent"): 2,
}  # fmt: skip

_COMMON = ("when", "attribution", "modality")
PUBLIC: Mapping[str, tuple[str, ...]] = {
    "person": ("name",),
    "source": ("title", "published", "language", "sha256"),
    "picture": ("copy",),
    "identity": (*_COMMON, "attribute", "value", "credit"),
    "recognition": (*_COMMON, "list", "category", "tier", "reason", "step"),
    "charge": (*_COMMON, "article", "part", "code", "title"),
    "proceeding": (*_COMMON, "step", "outcome", "body"),
    "hearing": (*_COMMON, "body", "purpose"),
    "custody": (*_COMMON, "form", "facility"),
    "sentence": (*_COMMON, "penalty", "length", "court", "in_absentia"),
    "enforcement": (*_COMMON, "step", "to"),
    "release": (*_COMMON, "ground"),
    "restriction": (*_COMMON, "what", "length"),
    "ill_treatment": (*_COMMON, "act"),
    "death": (*_COMMON, "place"),
    "disappearance": (*_COMMON, "acknowledged"),
    "coercive_step": (*_COMMON, "act"),
    "listing": (*_COMMON, "list", "action"),
    "protection": (*_COMMON, "act"),
    "finding": (*_COMMON, "body", "reference", "demand"),
    "compliance": (*_COMMON, "remedy", "state"),
    "assembly": (*_COMMON, "place", "detained", "sentenced", "part_of"),
    "asserted_figure": (*_COMMON, "count", "counts"),
    "intervention": (*_COMMON, "act", "addressee", "outcome"),
}
"""Kind -> fields that may be public once released. What is not here is never public: no health, no relation, no state
of refuge, no condition, no cause of death, no giver of a mandate. Of a photograph only the copy that was drawn anew,
with its credit and what can be seen on it; never the file that came (`original`), never the consent."""


class NoSuchAudience(HabeasError):
    """The word names no audience."""

    exit_code = 2


def ceiling(audience: str) -> int:
    """The highest level an audience may see. Raises `NoSuchAudience`."""
    if audience not in AUDIENCES:
        raise NoSuchAudience(f"{audience!r} is no audience.", f"Use one of {', '.join(AUDIENCES)}.")
    return AUDIENCES[audience]


def visible(kind: str, field: str | None, level: int, audience: str) -> bool:
    """True when the audience may see this field (None: that there is such a fact at all) of a fact with this level.

    Raises `NoSuchAudience`.
    """
    top = ceiling(audience)
    if max(level, LEVEL_OF_FIELD.get((kind, field or ""), 0)) > top:
        return False
    if top > 0:
        return True
    return kind in PUBLIC and (field is None or field in PUBLIC[kind])

"""What a rule hands over before ids are known: a proposal in the making."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from habeas.reading.proposals import Span


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """A claim as a rule read it. `persons` are ids of `People`; `of` the drafts that this one is about.

    `fields` holds JSON values of the kind's fields (`habeas.lexicon.kinds`), `when` is EDTF or None, `rule` is
    `kind.name-of-the-rule`, `confidence` lies between 0 and 1. Of two drafts with equal kind, people, fields and date
    whose spans overlap, the pipeline keeps the one with the higher confidence.
    """

    kind: str
    persons: tuple[str, ...]
    span: Span
    fields: Mapping[str, Any]
    rule: str
    confidence: float
    when: str | None = None
    attribution: str = "author"
    modality: str = "happened"
    of: tuple[Draft, ...] = field(default=())

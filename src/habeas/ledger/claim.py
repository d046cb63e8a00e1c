"""A claim: what one source says once about one entity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from habeas.evidence.passage import Passage
from habeas.lexicon.when import When


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of one source about one record.

    `id` is unique in the register; `record` is the person (organisation, case, group) as that source names them.
    `fields` are those of the kind (`habeas.lexicon.kinds`). `of` are ids of claims that this one is about; `case` ties
    the claims of one proposal that named several people.
    """

    id: str
    kind: str
    record: str
    fields: Mapping[str, Any]
    when: When | None
    passage: Passage
    attribution: str = "author"
    modality: str = "happened"
    of: tuple[str, ...] = field(default=())
    case: str | None = None

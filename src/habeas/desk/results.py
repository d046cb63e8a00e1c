"""What the actions of the desk hand back: small frozen values, ready to be said in one line by a command or a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from habeas.law import Caution


@dataclass(frozen=True, slots=True)
class Member:
    """Someone who signs decisions. `id` is random (`m-` and ten hex digits); the name stands only in a body."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Captured:
    """A source in the vault. `new` is False when the same bytes had been added before and nothing changed.

    `notes` say what was left out of the text, and what was read from pictures.
    """

    source: str
    title: str
    media_type: str
    language: str
    characters: int
    new: bool
    entry: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadSummary:
    """What reading one source proposed. `new` proposals were stored, `known` ones had been stored before.

    `gone` are open proposals of an earlier reading that the rules no longer make: they were taken off the table.
    """

    source: str
    title: str
    persons: int
    new: int
    known: int
    gone: int
    by_kind: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Selection:
    """Which open proposals are meant: ids, or any filters that must all hold. Empty means all.

    `person` is a name as the document writes it (any case, part of it) or a record or person id; `document` a source's
    SHA-256 or the start of it.
    """

    ids: tuple[str, ...] = ()
    kind: str | None = None
    person: str | None = None
    rule: str | None = None
    document: str | None = None
    min_confidence: float | None = None


ALL = Selection()
"""Every open proposal."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """Proposals that became claims. `already` were decided before (by whom and how stands in `history`): unchanged."""

    claims: tuple[str, ...]
    facts: tuple[str, ...]
    records: tuple[str, ...]
    entries: tuple[str, ...]
    already: tuple[str, ...]
    bulk: bool


@dataclass(frozen=True, slots=True)
class Decided:
    """Decisions written. `entries` are their ids; `already` is what was decided so before and stayed unchanged."""

    action: str
    entries: tuple[str, ...]
    subjects: tuple[str, ...]
    already: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Effect:
    """A decision and what it changed in the figures of one day."""

    decided: Decided
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One figure before and after a decision; `left` and `came` are names of the people who are counted no more, or
    now.
    """

    figure: str
    before: int | float
    after: int | float
    left: tuple[str, ...]
    came: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verified:
    """The outcome of `verify`. `faults` are sentences, the first broken entry first; whole when there are none."""

    entries: int
    erased: int
    sources: int
    faults: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """True when nothing was found."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The outcome of `rebuild`: rows of each projection table, and sentences on what had differed before."""

    rows: Mapping[str, int]
    differences: tuple[str, ...]

    @property
    def same(self) -> bool:
        """True when the tables had been exactly what the ledger gives."""
        return not self.differences


@dataclass(frozen=True, slots=True)
class Archived:
    """A backup written or restored."""

    path: Path
    entries: int
    sources: int
    size: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One line of the list of sources."""

    source: str
    title: str
    media_type: str
    language: str
    published: str | None
    captured_at: str
    characters: int
    persons: int
    open: int
    decided: int
    restricted: bool


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A proposal as a reviewer sees it: the claim, the people's names, the words of the passage and what stands around
    it.
    """

    id: str
    document: str
    kind: str
    persons: tuple[str, ...]
    names: tuple[str, ...]
    when: str | None
    fields: Mapping[str, Any]
    attribution: str
    modality: str
    of: tuple[str, ...]
    span: tuple[int, int]
    passage: str
    before: str
    after: str
    rule: str
    confidence: float
    status: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One line of the list of people, as of a date and as known at a moment."""

    id: str
    name: str
    names: tuple[str, ...]
    states: tuple[str, ...]
    categories: tuple[str, ...]
    listed: bool
    facts: int
    claims: int
    disputed: int
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with its words; blocks stand for what was blotted out.

    `passage` is None when the source was erased, and for audiences outside the office, which are not told the `member`
    either. `decision` is the entry that decided it last, `decided_at` when. Fields that the audience may not see are
    left out.
    """

    id: str
    kind: str
    when: str | None
    fields: Mapping[str, Any]
    attribution: str
    modality: str
    document: str
    source_title: str
    span: tuple[int, int]
    passage: str | None
    record: str
    rule: str
    confidence: float
    bulk: bool
    decision: str
    decided_at: str
    member: str
    corrected: bool
    preferred: bool
    level: int
    basis: str | None


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact with its claims. `level` and `basis` say who may see it; `disputed`: its claims conflict unresolved.

    `cautions`: what the law pack of the workspace's country makes a lawyer stop at.
    """

    id: str
    kind: str
    when: str | None
    fields: Mapping[str, Any]
    modality: str
    level: int
    basis: str | None
    disputed: bool
    claims: tuple[ClaimView, ...]
    cautions: tuple[Caution, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person with everything the audience may see, as of a date; `withheld` facts are there and not shown."""

    id: str
    name: str
    names: tuple[str, ...]
    records: tuple[str, ...]
    states: tuple[str, ...]
    because: tuple[str, ...]
    categories: tuple[str, ...]
    listed: bool
    facts: tuple[FactView, ...]
    withheld: int


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One entry of the ledger about an entity, in words. `content` is None when the body was erased."""

    entry: str
    at: str
    member: str
    action: str
    content: Mapping[str, Any] | None
    bulk: bool
    replaces: str | None

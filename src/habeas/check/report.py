"""A report prepared for checking: its entries, who is named where, what is claimed of whom, in which sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from habeas.check.machine import Machine, machine
from habeas.errors import HabeasError
from habeas.evidence.document import Document
from habeas.lexicon.when import When
from habeas.reading.blocks import Block
from habeas.reading.layout import Layout
from habeas.reading.proposals import NamedPerson, Proposal, Reading, Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One case of the list: opening line, text up to the next case or heading, whom it introduces, category."""

    lead: Span
    span: Span
    persons: tuple[str, ...]
    category: str


@dataclass(frozen=True)
class Report:
    """One document with its reading, layout, sentences and entries. `entries` stand in text order and never overlap."""

    document: Document
    reading: Reading
    layout: Layout
    sentences: tuple[Span, ...]
    entries: tuple[Entry, ...]

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    @cached_property
    def people(self) -> dict[str, NamedPerson]:
        """Persons by id."""
        return {p.id: p for p in self.reading.persons}

    @cached_property
    def mentions(self) -> list[tuple[Span, str]]:
        """Every place that names a person, in text order."""
        return sorted((m, p.id) for p in self.reading.persons for m in p.mentions)

    @cached_property
    def _by_person(self) -> dict[str, list[Proposal]]:
        table: dict[str, list[Proposal]] = {}
        for claim in self.reading.claims:
            for person in claim.persons:
                table.setdefault(person, []).append(claim)
        return table

    @cached_property
    def own_entry(self) -> dict[str, Entry]:
        """Person id -> the first entry that introduces the person."""
        table: dict[str, Entry] = {}
        for entry in self.entries:
            for person in entry.persons:
                table.setdefault(person, entry)
        return table

    @cached_property
    def state_of(self) -> date | None:
        """The day that the text describes: what reading put on its recognitions, else the latest day it tells of."""
        listed = [c.when for c in self.claims("recognition") if c.when]
        told = listed or [c.when for c in self.reading.claims if c.when and c.modality == "happened"]
        days = [day for text in told if (day := _latest(text))]
        return max(days, default=None)

    @cached_property
    def machine(self) -> Machine:
        """The reading folded as a register that nobody signed, as of the day that the text describes."""
        told = tuple(c for c in self.reading.claims if not self._retells(c))
        return machine(replace(self.reading, claims=told), self.state_of.isoformat() if self.state_of else None)

    def _retells(self, claim: Proposal) -> bool:
        """True for an undated claim outside the entries about people who all have one: summaries retell entries."""
        apart = claim.when is None and self.entry_at(claim.span[0]) is None
        return apart and bool(claim.persons) and all(p in self.own_entry for p in claim.persons)

    def name(self, person: str) -> str:
        """The main name of a person."""
        return self.people[person].name if person in self.people else person

    def claims(self, *kinds: str, person: str | None = None) -> list[Proposal]:
        """Claims of these kinds (any kind when none is named), of one person or all, in text order."""
        pool = self.reading.claims if person is None else self._by_person.get(person, [])
        return [c for c in pool if not kinds or c.kind in kinds]

    def entry_at(self, offset: int) -> Entry | None:
        """The entry that holds `offset`."""
        index = bisect_right(self.entries, offset, key=lambda e: e.span[0]) - 1
        return self.entries[index] if index >= 0 and offset < self.entries[index].span[1] else None

    def in_own_entry(self, claim: Proposal, person: str) -> bool:
        """True when the claim stands in an entry that introduces the person."""
        entry = self.entry_at(claim.span[0])
        return entry is not None and person in entry.persons

    def named_in(self, start: int, end: int) -> list[tuple[Span, str]]:
        """Mentions that start in [start, end), in order."""
        low = bisect_left(self.mentions, start, key=lambda m: m[0][0])
        return self.mentions[low : bisect_left(self.mentions, end, key=lambda m: m[0][0])]

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds `offset`; the rest of its line where none does."""
        index = bisect_right(self.sentences, offset, key=lambda s: s[0]) - 1
        if index >= 0 and offset < self.sentences[index][1]:
            return self.sentences[index]
        end = self.text.find("\n", offset)
        return offset, end if end > offset else min(offset + 1, len(self.text)) or 1

    def sentence_before(self, span: Span) -> Span | None:
        """The sentence before the one given."""
        index = bisect_left(self.sentences, span[0], key=lambda s: s[0]) - 1
        return self.sentences[index] if index >= 0 else None

    def block_index(self, offset: int) -> int | None:
        """The index of the layout block that holds `offset`."""
        index = self.layout.index_at(offset)
        return index if index is not None and offset < self.layout.blocks[index].span[1] else None

    def siblings(self, index: int) -> tuple[Block, ...]:
        """The unbroken run of list items that the block at `index` belongs to; itself alone when it is no item."""
        blocks = self.layout.blocks
        if blocks[index].kind != "item":
            return (blocks[index],)
        low = high = index
        while low > 0 and blocks[low - 1].kind == "item":
            low -= 1
        while high + 1 < len(blocks) and blocks[high + 1].kind == "item":
            high += 1
        return blocks[low : high + 1]

    def headings(self) -> Iterator[tuple[Span, Span]]:
        """Each heading with the stretch of text it stands over, up to the next heading of its own or a higher level."""
        heads = [b for b in self.layout.blocks if b.kind == "heading"]
        for n, head in enumerate(heads):
            after = (h.span[0] for h in heads[n + 1 :] if h.level <= head.level)
            yield head.span, (head.span[1], next(after, len(self.text)))

    def quote(self, span: Span, most: int = 80) -> str:
        """The words of a span on one line, cut at a word when longer than `most` characters."""
        words = " ".join(self.text[span[0] : span[1]].split())
        return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + "…"


def _latest(text: str) -> date | None:
    try:
        return When.parse(text).latest
    except HabeasError:
        return None

"""The people of one document: who they are, where each is mentioned, whose entry a passage belongs to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from habeas.reading.proposals import NamedPerson, Span


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that names a person. `full` is true when it has two or more name words."""

    span: Span
    person: str
    full: bool


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """One case of a list: its lead (the opening line) and the text up to the next lead or heading.

    `people` are ids of those that the lead introduces, in order; `headings` the headings over it, outermost first.
    """

    lead: Span
    span: Span
    headings: tuple[Span, ...]
    people: tuple[str, ...]


@dataclass(frozen=True)
class People:
    """Persons, their mentions in text order, and case entries in text order (disjoint)."""

    persons: tuple[NamedPerson, ...]
    mentions: tuple[Mention, ...]
    entries: tuple[CaseEntry, ...]
    sexes: Mapping[str, str]
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [m.span[0] for m in self.mentions]

    @cached_property
    def _entry_starts(self) -> list[int]:
        return [e.span[0] for e in self.entries]

    @cached_property
    def _by_id(self) -> dict[str, NamedPerson]:
        return {p.id: p for p in self.persons}

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """Mentions that start in [start, end), in order."""
        low = bisect_left(self._mention_starts, start)
        return self.mentions[low : bisect_left(self._mention_starts, end, lo=low)]

    def last_before(self, offset: int) -> Mention | None:
        """The last mention that starts before `offset`."""
        index = bisect_left(self._mention_starts, offset) - 1
        return self.mentions[index] if index >= 0 else None

    def entry_at(self, offset: int) -> CaseEntry | None:
        """The case entry that holds `offset`."""
        index = bisect_right(self._entry_starts, offset) - 1
        return self.entries[index] if index >= 0 and offset < self.entries[index].span[1] else None

    def entry_people(self, offset: int) -> tuple[str, ...]:
        """Ids of those whose case entry holds `offset`, in the order of its lead."""
        entry = self.entry_at(offset)
        return entry.people if entry else ()

    def person(self, id: str) -> NamedPerson:
        """The person of an id. Raises KeyError."""
        return self._by_id[id]

    def name(self, id: str) -> str:
        """The main name of a person."""
        return self._by_id[id].name

    def sex(self, id: str) -> str | None:
        """`m`, `f` or None, by the pronouns that follow, the endings of the surname, or the given name."""
        return self.sexes.get(id)

    def role(self, id: str) -> str:
        """One of `habeas.lexicon.kinds.ROLES`."""
        return self._by_id[id].role

"""The people of one document: who they are, where each is mentioned, whose entry a passage belongs to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
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

    @cached_property
    def times_named(self) -> Mapping[str, int]:
        """How often each person is named."""
        return Counter(m.person for m in self.mentions)

    @cached_property
    def hero(self) -> str | None:
        """Whom a biography is about: named first, three times at least, and twice as often as anybody else."""
        if not self.mentions or any(len(e.people) > 1 for e in self.entries) or len(self.entries) > 1:
            return None
        first = min(self.mentions, key=lambda m: m.span).person
        others = max((n for p, n in self.times_named.items() if p != first), default=0)
        return first if self.times_named[first] >= max(3, 2 * others) else None

    def passing(self, id: str) -> bool:
        """True for somebody else than the hero whom a biography names once or twice."""
        return id != self.hero and self.times_named.get(id, 0) <= 2

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """Mentions that start in [start, end), in order."""
        low = bisect_left(self._mention_starts, start)
        return self.mentions[low : bisect_left(self._mention_starts, end, lo=low)]

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

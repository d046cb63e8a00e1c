"""Groups of ids that members joined, judged different or took apart, replayed in canonical order.

The first decision stands: `different` about ids that are joined, or `same` about ids judged different, changes nothing
and is a conflict, unless it names the decision that it replaces (which is then not replayed at all).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from habeas.register.model import Conflict


@dataclass(frozen=True, slots=True)
class Parting:
    """A split: which ids left which others, and the place (in canonical order) of the earliest join that held them."""

    entry: str
    left: frozenset[str]
    stayed: frozenset[str]
    joined_by: tuple[str, ...]


@dataclass(slots=True)
class Groups:
    """Mutable while replaying; `groups()` and `root` read it."""

    _group: dict[str, set[str]] = field(default_factory=dict)
    _apart: dict[frozenset[str], str] = field(default_factory=dict)
    _joins: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    partings: list[Parting] = field(default_factory=list)

    def members(self, id: str) -> frozenset[str]:
        """The ids joined with this one, itself included."""
        return frozenset(self._group.get(id, (id,)))

    def root(self, id: str) -> str:
        """The smallest id of the group."""
        return min(self._group[id]) if id in self._group else id

    def joined(self) -> Iterator[frozenset[str]]:
        """Every group of two ids or more, once."""
        return iter(sorted({frozenset(g) for g in self._group.values()}, key=min))

    def same(self, entry: str, ids: Iterable[str]) -> None:
        """Joins the groups of all the ids."""
        ids = sorted(set(ids))
        whole: set[str] = set().union(*(self.members(i) for i in ids))
        barrier = next((e for pair, e in self._apart.items() if pair <= whole and not self._together(pair)), None)
        if barrier:
            self._clash(entry, barrier, "joins what it")
            return
        self._joins.append((entry, frozenset(whole)))
        for id in whole:
            self._group[id] = whole

    def different(self, entry: str, ids: Iterable[str]) -> None:
        """Judges each two of the ids to be different."""
        ids = sorted(set(ids))
        pairs = [frozenset((a, b)) for n, a in enumerate(ids) for b in ids[n + 1 :]]
        if any(self._together(p) for p in pairs):
            join = next((e for e, whole in reversed(self._joins) if set(ids) & whole), "")
            self._clash(entry, join, "takes apart what it")
            return
        for pair in pairs:
            self._apart.setdefault(pair, entry)

    def split(self, entry: str, ids: Iterable[str]) -> None:
        """Takes the ids, together, out of the groups that hold them."""
        leaving = set(ids)
        for group in {frozenset(self.members(i)) for i in leaving}:
            left, stayed = group & leaving, group - leaving
            if not stayed:
                continue
            joins = tuple(e for e, whole in self._joins if whole & left and whole & stayed)
            self.partings.append(Parting(entry, frozenset(left), frozenset(stayed), joins))
            for part in (set(left), set(stayed)):
                for id in part:
                    self._group[id] = part

    def _together(self, pair: frozenset[str]) -> bool:
        a, b = pair
        return b in self.members(a)

    def _clash(self, entry: str, other: str, words: str) -> None:
        message = f"Decision {entry} {words} was decided by {other}; {other} stands until one of them is withdrawn."
        self.conflicts.append(Conflict("same_and_different", other, (entry,), message))

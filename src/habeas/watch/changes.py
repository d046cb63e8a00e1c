"""Two snapshots of one list compared: added, removed, changed, and pairs that a person must judge.

An entry is the same when its identifier is, and stands once on each side. Without that, two entries are never taken
for one: they are removed and added, and when name and birth date fit they are shown side by side with a probability
and the reasons (`maybe`), for people to judge.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from habeas.watch.likeness import Likeness
from habeas.watch.pairing import Pairs, likely_pairs
from habeas.watch.snapshot import ListEntry, Snapshot

FIELDS = ("name", "kind", "names", "birth", "since")


@dataclass(frozen=True, slots=True)
class Changed:
    """One entry before and after. `fields` names what differs, details by their column."""

    before: ListEntry
    after: ListEntry
    fields: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Both entries and what differs."""
        return {"fields": list(self.fields), "before": self.before.to_json(), "after": self.after.to_json()}


@dataclass(frozen=True, slots=True)
class MaybeSame:
    """An entry that went and one that came which may be one: a person decides."""

    before: ListEntry
    after: ListEntry
    likeness: Likeness

    def to_json(self) -> dict[str, Any]:
        """Both entries with the probability and its reasons."""
        return {"before": self.before.to_json(), "after": self.after.to_json(), **self.likeness.to_json()}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between two snapshots, in the order of the lists.

    `added` and `removed` hold every entry of a `maybe` pair too. `unsearched` counts entries for whose names there
    were too many candidates to look at each.
    """

    old: Snapshot
    new: Snapshot
    added: tuple[ListEntry, ...]
    removed: tuple[ListEntry, ...]
    changed: tuple[Changed, ...]
    maybe: tuple[MaybeSame, ...]
    unchanged: int
    unsearched: int = 0

    @property
    def empty(self) -> bool:
        """True when nothing changed."""
        return not (self.added or self.removed or self.changed)

    def to_json(self) -> dict[str, Any]:
        """The object of `habeas lists compare --json`."""
        return {
            "old": self.old.to_json(), "new": self.new.to_json(), "unchanged": self.unchanged,
            "added": [e.to_json() for e in self.added], "removed": [e.to_json() for e in self.removed],
            "changed": [c.to_json() for c in self.changed], "maybe": [m.to_json() for m in self.maybe],
            "unsearched": self.unsearched,
        }  # fmt: skip


def compare(old: Snapshot, new: Snapshot) -> Comparison:
    """What came, went and changed from `old` to `new`."""
    before, after = set(old.entries), set(new.entries)
    gone = [e for e in old.entries if e not in after]
    come = [e for e in new.entries if e not in before]
    changed = tuple(_same_identifier(gone, come, old, new))
    done_before, done_after = {c.before for c in changed}, {c.after for c in changed}
    removed = tuple(e for e in gone if e not in done_before)
    added = tuple(e for e in come if e not in done_after)
    pairs: Pairs = likely_pairs(removed, added)
    maybe = tuple(MaybeSame(removed[i], added[j], how) for i, j, how in pairs.found)
    return Comparison(old, new, added, removed, changed, maybe, len(before & after), pairs.unsearched)


def applied(entries: Iterable[ListEntry], changes: Comparison) -> frozenset[ListEntry]:
    """The entries after the changes: those of `changes.old` become those of `changes.new`."""
    gone = {*changes.removed, *(c.before for c in changes.changed)}
    return frozenset(e for e in entries if e not in gone) | {*changes.added, *(c.after for c in changes.changed)}


def _same_identifier(
    gone: Sequence[ListEntry], come: Sequence[ListEntry], old: Snapshot, new: Snapshot
) -> Iterable[Changed]:
    """Pairs by identifier. One that a list gives to several entries identifies nobody."""
    once_old, once_new = _once(old.entries), _once(new.entries)
    by_id = {e.identifier: e for e in come if e.identifier in once_new}
    for entry in gone:
        other = by_id.get(entry.identifier) if entry.identifier in once_old else None
        if other is not None:
            yield Changed(entry, other, _differing(entry, other))


def _once(entries: Iterable[ListEntry]) -> frozenset[str]:
    many = Counter(e.identifier for e in entries if e.identifier)
    return frozenset(i for i, n in many.items() if n == 1)


def _differing(one: ListEntry, other: ListEntry) -> tuple[str, ...]:
    own = [f for f in FIELDS if getattr(one, f) != getattr(other, f)]
    columns: dict[str, set[str]] = defaultdict(set)
    for name, value in {*one.details} ^ {*other.details}:
        columns[name].add(value)
    return (*own, *sorted(columns))

"""What happened to an entry over a series of snapshots: listed, delisted, reissued, each between two known days.

A snapshot says what stood on the list on its day and nothing of the days between: an entry that is new was put there
after the snapshot before, unless the list itself prints the day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Literal

from habeas.lexicon import When, fold
from habeas.watch.changes import Comparison, MaybeSame, compare
from habeas.watch.snapshot import ListEntry, Snapshot

Action = Literal["listed", "delisted", "reissued"]


@dataclass(frozen=True, slots=True)
class Event:
    """`action` on an entry at `when` (None: nothing bounds it), as `snapshot` shows it.

    `maybe` is a pair that may make it no event at all: the entry may only have been rewritten. `again` says by
    what a reissue is tied to the deletion before it.
    """

    action: Action
    entry: ListEntry
    when: When | None
    snapshot: Snapshot
    maybe: MaybeSame | None = None
    again: str | None = None

    def to_json(self) -> dict[str, Any]:
        """What happened, to whom, when."""
        return {
            "action": self.action, "when": self.when.text if self.when else None, "entry": self.entry.to_json(),
            "snapshot": self.snapshot.source, "maybe": self.maybe.to_json() if self.maybe else None,
            "again": self.again,
        }  # fmt: skip


def events(series: Sequence[Snapshot]) -> tuple[Event, ...]:
    """The events of a list over its snapshots, oldest first. Of one snapshot: that each entry is listed."""
    found = [_first(entry, series[0]) for entry in series[0].entries] if series else []
    gone: set[str] = set()
    for old, new in pairwise(series):
        for event in _between(compare(old, new), gone):
            found.append(event)
            for key in _keys(event.entry):
                if event.action == "delisted":
                    gone.add(key)
                else:
                    gone.discard(key)
    return tuple(found)


def steps(comparison: Comparison) -> tuple[Event, ...]:
    """The events of one comparison alone; without earlier snapshots nothing is known to be a reissue."""
    return tuple(_between(comparison, set()))


def _first(entry: ListEntry, snapshot: Snapshot) -> Event:
    return Event("listed", entry, _since(entry, None, snapshot.on), snapshot)


def _between(changes: Comparison, gone: set[str]) -> Iterator[Event]:
    old, new = changes.old.on, changes.new.on
    rewritten = {m.before: m for m in reversed(changes.maybe)}
    rewriting = {m.after: m for m in reversed(changes.maybe)}
    for entry in changes.removed:
        yield Event("delisted", entry, _within(old, new), changes.new, rewritten.get(entry))
    for entry in changes.added:
        again = next((how for how, key in zip(_TIES, _keys(entry), strict=True) if key in gone), None)
        action: Action = "reissued" if again else "listed"
        yield Event(action, entry, _since(entry, old, new), changes.new, rewriting.get(entry), again)


_TIES = ("identifier", "name and birth date")


def _keys(entry: ListEntry) -> tuple[str, str]:
    """What an entry is known by when it comes back. A new notice for one person may carry a new number."""
    return f"# {entry.identifier or entry}", f"{entry.kind} {fold(entry.name)} {entry.birth or ''}"


def _since(entry: ListEntry, old: date | None, new: date | None) -> When | None:
    return When.parse(entry.since) if entry.since else _within(old, new)


def _within(old: date | None, new: date | None) -> When | None:
    """After the day of the older snapshot, by the day of the newer."""
    if new is None:
        return None
    first = old + timedelta(days=1) if old is not None and old < new else None
    return When.between(first, new)

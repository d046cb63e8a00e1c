"""Watch: what changed and what is due.

Duty: compare snapshots of lists, hold a list against the register, say which deadlines come. In: registers, snapshots
and a date that the caller passes. Out: changes, proposals and due dates. It never looks at the clock, never takes two
entries for one person by itself, and what it finds never reaches a figure.
"""

from habeas.watch.calendar import calendar
from habeas.watch.changes import Changed, Comparison, MaybeSame, applied, compare
from habeas.watch.due import MONTHS, by_kind, due
from habeas.watch.events import Event, events, steps
from habeas.watch.faults import NotASnapshot
from habeas.watch.item import COUNTERS, KINDS, Item
from habeas.watch.proposing import Proposed, propose
from habeas.watch.screening import Hit, known_people, screen
from habeas.watch.snapshot import ListEntry, Snapshot

__all__ = [
    "COUNTERS", "KINDS", "MONTHS", "Changed", "Comparison", "Event", "Hit", "Item", "ListEntry", "MaybeSame",
    "NotASnapshot", "Proposed", "Snapshot", "applied", "by_kind", "calendar", "compare", "due", "events",
    "known_people", "propose", "screen", "steps",
]  # fmt: skip

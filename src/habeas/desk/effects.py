"""What a decision changes in the figures of one day: who is counted no more, and who is counted now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from habeas.desk.folding import register
from habeas.desk.results import Change
from habeas.desk.workspace import Workspace
from habeas.figures import Figure, count, rules

Snapshot = tuple[Sequence[Figure], Mapping[str, str]]


def figures_of(ws: Workspace, day: date) -> Snapshot:
    """The figures of a day for the team, and the names of the people they count."""
    known = register(ws)
    return count(known, rules(), as_of=day), {p.id: p.name for p in known.people.values()}


def change_between(before: Snapshot, after: Snapshot) -> tuple[Change, ...]:
    """The figures that differ, in the order of the rules."""
    names = {**before[1], **after[1]}
    changes = []
    for old, new in zip(before[0], after[0], strict=True):
        left, came = set(old.counted) - set(new.counted), set(new.counted) - set(old.counted)
        if left or came or old.value != new.value:
            who = [tuple(sorted(names.get(i, i) for i in ids)) for ids in (left, came)]
            changes.append(Change(old.name, old.value, new.value, who[0], who[1]))
    return tuple(changes)

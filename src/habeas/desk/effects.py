"""What a decision changes in the figures of one day: who is counted no more, and who is counted now."""

from __future__ import annotations

from habeas.desk.numbers import FiguresPage
from habeas.desk.results import Change


def change_between(before: FiguresPage, after: FiguresPage) -> tuple[Change, ...]:
    """The figures that differ, in the order of the rules, with the names of the people concerned."""
    names = {**before.names, **after.names}
    changes = []
    for old, new in zip(before.figures, after.figures, strict=True):
        left, came = set(old.counted) - set(new.counted), set(new.counted) - set(old.counted)
        if left or came or (old.value, old.high) != (new.value, new.high):
            gone, there = (tuple(sorted(names.get(i, i) for i in ids)) for ids in (left, came))
            changes.append(Change(old.name, old.value, new.value, gone, there))
    return tuple(changes)

"""Whom an order means: "the first three", "the latter", "the elder brother" (who is named first, as reports do), "the
others".
"""

from __future__ import annotations

from collections.abc import Iterator

from habeas.reading.clauses import Slot, Statement

_COUNT = {"two": 2, "three": 3, "four": 4, "five": 5}


def by_order(statement: Statement, slot: Slot) -> tuple[str, ...]:
    """The people that the words of `slot` choose from the last ones named together; nobody when they are too few."""
    words = statement.flat[slot.span[0] : slot.span[1]].split()[1:]
    if words[0] in ("others", "rest", "other"):
        return _others(statement, slot, next((_COUNT[w] for w in words if w in _COUNT), 0))
    count = next((_COUNT[w] for w in words if w in _COUNT), 1)
    from_end = words[0] in ("last", "latter", "younger")
    people = next((p for p in _together(statement, slot) if len(p) > count or (count > 1 and len(p) == count)), ())
    return people[-count:] if from_end else people[:count]


def _others(statement: Statement, slot: Slot, count: int) -> tuple[str, ...]:
    """ "X was given seven years and the others five": those named together with X before, without X."""
    here = {p for s in statement.slots if s.kind == "name" and s.span[1] <= slot.span[0] for p in s.persons}
    for people in _together(statement, slot):
        rest = tuple(p for p in people if p not in here)
        if rest and len(people) > 1 and (not here or here & set(people)) and (not count or len(rest) == count):
            return rest
    return ()


def _together(statement: Statement, slot: Slot) -> Iterator[tuple[str, ...]]:
    """People named together, nearest first: in the sentence before the words, in those before, in the entry."""
    yield from (s.persons for s in reversed(statement.slots) if s.kind == "name" and s.span[1] <= slot.span[0])
    named = (m.person for m in statement.mentions if m.span[0] < statement.span[0] + slot.span[0])
    yield tuple(dict.fromkeys(named))
    for earlier in statement.earlier(2):
        yield from (s.persons for s in reversed(earlier.slots) if s.kind == "name" and len(s.persons) > 1)
        yield tuple(dict.fromkeys(m.person for m in earlier.mentions))
    yield statement.entry_people

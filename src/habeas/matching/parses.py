"""Which word of a name is what: given name, surname, the father's name, others; every reading that its words allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, reduce
from typing import NamedTuple

from habeas.matching.words import Word, joined, words_of

MOST = 6
"""Readings of one name that are tried."""


class Parse(NamedTuple):
    """One reading of a name. Any part may be missing; `swapped` marks a reading against the order of the words."""

    given: Word | None = None
    surname: Word | None = None
    middle: Word | None = None
    second: Word | None = None
    father: Word | None = None
    swapped: bool = False


@lru_cache(maxsize=4096)
def parses_of(name: str) -> tuple[Parse, ...]:
    """The readings of a name, the likeliest first. A name without letters has one reading without parts."""
    return readings(words_of(name))


def readings(words: Sequence[Word]) -> tuple[Parse, ...]:
    """The readings of a name's words, the likeliest first."""
    if not words:
        return (Parse(),)
    main, father = _father(words)
    found = tuple(_readings(main, father))
    return found if len(found) < 3 else tuple(dict.fromkeys(found))[:MOST]


def _father(words: Sequence[Word]) -> tuple[Sequence[Word], Word | None]:
    """The patronymic apart, when enough words are left without it, or nothing else can be the surname."""
    fathers = [w for w in words if w.father is not None]
    if not fathers or len(words) < 3:
        return words, None
    chosen = fathers[-1] if len(fathers) == 1 or not fathers[-1].sure else fathers[0]
    return [w for w in words if w is not chosen], chosen


def _readings(main: Sequence[Word], father: Word | None) -> Iterator[Parse]:
    match len(main):
        case 1:
            yield Parse(surname=main[0], father=father)
            yield Parse(given=main[0], father=father)
        case 2:
            yield from _two(main[0], main[1], father)
        case _:
            yield from _many(main, father)


def _two(first: Word, last: Word, father: Word | None) -> Iterator[Parse]:
    straight = Parse(given=first, surname=last, father=father)
    turned = Parse(given=last, surname=first, father=father)
    order = _order(first, last)
    if order > 0:
        yield straight
    elif order < 0:
        yield turned
    else:
        yield straight
        yield Parse(given=last, surname=first, father=father, swapped=True)


def _order(first: Word, last: Word) -> int:
    """1: the given name stands first, -1: the surname does, 0: nothing tells."""
    if first.surname_first != last.surname_first:
        return -1 if first.surname_first else 1
    if first.initial != last.initial:
        return 1 if first.initial else -1
    if first.capitals != last.capitals:
        return -1 if first.capitals else 1
    for sure in (True, False):
        a, b = (first.sure, last.sure) if sure else (first.likely, last.likely)
        if a != b and not (first.given if a else last.given):
            return -1 if a else 1
    return (1 if first.given else -1) if first.given != last.given else 0


def _many(main: Sequence[Word], father: Word | None) -> Iterator[Parse]:
    first, second, third = main[0], main[1], main[2]
    initials = [w for w in main if w.initial]
    if initials and len(main) - len(initials) >= 1:
        names = [w for w in main if not w.initial]
        if len(initials) >= 2:
            yield Parse(given=initials[0], surname=names[-1], father=father or initials[1])
            return
        rest = names
        if len(rest) >= 2:
            yield Parse(given=rest[0], surname=rest[-1], middle=initials[0], father=father)
            yield Parse(given=rest[0], surname=rest[1], middle=initials[0], father=father)
            yield Parse(given=rest[-1], surname=rest[0], middle=initials[0], father=father, swapped=True)
            return
    if first.surname_first or (first.sure and not main[-1].sure):
        yield Parse(given=second, surname=first, middle=third, second=_all(main[3:]), father=father)
        yield Parse(given=joined(second, third), surname=first, second=_all(main[3:]), father=father)
        return
    yield Parse(given=first, surname=main[-1], middle=second, second=_all(main[2:-1]), father=father)
    if len(main) == 3:
        yield Parse(given=joined(first, second), surname=third, father=father)
        yield Parse(given=first, surname=joined(second, third), father=father)
        if not third.sure:
            yield Parse(given=first, surname=second, second=third, father=father)
            yield Parse(given=second, surname=first, middle=third, father=father, swapped=True)
    else:
        yield Parse(given=first, surname=third, middle=second, second=_all(main[3:]), father=father)
        yield Parse(given=joined(first, second), surname=main[-1], second=_all(main[2:-1]), father=father)
        yield Parse(
            given=first, surname=joined(main[-2], main[-1]), middle=second, second=_all(main[2:-2]), father=father
        )


def _all(words: Sequence[Word]) -> Word | None:
    """Words that have no part of their own, as one."""
    return reduce(joined, words) if words else None

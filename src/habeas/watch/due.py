"""Everything that is due: the clock of sentences, the calendar, the deadlines, what grows old; for one audience."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from habeas.register import Register, as_published, visible
from habeas.watch.announced import announced
from habeas.watch.bodies import body_deadlines
from habeas.watch.item import COUNTERS, Item
from habeas.watch.listed import listed_after_sentence
from habeas.watch.standing import mandate_ends, unconfirmed
from habeas.watch.terms import pretrial_days, sentence_ends

MONTHS = 6
"""After so many months without a new source, a status is to be confirmed, unless the caller says otherwise."""


def due(
    register: Register,
    *,
    on: date,
    until: date | None = None,
    months: int = MONTHS,
    audience: str = "team",
    country: str = "kz",
) -> tuple[Item, ...]:
    """What may fall due by `until` (None: ever), what has passed and is still open, and what is counted up to `on`.

    In the order of the first day that is possible; what has no day comes last. An item is left out when the audience
    may not see every fact that it rests on. Raises `NoSuchAudience`, `NoPack`.
    """
    shown = register if audience == "team" else as_published(register, on)
    items = (i for i in _items(shown, on, months, country) if _seen(shown, i, audience))
    chosen = [i for i in items if i.kind in COUNTERS or until is None or i.may_fall_by(until)]
    return tuple(sorted(chosen, key=_order))


def _items(register: Register, on: date, months: int, country: str) -> Iterator[Item]:
    yield from mandate_ends(register)
    for person in register.people:
        yield from sentence_ends(register, person, on, country=country)
        yield from pretrial_days(register, person, on)
        yield from announced(register, person, on)
        yield from body_deadlines(register, person)
        yield from listed_after_sentence(register, person, on)
        yield from unconfirmed(register, person, on, months=months)


def _seen(register: Register, item: Item, audience: str) -> bool:
    if item.kind == "mandate_end":
        return visible("mandate", None, item.level, audience) and audience != "partners"
    kinds = (register.facts[f] for f in item.facts)
    return all(visible(f.kind, None, f.level, audience) for f in kinds)


def _order(item: Item) -> tuple[date, date, str, str]:
    return item.earliest or item.latest or date.max, item.latest or date.max, item.kind, item.id


def by_kind(items: Sequence[Item]) -> dict[str, list[Item]]:
    """The items of each kind, in their order."""
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(item.kind, []).append(item)
    return found

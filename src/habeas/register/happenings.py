"""Facts of one person as happenings with the days between which they fall, ready to be replayed.

A source's date is taken as it is. For a fact without one, in the order of a chronicle:
- a custody lies before the first dated verdict (for imprisonment: enforcement or release) about the person; without
  one it holds on the day up to which its source speaks;
- a sentence, release or other step that could be the telling of a dated one (same term, no other length) is that one;
- anything else lies after the dated fact told before it in the same source, before the one told after it when the two
  are in order, and in any case by the day up to which the source speaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, product

from habeas.lexicon.length import Length
from habeas.register.model import Fact, Reading
from habeas.register.rules import ACCUSATION, CUSTODY, ENFORCEMENT, FIELD, VERDICT, Rule, rule_for

MAX_ANSWERS = 128
"""Combinations of disputed facts that are followed; more are cut off, and no real person has them."""
LABOUR_HOURS_WITHIN = Length.parse("P1Y")
"""Hours of compulsory labour are hours of work: the earliest end is as if worked without pause, the latest a year on.

"""


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened between `low` and `high` (inclusive). `ends` bounds the last day of a term."""

    rule: Rule
    reading: Reading
    facts: tuple[str, ...]
    low: date
    high: date
    ends: tuple[date, date] | None
    dated: bool
    order: tuple[date, int, int]


def answers(facts: Iterable[Fact]) -> list[list[Happening]]:
    """The happenings in the order of replay: one list, or one for each combination of answers of disputed facts."""
    told = [f for f in facts if any(rule_for(r) for r in f.readings)]
    chosen = islice(product(*(f.readings for f in told)), MAX_ANSWERS)
    return [_sorted(list(zip(told, readings, strict=True))) for readings in chosen]


Told = tuple[Fact, Reading, Rule]


def _sorted(pairs: Sequence[tuple[Fact, Reading]]) -> list[Happening]:
    told = [(f, r, rule) for f, r in pairs if (rule := rule_for(r)) is not None]
    dated = [t for t in told if t[1].when is not None]
    return sorted(_merged(_happenings(told, dated)), key=lambda h: h.order)


def _happenings(told: Iterable[Told], dated: Sequence[Told]) -> Iterator[Happening]:
    for item in told:
        fact, reading, rule = item
        if reading.when is not None:
            low, high = reading.when.earliest or date.min, reading.when.latest or fact.state_of or date.max
        elif _retells(item, dated) or rule.effect == "hold_shortly":
            continue
        else:
            low, high = _window(item, dated)
        anchor = low if rule.stage in (ACCUSATION, CUSTODY) else min(high, _told_before(item, dated))
        order = (anchor, rule.stage, fact.offset)
        yield Happening(
            rule, reading, (fact.id,), low, high, _ends(fact, reading, low, high), reading.when is not None, order
        )


def _merged(happenings: Iterable[Happening]) -> Iterator[Happening]:
    """Undated accusations say one thing: they become one happening."""
    accused: list[Happening] = []
    for h in happenings:
        if h.dated or h.rule.effect != "accuse":
            yield h
        else:
            accused.append(h)
    if accused:
        first = min(accused, key=lambda h: h.high)
        facts = tuple(f for h in accused for f in h.facts)
        yield Happening(first.rule, first.reading, facts, first.low, first.high, None, False, first.order)


def _retells(item: Told, dated: Iterable[Told]) -> bool:
    """True when an undated step could be the telling of a dated one."""
    _, reading, rule = item
    if rule.stage < VERDICT:
        return False
    term, length = reading.fields.get(FIELD.get(rule.kind, "")), reading.fields.get("length")
    return any(
        other.kind == rule.kind
        and told.fields.get(FIELD.get(rule.kind, "")) == term
        and (length is None or told.fields.get("length") in (None, length))
        for _, told, other in dated
    )


def _window(item: Told, dated: Sequence[Told]) -> tuple[date, date]:
    fact, reading, rule = item
    limit = fact.state_of or date.max
    if rule.stage in (ACCUSATION, CUSTODY) and rule.kind != "protection":
        until = ENFORCEMENT if reading.fields.get("form") == "imprisonment" else VERDICT
        later = [r.when.latest for _, r, other in dated if other.stage >= until and r.when and r.when.latest]
        return date.min, min([limit, *later])
    before, after = _neighbours(fact, dated)
    low = before.when.earliest if before and before.when and before.when.earliest else date.min
    if before and after and before.when and after.when and before.when.certainly_before(after.when):
        limit = min(limit, after.when.latest or limit)
    return min(low, limit), limit


def _told_before(item: Told, dated: Sequence[Told]) -> date:
    """The first day of the dated fact that an undated one comes before; the last of all days without one."""
    fact, reading, _ = item
    before, after = _neighbours(fact, dated) if reading.when is None else (None, None)
    if before and after and before.when and after.when and before.when.certainly_before(after.when):
        return after.when.earliest or date.max
    return date.max


def _neighbours(fact: Fact, dated: Iterable[Told]) -> tuple[Reading | None, Reading | None]:
    """The dated readings told just before and just after a fact in the same source."""
    here = sorted(((f.offset, n, r) for n, (f, r, _) in enumerate(dated) if f.document == fact.document))
    before = [r for offset, _, r in here if offset <= fact.offset]
    after = [r for offset, _, r in here if offset > fact.offset]
    return (before[-1] if before else None), (after[0] if after else None)


def _ends(fact: Fact, reading: Reading, low: date, high: date) -> tuple[date, date] | None:
    """First and last day on which the term may end. Without a length or a date it runs on the source's day at least."""
    if reading.kind != "sentence":
        return None
    spoken = max(fact.state_of or low, low)
    text = "life" if reading.fields.get("penalty") == "life" else reading.fields.get("length")
    if not text:
        return spoken, date.max
    length = Length.parse(text)
    if length.hours and reading.fields.get("penalty") == "compulsory_labour":
        return (_last_day(length, low) if low > date.min else spoken), _last_day(LABOUR_HOURS_WITHIN, high)
    first = _last_day(length, low) if low > date.min else date.min
    return (first if reading.when is not None else max(first, spoken)), _last_day(length, high)


def _last_day(length: Length, start: date) -> date:
    if length.life or start.year + length.months // 12 + 2 > 9999:
        return date.max
    return length.after(start) or date.max

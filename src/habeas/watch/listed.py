"""Days on a list of the State after the sentence ended, from the listings that members accepted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from habeas.lexicon import When, fold
from habeas.register import Fact, Register, Stretch, stretches
from habeas.watch.item import Item
from habeas.watch.spans import days_of
from habeas.watch.terms import OVER

_DAY = timedelta(days=1)


def listed_after_sentence(register: Register, person: str, on: date) -> Iterator[Item]:
    """For each list: the days on it, up to `on`, on which the sentence had run out or the person had been released.

    Counted from the first sentence on. Least and most follow from the dates of listing, delisting and the term's end;
    what is not known widens them.
    """
    sentences = [f for f in register.facts_of(person, "sentence") if f.modality == "happened"]
    if not sentences:
        return
    course = stretches(register, person)
    for facts in _lists(register.facts_of(person, "listing")).values():
        item = _item(person, facts, sentences, course, on)
        if item.days and item.days != (0, 0):
            yield item


def _lists(facts: Sequence[Fact]) -> Mapping[str, list[Fact]]:
    by_list: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.modality == "happened":
            by_list[fold(str(fact.fields.get("list") or ""))].append(fact)
    return by_list


def _item(person: str, facts: Sequence[Fact], sentences: Sequence[Fact], course: Sequence[Stretch], on: date) -> Item:
    begun = min((low for f in sentences if (low := _low(f.when))), default=None)
    least, most = 0, 0
    endless = False
    for certain, possible in _periods(facts, on):
        first = possible[0] if begun is None else max(possible[0] or begun, begun)
        days, at_most = days_of(course, OVER, certain=certain, possible=(first, possible[1]))
        least, most, endless = least + days, most + (at_most or 0), endless or at_most is None
    over = {f for s in course for state in s.states if state.status in OVER for f in state.because}
    because = tuple(dict.fromkeys((*(f.id for f in facts), *sorted(over))))
    level = max(f.level for f in (*facts, *sentences))
    name = str(facts[0].fields.get("list") or "a list of the State")
    return Item(
        "listed_after_sentence", person, f"On “{name}” after the sentence ended", on, on,
        "days listed after the sentence ended", "counted here", "own", facts[0].id, because, level,
        (least, None if endless else most),
    )  # fmt: skip


Period = tuple[tuple[date, date], tuple[date | None, date]]


def _periods(facts: Sequence[Fact], on: date) -> Iterator[Period]:
    """Each stay on the list up to `on`: days on it for certain, and days on it at most."""
    steps = sorted(facts, key=lambda f: (_low(f.when) or date.min, f.fields.get("action") == "delisted", f.id))
    start: Fact | None = None
    for fact in steps:
        if fact.fields.get("action") == "delisted":
            if start is not None:
                yield _period(start.when, fact.when, on)
            start = None
        else:
            start = start or fact
    if start is not None:
        yield _period(start.when, None, on, open_end=True)


def _period(start: When | None, end: When | None, on: date, *, open_end: bool = False) -> Period:
    low, high = start.reach if start else (None, None)
    gone_low, gone_high = end.reach if end else ((None, None) if not open_end else (date.max, date.max))
    sure_end = gone_low - _DAY if gone_low and gone_low > date.min else date.min
    last = gone_high - _DAY if gone_high and gone_high > date.min else date.max
    return (high or date.max, min(sure_end, on)), (low, min(last, on))


def _low(when: When | None) -> date | None:
    return when.reach[0] if when else None

"""Which assemblies can be added up: those that certainly are not the same event, told twice or in a total."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from habeas.lexicon.count import Count
from habeas.register import Fact


def assembly_rows(facts: Iterable[Fact]) -> Iterator[tuple[str | int | float, ...]]:
    """Rows (fact, high, value, comparator, summed, dated, level) of assemblies that state how many were detained."""
    counted = [
        f for f in facts if f.kind == "assembly" and f.fields.get("detained") is not None and f.modality == "happened"
    ]
    summed = disjoint(counted)
    for fact in counted:
        count = Count.from_json(fact.fields["detained"])
        high = _days(fact)[1] if fact.when else (fact.state_of or date.max)
        yield (
            fact.id,
            high.isoformat(),
            count.value,
            count.comparator,
            int(fact.id in summed),
            int(fact.when is not None),
            fact.level,
        )


def disjoint(facts: Iterable[Fact]) -> set[str]:
    """Ids of assemblies no two of which can be the same, the most closely dated first.

    Left out are: one without a date; one that another says it is part of (a total of its parts); one that may share a
    day with another taken before it. On one and the same day, two that name different places are two.
    """
    facts = [f for f in facts if f.when is not None]
    totals = {_key(f.fields["part_of"]) for f in facts if f.fields.get("part_of")}
    taken: list[Fact] = []
    for fact in sorted(
        facts, key=lambda f: (_days(f)[1] - _days(f)[0], -Count.from_json(f.fields["detained"]).value, f.id)
    ):
        names = {fact.id, *fact.claims, _key(fact.fields.get("place") or "")} - {""}
        if not names & totals and not any(_may_be_same(fact, other) for other in taken):
            taken.append(fact)
    return {f.id for f in taken}


def _may_be_same(one: Fact, other: Fact) -> bool:
    """Different places part two assemblies only on one and the same day: a longer time may tell of a whole country."""
    first, second = _days(one), _days(other)
    if first[1] < second[0] or second[1] < first[0]:
        return False
    places = [_key(f.fields.get("place") or "") for f in (one, other)]
    one_day = first[0] == first[1] == second[0] == second[1]
    return not (one_day and all(places) and places[0] not in places[1] and places[1] not in places[0])


def _days(fact: Fact) -> tuple[date, date]:
    when = fact.when
    low = when.earliest if when and when.earliest else date.min
    return low, (when.latest if when and when.latest else date.max)


def _key(text: str) -> str:
    return " ".join(str(text).casefold().split())

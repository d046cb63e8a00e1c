"""From a predicate in a sentence to a draft: whose it is, when, told how, by whom, and how sure the reading is.

Confidence is `base * who * when`: `base` by the strength of the trigger (0.97 an exact legal phrase, 0.85 a phrase with
other uses, 0.7 a weak cue); `who` 1.0 for people named in the clause, 0.9 by pronoun, 0.85 by a noun, 0.8 from the
entry; `when` 1.0 for a date of the clause, 0.97 for none, 0.93 for one whose year comes from the dates before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from habeas.reading.anaphora import Who
from habeas.reading.clause_dates import dates_of
from habeas.reading.clauses import Statement
from habeas.reading.dates import DateMention
from habeas.reading.draft import Draft
from habeas.reading.modality import attribution_of, modality_at

_LASTING = ("ill_treatment",)
"""Kinds that last: "in November and December 2017" is one stretch of them, not two events."""


def stretch(dates: tuple[DateMention, ...]) -> tuple[DateMention, ...]:
    """Coordinated months that follow each other as one interval; other dates as they are."""
    months = [d.when.replace("/", " ").split()[-1] for d in dates]
    numbers = [int(m[:4]) * 12 + int(m[5:7]) for m in months if len(m) == 7 and m[:4].isdigit()]
    if len(numbers) != len(dates) or any(b != a + 1 for a, b in pairwise(numbers)):
        return dates
    span = (dates[0].span[0], dates[-1].span[1])
    return (DateMention(span, f"{dates[0].when.split('/')[0]}/{months[-1]}", all(d.sure for d in dates)),)


def tell(
    statement: Statement,
    who: Who,
    start: int,
    end: int,
    *,
    kind: str,
    fields: Mapping[str, Any],
    rule: str,
    base: float,
    modality: str | None = None,
    span: tuple[int, int] | None = None,
    dates: tuple[DateMention, ...] | None = None,
    each_date: bool = True,
) -> Iterator[Draft]:
    """Drafts for a predicate at `start..end`: one per coordinated date, or one without date. None for nobody."""
    if not who.persons:
        return
    behind = who.slot.span[1] if who.slot and who.slot.span[0] >= end else end
    found = (dates_of(statement, start, end) or dates_of(statement, start, behind)) if dates is None else dates
    if not found and dates is None and statement.lead and kind != "charge":
        found = (statement.lead,)
    if len(found) > 1 and kind in _LASTING:
        found = stretch(found)
    if len(found) > 1 and not each_date:
        found = ()
    low, high = span or (start, end)
    where = statement.span_of(low, high)
    how = modality or modality_at(statement, start, end)
    by = attribution_of(statement, start, who.persons)
    each = len(who.persons) == len(found) > 1  # "X and Y were arrested on 11 and 13 July": one each, most likely
    guessed = each and "respectively" not in statement.flat
    for number, date in enumerate(found or (None,)):
        sure = (0.97 if date is None else 1.0 if date.sure else 0.93) * (0.85 if guessed else 1.0)
        yield Draft(
            kind,
            who.persons[number : number + 1] if each else who.persons,
            where,
            dict(fields),
            rule,
            round(base * who.sure * sure, 2),
            date.when if date else None,
            by,
            how,
        )

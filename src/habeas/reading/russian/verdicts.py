"""The day of a verdict that is told once for several sentences: before them, in a line of its own behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from habeas.reading.draft import Draft
from habeas.reading.russian.dates import DateMention
from habeas.reading.russian.rules import sentence
from habeas.reading.russian.statement import RussianContext, Statement
from habeas.reading.russian.telling import date_of

_SMALL = ("fine", "arrest")
"""What a court gives day by day: the day of one is not that of the next."""


def verdict_of(statement: Statement, told: Sequence[Draft], before: DateMention | None) -> DateMention | None:
    """The day of the verdict last told of: of the words that tell of one, else of the sentences told."""
    place = sentence.verdict_at(statement)
    if place and (date := date_of(statement, *place)) and date.when:
        return replace(date, sure=False, span=place)
    days = {
        d.when for d in told if d.when and d.rule != "sentence.participle" and d.fields.get("penalty") not in _SMALL
    }
    if len(days) == 1 and (before is None or before.when not in days):
        return DateMention(statement.span, days.pop() or "", False)
    return before


def still_told(context: RussianContext, verdict: DateMention | None, at: int) -> DateMention | None:
    """The verdict, unless it was told in a case entry that is over, or under another heading."""
    if verdict is None:
        return None
    people, layout = context.people, context.layout
    entry = people.entry_at(verdict.span[0])
    if (entry and entry is not people.entry_at(at)) or layout.headings_at(verdict.span[0]) != layout.headings_at(at):
        return None
    return verdict


def dated(statement: Statement, draft: Draft, verdict: DateMention | None) -> Draft:
    """A sentence without a date takes the day of the verdict that the same section tells of before it."""
    if (
        draft.when
        or verdict is None
        or len(verdict.when) < 7
        or draft.modality != "happened"
        or draft.rule in ("sentence.participle", "sentence.appeal")
    ):
        return draft
    if not _same_verdict(statement, draft, verdict):
        return draft
    return replace(draft, when=verdict.when, confidence=round(draft.confidence * 0.93, 2))


def _same_verdict(statement: Statement, draft: Draft, verdict: DateMention) -> bool:
    """Whether a sentence goes on with a verdict: in its paragraph, in the list behind it, on somebody named before."""
    layout, here = statement.context.layout, statement.context.layout.block_at(statement.span[0])
    told = layout.block_at(verdict.span[0])
    if here is told or here is None or told is None:
        return True
    if told.kind == "item":
        return False
    people = statement.context.people
    if all(people.role(m.person) in ("official", "lawyer") for m in people.mentions_in(*told.span)):
        return True  # the verdict of a group
    if here.kind == "item":
        return True
    named = [m for p in draft.persons for m in people.person(p).mentions]
    return any(m[0] < told.span[1] for m in named)


def dated_behind(statement: Statement, drafts: list[Draft], told: Sequence[Draft], verdict: DateMention | None) -> None:
    """Gives the day of a verdict that has a sentence of its own ("Приговор вынесен 3 марта") to the sentences right
    before it in its paragraph."""
    block = statement.context.layout.block_at(statement.span[0])
    if told or verdict is None or block is None or not statement.span[0] <= verdict.span[0] < statement.span[1]:
        return
    for index, draft in enumerate(drafts):
        inside = block.span[0] <= draft.span[0] < statement.span[0]
        if draft.kind == "sentence" and inside and not draft.when and draft.modality == "happened":
            drafts[index] = replace(draft, when=verdict.when, confidence=round(draft.confidence * 0.93, 2))

"""What a sentence leaves behind for those after it: whom it sentenced, who is whose kin, the day of a verdict."""

from __future__ import annotations

import re
from collections.abc import Iterable

from habeas.reading.clause_dates import dates_of
from habeas.reading.clauses import Statement
from habeas.reading.context import Context
from habeas.reading.dates import DateMention
from habeas.reading.draft import Draft
from habeas.reading.memory import Memory

_VERDICT = re.compile(
    r"\b(?:sentenced|convicted|condemned|jailed|imprisoned|imposed|passed|pronounced|delivered|announced|"
    r"handed\s+(?:down|out))\b(?=[^.;]{0,80}?\b(?:people|persons|men|women|defendants|members|activists|journalists|"
    r"protesters|lawyers|students|workers|verdicts?|sentences|(?:prison|jail)\s+terms|others)\b)"
)


def remember(memory: Memory, context: Context, statement: Statement, found: Iterable[Draft]) -> None:
    """Notes what a sentence told."""
    for draft in found:
        if draft.kind == "relation":
            _kin(memory, context, draft)
        elif draft.kind == "sentence" and draft.modality == "happened":
            memory.judged = draft.persons
            memory.sentenced = tuple(dict.fromkeys(memory.sentenced + draft.persons))
    verdict = _VERDICT.search(statement.masked) if statement.dates and not statement.entry_people else None
    if verdict and " had " not in statement.masked:
        days = dates_of(statement, verdict.start(), verdict.end())
        memory.verdict = DateMention(days[0].span, days[0].when, sure=False) if len(days) == 1 else memory.verdict


def _kin(memory: Memory, context: Context, draft: Draft) -> None:
    other = next((p.id for p in context.people.persons if p.name == draft.fields["other"]), None)
    if other:
        memory.kin[draft.persons[0], draft.fields["tie"]] = other
        memory.kin[other, draft.fields["tie"]] = draft.persons[0]

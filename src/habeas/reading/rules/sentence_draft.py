"""A penalty and its people as a draft, with the court, whether in absentia, and the date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from habeas.reading.anaphora import Who
from habeas.reading.clause_dates import dates_of
from habeas.reading.clauses import Statement
from habeas.reading.dates import DateMention
from habeas.reading.draft import Draft
from habeas.reading.rules.penalties import Penalty
from habeas.reading.rules.telling import tell


def draft_of(
    statement: Statement, who: Who, penalty: Penalty, start: int, end: int, rule: str, base: float, **more: Any
) -> Iterator[Draft]:
    """Drafts of one penalty for its people, with the court and the date that the sentence of text gives."""
    fields: dict[str, Any] = {"penalty": penalty.kind, "length": penalty.length}
    if "in absentia" in statement.flat:
        fields["in_absentia"] = True
    court = _COURT.search(statement.text)
    if court:
        fields["court"] = " ".join(court[1].split())
    low, high = min(start, penalty.span[0]), max(end, penalty.span[1])
    if "dates" not in more and rule not in _OTHER_DAY and not dates_of(statement, start, end):
        more |= {"dates": day} if (day := _verdict_before(statement)) else {}
    yield from tell(
        statement,
        who,
        start,
        end,
        kind="sentence",
        fields=fields,
        rule=rule,
        base=base,
        span=(low, high),
        each_date=False,
        **more,
    )


def _verdict_before(statement: Statement) -> tuple[DateMention, ...]:
    """The day of a verdict told just before: "On 5 May X was found guilty. He was sentenced to ..."."""
    memory = statement.memory
    if memory and memory.verdict and not statement.entry_people and " had " not in statement.masked:
        return (memory.verdict,)
    before = next(statement.earlier(1), None) if not statement.dates else None
    if before is None or len(before.dates) != 1:
        return ()
    same_trial = "sentenced" in before.masked and _TOGETHER.search(statement.masked)
    if not same_trial and not _VERDICT.search(before.masked):
        return ()
    return (replace(before.dates[0], sure=False),)


_OTHER_DAY = ("sentence.requested", "sentence.changed", "sentence.changed-from", "sentence.noun")
_TOGETHER = re.compile(
    r"\b(?:colleagues?|co-?defendants?|(?:an)?other\s+defendants?|accomplices?|also|likewise|"
    r"as\s+well)\b"
)
_VERDICT = re.compile(
    r"\bfound\b[^.;]*\bguilty\b|\bconvict(?:ed|s)\b|\bverdict\b|\bguilty verdict\b|"
    r"\bjudgment was\b|\bannounced the sentence\b"
)
_COURT = re.compile(r"\b((?:[A-Z][\w’'-]+\s+){1,4}(?:[Cc]ourt|[Tt]ribunal)(?:\s+of\s+(?:the\s+)?[A-Z][\w-]+)?)")

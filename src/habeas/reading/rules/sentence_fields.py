"""Sentences in a labelled line: "Sentence: five years", "Court and sentence: Supreme Court, 14 February 2020; A 17
years, B 12 years".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from habeas.reading.anaphora import Who, holder
from habeas.reading.card_lines import is_stacked
from habeas.reading.clauses import VERB, Statement
from habeas.reading.dates import DateMention
from habeas.reading.draft import Draft
from habeas.reading.proposals import Span
from habeas.reading.rules.penalties import Penalty
from habeas.reading.rules.sentence_draft import draft_of
from habeas.reading.rules.sentence_whose import respectively, with_kinds

_FIELD = re.compile(
    r"\W*(?P<label>[a-z][a-z' ,/&-]{2,48}?)(?:\s*\([\w\s,]{0,40}\))?\s*:\s*|\W*(?:on|after)\s+appeal\s*:\s*"
)
_SAYS = re.compile(
    r"\b(?:sentence[ds]?|sentencing|verdicts?|judge?ments?|terms?|sanctions?|punishments?|penalt(?:y|ies)|convictions?|convicted|"
    r"outcome|result|decision|ruling|appeals?|(?<!pre-)(?<!pre )trials?|tried|(?:first|second|appeal) instance|"
    r"courts?)\b"
)
_NOT_IMPOSED = re.compile(
    r"\b(?:maximum|possible|potential|expected|requested|sought|demanded?|facing|faces|remaining|left|end|ends|expir\w+|date|"
    r"previous|earlier|un decision|wgad|european|echr)\b"
)
_REMAND = re.compile(r"\b(?:remand\w*|detention|custody|arrest|pending|extended|prolonged)\b")
"""A court's field may tell of custody only: "Court: Nasimi court, four months of pre-trial detention"."""
_ENDS = re.compile(r";\s*|$")
_LINE_ENDS = re.compile(r";\s*|\n\s*|$")


def field_of(statement: Statement) -> re.Match[str] | None:
    """The label that opens a line about a sentence that was imposed."""
    label = _FIELD.match(statement.flat)
    if label is None or not holder(statement).persons:
        return None
    words = label["label"] or "appeal sentence"
    if "court" in words and "sentence" not in words and _REMAND.search(statement.flat, label.end()):
        return None
    return label if _SAYS.search(words) and not _NOT_IMPOSED.search(words) and len(words.split()) <= 6 else None


def end_of_field(statement: Statement, field: re.Match[str], found: Sequence[Penalty]) -> int:
    """Where what the field says in note form ends: before the first part with a verb; at once where names stand that no
    penalty follows.
    """
    at, words = field.end(), statement.masked
    for penalty in found:  # "suspended" is no verb of what goes on
        words = words[: penalty.span[0]] + " " * (penalty.span[1] - penalty.span[0]) + words[penalty.span[1] :]
    for low, high in _parts(statement, at):
        names = [s for s in statement.singles if s.kind == "name" and low <= s.span[0] < high]
        own = [p for p in found if low <= p.span[0] < high]
        prose = low > field.end() and (VERB.search(words, low, high) or not own)
        if prose or (names and not all(_named_before(statement, p, low) for p in own)):
            return at
        at = high
    return at


def from_field(statement: Statement, found: Sequence[Penalty], stop: int) -> Iterator[Draft]:
    """The penalties of the field up to `stop`: the holder's, or of whoever is named before each."""
    who = holder(statement)
    shared = respectively(statement, who, list(found))
    alone: list[tuple[Who | None, Penalty]] = [(None, p) for p in with_kinds(list(found))]
    for person, penalty in shared or alone:
        own = person or _named_before(statement, penalty, 0) or who
        dates = _day_of(statement, penalty, stop)
        yield from draft_of(
            statement, own, penalty, 0, penalty.span[1], "sentence.field", 0.97 / own.sure,
            **({"dates": dates} if dates else {}),
        )  # fmt: skip


def _parts(statement: Statement, start: int) -> Iterator[Span]:
    """The parts of what the field says: between semicolons, and line by line where its values stand under it."""
    ends = _LINE_ENDS if is_stacked(statement.text, (0, len(statement.text))) else _ENDS
    while start < len(statement.masked):
        end = ends.search(statement.text, start)
        stop = end.end() if end else len(statement.masked)
        yield start, stop
        start = stop


_IN_BRACKETS = re.compile(r"[^();.\d]{0,40}\((?P<who>\x01+)\)")
_BEHIND_NAME = re.compile(r"[\s,:(-]*(?:(?:got|received|to|an?|-)\s+)*")


def _named_before(statement: Statement, penalty: Penalty, low: int) -> Who | None:
    """Whose name stands right before the penalty ("Serdar 17 years") or in brackets behind it ("17 years (Serdar)")."""
    behind = _IN_BRACKETS.match(statement.masked, penalty.span[1])
    bracketed = next((s for s in statement.slots if behind and s.span == behind.span("who")), None)
    if bracketed:
        return Who(bracketed.persons, 1.0, bracketed)
    for slot in statement.slots:
        between = slot.kind == "name" and low <= slot.span[0] and slot.span[1] <= penalty.span[0]
        if between and _BEHIND_NAME.fullmatch(statement.masked, slot.span[1], penalty.span[0]):
            return Who(slot.persons, 1.0, slot)
    return None


def _day_of(statement: Statement, penalty: Penalty, stop: int) -> tuple[DateMention, ...]:
    """The day of a penalty: in its own part the last date before it, else the first one behind it; else the last one of
    the parts before, else the first one in the line.
    """
    low, high = [part for part in _parts(statement, 0) if part[0] <= penalty.span[0]][-1]
    before = [d for d in statement.dates if d.span[1] <= penalty.span[0]]
    inside = [d for d in before if d.span[0] >= low] or [d for d in statement.dates if low <= d.span[0] < high][:1]
    first = [d for d in statement.dates if d.span[0] < stop][:1] or statement.dates[:1]
    return tuple(inside[-1:] or before[-1:] or first)

"""Rows of lists without verbs: `Имя — статья — наказание — дата`, `Имя: 5 лет`, `Имя, врач, 212 ч. 2: семь лет`."""

from __future__ import annotations

import re

from habeas.reading.proposals import Span
from habeas.reading.russian.dates import DateMention
from habeas.reading.russian.statement import Statement

TRIGGER = re.compile(
    r"(?:[-:;(,]|(?<!\w)(?:по|плюс|еще))\s*(?:\d[\d.,]*|[а-я]{3,12}(?:\s+с\s+половиной)?)\s+(?:лет|"
    r"года?|г\.|л\.|мес)(?![а-я])"
    r"|[-:,;]\s*год\s"
)
"""What may be a penalty without any word that says so."""


def may_tell(flat: str, start: int, end: int) -> bool:
    """Whether a sentence may tell a penalty by a length alone: cheap tests first."""
    units = any(flat.find(w, start, end) >= 0 for w in (" лет", " год", " мес", " л.", " г."))
    if units and (flat.find("суд", start, end) >= 0 or flat.find("соответственно", start, end) >= 0):
        return True
    marks = units and any(flat.find(w, start, end) >= 0 for w in ("-", ":", ";", "(", "плюс ", "по "))
    return marks and TRIGGER.search(flat, start, end) is not None


_OPENS = re.compile(
    r"(?:^|[-:;,(]\s*|\s(?:и|плюс)\s+)(?:(?:по|еще|плюс|срок\w*|к|на|в|приговор\w*|соответственно|"
    r"и|итог\w*|наказание|получила?)\s*[-:]?\s*)*$"
)
_CLOSES = re.compile(
    r"\s*(?:$|[-.,;:()]|(?:и|по|за|каждому|соответственно|строг|общ|усилен|колони|тюр|лишен)(?!\w*ый\s+срок)"
    r")"
)
_HEAD = re.compile(r"\s-\s|:\s")
_ARTICLE = re.compile(r"(?:осужден\w?\s+)?(?:по\s+)?(?:ч\.|ст\.|стать[ияе]м?)\s*\d")
_DATED = re.compile(
    r"(?:[-,(;:.]|приговор\w*(?:\s+от)?|(?<!\w)от|вынесен\w*|осужден\w?|дата\w*(?:\s+приговора)?[:\s-]*)\s*(?:\""
    r"|г\.\s*)?$"
)
_OTHER = re.compile(
    r"(?:задерж\w+|арестова\w+|взят\w*|сизо[^-;,]{0,20}|стражей|страж\w+|освобо\w+|отпущ\w+|"
    r"вышел|вышла|истек\w*|род\w*\.?|"
    r"апелляц\w+|обыск\w*|этап\w*|начал\w*|ожида\w+)[^-;()]{0,24}$"
)


def is_row(statement: Statement) -> bool:
    """Whether a sentence stands in the opening line of an entry that goes on behind a dash or colon."""
    entry = statement.context.people.entry_at(statement.span[0])
    if entry is None:
        return False
    if entry.lead[0] <= statement.span[0] < entry.lead[1] and _HEAD.search(statement.flat, *entry.lead):
        return True
    return len(entry.people) == 1 and _head(statement) is not None


def _head(statement: Statement) -> re.Match[str] | None:
    """What the cells of a row stand behind: its first dash or colon, else the article that opens a line of a card."""
    entry = statement.context.people.entry_at(statement.span[0])
    leads = entry and entry.lead[0] <= statement.span[0] < entry.lead[1]
    if entry and leads and (head := _HEAD.search(statement.flat, *entry.lead)):
        return head
    return _ARTICLE.match(statement.flat, *statement.span)


def is_cell(statement: Statement, span: Span) -> bool:
    """Whether a bare length stands as a cell of a row: behind its first dash or colon, between two marks."""
    if not is_row(statement):
        return False
    head = _head(statement)
    if head is None or head.start() >= span[0]:
        return False
    opens = _OPENS.search(statement.flat[max(head.start(), span[0] - 40) : span[0]])
    return bool(opens and _CLOSES.match(statement.flat, span[1]))


def date_of_row(statement: Statement, span: Span) -> DateMention | None:
    """The date of a penalty in a row: the nearest cell behind it that is a day, else before it."""
    for date in statement.all_dates:
        if date.span[1] <= span[0] and date.when and re.fullmatch(r"\s*-\s*", statement.flat[date.span[1] : span[0]]):
            return date  # "17.02.2023 - 3 года"
    for date in statement.all_dates:
        if date.span[0] >= span[1] and date.when and _is_own(statement, date, span[1]):
            return date
    before = [d for d in statement.all_dates if d.span[1] <= span[0]]
    if before and before[-1].when and _is_own(statement, before[-1], statement.span[0]):
        return before[-1]
    return None


def _is_own(statement: Statement, date: DateMention, low: int) -> bool:
    before = statement.flat[low : date.span[0]]
    return bool(_DATED.search(before)) and not _OTHER.search(before) and not before.endswith(("с ", "до "))

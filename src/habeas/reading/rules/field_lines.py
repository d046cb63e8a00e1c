"""Lines of field and value in case entries: "Date of arrest: 3 May 2019", "Released: 5 June 2020", "Date of sentence:
...".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.reading.anaphora import Who
from habeas.reading.clauses import Statement
from habeas.reading.draft import Draft
from habeas.reading.rules.telling import tell

TRIGGERS = (":",)
_LABEL = re.compile(r"[\s•*–-]*(?P<label>[a-z][a-z' /()-]{2,48}?)\s*:\s*")
_FIELDS = (
    ("custody", {"form": "pretrial_detention"}, re.compile(
        r"(?:date of )?(?:pre-?trial detention|remand(?:ed)?|placed in custody|in custody since|"
        r"in detention since)(?: (?:date|since|from))?")),
    ("custody", {"form": "house_arrest"}, re.compile(r"(?:date of )?house arrest(?: (?:date|since|from))?")),
    ("custody", {"form": "police_detention"}, re.compile(
        r"(?:date of |day of )?(?:initial |first |the )?(?:arrest(?:ed)?|detention|detained|"
        r"imprison(?:ed|ment)|apprehen\w+)(?: (?:date|on|since))?(?: and place)?")),
    ("release", {"ground": "not_stated"}, re.compile(r"(?:date of )?(?:actual )?released?(?: (?:date|on))?")),
)  # fmt: skip
SENTENCE_DATE = re.compile(
    r"(?:date of )(?:the )?(?:sentence|sentencing|conviction|verdict|judgment|trial verdict)|"
    r"(?:sentenced|convicted|verdict|sentence) (?:on|date)"
)
_EXPECTED = re.compile(r"expected|planned|projected|scheduled|end of|due")


def read(statement: Statement) -> Iterator[Draft]:
    """The dated fields of an entry."""
    label = _LABEL.match(statement.flat)
    if not label or not statement.dates or _EXPECTED.search(label["label"]):
        return
    for kind, fields, pattern in _FIELDS:
        if pattern.fullmatch(label["label"].strip()):
            who = _holder(statement)
            dates = [d for d in statement.dates if d.span[0] >= label.end()][:1]
            yield from tell(
                statement,
                who,
                0,
                dates[0].span[1],
                kind=kind,
                fields=fields,
                rule=f"{kind}.field",
                base=0.95,
                modality="happened",
                dates=tuple(dates),
            )
            return


def _holder(statement: Statement) -> Who:
    return Who(statement.entry_people, 1.0) if statement.entry_people else Who(statement.topic_before, 0.85)


def sentence_date(statement: Statement) -> str | None:
    """The date of a "Date of sentence:" line, for the sentences of the same entry that state none."""
    label = _LABEL.match(statement.flat)
    if label and statement.dates and SENTENCE_DATE.fullmatch(label["label"].strip()):
        return statement.dates[0].when
    return None

"""Persecuted by what the rules read: who was charged, held, sentenced or tortured is a subject, whatever their office.

An office or an occupation says who a person is, a claim says what happened to them: a lawyer who is arrested, a mayor
who is sentenced are subjects. Claims that a text denies or only asks for do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from habeas.reading.draft import Draft
from habeas.reading.people import People

_HARM = frozenset({
    "charge", "sentence", "custody", "enforcement", "release", "ill_treatment", "restriction", "disappearance",
})  # fmt: skip
_TOUCHED = ("coercive_step", "proceeding", "listing")
"""Searches, questioning, proceedings and wanted lists make a subject of somebody of whom nothing else is known: lawyers
and officials are named in those of others, too.
"""
_CALLED = r"(?:political prisoners?|prisoners? of conscience|politically motivated prisoners?)"
_CALLED_AFTER = re.compile(
    r"(?:,\s(?:\d{1,2},\s)?(?:who\s(?:is|was)\s)?(?:\w+ed\s(?:as\s)?)?(?:an?\s|the\s)?(?:\w+\s)?|"
    r"\s(?:is|was|are|were|has\sbeen|have\sbeen)\s(?:\w+\s){0,2}?(?:as\s|to\sbe\s)?(?:an?\s|the\s)?(?:\w+\s)?|"
    rf"\s(?:as\s|to\sbe\s)?(?:an?\s)(?:\w+\s)?){_CALLED}\b",
    re.I,
)
_CALLED_BEFORE = re.compile(rf"\b{_CALLED}(?:,|:|\sand\s\w+|\ssuch as|\sincluding|\slike)?\s$", re.I)
_UNTOLD = frozenset({"denied", "requested"})
_SURE = 0.6
_SURE_OF_OFFICIALS = 0.9
"""An official stands in most sentences about others, so only a claim that names the official counts."""


def with_persecuted(people: People, drafts: Iterable[Draft], text: str = "") -> People:
    """The people; those whom a claim shows as persecuted, or the text calls prisoners of conscience, as `subject`."""
    told = [d for d in drafts if d.modality not in _UNTOLD or (d.kind == "sentence" and d.modality == "requested")]
    harmed = {
        person
        for draft in told
        if draft.kind in _HARM
        for person in draft.persons
        if draft.confidence >= (_SURE_OF_OFFICIALS if people.role(person) == "official" else _SURE)
    }
    searched = {p for d in told if d.kind in _TOUCHED and d.confidence >= _SURE for p in d.persons}
    harmed |= {p for p in searched if people.role(p) == "other"} | set(_called(people, text))
    persons = tuple(
        replace(p, role="subject") if p.id in harmed and p.role != "subject" else p for p in people.persons
    )
    return replace(people, persons=persons)


def _called(people: People, text: str) -> Iterator[str]:
    """Those whom the text calls political prisoners or prisoners of conscience, right beside their name."""
    if "risoner" not in text:
        return
    for person in people.persons:
        if person.role != "other":
            continue
        for start, end in person.mentions:
            before = text[max(start - 60, 0) : start]
            if _CALLED_AFTER.match(text, end) or _CALLED_BEFORE.search(before):
                yield person.id

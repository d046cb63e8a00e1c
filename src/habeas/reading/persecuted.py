"""Persecuted by what the rules read: who was charged, held, sentenced or tortured is a subject, whatever their office.

An office or an occupation says who a person is, a claim says what happened to them: a lawyer who is arrested, a mayor
who is sentenced are subjects. Claims that a text denies or only asks for do not count.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from habeas.reading.draft import Draft
from habeas.reading.people import People

_HARM = frozenset({
    "charge", "sentence", "custody", "enforcement", "release", "ill_treatment", "restriction", "disappearance",
})  # fmt: skip
_UNTOLD = frozenset({"denied", "requested"})
_SURE = 0.6
_SURE_OF_OFFICIALS = 0.9
"""An official stands in most sentences about others, so only a claim that names the official counts."""


def with_persecuted(people: People, drafts: Iterable[Draft]) -> People:
    """The people, those whom a claim shows as persecuted with the role `subject`."""
    harmed = {
        person
        for draft in drafts
        if draft.kind in _HARM and draft.modality not in _UNTOLD
        for person in draft.persons
        if draft.confidence >= (_SURE_OF_OFFICIALS if people.role(person) == "official" else _SURE)
    }
    persons = tuple(
        replace(p, role="subject") if p.id in harmed and p.role != "subject" else p for p in people.persons
    )
    return replace(people, persons=persons)

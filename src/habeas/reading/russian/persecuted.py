"""Persecuted by what the Russian rules read: as in `habeas.reading.persecuted`, with the kinds that grammar makes sure.

Case endings say who did and who was done to, so that an official who is charged is told apart from one who charges.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from habeas.reading.draft import Draft
from habeas.reading.people import People

_HARM = frozenset(
    {
        "charge",
        "sentence",
        "custody",
        "enforcement",
        "release",
        "ill_treatment",
        "restriction",
        "disappearance",
        "listing",
        "finding",
        "death",
    }
)
_HARMFUL_STEPS = frozenset({"opened", "appeal", "indicted", "acquitted"})
_SURE = 0.55
_SURE_OF_OFFICIALS = 0.7


_CALLED = r"(?:политзаключ[её]нн\w+|узни\w+ совести|политическ\w+ заключ[её]нн\w+)"
_BESIDE = re.compile(rf"{_CALLED}[\s,]+(?:[а-яё-]+\s){{0,2}}$", re.I)
_BEHIND = re.compile(
    rf"(?:,\s)?(?:\s?(?:был[аи]?|признан[аы]?|стал[аи]?|является|считается|—|–|-))*\s{{0,2}}{_CALLED}", re.I
)


def with_persecuted(people: People, drafts: Iterable[Draft], text: str = "") -> People:
    """The people; those whom a claim shows as persecuted, or the text calls political prisoners, as `subject`."""
    harmed: set[str] = set()
    for draft in drafts:
        if draft.modality in ("denied", "requested") or not _harms(draft):
            continue
        for person in draft.persons:
            official = people.role(person) in ("official", "lawyer")
            if draft.confidence >= (_SURE_OF_OFFICIALS if official else _SURE):
                harmed.add(person)
    harmed |= {p.id for p in people.persons if p.role == "other" and _is_called(p.mentions, text)}
    return replace(people, persons=tuple(replace(p, role="subject") if p.id in harmed else p for p in people.persons))


def _harms(draft: Draft) -> bool:
    if draft.kind == "proceeding":
        return draft.fields.get("step") in _HARMFUL_STEPS
    if draft.kind == "death":
        return draft.rule in ("death.killed", "death.killed-one")
    return draft.kind in _HARM or draft.kind == "coercive_step"


def _is_called(mentions: Iterable[tuple[int, int]], text: str) -> bool:
    return any(_BESIDE.search(text[max(a - 60, 0) : a]) or _BEHIND.match(text, b) for a, b in mentions)

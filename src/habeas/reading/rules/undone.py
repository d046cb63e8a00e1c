"""Releases that never happened: granted, appealed by the prosecutor, and undone by a higher court.

"The court granted him parole; the prosecutor's office appealed, and on DATE he was kept in prison": the appeal did not
uphold a sentence, it refused the release after all, and the custody that follows has the date of that decision.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from habeas.reading.context import Context
from habeas.reading.dates import find_dates
from habeas.reading.draft import Draft

_FOR_PROSECUTOR = re.compile(
    r"side of the prosecut|prosecut\w+[^.;]{0,40}\bappeal|\b(?:keep|kept|remains?|leave|left)\b[^.;]{0,60}"
    r"\b(?:in (?:prison|custody|the colony)|behind bars)",
    re.IGNORECASE,
)
_AROUND = 200


def undone(context: Context, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts in their order, with appeals and custody after a granted release read as what undid it."""
    granted: dict[str, Draft] = {}
    changed: dict[int, Draft] = {}
    for draft in sorted(drafts, key=lambda d: d.span[0]):
        release = _still_granted(context, draft, granted)
        if release is not None and _keeps(context, draft):
            changed[id(draft)] = _undoing(context, draft, release)
            continue
        for person in draft.persons:
            if draft.kind == "release" or draft.fields.get("step") == "release_granted":
                granted[person] = draft
            elif draft.kind in ("sentence", "charge"):
                granted.pop(person, None)
    return [changed.get(id(draft), draft) for draft in drafts]


def _still_granted(context: Context, draft: Draft, granted: dict[str, Draft]) -> Draft | None:
    """The release of the same person in the same entry that this draft may be about."""
    found = [granted[p] for p in draft.persons if p in granted]
    same = [g for g in found if context.people.entry_at(g.span[0]) == context.people.entry_at(draft.span[0])]
    return same[0] if same and draft.span[0] >= same[0].span[1] else None


def _keeps(context: Context, draft: Draft) -> bool:
    appeal = draft.kind == "proceeding" and draft.fields.get("outcome") == "upheld"
    custody = draft.kind == "custody" and draft.fields.get("form") == "imprisonment"
    if not (appeal or custody):
        return False
    low = max(0, draft.span[0] - _AROUND) if appeal else draft.span[0]
    return _FOR_PROSECUTOR.search(context.text[low : draft.span[1] + _AROUND]) is not None


def _undoing(context: Context, draft: Draft, release: Draft) -> Draft:
    if draft.kind == "proceeding":
        return replace(draft, fields={**draft.fields, "step": "parole_refused", "outcome": None})
    if draft.when is not None:
        return draft
    dates = [d for d in find_dates(context.text, release.span[1], draft.span[0]) if d.when and d.when != release.when]
    return replace(draft, when=dates[-1].when) if dates else draft

"""The text says that a list follows a verdict; somebody is on it before one, or without one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from habeas.check.report import Report
from habeas.check.result import CheckedFigure, Finding, few
from habeas.errors import HabeasError
from habeas.lexicon.when import When
from habeas.reading.proposals import Proposal

_BASIS = re.compile(
    r"\b(?:inclusion|entry|listing|placement|registration)\b[^.\n]{0,40}\blists?\b[^.\n]{0,30}"
    r"\b(?:based on|on the basis of|requires?|follows?|only after)\b[^.\n]{0,30}"
    r"\b(?:verdict|conviction|sentence|judgment)",
    re.IGNORECASE,
)


def list_basis(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterable[Finding]:
    """People with an entry who are listed, and of whom the text tells no sentence, or only a later one."""
    basis = _BASIS.search(report.text)
    if basis is None:
        return
    said = report.sentence_at(basis.start())
    for claim in report.claims("listing"):
        if claim.fields.get("action") not in ("listed", None) or claim.modality != "happened":
            continue
        for person in claim.persons:
            if person in report.own_entry and (problem := _problem(report, claim, person)):
                message = (
                    f"The text says that the list follows a verdict; {report.name(person)} is on it, and {problem}."
                )
                yield Finding(
                    "date_order", f"listing of {report.name(person)}", few([said, claim.span]), message, (person,)
                )


def _problem(report: Report, listing: Proposal, person: str) -> str | None:
    entry = report.own_entry[person]
    told = [
        c
        for c in report.claims("sentence", person=person)
        if c.modality == "happened" and report.in_own_entry(c, person)
    ]
    if not told:
        words = report.text[slice(*entry.span)].casefold()
        return None if "sentenced" in words or "convicted" in words else "the entry tells of no verdict"
    dates = [_when(c.when) for c in told]
    listed = _when(listing.when)
    if listed and all(d is not None and listed.certainly_before(d) for d in dates):
        return f"the entry dates the listing {listing.when} and the verdict {told[0].when}"
    return None


def _when(text: str | None) -> When | None:
    try:
        return When.parse(text) if text else None
    except HabeasError:
        return None

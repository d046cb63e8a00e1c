"""A length of a sentence or ban told apart from the case itself, held against the entry of the person it is told of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.check.recount.figure import Figure
from habeas.check.report import Report
from habeas.check.result import Recount
from habeas.check.subject import subject
from habeas.errors import HabeasError
from habeas.lexicon.length import Length
from habeas.reading.lengths import find_lengths
from habeas.reading.proposals import Proposal

BAN = re.compile(
    r"\b(?:bann?(?:ed|ing|s)?|forb[aio]\w+|prohibit\w*|barred|may not|restrict\w+ (?:from|on)|disqualif\w+)\b",
    re.IGNORECASE,
)
_BAN_AFTER = re.compile(r"\s*(?:of\s+)?an?\s+ban\b")
SENTENCE = re.compile(r"\bsentenc(?:e[ds]?|ing)\b|\b(?:prison|jail) terms?\b", re.IGNORECASE)


def length_of_a_measure(report: Report, figure: Figure, others: Sequence[Figure]) -> Recount | None:
    """Applies to years, months or days of a ban or sentence. The entry's length of the same measure decides.

    Without an entry the claim of the same sentence stands for it: then the number agrees with what the text says there.
    """
    months = _months(report, figure)
    if months is None:
        return None
    start = figure.sentence[0]
    before = report.text[start : figure.span[1]]
    person = subject(report, figure.span, figure.count.value)
    ban = bool(BAN.search(before) or _BAN_AFTER.match(report.text, figure.span[1]))
    if not ban and (told_here := _told_here(report, figure, months)):
        return Recount("agrees", figure.count.value, told_here, "the sentence is told there")
    if person is None or not (ban or SENTENCE.search(before)):
        return None
    told = [c for c in report.claims(person=person) if _measures(c, ban) and c.modality == "happened"]
    own = [c for c in told if report.in_own_entry(c, person)] if person in report.own_entry else told
    found = [value for c in own if (value := _length(c)) is not None] + (_in_words(report, person) if ban else [])
    if not found:
        return Recount("cannot_tell", None, (person,), f"the entry of {report.name(person)} gives no length for it")
    right = any(figure.count.allows(f / 12) for f in found) if months % 12 == 0 else months in found
    best = next((f for f in found if f == months), found[0])
    if not right and report.entry_at(figure.span[0]) is not None:
        return None
    return Recount(
        "agrees" if right else "differs", best / 12, (person,), "the entry gives the length", tuple(c.span for c in own)
    )


def _told_here(report: Report, figure: Figure, months: int) -> tuple[str, ...]:
    """Those whose sentence of this length reading found in the figure's own sentence, when a length is counted."""
    start, end = figure.sentence
    if not SENTENCE.search(report.text[start : figure.span[1]]) or not figure.of_time(report):
        return ()
    here = [
        c
        for c in report.claims("sentence")
        if start <= c.span[0] < end and _length(c) == months and c.modality == "happened"
    ]
    return tuple(dict.fromkeys(p for c in here for p in c.persons))


def _months(report: Report, figure: Figure) -> int | None:
    """The figure as months; None when it is no length of time in years or months."""
    start, end = figure.span[0], min(figure.sentence[1], figure.span[1] + 12)
    for found in find_lengths(report.text, max(figure.sentence[0], start - 40), end):
        length = Length.parse(found.length)
        years = length.months / 12
        if figure.count.value in (years, length.months) and not length.days:
            return length.months
    return None


def _measures(claim: Proposal, ban: bool) -> bool:
    is_ban = claim.kind == "restriction" or (claim.kind == "sentence" and claim.fields.get("penalty") == "ban")
    return is_ban if ban else claim.kind == "sentence" and not is_ban


def _length(claim: Proposal) -> int | None:
    try:
        return Length.parse(str(claim.fields["length"])).months
    except (HabeasError, KeyError):
        return None


def _in_words(report: Report, person: str) -> list[int]:
    """Lengths that the person's entry states in one clause with a ban."""
    entry = report.own_entry.get(person)
    if entry is None:
        return []
    found = []
    for start, end in (s for s in report.sentences if entry.span[0] <= s[0] < entry.span[1]):
        for ban in re.finditer(r"\ban?\s+ban\b|\bban(?:ned)?\b|\bprohibit\w+", report.text[start:end]):
            low, high = start + max(0, ban.start() - 22), min(end, start + ban.end() + 130)
            clause = re.split(r"\band (?:also )?(?:to|sentenced)\b", report.text[low:high])[0]
            found += [Length.parse(m.length).months for m in find_lengths(clause)]
    return found

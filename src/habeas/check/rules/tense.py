"""Words that speak of now, beside a later fact of the same text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from habeas.check.report import Report
from habeas.check.result import CheckedFigure, Finding, few

_HELD_NOW = re.compile(
    r"\b(?:is|are)\s+(?:currently\s+|still\s+|now\s+)?(?:being\s+)?(?:held|kept|detained)\s+in\b[^.]*\bdetention\b",
    re.IGNORECASE,
)
_OFFICES = r"President|Prime\s+Minister|Minister|Mayor|Governor|Prosecutor\s+General|Chairman|Chancellor|King|Governor"
_NOW = re.compile(
    rf"(?<![Tt]hen-)(?<![Ff]ormer )(?<![Ee]x-)(?<!\w)(?P<office>{_OFFICES})\s+"
    rf"(?P<name>[A-Z][\w-]+)\s+(?:is|has|\w{{3,}}(?<![s])s)\b"
)
_NONE = re.compile(r"\bno\s+(?:further\s+|reliable\s+|current\s+)?information\b", re.IGNORECASE)


def present_custody(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterable[Finding]:
    """An entry says "are being held in detention" and, further on, tells of a prison sentence."""
    for entry in report.entries:
        match = _HELD_NOW.search(report.text, *entry.span)
        later = [
            c
            for c in report.claims("sentence")
            if match and match.end() <= c.span[0] < entry.span[1] and set(c.persons) & set(entry.persons)
        ]
        if match and later and later[0].modality == "happened":
            people = tuple(dict.fromkeys(p for c in later for p in c.persons if p in entry.persons))
            who = " and ".join(report.name(p) for p in people)
            message = f"The entry speaks of {who} as held in detention now; further on it tells of a sentence."
            spans = few([report.sentence_at(match.start()), later[0].span])
            yield Finding("wording", f"place of {who}", spans, message, people)


def office_held(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterable[Finding]:
    """An office in the present tense, of somebody whom the text elsewhere calls former, or lets resign."""
    done: set[tuple[str, str]] = set()
    for match in _NOW.finditer(report.text):
        office, name = " ".join(match["office"].split()), match["name"]
        if (office, name) in done:
            continue
        gone = re.search(
            rf"(?:[Tt]hen-|[Ff]ormer\s+|[Ee]x-){re.escape(office)}\s+(?:\w+\s+)?{re.escape(name)}\b"
            rf"|\b{re.escape(name)}\b[^.\n]{{0,60}}\b(?:resign|stepped\s+down|had\s+been\s+{re.escape(office)})\w*",
            report.text,
        )
        if gone:
            done.add((office, name))
            message = f"“{report.quote(match.span())}” speaks of now; elsewhere {name} has left that office."
            yield Finding("wording", f"{office} {name}", few([match.span(), gone.span()]), message)


def no_information(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterable[Finding]:
    """ "No information on A and B", followed in the same paragraph by something about A or B."""
    for match in _NONE.finditer(report.text):
        sentence = report.sentence_at(match.start())
        block = report.layout.block_at(match.start())
        people = dict.fromkeys(who for _, who in report.named_in(match.end(), sentence[1]))
        if block is None or not people:
            continue
        after = [
            report.sentence_at(where[0]) for where, who in report.named_in(sentence[1], block.span[1]) if who in people
        ]
        if after:
            who = " and ".join(report.name(p) for p in people)
            message = f"The text says that there is no information on {who}, and then gives some."
            yield Finding("wording", f"no information on {who}", few([sentence, *after][:3]), message, tuple(people))

"""People under a heading that does not fit what their entry says last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from habeas.check.classes import CUSTODY, INVESTIGATION, NON_CUSTODIAL, STILL_HELD, SUSPENDED, classes_of
from habeas.check.report import Report
from habeas.check.result import CheckedFigure, Finding, few
from habeas.check.status import status_of
from habeas.reading.proposals import Span

_LESS = {"fine", "compulsory_labour"}


def headings(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterable[Finding]:
    """For each heading that names a measure: people of the section whom the text says to be under another."""
    done: set[tuple[str, str]] = set()
    for head, stretch in report.headings():
        wanted = classes_of(report.text[head[0] : head[1]])
        for person in dict.fromkeys(who for _, who in report.named_in(*stretch)):
            if not wanted or not _is_case(report, person, stretch):
                continue
            for finding in _compare(report, person, head, stretch, wanted):
                if (person, finding.about) not in done:
                    done.add((person, finding.about))
                    yield finding


def _is_case(report: Report, person: str, stretch: Span) -> bool:
    """A person whose entry stands in the section, or one without an entry whom the text treats as persecuted."""
    entry = report.own_entry.get(person)
    if entry is not None:
        return stretch[0] <= entry.span[0] < stretch[1]
    return report.people[person].role == "subject"


def _compare(report: Report, person: str, head: Span, stretch: Span, wanted: frozenset[str]) -> Iterator[Finding]:
    name, title = report.name(person), report.quote(head)
    status = status_of(report, person)
    inside = status.because is not None and stretch[0] <= status.because[0] < stretch[1]
    sentences = [
        c
        for c in report.claims("sentence", person=person)
        if c.modality == "happened" and stretch[0] <= c.span[0] < stretch[1]
    ]
    if CUSTODY in wanted and status.held is False and inside and status.because:
        message = f"{name} stands under “{title}”; by the text not held: {status.in_words}."
        yield Finding(
            "heading_against_entry", f"{name} under “{title}”", few([head, status.because]), message, (person,)
        )
    elif SUSPENDED in wanted and NON_CUSTODIAL not in wanted and sentences:
        penalties = {str(c.fields.get("penalty")) for c in sentences} - {"ban", "confiscation"}
        if penalties and penalties <= _LESS | {"imprisonment", "life", "arrest"}:
            told = " and ".join(sorted(p.replace("_", " ") for p in penalties))
            message = f"{name} stands under “{title}”; the entry has a sentence of {told}."
            spans = few([head, *(c.span for c in sentences)])
            yield Finding("heading_against_entry", f"{name} under “{title}”", spans, message, (person,))
    elif INVESTIGATION in wanted and sentences:
        message = f"{name} stands under “{title}”; the text there tells of a sentence already passed."
        spans = few([head, *(c.span for c in sentences[:2]), *_in_prison(report, person, stretch)])
        yield Finding("heading_against_entry", f"{name} under “{title}”", spans, message, (person,))


def _in_prison(report: Report, person: str, stretch: Span) -> list[Span]:
    """Sentences of the section that name the person and speak of custody."""
    found = []
    for where, who in report.named_in(*stretch):
        sentence = report.sentence_at(where[0])
        if who == person and STILL_HELD.search(report.text, *sentence):
            found.append(sentence)
    return found[:2]

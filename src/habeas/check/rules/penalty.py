"""A summary counts somebody among those given one penalty; the entry has another, or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from habeas.check.classes import CUSTODY, SUSPENDED, classes_of
from habeas.check.report import Report
from habeas.check.result import CheckedFigure, Finding, few
from habeas.reading.proposals import Proposal, Span

_CLASS = {
    "imprisonment": "prison", "life": "prison", "arrest": "prison", "restriction_of_liberty": "at liberty",
    "suspended": "at liberty", "probation": "at liberty", "fine": "fine", "compulsory_labour": "labour",
}  # fmt: skip


def penalties(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterable[Finding]:
    """Compares what is said of a person's sentence outside the entry with the sentences of the entry."""
    told: dict[str, tuple[str, Span]] = {}
    for person, penalty, span in _told(report, figures):
        told.setdefault(person, (penalty, span))
    for person, (penalty, span) in told.items():
        yield from _compare(report, person, penalty, span)


def _told(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterator[tuple[str, str, Span]]:
    """Person, class of penalty and place: sentences claimed outside the own entry, and people counted by a penalty."""
    for claim in report.claims("sentence"):
        if claim.modality == "happened" and report.entry_at(claim.span[0]) is None:
            penalty = _CLASS.get(str(claim.fields.get("penalty")))
            for person in claim.persons:
                if penalty and person in report.own_entry:
                    yield person, penalty, _mention(report, person, claim.span)
    for figure in figures:
        sentence = report.sentence_at(figure.span[0])
        found = classes_of(report.text[figure.span[0] : sentence[1]].split(":")[0].split(" in particular")[0])
        if report.entry_at(figure.span[0]) or SUSPENDED not in found:
            continue
        for where, person in report.named_in(*sentence):
            if person in figure.recount.persons and person in report.own_entry:
                yield person, "at liberty", where


def _mention(report: Report, person: str, span: Span) -> Span:
    start, end = report.sentence_at(span[0])
    return next((where for where, who in report.named_in(start, max(end, span[1])) if who == person), span)


def _compare(report: Report, person: str, penalty: str, span: Span) -> Iterator[Finding]:
    entry, name = report.own_entry[person], report.name(person)
    own = [
        c
        for c in report.claims("sentence", person=person)
        if report.in_own_entry(c, person) and c.modality == "happened"
    ]
    kinds = {_CLASS.get(str(c.fields.get("penalty"))) for c in own} - {None}
    if not own and not _told_in_words(report, person):
        message = (
            f"The summary counts {name} among those given a sentence {_words(penalty)}; the entry tells of no sentence."
        )
        yield Finding("summary_against_entry", f"sentence of {name}", few([span, entry.lead]), message, (person,))
    elif kinds and penalty not in kinds:
        message = f"Outside the entry {name} is said to have a sentence {_words(penalty)}; the entry has {_list(own)}."
        spans = few([span, *(c.span for c in own)])
        yield Finding("summary_against_entry", f"sentence of {name}", spans, message, (person,))


def _told_in_words(report: Report, person: str) -> bool:
    """True when the entry speaks of a sentence that reading did not attach to the person."""
    words = report.text[slice(*report.own_entry[person].span)].casefold()
    return "sentenced" in words or bool(classes_of(words) - {CUSTODY} & {SUSPENDED, "non_custodial"})


def _words(penalty: str) -> str:
    return {"prison": "of prison", "fine": "of a fine", "labour": "of labour"}.get(penalty, "served at liberty")


def _list(claims: list[Proposal]) -> str:
    return ", ".join(dict.fromkeys(str(c.fields.get("penalty")).replace("_", " ") for c in claims))

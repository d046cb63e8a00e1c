"""People whom the text places in prison and who are not among those it counts as held."""

from __future__ import annotations

from collections.abc import Iterable

from habeas.check.classes import CUSTODY, STILL_HELD, classes_of
from habeas.check.recount.among import held
from habeas.check.report import Report
from habeas.check.result import CheckedFigure, Finding, few
from habeas.check.status import status_of
from habeas.reading.proposals import Span


def counted_elsewhere(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterable[Finding]:
    """Subjects with a prison sentence that still runs, or said to be in prison now, outside the count of those held."""
    count = _count(report, figures)
    if count is None:
        return
    figure, counted = count
    for person in report.reading.persons:
        if person.role != "subject" or person.id in counted:
            continue
        place = _held_at(report, person.id)
        if place is not None:
            message = f"“{report.quote(figure)}” does not count {person.name}, whom the text places in prison."
            yield Finding("counted_elsewhere", person.name, few([figure, place]), message, (person.id,))


def _count(report: Report, figures: tuple[CheckedFigure, ...]) -> tuple[Span, frozenset[str]] | None:
    """The first figure that counts the entries of those held; else the first heading over them."""
    people = held(report)
    for figure in figures:
        sentence = report.sentence_at(figure.span[0])
        if (
            people
            and figure.recount.persons == people
            and CUSTODY in classes_of(report.text[figure.span[0] : sentence[1]])
        ):
            return figure.span, frozenset(people)
    heads = [h for h, _ in report.headings() if CUSTODY in classes_of(report.text[h[0] : h[1]])]
    return (heads[0], frozenset(people)) if heads and people else None


def _held_at(report: Report, person: str) -> Span | None:
    """The place that puts the person in prison: words for now, or a prison sentence that decides the standing."""
    status = status_of(report, person)
    if status.held is False or status.state == "run_out_unconfirmed":
        return None
    for where, who in report.mentions:
        sentence = report.sentence_at(where[0])
        if who == person and STILL_HELD.search(report.text, where[1], min(sentence[1], where[1] + 120)):
            return sentence
    let_out = [c for c in report.claims("release", "enforcement", person=person) if c.modality == "happened"]
    return status.because if status.held and status.state == "in_prison" and not let_out else None

"""One article under several titles, and one thing under several terms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from habeas.check.classes import NON_CUSTODIAL, SUSPENDED, classes_of
from habeas.check.report import Report
from habeas.check.result import CheckedFigure, Finding, few
from habeas.check.rules.offences import Offence, offences
from habeas.reading.proposals import Span

_PENALTY_TERMS = (
    ("suspended sentence", r"\bsuspended\s+(?:prison\s+)?(?:sentences?|terms?)\b"),
    ("conditional sentence", r"\bconditional\s+(?:sentences?|terms?)\b"),
    ("probation", r"\bprobation\b"),
    ("restriction of liberty", r"\brestrictions?\s+of\s+liberty\b"),
    ("restriction of freedom", r"\brestrictions?\s+of\s+freedom\b"),
    ("restraint of liberty", r"\brestraint\s+of\s+liberty\b"),
    ("restraint of freedom", r"\brestraint\s+of\s+freedom\b"),
    ("limitation of freedom", r"\blimitation\s+of\s+(?:freedom|liberty)\b"),
)
_PARTS = (
    ("part", r"\bpart\s+\d+,?\s+(?:of\s+)?(?:Art|art)|(?:Art\.?|Article)\s*\d+,\s*part\s+\d+"),
    ("section", r"\bsection\s+\d+,?\s+(?:of\s+)?(?:Art|art)|(?:Art\.?|Article)\s*\d+,\s*section\s+\d+"),
    ("paragraph", r"\bparagraph\s+\d+,?\s+(?:of\s+)?(?:Art|art)|(?:Art\.?|Article)\s*\d+,\s*paragraph\s+\d+"),
)


def article_titles(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterable[Finding]:
    """Articles with several titles; terms of one penalty; "part" beside "section" of an article."""
    yield from _titles(offences(report))
    yield from _terms(report, "part of an article", "the level below an article", _PARTS)
    yield from _penalties(report, figures)


def _titles(found: list[Offence]) -> Iterator[Finding]:
    by_article: dict[str, dict[frozenset[str], Offence]] = defaultdict(dict)
    people: dict[str, list[str]] = defaultdict(list)
    for offence in found:
        if offence.key:
            by_article[offence.article].setdefault(offence.key, offence)
            people[offence.article] += offence.persons
    for article, titles in by_article.items():
        if len(titles) > 1:
            named = "; ".join(f"“{o.title}”" for o in titles.values())
            message = f"Article {article} stands under {len(titles)} titles: {named}."
            spans = few([o.span for o in titles.values()])
            who = tuple(dict.fromkeys(p for o in titles.values() for p in o.persons))
            yield Finding("terminology", f"title of article {article}", spans, message, who)


def _terms(report: Report, about: str, what: str, terms: tuple[tuple[str, str], ...]) -> Iterator[Finding]:
    found = _first(report, terms)
    if len(found) > 1:
        named = ", ".join(f"“{term}”" for term in found)
        yield Finding("terminology", about, few(list(found.values())), f"The text calls {what} {named}.")


def _first(report: Report, terms: tuple[tuple[str, str], ...]) -> dict[str, Span]:
    """Each term with the sentence that has it first."""
    found = {}
    for term, pattern in terms:
        match = re.search(pattern, report.text, re.IGNORECASE)
        if match:
            found[term] = match.span()
    return found


def _penalties(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterator[Finding]:
    """Terms for a sentence served at liberty. "Suspended" and "probation" count as the same thing only where the text
    itself says both of one person: in a count of people, and in the entry.
    """
    found = _first(report, _PENALTY_TERMS)
    restricted = [t for t in found if t.startswith(("restriction", "restraint", "limitation"))]
    mixed, summary = _said_of_one(report, figures)
    terms = list(found) if mixed else restricted
    if len(terms) < 2:
        return
    spans = ([summary] if summary and mixed else []) + [
        found[t] for t in terms if not (mixed and t.startswith("suspended"))
    ]
    named = ", ".join(f"“{t}”" for t in terms)
    message = f"Sentences served at liberty are called {named}."
    if mixed:
        message += f" Of {report.name(mixed[0])} the summary has one term and the entry another."
    yield Finding("terminology", "sentences served at liberty", few(spans), message, mixed[:1])


def _said_of_one(report: Report, figures: tuple[CheckedFigure, ...]) -> tuple[tuple[str, ...], Span | None]:
    """People counted as given suspended sentences whose entry has a restriction, and the place that counts them."""
    for figure in figures:
        words = report.text[figure.span[0] : report.sentence_at(figure.span[0])[1]]
        if SUSPENDED not in classes_of(words):
            continue
        people = tuple(
            p
            for p in figure.recount.persons
            if p in report.own_entry and NON_CUSTODIAL in classes_of(report.text[slice(*report.own_entry[p].span)])
        )
        if people:
            return people, figure.span
    return (), None

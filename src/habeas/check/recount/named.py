"""A number of people followed by their names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from habeas.check.classes import CUSTODY, classes_of
from habeas.check.recount.figure import Figure
from habeas.check.report import Report
from habeas.check.result import Recount
from habeas.check.status import status_of
from habeas.check.stems import stems
from habeas.reading.proposals import Span

_WHOLE = r":\s|\bnamely\b|\bi\.e\.|\s[–—]\s"
_PART = r"\bin particular\b|\bparticularly\b|\bincluding\b|\bamong (?:them|whom)\b|\bsuch as\b|\bfor example\b|\be\.g\."
_LINK = re.compile(f"(?P<part>{_PART})|(?P<whole>{_WHOLE})", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:in total|in all|altogether|all told|overall|a total of)\b", re.IGNORECASE)
_NOT_LISTED = re.compile(
    r"\b(?:of|to|by|with|against|from|for|about|in|wife|husband|brother|sister|son|daughter|lawyer)\s+"
    r"(?:(?:[A-Z]|[a-z]+)\.?\s+)?$"
)


_BESIDES = re.compile(r"\b(?:besides|apart from|in addition|other than|aside from|along with)\b", re.IGNORECASE)
_THESE_ARE = re.compile(r"[^.:]{0,60}?\b(?:these|they|those|the others)\s+(?:are|were)(?::)?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Names:
    """The people named after a number. `whole`: the text offers them as all; `complete`: every item is a name."""

    people: tuple[str, ...]
    spans: tuple[Span, ...]
    whole: bool
    complete: bool


def named_people(report: Report, figure: Figure, others: Sequence[Figure]) -> Recount | None:
    """Applies to a number of people with names after it in the sentence.

    After a colon, a dash or "namely" the names are the whole. After "including" they are a part: they can only show
    that the number is reached or passed. "In total" takes in the names that the items or sentences before gave for the
    same thing; then exactly as many names as the number says are the whole, whatever the link.
    """
    if not figure.of_people(report):
        return None
    names = after(report, figure)
    if not names.people:
        return None
    people, spans = names.people, names.spans
    if _TOTAL.search(report.text[figure.sentence[0] : figure.span[1]]):
        earlier = [n for o in others if _goes_before(report, o, figure) and (n := after(report, o)).people]
        people = tuple(dict.fromkeys([p for n in earlier for p in n.people] + list(people)))
        spans = tuple(s for n in [*earlier, names] for s in n.spans)
        if len(people) == figure.count.value:
            names = Names(people, spans, True, True)
    return _verdict(report, figure, Names(people, spans, names.whole, names.complete))


def _verdict(report: Report, figure: Figure, names: Names) -> Recount:
    number = len(names.people)
    why = f"{number} people are named"
    if figure.count.allows(number):
        gone = _not_held(report, figure, names.people)
        if gone:
            left = tuple(p for p in names.people if p not in gone)
            who = ", ".join(report.name(p) for p in gone)
            return Recount("differs", len(left), left, f"{why}, but by their entries not held: {who}", names.spans)
        return Recount("agrees", number, names.people, why, names.spans)
    too_many = figure.count.comparator in ("=", "<", "<=") and number > figure.count.value
    false = (names.whole and names.complete) or (too_many and not names.whole)
    return Recount("differs" if false else "cannot_tell", number, names.people, why, names.spans)


def _not_held(report: Report, figure: Figure, people: Sequence[str]) -> list[str]:
    """Those of the named whom the figure calls imprisoned and whose own entry says that they are not."""
    if CUSTODY not in classes_of(figure.clause(report)) or len(classes_of(figure.clause(report))) > 1:
        return []
    if re.search(r"\b(?:were|was|had been)\b", figure.clause(report)):
        return []
    return [p for p in people if p in report.own_entry and status_of(report, p).held is False]


def _goes_before(report: Report, other: Figure, figure: Figure) -> bool:
    """True when `other` stands before the figure in the same list or paragraph and counts people of the same kind."""
    index, here = report.block_index(other.span[0]), report.block_index(figure.span[0])
    if index is None or here is None or other.span >= figure.span or not other.of_people(report):
        return False
    near = index == here or report.layout.blocks[index] in report.siblings(here)
    return near and len(stems(_said(report, other)) & stems(_said(report, figure))) >= 2


def _said(report: Report, figure: Figure) -> str:
    """The sentence up to the end of the figure's clause."""
    return f"{report.text[figure.sentence[0] : figure.span[0]]} {figure.clause(report)}"


def after(report: Report, figure: Figure) -> Names:
    """The people named after the number in its sentence, as items of a list."""
    link, end = _LINK.search(report.text, figure.span[0], figure.sentence[1]), figure.sentence[1]
    start = link.end() if link else _apposition(report, figure)
    if start is None or not report.named_in(start, end):
        start, end = _next_sentence(report, figure) or (end, end)
        link = None
    spans = [(span, who) for span, who in report.named_in(start, end) if _listed(report, start, span)]
    people = tuple(dict.fromkeys(who for _, who in spans))
    apart = _BESIDES.search(report.text, figure.sentence[1], start)
    whole = (not link or link["whole"] is not None) and not apart
    return Names(people, tuple(s for s, _ in spans), whole, _items(report.text[start:end]) == len(people))


def _next_sentence(report: Report, figure: Figure) -> Span | None:
    """Where names stand in a next sentence that says "these are": it names the people that the figure counts."""
    start, end = report.sentence_at(min(figure.sentence[1] + 1, len(report.text) - 1))
    match = _THESE_ARE.match(report.text, start, end)
    if start <= figure.span[0] or match is None or report.block_index(start) != report.block_index(figure.span[0]):
        return None
    return match.end(), end


def _apposition(report: Report, figure: Figure) -> int | None:
    """Where names start in "two bloggers, A and B, ...": right after the comma that closes a short noun phrase."""
    match = re.match(r"[^,.;:()]{3,60},\s+", report.text[figure.span[0] : figure.sentence[1]])
    if not match or len(match[0].split()) > 6:
        return None
    start = figure.span[0] + match.end()
    named = report.named_in(start, start + 1)
    return start if named else None


def _listed(report: Report, start: int, span: Span) -> bool:
    """A name counts when it stands outside brackets, belongs to nobody else and follows no "of" or "wife"."""
    before, follows = report.text[start : span[0]], report.text[span[1] : span[1] + 2]
    return before.count("(") <= before.count(")") and not _NOT_LISTED.search(before) and follows not in ("’s", "'s")


def _items(words: str) -> int:
    flat = re.sub(r"\([^)]*\)", "", words)
    return len(
        [
            part
            for part in re.split(r",\s*(?:and|as well as)?\s|\band\b|\bas well as\b|;", flat)
            if re.search(r"[A-Z]", part)
        ]
    )

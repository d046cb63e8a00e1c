"""What people are said to be convicted for; the entry of one of them does not mention it, or denies it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from habeas.check.report import Report
from habeas.check.result import CheckedFigure, Finding, few
from habeas.reading.proposals import Span

_FOR = re.compile(
    r"\b(?:convicted|prosecuted|sentenced|imprisoned|persecuted|jailed|punished)\s+(?:\w+\s+)?for\s+"
    r"(?P<how>supporting|membership|participating|participation|support|belonging|joining)\b(?P<what>[^.:\n]*)"
)
_NAME = re.compile(r"\b[A-Z]{2,}\b|\b[A-Z][a-z]{3,}\b")


def causes(report: Report, figures: tuple[CheckedFigure, ...]) -> Iterable[Finding]:
    """People listed under such words outside the entries, who have an entry of their own."""
    done: set[tuple[str, str]] = set()
    for match in _FOR.finditer(report.text):
        name = _NAME.search(report.text, *match.span("what"))
        if report.entry_at(match.start()) is not None or name is None:
            continue
        listed = _listed(report, match)
        usual = _usual_articles(report, [p for _, p in listed], name.group())
        for where, person in listed:
            if (
                person in report.own_entry
                and (person, name.group()) not in done
                and not _silent(report, person, name.group(), usual)
            ):
                done.add((person, name.group()))
                yield from _compare(report, person, where, match.span(), name.group())


def _usual_articles(report: Report, people: list[str], name: str) -> frozenset[str]:
    """Articles under which at least two of those listed are charged whose entries do mention the name."""
    seen = Counter(
        a
        for p in dict.fromkeys(people)
        if p in report.own_entry and _places(report, p, name)
        for a in _articles(report, p)
    )
    return frozenset(article for article, number in seen.items() if number > 1)


def _silent(report: Report, person: str, name: str, usual: frozenset[str]) -> bool:
    """True when the entry does not mention the name but has the charge that goes with it."""
    return not _places(report, person, name) and bool(_articles(report, person) & usual)


def _articles(report: Report, person: str) -> set[str]:
    return {
        str(c.fields.get("article")) for c in report.claims("charge", person=person) if report.in_own_entry(c, person)
    }


def _places(report: Report, person: str, name: str) -> list[Span]:
    entry = report.own_entry[person]
    return [m.span() for m in re.compile(rf"\b{re.escape(name)}\b").finditer(report.text, *entry.span)]


def _listed(report: Report, match: re.Match[str]) -> list[tuple[Span, str]]:
    """People named in the list items under the heading, or after the words in the sentence and the items below."""
    index = report.block_index(match.start())
    if index is None:
        return []
    block = report.layout.blocks[index]
    if block.kind != "heading":
        end = block.span[1]
        if report.text[:end].endswith(":") and index + 1 < len(report.layout.blocks):
            end = report.siblings(index + 1)[-1].span[1]
        return report.named_in(match.end(), end)
    under = next(stretch for head, stretch in report.headings() if head == block.span)
    items = [b for b in report.layout.blocks if b.kind == "item" and under[0] <= b.span[0] < under[1]]
    return [named for item in items for named in report.named_in(*item.span)]


def _compare(report: Report, person: str, where: Span, said: Span, name: str) -> Iterator[Finding]:
    entry, who = report.own_entry[person], report.name(person)
    if not _places(report, person, name):
        charge = next(
            (c.span for c in report.claims("charge", person=person) if report.in_own_entry(c, person)), entry.lead
        )
        message = f"{who} is listed under “{report.quote(said)}”; the entry does not mention {name}."
        yield Finding("summary_against_entry", f"{who} and {name}", few([said, where, charge]), message, (person,))
    elif denial := _denied(report, person, name):
        message = f"{who} is listed under “{report.quote(said)}”; by the entry {who} denied supporting {name}."
        yield Finding("summary_against_entry", f"{who} and {name}", few([said, where, denial]), message, (person,))


def _denied(report: Report, person: str, name: str) -> Span | None:
    pattern = re.compile(
        rf"\b(?:did\s+not|didn[’']t|does\s+not|doesn[’']t|never|denie[sd]|not)\s+(?:\w+\s+){{0,3}}"
        rf"(?:support|belong|member|join)\w*"
        rf"[^.\n]{{0,40}}\b{re.escape(name)}\b"
    )
    entry = report.own_entry[person]
    match = pattern.search(report.text, *entry.span)
    if not match:
        return None
    sentence = report.sentence_at(match.start())
    named = [who for where, who in report.named_in(*sentence) if where[0] < match.start()]
    return sentence if (named[-1] if named else entry.persons[0]) == person else None

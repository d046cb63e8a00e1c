"""One asserted figure with the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from habeas.check.report import Report
from habeas.errors import HabeasError
from habeas.lexicon.count import Count
from habeas.reading.proposals import Proposal, Span

_PEOPLE = re.compile(
    r"\b(?:people|persons?|individuals?|prisoners?|activists?|victims?|journalists?|bloggers?|defendants?|detainees?|men|women|"
    r"citizens?|nationals|colleagues|relatives|mothers?|lawyers?|members|participants?|protest[eo]rs|demonstrators|students|"
    r"leaders|defenders|employees|deputies|officers|officials|convicts|inmates|others|minors|children|believers|workers|"
    r"supporters|followers|seekers|refugees|representatives|campaigners|unionists|sympathi[sz]ers|soldiers|residents|"
    r"pensioners|pastors|imams|monks|clerics|academics|artists|musicians|businessmen|brothers|sisters|marchers|dissidents|opponents|politicians|writers|poets|teachers|names)\b",
    re.IGNORECASE,
)
_TIME = re.compile(r"\b(?:years?|months?|weeks?|days?|hours?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the report states: where (`span`), in which sentence, how much, of what."""

    span: Span
    sentence: Span
    count: Count
    counts: str
    claim: Proposal

    def tail(self, report: Report) -> str:
        """The sentence from the figure on."""
        return report.text[self.span[0] : self.sentence[1]]

    def clause(self, report: Report) -> str:
        """What is counted: the figure and the words after it, up to a colon, bracket, semicolon or dash."""
        return re.split(r"[:;(]|\s[–—-]\s|\bin particular\b|\bincluding\b|\bnamely\b", self.tail(report), maxsplit=1)[0]

    def of_people(self, report: Report) -> bool:
        """True when people are counted, as far as the words after the number say."""
        words = " ".join(self.clause(report).split()[:9])
        return bool(_PEOPLE.search(words)) and not self.of_time(report)

    def of_time(self, report: Report) -> bool:
        """True when a length of time is counted: the first noun that tells is years, months or days."""
        words = " ".join(self.clause(report).split()[:6])
        time, people = _TIME.search(words), _PEOPLE.search(words)
        return time is not None and (people is None or time.start() < people.start())


def figures(report: Report) -> list[Figure]:
    """The report's asserted figures in text order; one whose count cannot be read is left out."""
    found = []
    for claim in report.claims("asserted_figure"):
        try:
            count = Count.from_json(claim.fields["count"])
        except (HabeasError, KeyError, TypeError):
            continue
        span = claim.span
        found.append(Figure(span, report.sentence_at(span[0]), count, str(claim.fields.get("counts") or ""), claim))
    return found

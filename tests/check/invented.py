"""Small invented reports with a reading made by hand: rules of check are tested apart from those of reading."""

from __future__ import annotations

import re
from typing import Any

from habeas.check import CheckResult, Finding, check
from habeas.evidence.document import Document
from habeas.lexicon.kinds import check as check_kind
from habeas.reading.proposals import NamedPerson, Proposal, Reading, Span, proposal_id

STATE_OF = "2021-03-31"


class Invented:
    """A text, the people in it, and what a reader would claim of them. Spans are found by their words."""

    def __init__(self, text: str) -> None:
        self.document = Document.from_bytes(text.encode(), title="An invented report", language="en")
        self.text = text
        self.persons: list[NamedPerson] = []
        self.claims: list[Proposal] = []
        self._taken: list[Span] = []

    def person(self, id: str, *forms: str, role: str = "subject") -> Invented:
        """A person named by these forms wherever they stand alone; forms already given to another are left alone."""
        found: list[Span] = []
        for form in forms:
            for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", self.text):
                if not any(a < match.end() and match.start() < b for a, b in self._taken):
                    self._taken.append(match.span())
                    found.append(match.span())
        self.persons.append(NamedPerson(id, forms[0], forms, role, tuple(sorted(found))))
        return self

    def claim(
        self, kind: str, people: str, words: str, *, when: str | None = None, modality: str = "happened", **fields: Any
    ) -> Invented:
        """A claim on the words (their last place in the text)."""
        check_kind(kind, fields)
        start = self.text.rindex(words)
        span = (start, start + len(words))
        who = tuple(people.split())
        id = proposal_id(self.document.sha256, kind, span, who, when, fields)
        self.claims.append(Proposal(id, kind, who, span, when, fields, f"{kind}.test", 0.9, "author", modality))
        return self

    def entry(self, people: str, lead: str, category: str = "Cases") -> Invented:
        """A case entry that this opening line introduces."""
        fields = {"list": self.document.title, "category": category, "reason": "entry", "step": "entered"}
        return self.claim("recognition", people, lead, when=STATE_OF, **fields)

    def figure(self, words: str, value: float, comparator: str = "=", counts: str = "") -> Invented:
        """An asserted figure."""
        count = {"value": value, "comparator": comparator}
        return self.claim("asserted_figure", "", words, count=count, counts=counts)

    def reading(self) -> Reading:
        claims = tuple(sorted(self.claims, key=lambda c: c.span))
        return Reading(self.document, tuple(self.persons), claims)

    def check(self) -> CheckResult:
        return check(self.document, self.reading())

    def verdict(self) -> tuple[str, float | None, tuple[str, ...]]:
        """Verdict, recount and people of the first figure."""
        recount = self.check().figures[0].recount
        return recount.verdict, recount.value, recount.persons

    def found(self, kind: str) -> list[Finding]:
        return [f for f in self.check().findings if f.kind == kind]

    def quotes(self, kind: str) -> list[list[str]]:
        """The quoted words of each finding of the kind."""
        return [[self.text[a:b] for a, b in f.spans] for f in self.found(kind)]

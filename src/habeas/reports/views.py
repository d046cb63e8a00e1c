"""What a document shows: the visible part of a register as plain values, in words. Nothing else reaches a template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.lexicon.terms import label
from habeas.lexicon.wording import say_claim, say_liberty, say_standing, say_when
from habeas.register import Fact, HeldClaim, Liberty, Reading, Register, liberty, listings, visible
from habeas.reports.outside import category, is_outside


@dataclass(frozen=True, slots=True)
class ClaimShown:
    """One claim under a fact: where it stands and the words there (None: not for this audience, or erased)."""

    id: str
    passage: str | None
    standing: str
    source: str
    start: int
    end: int
    decided: str


@dataclass(frozen=True, slots=True)
class FactShown:
    """One fact in a line, with its claims. `others` are readings that conflict with it or were set aside.

    `fields` and `when` (EDTF) are those of its first reading that the audience may see.
    """

    id: str
    line: str
    disputed: bool
    others: tuple[str, ...]
    claims: tuple[ClaimShown, ...]
    kind: str
    fields: Mapping[str, Any]
    when: str | None
    modality: str
    attribution: str


@dataclass(frozen=True, slots=True)
class PersonShown:
    """A person: names, status with the facts it rests on, category, facts in order of time."""

    id: str
    name: str
    also: tuple[str, ...]
    status: str
    because: tuple[FactShown, ...]
    category: str
    facts: tuple[FactShown, ...]


@dataclass(frozen=True, slots=True)
class Sight:
    """Through whose eyes, on which day, in which language. `texts` are the documents' texts by SHA-256."""

    register: Register
    as_of: date
    audience: str
    texts: Mapping[str, str]
    lists: tuple[str, ...]
    language: str = "en"

    def person(self, person: str) -> PersonShown:
        """The person as this audience may see them on the day."""
        held = self.register.people[person]
        facts = tuple(self.facts(self.register.facts_of(person)))
        state = liberty(self.register, person, self.as_of)
        status, because = self._status(state, facts)
        return PersonShown(
            person, held.name, tuple(n for n in held.names if n != held.name), status, because,
            self._category(person), facts,
        )  # fmt: skip

    def _status(self, state: Liberty, facts: tuple[FactShown, ...]) -> tuple[str, tuple[FactShown, ...]]:
        """The status in words. When a fact it rests on is hidden from the audience, so is the status."""
        shown = {f.id: f for f in facts}
        if any(f not in shown for f in state.because):
            return label("liberty.unknown", self.language), ()
        return say_liberty(state.statuses, language=self.language), tuple(shown[f] for f in state.because)

    def _category(self, person: str) -> str:
        found = listings(self.register, person)
        # A person entered on the day itself is on the list that day; one who leaves on it is not.
        on = [
            p
            for p in found
            if p.list in self.lists and p.start <= self.as_of and (p.end is None or self.as_of < p.end)
            and visible("recognition", "category", p.level, self.audience)
        ]  # fmt: skip
        if on and is_outside(self.audience):  # a stretch bears the words of its last step, which may be hidden
            return category(self.register, person, self.lists, self.audience, self.as_of.isoformat())
        return next((p.category for p in on if p.category), "")

    def facts(self, facts: Iterable[Fact]) -> Iterator[FactShown]:
        """Those of the facts that the audience may see, in order of time."""
        seen = [f for f in facts if visible(f.kind, None, f.level, self.audience)]
        return (self.fact(f) for f in sorted(seen, key=_in_time))

    def fact(self, fact: Fact) -> FactShown:
        """The fact in a line, with those of its claims that the audience may see."""
        lines = [self._line(r, fact.level) for r in (*fact.readings, *fact.others)]
        claims = [c for c in self.register.claims_of(fact.id) if visible(c.kind, None, c.level, self.audience)]
        others = tuple(dict.fromkeys(line for line in lines[1:] if line != lines[0]))
        first = fact.readings[0]
        return FactShown(
            fact.id, lines[0], fact.disputed, others, tuple(self._claim(c) for c in claims), first.kind,
            self._fields(first, fact.level), self._when(first, fact.level), first.modality, first.attribution,
        )  # fmt: skip

    def _line(self, reading: Reading, level: int) -> str:
        return say_claim(
            reading.kind, self._fields(reading, level), when=self._when(reading, level),
            attribution=reading.attribution, modality=reading.modality, language=self.language,
        )  # fmt: skip

    def _fields(self, reading: Reading, level: int) -> dict[str, Any]:
        return {k: v for k, v in reading.fields.items() if visible(reading.kind, k, level, self.audience)}

    def _when(self, reading: Reading, level: int) -> str | None:
        seen = reading.when and visible(reading.kind, "when", level, self.audience)
        return reading.when.text if seen and reading.when else None

    def _claim(self, claim: HeldClaim) -> ClaimShown:
        # A passage may say more than the released field, so the words themselves are for the team alone.
        text = self.texts.get(claim.document) if visible("passage", None, 2, self.audience) else None
        passage = " ".join(text[slice(*claim.span)].split()) if text else None
        standing = say_standing(claim.reading.attribution, claim.reading.modality, language=self.language).strip()
        when = say_when(claim.at[:10], language=self.language)
        named = visible("member", None, 2, self.audience)
        signed = f" by {self.register.members.get(claim.author, claim.author)}" if named else ""
        decided = f"accepted{' in bulk' if claim.bulk else ''}{signed} on {when}"
        return ClaimShown(claim.id, passage, standing, claim.document, *claim.span, decided)


def _in_time(fact: Fact) -> tuple[date, str, int]:
    """Facts by date; undated ones last, in the order of the source."""
    start = fact.when.earliest or fact.when.latest if fact.when else None
    return start or date.max, fact.document, fact.offset

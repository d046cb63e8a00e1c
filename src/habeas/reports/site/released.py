"""The history of what was public, replayed from the ledger: when each fact was released, and what was corrected since.

A correction is told only of what was public when it was made and still is; of something withdrawn, only that it was,
and about whom when that person is still shown. Why, and by whom, stays in the office.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from habeas.ledger import Entry
from habeas.register import Reading, Register, canonical_order, visible
from habeas.register.groups import Groups
from habeas.reports.site.view import Correction, Told

CLOSED = 4
"""The level of a claim before any release: only whether it is public matters here."""
SOURCE = "source:"


@dataclass(frozen=True, slots=True)
class Change:
    """A correction of, or a withdrawal from, something that was public at that moment."""

    day: str
    action: str
    claim: str
    entry: str
    record: str
    kind: str


@dataclass(slots=True)
class _Claim:
    fact: str
    record: str
    kind: str
    level: int = CLOSED
    basis: str = ""


@dataclass(slots=True)
class Released:
    """Filled by `released`. `days` maps a fact or recognition to the day of its last release."""

    register: Register
    days: dict[str, str] = field(default_factory=dict)
    public_sources: set[str] = field(default_factory=set)
    changes: list[Change] = field(default_factory=list)

    def day(self, id: str) -> str:
        """The day of the last release; empty when nothing released it."""
        fact = self.register.facts.get(id)
        names = {id, *(self.register.claims[c].fact for c in fact.claims)} if fact else {id}
        return max((self.days[n] for n in names if n in self.days), default="")

    def corrections(
        self, people: Mapping[str, str], told: Callable[[Reading], Told | None]
    ) -> tuple[Correction, ...]:
        """What to tell of the changes, the newest first. `people` maps person to public id."""
        found = [c for change in self.changes if (c := self._told(change, people, told))]
        return tuple(sorted(found, key=_newest, reverse=True))

    def _told(
        self, change: Change, people: Mapping[str, str], told: Callable[[Reading], Told | None]
    ) -> Correction | None:
        person = people.get(self.register.person_of.get(change.record, ""))
        kind = change.kind if person else None
        if change.action == "withdraw":
            return Correction(change.day, "withdrawn", person, kind, None, None)
        claim = self.register.claims.get(change.claim)
        fact = self.register.facts.get(self.register.fact_of.get(claim.fact, "")) if claim else None
        if claim is None or fact is None or not visible(fact.kind, None, fact.level, "public"):
            return None
        readings = (*claim.earlier, claim.reading)
        place = next((n for n, r in enumerate(readings) if r.entry == change.entry), 0)
        before, after = (told(readings[n]) for n in (place - 1, place)) if place else (None, None)
        if not before or not after or before.line() == after.line():
            return None
        return Correction(change.day, "corrected", person, kind, before, after)


def _newest(correction: Correction) -> tuple[str, str, str]:
    return correction.day, correction.person or "", correction.after.line() if correction.after else ""


def released(entries: Iterable[Entry], register: Register, lost: frozenset[str]) -> Released:
    """Replays what was public. Entries that were withdrawn, and releases on a basis on which nothing rests any more,
    count as never made: both are named in `lost`."""
    replay = _Replay(Released(register), lost)
    for entry in canonical_order(entries):
        if entry.body is not None and entry.id not in lost:
            replay.take(entry, entry.body.content)
    return replay.found


def lost_bases(entries: Iterable[Entry], register: Register, on: date) -> frozenset[str]:
    """Bases that were withdrawn, or have ended by the day `on`."""
    ended = {
        f"mandate:{m.id}" for m in register.mandates.values() if m.until and m.until.earliest and m.until.earliest < on
    }
    withdrawn = {
        e.body.content["basis"]
        for e in entries
        if e.action == "basis_withdrawn" and e.body is not None and e.id not in register.withdrawn
    }
    return frozenset(ended | withdrawn)


@dataclass(slots=True)
class _Replay:
    found: Released
    lost: frozenset[str]
    claims: dict[str, _Claim] = field(default_factory=dict)
    facts: dict[str, set[str]] = field(default_factory=dict)
    groups: Groups = field(default_factory=Groups)

    def take(self, entry: Entry, c: Mapping[str, Any]) -> None:
        match entry.action:
            case "accept":
                self.claims[c["claim"]] = _Claim(c["fact"], c["record"], c["kind"])
                self.facts.setdefault(c["fact"], set()).add(c["claim"])
            case "release" if c["basis"] not in self.lost:
                self._release(entry, c)
            case "correct" if c["claim"] in self.claims:
                self._changed(entry, [c["claim"]])
                self.claims[c["claim"]].kind = c.get("kind") or self.claims[c["claim"]].kind
            case "withdraw" if c.get("claim") or c.get("fact"):
                self._withdraw(entry, c)
            case "same" if c.get("facts"):
                self.groups.same(entry.id, c["facts"])
            case "split":
                self._split(set(c["records"]))

    def _release(self, entry: Entry, c: Mapping[str, Any]) -> None:
        day = entry.header.at[:10]
        for fact in c["facts"]:
            if c["level"] == 0:
                self.found.days[fact] = day
            for claim in self._claims_of(fact):
                self.claims[claim].level, self.claims[claim].basis = c["level"], c["basis"]
        if c["level"] == 0 and c["basis"].startswith(SOURCE):
            self.found.public_sources.add(c["basis"].removeprefix(SOURCE))

    def _withdraw(self, entry: Entry, c: Mapping[str, Any]) -> None:
        gone = [c["claim"]] if c.get("claim") else sorted(self._claims_of(c["fact"]))
        gone = [g for g in gone if g in self.claims]
        self._changed(entry, gone[:1] if c.get("fact") else gone)
        for claim in gone:
            self.facts[self.claims[claim].fact].discard(claim)
            del self.claims[claim]

    def _split(self, records: set[str]) -> None:
        for claim in self.claims.values():
            claim.level = CLOSED if claim.record in records else claim.level

    def _changed(self, entry: Entry, claims: Iterable[str]) -> None:
        for id in claims:
            claim = self.claims[id]
            beside = self._claims_of(claim.fact)
            if all(visible(self.claims[b].kind, None, self.claims[b].level, "public") for b in beside):
                day = entry.header.at[:10]
                self.found.changes.append(Change(day, entry.action, id, entry.id, claim.record, claim.kind))

    def _claims_of(self, fact: str) -> set[str]:
        return {c for member in self.groups.members(fact) for c in self.facts.get(member, ())}

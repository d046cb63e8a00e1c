"""From a register to the public view: the one gate of the public side. What `visible` does not name is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any

from habeas.figures import RULES, Figure, count
from habeas.ledger import Entry
from habeas.lexicon.kinds import KINDS
from habeas.register import (
    Fact,
    HeldClaim,
    Reading,
    Recognition,
    Register,
    as_published,
    is_photograph,
    liberty,
    visible,
)
from habeas.reports.outside import is_outside
from habeas.reports.portraits import EMPTY, Portrait, Shelf, portraits
from habeas.reports.site.charts_data import charts
from habeas.reports.site.released import SOURCE, Released, lost_bases, released
from habeas.reports.site.view import Cited, PublicView, Shown, Statement, Told

AUDIENCE, SEALED = "public", 4
NO_LIST = "\0"
"""Counted when somebody asks for a list that is not public: the same answer as for one that nobody has."""


def view_for(
    register: Register,
    entries: Sequence[Entry],
    *,
    audience: str,
    as_of: date,
    published_on: date,
    heading: str,
    known_at: str,
    list_name: str | None = None,
    now: tuple[Register, Sequence[Entry]] | None = None,
    shelf: Shelf = EMPTY,
) -> PublicView:
    """What an audience may see: the public site and every export are made of it. `entries` are those that the register
    was folded from; `published_on` is the day of publication, on which a mandate that has ended releases nothing;
    `known_at` is only printed, as a day; `shelf` holds the copies of photographs.

    For a register as known in the past, `now` is the present one with its entries: what is not public any more is not
    shown as it once was either. Inside the office every source is named, and also people of whom nothing is said yet;
    corrections and charts are for the public alone. Raises `NoSuchAudience`.
    """
    latest = now or (register, entries)
    outside = is_outside(audience)
    held = still_public(register, latest[0]) if now and outside else register
    held = as_published(held, published_on) if outside else held
    lost = lost_bases(latest[1], latest[0], published_on) | frozenset(latest[0].withdrawn)
    gate = Gate(
        held, released(entries, held, lost), memos(entries), as_of, portraits(held, audience, shelf), audience
    )
    counted = list_name if list_name is None or list_name in gate.list_names() else NO_LIST
    figures = count(held, RULES, as_of=as_of, list=counted, audience=audience, known_at=known_at)
    people = gate.people(figures)
    ids = {p: shown.id for p, shown in people.items()}
    shown = tuple(sorted(people.values(), key=lambda p: (p.name.casefold(), p.id)))
    events = gate.events()
    statements = [*events, *(s for p in shown for s in p.statements)]
    return PublicView(
        heading=heading,
        as_of=as_of,
        known_at=known_at[:10],
        lists=tuple(name for name in _lists(figures) if name in gate.list_names()),
        people=shown,
        events=events,
        sources=gate.cited(statements),
        figures=tuple(_figure(f, ids, {s.id for s in statements}, gate.list_names()) for f in figures),
        corrections=gate.released.corrections(ids, gate.told) if audience == AUDIENCE else (),
        drawn=cache(lambda: charts(held, shown, events, tuple(ids), as_of)),
        by_id={id: p for p in shown for id in (p.id, *p.also)},
        photos={p.photo.path: p.photo for p in shown if p.photo},
        shelf=shelf,
    )


def still_public(past: Register, now: Register) -> Register:
    """The past register with every claim and recognition at the higher of its two levels, then and now."""
    claims = {
        id: replace(c, level=max(c.level, now.claims[id].level if id in now.claims else SEALED))
        for id, c in past.claims.items()
    }
    facts = {id: replace(f, level=max(claims[c].level for c in f.claims)) for id, f in past.facts.items()}
    own = {s.id: s.level for steps in now.recognitions.values() for s in steps if s.own}
    steps = {
        person: tuple(
            replace(s, level=max(s.level, own.get(s.id, SEALED)) if s.own else facts[s.id].level) for s in found
        )
        for person, found in past.recognitions.items()
    }
    return replace(past, claims=claims, facts=facts, recognitions=steps)


def memos(entries: Iterable[Entry]) -> frozenset[str]:
    """Sources that a member wrote down: a call, a letter, a visit. Their titles may name the giver."""
    captured = (e.body.content for e in entries if e.action == "source_captured" and e.body is not None)
    return frozenset(c["source"] for c in captured if c.get("how") == "memo")


@dataclass(frozen=True, slots=True)
class Gate:
    """Lets through what the positive list names, field by field."""

    register: Register
    released: Released
    memos: frozenset[str]
    as_of: date
    portraits: Mapping[str, Portrait] = field(default_factory=dict)
    audience: str = AUDIENCE

    @property
    def outside(self) -> bool:
        """True when the audience is not of the office."""
        return is_outside(self.audience)

    def people(self, figures: Sequence[Figure]) -> dict[str, Shown]:
        """Person -> what is shown of them, for those of whom anything is public."""
        listed = {p for f in figures if f.name == "listed" for p in f.counted}
        found = ((p, self._person(p, p in listed, _lists(figures))) for p in self.register.people)
        return {p: shown for p, shown in found if shown}

    def events(self) -> tuple[Statement, ...]:
        """Facts about no single person, such as assemblies, in order of time."""
        facts = (f for f in self.register.facts.values() if f.person not in self.register.people)
        return self._statements(facts)

    def cited(self, statements: Iterable[Statement]) -> tuple[Cited, ...]:
        """The public sources of the statements, by date."""
        ids = dict.fromkeys(s for statement in statements for s in statement.sources)
        sources = (self.register.sources[i] for i in ids)
        made = [
            Cited(
                s.id,
                s.title if visible("source", "title", 0, self.audience) else "",
                s.published.text if s.published and visible("source", "published", 0, self.audience) else None,
                s.language if visible("source", "language", 0, self.audience) else "",
            )
            for s in sources
        ]
        return tuple(sorted(made, key=lambda c: (c.published or "", c.title, c.id)))

    def list_names(self) -> frozenset[str]:
        """Names of lists that a public recognition gives."""
        steps = (s for found in self.register.recognitions.values() for s in found)
        return frozenset(s.list for s in steps if self._sees(s, "list"))

    def told(self, reading: Reading) -> Told | None:
        """What may be said of a reading of a released fact; None when its kind is never public."""
        return Told(**self._parts(reading)) if visible(reading.kind, None, 0, self.audience) else None

    def _parts(self, reading: Reading) -> dict[str, Any]:
        dated = reading.when and visible(reading.kind, "when", 0, self.audience)
        return {
            "kind": reading.kind,
            "fields": self._fields(reading),
            "when": reading.when.text if reading.when and dated else None,
            "attribution": reading.attribution if visible(reading.kind, "attribution", 0, self.audience) else "author",
            "modality": reading.modality,
        }

    def _person(self, person: str, listed: bool, lists: Sequence[str]) -> Shown | None:
        facts = self.register.facts_of(person)
        steps = [s for s in self.register.recognitions.get(person, ()) if self._sees(s, None)]
        own = [s for s in steps if s.own]
        statements = (*self._statements(facts), *(self._recognition(s) for s in own))
        if not statements and (self.outside or facts or person in self.register.recognitions):
            return None
        held = self.register.people[person].records
        records = sorted({*self._records(facts), *(s.record for s in own)} if self.outside else held)
        states, because = self._liberty(person, {s.id for s in statements})
        categories = [s for s in steps if s.list in lists and s.step == "entered" and _by(s, self.as_of)]
        return Shown(
            id=records[0],
            name=self._name(records) if self.outside else self.register.people[person].name,
            states=states,
            because=because,
            listed=listed,
            categories=tuple(dict.fromkeys(s.category for s in categories if s.category)) if listed else (),
            statements=statements,
            also=tuple(records[1:]),
            photo=self.portraits.get(person),
        )

    def _records(self, facts: Iterable[Fact]) -> Iterator[str]:
        """Records by which something public was said: the others may stand in sources that nobody released."""
        yield from (c.record for f in facts if self._public(f) for c in self.register.claims_of(f.id))

    def _name(self, records: Sequence[str]) -> str:
        known = [self.register.records[r].name for r in records if r in self.register.records]
        return known[0] if known and visible("person", "name", 0, self.audience) else records[0]

    def _liberty(self, person: str, shown: set[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The status; unknown as soon as it rests on anything that is not public."""
        known = liberty(self.register, person, self.as_of)
        if any(f not in shown for f in known.because):
            return ("unknown",), ()
        return known.statuses, known.because

    def _public(self, fact: Fact) -> bool:
        return all(visible(r.kind, None, fact.level, self.audience) for r in (*fact.readings, *fact.others))

    def _sees(self, step: Recognition, field: str | None) -> bool:
        return visible("recognition", field, step.level, self.audience)

    def _statements(self, facts: Iterable[Fact]) -> tuple[Statement, ...]:
        seen = [f for f in facts if self._public(f)]
        return tuple(self._statement(f) for f in sorted(seen, key=_in_time))

    def _statement(self, fact: Fact) -> Statement:
        reading = fact.readings[0]
        others = [told for r in (*fact.readings[1:], *fact.others) if (told := self.told(r))]
        claims = self.register.claims_of(fact.id)
        sources = tuple(dict.fromkeys(_published_in(c) for c in claims if self._citable(c)))
        return Statement(
            **self._parts(reading),
            id=fact.id,
            disputed=fact.disputed,
            others=tuple(others),
            sources=sources,
            sealed=any(not self._citable(c) for c in claims),
            released=self.released.day(fact.id),
            about=self._about(fact),
        )

    def _about(self, fact: Fact) -> tuple[str, ...]:
        """The facts whose claims this one names and that may be seen, such as those an official was involved in."""
        claims = (self.register.claims.get(c) for c in fact.about)
        facts = dict.fromkeys(self.register.fact_of.get(c.fact, "") for c in claims if c)
        return tuple(f for f in facts if f in self.register.facts and self._public(self.register.facts[f]))

    def _recognition(self, step: Recognition) -> Statement:
        """A recognition by the members' own decision."""
        fields = {n: getattr(step, n) for n in KINDS["recognition"] if self._sees(step, n) and getattr(step, n)}
        reading = Reading("recognition", fields, step.when, "author", "happened", step.id)
        return Statement(**self._parts(reading), id=step.id, released=self.released.day(step.id))

    def _citable(self, claim: HeldClaim) -> bool:
        """A source is named when members released on it as a public source, and it is nobody's own writing down."""
        source = _published_in(claim)
        shown = source in self.released.public_sources or (
            self.audience != AUDIENCE and claim.basis == f"source:{source}"
        )
        return source in self.register.sources and (not self.outside or (shown and source not in self.memos))

    def _fields(self, reading: Reading) -> dict[str, Any]:
        named = reading.fields.items()
        return {n: v for n, v in named if v not in (None, "") and visible(reading.kind, n, 0, self.audience)}


def _published_in(claim: HeldClaim) -> str:
    """The source to cite: of a photograph the one that published it, when that permits it, and not its own file."""
    fields = claim.reading.fields
    consent = str(fields.get("consent") or "")
    if is_photograph(claim.kind, fields) and consent.startswith(SOURCE):
        return consent.removeprefix(SOURCE)
    return claim.document


def _lists(figures: Iterable[Figure]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for f in figures for name in f.lists))


def _figure(figure: Figure, people: Mapping[str, str], statements: set[str], lists: frozenset[str]) -> Figure:
    """The figure with public ids only. What it counts and withholds stays."""

    def public(ids: Iterable[str]) -> tuple[str, ...]:
        named = (people.get(i, i if i in statements else None) for i in ids)
        return tuple(sorted(i for i in named if i))

    return replace(
        figure,
        counted=public(figure.counted),
        unknown=public(figure.unknown),
        disputed=public(figure.disputed),
        lists=tuple(name for name in figure.lists if name in lists),
        known_at=figure.known_at[:10] if figure.known_at else None,
    )


def _by(step: Recognition, day: date) -> bool:
    return step.when is None or step.when.earliest is None or step.when.earliest <= day


def _in_time(fact: Fact) -> tuple[date, str, int, str]:
    start = fact.when.earliest or fact.when.latest if fact.when else None
    return start or date.max, fact.document, fact.offset, fact.id

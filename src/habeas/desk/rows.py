"""The rows of the projection tables that a folded register gives: the one place that says what stands in them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Model

from habeas.desk import models
from habeas.desk.folding import Folded
from habeas.desk.models import TOPIC
from habeas.desk.names_searched import searchable
from habeas.figures import rows as counting_rows
from habeas.ledger import Entry
from habeas.lexicon.when import When
from habeas.register import Fact, HeldClaim, Person, Register

Row = tuple[Any, ...]


def rows_of(now: Folded) -> dict[type[Model], list[Row]]:
    """Table -> its rows, each a value for every column in the order of the model."""
    register = now.register
    return {
        models.MemberRow: list(register.members.items()),
        models.SourceRecord: _sources(now),
        models.RecordRow: [(r.id, register.person_of[r.id], r.document, r.name) for r in register.records.values()],
        models.PersonRow: [_person(register, p) for p in register.people.values() if _is_person(register, p)],
        models.FactRow: [_fact(register, f) for f in register.facts.values()],
        models.ClaimRow: _claims(now),
        models.ListRow: _lists(register),
        **{models.COUNTING[table]: made for table, made in counting_rows(register).tables.items()},
    }


def plain(value: Any) -> str:
    """JSON text, the same for the same value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _sources(now: Folded) -> list[Row]:
    known = {source.entry for source in now.register.sources.values()}
    return [_source(now.register, e) for e in now.entries if e.id in known]


def _source(register: Register, entry: Entry) -> Row:
    assert entry.body is not None
    c = entry.body.content
    said = (
        c["source"],
        c["title"] or "",
        c["media_type"],
        c["language"] or "",
        c["published"],
        c["captured_at"],
        c["how"],
    )
    return (*said, c["characters"], entry.id, _iso(register.sources[c["source"]].state_of))


def _is_person(register: Register, person: Person) -> bool:
    """False for groups and sources that claims without a person hang on: no record of theirs was ever opened."""
    return any(r in register.records for r in person.records)


def _person(register: Register, person: Person) -> Row:
    facts = [register.facts[f] for f in person.facts]
    documents = sorted({register.records[r].document for r in person.records if r in register.records})
    steps = [
        (r.id, r.list, r.step, text(r.when), r.category, r.level, r.own)
        for r in register.recognitions.get(person.id, ())
    ]
    counts = (len(facts), sum(len(f.claims) for f in facts), sum(f.disputed for f in facts))
    words = (plain(person.names), plain(person.roles), plain(documents))
    return (person.id, person.name, person.name.casefold(), *words, *counts, plain(steps), searchable(person.names))


def _fact(register: Register, fact: Fact) -> Row:
    known_since = min(register.claims[c].at for c in fact.claims)
    said = (text(fact.when), *bounds(fact.when), plain(dict(fact.fields)), fact.modality)
    standing = (fact.disputed, fact.preferred, fact.level, known_since, len(fact.claims))
    origin = (fact.document, fact.offset, _iso(fact.state_of), topic_of(fact))
    return (fact.id, fact.person, fact.kind, *said, *standing, *origin)


TOPICS = ("article", "place", "region")
"""What the filters of the list ask about facts: the article of a charge, where somebody is held, where they live."""


def topic_of(fact: Fact) -> str:
    """`article:174`, `place:Colony 4`, `region:Atyrau`; empty for a fact that no filter asks about."""
    match fact.kind:
        case "charge":
            topic, said = "article", fact.fields.get("article")
        case "custody":
            topic, said = "place", fact.fields.get("facility")
        case "identity" if fact.fields.get("attribute") == "residence":
            topic, said = "region", fact.fields.get("value")
        case _:
            return ""
    return f"{topic}:{said}"[:TOPIC] if said else ""


def _claims(now: Folded) -> list[Row]:
    fact_of = {claim: fact.id for fact in now.register.facts.values() for claim in fact.claims}
    deciding = {e.id: e for e in now.entries if e.action in ("accept", "correct") and e.body}
    return [
        _claim(now.register, claim, fact_of[claim.id], deciding[claim.entries[-1]])
        for claim in now.register.claims.values()
    ]


def _claim(register: Register, claim: HeldClaim, fact: str, last: Entry) -> Row:
    r = claim.reading
    author = last.body.author if last.body else claim.author
    read = (r.kind, text(r.when), plain(dict(r.fields)), r.attribution, r.modality, bounds(r.when)[1])
    place = (claim.document, *claim.span, plain(claim.of), claim.case, claim.rule, claim.confidence)
    decided = (claim.at, author, last.header.at, claim.bulk, claim.level, claim.basis, last.id, bool(claim.earlier))
    return (claim.id, fact, claim.record, register.person_of.get(claim.record), *read, *place, *decided)


def _lists(register: Register) -> list[Row]:
    people = (p for p in register.people.values() if _is_person(register, p))
    return lists_of_steps(
        (step.list, step.own) for person in people for step in register.recognitions.get(person.id, ())
    )


def lists_of_steps(steps: Iterable[tuple[str, bool]]) -> list[Row]:
    """The rows of `ListRow` for steps: each the name of a list, and whether members decided it."""
    found = set(steps)
    ours, claimed = {name for name, own in found if own}, {name for name, own in found if not own}
    return [(name, name in ours, name in claimed) for name in sorted(ours | claimed)]


def text(when: When | None) -> str | None:
    """The EDTF form, or None."""
    return when.text if when else None


def bounds(when: When | None) -> tuple[str | None, str | None]:
    """Earliest and latest day as ISO text, None where there is no bound."""
    return (_iso(when.earliest), _iso(when.latest)) if when else (None, None)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None

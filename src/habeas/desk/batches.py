"""From proposals to drafts: records to open, claims, and the fact that each claim supports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from habeas.desk import models
from habeas.desk.faults import NotFound, Refused
from habeas.desk.known import known_facts, may_be_minor, minors, persons_of
from habeas.desk.readings import Progress
from habeas.desk.records import claim_id, fact_id, group_id
from habeas.desk.signing import Pen
from habeas.desk.supports import Stated
from habeas.desk.tables import among
from habeas.ledger import Draft
from habeas.register.visibility import LEVEL_OF_KIND, START_LEVEL

MINOR_LEVEL = 3
STEP = 100
"""How many proposals lie between two calls of `progress`."""

Row = models.ProposalRecord
People = Mapping[str, Sequence[models.NamedRecord]]
"""Proposal -> the records that it names, in its order."""


class Batch:
    """Open proposals about to be accepted together. A later one may support the fact of an earlier one."""

    def __init__(self, pen: Pen, rows: Sequence[Row], people: People, *, today: date) -> None:
        self._pen, self._rows, self._people, self._today = pen, rows, people, today
        records = {p.record for row in rows for p in people.get(row.id, ())}
        self._persons = dict(persons_of(pen.ws, records))
        self._opened = set(self._persons)
        self._known = known_facts(pen.ws, set(self._persons.values()))
        self._minors = minors(pen.ws, set(self._persons.values()), today=today) | self._minors_here()
        self._named = _records_by_proposal(pen, rows, people)

    def drafts(self, *, bulk: bool, fact: str | None = None, progress: Progress | None = None) -> list[Draft]:
        """Everything to be appended, in the order of the documents."""
        drafts: list[Draft] = []
        for number, row in enumerate(self._rows):
            if progress and number % STEP == 0:
                progress(number, len(self._rows), row.kind)
            drafts += self._open(row)
            drafts += self._claims(row, bulk=bulk, fact=fact)
        if progress:
            progress(len(self._rows), len(self._rows), "")
        return drafts

    def _open(self, row: Row) -> Iterator[Draft]:
        for named in self._people.get(row.id, ()):
            if named.record not in self._opened:
                self._opened.add(named.record)
                self._persons[named.record] = named.record
                who = {"record": named.record, "name": named.name, "names": named.names, "role": named.role}
                level = self._level("", named.record)
                yield self._pen.draft("record_opened", {**who, "document": row.source_id}, (named.record,), level=level)

    def _claims(self, row: Row, *, bulk: bool, fact: str | None) -> Iterator[Draft]:
        """One draft for each person. The proposal is a subject too: it ties the claims for whoever looks at one."""
        people = self._named[row.id]
        said = {"kind": row.kind, "fields": row.fields, "when": row.when}
        place = {"document": row.source_id, "span": [row.start, row.end]}
        read = {
            "attribution": row.attribution,
            "modality": row.modality,
            "rule": row.rule,
            "confidence": row.confidence,
        }
        about = {"case": row.id if len(people) > 1 else None, "proposal": row.id, "bulk": bulk}
        for number, record in enumerate(people or [group_id(row.id)]):
            claim = claim_id(row.id, number, len(people))
            supported = self._fact(row, record, claim, fact)
            ids = {"claim": claim, "fact": supported, "record": record, "of": self._about(row, record)}
            subjects, level = (record, supported, claim, row.id), self._level(row.kind, record)
            yield self._pen.draft("accept", {**ids, **said, **place, **read, **about}, subjects, level=level)

    def _fact(self, row: Row, record: str, claim: str, named: str | None) -> str:
        stated = Stated(self._persons.get(record, record), row.kind, row.fields, row.when, row.modality)
        fact = self._named_fact(named, stated) if named else self._known.supported_by(stated)
        fact = fact or fact_id(claim)
        self._known.add(fact, stated)
        return fact

    def _named_fact(self, fact: str, stated: Stated) -> str | None:
        """The fact that the member names, None for a new one. Raises `NotFound`, `Refused`."""
        if fact == "new":
            return None
        row = models.FactRow.objects.using(self._pen.ws.alias).filter(id=fact).first()
        if row is None:
            raise NotFound(f"There is no fact {fact}.", "`habeas person NAME` prints the ids of facts.")
        if (row.person, row.kind) != (stated.person, stated.kind):
            raise Refused(
                f"{fact} is a {row.kind} of another person, or not a {stated.kind}.",
                "Join the people first, or say `new`.",
            )
        return fact

    def _about(self, row: Row, record: str) -> list[str]:
        """The claims about the same person that come of the proposals this one is about."""
        claims = []
        for proposal in row.of:
            people = self._named.get(proposal, [])
            if record in people:
                claims.append(claim_id(proposal, people.index(record), len(people)))
        return claims

    def _level(self, kind: str, record: str) -> int:
        minor = self._persons.get(record, record) in self._minors or record in self._minors
        return max(LEVEL_OF_KIND.get(kind, START_LEVEL), MINOR_LEVEL if minor else 0)

    def _minors_here(self) -> set[str]:
        return {
            self._persons.get(p.record, p.record)
            for row in self._rows
            if row.kind == "identity" and may_be_minor(row.fields, self._today)
            for p in self._people.get(row.id, ())
        }


def _records_by_proposal(pen: Pen, rows: Sequence[Row], people: People) -> Mapping[str, list[str]]:
    """Proposal -> its records in order, for these proposals and those that they are about."""
    named = {row.id: [p.record for p in people.get(row.id, ())] for row in rows}
    others = {name for row in rows for name in row.of} - named.keys()
    links = (
        models.ProposalPerson.objects.using(pen.ws.alias)
        .filter(proposal__in=among(others))
        .order_by("proposal", "place")
    )
    for proposal, record in links.values_list("proposal", "record"):
        named.setdefault(proposal, []).append(record)
    return named

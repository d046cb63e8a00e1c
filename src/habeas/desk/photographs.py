"""Photographs of people: the bytes a source like any other, and a claim of identity with credit and consent."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.adapters.parsing.photographs import Photograph, take_photograph
from habeas.desk import models
from habeas.desk.batches import MINOR_LEVEL
from habeas.desk.decisions import correct
from habeas.desk.faults import BadRequest, NotFound, Refused, told
from habeas.desk.known import minors
from habeas.desk.marks import HAND
from habeas.desk.members import member
from habeas.desk.pictures import keep_copies
from habeas.desk.records import fact_id
from habeas.desk.releases import SEALED, SOURCE, held_basis
from habeas.desk.results import Decided
from habeas.desk.signing import Pen
from habeas.desk.sources import keep_text
from habeas.desk.targets import near, person_id
from habeas.desk.workspace import Workspace
from habeas.evidence import Document, Source
from habeas.ledger import Draft
from habeas.lexicon.when import When
from habeas.reading.proposals import proposal_id
from habeas.register import Register, is_photograph
from habeas.register.visibility import START_LEVEL

LONGEST = 300
"""Characters that a credit, a source or a description may have."""


@dataclass(frozen=True, slots=True)
class About:
    """What is said of a photograph. `credit` is who made it; `source` where it is from: words, an address, or
    `source:ID` of a source kept here that published it. `consent` is `mandate:ID` or `source:ID`; without one, a source
    that published it is its consent. `alt` says what can be seen; `taken` is EDTF; `minor` that it shows a minor."""

    credit: str
    source: str
    consent: str | None = None
    alt: str = ""
    taken: str | None = None
    minor: bool = False


@dataclass(frozen=True, slots=True)
class Photographed:
    """A photograph that became a fact. `new` is False when it had been added to the person before: nothing changed."""

    source: str
    fact: str
    level: int
    consent: str | None
    new: bool
    entries: tuple[str, ...] = ()


@told
def add_photograph(
    ws: Workspace, data: bytes, *, file: str, who: str, about: About, by: str, now: str, key: str | None = None
) -> Photographed:
    """Archives a photograph of a person (an id or a name) and states that it is one, at level 2; of a minor at 3.

    Nothing is written unless all of it is. Raises a `BadInput` for a file that is no photograph, `BadRequest` without
    credit or source, `Refused` for a consent that does not hold, `NotFound`, `Ambiguous`, `NotADate`.
    """
    signer, about = member(ws, by), _checked(about)
    taken = take_photograph(data, file=file)
    with ws.transaction():
        pen = Pen(ws, signer, now, key)
        person = person_id(ws, who)
        known, today = near(ws, [person]), date.fromisoformat(now[:10])
        words, consent = _grounds(ws, known, about, today)
        adding = _Adding(pen, taken, about, words, consent)
        if earlier := _earlier(known, person, adding.sha256):
            return earlier
        minor = about.minor or bool(minors(ws, {person}, today=today))
        return adding.to(_record(known, person, who), MINOR_LEVEL if minor else START_LEVEL)


@dataclass(frozen=True, slots=True)
class _Adding:
    pen: Pen
    taken: Photograph
    about: About
    words: str
    consent: str | None

    @property
    def sha256(self) -> str:
        return self._document.sha256

    @property
    def _document(self) -> Document:
        """What the photograph has for a text: where it is from and who made it. Nobody who is on it."""
        text = f"Photograph. Credit: {self.about.credit}. Source: {self.words}."
        sha256 = hashlib.sha256(self.taken.data).hexdigest()
        return Document.from_text(text, sha256=sha256, title=f"Photograph: {self.words}")

    def to(self, record: str, level: int) -> Photographed:
        """Writes the source, its copies and the claim about the record."""
        ws, document = self.pen.ws, self._document
        drafts = [*self._capture(document), self._claim(document, record, level)]
        ws.vault.put(self.taken.data)
        keep_copies(ws, document.sha256, self.taken)
        done = self.pen.decide_all(lambda: drafts)
        fact = next(s for s in done.subjects if s.startswith("f-"))
        return Photographed(document.sha256, fact, level, self.consent, True, done.entries)

    def _capture(self, document: Document) -> Iterable[Draft]:
        row = models.SourceText.objects.using(self.pen.ws.alias).filter(source=document.sha256).first()
        if row is not None and row.restricted:
            raise Refused("Somebody on this photograph was erased.", "It is shown no more, of nobody.")
        if row is not None:
            return
        source = Source.of(
            document, media_type=self.taken.media_type, captured_at=self.pen.now, by=self.pen.member.id,
            file=self.taken.file, parsed=True, address=self.words if self.words.startswith("https://") else None,
        )  # fmt: skip
        keep_text(self.pen.ws, document, self.pen.now)
        yield self.pen.draft("source_captured", source.to_json(), (source.sha256,))

    def _claim(self, document: Document, record: str, level: int) -> Draft:
        text = models.SourceText.objects.using(self.pen.ws.alias).get(source=document.sha256).text
        said = {"attribute": "photo", "value": self.about.alt, "credit": self.about.credit, "consent": self.consent}
        fields = {name: value for name, value in said.items() if value}
        span = (0, len(text))
        claim = proposal_id(document.sha256, "identity", span, (record, HAND), self.about.taken, fields)
        content: Mapping[str, Any] = {
            "claim": claim, "fact": fact_id(claim), "record": record, "kind": "identity", "fields": fields,
            "when": self.about.taken, "document": document.sha256, "span": list(span), "attribution": "author",
            "modality": "happened", "of": [], "case": None, "rule": HAND, "confidence": 1.0, "proposal": None,
            "bulk": False,
        }  # fmt: skip
        return self.pen.draft("accept", content, (record, content["fact"], claim), level=level)


def _checked(about: About) -> About:
    """The same in single spaces. Raises `BadRequest` without credit or source, or for words that are none."""
    credit, source, alt = (" ".join(words.split()) for words in (about.credit, about.source, about.alt))
    if not credit or not source:
        missing = "credit: who made it" if not credit else "source: where it is from"
        raise BadRequest(f"The photograph has no {missing}.", "Say it; write 'not known' where nobody knows.")
    if max(map(len, (credit, source, alt))) > LONGEST:
        raise BadRequest(f"Credit, source and description have {LONGEST} characters at most.", "Say it shorter.")
    if about.taken:
        When.parse(about.taken)
    return About(credit, source, about.consent or None, alt, about.taken or None, about.minor)


def _grounds(ws: Workspace, known: Register, about: About, today: date) -> tuple[str, str | None]:
    """Where the photograph is from, in words, and the consent with its whole id."""
    words, consent = about.source, about.consent
    if words.startswith(SOURCE):
        published = _ground(ws, known, words, today)
        words = models.SourceRecord.objects.using(ws.alias).get(sha256=published.removeprefix(SOURCE)).title
        consent = consent or published
    return words.rstrip("."), _ground(ws, known, consent, today) if consent else None


def _ground(ws: Workspace, known: Register, basis: str, today: date) -> str:
    """The basis with its whole id. What a member wrote down, or a photograph, published nothing: `Refused`."""
    whole = held_basis(ws, known, basis, on=today)
    row = models.SourceRecord.objects.using(ws.alias).filter(sha256=whole.removeprefix(SOURCE)).first()
    if row is not None and (row.how == "memo" or row.media_type.startswith("image/")):
        raise Refused(f"{row.title!r} is no public source.", "Name the page or paper that published it, or a mandate.")
    return whole


def _earlier(known: Register, person: str, source: str) -> Photographed | None:
    """The photograph that was added to the person already."""
    for fact in known.facts_of(person, "identity"):
        for claim in known.claims_of(fact.id):
            if claim.document == source and claim.reading.fields.get("attribute") == "photo":
                consent = claim.reading.fields.get("consent")
                return Photographed(source, fact.id, fact.level, consent, False)
    return None


def _record(known: Register, person: str, named: str) -> str:
    """The record that the claim hangs on: the one that was named, else the one of which most may be seen.

    Whoever sees a fact outside the office sees the name of its record: it must not be one that nobody released.
    """
    records = known.people[person].records
    if named in records:
        return named
    claims = [c for f in known.facts_of(person) for c in known.claims_of(f.id)]
    levels = {r: min((c.level for c in claims if c.record == r), default=SEALED) for r in records}
    return min(records, key=lambda record: (levels[record], record != person, record))


@told
def consent_to(
    ws: Workspace, fact: str, consent: str, *, by: str, now: str, why: str, key: str | None = None
) -> Decided:
    """Says on what the photograph may be shown: `mandate:ID`, or `source:ID` of a public source that published it.

    Raises `NotFound` for a fact that is no photograph, `Refused` for a consent that does not hold.
    """
    with ws.transaction():
        known = near(ws, [fact])
        found = known.facts.get(known.fact_of.get(fact, fact))
        if found is None or not is_photograph(found.kind, found.fields):
            raise NotFound(f"There is no photograph {fact}.", "`habeas person NAME` prints the ids of facts.")
        whole = _ground(ws, known, consent, date.fromisoformat(now[:10]))
        return correct(ws, found.claims[0], {"fields": {"consent": whole}}, by=by, now=now, why=why, key=key)

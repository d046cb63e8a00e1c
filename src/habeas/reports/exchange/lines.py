"""A register as lines of JSON for offices of the same house: what the entries say, and the entries themselves.

One object a line, its `line` says what it is: head, member, source, passage, person, fact, recognition, entry, end. The
lines before the entries follow from the entries alone and are there to be read; whoever takes the file in folds the
entries and reads the passages. The last line counts the others and hashes them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.ledger import Entry, Head, erased_by
from habeas.register import Fact, HeldClaim, Person, Reading, Recognition, Register, canonical_order, liberty
from habeas.reports.exchange.choosing import Chosen

FORMAT, VERSION = "habeas-register", 1
SILENT = frozenset(("member_added", "received"))
"""Actions that say nothing about the register: a feed of nothing else is named in the head and not sent."""

Line = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Heading:
    """What the first line says. `as_of` is the day of the liberties printed; `known_at` a UTC moment, or a day
    for others than an office; None for an empty ledger."""

    name: str
    feed: str
    audience: str
    as_of: date
    known_at: str | None

    def to_json(self, heads: Mapping[str, Head]) -> Line:
        """The head line."""
        return {
            "line": "head", "format": FORMAT, "version": VERSION, "name": self.name, "from": self.feed,
            "audience": self.audience, "as_of": self.as_of.isoformat(), "known_at": self.known_at,
            "heads": {feed: {"seq": h.seq, "hash": h.hash} for feed, h in sorted(heads.items())},
        }  # fmt: skip


def office_lines(chosen: Chosen, heading: Heading, texts: Mapping[str, str]) -> Iterator[Line]:
    """Every line but the last. `texts` are the documents' texts by SHA-256, as far as they are held."""
    register, sent = chosen.register, list(sent_entries(chosen.entries))
    yield heading.to_json(_heads(chosen.entries))
    added = {e.body.content["member"] for e in sent if e.action == "member_added" and e.body}
    yield from ({"line": "member", "id": m, "name": n} for m, n in sorted(register.members.items()) if m in added)
    yield from _sources(sent, register)
    yield from _passages(sent, texts)
    yield from (_person(register, p, heading.as_of) for p in register.people.values())
    yield from (_fact(register, register.facts[f]) for f in sorted(register.facts))
    for person in sorted(register.recognitions):
        yield from (_recognition(s) for s in register.recognitions[person])
    yield from _entries(sent)


def sent_entries(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, feed by feed, without feeds that say nothing about the register."""
    ordered = sorted(entries, key=lambda e: (e.header.feed, e.header.seq))
    telling = {e.header.feed for e in ordered if e.action not in SILENT}
    return (e for e in ordered if e.header.feed in telling)


def to_bytes(lines: Iterable[Line]) -> Iterator[bytes]:
    """The lines as UTF-8, each with its line feed, and the last line, which counts and hashes those before."""
    digest, number = hashlib.sha256(), 0
    for line in lines:
        data = plain(line)
        digest.update(data)
        number += 1
        yield data
    yield plain({"line": "end", "lines": number, "sha256": digest.hexdigest()})


def plain(line: Line) -> bytes:
    """One line: `line` first, the other keys as they were given."""
    return (json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _heads(entries: Iterable[Entry]) -> dict[str, Head]:
    heads: dict[str, Head] = {}
    for entry in entries:
        if entry.header.seq > heads.get(entry.header.feed, Head.empty("")).seq:
            heads[entry.header.feed] = entry.head
    return heads


def _sources(sent: Iterable[Entry], register: Register) -> Iterator[Line]:
    """Each source as its last capture describes it."""
    captured = {e.body.content["source"]: e.body.content for e in canonical_order(sent)
                if e.action == "source_captured" and e.body}  # fmt: skip
    for id in sorted(captured):
        c, held = captured[id], register.sources[id]
        described = ("title", "media_type", "language", "published", "captured_at", "how", "characters", "address")
        state_of = held.state_of.isoformat() if held.state_of else None
        yield {"line": "source", "sha256": id, **{k: c.get(k) for k in described}, "state_of": state_of}


def _passages(sent: Sequence[Entry], texts: Mapping[str, str]) -> Iterator[Line]:
    """The words that claims rest on, with their SHA-256, each passage once. `quote` is null where no text is held."""
    described = {e.body.content["source"] for e in sent if e.action == "source_captured" and e.body}
    accepted = (e.body.content for e in sent if e.action == "accept" and e.body)
    places = {(c["document"], *c["span"]) for c in accepted if c["document"] in described}
    for document, start, end in sorted(places):
        text = texts.get(document)
        quote = text[start:end] if text is not None and end <= len(text) else None
        sha256 = hashlib.sha256(quote.encode()).hexdigest() if quote is not None else None
        yield {"line": "passage", "document": document, "span": [start, end], "sha256": sha256, "quote": quote}


def _person(register: Register, person: Person, as_of: date) -> Line:
    records = [register.records[r] for r in person.records if r in register.records]
    state = liberty(register, person.id, as_of)
    return {
        "line": "person", "id": person.id, "name": person.name, "roles": list(person.roles),
        "records": [
            {"id": r.id, "document": r.document, "name": r.name, "names": list(r.names), "role": r.role}
            for r in records
        ],
        "liberty": list(state.statuses), "because": list(state.because), "facts": list(person.facts),
    }  # fmt: skip


def _fact(register: Register, fact: Fact) -> Line:
    return {
        "line": "fact", "id": fact.id, "kind": fact.kind, "person": fact.person, "level": fact.level,
        "disputed": fact.disputed, "preferred": fact.preferred,
        "readings": [_reading(r) for r in fact.readings], "set_aside": [_reading(r) for r in fact.others],
        "claims": [_claim(register.claims[c]) for c in fact.claims],
    }  # fmt: skip


def _reading(reading: Reading) -> Line:
    return {
        "kind": reading.kind, "fields": dict(reading.fields), "when": reading.when.text if reading.when else None,
        "attribution": reading.attribution, "modality": reading.modality,
    }  # fmt: skip


def _claim(claim: HeldClaim) -> Line:
    return {
        "id": claim.id, "record": claim.record, **_reading(claim.reading), "document": claim.document,
        "span": list(claim.span), "of": list(claim.of), "case": claim.case, "level": claim.level,
        "basis": claim.basis, "rule": claim.rule, "author": claim.author, "at": claim.at, "bulk": claim.bulk,
        "entries": list(claim.entries),
    }  # fmt: skip


def _recognition(step: Recognition) -> Line:
    return {
        "line": "recognition", "id": step.id, "person": step.person, "list": step.list, "step": step.step,
        "category": step.category, "tier": step.tier, "reason": step.reason,
        "when": step.when.text if step.when else None, "own": step.own, "disputed": step.disputed,
        "level": step.level,
    }  # fmt: skip


def _entries(sent: Sequence[Entry]) -> Iterator[Line]:
    gone = erased_by(sent)
    for entry in sent:
        header = {**entry.header.to_json(), "hash": entry.header.hash}
        body = json.loads(entry.body.text()) if entry.body else None
        absent = None if entry.body else "erased" if entry.id in gone else "withheld"
        yield {"line": "entry", "header": header, "body": body, "absent": absent}

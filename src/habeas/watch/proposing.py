"""Proposals out of a snapshot: `listing` claims about people of the register, each with its place in the list's text.

A deletion has no place of its own: its passage is the head of the list that no longer holds the entry. Nobody else's
record is opened: of the thousands of others on a list nothing is proposed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from habeas.evidence import Document
from habeas.reading.proposals import NamedPerson, Proposal, Reading, proposal_id
from habeas.watch.events import Event, events
from habeas.watch.notices import NOTICES
from habeas.watch.screening import Hit, KnownPerson, screen
from habeas.watch.snapshot import ListEntry, Snapshot

RULE = "listing.snapshot"


@dataclass(frozen=True, slots=True)
class Proposed:
    """The reading of a snapshot, and for each proposal the person of the register that it seems to be about."""

    reading: Reading
    hits: Mapping[str, Hit]


def propose(document: Document, series: Sequence[Snapshot], people: Sequence[KnownPerson]) -> Proposed:
    """What the newest snapshot of a series (oldest first) says of people of the register.

    `document` is the text of the newest. The confidence of a proposal is the probability that the entry is theirs,
    less the chance that the entry was only rewritten.
    """
    newest = series[-1]
    told = [e for e in events(series) if e.snapshot is newest and e.entry.kind == "person"]
    hits = _hits(told, newest, people)
    persons, ids = _persons(newest, [e.entry for e in told], hits)
    about = {}
    for event in told:
        if event.entry in hits:
            claim = _claim(document, newest, event, hits[event.entry], ids)
            about[claim.id] = claim, hits[event.entry]
    reading = Reading(document, tuple(persons), tuple(claim for claim, _ in about.values()))
    return Proposed(reading, {id: hit for id, (_, hit) in about.items()})


def _hits(told: Iterable[Event], newest: Snapshot, people: Sequence[KnownPerson]) -> Mapping[ListEntry, Hit]:
    """Entry -> the likeliest person of the register."""
    eventful = Snapshot(newest.list, newest.on, tuple(dict.fromkeys(e.entry for e in told)))
    found: dict[ListEntry, Hit] = {}
    for hit in screen(people, eventful):
        found.setdefault(hit.entry, hit)
    return found


def _persons(
    newest: Snapshot, told: Iterable[ListEntry], hits: Mapping[ListEntry, Hit]
) -> tuple[list[NamedPerson], Mapping[ListEntry, str]]:
    """One person for each entry that is a hit, and for its namesakes: record ids hang on their order in the list."""
    named = {entry.name for entry in hits}
    entries = dict.fromkeys((*newest.entries, *(e for e in told if e in hits)))
    chosen = [e for e in entries if e.kind == "person" and e.name in named]
    here = set(newest.entries)
    ids = {entry: f"p{number}" for number, entry in enumerate(chosen, start=1)}
    return [
        NamedPerson(ids[e], e.name, e.all_names, "subject", (e.span,) if e in here else (newest.head,)) for e in chosen
    ], ids


def _claim(document: Document, newest: Snapshot, event: Event, hit: Hit, ids: Mapping[ListEntry, str]) -> Proposal:
    span = newest.head if event.action == "delisted" else event.entry.span
    fields = {"list": newest.list, "action": event.action}
    when = event.when.text if event.when else None
    rewritten = event.maybe.likeness.probability if event.maybe else 0.0
    known_by = (event.entry.name, event.entry.identifier or "", event.entry.birth or "")
    name = proposal_id(document.sha256, "listing", span, known_by, when, fields)
    return Proposal(
        name, "listing", (ids[event.entry],), span, when, fields, RULE,
        round(hit.likeness.probability * (1 - rewritten), 4),
        "body" if newest.list == NOTICES else "official", "happened",
    )  # fmt: skip

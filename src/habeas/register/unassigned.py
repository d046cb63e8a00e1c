"""What a split leaves to be decided anew: everything decided about the joined person since the join."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from habeas.ledger import Entry
from habeas.register.groups import Parting
from habeas.register.model import Fact, HeldClaim, Unassigned

Topic = tuple[str, str]


def unassigned(
    decided: Sequence[Entry],
    partings: Iterable[Parting],
    claims: Mapping[str, HeldClaim],
    facts: Mapping[str, Fact],
    place: Mapping[str, int],
) -> tuple[Unassigned, ...]:
    """Decisions between a join and the split that undid it, until a later decision replaces or repeats them."""
    record_of = {c.id: c.record for c in claims.values()}
    records_of = {f.id: {record_of[c] for c in f.claims} for f in facts.values()}
    for claim in claims.values():
        records_of.setdefault(claim.fact, set()).add(claim.record)
    latest = _latest(decided, place)
    found = []
    for parting in partings:
        taken, end = parting.left | parting.stayed, place[parting.entry]
        start = min((place[j] for j in parting.joined_by), default=end)
        for entry in decided:
            if start < place[entry.id] < end and not _assigned(entry, latest, end):
                about = _records(entry, record_of, records_of) & taken
                if about:
                    named = tuple(sorted(_facts(entry, claims)))
                    found.append(Unassigned(entry.id, parting.entry, tuple(sorted(about)), named))
    return tuple(found)


def _topics(entry: Entry) -> set[Topic]:
    """What a decision is about: its own entry, the entry it replaces, the claim, facts or record it names."""
    c = _content(entry)
    topics = {("entry", t) for t in (entry.id, c.get("replaces")) if t}
    topics |= {("fact", f) for f in (*(c.get("facts") or ()), c.get("fact")) if f}
    if c.get("claim"):
        topics.add(("claim", c["claim"]))
    if entry.action == "recognise":
        topics.add(("record", c["record"]))
    return topics


def _latest(decided: Iterable[Entry], place: Mapping[str, int]) -> dict[Topic, int]:
    latest: dict[Topic, int] = defaultdict(int)
    for entry in decided:
        for topic in _topics(entry):
            latest[topic] = max(latest[topic], place[entry.id])
    return latest


def _assigned(entry: Entry, latest: Mapping[Topic, int], split: int) -> bool:
    return any(latest.get(topic, 0) > split for topic in _topics(entry))


def _records(entry: Entry, record_of: Mapping[str, str], records_of: Mapping[str, set[str]]) -> set[str]:
    c = _content(entry)
    named = {r for r in (c.get("record"), record_of.get(c.get("claim") or "")) if r}
    for fact in (*(c.get("facts") or ()), c.get("fact")):
        named |= records_of.get(fact or "", set())
    return named


def _facts(entry: Entry, claims: Mapping[str, HeldClaim]) -> set[str]:
    c = _content(entry)
    named = {f for f in (*(c.get("facts") or ()), c.get("fact")) if f}
    if c.get("claim") in claims:
        named.add(claims[c["claim"]].fact)
    return named


def _content(entry: Entry) -> Mapping[str, Any]:
    assert entry.body is not None
    return entry.body.content

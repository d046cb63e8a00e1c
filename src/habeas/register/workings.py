"""One fold over entries in canonical order, step by step. Used by `habeas.register.fold` only."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from habeas.ledger import Entry
from habeas.lexicon.when import When
from habeas.register.assessing import assessments
from habeas.register.claims import Levels, claim_of, corrected
from habeas.register.facts import fact_of
from habeas.register.groups import Groups
from habeas.register.model import Fact, HeldClaim, Mandate, Person, Record, Source, Unassigned
from habeas.register.recognising import recognitions
from habeas.register.register import Register
from habeas.register.sources import published_by, source_of, with_state_of
from habeas.register.standing import Standing
from habeas.register.unassigned import unassigned

_GROUPING = ("same", "different", "split")


class Workings:
    """The steps of one fold, in the order of `register`. Each attribute is complete once its step has run."""

    def __init__(self, entries: Sequence[Entry], said_by: date | None) -> None:
        self.place = {e.id: n for n, e in enumerate(entries)}
        self.heads: dict[str, int] = {}
        self.by_action: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            header = entry.header
            self.heads[header.feed] = max(header.seq, self.heads.get(header.feed, 0))
            if entry.body is not None:
                self.by_action[header.action].append(entry)
        self.said_by = said_by
        self.withdrawn: dict[str, str] = {}

    def register(self) -> Register:
        """Runs every step."""
        sources = {s.id: s for s in map(source_of, self.by_action["source_captured"])}
        self.standing = self._standing()
        claims = self._claims(sources)
        records, facts = self._groups()
        sources = with_state_of(sources, claims.values())
        told = self._told(claims, records, facts)
        levels = self._levels(claims, told, records, facts)
        preferred = self._preferred(facts)
        opened = {r.id: r for r in map(_record_of, self.by_action["record_opened"])}
        ids = _person_ids(opened, records)
        made = {
            id: fact_of(id, ids.get(held[0].record), held, preferred.get(facts.root(held[0].fact)), sources)
            for id, held in ((id, [claims[c] for c in told[id]]) for id in told)
        }
        people = _people(opened, made, ids)
        person_of = {r: p.id for p in people.values() for r in p.records}
        return Register(
            people=people,
            facts=made,
            claims=claims,
            records=opened,
            sources=sources,
            members={c["member"]: c["name"] for c in self._contents("member_added")},
            mandates={m.id: m for m in map(_mandate_of, self._in_force("mandate_recorded"))},
            recognitions=recognitions(made, self._in_force("recognise"), person_of, levels),
            conflicts=(*self.standing.conflicts(), *records.conflicts, *facts.conflicts),
            unassigned=self._unassigned(records, claims, made),
            withdrawn=self._withdrawn(),
            rejected={c["proposal"]: e.id for e, c in self._pairs("reject")},
            heads=self.heads,
            person_of=person_of,
            fact_of=_aliases(claims, made, facts),
            assessments=assessments(self._in_force("assess"), self._in_force("assessment_seconded"), person_of),
        )

    # -- decisions in force ----------------------------------------------------------------------------------------

    def _standing(self) -> Standing:
        accepts = self.by_action["accept"]
        times: dict[str, int] = defaultdict(int)
        for entry in accepts:
            times[_content(entry)["claim"]] += 1
        doubled = [e for e in accepts if times[_content(e)["claim"]] > 1 or _content(e).get("replaces")]
        rest = [e for action, listed in self.by_action.items() if action != "accept" for e in listed]
        return Standing(sorted([*doubled, *rest], key=lambda e: self.place[e.id]))

    def _in_force(self, *actions: str) -> list[Entry]:
        found = [e for a in actions for e in self.by_action[a] if self.standing.in_force(e.id)]
        return sorted(found, key=lambda e: self.place[e.id]) if len(actions) > 1 else found

    def _contents(self, *actions: str) -> list[Mapping[str, Any]]:
        return [_content(e) for e in self._in_force(*actions)]

    def _pairs(self, *actions: str) -> list[tuple[Entry, Mapping[str, Any]]]:
        return [(e, _content(e)) for e in self._in_force(*actions)]

    def _unassigned(
        self, records: Groups, claims: Mapping[str, HeldClaim], facts: Mapping[str, Fact]
    ) -> tuple[Unassigned, ...]:
        if not records.partings:
            return ()
        decided = self._in_force("accept", "correct", "prefer", "release", "recognise", "withdraw")
        return unassigned(decided, records.partings, claims, facts, self.place)

    # -- claims ----------------------------------------------------------------------------------------------------

    def _claims(self, sources: Mapping[str, Source]) -> dict[str, HeldClaim]:
        late = {s.id for s in sources.values() if self.said_by and not published_by(s, self.said_by)}
        claims: dict[str, HeldClaim] = {}
        for entry in self._in_force("accept"):
            content = _content(entry)
            if content["document"] in late or (self.said_by and content["document"] not in sources):
                continue
            if content["claim"] not in claims:
                claims[content["claim"]] = claim_of(entry)
        for entry in self._in_force("correct"):
            id = _content(entry)["claim"]
            if id in claims:
                claims[id] = corrected(claims[id], entry)
        for entry, content in self._pairs("withdraw"):
            if content.get("claim"):
                self.withdrawn[content["claim"]] = entry.id
                claims.pop(content["claim"], None)
        return claims

    def _withdrawn(self) -> dict[str, str]:
        decisions = {c["decision"] for c in self._contents("withdraw") if c.get("decision")}
        by = {d: w for d in sorted(decisions) if (w := self.standing.withdrawn_by(d))}
        return {**self.withdrawn, **by}

    # -- groups ----------------------------------------------------------------------------------------------------

    def _groups(self) -> tuple[Groups, Groups]:
        records, facts = Groups(), Groups()
        for entry, content in self._pairs(*_GROUPING):
            groups = facts if content.get("facts") else records
            getattr(groups, entry.action)(entry.id, content.get("facts") or content["records"])
        return records, facts

    def _told(self, claims: dict[str, HeldClaim], records: Groups, facts: Groups) -> dict[str, list[str]]:
        """Fact id -> its claims. Claims of two people never make one fact: the later person's get a new id."""
        gone: dict[str, tuple[int, str]] = {}
        for entry, content in self._pairs("withdraw"):
            if content.get("fact"):
                gone[facts.root(content["fact"])] = (self.place[entry.id], entry.id)
                self.withdrawn[content["fact"]] = entry.id
        told: dict[str, list[str]] = defaultdict(list)
        owner: dict[str, str] = {}
        apart: dict[tuple[str, str], str] = {}
        for id, claim in list(claims.items()):
            root, person = facts.root(claim.fact), records.root(claim.record)
            if root in gone and self.place[claim.entries[0]] < gone[root][0]:
                del claims[id]
            elif owner.setdefault(root, person) == person:
                told[root].append(id)
            else:
                told[apart.setdefault((root, person), _new_fact(root, id))].append(id)
        return told

    def _levels(
        self, claims: dict[str, HeldClaim], told: Mapping[str, Sequence[str]], records: Groups, facts: Groups
    ) -> dict[str, tuple[int, str]]:
        of_fact: dict[str, Sequence[str]] = dict(told)
        of_fact.update({id: told[min(group)] for group in facts.joined() for id in group if min(group) in told})
        levels = Levels(claims, of_fact, self.place)
        partings = defaultdict(list)
        for parting in records.partings:
            partings[parting.entry].append(parting)
        for entry in self._in_force("release", "basis_withdrawn", "split"):
            if entry.action != "split":
                levels.apply(entry)
            for parting in partings[entry.id]:
                since = min((self.place[j] for j in parting.joined_by), default=self.place[entry.id])
                taken = parting.left | parting.stayed
                levels.drop(
                    [
                        c.id
                        for c in claims.values()
                        if c.record in taken and any(since < self.place[e] for e in (*c.entries, *self._released(c)))
                    ]
                )
        return levels.own

    def _released(self, claim: HeldClaim) -> Iterable[str]:
        """The releases that name the claim's fact: a release since the join is decided since the join."""
        return [e.id for e, c in self._pairs("release") if claim.fact in c["facts"]] if claim.basis else ()

    def _preferred(self, facts: Groups) -> dict[str, str]:
        return {facts.root(c["fact"]): c["claim"] for c in self._contents("prefer")}


def _content(entry: Entry) -> Mapping[str, Any]:
    assert entry.body is not None
    return entry.body.content


def _new_fact(fact: str, claim: str) -> str:
    """An id that no acceptance gives: those hash a claim alone."""
    return "f-" + hashlib.sha256(f"{fact} {claim}".encode()).hexdigest()[:10]


def _record_of(entry: Entry) -> Record:
    c = _content(entry)
    return Record(c["record"], c["document"], c["name"], tuple(c["names"]), c.get("role") or "other", entry.id)


def _mandate_of(entry: Entry) -> Mandate:
    c = _content(entry)
    until = When.parse(c["until"]) if c.get("until") else None
    return Mandate(
        c["mandate"], c["giver"], c.get("scope") or "", c.get("purpose") or "", until, c.get("proof") or "", entry.id
    )


def _aliases(claims: Mapping[str, HeldClaim], facts: Mapping[str, Fact], groups: Groups) -> dict[str, str]:
    """Every id that a fact ever had -> the id it has now."""
    found = {f: f for f in facts}
    for group in groups.joined():
        found.update({id: min(group) for id in group if min(group) in facts})
    for fact in facts.values():
        for claim in fact.claims:
            found.setdefault(claims[claim].fact, fact.id)
    return found


def _person_ids(opened: Mapping[str, Record], groups: Groups) -> dict[str, str]:
    """Opened record -> its person: the smallest opened record of those joined, for one that was erased names nobody."""
    smallest: dict[str, str] = {}
    for record in opened:
        root = groups.root(record)
        smallest[root] = min(record, smallest.get(root, record))
    return {record: smallest[groups.root(record)] for record in opened}


def _people(opened: Mapping[str, Record], facts: Mapping[str, Fact], ids: Mapping[str, str]) -> dict[str, Person]:
    """Only opened records make people: a claim about an assembly or a group hangs on a record of its own."""
    held: dict[str, list[str]] = defaultdict(list)
    for record in opened:
        held[ids[record]].append(record)
    told: dict[str, list[str]] = defaultdict(list)
    for fact in facts.values():
        told[fact.person or ""].append(fact.id)
    return {id: _person(id, held[id], opened, told.get(id, [])) for id in sorted(held)}


def _person(id: str, records: Sequence[str], opened: Mapping[str, Record], facts: Sequence[str]) -> Person:
    known = [opened[r] for r in records if r in opened]
    names = tuple(dict.fromkeys(n for r in known for n in (r.name, *r.names)))
    roles = tuple(dict.fromkeys(r.role for r in known))
    return Person(id, names[0] if names else id, names, roles, tuple(records), tuple(sorted(facts)))

"""Which entries an audience of the office may read: the rest of the ledger stays in the chain, without its body.

An entry about a claim has the level of that claim and of its fact, now and as known then. A mandate names its giver, so
its body is never sent below level 4; a release that rests on one goes with it, and its facts fall back to where they
started. What is left is folded again until nothing more has to go, so that whoever receives the file and exports it for
the same audience keeps back exactly the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

from habeas.ledger import Entry
from habeas.ledger.erase import KEPT
from habeas.register import HeldClaim, Register, fold
from habeas.register.claims import claim_of
from habeas.register.visibility import LEVEL_OF_FIELD, LEVEL_OF_KIND, START_LEVEL, ceiling

OPEN_TO_ALL = frozenset(("basis_withdrawn", "split", "same", "different", "cannot_tell"))
"""Without these a claim could be seen by more people than before, or records of two people become one."""
SEALED = 4


@dataclass(frozen=True, slots=True)
class Chosen:
    """The entries, those kept back without their body, and the register that they give."""

    entries: tuple[Entry, ...]
    register: Register
    withheld: frozenset[str]


def choose(entries: Iterable[Entry], audience: str, *, now: Register | None = None) -> Chosen:
    """What the audience may read of these entries. `now` is the present register when they are of the past: what was
    raised since stays raised. Raises `NoSuchAudience`."""
    top, kept = ceiling(audience), tuple(entries)
    gone: set[str] = set()
    while True:
        register = fold(kept)
        hidden = set() if top >= SEALED else _Hidden(kept, register, top, now).entries(gone)
        if not hidden:
            return Chosen(kept, register, frozenset(gone))
        gone |= hidden
        kept = tuple(replace(e, body=None) if e.id in hidden else e for e in kept)


class _Hidden:
    """The claims, facts and records that lie above `top`, and the entries that say something about them."""

    def __init__(self, entries: Sequence[Entry], register: Register, top: int, now: Register | None) -> None:
        self._entries, self._register, self._top = entries, register, top
        self._said = [e for e in entries if e.body is not None and e.action not in KEPT]
        levels = _levels(self._said, (register, *([now] if now else [])))
        facts = _fact_levels(self._said, levels, register)
        self._claims = {c for c, (fact, _) in levels.items() if facts[fact] > top}
        self._facts = {f for f, level in facts.items() if level > top}
        self._roots = self._tainted()
        self._own = {s.id: s.level for steps in register.recognitions.values() for s in steps if s.own}
        self._hide_raised(levels)
        told, quoted = self._told("record"), self._told("document")
        self._records = {record for record, claims in told.items() if claims <= self._claims}
        self._seen_records = told.keys() - self._records
        self._sources = {source for source, claims in quoted.items() if claims <= self._claims}

    def entries(self, gone: Set[str]) -> set[str]:
        """Those to keep back, beside the ones that are `gone`: a decision about a hidden one is hidden too."""
        found: set[str] = set()
        for entry in self._said:
            about = {_content(entry).get("decision"), _content(entry).get("assessment")}
            if about & found or about & gone or self._hides(entry, _content(entry)):
                found.add(entry.id)
        return found

    def _hide_raised(self, levels: Mapping[str, tuple[str, int]]) -> None:
        """A claim that only an untellable release keeps narrow would arrive wider: it does not go at all."""
        for claim in self._register.claims.values():
            root = self._register.fact_of.get(claim.fact, claim.fact)
            if root in self._roots and claim.level > claim.base:
                self._claims |= {c for c, (f, _) in levels.items() if self._register.fact_of.get(f, f) == root}
                self._facts |= {f for f, r in self._register.fact_of.items() if r == root}

    def _told(self, key: str) -> dict[str, set[str]]:
        """Record, or document -> the claims accepted about it, or out of it."""
        told: dict[str, set[str]] = {}
        for entry in self._said:
            if entry.action == "accept":
                told.setdefault(_content(entry)[key], set()).add(_content(entry)["claim"])
        return told

    def _tainted(self) -> set[str]:
        """Facts of which one release cannot be told: then none is, lest an older and wider one seem to hold; and so for
        the other facts of those releases."""
        releases = [(e, self._rooted(_content(e)["facts"])) for e in self._said if e.action == "release"]
        found = {f for e, facts in releases if self._unreleasable(e, _content(e)) for f in facts}
        while more := {f for _, facts in releases if facts & found for f in facts} - found:
            found |= more
        return found

    def _rooted(self, facts: Iterable[str]) -> set[str]:
        return {self._register.fact_of.get(f, f) for f in facts}

    def _unreleasable(self, entry: Entry, c: Mapping[str, Any]) -> bool:
        assert entry.body is not None
        sealed = c["basis"].startswith("mandate:") and self._top < SEALED
        return sealed or entry.body.level > self._top or set(c["facts"]) <= self._facts

    def _hides(self, entry: Entry, c: Mapping[str, Any]) -> bool:
        assert entry.body is not None
        match entry.action:
            case "accept" | "correct":
                return c["claim"] in self._claims
            case action if action in OPEN_TO_ALL:
                return False
            case "mandate_recorded":
                return True
            case "release":
                return bool(self._rooted(c["facts"]) & self._roots)
            case "recognise":
                level, start = self._own.get(entry.id, 0), max(START_LEVEL, entry.body.level)
                if level > self._top or (entry.id in self._roots and level > start):
                    return True
            case "source_captured" if c["source"] in self._sources:
                return True
            case "record_opened" if c["record"] in self._seen_records:
                return False
        if entry.body.level > self._top or c.get("record") in self._records:
            return True
        named = (c.get("claim"), c.get("fact"), *c.get("facts", ()), *c.get("against", ()))
        return any(n in self._claims or n in self._facts for n in named)


def _content(entry: Entry) -> Mapping[str, Any]:
    assert entry.body is not None
    return entry.body.content


def _levels(said: Iterable[Entry], registers: Sequence[Register]) -> dict[str, tuple[str, int]]:
    """Claim -> its fact and the highest level that it or a reading of it has. One withdrawn has that of its entries."""
    levels: dict[str, tuple[str, int]] = {}
    for entry in said:
        if entry.action not in ("accept", "correct"):
            continue
        c = _content(entry)
        held = [r.claims[c["claim"]] for r in registers if c["claim"] in r.claims]
        before = levels.get(c["claim"], ("", 0))
        fact = c["fact"] if entry.action == "accept" else before[0]
        own = max(map(_level, held)) if held else _started(entry)
        levels[c["claim"]] = (fact, max(before[1], own))
    return levels


def _level(claim: HeldClaim) -> int:
    fields = ((r.kind, name) for r in (claim.reading, *claim.earlier) for name in r.fields)
    return max(claim.level, *(LEVEL_OF_FIELD.get(f, 0) for f in fields), 0)


def _started(entry: Entry) -> int:
    if entry.action == "accept":
        return _level(claim_of(entry))
    assert entry.body is not None
    return max(entry.body.level, LEVEL_OF_KIND.get(_content(entry).get("kind") or "", 0))


def _fact_levels(said: Iterable[Entry], levels: Mapping[str, tuple[str, int]], register: Register) -> dict[str, int]:
    """Fact, by every id that it ever had -> the highest level of its claims."""
    of_root: dict[str, int] = {}
    for fact, level in levels.values():
        root = register.fact_of.get(fact, fact)
        of_root[root] = max(of_root.get(root, 0), level)
    named = {*(f for f, _ in levels.values()), *register.fact_of}
    return {f: of_root.get(register.fact_of.get(f, f), 0) for f in named}

"""Accepted claims as the decisions in force leave them: corrected, withdrawn, released, taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from habeas.ledger import Entry
from habeas.lexicon.when import When
from habeas.register.model import HeldClaim, Reading
from habeas.register.photographed import is_photograph
from habeas.register.visibility import LEVEL_OF_KIND, START_LEVEL


def claim_of(entry: Entry) -> HeldClaim:
    """The claim that an `accept` entry takes in. The entry's own level may raise where it starts, never lower it."""
    body = entry.body
    assert body is not None
    c = body.content
    when = c["when"]
    reading = Reading(
        c["kind"], c["fields"], When.parse(when) if when else None, c["attribution"], c["modality"], entry.id
    )
    base = max(START_LEVEL, body.level, LEVEL_OF_KIND.get(reading.kind, 0))
    start, end = c["span"]
    return HeldClaim(
        c["claim"],
        c["fact"],
        c["record"],
        reading,
        c["document"],
        (start, end),
        tuple(c.get("of") or ()),
        c.get("case"),
        c.get("rule"),
        c.get("confidence"),
        body.author,
        entry.header.at,
        bool(c.get("bulk")),
        base,
        base,
        None,
        (),
        (entry.id,),
    )


def corrected(claim: HeldClaim, entry: Entry) -> HeldClaim:
    """The claim as a `correct` entry reads it; the reading before stays beside it. A field set to null is left out."""
    assert entry.body is not None
    c = entry.body.content
    old = claim.reading
    fields = {k: v for k, v in {**old.fields, **(c.get("fields") or {})}.items() if v is not None}
    when = _when(c["when"]) if "when" in c else old.when
    kind = c.get("kind") or old.kind
    new = Reading(
        kind, fields, when, c.get("attribution") or old.attribution, c.get("modality") or old.modality, entry.id
    )
    base = max(claim.base, entry.body.level if "level" in c else 0, LEVEL_OF_KIND.get(kind, 0))
    return replace(
        claim,
        reading=new,
        record=c.get("record") or claim.record,
        base=base,
        level=max(base, claim.level),
        earlier=(*claim.earlier, old),
        entries=(*claim.entries, entry.id),
    )


def _when(text: Any) -> When | None:
    return When.parse(text) if text else None


class Levels:
    """Applies `release`, `basis_withdrawn` and splits, in canonical order, to claims in place.

    A release covers the claims that the fact held at that time; a withdrawn basis takes all it had released back to
    where they started, and no later release can rest on it. A photograph is opened on its own consent alone.
    `own` holds the levels of recognitions by decision, which are named by their entry.
    """

    def __init__(
        self, claims: dict[str, HeldClaim], of_fact: Mapping[str, Sequence[str]], place: Mapping[str, int]
    ) -> None:
        self._claims, self._of_fact, self._place = claims, of_fact, place
        self._gone: set[str] = set()
        self._own: dict[str, tuple[int, str]] = {}

    @property
    def own(self) -> dict[str, tuple[int, str]]:
        """Entry of a recognition by decision -> its released level and the basis."""
        return dict(self._own)

    def apply(self, entry: Entry) -> None:
        """Applies one `release` or `basis_withdrawn`."""
        assert entry.body is not None
        c = entry.body.content
        if entry.action == "basis_withdrawn":
            self._gone.add(c["basis"])
            self._take_back(c["basis"])
        elif c["basis"] not in self._gone:
            for fact in c["facts"]:
                self._release(fact, c["level"], c["basis"], self._place[entry.id])

    def drop(self, claims: Iterable[str]) -> None:
        """Takes claims back to level 2 at least: what a split leaves unassigned."""
        for id in claims:
            claim = self._claims.get(id)
            if claim is not None:
                self._claims[id] = replace(claim, level=max(claim.level, START_LEVEL), basis=None)

    def _release(self, fact: str, level: int, basis: str, place: int) -> None:
        if fact not in self._of_fact:
            self._own[fact] = (level, basis)
        for id in self._of_fact.get(fact, ()):
            claim = self._claims.get(id)
            if claim is not None and self._place[claim.entries[0]] < place and _permits(claim, level, basis):
                self._claims[id] = replace(claim, level=level, basis=basis)

    def _take_back(self, basis: str) -> None:
        for id, claim in self._claims.items():
            if claim.basis == basis:
                self._claims[id] = replace(claim, level=claim.base, basis=None)
        for id in [e for e, (_, b) in self._own.items() if b == basis]:
            del self._own[id]


def _permits(claim: HeldClaim, level: int, basis: str) -> bool:
    fields = claim.reading.fields
    return level >= START_LEVEL or not is_photograph(claim.kind, fields) or fields.get("consent") == basis

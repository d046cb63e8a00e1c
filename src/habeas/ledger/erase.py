"""Erasure by law: a body goes, its header stays, and an `erased` entry says under which rule.

Appending an `erased` entry is the erasure: the journal removes the bodies in the same step. It beats known-at: what is
erased is erased in every view of the past.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from habeas.errors import HabeasError
from habeas.ledger.entry import Draft, Entry

KEPT = frozenset(("erased", "received"))
"""Actions whose body stays: they hold no personal data, and the order of feeds and the proof of erasure need them."""


class NotErasable(HabeasError):
    """The entry is not there, or its body must stay."""

    exit_code = 3


def erasure(
    feed: Iterable[Entry], ids: Collection[str], *, ground: str, actor_key: str, author: str, idempotency_key: str = ""
) -> Draft:
    """The draft that erases the bodies of `ids` (`feed:seq`). `ground` is a legal ground code, never a person.

    Raises `NotErasable` for an entry that `feed` does not hold or that records an erasure or an import.
    """
    held = {entry.id: entry for entry in feed}
    for name in ids:
        if name not in held:
            raise NotErasable(f"There is no entry {name}.", "Nothing was erased.")
        if held[name].action in KEPT:
            raise NotErasable(f"Entry {name} records an act on the ledger itself and stays.", "Nothing was erased.")
    content = {"entries": sorted(ids, key=_order), "ground": ground}
    return Draft("erased", actor_key, author, content, idempotency_key=idempotency_key)


def erased_by(entries: Iterable[Entry]) -> frozenset[str]:
    """The ids that the `erased` entries among these name."""
    bodies = (e.body for e in entries if e.action == "erased" and e.body)
    return frozenset(name for body in bodies for name in body.content["entries"])


def without_bodies(entries: Iterable[Entry], gone: Collection[str]) -> Iterator[Entry]:
    """The same entries, those in `gone` without their body. Bodies that must stay (`KEPT`) stay."""
    for entry in entries:
        yield replace(entry, body=None) if entry.id in gone and entry.action not in KEPT else entry


def _order(name: str) -> tuple[str, int]:
    feed, _, seq = name.rpartition(":")
    return feed, int(seq)

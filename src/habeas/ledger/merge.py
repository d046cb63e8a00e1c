"""The union of several feeds in one order that every replica computes alike.

Inside a feed the order is its own. An import (`received`) stands after everything that it received. What neither rule
orders goes by time, then by feed, then by number. The order depends on the entries alone, not on who received them.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from habeas.ledger.entry import Entry
from habeas.ledger.erase import erased_by, without_bodies
from habeas.ledger.journal import LedgerBroken

Heads = Mapping[str, int]
"""Feed -> number of its last entry that counts: a point in what an office knew."""


def merge(feeds: Iterable[Sequence[Entry]], *, until: Heads | None = None) -> list[Entry]:
    """All entries of the feeds in the common order, each feed cut at `until` (a feed not named there is left out).

    Bodies that an erasure in any of the feeds names are left out, whatever `until` says: erasure beats known-at.
    Raises `LedgerBroken` when imports of two feeds wait for each other, which no honest history does.
    """
    whole = {feed[0].header.feed: feed for feed in map(list, feeds) if feed}
    gone = erased_by(entry for feed in whole.values() for entry in feed)
    cut = {name: feed if until is None else feed[: until.get(name, 0)] for name, feed in whole.items()}
    return list(without_bodies(_ordered(cut), gone))


def known_at(own: Iterable[Entry], moment: str) -> Heads:
    """What an office knew at a moment (UTC ISO 8601): its own entries by then, and of other feeds what it had received.

    Of its own feed the entries count up to the first that is later, so that a clock set back reorders nothing.
    """
    heads: dict[str, int] = {}
    for entry in own:
        if _instant(entry.header.at) > _instant(moment):
            break
        heads[entry.header.feed] = entry.header.seq
        for feed, seq in _received(entry).items():
            heads[feed] = max(heads.get(feed, 0), seq)
    return heads


def end_of(day: str) -> str:
    """The last moment of a day (`2020-01-31`) in UTC, for `known_at`."""
    return f"{day}T23:59:59.999999Z"


def _instant(at: str) -> str:
    """A time so written that texts compare as the times do: always with six decimals."""
    whole, _, decimals = at.removesuffix("Z").partition(".")
    return f"{whole}.{decimals:0<6}"


def _ordered(feeds: Mapping[str, Sequence[Entry]]) -> Iterator[Entry]:
    """Always the earliest of the feeds' next entries whose imports are already out."""
    done = dict.fromkeys(feeds, 0)
    ready = [_rank(feed[0]) for feed in feeds.values() if feed]
    heapq.heapify(ready)
    waiting: list[tuple[str, str]] = []
    while ready:
        at, name = heapq.heappop(ready)
        entry = feeds[name][done[name]]
        if _waits(entry, done, feeds):
            waiting.append((at, name))
            continue
        yield entry
        done[name] += 1
        if done[name] < len(feeds[name]):
            heapq.heappush(ready, _rank(feeds[name][done[name]]))
        for freed in [w for w in waiting if not _waits(feeds[w[1]][done[w[1]]], done, feeds)]:
            waiting.remove(freed)
            heapq.heappush(ready, freed)
    if waiting:
        names = ", ".join(sorted(name for _, name in waiting))
        raise LedgerBroken(
            f"Imports of the feeds {names} wait for each other.", "One of them is not genuine: compare heads."
        )


def _rank(entry: Entry) -> tuple[str, str]:
    return _instant(entry.header.at), entry.header.feed


def _waits(entry: Entry, done: Mapping[str, int], feeds: Mapping[str, Collection[Entry]]) -> bool:
    """Whether the entry imports something that is not out yet. What is not in the union is not waited for."""
    return any(done.get(feed, seq) < min(seq, len(feeds.get(feed, ()))) for feed, seq in _received(entry).items())


def _received(entry: Entry) -> Mapping[str, int]:
    if entry.action != "received" or entry.body is None:
        return {}
    return {entry.body.content["feed"]: entry.body.content["head"]["seq"]}

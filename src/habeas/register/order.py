"""The one order in which every replica folds the union of all feeds, and what was known at a head.

Entries of one feed keep the order of their numbers. Between feeds the time of an entry decides, then the feed's name;
a clock that was set back does not let a later entry of its feed come first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from habeas.ledger import Entry, Head

Heads = Mapping[str, "Head | int"]
"""Feed -> its last known entry, as a `Head` or a number. A feed that is not named was not known."""


def canonical_order(entries: Iterable[Entry]) -> list[Entry]:
    """The same list for every order in which the entries arrived; an entry that arrived twice stands once."""
    feeds: dict[str, dict[int, Entry]] = defaultdict(dict)
    for entry in entries:
        feeds[entry.header.feed][entry.header.seq] = entry
    keyed: list[tuple[str, str, int, Entry]] = []
    for feed, numbered in feeds.items():
        latest = ""
        for seq in sorted(numbered):
            latest = max(latest, numbered[seq].header.at)
            keyed.append((latest, feed, seq, numbered[seq]))
    keyed.sort()  # feed and number are never twice the same, so that no two entries are compared
    return [k[3] for k in keyed]


def known(entry: Entry, until: Heads | None) -> bool:
    """True when the entry lies at or below the head of its feed; None knows everything."""
    if until is None:
        return True
    head = until.get(entry.header.feed, 0)
    return entry.header.seq <= (head if isinstance(head, int) else head.seq)


def heads_known_at(entries: Iterable[Entry], *, feed: str, instant: str) -> dict[str, int]:
    """The heads that the office writing `feed` knew at `instant` (UTC, ISO 8601 with `Z`).

    Its own entries count from their time, those of other feeds from the `received` entry that brought them in.
    """
    heads: dict[str, int] = {}
    for entry in canonical_order(e for e in entries if e.header.feed == feed):
        if entry.header.at > instant:
            break
        heads[feed] = entry.header.seq
        if entry.action == "received" and entry.body is not None:
            came = entry.body.content
            heads[came["feed"]] = max(heads.get(came["feed"], 0), came["head"]["seq"])
    return heads

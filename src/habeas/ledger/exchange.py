"""Exchange between offices: taking in what another feed added since, and saying so in one's own feed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from habeas.ledger.chain import verify_entries
from habeas.ledger.entry import Draft, Entry, Head
from habeas.ledger.erase import erased_by, without_bodies
from habeas.ledger.journal import LedgerBroken


def news(
    held: Sequence[Entry],
    offered: Sequence[Entry],
    *,
    gone: Iterable[str] = (),
    withheld: Collection[str] = frozenset(),
) -> list[Entry]:
    """What of another office's feed is new: `offered` is that feed from its beginning, `held` what we have of it.

    `gone` are ids that our own feed erased: their bodies are not taken in again. `withheld` are ids whose bodies the
    giver kept back. Raises `LedgerBroken` when the offered feed does not verify, is shorter than what we hold, or tells
    another history of an entry that we hold.
    """
    doomed = frozenset(gone)
    verify_entries(offered, withheld=withheld).ensure()
    if len(offered) < len(held):
        cause = f"The feed offered ends at entry {len(offered)}; entry {len(held)} of it was received before."
        raise LedgerBroken(cause, "Ask the other office for the whole feed.")
    for mine, theirs in zip(held, offered, strict=False):
        if mine.header != theirs.header:
            cause = f"Entry {mine.id} is offered with another history than the one received before."
            raise LedgerBroken(cause, "Take nothing in, and compare heads with the other office by another way.")
    return list(without_bodies(offered[len(held) :], doomed | erased_by(offered)))


def received(
    feed: Sequence[Entry],
    *,
    giver: str,
    actor_key: str,
    author: str,
    idempotency_key: str = "",
    withheld: Collection[str] = (),
) -> Draft:
    """The draft that records an import up to the last entry of `feed`. `giver` says where it came from, `withheld` the
    entries whose bodies were not sent."""
    head = feed[-1].head
    content = {"feed": head.feed, "head": {"seq": head.seq, "hash": head.hash}, "from": giver}
    if withheld:
        content["withheld"] = [e.id for e in feed if e.id in withheld]
    return Draft("received", actor_key, author, content, idempotency_key=idempotency_key)


def withheld_by(own: Iterable[Entry]) -> frozenset[str]:
    """The ids whose bodies other offices kept back, as the imports in `own` name them."""
    bodies = (e.body for e in own if e.action == "received" and e.body)
    return frozenset(id for body in bodies for id in body.content.get("withheld", ()))


def check_received(own: Iterable[Entry], feeds: Iterable[Sequence[Entry]]) -> None:
    """Raises `LedgerBroken` when an import in `own` names a head that the feed we hold does not have."""
    held = {feed[0].header.feed: feed for feed in feeds if feed}
    for entry in own:
        if entry.action == "received" and entry.body:
            name, head = entry.body.content["feed"], entry.body.content["head"]
            feed = held.get(name, ())
            there = feed[head["seq"] - 1].head if 0 < head["seq"] <= len(feed) else Head.empty(name)
            if there != Head(name, head["seq"], head["hash"]):
                cause = f"Entry {entry.id} received entry {head['seq']} of feed {name}, which is not the one held."
                raise LedgerBroken(cause, "Restore the received feed from a backup, or import it again.")

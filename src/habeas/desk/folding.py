"""The register of a workspace, folded from its journal, now or as known at a moment."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from habeas.desk.faults import told
from habeas.desk.moments import instant
from habeas.desk.workspace import Workspace
from habeas.ledger import Entry, Head
from habeas.register import Register, fold, heads_known_at


@dataclass(frozen=True, slots=True)
class Folded:
    """Every entry of the journal and of the feeds received, and the register that they give."""

    entries: tuple[Entry, ...]
    register: Register


_KEPT = 2
_folded: OrderedDict[tuple[str, Head], Folded] = OrderedDict()
_lock = Lock()


@told
def register(ws: Workspace, *, known_at: str | None = None) -> Register:
    """The register as the decisions in force leave it; with `known_at` (UTC, ISO 8601) as it was known then.

    What was erased is erased in every view of the past. Raises `BadRequest` for a time that is none.
    """
    entries = folded(ws).entries
    if known_at is None:
        return folded(ws).register
    return fold(entries, until=heads_known_at(entries, feed=ws.feed, instant=instant(known_at)))


def folded(ws: Workspace) -> Folded:
    """The journal and its register; the last two are kept, so that one command or page does not fold twice."""
    key = (ws.alias, ws.journal.head())
    with _lock:
        known = _folded.get(key)
    if known is None:
        known = folded_afresh(ws)
        with _lock:
            _folded[key] = known
            while len(_folded) > _KEPT:
                _folded.popitem(last=False)
    return known


def folded_afresh(ws: Workspace) -> Folded:
    """The same without what is remembered: for `verify`, which must not trust it."""
    entries = (*ws.journal.read(), *(e for other in ws.journal.others() for e in other.read()))
    return Folded(entries, fold(entries))


def forget(ws: Workspace) -> None:
    """Drops what is remembered of a workspace. Erasure calls it: what is erased must not lie in memory."""
    with _lock:
        for key in [k for k in _folded if k[0] == ws.alias]:
            del _folded[key]

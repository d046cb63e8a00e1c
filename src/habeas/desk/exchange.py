"""Exchange between offices: the register as a file of lines, and taking in what another office's file says.

An import is an entry (`received`) in the office's own feed; the other's entries stay in a feed of their own, as they
were signed. Nothing lands half-written, and the same file twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from habeas.desk import models
from habeas.desk.erasure import blot_quoted
from habeas.desk.faults import BadRequest, told
from habeas.desk.folding import folded, forget
from habeas.desk.members import member
from habeas.desk.moments import instant
from habeas.desk.numbers import last_known
from habeas.desk.projection import project_all
from habeas.desk.publication import forget_published
from habeas.desk.quotations import Quotation, keep
from habeas.desk.signing import Pen
from habeas.desk.workspace import Workspace
from habeas.ledger import Draft, Entry, LedgerBroken, erased_by, news, received, without_bodies
from habeas.register import Register, fold, heads_known_at, visible
from habeas.register.order import known
from habeas.reports.exchange import Heading, Parcel, choose, office_lines, read_parcel, to_bytes

Counts = Mapping[str, int]
"""Feed -> how many of its entries."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import brought, or would bring: entries by feed, and how much the register grew.

    `public` counts facts that become public by it, `withheld` entries that the giver kept back, `otherwise` passages
    that read otherwise in our own text. `erased_there` are entries of this office that another erased: they stay.
    """

    giver: str
    entries: Counts
    people: int
    facts: int
    sources: int
    public: int
    withheld: int
    otherwise: int
    erased_there: tuple[str, ...]
    written: bool

    @property
    def new(self) -> int:
        """How many entries are new, in all feeds."""
        return sum(self.entries.values())


@told
def export_register(
    ws: Workspace, *, as_of: date, audience: str = "team", known_at: str | None = None
) -> Iterator[bytes]:
    """The register as lines for an office: `team`, `case` or `sealed`. Raises `NoSuchAudience`, `BadRequest`."""
    now = folded(ws)
    moment = instant(known_at) if known_at else None
    heads = heads_known_at(now.entries, feed=ws.feed, instant=moment) if moment else None
    then = [e for e in now.entries if known(e, heads)]
    chosen = choose(then, audience, now=now.register if moment else None)
    heading = Heading(ws.name, ws.feed, audience, as_of, moment or last_known(ws))
    return to_bytes(office_lines(chosen, heading, _Texts(ws)))


@told
def import_register(ws: Workspace, path: Path, *, by: str, now: str, dry_run: bool = False) -> Taken:
    """Takes in a file that `export_register` of another office wrote: all of it or nothing.

    Raises `BrokenLine`, `NotForOffices`, `LedgerBroken` when a feed does not verify or tells another history than the
    one held, `NotFound` for an unknown member.
    """
    pen = Pen(ws, member(ws, by), now)
    parcel = _parcel(path)
    with ws.transaction():
        before = folded(ws)
        offered = _offered(ws, before.entries, parcel)
        there = _erased_there(ws, before.entries, offered)
        if dry_run:
            after = fold(_united(ws, before.entries, offered))
            return _taken(parcel, _new(ws, offered), before.register, after, there=there)
        kept, otherwise = _write(pen, before.entries, offered, parcel)
        after = folded(ws).register
    forget_published()
    return _taken(parcel, kept, before.register, after, there=there, otherwise=otherwise, written=bool(kept))


def _parcel(path: Path) -> Parcel:
    try:
        with path.open("rb") as file:
            return read_parcel(file)
    except OSError as error:
        raise BadRequest(f"{path} cannot be read: {error.strerror}.", "Check the name and the folder.") from None


def _offered(ws: Workspace, held: Sequence[Entry], parcel: Parcel) -> dict[str, list[Entry]]:
    """The feeds of others in the file, held against what we have of them, without what an erasure in any feed names."""
    gone = erased_by([*held, *(e for feed in parcel.feeds.values() for e in feed)])
    offered = {}
    for name, feed in parcel.feeds.items():
        mine = [e for e in held if e.header.feed == name][: len(feed)]
        if name == ws.feed and len(mine) < len(feed):
            cause = f"The file holds entry {len(feed)} of this office's own feed, which ends at entry {len(mine)} here."
            raise LedgerBroken(cause, "This workspace is an older copy: restore the newest backup first.")
        news(mine, feed, gone=gone, withheld=parcel.withheld | gone)
        if name != ws.feed:
            offered[name] = list(without_bodies(feed, gone))
    return offered


def _erased_by_others(ws: Workspace, offered: Mapping[str, Sequence[Entry]]) -> set[str]:
    """What erasures in the file name, but for entries of this office: those its own members alone erase."""
    named = erased_by(e for feed in offered.values() for e in feed)
    return {id for id in named if not id.startswith(f"{ws.feed}:")}


def _erased_there(ws: Workspace, held: Sequence[Entry], offered: Mapping[str, Sequence[Entry]]) -> tuple[str, ...]:
    named = erased_by(e for feed in offered.values() for e in feed)
    return tuple(e.id for e in held if e.id in named and e.header.feed == ws.feed and e.body is not None)


def _united(ws: Workspace, held: Sequence[Entry], offered: Mapping[str, Sequence[Entry]]) -> Iterator[Entry]:
    """What would be held: every entry once, with its body if either side has it."""
    known = {e.id: e for e in held}
    for entry in (e for feed in offered.values() for e in feed):
        if entry.id not in known or known[entry.id].body is None:
            known[entry.id] = entry
    return without_bodies(known.values(), _erased_by_others(ws, offered))


def _new(ws: Workspace, offered: Mapping[str, Sequence[Entry]]) -> dict[str, int]:
    """Feed -> how many entries, or bodies that were kept back before, are not held yet. Feeds without any are left
    out."""
    held = {e.id: e.body is not None for other in ws.journal.others() for e in other.read()}
    counted = {
        name: sum(e.id not in held or (e.body is not None and not held[e.id]) for e in feed)
        for name, feed in offered.items()
    }
    return {name: n for name, n in counted.items() if n}


def _write(pen: Pen, held: Sequence[Entry], offered: dict[str, list[Entry]], parcel: Parcel) -> tuple[Counts, int]:
    """Keeps the entries and the passages that they cite, and says so in the own feed.

    What was read from the file is let go before the tables are made anew: the register is large enough by itself.
    """
    ws = pen.ws
    kept = {name: n for name, feed in sorted(offered.items()) if (n := ws.journal.of(name).take(feed))}
    if not kept:
        return {}, 0
    everything = [e for feed in offered.values() for e in feed]
    if gone := _erased_by_others(ws, offered):
        blot_quoted(ws, held, gone)
        ws.journal.erase(gone)
        forget(ws)
    otherwise = keep(ws, _cited(parcel, everything), everything)
    drafts = [_received(pen, parcel, offered[name]) for name in kept]
    parcel.feeds.clear()
    offered.clear()
    everything.clear()
    parcel.passages.clear()
    ws.journal_at(pen.now).append(drafts)
    project_all(ws)
    return kept, otherwise


def _received(pen: Pen, parcel: Parcel, feed: Sequence[Entry]) -> Draft:
    return received(
        feed, giver=parcel.giver, actor_key=pen.member.id, author=pen.member.id, withheld=parcel.withheld,
        idempotency_key=pen.ws.random_key(),
    )  # fmt: skip


def _cited(parcel: Parcel, entries: Iterable[Entry]) -> list[Quotation]:
    """The passages that entries with a body rest on: those of erased claims are not taken in again."""
    bodies = (e.body.content for e in entries if e.action == "accept" and e.body)
    places = {(c["document"], *c["span"]) for c in bodies}
    found = [Quotation(p.document, p.start, p.end, p.quote) for p in parcel.passages]
    return [q for q in found if (q.document, q.start, q.end) in places]


def _taken(
    parcel: Parcel,
    new: Counts,
    before: Register,
    after: Register,
    *,
    there: tuple[str, ...],
    otherwise: int = 0,
    written: bool = False,
) -> Taken:
    return Taken(
        giver=parcel.giver,
        entries=new,
        people=len(after.people) - len(before.people),
        facts=len(after.facts) - len(before.facts),
        sources=len(after.sources) - len(before.sources),
        public=len(_public(after) - _public(before)),
        withheld=len(parcel.withheld),
        otherwise=otherwise,
        erased_there=there,
        written=written,
    )


def _public(register: Register) -> set[str]:
    return {f.id for f in register.facts.values() if visible(f.kind, None, f.level, "public")}


class _Texts(Mapping[str, str]):
    """The texts of the workspace, one in memory at a time: they are asked for in order."""

    def __init__(self, ws: Workspace) -> None:
        self._rows = models.SourceText.objects.using(ws.alias)
        self._last: tuple[str, str] = ("", "")

    def __getitem__(self, source: str) -> str:
        if self._last[0] != source:
            text = self._rows.filter(source=source).values_list("text", flat=True).first()
            if text is None:
                raise KeyError(source)
            self._last = (source, text)
        return self._last[1]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows.values_list("source", flat=True))

    def __len__(self) -> int:
        return self._rows.count()

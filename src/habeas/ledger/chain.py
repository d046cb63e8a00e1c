"""Verification: is every entry there, once, in order, unchanged? Names the first one that is not, and what happened.

The rules are those of `docs/ledger.md`; `tools/verify.py` applies them again without any code of this package.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from habeas.ledger.entry import GENESIS, Body, Entry, Head, Header
from habeas.ledger.erase import KEPT, erased_by
from habeas.ledger.journal import LedgerBroken, Stored

FAULTS = {
    "flipped": "Entry {0} was changed: its header does not match its own hash.",
    "missing": "Entry {0} is missing.",
    "duplicated": "Entry {0} stands there twice.",
    "wrong_order": "Entry {0} does not stand in its place.",
    "forked": "Entry {0} does not continue the entry before it: the feed has two histories.",
    "other_feed": "Where entry {0} should stand is one of another feed.",
    "torn": "Entry {0} is cut short.",
    "body_altered": "The body of entry {0} is not the one it was committed to.",
    "body_missing": "The body of entry {0} is gone, and no erasure names it.",
    "head": "Entry {0} is not the one that the head names.",
}
"""Kind of fault -> what is said about it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """The first thing that is wrong: its kind (a key of `FAULTS`) and the number of the entry."""

    kind: str
    entry: int

    def __str__(self) -> str:
        return FAULTS[self.kind].format(self.entry)


@dataclass(frozen=True, slots=True)
class Verification:
    """`entries` hold up to the fault, or all of them; `erased` of these have lost their body by rule.

    `still_to_erase` counts bodies that an erasure names and that are still there; `unacknowledged` lines follow the
    head: the rest of an append that was interrupted.
    """

    entries: int
    erased: int
    still_to_erase: int
    unacknowledged: int
    fault: Fault | None

    def __str__(self) -> str:
        if self.fault:
            return f"{self.fault} The {self.entries} entries before it are whole."
        text = f"{self.entries} entries whole, {self.erased} entries erased by rule."
        return text + (f" {self.still_to_erase} bodies still to be erased." if self.still_to_erase else "")

    def ensure(self) -> None:
        """Raises `LedgerBroken` when there is a fault."""
        if self.fault:
            raise LedgerBroken(str(self), "Stop writing, keep this copy, and restore the last backup that verifies.")


@dataclass(frozen=True, slots=True)
class _Seen:
    """One stored line: its header when it is whole, and how its body fares (`whole`, `altered` or `absent`)."""

    line: bytes
    header: Header | None
    body: str
    torn: bool


def verify(
    stored: Iterable[Stored], *, head: Head | None = None, withheld: Collection[str] = frozenset()
) -> Verification:
    """Checks one feed as it is stored. With `head`, taken from a safe place, lost last entries are seen as well.

    `withheld` are ids of entries of another office's feed whose bodies it did not send: they may be absent.
    """
    lines, gone = _look(stored)
    feed = head.feed if head else next((s.header.feed for s in lines if s.header), "")
    seq, prev, erased, waiting = 0, GENESIS, 0, 0
    for place, seen in enumerate(lines):
        after_head = head is not None and seq >= head.seq
        fault = _header_fault(lines, place, feed, seq, prev)
        if after_head and (fault is None or fault.kind != "duplicated"):
            break
        fault = fault or _body_fault(seen, seq + 1, gone, withheld)
        if fault or seen.header is None:
            return Verification(seq, erased, waiting, 0, fault)
        seq, prev = seq + 1, seen.header.hash
        named = f"{feed}:{seq}" in gone and seen.header.action not in KEPT
        erased, waiting = erased + (named and seen.body == "absent"), waiting + (named and seen.body == "whole")
    return Verification(seq, erased, waiting, len(lines) - seq, _head_fault(head, seq, prev))


def verify_entries(
    entries: Iterable[Entry], *, head: Head | None = None, withheld: Collection[str] = frozenset()
) -> Verification:
    """The same for entries in memory, such as those another office sent."""
    stored = (Stored(e.header.line(), e.body.text() if e.body else None) for e in entries)
    return verify(stored, head=head, withheld=withheld)


def _look(stored: Iterable[Stored]) -> tuple[list[_Seen], frozenset[str]]:
    """Reads every line and body once; the ids that whole `erased` entries name, wherever they stand."""
    lines: list[_Seen] = []
    gone: set[str] = set()
    for item in stored:
        header = None if item.torn else _header(item.line)
        body = _body(item.body, header)
        lines.append(
            _Seen(item.line, header, "absent" if item.body is None else "whole" if body else "altered", item.torn)
        )
        if header and body and header.action == "erased":
            gone |= erased_by((Entry(header, body),))
    return lines, frozenset(gone)


def _header(line: bytes) -> Header | None:
    try:
        return Header.from_line(line)
    except (ValueError, RecursionError):
        return None


def _body(text: bytes | None, header: Header | None) -> Body | None:
    """The body when it is the one that the header commits to."""
    if text is None or header is None:
        return None
    try:
        body = Body.from_text(text)
    except (ValueError, RecursionError):
        return None
    return body if body.commit == header.commit else None


def _header_fault(lines: Sequence[_Seen], place: int, feed: str, seq: int, prev: str) -> Fault | None:
    """What is wrong with the line at `place`, where the entry after number `seq` with hash `prev` should stand."""
    header, line = lines[place].header, lines[place].line
    if lines[place].torn:
        return Fault("torn", seq + 1)
    if header is None:
        return Fault("flipped", seq + 1)
    if header.feed != feed:
        return Fault("other_feed", seq + 1)
    if header.seq == seq + 1:
        return None if header.prev == prev else Fault("forked", header.seq)
    if any(other.line == line for at, other in enumerate(lines) if at != place):
        return Fault("duplicated", header.seq)
    if header.seq <= seq:
        return Fault("forked", header.seq)
    later = any(o.header and o.header.seq == seq + 1 and o.header.prev == prev for o in lines[place + 1 :])
    return Fault("wrong_order" if later else "missing", seq + 1)


def _body_fault(seen: _Seen, number: int, gone: frozenset[str], withheld: Collection[str]) -> Fault | None:
    if seen.header is None or seen.body == "whole":
        return None
    if seen.body == "altered":
        return Fault("body_altered", number)
    id = f"{seen.header.feed}:{number}"
    excused = (id in gone or id in withheld) and seen.header.action not in KEPT
    return None if excused else Fault("body_missing", number)


def _head_fault(head: Head | None, seq: int, prev: str) -> Fault | None:
    if head is None or (head.seq, head.hash) == (seq, prev):
        return None
    return Fault("missing", seq + 1) if seq < head.seq else Fault("head", seq)

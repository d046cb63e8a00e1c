"""A journal in a folder of files, readable for ever without this program (`docs/ledger.md`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import RLock

from habeas.errors import HabeasError
from habeas.ledger.chain import verify
from habeas.ledger.entry import GENESIS, Body, Draft, Entry, Head, Header
from habeas.ledger.erase import KEPT, erased_by
from habeas.ledger.folder import FeedFolder, Mark
from habeas.ledger.journal import Clock, LedgerBroken, Salts, Stored
from habeas.ledger.seal import seal


class NotWritten(HabeasError):
    """The disk refused. Doing it again under the same idempotency key is safe, whatever had been written."""

    exit_code = 1


class FilesJournal:
    """One feed in one folder, made when it is not there. Threads and processes may share the folder.

    An object keeps the headers in memory and reads on from where it stopped; bodies stay on the disk. Opening finishes
    an erasure, and sweeps away the bodies of an append, that a crash interrupted.
    """

    def __init__(self, path: Path, *, feed: str, clock: Clock, salts: Salts) -> None:
        self._folder, self._feed, self._clock, self._salts = FeedFolder(path), feed, clock, salts
        self._headers: list[Header] = []
        self._hashes: list[str] = []
        self._keys: dict[str, int] = {}
        self._gone: set[str] = set()
        self._size = 0
        self._index = RLock()
        with self._folder.locked():
            self._folder.begin(feed)
            mark = self._folder.mark()
            if mark.head.feed != feed:
                raise LedgerBroken(f"{path} holds feed {mark.head.feed}, not {feed}.", "Check the folder.")
            self._catch_up(mark)
            self._sweep(mark)

    def append(self, drafts: Sequence[Draft], *, expected_head: Head | None = None) -> list[Entry]:
        """See `Journal.append`. Raises `NotWritten` when the disk refuses, `LedgerBroken` on a damaged feed."""
        with self._folder.locked(), self._index:
            mark = self._folder.mark()
            self._catch_up(mark)
            self._folder.cut(mark.size)
            sealed = seal(
                drafts, head=mark.head, expected_head=expected_head, known=self._known,
                at=self._clock(), salts=self._salts,
            )  # fmt: skip
            if sealed.new:
                self._write(sealed.new, mark)
            return sealed.answer

    def read(self, since: int = 0) -> Iterator[Entry]:
        """See `Journal.read`. Raises `LedgerBroken` at an entry that is not whole."""
        with self._index:
            mark = self._folder.mark()
            self._catch_up(mark)
            headers = self._headers[since : mark.head.seq]
        return (self._entry(header) for header in headers)

    def head(self) -> Head:
        """See `Journal.head`."""
        return self._folder.mark().head

    def stored(self) -> Iterator[Stored]:
        """See `Journal.stored`."""
        return self._folder.stored()

    def _write(self, entries: Sequence[Entry], mark: Mark) -> None:
        try:
            after = self._folder.add(entries, mark)
        except OSError as error:
            gone = False
            with suppress(OSError):
                gone = self._undo(entries, mark)
            words = "Not saved" if gone else "It is not certain that this was saved"
            raise NotWritten(f"{words}: {error.strerror}.", "Look to the disk, then do it again.") from error
        self._catch_up(after)
        self._folder.remove_bodies(self._commits(erased_by(entries)))

    def _undo(self, entries: Sequence[Entry], mark: Mark) -> bool:
        """Takes away what was half written; false when the head stands already, so that nothing may be taken away."""
        if self._folder.mark() != mark:
            return False
        self._folder.cut(mark.size)
        self._folder.remove_bodies([entry.header.commit for entry in entries])
        return True

    def _sweep(self, mark: Mark) -> None:
        """What a crash may have left: headers that were never acknowledged, their bodies, an unfinished erasure."""
        self._folder.cut(mark.size)
        lying = self._folder.body_commits()
        orphans = lying - {header.commit for header in self._headers}
        doomed = lying.intersection(self._commits(self._gone))
        if orphans or doomed:
            self._folder.remove_bodies([*orphans, *doomed])

    def _catch_up(self, mark: Mark) -> None:
        """Reads the headers that others wrote since. Raises `LedgerBroken` when they do not continue ours."""
        if mark.size < self._size:
            self._headers, self._hashes, self._keys, self._gone, self._size = [], [], {}, set(), 0
        for line in self._folder.lines(self._size, mark.size):
            self._take(line)
            self._size += len(line) + 1
        if (self._last(), self._size) != (mark.head, mark.size):
            raise self._broken()

    def _take(self, line: bytes) -> None:
        last = self._last()
        try:
            header = Header.from_line(line)
        except ValueError as error:
            raise self._broken() from error
        if (header.seq, header.prev) != (last.seq + 1, last.hash):
            raise self._broken()
        if header.action == "erased":
            self._gone |= erased_by((self._entry(header),))
        self._headers.append(header)
        self._hashes.append(header.hash)
        self._keys[header.idempotency_key] = header.seq

    def _last(self) -> Head:
        return Head(self._feed, len(self._hashes), self._hashes[-1] if self._hashes else GENESIS)

    def _broken(self) -> LedgerBroken:
        """What verification says about the folder; the first fault by name."""
        try:
            verify(self._folder.stored(), head=self._folder.mark().head).ensure()
        except LedgerBroken as broken:
            return broken
        cause = f"{self._folder.path / 'head.json'} does not fit headers.jsonl."
        return LedgerBroken(cause, "Restore it from the last backup that verifies.")

    def _entry(self, header: Header) -> Entry:
        """The entry with its body, or without one when an erasure names it. Raises `LedgerBroken` otherwise."""
        text = None if self._is_gone(header) else self._folder.body(header.commit)
        if text is None:
            if not self._is_gone(header):  # erased between the snapshot and now, or lost
                self._refresh()
            if not self._is_gone(header):
                raise self._broken()
            return Entry(header, None)
        try:
            body = Body.from_text(text)
        except ValueError as error:
            raise self._broken() from error
        if body.commit != header.commit:
            raise self._broken()
        return Entry(header, body)

    def _refresh(self) -> None:
        with self._index:
            self._catch_up(self._folder.mark())

    def _is_gone(self, header: Header) -> bool:
        return header.action not in KEPT and f"{header.feed}:{header.seq}" in self._gone

    def _known(self, key: str) -> Entry | None:
        seq = self._keys.get(key)
        return self._entry(self._headers[seq - 1]) if seq else None

    def _commits(self, ids: frozenset[str] | set[str]) -> list[str]:
        """The commitments of those entries of this feed that an erasure may touch."""
        numbers = (int(name.rpartition(":")[2]) for name in ids if name.rpartition(":")[0] == self._feed)
        headers = (self._headers[n - 1] for n in numbers if 1 <= n <= len(self._headers))
        return [header.commit for header in headers if header.action not in KEPT]

"""How a feed lies in a folder: `headers.jsonl`, one file per body, and `head.json`, whose renaming is the commit.

Whatever `headers.jsonl` holds beyond the size in `head.json` belongs to an append that was interrupted and never
acknowledged.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from habeas.evidence.durable import PRIVATE_FILE, private_folder, replace_synced, sync_folder, write_synced
from habeas.ledger.canonical import canonical
from habeas.ledger.entry import GENESIS, Entry, Head
from habeas.ledger.journal import LedgerBroken, Stored

_MARK_FIELDS = {"feed", "seq", "hash", "size"}


@dataclass(frozen=True, slots=True)
class Mark:
    """What `head.json` says: the head, and how many bytes of `headers.jsonl` lead to it."""

    head: Head
    size: int

    def text(self) -> bytes:
        """The file's bytes."""
        head = self.head
        return canonical({"feed": head.feed, "seq": head.seq, "hash": head.hash, "size": self.size}) + b"\n"


class FeedFolder:
    """The files of one feed. It knows paths and bytes; what they mean is `FilesJournal`'s and `chain`'s."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.headers, self.bodies, self._mark = path / "headers.jsonl", path / "bodies", path / "head.json"

    def begin(self, feed: str) -> None:
        """Makes an empty feed where there is none yet."""
        private_folder(self.bodies)
        if not self._mark.exists() and not self.headers.exists():
            write_synced(self.headers, b"")
            replace_synced(self._mark, Mark(Head.empty(feed), 0).text())

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Holds the feed's only pen: one writer at a time, over threads and processes. A killed holder lets go."""
        import fcntl  # only where it is needed, so that the room can be imported on a system without it

        private_folder(self.path)
        handle = os.open(self.path / "lock", os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)

    def mark(self) -> Mark:
        """The acknowledged state. Raises `LedgerBroken` when `head.json` is missing or is not what was written."""
        try:
            text = self._mark.read_bytes()
            raw = json.loads(text)
            mark = Mark(Head(raw["feed"], raw["seq"], raw["hash"]), raw["size"])
            if mark.text() != text:
                raise ValueError("not canonical")
        except (OSError, ValueError, KeyError, TypeError) as error:
            cause = f"{self._mark} is missing or damaged."
            raise LedgerBroken(cause, "Restore it from the last backup that verifies.") from error
        return mark

    def lines(self, start: int, end: int) -> list[bytes]:
        """The whole lines of `headers.jsonl` between two byte offsets, without line ends."""
        with self.headers.open("rb") as file:
            file.seek(start)
            return file.read(end - start).split(b"\n")[:-1]

    def body(self, commit: str) -> bytes | None:
        """A body's bytes, or None."""
        try:
            return (self.bodies / f"{commit}.json").read_bytes()
        except FileNotFoundError:
            return None

    def stored(self) -> Iterator[Stored]:
        """Every line with its body, as it lies there; the last one may be torn."""
        text = self.headers.read_bytes() if self.headers.exists() else b""
        *whole, rest = text.split(b"\n")
        for line in whole:
            yield Stored(line, self._body_of(line))
        if rest:
            yield Stored(rest, None, torn=True)

    def add(self, entries: Sequence[Entry], mark: Mark) -> Mark:
        """Writes bodies, then headers, then commits by renaming `head.json`. The caller holds the lock."""
        lines = b"".join(entry.header.line() + b"\n" for entry in entries)
        for entry in entries:
            if entry.body is not None:
                write_synced(self.bodies / f"{entry.header.commit}.json", entry.body.text())
        sync_folder(self.bodies)
        with self.headers.open("r+b") as file:
            file.seek(mark.size)
            file.write(lines)
            file.flush()
            os.fsync(file.fileno())
        after = Mark(entries[-1].head, mark.size + len(lines))
        replace_synced(self._mark, after.text())
        return after

    def cut(self, size: int) -> bool:
        """Takes away what an interrupted append left behind the acknowledged headers; true when there was something."""
        if self.headers.stat().st_size <= size:
            return False
        with self.headers.open("r+b") as file:
            file.truncate(size)
            os.fsync(file.fileno())
        return True

    def remove_bodies(self, commits: Sequence[str]) -> None:
        """Removes bodies, those that are still there."""
        for commit in commits:
            (self.bodies / f"{commit}.json").unlink(missing_ok=True)
        sync_folder(self.bodies)

    def body_commits(self) -> set[str]:
        """The commitments of all bodies that lie there."""
        return {file.stem for file in self.bodies.glob("*.json")}

    def _body_of(self, line: bytes) -> bytes | None:
        try:
            commit = json.loads(line)["commit"]
        except (ValueError, KeyError, TypeError, RecursionError):
            return None
        safe = isinstance(commit, str) and len(commit) == len(GENESIS) and commit.isalnum() and commit.isascii()
        return self.body(commit) if safe else None

"""A journal in memory: for tests, for `habeas check`, and as the plainest statement of what a journal does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from threading import Lock

from habeas.ledger.entry import Draft, Entry, Head
from habeas.ledger.erase import erased_by, without_bodies
from habeas.ledger.journal import Clock, Salts, Stored
from habeas.ledger.seal import seal


class MemoryJournal:
    """One feed held in a tuple that is replaced whole at each append, so that readers keep what they hold."""

    def __init__(self, feed: str, *, clock: Clock, salts: Salts) -> None:
        self._feed, self._clock, self._salts = feed, clock, salts
        self._entries: list[Entry] = []
        self._keys: dict[str, int] = {}
        self._lock = Lock()

    def append(self, drafts: Sequence[Draft], *, expected_head: Head | None = None) -> list[Entry]:
        """See `Journal.append`."""
        with self._lock:
            sealed = seal(
                drafts, head=self._head(), expected_head=expected_head, known=self._known,
                at=self._clock(), salts=self._salts,
            )  # fmt: skip
            for entry in sealed.new:
                self._entries.append(entry)
                self._keys[entry.header.idempotency_key] = entry.header.seq
            if gone := erased_by(sealed.new):
                self._entries = list(without_bodies(self._entries, gone))
            return sealed.answer

    def read(self, since: int = 0) -> Iterator[Entry]:
        """See `Journal.read`."""
        with self._lock:
            return iter(self._entries[since:])

    def head(self) -> Head:
        """See `Journal.head`."""
        with self._lock:
            return self._head()

    def stored(self) -> Iterator[Stored]:
        """See `Journal.stored`."""
        return (Stored(e.header.line(), e.body.text() if e.body else None) for e in self.read())

    def _head(self) -> Head:
        return self._entries[-1].head if self._entries else Head.empty(self._feed)

    def _known(self, key: str) -> Entry | None:
        seq = self._keys.get(key)
        return self._entries[seq - 1] if seq else None

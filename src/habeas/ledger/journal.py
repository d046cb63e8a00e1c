"""The port of the ledger: one append-only feed, however it is kept. Memory, files and the desk's table implement it.

All three are held to one contract suite, `tests/ledger/journal_contract.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from habeas.errors import HabeasError
from habeas.ledger.entry import Draft, Entry, Head

Clock = Callable[[], str]
"""Gives the present as UTC ISO 8601 with `Z`."""
Salts = Callable[[], bytes]
"""Gives 16 fresh random bytes at each call; outside tests, from the system's secure source."""


class HeadMoved(HabeasError):
    """Someone appended since the caller looked."""

    exit_code = 6


class KeyReused(HabeasError):
    """An idempotency key that stands for one thing came back with another."""

    exit_code = 6


class LedgerBroken(HabeasError):
    """What is stored is not what was appended."""

    exit_code = 5


@dataclass(frozen=True, slots=True)
class Stored:
    """An entry as it is kept: the header's line and the body's text (None when it is not there), for verification.

    `torn` marks a last line without its end.
    """

    line: bytes
    body: bytes | None
    torn: bool = False


class Journal(Protocol):
    """One feed. Every method sees whole batches only, from any thread or process."""

    def append(self, drafts: Sequence[Draft], *, expected_head: Head | None = None) -> list[Entry]:
        """Adds all drafts or none, durably, and returns one entry for each, in order.

        A draft whose idempotency key is known gives the entry it gave the first time (`KeyReused` when it says
        something else). Raises `HeadMoved` when something new would be added and the head is not `expected_head`.
        An `erased` draft also removes the bodies that it names.
        """
        ...

    def read(self, since: int = 0) -> Iterator[Entry]:
        """Entries with a number above `since`, as they stood at the call: later appends do not show."""
        ...

    def head(self) -> Head:
        """The last entry's number and hash."""
        ...

    def stored(self) -> Iterator[Stored]:
        """Every entry as it is kept, in the order it is kept, nothing repaired: the input of `chain.verify`."""
        ...

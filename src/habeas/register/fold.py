"""The fold: ledger entries in, the register out. It applies the decisions in force and nothing else."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date

from habeas.ledger import Entry
from habeas.register.order import Heads, canonical_order, known
from habeas.register.register import Register
from habeas.register.workings import Workings


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Stops the cyclic garbage collector: a fold makes only values that stay, and its passes double the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Fold:
    """Takes entries one by one, in any order, and gives the register of all taken so far.

    `until` leaves out what lies above the given heads; `said_by` leaves out claims of sources published later. Folding
    in parts, in any order, or with repeated entries gives the same register as folding all at once.
    """

    def __init__(self, *, until: Heads | None = None, said_by: date | None = None) -> None:
        self._until, self._said_by = until, said_by
        self._entries: dict[str, Entry] = {}
        self._register: Register | None = None

    def apply(self, entry: Entry) -> None:
        """Takes one entry. One that was erased since replaces the one with a body."""
        if not known(entry, self._until):
            return
        held = self._entries.get(entry.id)
        if held is None or (held.body is not None and entry.body is None):
            self._entries[entry.id] = entry
            self._register = None

    def register(self) -> Register:
        """The register of everything taken so far."""
        if self._register is None:
            with _collector_paused():
                self._register = Workings(canonical_order(self._entries.values()), self._said_by).register()
        return self._register


def fold(entries: Iterable[Entry], *, until: Heads | None = None, said_by: date | None = None) -> Register:
    """The register that the entries of all feeds make: as known at the heads `until`, from sources published by
    `said_by`. Entries are expected to be verified; nothing is checked against the vocabulary again."""
    folding = Fold(until=until, said_by=said_by)
    for entry in entries:
        folding.apply(entry)
    return folding.register()

"""The journals of the ledger room against the contract."""

from __future__ import annotations

from pathlib import Path

import pytest
from journal_contract import JournalContract, Make

from habeas.ledger import Clock, FilesJournal, Journal, MemoryJournal, Salts


class TestMemoryJournal(JournalContract):
    @pytest.fixture
    def make(self) -> Make:
        made: dict[str, MemoryJournal] = {}
        return lambda feed, clock, salts: made.setdefault(feed, MemoryJournal(feed, clock=clock, salts=salts))


class TestFilesJournal(JournalContract):
    @pytest.fixture
    def make(self, tmp_path: Path) -> Make:
        def make(feed: str, clock: Clock, salts: Salts) -> Journal:
            return FilesJournal(tmp_path / feed, feed=feed, clock=clock, salts=salts)

        return make

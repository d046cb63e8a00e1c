"""The journal as tables against the contract of journals, in both modes of SQLite; and what only tables must do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import DatabaseError, connections

from desk.invented import MODES, MONITOR, bring, moment, new_workspace
from habeas.desk import Workspace, accept_all
from habeas.desk.journal import TableJournal
from habeas.ledger import Clock, Salts
from ledger.journal_contract import JournalContract, Make


class TableContract(JournalContract):
    mode = "wal"

    @pytest.fixture
    def make(self, tmp_path: Path) -> Iterator[Make]:
        with new_workspace(tmp_path / "ws", self.mode) as ws:

            def make(feed: str, clock: Clock, salts: Salts) -> TableJournal:
                return TableJournal(ws.alias, feed, clock=clock, salts=salts)

            yield make


class TestTableJournalInWal(TableContract):
    mode = "wal"


class TestTableJournalInRollbackMode(TableContract):
    mode = "delete"


del TableContract, JournalContract


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE desk_ledgerheader SET line = line WHERE seq = 1",
        "DELETE FROM desk_ledgerheader WHERE seq = 1",
        "UPDATE desk_ledgerbody SET text = '{}' WHERE header_id = 1",
        "DELETE FROM desk_ledgerbody WHERE header_id = 1",
        "INSERT INTO desk_ledgerheader SELECT 99, feed, 9, 'x', at, action, 'k', line FROM desk_ledgerheader LIMIT 1",
        "UPDATE desk_erasure SET header_id = 2",
        "DELETE FROM desk_erasure",
    ],
)
def test_the_tables_refuse_whoever_would_change_the_journal(tmp_path: Path, mode: str, sql: str) -> None:
    with new_workspace(tmp_path / "ws", mode) as ws:
        with connections[ws.alias].cursor() as cursor:
            cursor.execute("INSERT INTO desk_erasure SELECT 2 WHERE 1")
        with pytest.raises(DatabaseError, match="append-only"), connections[ws.alias].cursor() as cursor:
            cursor.execute(sql)


@pytest.mark.parametrize(("mode", "driver"), [("wal", "sqlcipher3.dbapi2"), ("delete", "sqlite3")])
def test_each_connection_is_durable(tmp_path: Path, mode: str, driver: str) -> None:
    with new_workspace(tmp_path / "ws", mode) as ws:
        with connections[ws.alias].cursor() as cursor:
            pragmas = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
            read = [cursor.execute(f"PRAGMA {p}").fetchone()[0] for p in pragmas]
        assert read == [mode, 2, 1, 1, 30000]
        assert connections[ws.alias].transaction_mode == "IMMEDIATE"
        assert connections[ws.alias].Database.Connection.__module__.startswith(driver.split(".")[0])


def test_entries_and_projections_stand_or_fall_together(ws: Workspace) -> None:
    before = list(ws.journal.read())
    with connections[ws.alias].cursor() as cursor:
        cursor.execute(
            "CREATE TRIGGER planted BEFORE INSERT ON desk_claimrow BEGIN SELECT RAISE(ABORT, 'planted'); END"
        )
    with pytest.raises(Exception, match="planted"):
        accept_all(ws, by=MONITOR, now=moment(5))
    assert list(ws.journal.read()) == before
    with connections[ws.alias].cursor() as cursor:
        cursor.execute("DROP TRIGGER planted")
    assert len(accept_all(ws, by=MONITOR, now=moment(5)).claims) == 10


def test_the_file_is_plain_sqlite(ws: Workspace) -> None:
    ws.close()
    with sqlite3.connect(ws.folder / "register.sqlite3") as plain:
        assert plain.execute("SELECT COUNT(*) FROM desk_ledgerheader").fetchone() == (3,)
    plain.close()


def test_a_text_brought_twice_is_one_source(ws: Workspace) -> None:
    assert (bring(ws, second=9).new, bring(ws, second=9).known) == (0, 9)

"""What was changed behind the register's back: `habeas verify` ends with 5 and names the first broken entry."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.shell import DAY, done, refused


def behind_its_back(office: Path, change: Callable[[sqlite3.Connection], object]) -> None:
    """Changes the database as someone would who knows about the triggers and puts them back."""
    with contextlib.closing(sqlite3.connect(office / "register.sqlite3", isolation_level=None)) as db:
        triggers = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            db.execute(f"DROP TRIGGER {name}")
        change(db)
        for _, sql in triggers:
            db.execute(sql)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def line(db: sqlite3.Connection, seq: int) -> str:
    return str(db.execute("SELECT line FROM desk_ledgerheader WHERE seq = ?", (seq,)).fetchone()[0])


def flip_header(db: sqlite3.Connection) -> None:
    text = line(db, 7)
    place = text.index('"commit":"') + 12
    flipped = text[:place] + ("0" if text[place] != "0" else "1") + text[place + 1 :]
    db.execute("UPDATE desk_ledgerheader SET line = ? WHERE seq = 7", (flipped,))


def flip_body(db: sqlite3.Connection) -> None:
    where = "header_id = (SELECT position FROM desk_ledgerheader WHERE seq = 7)"
    (text,) = db.execute(f"SELECT text FROM desk_ledgerbody WHERE {where}").fetchone()
    place = text.index('"content"') + 20
    flipped = text[:place] + chr(ord(text[place]) ^ 1) + text[place + 1 :]
    db.execute(f"UPDATE desk_ledgerbody SET text = ? WHERE {where}", (flipped,))


def lose_line(db: sqlite3.Connection) -> None:
    (position,) = db.execute("SELECT position FROM desk_ledgerheader WHERE seq = 7").fetchone()
    for table in ("desk_subject", "desk_ledgerbody"):
        db.execute(f"DELETE FROM {table} WHERE header_id = ?", (position,))
    db.execute("DELETE FROM desk_ledgerheader WHERE position = ?", (position,))


def lose_body(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM desk_ledgerbody WHERE header_id = (SELECT position FROM desk_ledgerheader WHERE seq = 7)")


def double_line(db: sqlite3.Connection) -> None:
    db.execute(
        "INSERT INTO desk_ledgerheader (feed, seq, prev, at, action, idempotency_key, line) "
        "SELECT feed, 99999, 'x', at, action, 'x', line FROM desk_ledgerheader WHERE seq = 7"
    )


LEDGER = {f.__name__: f for f in (flip_header, flip_body, lose_line, lose_body, double_line)}


@pytest.mark.parametrize("how", list(LEDGER))
def test_a_ledger_that_was_tampered_with(office: Path, how: str) -> None:
    behind_its_back(office, LEDGER[how])
    said = refused("verify", cwd=office, code=5, more=True)
    number = said.split("ntry ")[1].split()[0].strip(".,:;") if "ntry " in said else said
    assert number.rpartition(":")[2] in (("7", "8") if how == "flip_header" else ("7",)), said
    refused("rebuild", cwd=office, code=5)
    refused("backup", "copy.habeas", cwd=office, code=5)


def test_a_projection_that_was_tampered_with_is_mended_by_rebuild(office: Path) -> None:
    behind_its_back(office, lambda db: db.execute("UPDATE person SET name = 'Nobody' WHERE name = 'Ada Mossova'"))
    said = refused("verify", cwd=office, code=5)
    assert said == "Not whole: 1 rows of person differ from the ledger, first r-0967b78470. `habeas rebuild` mends it."
    done("rebuild", cwd=office)
    done("verify", cwd=office)
    assert "Ada Mossova" in done("list", "--as-of", DAY, cwd=office).out


def test_a_source_that_was_altered(office: Path) -> None:
    (kept,) = [p for p in (office / "vault").rglob("*") if p.is_file()]
    kept.chmod(0o600)
    kept.write_bytes(kept.read_bytes().replace(b"8 years", b"9 years"))
    assert refused("verify", cwd=office, code=5, more=True).startswith("Not whole: The bytes ")


def test_a_damaged_backup_restores_nothing(office: Path, tmp_path: Path) -> None:
    done("backup", str(tmp_path / "copy.habeas"), cwd=office)
    data = bytearray((tmp_path / "copy.habeas").read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / "copy.habeas").write_bytes(bytes(data))
    before = sorted(p.name for p in tmp_path.iterdir())
    said = refused("restore", "copy.habeas", "back", cwd=tmp_path, code=5)
    assert said.count("habeas: ") == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == before

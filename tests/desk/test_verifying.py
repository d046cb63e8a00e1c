"""What `verify` finds, planted fault by planted fault, and what `rebuild` mends."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from desk.invented import MONITOR, bring, moment, new_workspace
from habeas.desk import Workspace, accept_all, open_workspace, people, rebuild, sources, verify
from habeas.desk.folding import forget
from habeas.ledger import LedgerBroken

TRIGGERS = ("header_never_changes", "header_never_goes", "body_never_changes", "body_goes_by_erasure_only")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed workspace in rollback mode with 17 entries, so that the file may be damaged by other hands."""
    with new_workspace(tmp_path / "ws", "delete") as ws:
        bring(ws)
        accept_all(ws, by=MONITOR, now=moment(2))
        assert (verify(ws).entries, verify(ws).whole) == (17, True)
        forget(ws)
    return tmp_path / "ws"


def damage(folder: Path, *statements: str) -> None:
    """Changes the file behind the program's back, as someone who holds the disk would, and puts the triggers back."""
    plain = sqlite3.connect(folder / "register.sqlite3", isolation_level=None)
    kept = plain.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in kept:
        plain.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        plain.execute(statement)
    for _, sql in kept:
        plain.execute(sql)
    plain.close()


def faults(folder: Path) -> tuple[str, ...]:
    """What `verify` says of a workspace."""
    with open_workspace(folder) as ws:
        return verify(ws).faults


HEADER, BODY = "desk_ledgerheader", "desk_ledgerbody"


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        (f"UPDATE {HEADER} SET line = replace(line, 'accept', 'reject') WHERE seq = 9", "Entry 9 was changed"),
        (f"UPDATE {BODY} SET text = replace(text, 'P5Y', 'P6Y') WHERE text LIKE '%P5Y%'", "The body of entry"),
        (f"DELETE FROM {BODY} WHERE header_id = 7", "The body of entry 7 is gone, and no erasure names it."),
        (f"UPDATE {HEADER} SET position = 999 WHERE seq = 5", "Entry 5 does not stand in its place."),
        (
            f"INSERT INTO {HEADER} SELECT 99, feed, 99, 'x', at, action, 'k', line FROM {HEADER} WHERE seq = 6",
            "Entry 6 stands there twice.",
        ),
    ],
)
def test_a_damaged_entry_is_named(folder: Path, statement: str, found: str) -> None:
    damage(folder, "PRAGMA foreign_keys = OFF", statement)
    first = faults(folder)[0]
    assert first[: len(found)] == found
    with open_workspace(folder) as ws, pytest.raises(LedgerBroken) as refused:
        rebuild(ws)
    assert refused.value.exit_code == 5


def test_a_missing_entry_is_named(folder: Path) -> None:
    damage(
        folder,
        "PRAGMA foreign_keys = OFF",
        f"DELETE FROM {BODY} WHERE header_id = 8",
        f"DELETE FROM {HEADER} WHERE seq = 8",
    )
    assert faults(folder)[0].startswith("Entry 8 is missing.")


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        (f"UPDATE {HEADER} SET at = '2020' WHERE seq = 4", "The columns of entry 4 do not say what its header says."),
        ("UPDATE desk_sourcetext SET text = replace(text, 'Aru', 'Ira')", "is not what its bytes say."),
        ("DELETE FROM desk_sourcetext", "is missing."),
        (
            "UPDATE desk_sourcetext SET restricted = 1, text = text || '.'",
            "has another length than when it was captured.",
        ),
        ("DROP TABLE desk_subject", "cannot be used"),
    ],
)
def test_what_stands_around_the_chain_is_checked(folder: Path, statement: str, found: str) -> None:
    damage(folder, "PRAGMA foreign_keys = OFF", statement)
    try:
        said = " ".join(faults(folder))
    except Exception as error:
        said = str(error)
    assert (found in said) is (found != "cannot be used")


def test_a_lost_trigger_is_seen(folder: Path) -> None:
    plain = sqlite3.connect(folder / "register.sqlite3")
    plain.execute("DROP TRIGGER header_never_goes")
    plain.close()
    assert faults(folder) == ("The register holds 7 of the 8 triggers that keep the journal append-only.",)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM desk_personrow WHERE rowid = 1",
        "UPDATE desk_claimrow SET level = 0",
        "UPDATE spell SET until = '2030-01-01' WHERE id = 3",
        "INSERT INTO term (fact, field, value) VALUES ('f-x', 'form', 'y')",
        "UPDATE desk_proposalrecord SET status = 'open' WHERE position = 2",
        "DELETE FROM desk_listrow",
        "UPDATE desk_memberrow SET name = 'Z'",
    ],
)
def test_a_projection_that_differs_is_seen_and_rebuilt(folder: Path, statement: str) -> None:
    damage(folder, statement)
    assert len(faults(folder)) == 1
    with open_workspace(folder) as ws:
        assert len(rebuild(ws).differences) == 1
        assert (rebuild(ws).same, verify(ws).faults) == (True, ())
    damage(folder, "SELECT 1")


@pytest.mark.parametrize(
    ("harm", "found"),
    [
        (lambda path: path.unlink(), "are missing from the vault."),
        (lambda path: path.write_bytes(path.read_bytes()[:-1] + b"?"), "were altered in the vault."),
    ],
)
def test_a_lost_or_altered_source_is_seen(folder: Path, harm: Callable[[Path], None], found: str) -> None:
    with open_workspace(folder) as ws:
        name = sources(ws)[0].source
        harm(folder / "vault" / name[:2] / name)
        report = verify(ws)
    assert [f[-len(found) :] for f in report.faults if name in f][:1] == [found]


def test_an_unreadable_entry_is_told_without_a_traceback(folder: Path) -> None:
    damage(folder, f"UPDATE {BODY} SET text = 'x' WHERE header_id = 9")
    with open_workspace(folder) as ws:
        assert verify(ws).faults[0].startswith("The body of entry 9 is not the one it was committed to.")
        with pytest.raises(LedgerBroken):
            people(ws, as_of=__import__("datetime").date(2021, 1, 1), known_at="2022-01-01")


def test_rebuilding_a_sound_workspace_changes_nothing(ws: Workspace) -> None:
    accept_all(ws, by=MONITOR, now=moment(2))
    done = rebuild(ws)
    assert (done.differences, done.rows["desk_personrow"], done.rows["desk_claimrow"]) == ((), 4, 10)

"""Backup and restore: a round trip that keeps everything, and refusals that leave nothing behind."""

from __future__ import annotations

import gzip
import io
import json
import shutil
import tarfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from desk.invented import DAY, LIST, MODES, MONITOR, UPDATE, bring, moment, new_workspace
from habeas.desk import accept_all, backup, erase, figures, open_workspace, people, restore, sources, verify
from habeas.errors import HabeasError

ON = date.fromisoformat(DAY)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A backup of a decided workspace."""
    with new_workspace(tmp_path / "ws") as ws:
        bring(ws)
        accept_all(ws, by=MONITOR, now=moment(2))
        backup(ws, tmp_path / "one.habeas", now=moment(3))
    return tmp_path / "one.habeas"


@pytest.mark.parametrize("mode", MODES)
def test_a_round_trip_keeps_everything(tmp_path: Path, mode: str) -> None:
    with new_workspace(tmp_path / "ws", mode) as ws:
        bring(ws)
        accept_all(ws, by=MONITOR, now=moment(2))
        made = backup(ws, tmp_path / "b.habeas", now=moment(3))
        bring(ws, UPDATE, second=4, name="later.txt")
        before = (list(ws.journal.read())[:17], people(ws, as_of=ON), figures(ws, as_of=ON).figures)
    assert (made.entries, made.sources, made.path.stat().st_mode & 0o777) == (17, 1, 0o600)
    back = restore(made.path, tmp_path / "again")
    assert (back.entries, back.sources) == (17, 1)
    with open_workspace(tmp_path / "again") as ws:
        after = (list(ws.journal.read()), people(ws, as_of=ON), figures(ws, as_of=ON).figures)
        assert after[:2] == before[:2]
        assert [(f.name, f.value) for f in after[2]] == [(f.name, f.value) for f in before[2]]
        assert ws.vault.get(sources(ws)[0].source) == LIST.encode()
        assert verify(ws).whole
        assert ws.folder.stat().st_mode & 0o777 == 0o700
        assert {p.stat().st_mode & 0o777 for p in ws.folder.rglob("*") if p.is_file()} == {0o600}
        bring(ws, UPDATE, second=5, name="later.txt")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["again", "b.habeas", "ws"]


def test_an_erased_source_does_not_come_back_with_a_backup(tmp_path: Path) -> None:
    with new_workspace(tmp_path / "ws") as ws:
        bring(ws)
        accept_all(ws, by=MONITOR, now=moment(2))
        erase(ws, source=sources(ws)[0].source, ground="court-order", by=MONITOR, now=moment(3))
        made = backup(ws, tmp_path / "b.habeas", now=moment(4))
    assert made.sources == 0
    assert gzip.decompress(made.path.read_bytes()).count(b"Bekova") == 0
    assert restore(made.path, tmp_path / "again").entries == 18


def test_nothing_is_overwritten(archive: Path, tmp_path: Path) -> None:
    with open_workspace(tmp_path / "ws") as ws, pytest.raises(HabeasError) as error:
        backup(ws, archive, now=moment(9))
    assert error.value.exit_code == 2
    with pytest.raises(HabeasError) as error:
        restore(archive, tmp_path / "ws")
    assert error.value.exit_code == 4
    with open_workspace(tmp_path / "ws") as ws, pytest.raises(HabeasError) as error:
        backup(ws, tmp_path / "no" / "folder" / "b", now=moment(9))
    assert error.value.exit_code == 2


def test_a_broken_ledger_is_not_backed_up(archive: Path, tmp_path: Path) -> None:
    import sqlite3

    plain = sqlite3.connect(tmp_path / "ws" / "register.sqlite3")
    plain.execute("DROP TRIGGER body_never_changes")
    plain.execute("UPDATE desk_ledgerbody SET text = replace(text, 'P5Y', 'P6Y')")
    plain.commit()
    plain.close()
    with open_workspace(tmp_path / "ws") as ws, pytest.raises(HabeasError) as error:
        backup(ws, tmp_path / "two.habeas", now=moment(9))
    assert error.value.exit_code == 5
    assert sorted(p.name for p in tmp_path.iterdir()) == ["one.habeas", "ws"]


def rewritten(archive: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    """Packs the archive again with other contents."""
    with tarfile.open(archive) as tar:
        files = {m.name: tar.extractfile(m).read() for m in tar}  # type: ignore[union-attr]
    change(files)
    with tarfile.open(archive, "w:gz") as tar:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))


def _manifest(contents: dict[str, bytes], /, **values: object) -> None:
    contents["manifest.json"] = json.dumps({**json.loads(contents["manifest.json"]), **values}).encode()


def _vault_name(files: dict[str, bytes]) -> str:
    return next(n for n in files if n.startswith("vault/"))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda f: f.update({_vault_name(f): f[_vault_name(f)] + b"."}), 5),
        (lambda f: f.update({"habeas.toml": f["habeas.toml"].replace(b"Arcadia", b"Arcadiq")}), 5),
        (lambda f: f.pop(_vault_name(f)), 5),
        (lambda f: f.update({"../outside": b"x"}), 5),
        (lambda f: f.update({"vault/aa/../../x": b"x"}), 5),
        (lambda f: _manifest(f, head={"seq": 3, "hash": "0" * 64}), 5),
        (lambda f: _manifest(f, feed="other"), 5),
        (lambda f: _manifest(f, files={}), 5),
        (lambda f: _manifest(f, kind="holiday pictures"), 2),
        (lambda f: _manifest(f, format=99), 2),
        (lambda f: f.update({"manifest.json": b"[]"}), 5),
    ],
)
def test_a_changed_archive_is_refused_whole(
    archive: Path, tmp_path: Path, change: Callable[[dict[str, bytes]], None], code: int
) -> None:
    rewritten(archive, change)
    with pytest.raises(HabeasError) as error:
        restore(archive, tmp_path / "again")
    assert (error.value.exit_code, error.value.next_step != "") == (code, True)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["one.habeas", "ws"]


@pytest.mark.parametrize("at", [0.1, 0.5, 0.9])
def test_a_truncated_or_flipped_archive_is_refused(archive: Path, tmp_path: Path, at: float) -> None:
    whole = archive.read_bytes()
    place = int(len(whole) * at)
    for bad in (whole[:place], whole[:place] + bytes([whole[place] ^ 64]) + whole[place + 1 :]):
        archive.write_bytes(bad)
        with pytest.raises(HabeasError) as error:
            restore(archive, tmp_path / "again")
        assert error.value.exit_code == 5
        assert not (tmp_path / "again").exists()


FOREIGN = {"empty": b"", "plain text": b"plain text", "no archive inside": gzip.compress(b"no tar", mtime=0)}


@pytest.mark.parametrize("data", FOREIGN.values(), ids=FOREIGN)
def test_a_foreign_file_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "f").write_bytes(data)
    with pytest.raises(HabeasError) as error:
        restore(tmp_path / "f", tmp_path / "again")
    assert error.value.exit_code in (2, 5)
    with pytest.raises(HabeasError) as error:
        restore(tmp_path / "absent", tmp_path / "again")
    assert error.value.exit_code == 2
    assert [p.name for p in tmp_path.iterdir()] == ["f"]


def test_a_restored_workspace_is_no_alias_of_the_old_one(archive: Path, tmp_path: Path) -> None:
    restore(archive, tmp_path / "again")
    shutil.rmtree(tmp_path / "ws")
    with open_workspace(tmp_path / "again") as ws:
        assert len(people(ws, as_of=ON)) == 4

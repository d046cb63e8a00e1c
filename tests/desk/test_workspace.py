"""Workspaces: made whole or not at all, found from within, refused in one sentence when something is wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desk.invented import MODES, MONITOR, new_workspace
from habeas.desk import create_workspace, members, open_workspace
from habeas.desk.config import WorkspaceFault
from habeas.desk.sqlite.drivers import UnsafeSQLite, wal_is_safe
from habeas.desk.workspace import nearest
from habeas.errors import HabeasError


def refused(action: object, *arguments: object) -> tuple[int, str]:
    """The exit code and the cause of what an action raises."""
    with pytest.raises(HabeasError) as error:
        action(*arguments)  # type: ignore[operator]
    assert error.value.next_step != ""
    return error.value.exit_code, error.value.cause


@pytest.mark.parametrize("mode", MODES)
def test_a_workspace_is_private_and_opens_again(tmp_path: Path, mode: str) -> None:
    folder = tmp_path / "deep" / "kz"
    with new_workspace(folder, mode) as made:
        feed = made.feed
    assert folder.stat().st_mode & 0o777 == 0o700
    modes = {p.name: p.stat().st_mode & 0o777 for p in folder.iterdir()}
    assert modes == {"habeas.toml": 0o600, "register.sqlite3": 0o600, "vault": 0o700}
    with open_workspace(folder) as again:
        assert (again.feed, again.name, [m.name for m in members(again)]) == (feed, "Arcadia", [MONITOR, "B. Editor"])
    assert [p.name for p in folder.parent.iterdir()] == ["kz"]


def test_the_languages_of_the_site_are_kept(tmp_path: Path) -> None:
    create_workspace(tmp_path / "ws", languages=["ru", "kk", "ru"]).close()
    with open_workspace(tmp_path / "ws") as ws:
        assert ws.config.languages == ("ru", "kk")
    toml = tmp_path / "ws" / "habeas.toml"
    toml.write_text("".join(line for line in toml.read_text("utf-8").splitlines(True) if "languages =" not in line))
    with open_workspace(tmp_path / "ws") as older:
        assert older.config.languages == ("en",)
    assert refused(lambda: create_workspace(tmp_path / "other", languages=["xx"])) == (2, "There are no words in 'xx'.")
    assert not (tmp_path / "other").exists()


def test_the_workspace_is_found_from_within(tmp_path: Path) -> None:
    new_workspace(tmp_path / "ws").close()
    inner = tmp_path / "ws" / "vault" / "aa"
    inner.mkdir()
    assert nearest(inner) == tmp_path / "ws"
    assert refused(nearest, tmp_path)[0] == 4


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert refused(create_workspace, tmp_path)[0] == 4
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]
    (tmp_path / "empty").mkdir()
    create_workspace(tmp_path / "empty").close()
    assert refused(create_workspace, tmp_path / "mine.txt")[0] == 4


def test_what_is_broken_is_said(tmp_path: Path) -> None:
    new_workspace(tmp_path / "ws").close()
    toml, database = tmp_path / "ws" / "habeas.toml", tmp_path / "ws" / "register.sqlite3"
    good, rows = toml.read_text(), database.read_bytes()
    for text in (
        "format = ",
        "name = 'x'\n",
        good.replace('"wal"', '"off"'),
        good.replace("format = 1", "format = 'one'"),
        good.replace('["en"]', '["en", "xx"]'),
        good.replace('["en"]', "[]"),
        good.replace('["en"]', '"en"'),
    ):
        toml.write_text(text)
        assert refused(open_workspace, tmp_path / "ws")[0] == 4
    toml.write_text(good.replace("format = 1", "format = 99"))
    assert refused(open_workspace, tmp_path / "ws")[1].startswith("A newer Habeas wrote this workspace (format 99")
    toml.write_text(good)
    database.write_bytes(b"nothing like a database" * 100)
    assert refused(open_workspace, tmp_path / "ws")[0] == 4
    database.write_bytes(b"")
    assert refused(open_workspace, tmp_path / "ws")[1] == "The register holds no tables."
    database.unlink()
    assert refused(open_workspace, tmp_path / "ws")[1].endswith("lacks register.sqlite3.")
    database.write_bytes(rows)
    open_workspace(tmp_path / "ws").close()


def test_a_register_of_a_newer_schema_is_left_alone(tmp_path: Path) -> None:
    import sqlite3

    new_workspace(tmp_path / "ws", "delete").close()
    plain = sqlite3.connect(tmp_path / "ws" / "register.sqlite3")
    plain.execute("PRAGMA user_version = 99")
    plain.close()
    assert refused(open_workspace, tmp_path / "ws")[1].startswith("A newer Habeas wrote this register (schema 99")


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 6, 23), False),
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 4), True),
    ],
)
def test_wal_only_where_it_loses_nothing(version: tuple[int, int, int], safe: bool) -> None:
    assert wal_is_safe(version) is safe


def test_wal_is_refused_when_no_driver_is_safe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3

    from habeas.desk.sqlite import drivers

    old = type("Old", (), {"sqlite_version_info": (3, 40, 1)})
    new_workspace(tmp_path / "ws").close()
    monkeypatch.setattr(drivers, "drivers", lambda: (old, sqlite3))
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 40, 1))
    assert drivers.best_mode() == "delete"
    with pytest.raises(UnsafeSQLite):
        create_workspace(tmp_path / "other", journal="wal")
    assert not (tmp_path / "other").exists()
    create_workspace(tmp_path / "fallback").close()
    assert 'journal = "delete"' in (tmp_path / "fallback" / "habeas.toml").read_text()


def test_django_needs_nothing_from_the_user(tmp_path: Path) -> None:
    code = (
        "import habeas.desk as d, pathlib; w = d.create_workspace(pathlib.Path('new'), name='n'); "
        "d.add_member(w, 'A', now='2021-01-01T00:00:00Z'); print(len(d.members(w)))"
    )
    environment = {k: v for k, v in os.environ.items() if not k.startswith("DJANGO")}
    environment["DJANGO_SETTINGS_MODULE"] = "no.such.project"
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert (ran.stdout, ran.stderr, ran.returncode) == ("1\n", "", 0)


def test_the_models_need_no_further_migration() -> None:
    from django.core.management import call_command
    from django.test import override_settings

    with override_settings(DATABASE_ROUTERS=[]):  # else Django looks into the workspaces of other tests, long gone
        call_command("makemigrations", "desk", check=True, dry_run=True, verbosity=0)


def test_a_half_made_workspace_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WorkspaceFault):
        create_workspace(tmp_path / "file" / "ws")
    assert [p.name for p in tmp_path.iterdir()] == ["file"]

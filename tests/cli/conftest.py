"""A small office on an invented report: made once, copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cli.shell import HERE, MEMBER, done


@pytest.fixture(scope="session")
def _made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("office")
    read = folder / "read" / "lorn"
    (folder / "read").mkdir()
    done("new", "lorn", "--name", "People of Lorn", cwd=folder / "read")
    done("member", "add", MEMBER, cwd=read)
    done("add", str(HERE / "report.md"), "--by", MEMBER, cwd=read)
    done("read", cwd=read)
    accepted = folder / "accepted" / "lorn"
    shutil.copytree(read, accepted)
    done("accept", "--all", "--by", MEMBER, cwd=accepted)
    return read, accepted


@pytest.fixture(autouse=True)
def _plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine's own terminal shows in what is printed."""
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.delenv("HABEAS_TRACEBACK", raising=False)


@pytest.fixture
def read(_made: tuple[Path, Path], tmp_path: Path) -> Path:
    """A workspace whose one source was read; nothing is decided."""
    return Path(shutil.copytree(_made[0], tmp_path / "lorn"))


@pytest.fixture
def office(_made: tuple[Path, Path], tmp_path: Path) -> Path:
    """The same, with everything accepted in bulk."""
    return Path(shutil.copytree(_made[1], tmp_path / "lorn"))

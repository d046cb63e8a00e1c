"""The package that `pip install` makes holds every data file, and its licence."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from house.rooms import PACKAGE
from shared_texts import PROJECT

DATA = {".json", ".toml", ".csv", ".html", ".css", ".svg", ".js", ".typed", ".md", ".typ", ".ttf"}


def data_files() -> list[str]:
    """Every file of the package that is no Python module, as a path below `habeas/`."""
    files = [p for p in PACKAGE.rglob("*") if p.suffix in DATA or p.name == "py.typed"]
    return sorted(p.relative_to(PACKAGE.parent).as_posix() for p in files if "__pycache__" not in p.parts)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source archive, built from a copy of the tree without the network."""
    copy, out = tmp_path_factory.mktemp("copy"), tmp_path_factory.mktemp("built")
    ignore = shutil.ignore_patterns("__pycache__", "*.egg-info")
    shutil.copytree(PROJECT / "src", copy / "src", ignore=ignore)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(PROJECT / name, copy / name)
    build = "import sys; from setuptools import build_meta as b; getattr(b, sys.argv[2])(sys.argv[1])"
    for hook in ("build_sdist", "build_wheel"):
        command = [sys.executable, "-c", build, str(out), hook]
        result = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
        assert result.returncode == 0, result.stdout + result.stderr
    return out


def test_the_wheel_holds_every_data_file(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert [f for f in data_files() if f not in names] == []
    assert [n.rpartition("/")[2] for n in names if n.endswith("/LICENSE")] == ["LICENSE"]


def test_the_source_archive_holds_every_data_file(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        names = {n.partition("/")[2] for n in tar.getnames()}
    assert [f for f in data_files() if f"src/{f}" not in names] == []

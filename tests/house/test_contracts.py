"""The import contracts hold, and each has been seen to fail: a copy of the tree with one planted fault breaks it."""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from shared_texts import PROJECT

LINT = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"

# contract -> (file that gets the fault, the faulty line): one row per way in which the contract can be broken
FAULTS = [
    ("layers", "lexicon/count.py", "import habeas.ledger"),
    ("layers", "law/__init__.py", "import habeas.evidence"),
    ("layers", "adapters/__init__.py", "import habeas.desk"),
    ("layers", "web/__init__.py", "import habeas.cli"),
    ("layers", "cli/__init__.py", "import habeas.web"),
    ("layers", "errors.py", "import habeas.lexicon"),
    ("layers", "utils/__init__.py", "X = 1  # a room that the design does not know"),
    ("pure", "reading/proposals.py", "import django.db"),
    ("pure", "ledger/claim.py", "import sqlite3"),
    ("pure", "evidence/document.py", "import urllib.request"),
    ("pure", "matching/__init__.py", "import socket"),
    ("pure", "watch/__init__.py", "import time"),
    ("pure", "figures/__init__.py", "import random"),
    ("published", "reports/__init__.py", "import habeas.watch"),
    ("published", "figures/__init__.py", "import habeas.matching"),
    ("published", "register/__init__.py", "import habeas.reading"),
    ("published", "reports/__init__.py", "import habeas.check"),
    ("tables", "web/__init__.py", "import habeas.desk.models"),
    ("tables", "cli/__init__.py", "from habeas.desk import models"),
    ("database", "cli/__init__.py", "import sqlcipher3"),
    ("cycles", "lexicon/when.py", "import habeas.lexicon.planted"),
]


def lint(source: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    """`lint-imports` over the package in `source`, all contracts or those named."""
    options = [f"--contract={c}" for c in contracts]
    return subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache", str(PROJECT / ".importlinter"), *options],
        cwd=source, env={**os.environ, "PYTHONPATH": str(source)}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_every_contract_is_kept() -> None:
    result = lint(PROJECT / "src")
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_contract_has_a_fault_here() -> None:
    config = configparser.ConfigParser()
    config.read(PROJECT / ".importlinter")
    contracts = {section.removeprefix("importlinter:contract:") for section in config.sections()} - {"importlinter"}
    assert {contract for contract, _, _ in FAULTS} == contracts


def plant(source: Path, file: str, line: str) -> None:
    """Appends `line` to `file` in the copied tree, with the modules that the line needs."""
    for needed, content in {"desk/models.py": "", "lexicon/planted.py": "import habeas.lexicon.when\n"}.items():
        if needed.removesuffix(".py").replace("/", ".") in f"{line}.".replace(" import ", "."):
            path = source / "habeas" / needed
            path.write_text(path.read_text() if path.exists() else content)
    target = source / "habeas" / file
    target.parent.mkdir(exist_ok=True)
    target.write_text((target.read_text() if target.exists() else "") + f"\n{line}\n")


def migrations(source: Path) -> None:
    """Makes sure that the modules which the contract `tables` protects are there, as it refuses to run without them."""
    folder = source / "habeas" / "desk" / "migrations"
    folder.mkdir(exist_ok=True)
    (folder / "__init__.py").touch()
    (source / "habeas" / "desk" / "models.py").touch()


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The source tree, copied, in a state in which every contract can run."""
    source = tmp_path / "src"
    shutil.copytree(PROJECT / "src", source, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    migrations(source)
    return source


@pytest.mark.parametrize(("contract", "file", "line"), FAULTS)
def test_a_planted_fault_breaks_its_contract(contract: str, file: str, line: str, copied: Path) -> None:
    plant(copied, file, line)
    result = lint(copied, contract)
    assert (result.returncode, "0 kept, 1 broken" in result.stdout) == (1, True), result.stdout + result.stderr


def test_the_copy_without_a_fault_keeps_every_contract(copied: Path) -> None:
    result = lint(copied)
    assert (result.returncode, "0 broken" in result.stdout) == (0, True), result.stdout + result.stderr

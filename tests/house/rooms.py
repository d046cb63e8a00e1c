"""The rooms as the tests of the house know them: names, order and files."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

from shared_texts import PROJECT

PACKAGE = PROJECT / "src" / "habeas"
PURE = (
    "lexicon", "law", "evidence", "ledger", "matching", "reading", "register", "figures", "check", "watch", "reports",
)  # fmt: skip
OUTER = ("adapters", "desk", "web", "cli")
ROOMS = PURE + OUTER


def modules(*rooms: str) -> list[Path]:
    """Every module of the rooms named, or of the whole package."""
    roots = [PACKAGE / room for room in rooms] or [PACKAGE]
    return sorted(p for root in roots for p in root.rglob("*.py"))


def parse(path: Path) -> ast.Module:
    """The module's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def tracked_files() -> list[Path]:
    """Every file that belongs to the project: what git tracks, or all files of an unpacked archive."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, check=False)
    if listed.returncode == 0:
        files = [PROJECT / name for name in listed.stdout.decode().split("\0") if name]
        return [path for path in files if path.is_file()]
    return list(_walk(PROJECT))


def _walk(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not path.name.startswith(".") and path.name not in {"build", "dist", "demo"}:
            yield from _walk(path)
        elif path.is_file():
            yield path

"""Typing a command, in this process: what it prints on both streams, and its exit code."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from habeas.cli.main import app, run

HERE = Path(__file__).parent
MEMBER = "A. Monitor"
DAY = "2021-03-01"


@dataclass(frozen=True, slots=True)
class Said:
    """What a command said."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


def habeas(*words: str, cwd: Path, typed: str = "") -> Said:
    """One command, as if typed in `cwd` with `typed` waiting on standard input."""
    out, err = io.StringIO(), io.StringIO()
    before, stdin = Path.cwd(), sys.stdin
    os.chdir(cwd)
    sys.stdin = io.StringIO(typed)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = run(lambda: app(args=list(words), prog_name="habeas", standalone_mode=False))
    finally:
        os.chdir(before)
        sys.stdin = stdin
    return Said(code, out.getvalue(), err.getvalue())


def done(*words: str, cwd: Path, typed: str = "") -> Said:
    """The same for a command that must succeed and have nothing to complain of."""
    said = habeas(*words, cwd=cwd, typed=typed)
    assert (said.code, said.err) == (0, ""), said
    return said


def refused(*words: str, cwd: Path, code: int, typed: str = "", more: bool = False) -> str:
    """The one line that a command fails with. Nothing changes in `cwd`; nothing is printed, unless `more` is."""
    before = tree(cwd)
    said = habeas(*words, cwd=cwd, typed=typed)
    assert (said.code, said.out if not more else "") == (code, ""), said
    assert said.err.startswith("habeas: ") and said.err.endswith("\n") and said.err.count("\n") == 1, said
    assert tree(cwd) == before
    return said.err.removeprefix("habeas: ").strip()


def tree(folder: Path) -> dict[str, bytes]:
    """Every file with its bytes. What SQLite keeps beside its database while it is open is left out."""
    files = (p for p in folder.rglob("*") if p.is_file() and not p.name.endswith(("-wal", "-shm", "-journal")))
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in files if p.stat().st_size < 10**7}

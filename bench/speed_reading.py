"""Reading: characters a second on one core with start-up aside, and the whole command as a user waits for it."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from rows import Row, Rows, at_least, at_most, report

ROUNDS = 5


def rows() -> Rows:
    """The best of several rounds: the machine's other work only ever makes a round slower."""
    path = report()
    yield Row("measured on", path.name)
    yield at_least("reading, characters a second, one core", characters_a_second(path), 250_000)
    yield at_most(f"habeas read {path.name}, seconds from the shell", shell_seconds(path), 2.0)


def characters_a_second(path: Path) -> float:
    from habeas.evidence.document import Document
    from habeas.reading import read

    document = Document.from_bytes(path.read_bytes())
    read(document)  # start-up: tables are loaded, patterns compiled
    return len(document.text) / min(_seconds(lambda: read(document)) for _ in range(ROUNDS))


def shell_seconds(path: Path) -> float:
    command = [str(Path(sys.executable).with_name("habeas")), "read", str(path), "--json"]
    return min(
        _seconds(lambda: subprocess.run(command, check=True, capture_output=True, text=True)) for _ in range(ROUNDS)
    )


def _seconds(work: object) -> float:
    start = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - start

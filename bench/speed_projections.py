"""`habeas figures` on 100,000 accepted claims, from the tables that pages read: the command, and the call inside it."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from invented import drafts
from rows import Row, Rows, at_most
from speed_register import AS_OF, CLAIMS

ROUNDS = 3
BATCH = 5000


def rows() -> Rows:
    """Makes a workspace, appends the entries, writes the tables (told, without a target), then asks for the figures."""
    from habeas.desk import create_workspace, figures, rebuild

    with tempfile.TemporaryDirectory() as folder:
        with create_workspace(Path(folder) / "workspace", name="bench") as ws:
            entries = list(drafts(CLAIMS))
            batches = [entries[i : i + BATCH] for i in range(0, len(entries), BATCH)]
            yield Row("append in batches, seconds", f"{_seconds(lambda: [ws.journal.append(b) for b in batches]):.2f}")
            yield Row("rebuild of all tables, seconds", f"{_seconds(lambda: rebuild(ws)):.2f}")
            inside = min(_seconds(lambda: figures(ws, as_of=AS_OF)) for _ in range(ROUNDS))
            yield Row("figures from projections, the call alone, seconds", f"{inside:.2f}")
        command = [str(Path(sys.executable).with_name("habeas")), "figures", "--as-of", AS_OF.isoformat(), "--json"]
        inside = min(_seconds(lambda: _run(command, Path(folder) / "workspace")) for _ in range(ROUNDS))
        yield at_most(f"habeas figures on {CLAIMS:,} claims, seconds from the shell", inside, 1.0)


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)


def _seconds(work: object) -> float:
    start = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - start

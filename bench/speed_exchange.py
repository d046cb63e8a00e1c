"""Exports and the way into another office, on 10,000 invented people (100,000 claims): time, size, and peak memory.

Each step runs in a process of its own, so that its peak is its own.
`HABEAS_BENCH_PEOPLE` takes another number.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rows import PEAK, Row, Rows, at_most

PEOPLE = int(os.environ.get("HABEAS_BENCH_PEOPLE", "10000"))
SECONDS, MEGABYTES = 60, 1024
"""The targets: those of a report of 10,000 people."""
FORMATS = ("jsonl", "csv", "xlsx", "esf", "ftm")
_STEP = """
import json, sys, time
from datetime import date
from pathlib import Path
from habeas.adapters.files import write_parts
from habeas.desk import add_member, create_workspace, export_files, import_register, open_workspace
root, what, NOW = Path(sys.argv[1]), sys.argv[2], "2026-01-01T10:00:00Z"
start = time.perf_counter()
if what == "import":
    with create_workspace(root / "there", name="There") as ws:
        add_member(ws, "B. Second", now=NOW)
        import_register(ws, root / "here.jsonl", by="B. Second", now=NOW)
    size = sum(p.stat().st_size for p in (root / "there").glob("register.sqlite3*"))
else:
    name, _, format = what.partition(".")
    with open_workspace(root / name) as ws:
        files = export_files(ws, format, audience="team", as_of=date(2024, 1, 1), today=date(2026, 1, 1))
        size = sum(write_parts(root / (f"{name}.{format}" + file), parts) for file, parts in files.items())
print(json.dumps([time.perf_counter() - start, size / 1e6, PEAK]))
""".replace("PEAK", PEAK)


def rows() -> Rows:
    """Makes the register, then exports, imports and exports again."""
    from habeas.desk.invented_country import invent

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        invent(root / "here", PEOPLE, now="2026-01-01T09:00:00Z")
        for format in FORMATS:
            yield from _measured(root, f"here.{format}", f"export {format}")
        yield from _measured(root, "import", "import")
        yield from _measured(root, "there.jsonl", "export jsonl again")
        same = _below_the_head(root / "here.jsonl") == _below_the_head(root / "there.jsonl")
        yield Row("the same bytes below the head", "yes" if same else "NO")


def _measured(root: Path, step: str, said: str) -> Iterator[Row]:
    command = [sys.executable, "-c", _STEP, str(root), step]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, megabytes, peak = json.loads(done.stdout)
    yield at_most(f"{said}: seconds for {PEOPLE:,} people", seconds, SECONDS, ".1f")
    yield at_most(f"{said}: peak memory, MB", peak, MEGABYTES, ".0f")
    yield Row(f"{said}: size, MB", f"{megabytes:.1f}")


def _below_the_head(path: Path) -> int:
    """A hash of all lines but the first and the last."""
    with path.open("rb") as file:
        return hash(tuple(hash(line) for line in list(file)[1:-1]))

"""The public site and the list report of many people: pages a second, what is written the next time, seconds, memory.

`HABEAS_BENCH_PEOPLE=100000` measures what the targets name and takes many minutes and gigabytes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rows import PEAK, Row, at_least, at_most

PEOPLE = int(os.environ.get("HABEAS_BENCH_PEOPLE", "2000"))
NOW, DAY = "2026-01-02T10:00:00Z", "2020-01-31"
FORMATS = ("html", "docx", "pdf")


def rows() -> Iterator[Row]:
    """Invents people, releases all that is told of them, writes the site twice and the list report in each format."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder) / "workspace"
        _invented(workspace)
        first, again = (_timed(workspace, "site", str(Path(folder) / "site"), "--as-of", DAY) for _ in range(2))
        pages = sum(1 for _ in (Path(folder) / "site").rglob("*.html"))
        yield at_least(f"site of {PEOPLE:,} people: pages a second", pages / first.seconds, 500)
        yield Row("the same: pages; MB of memory", f"{pages:,}; {first.megabytes:,.0f}")
        yield Row("the same again, nothing changed: seconds", f"{again.seconds:.1f}")
        for suffix in FORMATS:
            made = _timed(workspace, "report", "make", "list", "--as-of", DAY, "-o", str(Path(folder) / f"r.{suffix}"))
            yield at_most(f"list report of {PEOPLE:,} people as {suffix}: seconds", made.seconds, 60, ".1f")
            yield at_most("the same: MB of memory", made.megabytes, 1024, ",.0f")


class _Run(NamedTuple):
    """Seconds and the highest memory of one command."""

    seconds: float
    megabytes: float


_MEASURED = (
    "import atexit, sys; from habeas.cli.main import main; "
    f"atexit.register(lambda: print({PEAK}, file=sys.stderr)); main()"
)


def _timed(workspace: Path, *command: str) -> _Run:
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, *command], cwd=workspace, check=True, capture_output=True, text=True
    )
    return _Run(time.perf_counter() - start, float(done.stderr.split()[-1]))


def _invented(folder: Path) -> None:
    from habeas.desk import models, open_workspace
    from habeas.desk.invented_country import MEMBER, invent
    from habeas.desk.releases import release

    invent(folder, PEOPLE, now=NOW)
    with open_workspace(folder) as ws:
        told = models.FactRow.objects.using(ws.alias).values_list("document", "id")
        for source in sorted({document for document, _ in told}):
            facts = [id for document, id in told if document == source]
            release(ws, facts, level=0, basis=f"source:{source}", by=MEMBER, now=NOW)

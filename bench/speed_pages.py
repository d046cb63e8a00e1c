"""The pages of the desk on 10,000 invented people (100,000 facts), asked as a browser asks, without the network.

`HABEAS_BENCH_CLAIMS=1000000` measures 100,000 people and takes many minutes to make them.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from invented import drafts
from rows import Row, Rows, at_most

CLAIMS = int(os.environ.get("HABEAS_BENCH_CLAIMS", "100000"))
AS_OF = "2020-01-31"
ROUNDS, BATCH = 30, 5000
MEDIAN, SLOWEST = 100, 300
"""Milliseconds: the target at the median and at the 95th percentile."""


def rows() -> Rows:
    """Makes the workspace (or takes `HABEAS_BENCH_WORKSPACE`), then asks for each page thirty times."""
    from habeas.web import configure

    configure()
    given = os.environ.get("HABEAS_BENCH_WORKSPACE")
    if given:
        yield from _measured(Path(given))
        return
    with tempfile.TemporaryDirectory() as folder:
        _make(Path(folder) / "bench")
        yield from _measured(Path(folder) / "bench")


def _make(folder: Path) -> None:
    from habeas.desk import create_workspace, rebuild

    with create_workspace(folder, name="bench") as ws:
        batch = []
        for draft in drafts(CLAIMS):
            batch.append(draft)
            if len(batch) == BATCH:
                ws.journal.append(batch)
                batch = []
        ws.journal.append(batch)
        rebuild(ws)


def _measured(folder: Path) -> Iterator[Row]:
    from django.test import Client

    from habeas.web.opening import release, use

    use(folder)
    from habeas.web.views.entrance import new_link  # asks for Django, which opening the workspace starts

    client = Client(SERVER_NAME="localhost")
    client.get(new_link("A. Monitor"))
    for name, addresses in _addresses().items():
        times = []
        for n in range(ROUNDS):
            start = time.perf_counter()
            answer = client.get(addresses.format(n=n * 37 % 9000, id=f"r-{n * 370 % 9000:010x}"))
            times.append((time.perf_counter() - start) * 1000)
            assert answer.status_code == 200, (name, answer.status_code)
        slowest = statistics.quantiles(times, n=20)[-1]
        yield at_most(f"{name}: median, milliseconds", statistics.median(times), MEDIAN, ".0f")
        yield at_most(f"{name}: 95th percentile, milliseconds", slowest, SLOWEST, ".0f")
        yield Row(f"{name}: the first, milliseconds", f"{times[0]:.0f}")
    release()


def _addresses() -> dict[str, str]:
    return {
        "list": f"/people/?as_of={AS_OF}",
        "list, page in the middle": f"/people/?as_of={AS_OF}&start=5000",
        "list, held, by status": f"/people/?as_of={AS_OF}&status=held&sort=status",
        "list, one article": f"/people/?as_of={AS_OF}&article=174",
        "search": f"/people/?as_of={AS_OF}&name=person+{{n}}",
        "person": f"/people/{{id}}/?as_of={AS_OF}",
        "history": "/people/{id}/history/",
        "figures": f"/figures/?as_of={AS_OF}",
        "today": f"/?as_of={AS_OF}",
    }

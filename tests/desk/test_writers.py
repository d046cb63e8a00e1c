"""Many writers, killed at random: what was acknowledged is there, once, in one chain.

Short here; `make ledger-campaign` does it for minutes.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from desk.invented import EDITOR, MODES, MONITOR, bring, moment, new_workspace
from habeas.desk import Selection, Workspace, accept_one, open_workspace, proposals, recognise, verify
from habeas.ledger import Draft, HeadMoved

WRITER = Path(__file__).with_name("writer.py")
TESTS = Path(__file__).parents[1]

READER = """
import pathlib, sys, time
from habeas.desk import open_workspace
with open_workspace(pathlib.Path(sys.argv[1])) as ws:
    last = ws.journal.head().seq
    reader = ws.journal.read()
    seen = [next(reader).header.seq]
    pathlib.Path(sys.argv[3]).touch()
    time.sleep(float(sys.argv[2]))
    seen += [entry.header.seq for entry in reader]
    until = time.monotonic() + 60
    while (grown := ws.journal.head().seq) <= len(seen) and time.monotonic() < until:
        time.sleep(0.1)
sys.exit(0 if seen == list(range(1, len(seen) + 1)) and last <= len(seen) < grown else 1)
"""


def start(folder: Path, name: str, count: int, log: Path) -> subprocess.Popen[bytes]:
    """A writer of its own process."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(TESTS), str(TESTS.parent / "src")))}
    errors = log.with_suffix(".err").open("ab")
    with errors:
        return subprocess.Popen([sys.executable, WRITER, folder, name, str(count), log], env=environment, stderr=errors)


def campaign(
    folder: Path,
    *,
    mode: str,
    writers: int,
    each: int,
    kills: int,
    seed: int,
    beside: Callable[[Path], None] | None = None,
) -> int:
    """Runs the writers, kills and restarts them at random, then checks everything.

    Returns how many were killed at work.
    """
    chance = random.Random(seed)
    with new_workspace(folder / "ws", mode) as ws:
        bring(ws)
    if beside:
        beside(folder / "ws")
    logs = {f"w{n}": folder / f"w{n}.log" for n in range(writers)}
    running = {name: start(folder / "ws", name, each, log) for name, log in logs.items()}
    killed = 0
    while running:
        time.sleep(chance.uniform(0.05, 0.4))
        name = chance.choice(sorted(running))
        if killed < kills and running[name].poll() is None and logs[name].exists():
            running[name].send_signal(signal.SIGKILL)
            running[name].wait()
            killed += 1
            running[name] = start(folder / "ws", name, each, logs[name])
        for other, process in list(running.items()):
            if process.poll() is not None:
                assert (process.returncode, logs[other].with_suffix(".err").read_text()) == (0, "")
                del running[other]
    check(folder / "ws", logs, each)
    return killed


def check(folder: Path, logs: dict[str, Path], each: int) -> None:
    """Every acknowledged entry is there, once, as it was acknowledged; the chain and the projections are whole."""
    acknowledged = [line.split() for log in logs.values() for line in log.read_text().splitlines()]
    assert len(acknowledged) == each * len(logs)
    with open_workspace(folder) as ws:
        kept = {e.header.idempotency_key: (e.id, e.header.hash) for e in ws.journal.read()}
        assert [key for key, entry, hash_ in acknowledged if kept.get(key) != (entry, hash_)] == []
        assert len({entry for _, entry, _ in acknowledged}) == len(acknowledged)
        report = verify(ws)
    assert (report.faults, report.entries) == ((), 3 + len(acknowledged))


@pytest.mark.parametrize("mode", MODES)
def test_killed_writers_lose_nothing_that_was_acknowledged(tmp_path: Path, mode: str) -> None:
    held: list[subprocess.Popen[bytes]] = []

    def read_beside(folder: Path) -> None:
        holds = tmp_path / "holds"
        held.append(subprocess.Popen([sys.executable, "-c", READER, folder, "0.5", holds]))
        while not holds.exists() and held[0].poll() is None:
            time.sleep(0.05)

    assert campaign(tmp_path, mode=mode, writers=2, each=60, kills=3, seed=1, beside=read_beside) > 0
    assert held[0].wait() == 0


@pytest.mark.parametrize("mode", MODES)
def test_a_process_killed_in_mid_append_leaves_nothing_half_done(tmp_path: Path, mode: str) -> None:
    with new_workspace(tmp_path / "ws", mode) as ws:
        bring(ws)
    code = (
        "import os, sys, pathlib, signal; import habeas.desk as d; import habeas.desk.projection as p\n"
        "from habeas.desk import signing\n"
        "ws = d.open_workspace(pathlib.Path(sys.argv[1]))\n"
        "whole = p.project\n"
        "def dying(ws, entries):\n"
        "    whole(ws, entries); os.kill(os.getpid(), signal.SIGKILL)\n"
        "signing.project = dying\n"
        "d.accept_all(ws, by='A. Monitor', now='2021-02-02T00:00:00Z')\n"
    )
    ran = subprocess.run([sys.executable, "-c", code, tmp_path / "ws"], capture_output=True)
    assert ran.returncode == -signal.SIGKILL
    with open_workspace(tmp_path / "ws") as ws:
        assert (ws.journal.head().seq, len(proposals(ws)), verify(ws).faults) == (3, 9, ())


def test_the_second_of_two_writers_is_told(ws: Workspace) -> None:
    """Two desks look at one proposal: the second learns that it was decided, and by whom stands in the history."""
    target = proposals(ws, Selection(kind="charge"))[0].id
    with open_workspace(ws.folder) as other:
        seen = other.journal.head()
        first = accept_one(ws, target, by=MONITOR, now=moment(2))
        second = accept_one(other, target, by=EDITOR, now=moment(3))
        assert (len(first.claims), second.claims, second.already) == (1, (), (target,))
        with pytest.raises(HeadMoved) as told:
            draft = Draft("reject", "k1", "m-1", {"proposal": "c-1", "document": "0" * 64})
            other.journal.append([draft], expected_head=seen)
        assert told.value.exit_code == 6
    recognise(ws, "Bekova", step="entered", by=EDITOR, now=moment(4))
    assert verify(ws).faults == ()


def test_a_locked_register_is_said_not_thrown(tmp_path: Path) -> None:
    from django.db import connections

    from habeas.desk.faults import Busy

    with new_workspace(tmp_path / "ws", "delete") as ws:
        bring(ws)
        code = (
            "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
            "c.execute('BEGIN EXCLUSIVE')\n"
            "print('locked', flush=True); sys.stdin.read()\n"
        )
        holder = subprocess.Popen(
            [sys.executable, "-c", code, ws.folder / "register.sqlite3"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"locked\n"
        connections[ws.alias].connection.execute("PRAGMA busy_timeout = 50")
        with pytest.raises(Busy) as told:
            recognise(ws, "nobody", step="entered", by=MONITOR, now=moment(2))
        holder.communicate()
        assert told.value.exit_code == 6

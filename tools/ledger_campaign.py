#!/usr/bin/env python3
"""Writers killed at random, restarted, and in the end every acknowledged entry is there, once, in one chain.

    python tools/ledger_campaign.py [--journal MODULE:FACTORY] [--writers 8] [--entries 2000] [--hold 60] ...
    python tools/ledger_campaign.py --journal ledger_campaign:table_in_wal --around ledger_campaign:held_transaction
    python tools/ledger_campaign.py --journal ledger_campaign:table_with_rollback
    python tools/ledger_campaign.py --journal ledger_campaign:acknowledges_too_early --expect-failure

FACTORY is called with a folder (and opens, or makes, the journal that lies there) in every process anew. --around names
a context manager, called with the folder, inside which the reader holds its snapshot: a transaction, for a database.
A writer notes each entry in a file of its own once `append` has returned; that note is the acknowledgement. It tries
again, under the same idempotency key, what it had not noted when it was killed. Exit code 0 when the promise held.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import random
import secrets
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from habeas.ledger import Draft, Entry, FilesJournal, Head, Journal, seal, verify

FEED = "campaign"


def now() -> str:
    """This moment as entries carry it."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def salt() -> bytes:
    """16 random bytes."""
    return secrets.token_bytes(16)


def files_journal(folder: Path) -> Journal:
    """The journal in files."""
    return FilesJournal(folder / "feed", feed=FEED, clock=now, salts=salt)


def table_in_wal(folder: Path) -> Journal:
    """The desk's table in SQLite's WAL mode."""
    return table(folder, "wal")


def table_with_rollback(folder: Path) -> Journal:
    """The desk's table in SQLite's rollback-journal mode."""
    return table(folder, "delete")


def table(folder: Path, mode: Any) -> Journal:
    """The desk's table of a workspace in the folder."""
    from habeas.desk import create_workspace, open_workspace

    path = folder / "workspace"
    return (open_workspace(path) if path.exists() else create_workspace(path, journal=mode)).journal


@contextmanager
def held_transaction(folder: Path) -> Iterator[None]:
    """A read transaction, for WAL (with a rollback journal nobody could write meanwhile): it must not move."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(str(folder / "workspace" / "register.sqlite3"), isolation_level=None)
    connection.execute("BEGIN")
    count = "SELECT count(*) FROM desk_ledgerheader"
    before = connection.execute(count).fetchone()
    yield
    after = connection.execute(count).fetchone()
    connection.close()
    if before != after:
        raise SystemExit(f"SQLite's snapshot moved from {before} to {after}")


class TooEarly:
    """A control that must fail: it acknowledges from memory and writes only every tenth time."""

    def __init__(self, folder: Path) -> None:
        self.inner, self.held = files_journal(folder), list[Draft]()

    def append(self, drafts: Sequence[Draft], *, expected_head: Head | None = None) -> list[Entry]:
        """Claims to have written."""
        del expected_head
        self.held.extend(drafts)
        if len(self.held) >= 10:
            self.inner.append(self.held)
            self.held = []
        head = self.inner.head()
        return seal(drafts, head=head, expected_head=None, known=lambda key: None, at=now(), salts=salt).answer

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)


def acknowledges_too_early(folder: Path) -> Any:
    """Factory of the control."""
    return TooEarly(folder)


def named(path: str) -> Callable[..., Any]:
    """The object that `module:name` names."""
    module, _, name = path.partition(":")
    found: Callable[..., Any] = getattr(importlib.import_module(module), name)
    return found


def draft(writer: int, number: int) -> Draft:
    """The entry that a writer appends as its `number`th: the same at every attempt."""
    content = {"proposal": f"c-{writer}-{number}", "document": "d" * 64, "why": "campaign", "bulk": False}
    return Draft("reject", f"k{writer}", "m-1", content, idempotency_key=f"w{writer}-{number}")


def notes(folder: Path, writer: int) -> Path:
    """Where a writer notes what was acknowledged."""
    return folder / f"acknowledged-{writer}.txt"


def acknowledged(folder: Path, writer: int) -> dict[str, str]:
    """Idempotency key -> entry id, as noted."""
    path = notes(folder, writer)
    return dict(line.split() for line in path.read_text().splitlines()) if path.exists() else {}


def write(options: argparse.Namespace) -> None:
    """A writer: goes on where its notes end."""
    journal: Journal = named(options.journal)(options.folder)
    done = acknowledged(options.folder, options.number)
    with notes(options.folder, options.number).open("ab", buffering=0) as file:
        for number in range(options.entries):
            if (wanted := draft(options.number, number)).idempotency_key not in done:
                [entry] = journal.append([wanted])
                file.write(f"{wanted.idempotency_key} {entry.id}\n".encode())


def read(options: argparse.Namespace) -> None:
    """The reader: holds one snapshot while the others write, then reads it to its end."""
    journal: Journal = named(options.journal)(options.folder)
    while journal.head().seq < options.entries:
        time.sleep(0.05)
    around: AbstractContextManager[Any] = named(options.around)(options.folder) if options.around else nullcontext()
    with around:
        head, snapshot = one_moment(journal)
        next(snapshot)
        time.sleep(options.hold)
        count = 1 + sum(1 for _ in snapshot)
    result = {"expected": head.seq, "read": count, "meanwhile": journal.head().seq}
    (options.folder / "reader.json").write_text(json.dumps(result))


def one_moment(journal: Journal) -> tuple[Head, Iterator[Entry]]:
    """A head and a snapshot between which nothing was appended."""
    while True:
        head = journal.head()
        snapshot = journal.read()
        if journal.head() == head:
            return head, snapshot


def start(mode: str, options: argparse.Namespace, number: int = 0) -> subprocess.Popen[bytes]:
    """Starts this file again as a writer or the reader."""
    command = [
        sys.executable, str(Path(__file__).resolve()), "--as", mode, "--number", str(number),
        "--folder", str(options.folder),
        "--journal", options.journal, "--entries", str(options.entries), "--hold", str(options.hold),
        *(["--around", options.around] if options.around else []),
    ]  # fmt: skip
    paths = [str(Path(__file__).resolve().parent), os.environ.get("PYTHONPATH", "")]
    return subprocess.Popen(command, env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))})


def campaign(options: argparse.Namespace) -> list[str]:
    """Runs it all. Returns what went wrong, one sentence each."""
    chance, kills, began = random.Random(options.seed), 0, time.monotonic()
    named(options.journal)(options.folder)
    writers = {n: start("writer", options, n) for n in range(options.writers)}
    reader = start("reader", options)
    faults: list[str] = []
    while writers and time.monotonic() - began < options.patience:
        time.sleep(options.kill_every * chance.uniform(0.5, 1.5))
        for number in [n for n, process in writers.items() if process.poll() is not None]:
            if code := writers.pop(number).returncode:
                faults.append(f"Writer {number} ended with {code}.")
        if writers:
            victim = chance.choice(sorted(writers))
            writers[victim].kill()
            kills += writers[victim].wait() != 0
            writers[victim] = start("writer", options, victim)
    faults += [f"Writer {n} was not done in time." for n in writers]
    for process in writers.values():
        process.kill()
        process.wait()
    seconds = time.monotonic() - began
    if reader.wait(options.hold + options.patience):
        faults.append(f"The reader ended with {reader.returncode}.")
    print(f"{options.journal}: {options.writers} writers, {kills} kills, {seconds:.1f} s")
    return faults + judge(options)


def judge(options: argparse.Namespace) -> list[str]:
    """Holds what was acknowledged against what is there."""
    journal: Journal = named(options.journal)(options.folder)
    entries = list(journal.read())
    report = verify(journal.stored(), head=journal.head())
    faults = [str(report.fault)] if report.fault else []
    there = {entry.header.idempotency_key: entry.id for entry in entries}
    twice = [key for key, n in Counter(e.header.idempotency_key for e in entries).items() if n > 1]
    said = {k: v for n in range(options.writers) for k, v in acknowledged(options.folder, n).items()}
    lost = [key for key in said if key not in there]
    moved = [key for key, name in said.items() if key in there and there[key] != name]
    for words, keys in (("lost", lost), ("twice", twice), ("under another number than acknowledged", moved)):
        if keys:
            faults.append(f"{len(keys)} acknowledged entries are {words}, such as {sorted(keys)[0]}.")
    wanted = options.writers * options.entries
    if (len(said), len(entries)) != (wanted, wanted):
        faults.append(f"{wanted} entries were to be written, {len(said)} acknowledged, {len(entries)} are there.")
    seen = options.folder / "reader.json"
    held = json.loads(seen.read_text()) if seen.exists() else {}
    if not held or held["expected"] != held["read"]:
        faults.append(f"The reader's snapshot did not hold: {held}.")
    print(f"{len(entries)} entries, {len(said)} acknowledged, {len(lost)} lost, {len(twice)} twice; reader {held}")
    print(report)
    return faults


def main(arguments: list[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--journal", default="ledger_campaign:files_journal", help="MODULE:FACTORY")
    parser.add_argument("--around", default="", help="MODULE:CONTEXT_MANAGER around the reader's snapshot")
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--entries", type=int, default=2000, help="entries of each writer")
    parser.add_argument("--hold", type=float, default=60, help="seconds that the reader holds its snapshot")
    parser.add_argument("--kill-every", type=float, default=1.5, help="seconds between kills, on average")
    parser.add_argument("--patience", type=float, default=1800, help="seconds after which writers count as stuck")
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--folder", type=Path, default=None, help="an empty folder; a temporary one when left out")
    parser.add_argument("--expect-failure", action="store_true", help="turn the verdict round, for a control")
    parser.add_argument("--as", dest="mode", choices=["writer", "reader"], help=argparse.SUPPRESS)
    parser.add_argument("--number", type=int, default=0, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.mode:
        (write if options.mode == "writer" else read)(options)
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        options.folder = options.folder or Path(temporary)
        options.folder.mkdir(parents=True, exist_ok=True)
        faults = campaign(options)
    print("\n".join(faults) or "HELD: every acknowledged entry is there, once, in one chain.")
    return int(bool(faults) != options.expect_failure)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    sys.exit(main())

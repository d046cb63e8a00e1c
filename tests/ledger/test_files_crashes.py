"""A files journal that is interrupted anywhere holds all of a batch or none of it, and goes on."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from journal_contract import ACTOR, FEED, counting_salts, rejection, salts_from, ticking_clock

from habeas.ledger import FilesJournal, LedgerBroken, NotWritten, erasure, verify
from habeas.ledger.folder import FeedFolder

# Runs one append of three entries and dies, without any cleaning up, at the Nth call that changes the disk.
DIES = """
import os, sys
from pathlib import Path
from habeas.ledger import FilesJournal
sys.path.insert(0, sys.argv[3])
from journal_contract import FEED, rejection, salts_from, ticking_clock
journal = FilesJournal(Path(sys.argv[1]), feed=FEED, clock=ticking_clock(), salts=salts_from(500))
left = [int(sys.argv[2])]
def step(event, details):
    changes = event in ("os.rename", "os.remove", "os.truncate", "open") and "r" != (details[1:2] or ("",))[0]
    if changes and str(details[0]).startswith(sys.argv[1]):
        left[0] -= 1
        if left[0] == 0:
            os._exit(9)
sys.addaudithook(step)
real_write = os.fsync
def fsync(handle):
    left[0] -= 1
    if left[0] == 0:
        os._exit(9)
    real_write(handle)
os.fsync = fsync
journal.append([rejection(n, key=f"crash-{n}") for n in (7, 8, 9)])
print("acknowledged")
"""


def make(folder: Path) -> FilesJournal:
    return FilesJournal(folder, feed=FEED, clock=ticking_clock(), salts=counting_salts())


def test_death_at_every_step_leaves_all_or_nothing(tmp_path: Path) -> None:
    seen: set[tuple[int, bool]] = set()
    for at in range(1, 60):
        folder = tmp_path / str(at)
        make(folder).append([rejection(1), rejection(2)])
        run = [sys.executable, "-c", DIES, str(folder), str(at), str(Path(__file__).parent)]
        done = subprocess.run(run, capture_output=True, text=True, check=False)
        assert done.returncode in (0, 9), done.stderr
        before = FeedFolder(folder)
        assert verify(before.stored(), head=before.mark().head).fault is None
        journal = FilesJournal(folder, feed=FEED, clock=ticking_clock(), salts=salts_from(900))
        count = journal.head().seq
        assert verify(journal.stored(), head=journal.head()).entries == count
        assert len(list((folder / "bodies").iterdir())) == count
        seen.add((count, done.stdout == "acknowledged\n"))
        journal.append([rejection(n, key=f"crash-{n}") for n in (7, 8, 9)])
        assert [e.header.idempotency_key for e in journal.read()][2:] == ["crash-7", "crash-8", "crash-9"]
        if done.returncode == 0:
            break
    assert seen == {(2, False), (5, False), (5, True)}


@pytest.mark.parametrize("rest", [b"{", b'{"half":', b"\0" * 40, b"no line of ours\n", b"\n"])
def test_what_an_interrupted_append_left_is_cut_off(tmp_path: Path, rest: bytes) -> None:
    journal = make(tmp_path / "feed")
    journal.append([rejection(1)])
    whole = (tmp_path / "feed" / "headers.jsonl").read_bytes()
    (tmp_path / "feed" / "headers.jsonl").write_bytes(whole + rest)
    (tmp_path / "feed" / "bodies" / f"{'e' * 64}.json").write_bytes(b"{}")
    report = verify(journal.stored(), head=journal.head())
    assert (report.entries, report.unacknowledged, report.fault) == (1, 1, None)
    assert [e.header.seq for e in journal.read()] == [1]
    again = make(tmp_path / "feed")
    assert (tmp_path / "feed" / "headers.jsonl").read_bytes() == whole
    assert len(list((tmp_path / "feed" / "bodies").iterdir())) == 1
    again.append([rejection(2)])
    assert [e.header.seq for e in journal.read()] == [1, 2]


def test_an_unfinished_erasure_is_finished_at_opening(tmp_path: Path) -> None:
    journal = make(tmp_path / "feed")
    [entry] = journal.append([rejection(1)])
    path = tmp_path / "feed" / "bodies" / f"{entry.header.commit}.json"
    text = path.read_bytes()
    journal.append([erasure(journal.read(), [entry.id], ground="gdpr-17", actor_key=ACTOR, author="m-1")])
    path.write_bytes(text)
    assert next(iter(journal.read())).body is None
    assert verify(journal.stored(), head=journal.head()).still_to_erase == 1
    make(tmp_path / "feed")
    assert not path.exists()


def test_a_full_disk_is_said_and_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = make(tmp_path / "feed")
    journal.append([rejection(1)])
    before = sorted((p.name, p.read_bytes()) for p in (tmp_path / "feed").rglob("*") if p.is_file())
    real, calls = os.fsync, []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == fails_at:
            raise OSError(28, "No space left on device")
        real(handle)

    for fails_at in range(1, 7):  # two bodies, their folder, the headers, the head
        calls.clear()
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            with pytest.raises(NotWritten) as said:
                journal.append([rejection(2), rejection(3)])
        if journal.head().seq == 1:
            assert said.value.cause == "Not saved: No space left on device."
            files = sorted((p.name, p.read_bytes()) for p in (tmp_path / "feed").rglob("*") if p.is_file())
            assert [f for f in files if f[0] != "head.json.new"] == before
        else:
            assert fails_at == 6  # the head was renamed already: the batch stands whole, and a retry by key finds it
            assert said.value.cause == "It is not certain that this was saved: No space left on device."
            assert verify(journal.stored(), head=journal.head()).entries == 3


def test_only_the_owner_may_read(tmp_path: Path) -> None:
    make(tmp_path / "feed").append([rejection(1)])
    paths = [tmp_path / "feed", *(tmp_path / "feed").rglob("*")]
    assert {p.name: stat.S_IMODE(p.stat().st_mode) for p in paths if p.is_dir()} == {"feed": 0o700, "bodies": 0o700}
    assert {stat.S_IMODE(p.stat().st_mode) for p in paths if p.is_file()} == {0o600}


def test_a_folder_of_another_feed_is_refused(tmp_path: Path) -> None:
    make(tmp_path / "feed")
    with pytest.raises(LedgerBroken) as refused:
        FilesJournal(tmp_path / "feed", feed="office-b", clock=ticking_clock(), salts=counting_salts())
    assert refused.value.cause == f"{tmp_path}/feed holds feed office-a, not office-b."


def test_a_lost_head_is_not_made_anew(tmp_path: Path) -> None:
    make(tmp_path / "feed").append([rejection(1)])
    (tmp_path / "feed" / "head.json").unlink()
    with pytest.raises(LedgerBroken):
        make(tmp_path / "feed")

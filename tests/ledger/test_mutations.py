"""Every kind of damage to a stored feed is named exactly, by the package and by the verifier written apart from it."""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from journal_contract import ACTOR, FEED, counting_salts, rejection, ticking_clock

from habeas.ledger import Draft, FilesJournal, Head, Header, LedgerBroken, erasure, verify
from habeas.ledger.folder import FeedFolder

VERIFIER = Path(__file__).resolve().parents[2] / "tools" / "verify.py"
Files = dict[str, bytes]


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("apart", VERIFIER)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


APART = _load()


def write(folder: Path, *, entries: int = 6, erase: tuple[int, ...] = ()) -> FilesJournal:
    journal = FilesJournal(folder, feed=FEED, clock=ticking_clock(), salts=counting_salts())
    journal.append([rejection(n, key=f"key-{n}") for n in range(1, entries + 1)])
    if erase:
        names = [f"{FEED}:{n}" for n in erase]
        journal.append([erasure(journal.read(), names, ground="gdpr-17", actor_key=ACTOR, author="m-1")])
    return journal


def ours(folder: Path, *, with_head: bool = True) -> tuple[str | None, int]:
    feed = FeedFolder(folder)
    report = verify(feed.stored(), head=feed.mark().head if with_head else None)
    return (report.fault.kind, report.fault.entry) if report.fault else (None, report.entries)


def theirs(folder: Path, *, with_head: bool = True) -> tuple[str | None, int]:
    head = APART.head_of(folder) if with_head else None
    assert head is not False
    kind, entry, whole, _, _ = APART.check(APART.read(folder), head)
    return (kind, entry) if kind else (None, whole)


def lines(folder: Path) -> list[bytes]:
    return (folder / "headers.jsonl").read_bytes().splitlines(keepends=True)


def put_lines(folder: Path, new: list[bytes]) -> None:
    (folder / "headers.jsonl").write_bytes(b"".join(new))


def body(folder: Path, entry: int) -> Path:
    return folder / "bodies" / f"{json.loads(lines(folder)[entry - 1])['commit']}.json"


def forge(line: bytes, **changes: Any) -> bytes:
    """A line changed by someone who computes its hash anew."""
    return replace(Header.from_line(line.rstrip(b"\n")), **changes).line() + b"\n"


def swap(at: int) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        old = lines(folder)
        old[at - 1], old[at] = old[at], old[at - 1]
        put_lines(folder, old)

    return change


def edit(function: Callable[[list[bytes]], list[bytes]]) -> Callable[[Path], None]:
    return lambda folder: put_lines(folder, function(lines(folder)))


def set_body(entry: int, function: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        path = body(folder, entry)
        path.write_bytes(function(path.read_bytes()))

    return change


def copy_body(folder: Path) -> None:
    shutil.copy(body(folder, 1), body(folder, 2))


def lose_a_line_and_change_an_earlier_body(folder: Path) -> None:
    edit(lambda old: old[:4] + old[5:])(folder)
    set_body(2, bytes.swapcase)(folder)


def again(seq: int, **changes: Any) -> Callable[[Path], None]:
    """Puts a line in the place of entry `seq`, written by someone who computes hashes anew."""
    return edit(lambda old: [*old[: seq - 1], forge(old[seq - 1], **changes), *old[seq:]])


DAMAGE: list[tuple[str, Callable[[Path], None], tuple[str, int]]] = [
    ("first line gone", edit(lambda old: old[1:]), ("missing", 1)),
    ("middle line gone", edit(lambda old: old[:2] + old[3:]), ("missing", 3)),
    ("two lines gone", edit(lambda old: old[:2] + old[4:]), ("missing", 3)),
    ("last line gone", edit(lambda old: old[:-1]), ("missing", 6)),
    ("everything gone", edit(lambda old: []), ("missing", 1)),
    ("line doubled in place", edit(lambda old: old[:3] + old[2:]), ("duplicated", 3)),
    ("line doubled later", edit(lambda old: [*old[:5], old[1], *old[5:]]), ("duplicated", 2)),
    ("line doubled earlier", edit(lambda old: [*old[:2], old[4], *old[2:]]), ("duplicated", 5)),
    ("last line doubled", edit(lambda old: [*old, old[-1]]), ("duplicated", 6)),
    ("two lines swapped", swap(3), ("wrong_order", 3)),
    ("first two swapped", swap(1), ("wrong_order", 1)),
    ("all reversed", edit(lambda old: old[::-1]), ("wrong_order", 1)),
    ("cut inside the last line", edit(lambda old: [*old[:-1], old[-1][:40]]), ("torn", 6)),
    ("cut inside a middle line", edit(lambda old: [*old[:2], old[2][:40]]), ("torn", 3)),
    ("line end gone", edit(lambda old: [*old[:-1], old[-1][:-1]]), ("torn", 6)),
    ("middle line end gone", edit(lambda old: [*old[:2], old[2][:-1], *old[3:]]), ("flipped", 3)),
    ("empty line put in", edit(lambda old: [*old[:2], b"\n", *old[2:]]), ("flipped", 3)),
    ("space added", edit(lambda old: [*old[:2], b" " + old[2], *old[3:]]), ("flipped", 3)),
    ("carriage return added", edit(lambda old: [*old[:2], old[2][:-1] + b"\r\n", *old[3:]]), ("flipped", 3)),
    ("header rewritten with its hash", again(3, actor_key="k0"), ("forked", 4)),
    ("last header rewritten", again(6, actor_key="k0"), ("head", 6)),
    ("second history", edit(lambda old: [*old[:4], forge(old[2], actor_key="k0"), *old[4:]]), ("forked", 3)),
    ("line of another feed", again(3, feed="office-b"), ("other_feed", 3)),
    ("body gone", lambda folder: body(folder, 4).unlink(), ("body_missing", 4)),
    ("body emptied", set_body(4, lambda text: b""), ("body_altered", 4)),
    ("body respaced", set_body(4, lambda text: text + b"\n"), ("body_altered", 4)),
    ("body in capitals", set_body(5, bytes.upper), ("body_altered", 5)),
    ("bodies exchanged", copy_body, ("body_altered", 2)),
    ("body before header", lose_a_line_and_change_an_earlier_body, ("body_altered", 2)),
]  # fmt: skip


@pytest.mark.parametrize(("damage", "named"), [d[1:] for d in DAMAGE], ids=[d[0] for d in DAMAGE])
def test_damage_is_named_by_both(tmp_path: Path, damage: Callable[[Path], None], named: tuple[str, int]) -> None:
    write(tmp_path / "feed")
    assert (ours(tmp_path / "feed"), theirs(tmp_path / "feed")) == ((None, 6), (None, 6))
    damage(tmp_path / "feed")
    assert (ours(tmp_path / "feed"), theirs(tmp_path / "feed")) == (named, named)


@pytest.mark.parametrize("flip", [1, 0x20, 0x80], ids=["bit", "case", "high bit"])
@pytest.mark.parametrize("entry", [1, 3, 4])
def test_every_flipped_byte_of_a_header_is_named(tmp_path: Path, entry: int, flip: int) -> None:
    write(tmp_path / "feed", entries=4)
    old = lines(tmp_path / "feed")
    for place in range(len(old[entry - 1]) - 1):
        line = bytearray(old[entry - 1])
        line[place] ^= flip
        put_lines(tmp_path / "feed", [*old[: entry - 1], bytes(line), *old[entry:]])
        # a byte that becomes a line end makes two broken lines of one: the first is named, or the last is torn
        assert (ours(tmp_path / "feed"), theirs(tmp_path / "feed")) == (("flipped", entry), ("flipped", entry)), place


@pytest.mark.parametrize("flip", [1, 0x20, 0x80], ids=["bit", "case", "high bit"])
def test_every_flipped_byte_of_a_body_is_named(tmp_path: Path, flip: int) -> None:
    write(tmp_path / "feed", entries=3)
    path = body(tmp_path / "feed", 2)
    text = path.read_bytes()
    for place in range(len(text)):
        changed = bytearray(text)
        changed[place] ^= flip
        path.write_bytes(bytes(changed))
        assert (ours(tmp_path / "feed"), theirs(tmp_path / "feed")) == (("body_altered", 2),) * 2, place


def test_every_flipped_byte_of_the_head_is_seen(tmp_path: Path) -> None:
    write(tmp_path / "feed", entries=3)
    path = tmp_path / "feed" / "head.json"
    text = path.read_bytes()
    for place in range(len(text)):
        changed = bytearray(text)
        changed[place] ^= 1
        path.write_bytes(bytes(changed))
        with pytest.raises(LedgerBroken) as broken:
            FilesJournal(tmp_path / "feed", feed=FEED, clock=ticking_clock(), salts=counting_salts())
        assert broken.value.exit_code == 5
        said = subprocess.run([sys.executable, str(VERIFIER), str(tmp_path / "feed")], capture_output=True, check=False)
        assert said.returncode == 5, place


def test_without_a_head_only_the_end_is_unsure(tmp_path: Path) -> None:
    write(tmp_path / "feed")
    put_lines(tmp_path / "feed", lines(tmp_path / "feed")[:4])
    assert ours(tmp_path / "feed", with_head=False) == theirs(tmp_path / "feed", with_head=False) == (None, 4)
    assert ours(tmp_path / "feed") == theirs(tmp_path / "feed") == ("missing", 5)


def test_a_head_kept_elsewhere_sees_a_rewritten_history(tmp_path: Path) -> None:
    head = write(tmp_path / "true").head()
    other = FilesJournal(tmp_path / "false", feed=FEED, clock=ticking_clock(), salts=counting_salts())
    other.append([rejection(n, key=f"key-{n}", why="another story") for n in range(1, 7)])
    assert verify(other.stored(), head=other.head()).fault is None
    assert str(verify(other.stored(), head=head).fault) == "Entry 6 is not the one that the head names."
    run = [sys.executable, str(VERIFIER), str(tmp_path / "false"), "--head"]
    assert subprocess.run([*run, f"6:{head.hash}"], capture_output=True, check=False).returncode == 5
    assert subprocess.run([*run, f"6:{other.head().hash}"], capture_output=True, check=False).returncode == 0


def test_erased_bodies_are_reported_not_broken(tmp_path: Path) -> None:
    write(tmp_path / "feed", erase=(2, 5))
    feed = FeedFolder(tmp_path / "feed")
    assert str(verify(feed.stored(), head=feed.mark().head)) == "7 entries whole, 2 entries erased by rule."
    run = [sys.executable, str(VERIFIER), str(tmp_path / "feed")]
    said = subprocess.run(run, capture_output=True, text=True, check=True)
    assert said.stdout.splitlines()[0] == "7 entries whole, 2 entries erased by rule."


@pytest.mark.parametrize(("entry", "named"), [(7, ("body_missing", 7)), (3, ("body_missing", 3))])
def test_an_erasure_excuses_only_what_it_names(tmp_path: Path, entry: int, named: tuple[str, int]) -> None:
    write(tmp_path / "feed", erase=(2, 5))
    body(tmp_path / "feed", entry).unlink()
    expected = named if entry == 3 else ("body_missing", 2)  # without its body, the erasure excuses nothing any more
    assert (ours(tmp_path / "feed"), theirs(tmp_path / "feed")) == (expected, expected)


def test_a_damaged_feed_takes_nothing_more(tmp_path: Path) -> None:
    journal = write(tmp_path / "feed")
    put_lines(tmp_path / "feed", (old := lines(tmp_path / "feed"))[:2] + old[3:])
    before = sorted((p.name, p.read_bytes()) for p in (tmp_path / "feed").rglob("*") if p.is_file())
    with pytest.raises(LedgerBroken) as broken:
        FilesJournal(tmp_path / "feed", feed=FEED, clock=ticking_clock(), salts=counting_salts())
    assert broken.value.cause == "Entry 3 is missing. The 2 entries before it are whole."
    body(tmp_path / "feed", 1).write_bytes(b"{}")
    with pytest.raises(LedgerBroken):
        list(journal.read())
    body(tmp_path / "feed", 1).write_bytes(dict(before)[body(tmp_path / "feed", 1).name])
    assert sorted((p.name, p.read_bytes()) for p in (tmp_path / "feed").rglob("*") if p.is_file()) == before


CONTENT = st.dictionaries(
    st.text(max_size=8),
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.floats(-9e15, 9e15)
        | st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
        max_leaves=6,
    ),
    max_size=4,
)  # fmt: skip
WAYS = st.sampled_from(["none", "flip", "drop", "double", "swap", "cut", "body", "lose"])
MUTATION = st.tuples(WAYS, st.integers(0, 10**6), st.integers(1, 255))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.text(st.characters(exclude_categories=["Cs"]), max_size=9), CONTENT), min_size=1, max_size=6),
    st.lists(st.integers(1, 6), max_size=2, unique=True), st.lists(MUTATION, max_size=3), st.booleans(),
)  # fmt: skip
@example([("a", {"\U00010000": 123456789.25, "\ue000": -0.0, "x": 1e-7})], [], [("none", 0, 1)], True)
def test_both_verifiers_agree(
    tmp_path_factory: pytest.TempPathFactory, said: list[tuple[str, dict[str, Any]]], gone: list[int],
    mutations: list[tuple[str, int, int]], with_head: bool,
) -> None:  # fmt: skip
    folder = tmp_path_factory.mktemp("agree")
    journal = FilesJournal(folder, feed=FEED, clock=ticking_clock(), salts=counting_salts())
    for author, fields in said:
        content = {"claim": "c-1", "why": "misread", "replaces": None, "fields": fields}
        journal.append([Draft("correct", ACTOR, author, content, subjects=(author,))])
    if gone := [n for n in gone if n <= len(said)]:
        journal.append([Draft("erased", ACTOR, "m", {"entries": [f"{FEED}:{n}" for n in gone], "ground": "g"})])
    assert ours(folder) == theirs(folder) == (None, len(said) + bool(gone))
    for mutation in mutations:
        mutate(folder, *mutation)
    assert ours(folder, with_head=with_head) == theirs(folder, with_head=with_head)
    shutil.rmtree(folder)


def mutate(folder: Path, what: str, place: int, byte: int) -> None:
    old, bodies = lines(folder), sorted((folder / "bodies").iterdir())
    text = b"".join(old)
    if what in ("body", "lose") and bodies:
        path = bodies[place % len(bodies)]
        data = bytearray(path.read_bytes() or b"x")
        data[place % len(data)] ^= byte
        path.write_bytes(bytes(data)) if what == "body" else path.unlink()
    elif old and what in ("flip", "cut"):
        at = place % len(text)
        text = text[:at] + (bytes([text[at] ^ byte]) + text[at + 1 :] if what == "flip" else b"")
        (folder / "headers.jsonl").write_bytes(text)
    elif old and what in ("drop", "double", "swap"):
        at, other = place % len(old), (place + byte) % len(old)
        if what == "swap":
            old[at], old[other] = old[other], old[at]
        changed = {"drop": old[:at] + old[at + 1 :], "double": [*old[:other], old[at], *old[other:]], "swap": old}
        put_lines(folder, changed[what])


def test_the_empty_feed_is_whole(tmp_path: Path) -> None:
    FilesJournal(tmp_path / "feed", feed=FEED, clock=ticking_clock(), salts=counting_salts())
    assert ours(tmp_path / "feed") == theirs(tmp_path / "feed") == (None, 0)
    assert FeedFolder(tmp_path / "feed").mark().head == Head.empty(FEED)

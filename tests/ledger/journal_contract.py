"""What every journal must do, whatever it is kept in: the contract suite.

A test module runs it by subclassing and saying how a journal is made:

    from journal_contract import JournalContract       # tests/ledger stands on sys.path, see conftest.py there

    class TestTableJournal(JournalContract):
        @pytest.fixture
        def make(self, tmp_path):                       # may use further fixtures, such as a database
            def make(feed, clock, salts):
                return TableJournal(..., feed=feed, clock=clock, salts=salts)
            return make

`make(feed, clock, salts)` called twice with one feed gives two objects over the same stored feed, as two processes have
them; a journal that lives in one object (memory) returns that object again. A journal that cannot be shared by threads
sets `threads = False` and says why.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from habeas.ledger import (
    BadContent,
    Clock,
    Draft,
    Head,
    HeadMoved,
    Journal,
    KeyReused,
    NotErasable,
    Salts,
    erasure,
    verify,
)

Make = Callable[[str, Clock, Salts], Journal]
FEED = "office-a"
ACTOR = "k7f3a"


def counting_salts() -> Salts:
    """Salts that are different and the same in every run."""
    numbers = itertools.count(1)
    return lambda: next(numbers).to_bytes(16, "big")


def ticking_clock() -> Clock:
    """A clock that moves on a second at each look."""
    seconds = itertools.count()
    return lambda: f"2026-01-01T00:{(s := next(seconds)) // 60 % 60:02}:{s % 60:02}Z"


def rejection(number: int, *, key: str = "", why: str = "read twice") -> Draft:
    """A small valid draft."""
    content = {"proposal": f"c-{number:04}", "document": "d" * 64, "why": why, "bulk": False}
    return Draft("reject", ACTOR, "Гүлнар M.", content, subjects=(f"r-{number:010x}",), idempotency_key=key)


class JournalContract:
    """Subclass it and give the fixture `make`."""

    threads = True

    @pytest.fixture
    def make(self) -> Make:
        raise NotImplementedError("say how a journal is made")

    @pytest.fixture
    def journal(self, make: Make) -> Journal:
        return make(FEED, ticking_clock(), counting_salts())

    def test_a_new_feed_is_empty(self, journal: Journal) -> None:
        assert journal.head() == Head.empty(FEED)
        assert list(journal.read()) == []
        assert list(journal.stored()) == []

    def test_what_was_appended_is_read_back(self, journal: Journal) -> None:
        first = journal.append([rejection(1), rejection(2)])
        second = journal.append([rejection(3)])
        assert list(journal.read()) == first + second
        assert [e.id for e in journal.read()] == ["office-a:1", "office-a:2", "office-a:3"]
        assert [e.id for e in journal.read(since=2)] == ["office-a:3"]
        assert list(journal.read(since=3)) == []
        assert journal.head() == second[-1].head

    def test_each_header_names_the_one_before(self, journal: Journal) -> None:
        entries = journal.append([rejection(n) for n in range(5)])
        assert [e.header.prev for e in entries] == [Head.empty(FEED).hash, *(e.header.hash for e in entries[:-1])]

    def test_a_body_keeps_every_field(self, journal: Journal) -> None:
        draft = Draft(
            "recognise", ACTOR, "Ұлжан 𝔘", {"record": "r-1", "list": "own", "step": "entered", "when": "2019~"},
            subjects=("r-1", "r-2"), level=3,
        )  # fmt: skip
        [entry] = journal.append([draft])
        [kept] = journal.read()
        assert kept == entry
        assert kept.body is not None
        assert (kept.body.subjects, kept.body.author, kept.body.level) == (draft.subjects, draft.author, draft.level)
        assert dict(kept.body.content) == dict(draft.content)

    def test_another_object_sees_the_same_feed(self, journal: Journal, make: Make) -> None:
        journal.append([rejection(1)])
        other = make(FEED, ticking_clock(), salts_from(10**6))
        assert list(other.read()) == list(journal.read())
        other.append([rejection(2)])
        assert journal.head() == other.head()
        assert [e.header.seq for e in journal.read()] == [1, 2]
        journal.append([rejection(3)])
        assert [e.header.seq for e in other.read()] == [1, 2, 3]

    def test_nothing_to_append_adds_nothing(self, journal: Journal) -> None:
        assert journal.append([]) == []
        assert journal.head() == Head.empty(FEED)

    def test_one_bad_draft_refuses_the_batch(self, journal: Journal) -> None:
        journal.append([rejection(1)])
        before = list(journal.read()), journal.head(), list(journal.stored())
        bad = replace(rejection(3), content={"proposal": "c-3"})
        with pytest.raises(BadContent) as refused:
            journal.append([rejection(2), bad])
        assert refused.value.exit_code == 2
        assert (list(journal.read()), journal.head(), list(journal.stored())) == before

    def test_a_moved_head_is_refused(self, journal: Journal) -> None:
        seen = journal.head()
        journal.append([rejection(1)], expected_head=seen)
        with pytest.raises(HeadMoved) as refused:
            journal.append([rejection(2)], expected_head=seen)
        assert refused.value.exit_code == 6
        assert [e.header.seq for e in journal.read()] == [1]
        journal.append([rejection(2)], expected_head=journal.head())
        assert [e.header.seq for e in journal.read()] == [1, 2]

    def test_the_same_key_gives_the_first_entry(self, journal: Journal) -> None:
        [first] = journal.append([rejection(1, key="once-1")])
        journal.append([rejection(2)])
        assert journal.append([rejection(1, key="once-1")]) == [first]
        assert [e.header.seq for e in journal.read()] == [1, 2]

    def test_a_retry_needs_no_head(self, journal: Journal) -> None:
        seen = journal.head()
        batch = [rejection(1, key="k1"), rejection(2, key="k2")]
        first = journal.append(batch, expected_head=seen)
        assert journal.append(batch, expected_head=seen) == first

    def test_a_half_known_batch_adds_the_rest(self, journal: Journal) -> None:
        [first] = journal.append([rejection(1, key="k1")])
        answer = journal.append([rejection(1, key="k1"), rejection(2, key="k2")])
        assert answer[0] == first
        assert [e.header.seq for e in answer] == [1, 2]

    def test_a_key_twice_in_one_batch_is_one_entry(self, journal: Journal) -> None:
        one, two = journal.append([rejection(1, key="k1"), rejection(1, key="k1")])
        assert one == two
        assert journal.head() == one.head

    @pytest.mark.parametrize(
        "change", [{"level": 3}, {"author": "B."}, {"subjects": ("r-9",)}, {"actor_key": "k9"}, {"content": None}]
    )
    def test_the_same_key_with_another_content_is_refused(self, journal: Journal, change: dict[str, Any]) -> None:
        journal.append([rejection(1, key="k1")])
        if "content" in change:
            change = {"content": {**rejection(1).content, "why": "no person"}}
        with pytest.raises(KeyReused) as refused:
            journal.append([rejection(2), replace(rejection(1, key="k1"), **change)])
        assert refused.value.exit_code == 6
        assert [e.header.seq for e in journal.read()] == [1]

    def test_a_reader_keeps_its_snapshot(self, journal: Journal) -> None:
        journal.append([rejection(1), rejection(2)])
        reader = journal.read()
        assert next(reader).header.seq == 1
        journal.append([rejection(3)])
        assert [e.header.seq for e in reader] == [2]
        late = journal.read()
        journal.append([rejection(4)])
        assert [e.header.seq for e in late] == [1, 2, 3]

    def test_what_a_caller_changes_later_does_not_reach_the_ledger(self, journal: Journal) -> None:
        content: dict[str, Any] = dict(rejection(1).content)
        [entry] = journal.append([replace(rejection(1), content=content)])
        content["why"] = "changed"
        assert entry.body is not None
        assert entry.body.content["why"] == "read twice"
        assert list(journal.read()) == [entry]

    def test_threads_make_one_chain(self, journal: Journal, make: Make) -> None:
        if not self.threads:
            pytest.skip("this journal is used by one thread at a time")
        others = [make(FEED, ticking_clock(), salts_from(10**6 * n)) for n in range(1, 5)]

        def work(n: int) -> list[str]:
            drafts = [rejection(100 * n + i, key=f"t{n}-{i}") for i in range(10)]
            return [entry.id for draft in drafts for entry in others[n].append([draft])]

        with ThreadPoolExecutor(4) as pool:
            acknowledged = [name for names in pool.map(work, range(4)) for name in names]
        assert sorted(acknowledged) == sorted(e.id for e in journal.read())
        assert [e.header.seq for e in journal.read()] == list(range(1, 41))
        assert verify(journal.stored(), head=journal.head()).fault is None

    def test_what_was_written_verifies(self, journal: Journal) -> None:
        journal.append([rejection(n) for n in range(7)])
        report = verify(journal.stored(), head=journal.head())
        assert (report.entries, report.erased, report.unacknowledged, report.fault) == (7, 0, 0, None)

    def test_erasing_takes_the_body_and_leaves_the_chain(self, journal: Journal) -> None:
        journal.append([rejection(1, key="k1"), rejection(2), rejection(3)])
        draft = erasure(journal.read(), ["office-a:1", "office-a:3"], ground="gdpr-17-1", actor_key=ACTOR, author="m-1")
        journal.append([draft])
        assert [e.header.seq for e in journal.read() if e.body is None] == [1, 3]
        assert [s.body is None for s in journal.stored()] == [True, False, True, False]
        report = verify(journal.stored(), head=journal.head())
        assert str(report) == "4 entries whole, 2 entries erased by rule."
        journal.append([rejection(4)])
        assert verify(journal.stored(), head=journal.head()).fault is None

    def test_what_was_erased_does_not_come_back(self, journal: Journal) -> None:
        journal.append([rejection(1, key="k1")])
        journal.append([erasure(journal.read(), ["office-a:1"], ground="gdpr-17-1", actor_key=ACTOR, author="m-1")])
        [again] = journal.append([rejection(1, key="k1")])
        assert (again.id, again.body) == ("office-a:1", None)
        assert journal.head().seq == 2

    def test_an_erasure_cannot_be_erased(self, journal: Journal) -> None:
        journal.append([rejection(1)])
        journal.append([erasure(journal.read(), ["office-a:1"], ground="gdpr-17-1", actor_key=ACTOR, author="m-1")])
        with pytest.raises(NotErasable):
            erasure(journal.read(), ["office-a:2"], ground="gdpr-17-1", actor_key=ACTOR, author="m-1")
        forced = Draft("erased", ACTOR, "m-1", {"entries": ["office-a:2"], "ground": "none"})
        journal.append([forced])
        assert [e.body is None for e in journal.read()] == [True, False, False]
        assert verify(journal.stored(), head=journal.head()).fault is None


def salts_from(start: int) -> Salts:
    """Salts of another object over the same feed, different from those of the first."""
    numbers = itertools.count(start)
    return lambda: next(numbers).to_bytes(16, "big")

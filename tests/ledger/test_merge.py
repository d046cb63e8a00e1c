"""The union of feeds has one order for everyone, and a past moment resolves to what had arrived by then."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from journal_contract import ACTOR, rejection, salts_from

from habeas.ledger import (
    Entry,
    LedgerBroken,
    MemoryJournal,
    check_received,
    end_of,
    erased_by,
    erasure,
    known_at,
    merge,
    news,
    received,
    verify_entries,
    withheld_by,
)  # fmt: skip


class Office:
    """An office with its own feed and what it received of others."""

    def __init__(self, name: str, clock: list[int]) -> None:
        self.name, self.clock, self.held = name, clock, dict[str, list[Entry]]()
        salts = salts_from(int.from_bytes(name.encode(), "big"))
        self.own = MemoryJournal(name, clock=self.now, salts=salts)
        self.numbers = itertools.count(1)

    def now(self) -> str:
        return f"2026-01-{1 + self.clock[0] // 24:02}T{self.clock[0] % 24:02}:00:00Z"

    def decide(self) -> None:
        self.own.append([rejection(next(self.numbers))])

    def receive(self, other: Office) -> None:
        offered = list(other.own.read())
        held = self.held.setdefault(other.name, [])
        if new := news(held, offered, gone=erased_by(self.own.read())):
            held += new
            self.own.append([received(held, giver="by hand", actor_key=ACTOR, author="m-1")])

    def union(self) -> list[Entry]:
        return merge([list(self.own.read()), *self.held.values()])


STEPS = st.lists(
    st.tuples(st.sampled_from(["decide", "receive", "tick", "back"]), st.integers(0, 2), st.integers(0, 2)), max_size=25
)


def played(steps: list[tuple[str, int, int]]) -> list[Office]:
    clock = [100]
    offices = [Office(name, clock) for name in ("office-a", "office-b", "office-c")]
    for what, one, two in steps:
        if what == "decide":
            offices[one].decide()
        elif what == "receive" and one != two:
            offices[one].receive(offices[two])
        else:
            clock[0] += 1 if what == "tick" else -1
    return offices


@given(STEPS)
def test_the_order_depends_on_the_entries_alone(steps: list[tuple[str, int, int]]) -> None:
    feeds = [list(office.own.read()) for office in played(steps)]
    expected = [e.id for e in merge(feeds)]
    for order in itertools.permutations(feeds):
        assert [e.id for e in merge(order)] == expected
    assert sorted(expected) == sorted(e.id for feed in feeds for e in feed)


@given(STEPS)
def test_the_order_keeps_each_feed_and_puts_imports_after_what_they_received(steps: list[tuple[str, int, int]]) -> None:
    for office in played(steps):
        place = {e.id: n for n, e in enumerate(office.union())}
        for entry in office.union():
            if entry.header.seq > 1:
                assert place[f"{entry.header.feed}:{entry.header.seq - 1}"] < place[entry.id]
            if entry.action == "received" and entry.body:
                import_of = f"{entry.body.content['feed']}:{entry.body.content['head']['seq']}"
                assert place.get(import_of, -1) < place[entry.id]


@given(STEPS)
def test_known_at_grows_and_ends_with_everything_held(steps: list[tuple[str, int, int]]) -> None:
    office = played([s for s in steps if s[0] != "back"])[0]
    last: dict[str, int] = {}
    for day in range(1, 32):
        heads = known_at(office.own.read(), end_of(f"2026-01-{day:02}"))
        assert all(heads.get(feed, 0) >= seq for feed, seq in last.items())
        last = dict(heads)
    held = {name: len(feed) for name, feed in office.held.items() if feed}
    own = {"office-a": office.own.head().seq} if office.own.head().seq else {}
    assert last == {**held, **own}
    check_received(office.own.read(), office.held.values())


def test_known_at_is_what_had_arrived() -> None:
    clock = [0]
    a, b = Office("office-a", clock), Office("office-b", clock)
    b.decide()
    clock[0] = 48
    a.decide()
    clock[0] = 72
    a.receive(b)
    assert known_at(a.own.read(), end_of("2026-01-02")) == {}
    assert known_at(a.own.read(), end_of("2026-01-03")) == {"office-a": 1}
    assert known_at(a.own.read(), end_of("2026-01-04")) == {"office-a": 2, "office-b": 1}
    assert known_at(a.own.read(), "2026-01-03T00:00:00.000000Z") == {"office-a": 1}
    feeds = [list(a.own.read()), *a.held.values()]
    assert [e.id for e in merge(feeds, until={"office-a": 1})] == ["office-a:1"]
    assert [e.id for e in merge(feeds)] == ["office-b:1", "office-a:1", "office-a:2"]


def test_a_clock_set_back_reorders_nothing() -> None:
    clock = [50]
    a = Office("office-a", clock)
    for hour in (50, 60, 40):
        clock[0] = hour
        a.decide()
    assert [e.header.seq for e in a.union()] == [1, 2, 3]
    assert known_at(a.own.read(), "2026-01-03T05:00:00Z") == {"office-a": 1}


def test_erasure_beats_known_at_and_crosses_feeds() -> None:
    clock = [0]
    a, b = Office("office-a", clock), Office("office-b", clock)
    b.decide()
    a.receive(b)
    clock[0] = 200
    foreign = [*a.own.read(), *a.held["office-b"]]
    a.own.append([erasure(foreign, ["office-b:1"], ground="gdpr-17", actor_key=ACTOR, author="m-1")])
    assert [e.body is None for e in merge([list(a.own.read()), *a.held.values()], until={"office-b": 1})] == [True]
    assert news([], list(b.own.read()), gone=erased_by(a.own.read()))[0].body is None


def test_another_history_is_not_taken_in() -> None:
    clock = [0]
    a, b, false = Office("office-a", clock), Office("office-b", clock), Office("office-b", clock)
    b.decide()
    a.receive(b)
    false.own.append([rejection(7, why="another story")])
    false.decide()
    with pytest.raises(LedgerBroken) as refused:
        a.receive(false)
    assert refused.value.cause == "Entry office-b:1 is offered with another history than the one received before."
    with pytest.raises(LedgerBroken):
        news(list(b.own.read()), [])
    first, second = false.own.read()
    with pytest.raises(LedgerBroken):
        news([], [second, first])
    assert str(verify_entries([second, first]).fault) == "Entry 1 does not stand in its place."


def test_an_import_of_what_we_do_not_hold_is_named() -> None:
    clock = [0]
    a, b = Office("office-a", clock), Office("office-b", clock)
    b.decide()
    a.receive(b)
    check_received(a.own.read(), a.held.values())
    with pytest.raises(LedgerBroken) as broken:
        check_received(a.own.read(), [])
    assert broken.value.cause == "Entry office-a:1 received entry 1 of feed office-b, which is not the one held."


def test_feeds_that_wait_for_each_other_are_refused() -> None:
    def import_of(feed: str) -> Entry:
        journal = MemoryJournal(
            {"office-a": "office-b", "office-b": "office-a"}[feed],
            clock=lambda: "2026-01-01T00:00:00Z",
            salts=salts_from(1),
        )
        fake = replace(next(iter(played([("decide", 0, 0)])[0].own.read())).header, feed=feed)
        return journal.append([received([Entry(fake, None)], giver="x", actor_key=ACTOR, author="m-1")])[0]

    with pytest.raises(LedgerBroken) as refused:
        merge([[import_of("office-a")], [import_of("office-b")]])
    assert refused.value.cause == "Imports of the feeds office-a, office-b wait for each other."


def test_bodies_that_were_not_sent_are_excused_where_an_import_names_them_and_nowhere_else() -> None:
    clock = [0]
    giver, taker = Office("giver", clock), Office("taker", clock)
    for _ in range(4):
        giver.decide()
    sent = [replace(e, body=None) if e.header.seq in (2, 3) else e for e in giver.own.read()]
    with pytest.raises(LedgerBroken, match="The body of entry 2 is gone"):
        news([], sent)
    taken = news([], sent, withheld={"giver:2", "giver:3"})
    taker.own.append([received(taken, giver="by hand", actor_key=ACTOR, author="m-1", withheld={"giver:2", "giver:3"})])
    (entry,) = taker.own.read()
    assert entry.body is not None and entry.body.content["withheld"] == ["giver:2", "giver:3"]
    assert withheld_by(taker.own.read()) == {"giver:2", "giver:3"}
    report = verify_entries(taken, withheld=withheld_by(taker.own.read()))
    assert (report.fault, report.entries, report.erased) == (None, 4, 0)
    fault = verify_entries(taken, withheld={"giver:2"}).fault
    assert str(fault) == "The body of entry 3 is gone, and no erasure names it."

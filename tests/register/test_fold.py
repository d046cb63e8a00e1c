"""Properties of the fold on random histories of two offices."""

from __future__ import annotations

from datetime import date
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.register import HELD, STATUSES, Fold, canonical_order, fold, held, liberty, listings, recognised, stretches
from simulator.histories import World, histories

FEW = settings(max_examples=60, deadline=None)
DAYS = [date(y, m, d) for y in range(2017, 2023) for m, d in ((1, 1), (3, 4), (3, 15), (6, 1), (9, 30), (12, 31))]


@FEW
@given(histories(), st.randoms(use_true_random=False), st.integers(0, 30))
def test_any_order_and_any_cut_gives_the_same_register(acts, random, cut) -> None:  # type: ignore[no-untyped-def]
    entries = World().play(acts)
    whole = fold(entries)
    shuffled = [*entries, *entries[:3]]
    random.shuffle(shuffled)
    growing = Fold()
    for n, entry in enumerate(shuffled):
        growing.apply(entry)
        if n == cut:
            growing.register()
    assert growing.register() == whole
    assert fold(shuffled) == whole


@FEW
@given(histories(), st.integers(0, 60))
def test_known_at_a_head_is_the_register_of_that_time(acts, seq) -> None:  # type: ignore[no-untyped-def]
    entries = World().play(acts)
    until = {"orla": seq, "lind": seq}
    assert fold(entries, until=until) == fold([e for e in entries if e.header.seq <= seq])


@FEW
@given(histories())
def test_every_claim_is_in_one_fact_and_every_fact_in_one_person(acts) -> None:  # type: ignore[no-untyped-def]
    register = fold(World().play(acts))
    told = sorted(c for f in register.facts.values() for c in f.claims)
    assert told == sorted(register.claims)
    people = {p.id: p for p in register.people.values()}
    assert sorted(r for p in people.values() for r in p.records) == sorted(register.records)
    for fact in register.facts.values():
        owners = {register.person_of.get(register.claims[c].record) for c in fact.claims}
        assert owners == {fact.person}
        assert fact.level == max(register.claims[c].level for c in fact.claims)


@FEW
@given(histories())
def test_the_stretches_of_a_person_say_on_each_day_what_liberty_says(acts) -> None:  # type: ignore[no-untyped-def]
    register = fold(World().play(acts))
    for person in register.people:
        found = stretches(register, person)
        for day in DAYS:
            on = [s for s in found if s.start <= day and (s.end is None or day < s.end)]
            known = liberty(register, person, day)
            assert [s.states for s in on] == [known.states]
            assert set(known.statuses) <= set(STATUSES)
            inside = {s in HELD for s in known.statuses}
            assert held(register, person, day) == (inside == {True} if len(inside) == 1 else None)


@FEW
@given(histories())
def test_a_list_certainly_holds_a_person_on_at_most_one_stretch(acts) -> None:  # type: ignore[no-untyped-def]
    register = fold(World().play(acts))
    for person in register.people:
        found = listings(register, person)
        for name, day in product(("own", "Lamp"), DAYS):
            on = [x for x in found if x.list == name and x.start <= day and (x.end is None or day < x.end)]
            assert len(on) <= 1
            assert recognised(register, person, name, day) == any(x.certain for x in on)


@FEW
@given(histories())
def test_canonical_order_keeps_the_order_of_each_feed(acts) -> None:  # type: ignore[no-untyped-def]
    entries = World().play(acts)
    ordered = canonical_order(reversed(entries))
    assert [e.id for e in ordered if e.header.feed == "orla"] == [e.id for e in entries if e.header.feed == "orla"]
    assert ordered == canonical_order(entries)


@settings(max_examples=60, deadline=None)
@given(histories(), st.integers(0, 5))
def test_every_person_can_be_asked_for_when_a_record_is_gone(acts, gone) -> None:  # type: ignore[no-untyped-def]
    """The record that a person's id came from may have been erased, or kept back by another office."""
    from dataclasses import replace

    entries = World().play(acts)
    opened = [e.id for e in entries if e.action == "record_opened"][gone]
    register = fold(replace(e, body=None) if e.id == opened else e for e in entries)
    for person in register.people.values():
        assert person.id in person.records
        assert register.person(person.id) == person
        assert [f.person for f in register.facts_of(person.id)] == [person.id] * len(person.facts)

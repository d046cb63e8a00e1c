"""The list by tier: the last step by the day decides; a wide date is not certain."""

from __future__ import annotations

from datetime import date

import pytest

from habeas.figures import TIERS, by_tier
from habeas.register import fold
from simulator.office import Office

ON = date(2021, 6, 30)


@pytest.fixture
def office():
    made = Office()
    source = made.source("Report")
    for name, step, tier, when in (
        ("A One", "entered", None, "2021-01-01"),
        ("B Two", "entered", "politically_prosecuted", "2021-01-01"),
        ("C Three", "entered", "under_assessment", "2021-01-01"),
        ("D Four", "refused", None, "2021-02-02"),
        ("E Five", "entered", "recognised", "2021"),
        ("F Six", "entered", "recognised", "2022-01-01"),
    ):
        record = made.person(name, source)
        made.do("recognise", record=record, list="own", step=step, tier=tier, reason="reasons", when=when)
    return made


def counted(office, on=ON):
    return {f.name.removeprefix("tier_"): (f.low, f.high) for f in by_tier(fold(office.entries), as_of=on)}


def test_everyone_stands_in_one_tier(office):
    assert counted(office) == {
        "recognised": (1, 2),
        "politically_prosecuted": (1, 1),
        "under_assessment": (1, 1),
        "not_recognised": (1, 1),
    }


def test_who_is_recognised_later_is_not_counted_before(office):
    assert counted(office, date(2022, 1, 1))["recognised"] == (3, 3)


def test_a_new_tier_replaces_the_old_one(office):
    record = next(r.id for r in fold(office.entries).records.values() if r.name == "C Three")
    office.do("recognise", record=record, list="own", step="entered", tier="recognised", when="2021-03-03")
    assert counted(office)["under_assessment"] == (0, 0)
    assert counted(office)["recognised"] == (2, 3)


def test_the_public_sees_none_before_a_release(office):
    assert {f.value for f in by_tier(fold(office.entries), as_of=ON, audience="public")} == {0}


def test_each_tier_prints_its_rule():
    assert all(rule.endswith(".") for _, rule in TIERS.values())

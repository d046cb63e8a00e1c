"""Decisions split into remedies; the last statement counts; what nobody states leaves the share open."""

from __future__ import annotations

from datetime import date

import pytest

from habeas.figures import compliance
from habeas.register import fold
from simulator.office import Office

ON = date(2022, 1, 1)


@pytest.fixture
def told():
    office = Office()
    source = office.source("Report")
    odo, vera = office.person("Odo Brandt", source), office.person("Vera Quist", source)
    body = {"body": "Committee", "reference": "12/2019", "demand": "release and compensation"}
    office.accept(odo, "finding", "2019-02-02", **body)
    office.accept(vera, "finding", "2019-02-02", **body)
    return office, odo


def states(office, on=ON):
    return [
        (d.reference, [(r.name, r.state) for r in d.remedies])
        for d in compliance(fold(office.entries), as_of=on).decisions
    ]


def test_a_decision_is_one_however_many_people_it_names(told):
    office, _ = told
    assert states(office) == [("12/2019", [("release", "unknown"), ("compensation", "unknown")])]
    found = compliance(fold(office.entries), as_of=ON)
    assert (len(found.decisions[0].people), found.low, found.high) == (2, 0.0, 1.0)


def test_each_remedy_has_the_last_state_that_was_stated(told):
    office, odo = told
    office.accept(odo, "compliance", "2019-06", remedy="release", state="none")
    office.accept(odo, "compliance", "2020-06", remedy="release", state="met")
    assert states(office) == [("12/2019", [("release", "met"), ("compensation", "unknown")])]
    assert states(office, date(2019, 12, 31)) == [("12/2019", [("release", "none"), ("compensation", "unknown")])]
    found = compliance(fold(office.entries), as_of=ON)
    assert (found.low, found.high) == (0.5, 1.0)


def test_freed_for_another_reason_is_not_met(told):
    office, odo = told
    office.accept(odo, "compliance", "2020-06", remedy="release", state="met_but_not_because")
    office.accept(odo, "compliance", "2020-06", remedy="compensation", state="none")
    found = compliance(fold(office.entries), as_of=ON)
    assert (found.low, found.high, found.count("met_but_not_because")) == (0.0, 0.0, 1)


def test_a_statement_without_remedy_is_about_all_of_them(told):
    office, odo = told
    office.accept(odo, "compliance", "2020-06", state="none")
    assert states(office) == [("12/2019", [("release", "none"), ("compensation", "none")])]


def test_a_remedy_that_only_a_statement_names_is_one_too(told):
    office, odo = told
    office.accept(odo, "compliance", "2020-06", remedy="inquiry", state="partial")
    assert states(office)[0][1][-1] == ("inquiry", "partial")


def test_what_is_later_or_not_released_is_not_told(told):
    office, _ = told
    assert compliance(fold(office.entries), as_of=date(2018, 1, 1)).decisions == ()
    assert compliance(fold(office.entries), as_of=ON, audience="public").decisions == ()
    assert compliance(fold(Office().entries), as_of=ON).low is None

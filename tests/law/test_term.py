"""Sentence arithmetic: bounds that hold every day that may be meant, and nothing beyond."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.law import NotACredit, overrun_days, run_out, term_end
from habeas.lexicon import Length, When

DAYS = st.dates(date(1990, 1, 1), date(2050, 12, 31))
LENGTHS = st.builds(lambda m, d: Length.of(months=m, days=d), st.integers(0, 300), st.integers(0, 40))
CREDITS = st.tuples(st.integers(0, 500), st.integers(0, 500)).map(lambda pair: (min(pair), max(pair)))


@pytest.mark.parametrize(
    ("start", "length", "credited", "end"),
    [
        ("2018-12-21", "P7Y", (0, 0), "2025-12-20"),
        ("2018-12-21", "P1Y", (100, 100), "2019-09-11"),
        ("2018-12", "P1Y", (0, 0), "2019-11-30/2019-12-30"),
        ("2018", "P1Y", (0, 10), "2018-12-21/2019-12-30"),
        ("../2018-12-21", "P1Y", (0, 0), "../2019-12-20"),
        ("2019-01-31", "P1M", (0, 0), "2019-02-28"),
    ],
)
def test_term_end(start: str, length: str, credited: tuple[int, int], end: str) -> None:
    found = term_end(When.parse(start), Length.parse(length), credited=credited)
    assert str(found.when) == end


def test_life_has_no_end() -> None:
    start, life = When.parse("2018"), Length.parse("life")
    assert (term_end(start, life).life, term_end(start, life).when) == (True, None)
    assert run_out(start, life, date(2090, 1, 1)) == "no"
    assert overrun_days(start, life, date(2090, 1, 1)) == (0, 0)


@pytest.mark.parametrize(
    ("start", "on", "answer", "days"),
    [
        ("2018-12-21", date(2019, 12, 20), "no", (0, 0)),
        ("2018-12-21", date(2019, 12, 21), "yes", (1, 1)),
        ("2018-12", date(2019, 12, 15), "cannot_tell", (0, 15)),
        ("2018-12", date(2019, 12, 31), "yes", (1, 31)),
        ("2018-12-21~", date(2019, 12, 24), "cannot_tell", (0, 11)),
        ("2018-12-21?", date(2030, 1, 1), "cannot_tell", None),
        ("../2018-12-21", date(2019, 12, 21), "yes", (1, None)),
        ("2018-12-21/..", date(2030, 1, 1), "cannot_tell", None),
    ],
)
def test_a_year_that_may_have_run_out(
    start: str, on: date, answer: str, days: tuple[int, int | None] | None
) -> None:
    when, length = When.parse(start), Length.parse("P1Y")
    assert run_out(when, length, on) == answer
    least, most = overrun_days(when, length, on)
    if days is None:
        assert least == 0
    else:
        assert (least, most) == days


@pytest.mark.parametrize("credited", [(-1, 0), (5, 4), (-2, -1)])
def test_a_wrong_credit_is_refused(credited: tuple[int, int]) -> None:
    with pytest.raises(NotACredit) as refused:
        term_end(When.parse("2019"), Length.parse("P1Y"), credited=credited)
    assert refused.value.exit_code == 2


@given(DAYS, st.integers(0, 400), LENGTHS, CREDITS, DAYS, st.data())
def test_the_answer_holds_for_every_case_meant(
    day: date, width: int, length: Length, credited: tuple[int, int], on: date, data: st.DataObject
) -> None:
    """One exact case drawn from what is known must agree with what is said of all of them."""
    when = When.between(day, day + timedelta(days=width))
    exact = When.of(day + timedelta(days=data.draw(st.integers(0, width))))
    served = data.draw(st.integers(*credited))
    truth = run_out(exact, length, on, credited=(served, served))
    assert truth != "cannot_tell"
    assert run_out(when, length, on, credited=credited) in (truth, "cannot_tell")
    days, same = overrun_days(exact, length, on, credited=(served, served))
    least, most = overrun_days(when, length, on, credited=credited)
    assert same == days and most is not None and least <= days <= most
    assert (days > 0) is (truth == "yes")


@given(DAYS, LENGTHS, CREDITS)
def test_more_credit_never_ends_later(day: date, length: Length, credited: tuple[int, int]) -> None:
    low, high = credited
    end = term_end(When.of(day), length, credited=credited)
    assert end.earliest == term_end(When.of(day), length, credited=(high, high)).latest
    assert end.latest == term_end(When.of(day), length, credited=(low, low)).earliest

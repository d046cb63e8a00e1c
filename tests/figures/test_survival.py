"""The curve of time in detention against a table worked by hand, and against what must hold of any."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.figures.survival import Time, median_days, survival

# Six people: released after 10, 20 and 20 days; still held after 15, 30 and 40. At risk: 6, then 4 (one left at 15).
TIMES = [Time(10, True), Time(15, False), Time(20, True), Time(20, True), Time(30, False), Time(40, False)]


def test_the_table_worked_by_hand() -> None:
    """5/6 after 10 days; 5/6 x 2/4 after 20. Greenwood: 1/(6x5), then + 2/(4x2)."""
    first, second = survival(TIMES)
    assert (first.days, first.at_risk, first.released, second.days, second.at_risk, second.released) == (
        10, 6, 1, 20, 4, 2,
    )  # fmt: skip
    assert (first.share, second.share) == (pytest.approx(0.833333, abs=1e-6), pytest.approx(0.416667, abs=1e-6))
    assert (first.low, first.high) == (pytest.approx(0.2731, abs=1e-4), pytest.approx(0.9747, abs=1e-4))
    assert (second.low, second.high) == (pytest.approx(0.0560, abs=1e-4), pytest.approx(0.7665, abs=1e-4))


def test_half_were_released_when_the_curve_says_so() -> None:
    assert median_days(survival(TIMES)) == 20
    assert median_days(survival([Time(10, True), Time(20, False), Time(30, False)])) is None


def test_half_is_half_however_the_product_was_rounded() -> None:
    """With 24 people the product of the factors is 0.5000000000000001 after the twelfth release."""
    for people in range(2, 101, 2):
        assert median_days(survival(Time(day, True) for day in range(1, people + 1))) == people // 2


def test_nobody_released_is_no_curve() -> None:
    assert survival([Time(10, False), Time(20, False)]) == ()


def test_everybody_released_ends_at_nought() -> None:
    assert survival([Time(5, True), Time(5, True)])[-1].share == 0.0


@given(st.lists(st.tuples(st.integers(0, 3000), st.booleans()), max_size=40))
def test_the_curve_falls_within_its_bounds(times: list[tuple[int, bool]]) -> None:
    steps = survival(Time(*t) for t in times)
    assert [s.share for s in steps] == sorted((s.share for s in steps), reverse=True)
    assert all(0 <= s.low <= s.share <= s.high <= 1 for s in steps)


@given(st.lists(st.integers(0, 3000), min_size=1, max_size=40))
def test_without_anybody_inside_it_is_the_plain_share(days: list[int]) -> None:
    steps = survival(Time(d, True) for d in days)
    for step in steps:
        assert step.share == pytest.approx(sum(d > step.days for d in days) / len(days), abs=1e-9)

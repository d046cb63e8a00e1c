"""Lengths: canonical forms, last days at month ends, and comparisons that depend on no particular month."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.lexicon import Length, NotALength, When

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
LENGTHS = st.builds(lambda m, d: Length.of(months=m, days=d), st.integers(0, 400), st.integers(0, 60))


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("P1Y4M", "P1Y4M"),
        ("P16M", "P1Y4M"),
        ("P10.5Y", "P10Y6M"),
        ("P10,5Y", "P10Y6M"),
        ("P15D", "P15D"),
        ("P2W", "P14D"),
        ("P0D", "P0D"),
        ("PT3H", "PT3H"),
        ("P1DT12H", "P1DT12H"),
        (" P5Y ", "P5Y"),
        ("Life", "life"),
    ],
)
def test_reads(text: str, canonical: str) -> None:
    length = Length.parse(text)
    assert str(length) == canonical
    assert Length.parse(canonical) == length


@pytest.mark.parametrize("text", ["", "P", "PT", "5 years", "P-1Y", "P0.3Y", "P1M2Y", "P٥Y", "lifelong", "P1.5M"])
def test_refuses(text: str) -> None:
    with pytest.raises(NotALength) as refused:
        Length.parse(text)
    assert refused.value.exit_code == 2


def test_refuses_what_is_no_text_and_negative_lengths() -> None:
    with pytest.raises(NotALength):
        Length.parse(5)  # type: ignore[arg-type]
    with pytest.raises(NotALength):
        Length.of(months=-1)
    with pytest.raises(NotALength):
        Length.of(years=Fraction(1, 5))
    assert str(Length.of(years=Fraction(21, 2))) == "P10Y6M"


@pytest.mark.parametrize(
    ("start", "length", "last"),
    [
        ("2018-09-18", "P1Y", "2019-09-17"),
        ("2019-01-01", "P1M", "2019-01-31"),
        ("2019-01-28", "P1M", "2019-02-27"),
        ("2019-01-29", "P1M", "2019-02-28"),
        ("2019-01-31", "P1M", "2019-02-28"),
        ("2020-01-31", "P1M", "2020-02-29"),
        ("2020-02-29", "P1Y", "2021-02-28"),
        ("2020-02-29", "P4Y", "2024-02-28"),
        ("2019-03-01", "P1M", "2019-03-31"),
        ("2019-12-31", "P2M", "2020-02-29"),
        ("2019-01-28", "P1M5D", "2019-03-04"),
        ("2019-10-03", "P15D", "2019-10-17"),
        ("2019-10-03", "P1D", "2019-10-03"),
        ("2019-10-03", "PT3H", "2019-10-03"),
        ("2019-10-03", "PT72H", "2019-10-05"),
    ],
)
def test_last_day(start: str, length: str, last: str) -> None:
    assert Length.parse(length).after(date.fromisoformat(start)) == date.fromisoformat(last)


def test_no_last_day_for_life_nor_past_the_calendar() -> None:
    assert Length.parse("life").after(date(2019, 1, 1)) is None
    assert Length.parse("P9000Y").after(date(2019, 1, 1)) is None
    assert Length.parse("P99999999D").after(date(2019, 1, 1)) is None
    assert Length.parse("P0D").after(date.min) is None


@given(DAYS, LENGTHS, st.integers(0, 400))
def test_a_later_start_never_ends_earlier(day: date, length: Length, later: int) -> None:
    first, second = length.after(day), length.after(day + timedelta(days=later))
    assert first is not None and second is not None and first <= second


@given(DAYS, LENGTHS, st.integers(0, 400))
def test_bounds_hold_every_start(day: date, length: Length, width: int) -> None:
    low, high = length.bounds_after(When.between(day, day + timedelta(days=width)))
    ends = [length.after(day + timedelta(days=n)) for n in range(0, width + 1, 7)]
    assert low is not None and high is not None
    assert all(end is not None and low <= end <= high for end in ends)


def test_an_open_start_gives_an_open_end() -> None:
    length = Length.parse("P1Y")
    assert length.bounds_after(When.parse("../2018-09-18")) == (None, date(2019, 9, 17))
    assert length.bounds_after(When.parse("2018-09-18/..")) == (date(2019, 9, 17), None)
    assert length.bounds_after(When.parse("2018-09-18~")) == (date(2019, 9, 10), date(2019, 9, 24))


def test_hours_may_run_past_midnight() -> None:
    assert Length.parse("PT3H").bounds_after(When.parse("2019-10-03")) == (date(2019, 10, 3), date(2019, 10, 4))


@given(DAYS, LENGTHS)
def test_days_bounds_hold_for_every_start(day: date, length: Length) -> None:
    end = length.after(day)
    low, high = length.days_bounds()
    assert end is not None and high is not None
    assert low <= (end - day).days + 1 <= high


@pytest.mark.parametrize(
    ("left", "right", "exceeds"),
    [
        ("P5Y", "P4Y11M", True),
        ("P5Y", "P60M", False),
        ("P31D", "P1M", None),  # longer than February, not than January
        ("P30D", "P1M", None),
        ("P32D", "P1M", True),
        ("P27D", "P1M", False),
        ("P1M", "P28D", None),
        ("P1M", "P27D", True),
        ("P366D", "P1Y", None),
        ("life", "P25Y", True),
        ("P25Y", "life", False),
        ("life", "life", False),
        ("P2Y1D", "P2Y", True),
    ],
)
def test_exceeds(left: str, right: str, exceeds: bool | None) -> None:
    assert Length.parse(left).exceeds(Length.parse(right)) is exceeds


@given(LENGTHS, LENGTHS)
def test_exceeds_is_never_both_ways(a: Length, b: Length) -> None:
    assert not (a.exceeds(b) is True and b.exceeds(a) is True)

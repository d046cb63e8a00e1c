"""Partial dates: what is read, what is refused and why, and comparisons that never claim more than was said."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.lexicon import NotADate, When

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019-10", date(2019, 10, 1), date(2019, 10, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019-10-03", date(2019, 10, 3), date(2019, 10, 3)),
        ("201X", date(2010, 1, 1), date(2019, 12, 31)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("2019-XX", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019-10-XX", date(2019, 10, 1), date(2019, 10, 31)),
        ("2019-21", date(2019, 3, 1), date(2019, 5, 31)),
        ("2019-24", date(2018, 12, 1), date(2020, 2, 29)),
        ("2019-33", date(2019, 1, 1), date(2019, 3, 31)),
        ("2019-41", date(2019, 7, 1), date(2019, 12, 31)),
        ("2017-11/2018-01", date(2017, 11, 1), date(2018, 1, 31)),
        ("../2020-01-31", None, date(2020, 1, 31)),
        ("2020-01-31/..", date(2020, 1, 31), None),
        ("2020-01-31/", date(2020, 1, 31), None),
        ("2019~", date(2019, 1, 1), date(2019, 12, 31)),
    ],
)
def test_reads_what_the_words_name(text: str, earliest: date | None, latest: date | None) -> None:
    when = When.parse(text)
    assert (when.text, when.earliest, when.latest) == (text, earliest, latest)


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("2019-02-31", "'2019-02-31' is no date: February 2019 has 28 days."),
        ("2020-02-30", "'2020-02-30' is no date: February 2020 has 29 days."),
        ("2019-04-00", "'2019-04-00' is no date: April 2019 has 30 days."),
        ("2019-13", "'2019-13' has no such month."),
        ("2019-00", "'2019-00' has no such month."),
        ("2019-21-05", "'2019-21-05' is no date: a season or quarter has no numbered days."),
        ("201X-05-05", "'201X-05-05' is no date."),
        ("2019-XX-05", "'2019-XX-05' is no date."),
        ("0000", "'0000' is no date: there is no year 0."),
        ("2020/2019", "'2020/2019' ends before it begins."),
        ("2019/2020/2021", "'2019/2020/2021' is no EDTF date."),
        ("/", "'/' is no EDTF date."),
        ("..", "'..' is no EDTF date."),
        ("../..", "'../..' is no EDTF date."),
        ("../", "'../' is no EDTF date."),
        ("3 October 2019", "'3 October 2019' is no EDTF date."),
        ("٢٠١٩", "'٢٠١٩' is no EDTF date."),
        ("", "An empty text is no date."),
    ],
)
def test_refuses_with_the_cause(text: str, cause: str) -> None:
    with pytest.raises(NotADate) as refused:
        When.parse(text)
    assert (refused.value.cause, refused.value.exit_code) == (cause, 2)
    assert refused.value.next_step != ""


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(NotADate):
        When.parse(2019)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain", "exact"),
    [
        ("2019-10-03", False, False, True),
        ("2019-10-03~", True, False, False),
        ("2019-10-03?", False, True, False),
        ("2019-10-03%", True, True, False),
        ("2019-10~/2019-12", True, False, False),
        ("2019-10", False, False, False),
        ("2019-10-03/2019-10-03", False, False, True),
    ],
)
def test_marks(text: str, approximate: bool, uncertain: bool, exact: bool) -> None:
    when = When.parse(text)
    assert (when.approximate, when.uncertain, when.exact) == (approximate, uncertain, exact)


def test_about_reaches_one_unit_beyond_what_is_stated() -> None:
    assert When.parse("2019-10-10~").reach == (date(2019, 10, 3), date(2019, 10, 17))
    assert When.parse("2019-10~").reach == (date(2019, 8, 31), date(2019, 12, 1))
    assert When.parse("2019-XX~").reach == (date(2017, 12, 31), date(2020, 12, 31))
    assert When.parse("2019-10").reach == (date(2019, 10, 1), date(2019, 10, 31))


@pytest.mark.parametrize("text", ["0001~", "9999~", "0001-24", "9999-24"])
def test_the_ends_of_the_calendar_hold(text: str) -> None:
    low, high = When.parse(text).reach
    assert low is not None and high is not None and low <= high


def test_an_uncertain_date_proves_nothing() -> None:
    doubtful, later = When.parse("2010?"), When.parse("2019")
    assert doubtful.certainly_before(later) is False
    assert doubtful.is_by(date(2030, 1, 1)) is False
    assert doubtful.may_be_by(date(2030, 1, 1)) is True


@pytest.mark.parametrize(
    ("left", "right", "overlaps"),
    [
        ("2019", "2019-10-03", True),
        ("2019-10", "2019-11", False),
        ("2019-10~", "2019-11", True),
        ("../2018", "2019", False),
        ("2018/..", "2019", True),
    ],
)
def test_overlaps(left: str, right: str, overlaps: bool) -> None:
    assert When.parse(left).overlaps(When.parse(right)) is overlaps
    assert When.parse(right).overlaps(When.parse(left)) is overlaps


@given(st.none() | DAYS, st.none() | DAYS)
def test_between_keeps_its_bounds(low: date | None, high: date | None) -> None:
    if low and high and low > high:
        low, high = high, low
    if low is None and high is None:
        return
    when = When.between(low, high)
    assert (when.earliest, when.latest) == (low, high)
    assert When.parse(str(when)) == when


@pytest.mark.parametrize("text", ["2019", "2019-10", "2019-10-03", "2019-10-03/2019-12-01", "../2020-01-31"])
def test_between_writes_the_shortest_form(text: str) -> None:
    when = When.parse(text)
    assert When.between(when.earliest, when.latest).text == text


@given(DAYS, DAYS, st.integers(0, 900), st.integers(0, 900))
def test_certainty_holds_for_every_day_that_is_meant(a: date, b: date, wide: int, broad: int) -> None:
    left = When.between(a, a + timedelta(days=wide))
    right = When.between(b, b + timedelta(days=broad))
    pairs = [(x, y) for x in (left.earliest, left.latest) for y in (right.earliest, right.latest)]
    assert left.certainly_before(right) is all(x < y for x, y in pairs if x and y)
    assert left.overlaps(right) is not (left.certainly_before(right) or right.certainly_before(left))
    assert left.is_by(b) is all(x <= b for x in (left.earliest, left.latest) if x)
    assert left.may_be_by(b) is any(x <= b for x in (left.earliest, left.latest) if x)


@given(DAYS)
def test_a_day_is_itself(day: date) -> None:
    assert When.parse(day.isoformat()) == When.of(day)
    assert When.of(day).exact is True

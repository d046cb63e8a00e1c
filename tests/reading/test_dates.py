"""Dates: forms in, EDTF out; spans; years and days that are never guessed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.lexicon.when import When
from habeas.reading.dates import MONTHS, find_dates, has_date

FORMS = [
    ("On 3 November 2018, the court", ["2018-11-03"]),
    ("November 3, 2018", ["2018-11-03"]),
    ("October 24 2018", ["2018-10-24"]),
    ("26 June, 2018", ["2018-06-26"]),
    ("the 3rd of May 2019", ["2019-05-03"]),
    ("on Sept. 13, 2014", ["2014-09-13"]),
    ("2018-11-03", ["2018-11-03"]),
    ("03.11.2018", ["2018-11-03"]),
    ("25/07/2019", ["2019-07-25"]),
    ("07/25/2019", ["2019-07-25"]),
    ("05/07/2019", ["2019"]),
    ("In March 2018", ["2018-03"]),
    ("spring of 2018", ["2018-21"]),
    ("in 2010 and 2012", ["2010", "2012"]),
    ("9–12 June 2019", ["2019-06-09/2019-06-12"]),
    ("on 1 and 9 May 2019", ["2019-05-01", "2019-05-09"]),
    ("10, 11 and 12 May 2019", ["2019-05-10", "2019-05-11", "2019-05-12"]),
    ("4 April 2015 and 8 August 2016", ["2015-04-04", "2016-08-08"]),
    ("4 April, 8 August and 12 December 2015", ["2015-04-04", "2015-08-08", "2015-12-12"]),
    ("on Aug 6, Aug 23 and Dec 5 2014", ["2014-08-06", "2014-08-23", "2014-12-05"]),
    ("in March, May and June 2019", ["2019-03", "2019-05", "2019-06"]),
    ("between August and November 2017", ["2017-08/2017-11"]),
    ("from December 2017 to January 2018", ["2017-12/2018-01"]),
    ("from 5 to 9 June 2019", ["2019-06-05/2019-06-09"]),
    ("from 2015 until 2018", ["2015/2018"]),
    ("In 2018-2019", ["2018/2019"]),
    ("(1998–2001, 2002–2009)", ["1998/2001", "2002/2009"]),
    ("in August-September 2015 and October 2015", ["2015-08/2015-10"]),
    ("since 9 June 2019", ["2019-06-09"]),
    ("in early 2019", ["2019~"]),
    ("at the end of April 2019", ["2019-04"]),
    ("on 14 March\n2019", ["2019-03-14"]),
]


@pytest.mark.parametrize(("text", "dates"), FORMS)
def test_form(text: str, dates: list[str]) -> None:
    assert [d.when for d in find_dates(text)] == dates
    assert all(has_date(text.lower()) for d in dates)


BACKWARDS = [("On 9 July she was held and, on 11 July 2021, charged", ["2021-07-09", "2021-07-11"])]


@pytest.mark.parametrize(("text", "dates"), BACKWARDS)
def test_the_year_may_stand_behind(text: str, dates: list[str]) -> None:
    assert [d.when for d in find_dates(text)] == dates


def test_an_annual_report_gives_its_year() -> None:
    assert [d.when for d in find_dates("In July and on 3 March", year=2022)] == ["2022-07", "2022-03-03"]


NO_DATES = [
    "31 February 2019",
    "30.02.2019",
    "2019-13-01",
    "2000 flags",
    "Opinion No. 67/2018",
    "the Criminal Code of 1997",
    "colony LA 155/14",
    "on 23 November",
    "the following day",
    "he may go and march on",
    "Article 2019",
    "Seitov, 45",
    "in 2019 people were",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_stays_unread(text: str) -> None:
    assert [d.when for d in find_dates(text)] == []


ANCHORED = [
    ("on 23 November", "2018-03-05", "2018-11-23"),
    ("on 26 February", "2017", "2017-02-26"),
    ("on 10 January", "2018-12-05", "2019-01-10"),
    ("in May", "2018-02-10", "2018-05"),
    ("the following day", "2018-03-31", "2018-04-01"),
    ("two days later", "2018-12-31", "2019-01-02"),
    ("a week later", "2018-12-31", "2019-01-07"),
    ("on the same day", "2018-12-31", "2018-12-31"),
]


@pytest.mark.parametrize(("text", "anchor", "when"), ANCHORED)
def test_what_the_date_before_tells(text: str, anchor: str, when: str) -> None:
    found = find_dates(text, anchor=anchor)
    assert [(d.when, d.sure) for d in found] == [(when, False)]


@pytest.mark.parametrize(
    ("text", "anchor"), [("the following day", "2018-03"), ("on 20 July", "2018-12-05"), ("two days later", "2018")]
)
def test_what_it_does_not_tell_stays_unread(text: str, anchor: str) -> None:
    assert find_dates(text, anchor=anchor) == []


def test_the_span_is_the_date_itself() -> None:
    text = "Seitov was held from 3 May 2019 to 5 June 2019 and freed on July 7, 2019."
    assert [text[slice(*d.span)] for d in find_dates(text)] == ["3 May 2019 to 5 June 2019", "July 7, 2019"]


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_in_every_order(day: date) -> None:
    month = MONTHS[day.month - 1].capitalize()
    for text in (
        f"On {day.day} {month} {day.year},",
        f"On {month} {day.day}, {day.year},",
        f"on {day:%d.%m.%Y}",
        f"({day.isoformat()})",
    ):
        assert [d.when for d in find_dates(text)] == [day.isoformat()]


@given(st.text(alphabet="0123456789 -–/.,MayJuneon\nin", max_size=60), st.none() | st.just("2018-12-05"))
def test_any_text_gives_valid_dates_in_order(text: str, anchor: str | None) -> None:
    found = find_dates(text, anchor=anchor)
    assert [d for d in found if str(When.parse(d.when)) != d.when] == []
    assert [d for d in found if not 0 <= d.span[0] < d.span[1] <= len(text)] == []

"""Lengths and counts: words in, ISO 8601 durations and numbers with comparators out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.lexicon.length import Length
from habeas.reading.lengths import find_lengths, has_length
from habeas.reading.numbers import find_counts, value_of

LENGTHS = [
    ("eight years in prison", ["P8Y"]),
    ("5 years’ imprisonment", ["P5Y"]),
    ("10.5 years", ["P10Y6M"]),
    ("7,5 years", ["P7Y6M"]),
    ("2½ years", ["P2Y6M"]),
    ("five and a half years", ["P5Y6M"]),
    ("one-and-a-half years", ["P1Y6M"]),
    ("a year and a half", ["P1Y6M"]),
    ("a two-and-a-half-year term", ["P2Y6M"]),
    ("one year and four months", ["P1Y4M"]),
    ("1 year, 6 months", ["P1Y6M"]),
    ("a two year and six month term", ["P2Y6M"]),
    ("a year of probation", ["P1Y"]),
    ("one year’s restriction", ["P1Y"]),
    ("an 18-month term", ["P1Y6M"]),
    ("six months", ["P6M"]),
    ("15 days", ["P15D"]),
    ("two weeks", ["P14D"]),
    ("100 hours of labour", ["PT100H"]),
    ("one hundred hours", ["PT100H"]),
    ("two hundred hours of service", ["PT200H"]),
    ("3 (three) years", ["P3Y"]),
    ("5 and 7 years, respectively", ["P5Y", "P7Y"]),
    ("in 2016 to five years", ["P5Y"]),
    ("life imprisonment", ["life"]),
    ("a life sentence", ["life"]),
    ("67-year-old", []),
    ("two years ago", []),
    ("7.3 years", []),
    ("a life in the village", []),
]


@pytest.mark.parametrize(("text", "lengths"), LENGTHS)
def test_length(text: str, lengths: list[str]) -> None:
    assert [x.length for x in find_lengths(text)] == lengths
    assert all(has_length(text) for _ in lengths)


@pytest.mark.parametrize(
    "text", ["two to five years", "up to 10 years", "3-5 years", "not exceeding 4 years", "a maximum of 12 years"]
)
def test_ranges_and_maxima_are_marked(text: str) -> None:
    assert [x.ranged for x in find_lengths(text)] == [True]


COUNTS = [
    ("more than 6000 people", [(6000, ">")]),
    ("over 1,000 people", [(1000, ">")]),
    ("about 620 people", [(620, "~")]),
    ("at least 16 people", [(16, ">=")]),
    ("no fewer than 40", [(40, ">=")]),
    ("30+ people", [(30, ">=")]),
    ("almost 400", [(400, "<")]),
    ("up to 20", [(20, "<=")]),
    ("1 500 citizens", [(1500, "=")]),
    ("677 people", [(677, "=")]),
    ("twenty-one persons", [(21, "=")]),
    ("three hundred people", [(300, "=")]),
    ("over 260 million", [(260_000_000, ">")]),
    ("99.8%", []),
    ("20-25 journalists", []),
    ("LA 155/14", []),
    ("Article 361-1", []),
]


@pytest.mark.parametrize(("text", "counts"), COUNTS)
def test_count(text: str, counts: list[tuple[int, str]]) -> None:
    assert [(c.count.value, c.count.comparator) for c in find_counts(text)] == counts


@given(st.integers(min_value=1, max_value=40), st.integers(min_value=1, max_value=11))
def test_years_and_months_add_up(years: int, months: int) -> None:
    (found,) = find_lengths(f"sentenced to {years} years and {months} months in prison")
    assert Length.parse(found.length).months == 12 * years + months


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_are_their_value_with_and_without_commas(value: int) -> None:
    assert value_of(str(value)) == value
    assert value_of(f"{value:,}") == value


@given(st.text(max_size=80))
def test_any_text_is_read_with_spans_inside(text: str) -> None:
    for span in [x.span for x in find_lengths(text)] + [c.span for c in find_counts(text)]:
        assert 0 <= span[0] < span[1] <= len(text)

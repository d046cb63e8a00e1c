"""A figure divided: everybody stands somewhere, whom nothing tells of by name; ages are intervals."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.figures.breakdown import AGES, NoSuchDivision, age_on, divided
from habeas.lexicon import When

ON = date(2020, 1, 31)


@pytest.mark.parametrize(
    ("birth", "ages"),
    [
        ("1990-01-31", (30, 30)), ("1990-02-01", (29, 29)), ("1990", (29, 30)), ("1990-01", (30, 30)),
        ("1989/1991", (28, 31)), ("2004-02-29", (15, 15)), ("../1990-01-31", (30, None)), ("2021", (0, 0)),
    ],
)  # fmt: skip
def test_ages(birth: str, ages: tuple[int | None, int | None]) -> None:
    assert age_on(When.parse(birth), ON) == ages


def test_by_age() -> None:
    births = {
        "a": ["1990-02-01"],
        "b": ["1990"],
        "c": ["2003-05"],
        "d": [],
        "e": ["1950", "1951"],
        "f": ["../1940-01-01"],
    }
    found = divided("abcdefg", "age", births, ON)
    assert [(line.word, line.people) for line in found.lines] == [
        ("0–17", ("c",)),
        ("18–29", ("a",)),
        ("60+", ("e", "f")),
    ]
    assert (found.open, found.unknown, found.adds_up) == (("b",), ("d", "g"), True)


def test_somebody_with_two_occupations_stands_under_both() -> None:
    found = divided("ab", "occupation", {"a": ["poet", "teacher"], "b": ["poet", ""]}, ON)
    assert [(line.word, line.people) for line in found.lines] == [("poet", ("a", "b")), ("teacher", ("a",))]
    assert (found.unknown, found.adds_up) == ((), False)


def test_nobody_is_divided_otherwise() -> None:
    with pytest.raises(NoSuchDivision):
        divided("a", "star sign", {}, ON)


DAYS = st.dates(date(1920, 1, 1), date(2019, 12, 31))


@given(st.dictionaries(st.text("abcdefgh", min_size=1, max_size=2), st.tuples(DAYS, st.integers(0, 3000)), max_size=12))
def test_everybody_stands_in_one_place(births: dict[str, tuple[date, int]]) -> None:
    said = {p: [str(When.between(d, d + timedelta(days=n)))] for p, (d, n) in births.items()}
    found = divided(births, "age", said, ON)
    placed = [*(p for line in found.lines for p in line.people), *found.unknown, *found.open]
    assert (sorted(placed), found.adds_up) == (sorted(births), True)
    for line in found.lines:
        low = next(a for a, b in AGES if line.word == (f"{a}+" if b is None else f"{a}–{b}"))
        assert all(ON.year - births[p][0].year >= low for p in line.people)

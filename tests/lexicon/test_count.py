"""Counts: what makes one true, which bounds its words support, what disjoint ones add up to."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.lexicon import Count, NotACount, total_count
from habeas.lexicon.count import COMPARATORS

COUNTS = st.builds(Count, st.integers(0, 10_000), st.sampled_from(COMPARATORS))


@pytest.mark.parametrize("value", [-1, None, True, "56", float("nan"), float("inf"), [56]])
def test_refuses_what_is_no_count(value: Any) -> None:
    with pytest.raises(NotACount) as refused:
        Count(value)
    assert refused.value.exit_code == 2


def test_refuses_an_unknown_comparator() -> None:
    with pytest.raises(NotACount):
        Count(5, "about")


@pytest.mark.parametrize(
    ("value", "comparator", "true", "false"),
    [
        (56, "=", [56], [55, 57]),
        (16, ">=", [16, 17], [15]),
        (23, ">", [24], [23, 22]),
        (620, "~", [558, 620, 682], [557, 683]),
        (5, "<=", [0, 5], [6]),
        (5, "<", [4], [5]),
        (0, "~", [0], [1]),
    ],
)
def test_allows(value: int, comparator: str, true: list[int], false: list[int]) -> None:
    count = Count(value, comparator)
    assert [n for n in true + false if count.allows(n)] == true


@pytest.mark.parametrize(
    ("value", "comparator", "bounds"),
    [
        (56, "=", (56, 56)), (620, "~", (620, 620)), (16, ">=", (16, None)), (23, ">", (24, None)),
        (2.5, ">", (3, None)), (5, "<=", (0, 5)), (5, "<", (0, 4)), (2.5, "<", (0, 2)), (0, "<", (0, 0)),
    ],
)
def test_bounds(value: float, comparator: str, bounds: tuple[float, float | None]) -> None:
    assert Count(value, comparator).bounds() == bounds


@given(COUNTS, st.integers(0, 10_000))
def test_bounds_and_allows_agree_but_for_about(count: Count, n: int) -> None:
    low, high = count.bounds()
    if count.comparator not in ("~", "<") or count.value:
        within = low <= n and (high is None or n <= high)
        assert count.allows(n) is within or count.comparator == "~"


@given(st.lists(st.tuples(COUNTS, st.integers(0, 12_000)), max_size=5))
def test_a_total_allows_the_sum_of_what_its_parts_allow(parts: list[tuple[Count, int]]) -> None:
    allowed = [(count, n) for count, n in parts if count.allows(n)]
    kinds = {count.comparator for count, _ in allowed}
    if kinds & {"<", "<="} and kinds & {">", ">="}:
        return  # bounds nothing, as the docstring says
    if "~" in kinds and kinds - {"~", "="}:
        return
    assert total_count(count for count, _ in allowed).allows(sum(n for _, n in allowed)) is True


@pytest.mark.parametrize(
    ("parts", "comparator"),
    [("", "="), ("= =", "="), (">= =", ">="), ("> >=", ">"), ("< <=", "<"), ("~ =", "~"), ("~ >", "~"), ("< >", "~")],
)
def test_the_weakest_comparator_stays(parts: str, comparator: str) -> None:
    assert total_count(Count(10, part) for part in parts.split()).comparator == comparator


@given(COUNTS)
def test_json_round_trip(count: Count) -> None:
    assert Count.from_json(count.to_json()) == count
    assert Count.from_json(count.value) == Count(count.value)

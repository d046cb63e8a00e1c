"""Sentence arithmetic against cases that were worked by hand, each with its working and the source of its rule."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from habeas.law import NotJoined, converted, joined, less
from habeas.lexicon import Length
from habeas.lexicon.length import NotALength
from law.term_cases import CASES, answer


def test_the_table_is_large_enough_and_each_case_shows_its_working() -> None:
    assert len(CASES) >= 60
    assert [c["what"] for c in CASES if not c.get("working")] == []
    assert len({c["what"] for c in CASES}) == len(CASES)
    uses_a_code = ("held", "join", "turned", "out", "off")
    assert [c["what"] for c in CASES if any(k in c for k in uses_a_code) and not c.get("source")] == []


@pytest.mark.parametrize("case", CASES, ids=[c["what"] for c in CASES])
def test_the_program_says_what_the_hand_says(case: dict[str, Any]) -> None:
    assert answer(case) == case["end"]


def test_no_terms_cannot_be_joined() -> None:
    for lengths, how in (([], "added"), ([Length.parse("P1Y")], "multiplied")):
        with pytest.raises(NotJoined):
            joined(lengths, how)  # type: ignore[arg-type]


def test_more_than_the_whole_cannot_be_taken_off() -> None:
    with pytest.raises(NotALength):
        less(Length.parse("P6M"), Length.parse("P1Y"))


def test_days_without_a_most_stay_so() -> None:
    assert converted((3, None), Fraction(3, 2)) == (4, None)

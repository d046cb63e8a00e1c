"""Pieces that run from right to left are found, and nothing is lost or changed around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.lexicon.direction import isolated, parts

EVIN = "زندان اوین"
"""A place in Persian."""


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("", []),
        ("Custody: Port", []),
        ("Үкім: 6 жыл", []),
        (EVIN, [EVIN]),
        (f"Custody: {EVIN}; 14 May 2019", [EVIN]),
        (f"Custody: {EVIN}, 2 (alleged)", [EVIN]),
        ("מרים 2019 مريم", ["מרים", "مريم"]),
        ("علی‌رضا", ["علی‌رضا"]),
    ],
)
def test_which_pieces_run_from_right_to_left(line: str, found: list[str]) -> None:
    assert [part for part, right in parts(line) if right] == found


@given(st.text(alphabet="ab 1;,.ةبи‌", max_size=30))
def test_the_pieces_are_the_line(line: str) -> None:
    assert "".join(part for part, _ in parts(line)) == line
    assert isolated(line).translate({0x2068: None, 0x2069: None}) == line


def test_a_title_that_takes_no_markup_gets_isolating_signs() -> None:
    assert isolated(f"{EVIN} – The Lamp") == f"\u2068{EVIN}\u2069 – The Lamp"
    assert isolated("Odo Brandt – The Lamp") == "Odo Brandt – The Lamp"

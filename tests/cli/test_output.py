"""Printing: tables that fit, CSV that no spreadsheet runs, no character that steers a terminal."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.cli.output import as_csv, harmless, say, shown, table

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")


@given(st.text())
def test_no_cell_of_a_csv_begins_a_formula(text: str) -> None:
    assert harmless(text).lstrip(" ").startswith(DANGEROUS) is False
    assert harmless(text) in (text, "'" + text)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1"])
def test_a_formula_becomes_text(text: str) -> None:
    assert harmless(text) == "'" + text


def test_csv_is_exact(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [('Ada "Bee"', "a,b", None, 3), ("two\nlines", "=x", "", 0)]
    as_csv(("name", "what", "none", "number"), rows)
    printed = capsys.readouterr().out
    assert list(csv.reader(io.StringIO(printed))) == [
        ["name", "what", "none", "number"],
        ['Ada "Bee"', "a,b", "", "3"],
        ["two\nlines", "'=x", "", "0"],
    ]


@given(st.text())
def test_what_is_shown_steers_no_terminal(text: str) -> None:
    assert [c for c in shown(text) if ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u202e\u2066"] == []


def test_an_escape_in_a_name_is_shown_as_such(capsys: pytest.CaptureFixture[str]) -> None:
    say("Ada \x1b[2Jb [red]")
    assert capsys.readouterr().out == "Ada \N{REPLACEMENT CHARACTER}[2Jb [red]\n"


def test_a_table_shortens_one_column_only(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    table(("a", "long", "b"), [("x", "words and more words and more", "y" * 10)], shrink="long")
    assert capsys.readouterr().out.splitlines() == [
        "a  long                       b",
        "x  words and more words and…  yyyyyyyyyy",
    ]


def test_a_table_for_a_file_is_whole(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    table(("a", "long"), [("x", "word " * 60)], shrink="long")
    assert capsys.readouterr().out.splitlines()[1] == ("x  " + "word " * 60).rstrip()


def test_combining_and_wide_letters_keep_the_columns(capsys: pytest.CaptureFixture[str]) -> None:
    table(("a", "b"), [("Й", "1"), ("И\N{COMBINING BREVE}", "2"), ("李", "3")])
    assert capsys.readouterr().out.splitlines() == ["a   b", "Й   1", "И\N{COMBINING BREVE}   2", "李  3"]


def test_a_line_set_in_is_folded_at_the_width(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    say("one two three four five six seven eight nine", indent=4)
    assert capsys.readouterr().out == "    one two three four five six seven\n    eight nine\n"

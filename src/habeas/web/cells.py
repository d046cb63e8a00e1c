"""Cells of a CSV file: what a spreadsheet would take for a formula stays text."""

from __future__ import annotations

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cell(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would compute it (ASVS 1.2.10)."""
    return f"'{text}" if text.startswith(FORMULA) else text

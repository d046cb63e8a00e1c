"""The hand-worked cases of `term_cases.toml`, asked of `habeas.law`."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

from habeas.law import Period, converted, credited, joined, less, out_of_prison, term_end
from habeas.lexicon import Length, When

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("term_cases.toml").read_text("utf-8"))["case"]
RULE = "a term of months ends on the day before its date comes round (general rule for terms, to be checked)"


def answer(case: dict[str, Any]) -> str:
    """What the program says of a case: EDTF or `life`."""
    start = When.parse(case["start"])
    least, most = _lengths(case)
    held = [Period(When.parse(a), When.parse(b), Fraction(c), Fraction(d)) for a, b, c, d in case.get("held", ())]
    out = [Period(When.parse(a), When.parse(b)) for a, b in case.get("out", ())]
    end = term_end(start, least, most=most, credited=credited(held, start), out=out_of_prison(out))
    return "life" if end.life else str(end.when)


def _lengths(case: dict[str, Any]) -> tuple[Length, Length]:
    if "turned" in case:
        days = Length.parse(case["turned"][0]).days
        low, high = converted((days, days), Fraction(case["turned"][1]))
        return Length.of(days=low), Length.of(days=high or 0)
    if "join" in case:
        cap = Length.parse(case["cap"]) if "cap" in case else None
        return joined([Length.parse(one) for one in case["length"]], case["join"], most=cap)
    whole = Length.parse(case["length"])
    return (less(whole, Length.parse(case["off"])),) * 2 if "off" in case else (whole, whole)

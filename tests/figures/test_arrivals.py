"""Arrests by month, and which months may still grow."""

from __future__ import annotations

from datetime import date

from habeas.figures.arrivals import arrivals
from habeas.lexicon import When

ON = date(2020, 1, 31)


def arrest(person: str, when: str | None, told: str) -> tuple[str, When | None, date | None]:
    return person, When.parse(when) if when else None, date.fromisoformat(told)


def test_each_person_once_a_month_and_no_month_left_out() -> None:
    found = arrivals(
        [arrest("a", "2019-09-03", "2019-09-10"), arrest("a", "2019-09-20", "2019-09-21"),
         arrest("b", "2019-11", "2019-12-01"), arrest("c", "2019", "2020-01-01"), arrest("d", None, "2020-01-01"),
         arrest("e", "2020-03-01", "2020-03-02")],
        ON,
    )  # fmt: skip
    assert [(m.month, m.arrests) for m in found.months] == [
        ("2019-09", 1), ("2019-10", 0), ("2019-11", 1), ("2019-12", 0), ("2020-01", 0),
    ]  # fmt: skip
    assert found.without_month == 3


def test_months_near_the_last_report_may_grow() -> None:
    """Nine were told after 10 days and one after 70: nine of ten within 70, counted back from the last report."""
    quick = [arrest(f"p{n}", f"2019-{n:02}-05", f"2019-{n:02}-15") for n in range(1, 10)]
    found = arrivals([*quick, arrest("late", "2019-10-01", "2019-12-10")], ON)
    assert found.delay == 70
    assert [m.month for m in found.months if m.growing] == ["2019-10", "2019-11", "2019-12", "2020-01"]


def test_nobody() -> None:
    found = arrivals([], ON)
    assert (found.months, found.without_month, found.delay) == ((), 0, None)


def test_a_backlog_is_no_delay() -> None:
    """Told ten years later, all at once: a year is taken, and the arrests of long ago are not hatched."""
    found = arrivals([arrest("a", "2010-01-05", "2020-01-15"), arrest("b", "2019-12-05", "2020-01-15")], ON)
    assert (found.delay, found.months[0].growing, found.months[-1].growing) == (365, False, True)

"""Dates of Russian texts: those that count from another one, days alone, years from headings, and none unread."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.evidence import Document
from habeas.reading import read
from habeas.reading.russian.dates import find_dates
from habeas.reading.russian.flat import flatten

# words; the last date before them; what they mean in a text of Tuesday, 14 May 2024
COUNTED = (
    ("спустя две недели", "2022-03-04", "2022-03-18"),
    ("Три дня спустя", "2022-03-04", "2022-03-07"),
    ("неделей ранее", "2022-03-14", "2022-03-07"),
    ("через два месяца", "2022-12-04", "2023-02"),
    ("месяц спустя", "2022-12", "2023-01"),
    ("годом ранее", "2022-12", "2021"),
    ("накануне задержали", "2022-03-01", "2022-02-28"),
    ("в том же месяце", "2022-12-04", "2022-12"),
    ("24-го числа", "2023-07-21", "2023-07-24"),
    ("Октябрь, 5. Суд", "2021", "2021-10-05"),
    ("12.08. Обыск", "2021", "2021-08-12"),
    ("весной", "2021-02", "2021-21"),
    ("сегодня", None, "2024-05-14"),
    ("в пятницу", None, "2024-05-10"),
    ("в прошлом году", None, "2023"),
    ("в октябре 2023-го", None, "2023-10"),
    ("в 2018-м", None, "2018"),
    ("22 декабря прошлого года", None, "2023-12-22"),
    ("в декабре", None, "2023-12"),
)
NONE = ("ст. 20.02 УК", "по ч. 1 ст. 12.10 КоАП", "статьи 19.03 и 20.02", "24-го числа", "спустя две недели")
"""No date, or one that nothing before it makes known."""


def dates(words: str, anchor: str | None) -> list[str]:
    return [d.when for d in find_dates(flatten(words), 0, len(words), anchor=anchor, year=2024, today="2024-05-14")]


@pytest.mark.parametrize(("words", "anchor", "when"), COUNTED)
def test_a_date_counts_from_the_one_before_or_from_the_day_of_the_text(
    words: str, anchor: str | None, when: str
) -> None:
    assert dates(words, anchor) == [when]


@pytest.mark.parametrize("words", NONE)
def test_what_is_no_date_or_cannot_be_known_is_none(words: str) -> None:
    assert [
        d.when for d in find_dates(flatten(words), 0, len(words), anchor="2023" if "числа" in words else None)
    ] == []


def claims(text: str) -> list[dict[str, object]]:
    return read(Document.from_bytes(text.encode())).to_json()["claims"]  # type: ignore[no-any-return]


def test_a_day_whose_year_is_not_known_gives_no_date() -> None:
    found = claims("Суд приговорил Ивана Петрова 5 марта к трём годам колонии.")
    assert [(c["kind"], c.get("when")) for c in found] == [("sentence", None)]


WORDS = st.sampled_from(
    ["5 марта", "в мае", "спустя год", "в 2019 году", "задержали", "приговорил", "Ивана Петрова", "к 5 годам колонии",
     "его", "суд", "штраф", "до 7 июня", "24-го", "12.08.", ".", "обыск", "апелляция", "срок", "оставила без изменения"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=3, max_size=18))
def test_a_date_is_never_empty(words: list[str]) -> None:
    assert [c for c in claims("Иван Петров. " + " ".join(words) + ".") if c.get("when") == ""] == []


CHRONICLE = """Хроника дела Ивана Петрова

2020
12.08. Иван Петров задержан в Пскове.
28 августа. Петров вышел на свободу.

2021
9 марта. Обыски у Петрова.
Октябрь, 5. Суд приговорил Петрова к двум годам колонии.
"""


def test_a_chronicle_takes_its_years_from_its_headings() -> None:
    found = [(c["kind"], c["when"]) for c in claims(CHRONICLE) if c["kind"] != "identity"]
    assert found == [
        ("custody", "2020-08-12"), ("release", "2020-08-28"), ("coercive_step", "2021-03-09"),
        ("sentence", "2021-10-05"),
    ]  # fmt: skip

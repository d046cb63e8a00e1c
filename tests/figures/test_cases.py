"""The cases of the manual, on both engines; the pages are what the code prints."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from figures_database import database

from habeas.figures import RULES, count, count_sql, rules
from habeas.figures.cases import Case, cases
from habeas.figures.manual import page
from habeas.register import default_lists, fold
from habeas.register.manual import page as liberty_page
from simulator.office import Office

DOCS = Path(__file__).parents[2] / "docs"


def told(case: Case) -> Office:
    office = Office()
    source = office.source("Chronicle")
    records = {name: office.person(name, source) for name in dict.fromkeys(person for person, _ in case.told)}
    for person, line in case.told:
        office.say(records[person], line)
    return office


@pytest.mark.parametrize("case", cases(), ids=[f"{c.figure}: {c.name}" for c in cases()])
def test_a_case_gives_its_figure(case: Case) -> None:
    register, day = fold(told(case)), date.fromisoformat(case.day)
    pure = count(register, rules(case.figure), as_of=day)
    with closing(database(register)) as base:
        sql = count_sql(base.execute, rules(case.figure), as_of=day, lists=default_lists(register))
    assert [(f.value, f.high, f.comparator) for f in pure] == [(case.value, case.high, case.comparator)]
    assert sql == pure


def test_every_rule_has_a_case() -> None:
    assert sorted({r.name for r in RULES}) == sorted({c.figure for c in cases()})


def test_the_pages_are_what_the_code_prints() -> None:
    assert (DOCS / "figures.md").read_text("utf-8") == page() + "\n", (
        "run: python -m habeas.figures.manual > docs/figures.md"
    )
    made = "run: python -m habeas.register.manual > docs/liberty.md"
    assert (DOCS / "liberty.md").read_text("utf-8") == liberty_page() + "\n", made

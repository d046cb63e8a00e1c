"""The two engines agree, ids included, on random registers, days and audiences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date

import pytest
from figures_database import database
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.figures import (
    RULES,
    Any,
    HasFact,
    LibertyIn,
    Listed,
    Not,
    PersonRule,
    by_category,
    count,
)
from habeas.figures.counting import categories, count_sql
from habeas.register import Register, default_lists, fold
from simulator.country import orlenia
from simulator.histories import World, histories

EXTRA = (
    PersonRule("odd", "Odd", "Negation and choice.", Any((Not(LibertyIn(("in_prison", "free"))), Not(Listed())))),
    PersonRule("beaten", "Beaten", "A fact with a term.", HasFact("ill_treatment", "act", ("torture",))),
)
DAYS = [date(2018, 6, 1), date(2019, 3, 15), date(2020, 6, 1), date(2020, 12, 15), date(2021, 1, 31), date(2021, 6, 1)]


def both(
    register: Register, day: date, audience: str, rules: Sequence[PersonRule] = ()
) -> Iterator[tuple[object, object]]:
    chosen = (*RULES, *EXTRA, *rules)
    lists = default_lists(register)
    with closing(database(register)) as base:
        sql = count_sql(base.execute, chosen, as_of=day, lists=lists, audience=audience)
    yield from zip(count(register, chosen, as_of=day, audience=audience), sql, strict=True)


@settings(max_examples=80, deadline=None)
@given(histories(), st.sampled_from(DAYS), st.sampled_from(("public", "partners", "team", "sealed")))
def test_the_engines_agree_on_random_registers(acts, day, audience) -> None:  # type: ignore[no-untyped-def]
    register = fold(World().play(acts))
    for pure, sql in both(register, day, audience):
        assert sql == pure


@pytest.mark.parametrize("audience", ["public", "team"])
def test_the_engines_agree_on_orlenia_by_category(audience: str) -> None:
    register = fold(orlenia().office)
    rules = [
        r for rule in RULES if isinstance(rule, PersonRule) for r in by_category(rule, categories(register, ["Lamp"]))
    ]
    for pure, sql in both(register, date(2021, 1, 31), audience, rules):
        assert sql == pure

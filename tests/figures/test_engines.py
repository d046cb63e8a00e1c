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
    NoSuchFigure,
    Not,
    PersonRule,
    by_category,
    count,
    figures_json,
    rules,
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
    register: Register, day: date, audience: str, more: Sequence[PersonRule] = ()
) -> Iterator[tuple[object, object]]:
    chosen = (*RULES, *EXTRA, *more)
    lists = default_lists(register)
    with closing(database(register)) as base:
        sql = count_sql(base.execute, chosen, as_of=day, lists=lists, audience=audience)
    yield from zip(count(register, chosen, as_of=day, audience=audience), sql, strict=True)


@settings(max_examples=150, deadline=None)
@given(histories(), st.sampled_from(DAYS), st.sampled_from(("public", "partners", "team", "sealed")))
def test_the_engines_agree_on_random_registers(acts, day, audience) -> None:  # type: ignore[no-untyped-def]
    register = fold(World().play(acts))
    for pure, sql in both(register, day, audience):
        assert sql == pure


@pytest.mark.parametrize("audience", ["public", "team"])
def test_the_engines_agree_on_orlenia_by_category(audience: str) -> None:
    register = fold(orlenia().office)
    more = [
        r for rule in RULES if isinstance(rule, PersonRule) for r in by_category(rule, categories(register, ["Lamp"]))
    ]
    for pure, sql in both(register, date(2021, 1, 31), audience, more):
        assert sql == pure


def test_categories_share_out_the_people_of_a_figure() -> None:
    register = fold(orlenia().office)
    whole = count(register, rules("political_prisoners"), as_of=date(2021, 1, 31))[0]
    rule = rules("political_prisoners")[0]
    assert isinstance(rule, PersonRule)
    parts = count(register, by_category(rule, categories(register, ["Lamp"])), as_of=date(2021, 1, 31))
    assert [(p.to_json()["category"], p.value) for p in parts] == [("poets", 1), ("writers", 2)]
    assert sorted(i for p in parts for i in p.counted) == sorted(whole.counted)


def test_the_json_has_both_dates_and_the_keys_of_the_design() -> None:
    register = fold(orlenia().office)
    found = count(register, rules("political_prisoners"), as_of=date(2021, 1, 31), known_at="2021-03-01T09:00:00Z")
    json = figures_json(found)
    assert (json["as_of"], json["known_at"]) == ("2021-01-31", "2021-03-01T09:00:00Z")
    keys = "name title value low high comparator unit rule lists counted unknown disputed withheld"
    assert [list(f) for f in json["figures"]] == [keys.split()]


def test_an_unknown_figure_is_refused() -> None:
    with pytest.raises(NoSuchFigure):
        rules("prisoners")

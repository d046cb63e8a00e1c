"""What an audience may see: levels, the positive list, and what is withheld from a public figure."""

from __future__ import annotations

from contextlib import closing
from datetime import date

import pytest
from figures_database import database

from habeas.figures import Figure, count, count_sql, rules
from habeas.lexicon.kinds import KINDS
from habeas.register import PUBLIC, as_published, default_lists, fold, visible
from habeas.register.visibility import NoSuchAudience
from simulator.country import Orlenia, orlenia

DAY = date(2021, 1, 31)


def figure(country: Orlenia, name: str, audience: str, on: date | None = None) -> Figure:
    register = fold(country.office)
    register = as_published(register, on) if on else register
    found = count(register, rules(name), as_of=DAY, audience=audience)
    with closing(database(register)) as base:
        sql = count_sql(base.execute, rules(name), as_of=DAY, lists=default_lists(register), audience=audience)
    assert sql == found
    return found[0]


def release(country: Orlenia, *facts: str, level: int = 0, basis: str = "mandate:m-1") -> str:
    return country.office.do("release", facts=[country.facts[f] for f in facts], level=level, basis=basis)


def test_a_public_figure_counts_what_is_public_and_says_how_many_are_withheld() -> None:
    country = orlenia()
    release(country, "listed odo", "odo sentence", "listed vera")
    team, public = (figure(country, "political_prisoners", a) for a in ("team", "public"))
    assert (team.value, team.high, team.withheld) == (3, 4, 0)
    assert (public.value, public.high, public.withheld, public.comparator) == (1, 1, 3, ">=")
    assert public.counted == (country.records["odo"],)


def test_partners_see_more_than_the_public() -> None:
    country = orlenia()
    release(country, "listed odo", "odo sentence", level=1)
    assert [figure(country, "political_prisoners", a).value for a in ("public", "partners", "team")] == [0, 1, 3]


def test_nobody_counts_for_the_public_because_a_release_is_hidden_from_it() -> None:
    country = orlenia()
    country.office.accept(country.records["odo"], "release", "2021-01-05", ground="pardon")
    release(country, "listed odo", "odo sentence")
    assert (
        figure(country, "political_prisoners", "public").value,
        figure(country, "political_prisoners", "team").value,
    ) == (0, 2)


def test_a_recognition_by_decision_is_released_by_its_entry() -> None:
    country = orlenia()
    entry = country.office.do(
        "recognise",
        record=country.records["odo"],
        list="own",
        step="entered",
        category=None,
        tier=None,
        reason=None,
        when="2020-05-01",
    )
    assert [figure(country, "listed", a).value for a in ("public", "team")] == [0, 1]
    country.office.do("release", facts=[entry], level=0, basis="mandate:m-1")
    assert figure(country, "listed", "public").counted == (country.records["odo"],)


def test_a_withdrawn_basis_empties_the_public_figure() -> None:
    country = orlenia()
    release(country, "listed odo", "odo sentence")
    country.office.do("basis_withdrawn", basis="mandate:m-1", why="asked")
    assert (figure(country, "listed", "public").value, figure(country, "listed", "public").withheld) == (0, 7)


def test_a_mandate_that_has_ended_releases_nothing() -> None:
    country = orlenia()
    country.office.do(
        "mandate_recorded",
        mandate="m-1",
        giver="O. Brandt",
        scope="all",
        purpose="publish",
        until="2021-06-30",
        proof=None,
    )
    release(country, "listed odo", "odo sentence")
    on = [figure(country, "listed", "public", date(2021, m, d)).value for m, d in ((6, 30), (7, 1))]
    assert on == [1, 0]


def test_the_public_list_names_kinds_and_fields_that_exist() -> None:
    common = {"when", "attribution", "modality"}
    unknown = {
        (kind, field)
        for kind, fields in PUBLIC.items()
        if kind in KINDS
        for field in fields
        if field not in {*KINDS[kind], *common}
    }
    assert (unknown, {k for k in PUBLIC if k not in KINDS}) == (set(), {"person", "picture", "source"})


@pytest.mark.parametrize(
    ("kind", "field", "level", "audience", "answer"),
    [
        ("sentence", "penalty", 0, "public", True),
        ("sentence", "penalty", 1, "public", False),
        ("sentence", "penalty", 1, "partners", True),
        ("health", "condition", 0, "public", False),
        ("health", None, 0, "public", False),
        ("health", "condition", 2, "team", True),
        ("relation", "other", 0, "public", False),
        ("ill_treatment", "by", 0, "public", False),
        ("ill_treatment", "act", 0, "public", True),
        ("mandate", "giver", 0, "case", False),
        ("mandate", "giver", 0, "sealed", True),
        ("no_such_kind", "field", 0, "public", False),
    ],
)
def test_one_function_says_what_may_be_seen(
    kind: str, field: str | None, level: int, audience: str, answer: bool
) -> None:
    assert visible(kind, field, level, audience) is answer


def test_an_unknown_audience_is_refused() -> None:
    with pytest.raises(NoSuchAudience):
        visible("sentence", "penalty", 0, "friends")

"""Names as they are searched: spelling families meet, parts of words suffice, other people stay away."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from desk.invented import MONITOR, bring, moment
from habeas.desk import Workspace, accept_all, person
from habeas.desk.listing import Wanted, people_page
from habeas.desk.names_searched import fits, searchable, wanted

FAMILIES = [
    ("Tikhanovsky", "Ціханоўскі", "Tsikhanouski", "Тихановский"),
    ("Quliyev", "Гулиев", "Guliyev", "Кулиев"),
    ("Hacıyev", "Гаджиев", "Gadzhiev"),
    ("Dzhakishev", "Jakishev", "Жакишев", "Жәкішев"),
    ("Nurzhaubay", "Нұржаубай", "Nurjaubai"),
    ("Yelshibayev", "Elshibaev", "Ельшибаев"),
    ("Zhumagulov", "Жұмағұлов", "Jumagulov", "Жумагулов"),
]
PAIRS = [pair for family in FAMILIES for pair in permutations(family, 2)]


@pytest.mark.parametrize(("typed", "kept"), PAIRS)
def test_spellings_of_one_name_find_one_another(typed, kept):
    assert fits(searchable([kept]), wanted(typed))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("dzhak", "Мухтар Жакишев"), ("jakish mukh", "Мухтар Жакишев"), ("A. Bekova", "Aru Bekova"), ("bek", "Aru Bekova"),
     ("бекова ару", "Aru Bekova")],
)  # fmt: skip
def test_parts_of_words_in_any_order_suffice(typed, kept):
    assert fits(searchable([kept]), wanted(typed))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("Bekova", "Dana Omar"), ("Omarov", "Dana Omar"), ("Aset", "Asel Kim"), ("Abishev Kenzhebek", "Aset Abishev"),
     ("Gulnara", "Quliyev"), ("Petrov", "Petrosyan")],
)  # fmt: skip
def test_other_names_stay_away(typed, kept):
    assert not fits(searchable([kept]), wanted(typed))


@pytest.mark.parametrize("typed", ["", " ", "%", "...", "\u202e\u200b"])
def test_no_letters_ask_for_nobody_in_particular(typed):
    assert wanted(typed) == ()


@pytest.fixture
def decided(ws: Workspace) -> Workspace:
    bring(ws)
    accept_all(ws, by=MONITOR, now=moment(5))
    return ws


@pytest.mark.parametrize("typed", ["Бекова", "bekova aru", "Әру Бекова"])
def test_the_list_finds_people_in_any_script(decided, typed):
    found = people_page(decided, Wanted(date(2021, 1, 31), name=typed))
    assert [p.name for p in found.people] == ["Aru Bekova"]
    past = people_page(decided, Wanted(date(2021, 1, 31), known_at="2021-02-01", name=typed))
    assert [p.name for p in past.people] == ["Aru Bekova"]


def test_a_person_is_named_in_any_script(decided):
    assert person(decided, "Карин Болат", as_of=date(2021, 1, 31)).name == "Bolat Karin"


def test_the_filter_for_articles_works_in_the_past(decided):
    asked = Wanted(date(2021, 1, 31), known_at="2021-02-01", article="101")
    assert [(p.name, p.articles) for p in people_page(decided, asked).people] == [("Aru Bekova", ("101",))]
    assert people_page(decided, Wanted(date(2021, 1, 31), known_at="2021-01-01", article="101")).people == ()


def test_filters_for_place_and_region(decided):
    text = """A second list of Arcadia
Dana Omar | custody | 2020-04-04 | form=imprisonment, facility=Colony 4
Dana Omar | identity | | attribute=residence, value=Port
Bolat Karin | custody | 2020-04-04 | form=imprisonment, facility=Colony 5
"""
    bring(decided, text, second=20, name="more.txt")
    accept_all(decided, by=MONITOR, now=moment(40))
    on = date(2021, 1, 31)
    for known in (None, "2021-02-02"):
        assert [p.name for p in people_page(decided, Wanted(on, known, place="Colony 4")).people] == ["Dana Omar"]
        assert [p.name for p in people_page(decided, Wanted(on, known, region="Port")).people] == ["Dana Omar"]
        assert people_page(decided, Wanted(on, known, place="Colony 5", region="Port")).people == ()

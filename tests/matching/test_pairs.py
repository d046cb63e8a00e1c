"""Two names compared: spellings of one name, and the people who must never be taken for one."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.matching import Beside, compare, compare_many, prepare, score_pairs

ONE = (
    ("Aset Serikov", "Әсет Серіков"),
    ("Zhanar Dzhaksybekova", "Janar Jaqsybekova"),
    ("СЕРИКОВ Асет", "Aset Serikov"),
    ("Serikov, Aset", "Aset Serikov"),
    ("A. Serikov", "Aset Serikov"),
    ("Serikov Aset Bolatovich", "Асет Сериков"),
    ("Serikova Aigul Bolatovna", "Серікова Айгүл Болатқызы"),
    ("Nurlan Akhmetov", "Нұрлан Ахмет"),
    ("Siarhei Kavaliou", "Сергей Ковалёв"),
    ("Yauhen Zhukouski", "Евгений Жуковский"),
    ("Elçin Quliyev", "Эльчин Гулиев"),
    ("Kamal Orxan oglu", "Kamal Orkhanoglu"),
    ("Jurij Andrejew", "Yuri Andreyev"),
    ("Abdel Rahman Haddad", "عبد الرحمن حداد"),
    ("Вахтанг Мчедлидзе", "ვახტანგ მჭედლიძე"),
    ("Мukhtar Serikov", "Mukhtar Serikov"),
    ("Alisher​ Nazarov", "Alisher Nazarov"),
)
TWO = (
    ("Aset Serikov", "Asel Serikova"),
    ("Marat Serikov", "Murat Serikov"),
    ("Berik Omarov", "Serik Omarov"),
    ("Serikov Aset Bolatovich", "Serikov Askar Bolatovich"),
    ("Serikov Aset Bolatovich", "Serikov Bolat Asetovich"),
    ("Serikov Aset Bolatovich", "Serikov Aset Maratovich"),
    ("Elmar Quliyev", "Elmira Quliyeva"),
    ("Ivan Petrov", "Petr Ivanov"),
    ("A. Serikov", "Berik Serikov"),
    ("Andrei Orlov", "Andrei Orlovsky"),
    ("Nurlan Zhumabekov", "Nurlan Zhumagulov"),
    ("Valentin Zhukov", "Valentina Zhukova"),
    ("Khalid Salim Ibrahim al-Rawi", "Khalid Salim Ibrahim al-Duri"),
)
NAMES = st.text("ab АЖқә-.,'čğyjZاب1", max_size=40)


@pytest.mark.parametrize("pair", ONE)
def test_spellings_of_one_name(pair: tuple[str, str]) -> None:
    assert compare(*pair).probability > 0.5


@pytest.mark.parametrize("pair", TWO)
def test_people_who_are_two(pair: tuple[str, str]) -> None:
    assert compare(*pair).probability < 0.5


@settings(max_examples=200)
@given(st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=8))
def test_both_ways_and_in_bulk_the_numbers_are_the_same(pairs: list[tuple[str, str]]) -> None:
    left, right = prepare([p[0] for p in pairs]), prepare([p[1] for p in pairs])
    places = np.arange(len(pairs), dtype=np.int32)
    bulk = score_pairs(left, places, right, places).tolist()
    assert bulk == [compare(*p).probability for p in pairs]
    assert bulk == [c.probability for c in compare_many(pairs)]
    assert bulk == pytest.approx([compare(b, a).probability for a, b in pairs])
    assert all(0.001 <= p <= 0.999 for p in bulk)


def test_the_explanation_names_each_part() -> None:
    found = compare("Kavaliou Andrei Viktaravich", "Ковалёв Антон Викторович")
    assert [(p.role, p.verdict) for p in found.parts] == [
        ("given", "conflicting"),
        ("surname", "variant"),
        ("patronymic", "variant"),
    ]
    assert found.parts[0].rule == "two known names"


@pytest.mark.parametrize(
    "name", ["", " ", "​", "‮", "1", "....", "a", "Ж", "'\"", "a" * 10_000, "a b " * 5_000, "\x00\x01"]
)
def test_what_is_hardly_a_name_is_compared_calmly(name: str) -> None:
    assert 0 < compare(name, "Aset Serikov").probability < 0.6
    assert 0 < compare(name, name).probability < 1


def test_what_is_known_beside_the_names_moves_the_probability() -> None:
    alone = compare("Aset Serikov", "Асет Сериков").probability
    day = Beside(born="1980-03-12")
    same = compare("Aset Serikov", "Асет Сериков", one=day, other=day)
    other = compare("Aset Serikov", "Асет Сериков", one=day, other=Beside(born="1991"))
    assert other.probability < 0.9 < alone <= same.probability
    assert other.beside == ("born 1980-03-12 and 1991: not the same",)


def test_the_development_pairs_reach_their_numbers(shared: Callable[[str], Path]) -> None:
    with shared("names/pairs-dev.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    said = np.array([c.probability for c in compare_many([(r["left"], r["right"]) for r in rows])])
    same = np.array([r["same"] == "1" for r in rows])
    taken = said >= 0.5
    f1 = 2 * (taken & same).sum() / (taken.sum() + same.sum())
    above = (said[same][:, None] > said[~same][None, :]).mean() + (
        said[same][:, None] == said[~same][None, :]
    ).mean() / 2
    assert (f1 >= 0.94, above >= 0.97, same[said >= 0.9].mean() >= 0.95) == (True, True, True)


def test_nobody_of_the_report_is_taken_for_another_and_spellings_of_one_are_found(
    shared: Callable[[str], Path],
) -> None:
    gold = json.loads(shared("reading/gold/report-2020.gold.json").read_text("utf-8"))
    names = {p["name"]: [v for v in p.get("variants", ()) if len(v.split()) == 2] for p in gold["persons"]}
    apart = compare_many(list(combinations(names, 2)))
    assert [(c.left, c.right) for c in apart if c.probability >= 0.5] == []
    one = compare_many([(n, v) for n, variants in names.items() for v in variants])
    missed = {(c.left, c.right) for c in one if c.probability < 0.5 and "President" not in c.right}
    assert missed == {("Aron Atabek", "Aron Edigeyev"), ("Mukhtar Dzhakishev", "Maks Dzhakishev")}  # other names

"""Duplicates of one list: found without labels, kept apart when age or a known given name says so."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np

from habeas.evidence import Document
from habeas.matching.duplicates import Listed, duplicates, explained, pair_scores
from habeas.reading import read
from shared_texts import PROJECT

PEOPLE = (
    Listed("Aset Serikov", "1980-03-12", "Almaty"),
    Listed("Сериков Әсет", "1980", "Алматы"),
    Listed("Asel Serikova", "1980", "Almaty"),
    Listed("Aset Serikov", "1955", "Aktau"),
    Listed("Siarhei Kavaliou", "1975-01-02", "Minsk"),
    Listed("Сергей Ковалёв", "1975-01-02", "Минск"),
    Listed("Madonna"),
    Listed(""),
)


def test_spellings_of_one_person_are_found_and_others_are_not() -> None:
    assert sorted((d.left, d.right) for d in duplicates(PEOPLE)) == [(0, 1), (4, 5)]


def test_a_pair_is_explained() -> None:
    names, beside = explained(PEOPLE[0], PEOPLE[1])
    assert [(p.role, p.verdict) for p in names.parts] == [("given", "variant"), ("surname", "variant")]
    assert beside == ("born 1980-03-12 and 1980", "both of Almaty")


def test_no_list_is_too_small() -> None:
    assert duplicates([]) == []
    assert duplicates([Listed("Aset Serikov")]) == []


def test_namesakes_of_a_crowd_are_compared_by_age_alone() -> None:
    draw = np.random.default_rng(2)
    crowd = [Listed("Aset Serikov", str(year)) for year in draw.integers(1900, 2000, 2000)]
    left, right, said, _ = pair_scores(crowd)
    assert {crowd[a].born == crowd[b].born for a, b in zip(left, right, strict=True)} == {True}
    assert said.max() < 0.5


def test_pairs_do_not_grow_with_the_square_of_the_list() -> None:
    few, many = (
        len(pair_scores([Listed("Aset Serikov", str(1900 + n % 100)) for n in range(size)])[0]) for size in (1000, 4000)
    )
    assert many < 20 * few
    assert len(pair_scores([Listed("Aset Serikov")] * 5000)[0]) == 0


OTHER_LIST = {
    "Aset Abishev": "Әсет Әбішев",
    "Kenzhebek Abishev": "Абишев Кенжебек",
    "Askar Ibraev": "Асқар Ибраев",
    "Azat Ibrayev": "Ибраев Азат",
    "Serik Idyryshev": "Серік Ыдырышев",
    "Muratbek Tungishbayev": "Муратбек Тунгишбаев",
    "Igor Sychev": "Игорь Сычев",
    "Igor Chuprina": "Чуприна Игорь",
    "Leila Khrapunova": "Лейла Храпунова",
    "Ilyas Khrapunov": "Ильяс Храпунов",
    "Gulzipa Dzhaukerova": "Гүлзипа Жаукерова",
}
"""People of the example as another list may write them; among them namesakes of a surname or of a given name."""


def test_namesakes_of_the_example_are_kept_apart_and_spellings_brought_together() -> None:
    example = PROJECT / "examples" / "kazakhstan-2020" / "report.md"
    named = {p.name: p.names for p in read(Document.from_bytes(example.read_bytes())).persons}
    whole = [(who, name) for who, names in named.items() for name in dict.fromkeys((who, *names)) if " " in name]
    merged, missed = judged([*whole, *OTHER_LIST.items()])
    assert merged == []
    assert {pair for pair in missed if pair & set(OTHER_LIST.values())} == set()
    assert missed == names_that_are_others(whole)


def test_namesakes_of_the_report_are_kept_apart_and_spellings_brought_together(shared: Callable[[str], Path]) -> None:
    gold = json.loads(shared("reading/gold/report-2020.gold.json").read_text("utf-8"))
    listed = [(p["name"], name) for p in gold["persons"] for name in dict.fromkeys((p["name"], *p.get("variants", ())))]
    whole = [(who, name) for who, name in listed if len(name.split()) == 2 and "President" not in name]
    merged, missed = judged(whole)
    assert merged == []
    assert missed == names_that_are_others(whole)


def judged(listed: Sequence[tuple[str, str]]) -> tuple[list[tuple[str, str]], set[frozenset[str]]]:
    """Pairs of two people that would be proposed, and pairs of names of one person that would not."""
    found = duplicates([Listed(name) for _, name in listed])
    pairs = {frozenset((d.left, d.right)) for d in found}
    merged = [(listed[d.left][1], listed[d.right][1]) for d in found if listed[d.left][0] != listed[d.right][0]]
    same = [(a, b) for a, b in combinations(range(len(listed)), 2) if listed[a][0] == listed[b][0]]
    return merged, {frozenset((listed[a][1], listed[b][1])) for a, b in same if frozenset((a, b)) not in pairs}


def names_that_are_others(listed: Sequence[tuple[str, str]]) -> set[frozenset[str]]:
    """Pairs that no spelling explains: a pen name beside a passport's, an everyday name, an initial alone."""
    others = {"Aron Edigeyev", "Maks Dzhakishev", "M. Ablyazov", "N. Nazarbayev"}
    pairs = (frozenset((a, b)) for (one, a), (two, b) in combinations(listed, 2) if one == two)
    return {pair for pair in pairs if pair & others}

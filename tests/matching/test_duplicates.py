"""Duplicates of one list: found without labels, kept apart when age or a known given name says so."""

from __future__ import annotations

import numpy as np

from habeas.matching.duplicates import Listed, duplicates, explained, pair_scores

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

"""Folds and skeletons of names, held to the hard cases of names.csv."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.lexicon import family_key, fold, gender_pair, is_mixed_script, skeleton

with (Path(__file__).parent / "names.csv").open(encoding="utf-8", newline="") as _file:
    CASES = [tuple(row.values()) for row in csv.DictReader(_file)]
NAMES = st.text(st.sampled_from("abcdeghijkloqstuvwxyzАВЕЖЙЁжўқ -'’.\u200bÄş"), max_size=20)


@pytest.mark.parametrize(("left", "right", "relation", "kind"), CASES)
def test_hard_cases(left: str, right: str, relation: str, kind: str) -> None:
    same = skeleton(left) == skeleton(right)
    found = "same" if same else "gender" if gender_pair(left, right) else "different"
    assert found == relation, (kind, skeleton(left), skeleton(right))
    assert gender_pair(right, left) is gender_pair(left, right)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("KRAVETS  Evgeniy", "kravets evgeniy"),
        ("O’Brien", "obrien"),
        ("Aimbetova-Tokmadi", "aimbetova tokmadi"),
        ("Äset Nūrjaubai", "aset nurjaubai"),
        ("Мukhtar", "mukhtar"),
        ("Zhu\u200bma\u00adgulov", "zhumagulov"),
        ("Щёлков", "щелков"),
        ("Андрей", "андрей"),
        ("Andre\u0301", "andre"),
        ("K. Abishev", "k abishev"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


@given(NAMES)
def test_keys_are_their_own_keys(name: str) -> None:
    assert fold(fold(name)) == fold(name)
    if not is_mixed_script(name):  # a capital В looks like a Latin letter, a small в does not
        assert fold(name.upper()) == fold(name.lower()) == fold(name)


@given(NAMES)
def test_a_skeleton_does_not_see_case_or_spaces(name: str) -> None:
    assert skeleton(f"  {name} ") == skeleton(name)
    assert skeleton(fold(name)).count(" ") <= name.count(" ") + name.count("-") + name.count(".")


def test_one_family_has_one_key() -> None:
    assert family_key("Khrapunova") == family_key("Khrapunov") == family_key("Храпунов")
    assert family_key("Abishev") == family_key("Abisheva") != family_key("Abilov")
    assert gender_pair("Abishev", "Abishev") is False
    assert gender_pair("Viktor Khrapunov", "Leyla Khrapunova") is False

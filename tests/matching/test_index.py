"""Names found in a list: in any spelling, with their namesakes, from an index that was built once."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.adapters.name_indexes import StaleIndex, keep_index, load_index
from habeas.matching import Known, build_index, compare, screened

LIST = (
    "Aset Serikov", "Асель Серикова", "Siarhei Kavaliou", "Ковалёв Сергей Иванович", "A. Omarov", "Madonna",
    "Elçin Quliyev", "Aset Serikov", "",
)  # fmt: skip


def found(name: str, *, most: int = 10) -> list[int]:
    (hits,) = build_index(LIST).find([name], most=most)
    return [h.place for h in hits if h.probability >= 0.5]


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("Әсет Серіков", [0, 7]),
        ("SERIKOV Aset", [0, 7]),
        ("Asset Serikof", [0, 7]),
        ("Сергей Ковалев", [2, 3]),
        ("Askar Omarov", [4]),
        ("Madona", [5]),
        ("Эльчин Гулиев", [6]),
        ("Nobody Known", []),
        ("", []),
    ],
)
def test_a_name_is_found_in_any_spelling(name: str, places: list[int]) -> None:
    assert sorted(found(name)) == places


def test_a_hit_says_how_many_are_written_so_and_has_the_score_of_the_pair() -> None:
    (hits,) = build_index(LIST).find(["Әсет Серіков"])
    assert [(h.name, h.namesakes) for h in hits[:2]] == [("Aset Serikov", 1), ("Aset Serikov", 1)]
    assert hits[0].probability == compare("Әсет Серіков", "Aset Serikov").probability


def test_an_index_that_was_kept_answers_alike(tmp_path: Path) -> None:
    made, listed = build_index(LIST), [Known(n) for n in LIST]
    keep_index(made, listed, tmp_path / "index")
    again, known = load_index(tmp_path / "index")
    assert (list(again.find(LIST)), known) == (list(made.find(LIST)), listed)


def test_what_is_no_index_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StaleIndex):
        load_index(tmp_path)
    made, listed = build_index(LIST), [Known(n) for n in LIST]
    for folder in ("index", "old", "part"):
        keep_index(made, listed, tmp_path / folder)
    (tmp_path / "index" / "keys.npy").write_bytes(b"nonsense")
    (tmp_path / "old" / "index.json").write_text('{"habeas index of names": 0}')
    (tmp_path / "part" / "listed.json").write_text("[]")
    for folder in ("index", "old", "part"):
        with pytest.raises(StaleIndex):
            load_index(tmp_path / folder)


def test_birth_moves_a_hit_and_a_name_alone_is_said_to_be_one() -> None:
    listed = [Known("Aset Serikov", "1980"), Known("Aset Serikov", "1991"), Known("Aset Serikov")]
    asked = [Known("Асет Сериков", "1991"), Known("Асет Сериков")]
    index = build_index([k.name for k in listed])
    dated, plain = screened(index, listed, asked)
    assert [h.to_json()["by"] for h in dated] == ["name and birth", "name", "name and birth"]
    assert dated[0].beside == ("born 1991 and 1991",)
    assert {h.to_json()["by"] for h in plain} == {"name"}
    assert {h.namesakes for h in plain} == {2}


def test_a_hundred_thousand_identical_rows_stay_small() -> None:
    index = build_index(["Aset Serikov"] * 100_000)
    (hits,) = index.find(["Асет Сериков"])
    assert ([h.place for h in hits], hits[0].namesakes) == (list(range(10)), 99_999)


def test_candidates_grow_with_those_who_are_alike_and_not_with_the_list() -> None:
    draw = np.random.default_rng(1)
    parts = ["".join(draw.choice(list("bdgklmnrstvz"), 5)) for _ in range(400)]
    names = [f"{parts[a]}a {parts[b]}ov" for a, b in draw.integers(0, 400, (4000, 2))]
    small, large = build_index(names[:500]), build_index(names)
    asked = large.prepared
    assert len(large.candidates(asked)[0]) < 20 * len(small.candidates(small.prepared)[0])


@settings(max_examples=50)
@given(st.lists(st.text("ab АЖқә-.,'jZاب1", max_size=20), min_size=1, max_size=6))
def test_no_text_breaks_the_index(names: list[str]) -> None:
    hits = list(build_index(names).find(names))
    assert len(hits) == len(names)


def test_no_namesake_is_cut_off_before_birth_counts() -> None:
    listed = [Known("Serik Ivanov", str(1900 + n % 80)) for n in range(1000)] + [Known("Serik Ivanov", "1984", "his")]
    (hits,) = screened(build_index([k.name for k in listed]), listed, [Known("Серик Иванов", "1984")])
    assert (hits[0].id, hits[0].namesakes) == ("his", 1000)


def test_an_index_of_another_list_is_refused(tmp_path: Path) -> None:
    made, listed = build_index(LIST), [Known(n) for n in LIST]
    keep_index(made, listed, tmp_path / "index")
    assert load_index(tmp_path / "index", of=listed)[1] == listed
    with pytest.raises(StaleIndex):
        load_index(tmp_path / "index", of=[*listed, Known("Una Veil")])

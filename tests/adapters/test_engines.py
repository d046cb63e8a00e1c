"""The same pairs come out of every engine, with the same probabilities; and what is not installed is named."""

from __future__ import annotations

import random
from importlib.util import find_spec

import pytest

from habeas.adapters.engines import ENGINES, NotInstalled, choosing, engine
from habeas.errors import HabeasError
from habeas.matching.duplicates import Listed, duplicates
from shared_texts import installed

GIVEN = ("Aset Әсет Asset", "Marat Марат", "Aigul Айгүл Aigul", "Serik Серік Serik", "Siarhei Сергей Sergei")
FAMILY = ("Serikov Сериков Serikow", "Omarov Омаров", "Kavaliou Ковалёв Kovalev", "Akhmetov Ахмет Akhmetuly")
PLACES = ("Almaty", "Алматы", "Minsk", "Aktau", None)


def invented(size: int) -> list[Listed]:
    """A list in which people stand more than once, and names are common enough for crowds who are told apart by age."""
    draw, found = random.Random(8), []
    while len(found) < size:
        given, family, year = draw.choice(GIVEN).split(), draw.choice(FAMILY).split(), draw.randint(1950, 2000)
        place = draw.choice(PLACES)
        for _ in range(draw.choice((1, 1, 1, 2))):
            born = draw.choice((str(year), str(year), str(year + 1), None))
            found.append(Listed(f"{draw.choice(given)} {draw.choice(family)}", born, place))
    rare = [Listed("Una Veil", "1980", "Minsk"), Listed("Veil Una", "1980"), Listed(""), Listed("Madonna")]
    return [*found, *rare]


@pytest.mark.parametrize(
    "name",
    [
        "splink",
        pytest.param("spark", marks=[pytest.mark.spark, pytest.mark.filterwarnings("ignore")]),
    ],
)
def test_the_same_pairs_come_out(name: str) -> None:
    installed("splink")
    people = invented(3000)
    ours = duplicates(people, least=0.05)
    assert len(ours) > 300
    assert len({d.crowd for d in ours}) > 3
    assert duplicates(people, least=0.05, engine=engine(name)) == ours


def test_a_list_without_pairs_and_without_a_word(capfd: pytest.CaptureFixture[str]) -> None:
    installed("splink")
    assert duplicates([Listed("Una Veil"), Listed("Aset Serikov")], engine=engine("splink")) == []
    assert duplicates([], engine=engine("splink")) == []
    assert capfd.readouterr() == ("", "")


def test_what_is_not_installed_is_named_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing, "find_spec", lambda name: None if name != "splink" else find_spec("json"))
    for name, package in (("splink", "duckdb"), ("spark", "pyspark")):
        with pytest.raises(NotInstalled) as told:
            engine(name)
        assert f"needs {package}, not installed" in str(told.value)
        assert f"pip install 'habeas[{name}]'" in str(told.value)


def test_an_engine_that_does_not_exist() -> None:
    assert engine("habeas") is None
    with pytest.raises(HabeasError, match="dedupe") as told:
        engine("dedupe")
    assert all(name in str(told.value) for name in ENGINES)

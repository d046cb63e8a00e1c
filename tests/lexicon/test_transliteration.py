"""Transliteration: known forms of names by system, and offsets that lead back to the Cyrillic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.lexicon import NoSuchSystem, systems, transliterate
from habeas.lexicon.scripts import scripts
from habeas.lexicon.transliteration import system_of

RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
KAZAKH = RUSSIAN + "әғқңөұүһі"


@pytest.mark.parametrize(
    ("system", "cyrillic", "latin"),
    [
        ("bgn_pcgn_ru", "Евгений Соловьёв", "Yevgeniy Solov’yëv"),
        ("press_ru", "Евгений Щёлков", "Yevgeniy Shchyolkov"),
        ("icao_ru", "Евгений Юрьев", "Evgenii Iurev"),
        ("icao_ru", "Объедков", "Obieedkov"),
        ("gost_2006_ru", "Цой", "Tcoi"),
        ("iso9_ru", "Жанна Хрущёва", "Žanna Hruŝëva"),
        ("bgn_pcgn_kk", "Қасым Әуезов", "Qasym Äūezov"),
        ("latin_2021_kk", "Нұржаубай Исатай", "Nūrjaubai İsatai"),
        ("latin_2021_kk", "Ілияс", "Iliias"),
        ("press_kk", "Ержан Нұржаубай", "Yerzhan Nurzhaubay"),
        ("press_kk", "ЖАҢАӨЗЕН", "ZHANAOZEN"),
        ("press_ru", "Ж. Жук", "Zh. Zhuk"),
        ("press_any", "Сяргей Ціханоўскі", "Syargey Tsikhanouski"),
    ],
)
def test_known_forms(system: str, cyrillic: str, latin: str) -> None:
    assert transliterate(cyrillic, system).text == latin


@pytest.mark.parametrize("system", systems())
def test_every_letter_of_the_language_is_written_in_latin(system: str) -> None:
    letters = {"ru": RUSSIAN, "kk": KAZAKH, "mul": KAZAKH}[system_of(system).language]
    for text in (letters, letters.upper()):
        assert scripts(transliterate(text, system).text) == {"latin"}


@given(st.text(st.sampled_from(KAZAKH + KAZAKH.upper() + "\u0306 -.abc"), max_size=30), st.sampled_from(systems()))
def test_offsets_lead_back(text: str, system: str) -> None:
    mapped = transliterate(text, system)
    assert list(mapped.starts) == sorted(mapped.starts)
    assert all(0 <= low < high <= len(text) for low, high in zip(mapped.starts, mapped.ends, strict=True))


def test_a_part_of_the_latin_is_found_in_the_cyrillic() -> None:
    text = "судья Щёлков вынес"
    mapped = transliterate(text, "press_ru")
    start = mapped.text.index("Shchyolkov")
    low, high = mapped.source_span(start, start + len("Shchyolkov"))
    assert text[low:high] == "Щёлков"


def test_an_unknown_system_is_refused() -> None:
    with pytest.raises(NoSuchSystem) as refused:
        transliterate("Ж", "klingon")
    assert refused.value.exit_code == 2


@pytest.mark.parametrize("system", systems())
def test_every_system_says_how_far_it_was_checked(system: str) -> None:
    assert system_of(system).status in ("verified", "to_be_checked")
    assert system_of(system).source != ""

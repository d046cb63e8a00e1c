"""Mixed scripts and composition: what is repaired, what stays, and that offsets lead back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.lexicon import Mapped, Repair, compose, is_mixed_script, mixed_words, repair
from habeas.lexicon.scripts import lookalikes, scripts

LETTERS = st.text(st.sampled_from("aeopcxyMTBKmukhtr" + "аеорсхуМТВКжыф" + "αοΑΒω" + " '-1\u0301\u200b"), max_size=30)


@pytest.mark.parametrize(
    ("word", "mixed", "became"),
    [
        ("Мukhtar", True, "Mukhtar"),  # Cyrillic first letter
        ("Таtiana", True, "Tatiana"),  # two of them
        ("Cергей", True, "Сергей"),  # a Latin letter in a Cyrillic word
        ("Αset", True, "Aset"),  # a Greek letter
        ("Mukhtar", False, "Mukhtar"),
        ("Мухтар", False, "Мухтар"),
        ("Нұржаубай", False, "Нұржаубай"),
        ("Äset", False, "Äset"),
        ("жaкob", True, "жaкob"),  # neither script can write it: left alone
        ("Мaх Boкayev", True, "Мах Bokayev"),
        ("IT-компания", False, "IT-компания"),  # two words
        ("М\u200bukhtar", True, "M\u200bukhtar"),  # one word, an invisible letter inside
    ],
)
def test_repair(word: str, mixed: bool, became: str) -> None:
    assert is_mixed_script(word) is mixed
    assert repair(word)[0] == became


def test_repair_says_where_and_what() -> None:
    text = "The prisoner Мukhtar and the prisoner Таtiana"
    fixed, repairs = repair(text)
    assert fixed == "The prisoner Mukhtar and the prisoner Tatiana"
    assert repairs == (Repair(13, 20, "Мukhtar", "Mukhtar"), Repair(38, 45, "Таtiana", "Tatiana"))
    assert list(mixed_words(text)) == [(13, 20), (38, 45)]


def test_the_text_decides_a_word_that_both_scripts_can_write() -> None:
    assert repair("The verdict of МO was read")[0] == "The verdict of MO was read"
    assert repair("Приговор МO оглашён")[0] == "Приговор МО оглашён"


@given(LETTERS)
def test_repair_keeps_length_and_needs_no_second_pass(text: str) -> None:
    fixed, repairs = repair(text)
    assert len(fixed) == len(text)
    assert repair(fixed) == (fixed, ())
    assert all(text[r.start : r.end] == r.was and fixed[r.start : r.end] == r.became for r in repairs)
    assert all(len(scripts(r.became)) == 1 for r in repairs)


@given(LETTERS)
def test_mixed_words_are_the_mixed_words(text: str) -> None:
    assert bool(list(mixed_words(text))) is is_mixed_script(text)


def test_lookalikes_lead_into_their_script() -> None:
    for script in ("latin", "cyrillic", "greek"):
        table = lookalikes(script)
        assert [chr(k) for k, v in table.items() if scripts(chr(v)) != {script} or scripts(chr(k)) == {script}] == []


@given(st.text(max_size=40))
def test_compose_is_nfc(text: str) -> None:
    composed = compose(text)
    assert composed.text == unicodedata.normalize("NFC", text)
    assert len(composed.starts) == len(composed.ends) == len(composed.text)


@given(st.text(st.sampled_from("aeиеёйÅ\u0301\u0306\u0308\u030a\u0323ᄀ\u1161\u11a8가 "), max_size=40))
def test_compose_maps_back(text: str) -> None:
    composed = compose(text)
    assert composed.text == unicodedata.normalize("NFC", text)
    for start in range(len(composed.text)):
        low, high = composed.source_span(start, start + 1)
        assert composed.text[start] in unicodedata.normalize("NFC", text[low:high])
    assert composed.source_span(0, len(composed.text)) == (0, len(text))


def test_spans_lead_back() -> None:
    text = "Е\u0308лка A\u030angstrom"
    composed = compose(text)
    start = composed.text.index("Ång")
    low, high = composed.source_span(start, start + 3)
    assert text[low:high] == "A\u030ang"
    assert composed.source_span(2, 2) == (3, 3)
    assert Mapped.of("abc").source_span(3, 3) == (3, 3)

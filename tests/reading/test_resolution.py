"""Whom a word means, which names are one person, and what a list says of whom."""
# ruff: noqa: E501 (a paragraph of a test text is one line)

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.evidence.document import Document
from habeas.reading import read
from habeas.reading.people import People
from habeas.reading.pipeline import prepare
from habeas.reading.proposals import Reading
from habeas.reading.spelling import skeleton, surname_key, word_key


def people(text: str) -> People:
    return prepare(Document.from_bytes(text.encode())).people


def names(text: str) -> list[tuple[str, ...]]:
    return sorted(p.names for p in people(text).persons)


ONE_KEY = [
    ("Kaziev", "Kaziyev"), ("Yevgeniy", "Evgeny"), ("Dzhumaev", "Dzhumayev"), ("Leila", "Leyla"), ("Viktor", "Victor"),
    ("Nurzhaubay", "Nurzhaubai"), ("Dmitriy", "Dmitri"), ("Мukhtar", "Mukhtar"), ("al-Baqer", "Baqer"), ("Oğuz", "Oguz"),
    ("Alexander", "Aleksandr"), ("Zhanna", "Zhana"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), ONE_KEY)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert word_key(one) == word_key(other)


@pytest.mark.parametrize(("one", "other"), [("Aset", "Asan"), ("Ivanov", "Ivanenko"), ("Abishev", "Abilev")])
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert (word_key(one) == word_key(other)) is False


def test_a_feminine_surname_shares_its_key_with_the_masculine() -> None:
    assert surname_key("Sadovnikova") == surname_key("Sadovnikov")


def test_vowels_do_not_count_in_a_skeleton() -> None:
    assert skeleton("Mohamed") == skeleton("Muhammad")


SAME = [
    ("spelling", "Yerkin Kazybaev was arrested. Later Yerkin Kazybayev was released.", 1),
    ("look-alike letters", "Мaksat Torebekov was arrested. Later Maksat Torebekov was released.", 1),
    ("patronymic", "Pavel Sergeevich Lunin was arrested. Later Pavel Lunin was released.", 1),
    ("order", "LUNIN Pavel was arrested. Later Pavel Lunin was released.", 1),
    ("initial", "Pavel Lunin was arrested. Later P. Lunin was released.", 1),
    ("alias", "Amir Sattarov, also known as “Zimurg”, was arrested. Later Zimurg was released.", 1),
    ("bracket", "Rauan Tilekov (Rauan Shokanov) is a poet. Tilekov was arrested.", 1),
    ("feminine ending left out", "Dana Beketova was arrested in May.\n\nLater Dana Beketov was released.", 1),
    ("wife", "Ilya Sorokin and his wife Daria Sorokina were arrested.", 2),
    ("brothers", "Marat Ospanov and Murat Ospanov were arrested.", 2),
    ("two first names", "The artist Seitzhan Umbetov was arrested. Umbetov is ill.\n\nSeitzhan Umbetov was tried.\n\n"
     "Those in prison include Sanzhar Umbetov.", 1),
    ("two first names, each often", "Seitzhan Umbetov was arrested.\n\nSeitzhan Umbetov was tried.\n\nSanzhar Umbetov "
     "was arrested.\n\nSanzhar Umbetov was tried.", 2),
    ("a family", "Viktor Dorofeev was tried. The Dorofeevs left. The Dorofeev family sold the house.", 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "count"), [c[1:] for c in SAME], ids=[c[0] for c in SAME])
def test_counts_people_not_spellings(text: str, count: int) -> None:
    assert len(people(text).persons) == count


NAMESAKES = """# List of prisoners

Kanat Sarsenov is an activist from Taraz.

On 3 May 2018 the court sentenced Sarsenov to four years in prison.

Timur Sarsenov and Dias Omarov are activists from Semey.

On 4 June 2019 the court sentenced Sarsenov to two years in prison. According to Omarov, Sarsenov was beaten.
"""


def test_a_surname_means_the_person_whose_entry_it_is() -> None:
    found = people(NAMESAKES)
    meant = [found.name(m.person) for m in found.mentions if not m.full]
    assert meant == ["Kanat Sarsenov", "Timur Sarsenov", "Dias Omarov", "Timur Sarsenov"]


def test_an_entry_ends_at_the_next_lead() -> None:
    found = people(NAMESAKES)
    first = found.entries[0]
    assert NAMESAKES[first.span[0] : first.span[1]].startswith("Kanat Sarsenov is an")
    assert NAMESAKES[: first.span[1]].endswith("four years in prison.")
    assert [found.name(p) for p in found.entry_people(NAMESAKES.index("4 June"))] == ["Timur Sarsenov", "Dias Omarov"]


def test_sex_comes_from_the_name_or_the_pronouns() -> None:
    found = people("Larisa Kuzmina was arrested. She is ill.\n\nZhenis Abo was arrested. He is ill.\n\nKim Abo left.")
    assert {found.name(p.id): found.sex(p.id) for p in found.persons}["Larisa Kuzmina"] == "f"
    assert {found.name(p.id): found.sex(p.id) for p in found.persons}["Zhenis Abo"] == "m"


def reading(text: str) -> Reading:
    return read(Document.from_bytes(text.encode()))


def test_recognition_names_the_heading_and_the_day() -> None:
    claims = [c for c in reading("## Held in prison\n\n" + NAMESAKES).claims if c.kind == "recognition"]
    assert [(c.fields["step"], c.fields["category"], c.when) for c in claims] == [
        ("entered", "List of prisoners", "2019-06-04")
    ] * 3


def test_a_short_heading_names_the_list() -> None:
    claims = [c for c in reading(NAMESAKES).claims if c.kind == "recognition"]
    assert {c.fields["list"] for c in claims} == {"List of prisoners"}


def test_one_biography_is_no_list() -> None:
    claims = reading("Kanat Sarsenov is an activist from Taraz. He was arrested on 3 May 2018.").claims
    assert [c for c in claims if c.kind == "recognition"] == []


def test_a_summary_holds_no_entries() -> None:
    text = "# Summary\n\nKanat Sarsenov is an activist who was arrested.\n\nDias Omarov is an activist who was arrested.\n"
    assert people(text).entries == ()


def test_identity_comes_from_the_lead() -> None:
    claims = [c for c in reading(NAMESAKES).claims if c.kind == "identity" and c.fields["attribute"] != "name"]
    found = [(c.fields["attribute"], c.fields["value"]) for c in claims]
    assert sorted(found) == [
        ("occupation", "activist"), ("occupation", "activists"), ("occupation", "activists"),
        ("residence", "Semey"), ("residence", "Semey"), ("residence", "Taraz"),
    ]  # fmt: skip


def test_future_dates_are_not_the_day_of_the_document() -> None:
    text = "The law passed on 3 May 2018. A trial is scheduled for 9 June 2020. It will end on 1 July 2021."
    assert prepare(Document.from_bytes(text.encode())).state_of == "2018-05-03"
    assert prepare(Document.from_bytes(("State of 1 January 2019. " + text).encode())).state_of == "2019-01-01"


words = st.sampled_from(
    ["Ivan", "Petrov", "al-Baqer", "the", "was", "arrested", "Court", "and", ",", ".", "\n\n", "\n", "–", "is a", "(", ")", "“",
     "Мaria", "O’Brien", "J.", "#", "**", "•", "in", "2019", "oglu", "judge", "’s", "СССР", "Ünal", "\u200b", "I", "İ"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(words, max_size=60).map(" ".join) | st.text(max_size=120))
def test_any_text_is_read(text: str) -> None:
    found = reading(text)
    size = len(text)
    for person in found.persons:
        assert all(0 <= s < e <= size for s, e in person.mentions)
        assert person.name in person.names or len(person.mentions) > 0
    assert all(0 <= c.span[0] < c.span[1] <= size for c in found.claims)
    ids = [c.id for c in found.claims]
    assert len(ids) == len(set(ids))
    assert reading(text).to_json() == found.to_json()


def test_work_grows_with_the_text_and_not_faster() -> None:
    """Counted, not timed: calls of the functions of reading at one size and at eight times that size."""
    import sys

    def calls(text: str) -> int:
        count = 0

        def tracer(frame: object, event: str, arg: object) -> None:
            nonlocal count
            count += event == "call"

        sys.setprofile(tracer)
        try:
            reading(text)
        finally:
            sys.setprofile(None)
        return count

    small, large = NAMESAKES * 4, NAMESAKES * 32
    reading(small)
    assert calls(large) < 9 * calls(small)

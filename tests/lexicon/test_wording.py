"""How a claim is said in one line, in both languages."""

from __future__ import annotations

import pytest

from habeas.lexicon.kinds import NotInVocabulary
from habeas.lexicon.wording import say_claim, say_length, say_when

CLAIMS = [
    (
        "sentence",
        {"penalty": "imprisonment", "length": "P1Y4M", "in_absentia": True},
        "2018-12-21",
        "author",
        "happened",
        "en",
        "Sentence: imprisonment, 1 year 4 months, in absentia; 21 December 2018",
    ),
    (
        "ill_treatment",
        {"act": "beating", "by": None},
        "2017-11/2018-01",
        "victim",
        "alleged",
        "en",
        "Ill-treatment: beating; November 2017 to January 2018 (alleged; says: victim)",
    ),
    ("charge", {"article": "405", "part": "2"}, None, "author", "happened", "ru", "Обвинение: статья 405, часть 2"),
    (
        "assembly",
        {"detained": {"value": 6000, "comparator": ">"}},
        "../2019-06",
        "author",
        "happened",
        "en",
        "Assembly: detained: more than 6,000; by June 2019",
    ),
    (
        "sentence",
        {"penalty": "imprisonment", "length": "P21Y"},
        "2019~",
        "author",
        "happened",
        "ru",
        "Приговор: лишение свободы, 21 год; около 2019",
    ),
]


@pytest.mark.parametrize(("kind", "fields", "when", "attribution", "modality", "language", "line"), CLAIMS)
def test_a_claim_in_one_line(kind, fields, when, attribution, modality, language, line):
    said = say_claim(kind, fields, when=when, attribution=attribution, modality=modality, language=language)
    assert said == line


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("P1Y", "en", "1 year"),
        ("P22M", "en", "1 year 10 months"),
        ("P15D", "ru", "15 дней"),
        ("P2Y", "ru", "2 года"),
        ("P12Y", "ru", "12 лет"),
        ("life", "ru", "пожизненно"),
        ("PT100H", "en", "100 hours"),
        ("PT101H", "ru", "101 час"),
    ],
)
def test_lengths(text, language, said):
    assert say_length(text, language=language) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2019", "2019"),
        ("2019-10", "October 2019"),
        ("2019-10-03", "3 October 2019"),
        ("2019-22", "2019-22"),
        ("2019-XX", "2019-XX"),
        ("2019-10?", "October 2019 (uncertain)"),
        ("2019/..", "from 2019"),
    ],
)
def test_dates_never_gain_a_day(text, said):
    assert say_when(text) == said


def test_an_unknown_kind_is_refused():
    with pytest.raises(NotInVocabulary):
        say_claim("rumour", {})

"""How a claim is said in one line, in each language."""

from __future__ import annotations

import pytest

from habeas.lexicon.kinds import NotInVocabulary
from habeas.lexicon.wording import say_claim, say_digits, say_length, say_when

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
    (
        "sentence",
        {"penalty": "imprisonment", "length": "P1Y4M", "in_absentia": True},
        "2018-12-21",
        "court",
        "requested",
        "kk",
        "Үкім: бас бостандығынан айыру, 1 жыл 4 ай, сырттай; 2018 жылғы 21 желтоқсан (сұралды; хабарлайды: сот)",
    ),
    ("charge", {"article": "405", "part": "2"}, None, "author", "happened", "kk", "Айыптау: 405-бап, 2-бөлік"),
    (
        "assembly",
        {"detained": {"value": 6000, "comparator": ">"}},
        "2019-06-09",
        "author",
        "happened",
        "kk",
        "Жиналыс: ұсталғандар: 6\u202f000 санынан астам; 2019 жылғы 9 маусым",
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
        ("P2Y15D", "kk", "2 жыл 15 күн"),
        ("life", "kk", "өмір бойы"),
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


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("../2019-06", "ru", "до июня 2019"),
        ("2019-03/..", "ru", "с марта 2019"),
        ("2019-03~", "ru", "около марта 2019"),
        ("2019-03", "ru", "март 2019"),
        ("2017-11/2018-01", "ru", "ноябрь 2017 – январь 2018"),
        ("2019-03", "kk", "2019 жылғы наурыз"),
        ("2019", "kk", "2019"),
        ("2019~", "kk", "шамамен 2019"),
        ("2019-10?", "kk", "2019 жылғы қазан (нақты емес)"),
        ("../2019-06-09", "kk", "2019 жылғы 9 маусымға дейін"),
        ("2019-09/..", "kk", "2019 жылғы қыркүйектен бастап"),
        ("../2019", "kk", "2019 жылға дейін"),
        ("2017-11/2018-01", "kk", "2017 жылғы қараша – 2018 жылғы қаңтар"),
        ("2019-22", "kk", "2019-22"),
    ],
)
def test_dates_stand_as_the_language_bends_them(text, language, said):
    assert say_when(text, language=language) == said


@pytest.mark.parametrize(
    ("number", "language", "said"),
    [
        (1234567, "en", "1,234,567"),
        (1234567, "ru", "1\u202f234\u202f567"),
        (1234.5, "kk", "1\u202f234,5"),
        (2130.0, "en", "2,130"),
    ],
)
def test_numbers_as_the_language_writes_them(number, language, said):
    assert say_digits(number, language) == said


def test_an_unknown_kind_is_refused():
    with pytest.raises(NotInVocabulary):
        say_claim("rumour", {})

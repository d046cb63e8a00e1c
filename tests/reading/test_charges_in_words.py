"""Charges told in words without an article, and arrests and releases told in plain words. The sentences are ours, the
people invented.
"""

from __future__ import annotations

import pytest

from habeas.evidence import take
from habeas.reading import read


def facts(sentence, head="Azat Umber is a teacher from Kokshe who was born in 1970.\n\n"):
    """(kind, when, fields that are stated) of what is told to have happened to anybody."""
    found = read(take((head + sentence + "\n").encode(), file="report.md").document)
    return [
        (c.kind, c.when, {k: v for k, v in c.fields.items() if v})
        for c in found.claims
        if c.persons and c.kind != "identity"
    ]


def charges(*told):
    return [fields.get("title") for kind, _, fields in facts(*told) if kind == "charge"]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Umber was sentenced to nine years for high treason.", "high treason"),
        ("A court jailed Umber for nine years for alleged plotting against the state.", "plotting against the state"),
        ("Umber is serving nine years for espionage.", "espionage"),
        ("Umber was arrested on suspicion of fraud in May 2021.", "fraud"),
        ("Umber was placed in pre-trial detention on charges of fraud.", "fraud"),
        ("Umber was tried for libel in the spring of 2021.", "libel"),
        ("Umber received five years for “enmity against the people”.", "enmity against the people"),
        ("Umber was sent to prison for desertion.", "desertion"),
        ("Umber has been under investigation for fraud since May 2021.", "fraud"),
    ],
)
def test_an_offence_behind_for_is_the_charge(sentence, title):
    assert charges(sentence) == [title]


@pytest.mark.parametrize(
    "sentence",
    [
        "Umber was imprisoned for his writings.",
        "Umber was arrested for a third time.",
        "Umber was sentenced to nine years for the second time.",
        "Umber was never tried for treason.",
        "Umber was awarded a prize for fighting corruption.",
    ],
)
def test_what_is_no_offence_is_no_charge(sentence):
    assert charges(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Петрова приговорили к семи годам колонии за «оправдание терроризма».", "оправдание терроризма"),
        ("Петров осужден на пять лет за шпионаж.", "шпионаж"),
        ("Петрова судят за совершение поджога.", "совершение поджога"),
        ("Петров получил пять лет за «возбуждение ненависти».", "возбуждение ненависти"),
        (
            "Его приговорили за госизмену и «распространение фейков» к 25 годам.",
            "госизмену и «распространение фейков»",
        ),
    ],
)  # fmt: skip
def test_a_charge_in_russian_words(sentence, title):
    assert charges(sentence, "Андрей Иванович Петров - учитель из Томска.\n\n") == [title]


@pytest.mark.parametrize("sentence", ["Петрова задержали за то, что он вышел на пикет.", "Петрова судили за 3 часа."])
def test_russian_reasons_and_spans_of_time_are_no_charges(sentence):
    assert charges(sentence, "Андрей Иванович Петров - учитель из Томска.\n\n") == []


POLICE, PRETRIAL = {"form": "police_detention"}, {"form": "pretrial_detention"}
SEARCH, TRAVEL = {"act": "search"}, {"what": "travel"}
RELEASED = {"ground": "not_stated"}


@pytest.mark.parametrize(
    ("told", "kind", "fields"),
    [
        ("fell into the hands of the police", "custody", POLICE),
        ("was pulled off a bus by masked officers", "custody", POLICE),
        ("was bundled into a van", "custody", POLICE),
        ("lost his freedom", "custody", POLICE),
        ("was allowed to go home", "release", RELEASED),
        ("was handed over to his family", "release", RELEASED),
        ("had his flat searched", "coercive_step", SEARCH),
        ("had his passport taken away", "restriction", TRAVEL),
        ("had to sign a pledge not to leave town", "restriction", TRAVEL),
        ("lost his life in the colony", "death", {"place": "colony"}),
        ("was declared a foreign agent", "listing", {"list": "foreign agent", "action": "listed"}),
        ("was put away for five years", "sentence", {"penalty": "imprisonment", "length": "P5Y"}),
    ],
)
def test_told_in_plain_words(told, kind, fields):
    assert facts(f"Umber {told} on 30 January 2021.") == [(kind, "2021-01-30", fields)]


def test_held_and_free_since_a_day():
    assert facts("Umber has been locked up since 30 January 2021.") == [("custody", "2021-01-30", PRETRIAL)]
    assert facts("Umber has been at liberty since 30 January 2021.") == [("release", "2021-01-30", RELEASED)]


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("was subpoenaed by investigators", "coercive_step"),
        ("was executed", "death"),
        ("was discharged from prison", "release"),
        ("was blackmailed by officers", "ill_treatment"),
    ],
)
def test_words_that_no_other_word_announces(told, kind):
    assert [k for k, _, _ in facts(f"Umber {told} on 30 January 2021.")] == [kind]


RUSSIAN = "Андрей Иванович Петров - учитель из Томска. Олег Белов - врач.\n\n"


def russian(sentence, kind):
    found = read(take((RUSSIAN + sentence + "\n").encode(), file="report.md").document)
    names = {p.id: p.name for p in found.persons}
    return [(tuple(names[p] for p in c.persons), c) for c in found.claims if c.kind == kind and c.persons]


def test_a_stem_is_no_part_of_another_word():
    ((_, claim),) = russian("3 мая 2021 года в Могилеве задержали Андрея Петрова.", "custody")
    assert claim.modality == "happened"
    ((_, claim),) = russian("По словам Смирнова, 3 мая 2021 года Петрова избили в СИЗО.", "ill_treatment")
    assert claim.attribution == "victim"
    for name in ("Белов Сергей", "Белов Олег"):
        found = read(take(f"{name} получил пять лет.\n".encode(), file="report.md").document)
        assert [c.fields["length"] for c in found.claims if c.kind == "sentence"] == ["P5Y"]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Петрову вменили организацию беспорядков.", "организацию беспорядков"),
        ("Вменили Андрею Петрову организацию беспорядков.", "организацию беспорядков"),
        ("Обвинили активистов Андрея Петрова и Олега Белова в терроризме.", "терроризме"),
    ],
)
def test_what_somebody_is_accused_of_begins_behind_the_names(sentence, title):
    assert [c.fields["title"] for _, c in russian(sentence, "charge")] == [title]


def test_a_long_participle_agrees_by_its_verb():
    told = "Мария Белова молчала. Иван Петров дал показания. Позже была признана виновной по ст. 205 УК."
    assert ("Иван Петров",) not in [names for names, _ in russian(told, "charge")]

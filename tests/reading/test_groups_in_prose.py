"""What befell several people told in one breath, and lines of fields whose labels nobody listed. The sentences are
ours, the people invented.
"""

from __future__ import annotations

import pytest

from habeas.evidence import take
from habeas.reading import read

HEAD = "# Report for 2021\n\n"


def told(text, kind, modality="happened"):
    """(names, when, fields that are stated) of each claim of a kind that happened."""
    found = read(take((HEAD + text + "\n").encode(), file="report.md").document)
    names = {p.id: p.name for p in found.persons}
    return [
        (tuple(names[p] for p in c.persons), c.when, {k: v for k, v in c.fields.items() if v})
        for c in found.claims
        if c.kind == kind and c.modality == modality
    ]


def lengths(text):
    return [(names, when, f["penalty"], f.get("length")) for names, when, f in told(text, "sentence")]


def test_a_comma_before_the_last_name_ends_no_clause():
    text = "Three men – Azat Umber, Beket Mynas, and Nazim Abdra – were arrested on 3 May 2021."
    assert told(text, "custody") == [
        (("Azat Umber", "Beket Mynas", "Nazim Abdra"), "2021-05-03", {"form": "police_detention"})
    ]


def test_numbers_in_a_row_before_one_unit():
    text = (
        "Azat Umber, Beket Mynas, and Nazim Abdra were sentenced to seven, eight, and five and a half "
        "years, respectively."
    )
    assert [(n, length) for n, _, _, length in lengths(text)] == [
        (("Azat Umber",), "P7Y"), (("Beket Mynas",), "P8Y"), (("Nazim Abdra",), "P5Y6M"),
    ]  # fmt: skip


def test_hours_of_service_lend_their_noun_to_nobody_else():
    text = (
        "On 5 March 2021 Besik Tamliani was sentenced to five years, Davit Kirvalidze to four and Eka "
        "Lomsadze to 200 hours of community service."
    )
    assert [(n[0], p, length) for n, _, p, length in lengths(text)] == [
        ("Besik Tamliani", "imprisonment", "P5Y"), ("Davit Kirvalidze", "imprisonment", "P4Y"),
        ("Eka Lomsadze", "compulsory_labour", "PT200H"),
    ]  # fmt: skip


def test_a_demand_in_a_clause_that_has_closed_is_not_the_sentence():
    text = "On 5 March 2021 Besik Tamliani, for whom the prosecutor had asked nine years, was sentenced to five years."
    assert lengths(text) == [(("Besik Tamliani",), "2021-03-05", "imprisonment", "P5Y")]


def test_a_clause_between_two_people_of_one_verdict():
    text = (
        "Mr. Anton Sok was sentenced to seven years' imprisonment, Ms. Vera Nhem and Mr. Karl Ouk each "
        "to eighteen months, "
        "of which eight were suspended in the case of Ms. Nhem, and Mr. Ilya Pen to five years."
    )
    assert [(n, length) for n, _, _, length in lengths(text)] == [
        (("Anton Sok",), "P7Y"), (("Vera Nhem", "Karl Ouk"), "P1Y6M"), (("Ilya Pen",), "P5Y"),
    ]  # fmt: skip


def test_a_fine_between_two_people_of_one_verdict_and_a_part_suspended():
    text = (
        "On 30 May 2021 the court sentenced Mr. Salim Harthy to four years' imprisonment and a fine of "
        "1,000 rials, and "
        "Ms. Fatma Kindi to three years' imprisonment, suspended after one year."
    )
    assert [(n[0], p, length) for n, _, p, length in lengths(text)] == [
        ("Salim Harthy", "imprisonment", "P4Y"), ("Salim Harthy", "fine", None), ("Fatma Kindi", "imprisonment", "P3Y"),
    ]  # fmt: skip


def test_upheld_for_one_and_reduced_for_another():
    text = (
        "On 11 October 2021 the Court of Appeal upheld the verdict in respect of Mr. Salim Harthy and "
        "reduced Mr. Nasser "
        "Mamari's term to two years."
    )
    assert told(text, "proceeding")[0][0] == ("Salim Harthy",)
    assert [(n, length) for n, _, _, length in lengths(text)] == [(("Nasser Mamari",), "P2Y")]


def test_each_of_two_people_named_apart():
    text = (
        "Gabriel Sandino was detained on 17 August 2021. Ulises Sandino, who asked after him, was "
        "detained a day later, let go "
        "after 48 hours and detained anew on 1 September. On 11 December each of them was sentenced to four years."
    )
    assert [(n, w) for n, w, _ in told(text, "custody")] == [
        (("Gabriel Sandino",), "2021-08-17"), (("Ulises Sandino",), "2021-08-18"), (("Ulises Sandino",), "2021-09-01"),
    ]  # fmt: skip
    assert {*lengths(text)[0][0]} == {"Gabriel Sandino", "Ulises Sandino"}


def test_an_opinion_says_when_it_was_adopted():
    text = (
        "Opinion No. 49/2023 concerning Vuthea Sok and another\n\nAdopted at its ninety-seventh "
        "session, on 30 August 2023\n\n"
        "The deprivation of liberty of Vuthea Sok and Maly Tes is arbitrary."
    )
    assert [(n, w) for n, w, _ in told(text, "finding")] == [(("Vuthea Sok", "Maly Tes"), "2023-08-30")]


@pytest.mark.parametrize(
    "text",
    [
        "Viktor Sokolov was detained in May 2021. The officers struck him on the soles of his feet.",
        "Viktor Sokolov was detained in May 2021. His family reported that officers had beaten him with a rifle butt.",
    ],
)
def test_blows_told_in_the_active_voice_are_alleged(text):
    assert [n for n, _, _ in told(text, "ill_treatment", "alleged")] == [("Viktor Sokolov",)]


def test_a_threat_of_charges_is_no_ill_treatment():
    assert told("Viktor Sokolov was threatened with new charges.", "ill_treatment", "alleged") == []


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("Anna Sidorova was included in a royal pardon granted on 24 May 2021.", "pardon"),
        ("Anna Sidorova was sentenced in 2019. On 24 May 2021 an amnesty set her free.", "amnesty"),
    ],
)
def test_releases_told_otherwise(text, ground):
    assert told(text, "release") == [(("Anna Sidorova",), "2021-05-24", {"ground": ground})]


def test_the_names_of_heroes_in_capitals_open_entries():
    text = "\n\n".join(
        f"The {noun} {name}, {age}, kept bees. Arrested on 3 {month} 2021."
        for noun, name, age, month in (
            ("baker", "PAVEL ORLOV", 41, "May"), ("poet", "IRINA LUKINA", 35, "June"),
            ("priest", "EFREM DUBON", 60, "July"),
        )
    )  # fmt: skip
    assert [n[0] for n, _, _ in told(text, "custody")] == ["PAVEL ORLOV", "IRINA LUKINA", "EFREM DUBON"]


def test_a_nickname_between_the_words_of_a_name():
    assert told('Ernesto "Neto" Palacios was arrested on 25 August 2021.', "custody")[0][0] == ("Ernesto Palacios",)


@pytest.mark.parametrize("name", ["Mr. Rithy Pen", "student Data Ebralishvili"])
def test_words_that_mean_something_else_are_names_behind_a_title_or_a_trade(name):
    found = read(take(f"{HEAD}On 3 May 2021 police arrested {name}, 22, in a flat.".encode(), file="r.md").document)
    assert [p.name for p in found.persons] == [" ".join(name.split()[1:])]


CARD = """1. Surname, first name: {name}
Born: 1974
Taken into custody: {custody}
Articles applied: Article 228, part 4 (Fraud)
Court and sentence: {sentence}

2. Surname, first name: PETROSYAN, Arsen
Born: 2001
Taken into custody: at the end of the hearing, 16 July 2019
Articles applied: Article 219, part 1 (Evasion)
Court and sentence: City Court, 16 July 2019: one year; second case, 3 August 2020, same court: two years
"""


def test_fields_by_the_words_in_their_labels():
    text = CARD.format(name="ORAZOWA, Jennet", custody="house arrest since 21 February 2023", sentence="none so far")
    assert told(text, "custody") == [
        (("ORAZOWA Jennet",), "2023-02-21", {"form": "house_arrest"}),
        (("PETROSYAN Arsen",), "2019-07-16", {"form": "police_detention"}),
    ]
    assert [(n[0], w, length) for n, w, _, length in lengths(text)] == [
        ("PETROSYAN Arsen", "2019-07-16", "P1Y"), ("PETROSYAN Arsen", "2020-08-03", "P2Y"),
    ]  # fmt: skip


def test_a_field_of_two_people_with_a_sentence_behind_each_name():
    text = CARD.format(
        name="ORAZOW, Serdar, and ORAZOW, Nepes (brothers)", custody="3 and 9 November 2019 respectively",
        sentence="Supreme Court, 14 February 2020; Serdar 17 years, Nepes 12 years",
    )  # fmt: skip
    assert [(n, w) for n, w, _ in told(text, "custody")][:2] == [
        (("ORAZOW Serdar",), "2019-11-03"), (("ORAZOW Nepes",), "2019-11-09"),
    ]  # fmt: skip
    assert [(n, w, length) for n, w, _, length in lengths(text)][:2] == [
        (("ORAZOW Serdar",), "2020-02-14", "P17Y"), (("ORAZOW Nepes",), "2020-02-14", "P12Y"),
    ]  # fmt: skip


DAY = "2021-05-03"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Security agents came for Ivan Petrov on 3 May 2021 and led him away.", "custody"),
        ("Ivan Petrov turned himself in on 3 May 2021.", "custody"),
        ("On 3 May 2021 the Nasimi court ordered two months of pre-trial detention for Ivan Petrov.", "custody"),
        ("On 3 May 2021 agents searched the flat of Ivan Petrov and took him to Ward 209.", "custody"),
        ("Police picked Ivan Petrov up in a café on 3 May 2021.", "custody"),
        ("The home of Ivan Petrov was raided on 3 May 2021 and he was led away.", "custody"),
        ("On 3 May 2021 officers searched seven houses. Ivan Petrov was detained.", "custody"),
        ("Ivan Petrov was jailed. He came out on 3 May 2021.", "release"),
        ("Ivan Petrov left Evin prison on 3 May 2021.", "release"),
        ("Ivan Petrov was allowed home on furlough on 3 May 2021.", "release"),
        ("Ivan Petrov completed his sentence on 3 May 2021.", "release"),
        ("The term of Ivan Petrov ended on 3 May 2021.", "release"),
        ("On 3 May 2021 the president signed a decree pardoning Ivan Petrov.", "release"),
        ("Ivan Petrov was jailed for nine years. The Supreme Court let the verdict stand on 3 May 2021.", "proceeding"),
        ("Ivan Petrov got nine years. The appeal court took a year off the term on 3 May 2021.", "proceeding"),
        ("On 3 May 2021 Ivan Petrov was ordered to serve six years.", "sentence"),
        ("A six-year term was imposed on Ivan Petrov on 3 May 2021.", "sentence"),
        ("The trial of Ivan Petrov ended on 3 May 2021 with a sentence of six years.", "sentence"),
    ],
)
def test_the_same_told_otherwise(text, kind):
    assert (("Ivan Petrov",), DAY) in [(n, w) for n, w, _ in told(text, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "The charges: Article 205, part 1.", "The indictment cites Article 205.",
        "The charge was changed to Article 205.", "A charge of incitement, Article 205, was added.",
    ],
)  # fmt: skip
def test_a_sentence_about_the_charge_alone_is_about_the_topic(text):
    charges = told(f"Ivan Petrov was arrested in May 2020. {text}", "charge")
    assert [(n, f["article"]) for n, _, f in charges] == [(("Ivan Petrov",), "205")]


def test_a_term_for_each_charge_and_a_person_behind_each_term():
    text = "The court sentenced Ivan Petrov to five years for collusion (Article 610) and one year for slander."
    assert [length for _, _, _, length in lengths(text)] == ["P5Y", "P1Y"]
    text = "The verdict on 3 May 2021: six years for Ivan Petrov, five for Anna Orlova."
    assert [(n[0], length) for n, _, _, length in lengths(text)] == [("Ivan Petrov", "P6Y"), ("Anna Orlova", "P5Y")]


def test_both_before_names_stands_for_nobody_else():
    text = "On 3 May 2021 a judge sentenced both Ivan Petrov and Anna Orlova to 30 days of administrative arrest."
    assert lengths(text)[0][0] == ("Ivan Petrov", "Anna Orlova")


def test_as_many_days_as_people_are_one_each():
    text = "Ivan Petrov and Anna Orlova were arrested on 11 and 13 July 2021."
    pairs = [(n, w) for n, w, _ in told(text, "custody")]
    assert pairs == [(("Ivan Petrov",), "2021-07-11"), (("Anna Orlova",), "2021-07-13")]


def test_an_article_of_a_treaty_is_no_charge():
    text = "Ivan Petrov is in prison. The European Court of Human Rights found a violation of Article 3 on 9 May 2021."
    assert told(text, "charge") == []

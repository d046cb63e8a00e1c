"""Constructions that fresh texts showed: who was with somebody, pronouns before names, charges named before the word,
Russian forms that look like something else. The sentences are ours, the people invented.
"""

from __future__ import annotations

import pytest

from habeas.evidence import take
from habeas.reading import read

ENGLISH, RUSSIAN = "# Report for 2021\n\n", "# Репрессии в 2022 году\n\n"


def told(text, kind, head=ENGLISH):
    """(names, when, fields that are stated) of each claim of a kind."""
    found = read(take((head + text + "\n").encode(), file="report.md").document)
    names = {p.id: p.name for p in found.persons}
    return [
        (tuple(names[p] for p in c.persons), c.when, {k: v for k, v in c.fields.items() if v})
        for c in found.claims
        if c.kind == kind
    ]


def test_what_befell_somebody_together_with_another_befell_both():
    text = (
        "Marta Vink was detained together with camerawoman Dora Chule on 15 November 2020. Both were charged "
        "under Article 342 of the Criminal Code. On 18 February 2021 the court sentenced each of them to two "
        "years in prison."
    )
    both = ("Marta Vink", "Dora Chule")
    assert told(text, "custody") == [(both, "2020-11-15", {"form": "police_detention"})]
    assert [names for names, _, _ in told(text, "charge")] == [both]
    assert told(text, "sentence") == [(both, "2021-02-18", {"penalty": "imprisonment", "length": "P2Y"})]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("In January 2020 the security service detained economist Fazil Gasim on treason charges.", "treason"),
        ("Tofig Yagub was detained on 3 July on politically motivated hooliganism charges.", "hooliganism"),
        ("Samir Qasim is charged with smuggling and could face up to 12 years in prison.", "smuggling"),
    ],
)
def test_a_charge_named_before_the_word(text, title):
    assert [fields for _, _, fields in told(text, "charge")] == [{"title": title}]


@pytest.mark.parametrize(
    "text",
    ["Police detained Fazil Gasim on politically motivated charges.", "He was held on these charges, Tom Reed said."],
)
def test_words_that_only_say_what_kind_of_charges_are_no_title(text):
    assert told(text, "charge") == []


def test_a_pronoun_may_stand_before_its_name():
    text = "Since his arrest on 25 June 2020, Ihar Losk has been denied visits."
    assert told(text, "custody") == [(("Ihar Losk",), "2020-06-25", {"form": "police_detention"})]
    text = "Following his release on 3 March 2022, Anar Mamed left the country."
    assert [(n, w) for n, w, _ in told(text, "release")] == [(("Anar Mamed",), "2022-03-03")]


@pytest.mark.parametrize(
    ("text", "kind", "when"),
    [
        ("Leyla Rahim was released on bail on 10 May 2019 but rearrested on 1 July 2019.", "custody", "2019-07-01"),
        ("Andrei Aliak has been behind bars since 12 January 2021.", "custody", "2021-01-12"),
        ("On 8 March 2021 Samir Qasim was brought before the court, which ordered four months of pre-trial detention.",
         "custody", "2021-03-08"),
    ],
)  # fmt: skip
def test_custody_told_otherwise(text, kind, when):
    assert [w for _, w, _ in told(text, kind)] == [when]


def test_a_new_sentence_behind_a_charge_that_somebody_faced_is_no_threat():
    text = "Marta Vink faced a new charge and on 13 July 2022, was sentenced to an additional eight years."
    found = read(take((ENGLISH + text).encode(), file="report.md").document)
    assert [c.modality for c in found.claims if c.kind == "sentence"] == ["happened"]


def test_half_years_written_with_hyphens():
    text = "The court gave Tofig Yagub a two-and-one-half-year suspended sentence."
    assert [f["length"] for _, _, f in told(text, "sentence")] == ["P2Y6M"]


def test_an_entry_for_two_people_has_two_numbers():
    text = (
        "3-4. Abbas Husein and Jabbar Jabar\nDate of arrest: 26 November 2015\nCharge: Articles 120, 214\n\n5. "
        "Taleh Bagir\nCharge: Article 120\n"
    )
    found = told("1. Rovshan Kabir\nCharge: Article 182\n\n" + text, "custody")
    assert found == [(("Abbas Husein", "Jabbar Jabar"), "2015-11-26", {"form": "police_detention"})]


def test_who_is_acquitted_or_wanted_is_a_subject():
    for text in (
        "The court acquitted Rahim Namaz on 5 May 2020.",
        "Authorities put Rahim Namaz on a wanted list in 2020.",
    ):
        found = read(take((ENGLISH + text).encode(), file="report.md").document)
        assert [p.role for p in found.persons] == ["subject"]


# -- Russian -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Художница Александра Скориленко находится под стражей с 11 апреля 2022 года.", "Александра Скориленко"),
        ("Энвер Аметов — 13 лет строгого режима.", "Энвер Аметов"),
        ("Руслан Сулейманов — 14 лет строгого режима.", "Руслан Сулейманов"),
    ],
)
def test_names_that_look_like_another_form(text, name):
    found = read(take((RUSSIAN + text).encode(), file="report.md").document)
    assert [p.name for p in found.persons] == [name]


def test_believers_are_no_person():
    found = read(take((RUSSIAN + "Свидетели Иеговы подали жалобу.").encode(), file="report.md").document)
    assert found.persons == ()


@pytest.mark.parametrize(
    ("text", "kind", "when", "fields"),
    [
        ("Илью Ярина задержали в июне. В декабре его приговорили к восьми годам колонии.", "sentence", "2022-12",
         {"penalty": "imprisonment", "length": "P8Y"}),
        ("Марию Панину задержали 23 апреля. В сентябре её поместили в психиатрическую больницу.", "custody", "2022-09",
         {"form": "psychiatric"}),
        ("С марта Анна Петрова содержится в СИЗО-2.", "custody", "2022-03", {"form": "pretrial_detention"}),
        ("Олег и Полина Романовы с 2 февраля находятся в СИЗО.", "custody", "2022-02-02",
         {"form": "pretrial_detention"}),
        ("Уголовное дело в отношении Ивана Орлова возбуждено 3 февраля 2022 года.", "proceeding", "2022-02-03",
         {"step": "opened"}),
        ("Суд признал Дмитрия Бармина невиновным 5 мая 2022 года.", "proceeding", "2022-05-05", {"step": "acquitted"}),
        ("Ивана Орлова освободили 1 августа 2024 года в рамках обмена.", "release", "2024-08-01",
         {"ground": "exchange"}),
        ("Наримана Джалилова задержали 4 сентября 2021 года, год спустя суд приговорил его к 17 годам.", "sentence",
         "2022", {"penalty": "imprisonment", "length": "P17Y"}),
    ],
)  # fmt: skip
def test_russian_told_otherwise(text, kind, when, fields):
    found = told(text, kind, RUSSIAN)
    assert (when, fields) in [(w, {k: f.get(k) for k in fields}) for _, w, f in found]


def test_days_in_a_punishment_cell_are_no_sentence():
    text = "Политзаключённый Иван Орлов, отбывающий восьмилетний срок, помещён в ШИЗО на 15 суток."
    assert [f for _, _, f in told(text, "sentence", RUSSIAN)] == [{"penalty": "imprisonment", "length": "P8Y"}]


def test_who_is_arrested_in_absentia_is_in_nobodys_custody():
    assert told("Суд заочно арестовал журналиста Евгения Журова.", "custody", RUSSIAN) == []


def test_some_days_of_arrest_are_no_custody_before_trial():
    text = "Суд арестовал Дениса Еремеева на 10 суток."
    assert told(text, "custody", RUSSIAN) == []
    assert [f for _, _, f in told(text, "sentence", RUSSIAN)] == [{"penalty": "arrest", "length": "P10D"}]


def test_a_measure_in_a_card_of_fields():
    text = (
        "## Галина Викторова\n\nОбвинение: ч. 2 ст. 205.2\n\nМера пресечения: домашний арест с 20 октября 2022 "
        "года\n\n## Борис Алексеев\n\nОбвинение: ст. 205\n"
    )
    assert told(text, "custody", RUSSIAN) == [(("Галина Викторова",), "2022-10-20", {"form": "house_arrest"})]


def test_a_charge_of_justifying_is_not_an_acquittal():
    text = (
        "## Галина Викторова\n\nОбвинение: «публичное оправдание терроризма» (ч. 2 ст. 205.2)\n\n## Борис "
        "Алексеев\n\nОбвинение: ст. 205\n"
    )
    found = read(take((RUSSIAN + text).encode(), file="report.md").document)
    assert {c.modality for c in found.claims if c.kind == "charge"} == {"happened"}


@pytest.mark.parametrize(
    ("text", "kind", "claims"),
    [
        (
            "Dora Chule was detained in May 2021. She was sentenced on August 31 to three and a half years in prison.",
            "sentence", [("Dora Chule", "2021-08-31", "P3Y6M")],
        ),
        (
            "Marta Vink was arrested in 2019 and in April 2020 sentenced to eight years.",
            "sentence", [("Marta Vink", "2020-04", "P8Y")],
        ),
        (
            "Ihar Losk remained in custody serving a 14-year sentence imposed in July 2020.",
            "sentence", [("Ihar Losk", "2020-07", "P14Y")],
        ),
        (
            "Ihar Losk received 10 years, Tofig Yagub nine, and Samir Qasim seven.",
            "sentence", [("Ihar Losk", None, "P10Y"), ("Tofig Yagub", None, "P9Y"), ("Samir Qasim", None, "P7Y")],
        ),
        (
            "In 2020 Ihar Losk was sentenced to 19 years; Tofig Yagub to 14 and Samir Qasim to 13 years.",
            "sentence",
            [("Ihar Losk", "2020", "P19Y"), ("Tofig Yagub", "2020", "P14Y"), ("Samir Qasim", "2020", "P13Y")],
        ),
        (
            "Prison authorities extended the sentence of activist Dora Chule by one year on 10 April 2021.",
            "sentence", [("Dora Chule", "2021-04-10", "P1Y")],
        ),
    ],
)  # fmt: skip
def test_terms_told_without_saying_everything(text, kind, claims):
    assert [(names[0], when, fields["length"]) for names, when, fields in told(text, kind)] == claims


def test_an_annual_chapter_keeps_its_year():
    """Years told in passing do not carry over: days without a year are the report's."""
    text = (
        "At least 40 people were held on December 31. On January 17 a court tried Dora Chule. On March 6 it sentenced "
        "her to two years.\n\nIhar Losk, who had been sentenced to 10 years in September 2019, was moved to a cell "
        "in February. On May 7 police detained Marta Vink, and on June 9 they detained Samir Qasim."
    )
    assert [(n[0], when) for n, when, _ in told(text, "sentence")] == [
        ("Dora Chule", "2021-03-06"), ("Ihar Losk", "2019-09"),
    ]  # fmt: skip
    assert [(n[0], when) for n, when, _ in told(text, "custody")] == [
        ("Ihar Losk", "2021-02"), ("Marta Vink", "2021-05-07"), ("Samir Qasim", "2021-06-09"),
    ]  # fmt: skip


def test_all_of_them_are_all_who_were_named():
    text = (
        "On 11 October 2020 four men were arrested: Ihar Losk, Tofig Yagub, Samir Qasim and Fazil Gasim. Losk and "
        "Yagub were accused of organising a cell (Article 205.5 § 1 of the criminal code). All of them were also "
        "charged under Article 278."
    )
    found = [(len(names), f["article"], f.get("part")) for names, _, f in told(text, "charge")]
    assert found == [(2, "205.5", "1"), (4, "278", None)]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Егор Лосько осуждён по ч. 1 ст. 30, ч. 2 ст. 205 УК.", "charge", [("30", "1"), ("205", "2")]),
        (
            "Егору Лосько, Янку Дымову и Петру Громову продлили арест. Всем троим вменяют ч. 1 ст. 282.1 УК.", "charge",
            [("282.1", "1")],
        ),
    ],
)  # fmt: skip
def test_russian_articles_with_their_own_parts(text, kind, found):
    assert [(f["article"], f["part"]) for _, _, f in told(text, kind, RUSSIAN)] == found


def test_what_is_served_first_is_part_of_the_sentence():
    text = "21 июля 2022 года суд назначил Егору Лосько 8 лет колонии строгого режима, из них первые два года в тюрьме."
    assert [f["length"] for _, _, f in told(text, "sentence", RUSSIAN)] == ["P8Y"]


def test_last_year_counts_from_the_text():
    text = "Егор Лосько находится в СИЗО с июня прошлого года."
    assert [when for _, when, _ in told(text, "custody", RUSSIAN)] == ["2021-06"]

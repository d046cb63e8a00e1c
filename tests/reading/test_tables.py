"""Tables inside a text: rows under known headers are people with claims, whatever stands around them."""

from __future__ import annotations

import pytest

from habeas.evidence import Document
from habeas.reading import Reading, read

PIPES = """# Prisoners of conscience in Lorn

The list was last revised on 1 March 2021.

| No. | Full name | Date of birth | Date of arrest | Charges | Sentence | Verdict date | Place of detention |
|---|---|---|---|---|---|---|---|
| 1 | **Veil Una** | 12.05.1985 | 1 June 2019 | Art. 189 part 2 CC | 12 years, strict | 3.05.2020 | Prison No. 3 |
| 2 | HOLM Bo | 1980 | June 2019 | 189(2), 307 p. 1 | life | 2020 | Colony 6 |
| 3 | Omarov S. | | 2020 | Articles 189 and 307 | pre-trial | | |

Several of them went on hunger strike.
"""
SAID = {
    "Veil Una": ["charge 189 2", "custody police_detention 2019-06-01", "sentence P12Y 2020-05-03"],
    "HOLM Bo": ["charge 189 2", "charge 307 1", "custody police_detention 2019-06", "sentence life 2020"],
    "Omarov S.": ["charge 189", "charge 307", "custody police_detention 2020", "custody pretrial_detention"],
}


def says(text: str) -> dict[str, list[str]]:
    return told(read(Document.from_text(text, sha256="0" * 64)))


def told(reading: Reading) -> dict[str, list[str]]:
    names = {p.id: p.name for p in reading.persons if p.role == "subject"}
    found: dict[str, list[str]] = {name: [] for name in names.values()}
    for claim in reading.claims:
        f = claim.fields
        if claim.kind in ("charge", "custody", "sentence") and f.get("form") != "imprisonment":
            parts = (f.get("article"), f.get("part"), f.get("form"), f.get("length"), claim.when)
            for person in claim.persons:
                found[names[person]].append(" ".join([claim.kind, *(str(p) for p in parts if p)]))
    return {name: sorted(lines) for name, lines in found.items()}


def test_rows_between_bars() -> None:
    assert says(PIPES) == SAID


def test_rows_between_tabs() -> None:
    rows = [
        line.strip("| ").replace("**", "") for line in PIPES.splitlines() if line.startswith("|") and "---" not in line
    ]
    text = (
        "Prisoners of conscience in Lorn\n\n"
        + "\n".join("\t".join(c.strip() for c in r.split("|")) for r in rows)
        + "\n"
    )
    assert says(text) == SAID


def test_columns_told_by_spaces_alone() -> None:
    text = (
        "Annex 1. Persons in custody\n\n"
        "No.  Name                 Arrested      Article          Sentence\n"
        "1    Veil Una             12.05.2018    Art. 189(2)      12 years\n"
        "2    Holm Bo Anders       June 2019     307              8 years and\n"
        "                                                         six months\n"
        "3    Omarova Dana                       189, 307         pre-trial\n\n"
        "The annex was checked twice.\n"
    )
    assert says(text) == {
        "Veil Una": ["charge 189 2", "custody police_detention 2018-05-12", "sentence P12Y"],
        "Holm Bo Anders": ["charge 307", "custody police_detention 2019-06", "sentence P8Y6M"],
        "Omarova Dana": ["charge 189", "charge 307", "custody pretrial_detention"],
    }


BARE = {
    "Alisher Nazarov – Art. 189 part 2, 307 part 1 CC – 12 years, arrested 12.05.2018\n"
    "Dilshod Karimov – Art. 307 – 8 years\n": {
        "Alisher Nazarov": ["charge 189 2", "charge 307 1", "custody police_detention 2018-05-12", "sentence P12Y"],
        "Dilshod Karimov": ["charge 307", "sentence P8Y"],
    },
    "1) VEIL Una, b. 12.05.1985, Art. 189 p. 2, sentenced 3.05.2018 to 12 years\n"
    "2) HOLM Bo, b. 1980, Art. 307 p. 1, sentenced 4.06.2019 to 8 years\n": {
        "VEIL Una": ["charge 189 2", "sentence P12Y 2018-05-03"],
        "HOLM Bo": ["charge 307 1", "sentence P8Y 2019-06-04"],
    },
}


@pytest.mark.parametrize("text", list(BARE))
def test_lines_without_headers(text: str) -> None:
    assert says(text) == BARE[text]


def test_a_russian_table() -> None:
    text = (
        "Список политзаключённых\n\n| ФИО | Дата рождения | Дата ареста | Статья | Срок |\n|---|---|---|---|---|\n"
        "| Вейл Уна Петровна | 12.05.1985 | 01.06.2019 | ч. 2 ст. 205.2 УК РФ | 5 лет |\n"
        "| Хольм Борис | 1980 | 2020 | ст. 318 | условно 2 года |\n"
    )
    assert says(text) == {
        "Уна Вейл": ["charge 205.2 2", "custody police_detention 2019-06-01", "sentence P5Y"],
        "Хольм Борис": ["charge 318", "custody police_detention 2020", "sentence P2Y"],
    }


def test_a_line_that_names_its_parts() -> None:
    text = "Prisoner: Una Veil | Arrest: 12 May 2018 | Sentence: 12 years | Charge: Article 189(2)\n"
    assert says(text) == {"Una Veil": ["charge 189 2", "custody police_detention 2018-05-12", "sentence P12Y"]}


def test_a_column_without_a_meaning_dates_nothing() -> None:
    text = "Name\tArticle\tSentence\tDate\nUna Veil\t189\t12 years\t3.05.2018\nBo Holm\t307\t8 years\t4.06.2019\n"
    assert says(text) == {"Una Veil": ["charge 189", "sentence P12Y"], "Bo Holm": ["charge 307", "sentence P8Y"]}


@pytest.mark.parametrize(
    "text",
    [
        "| Town | Number | Year |\n|---|---|---|\n| Lorn | 12 | 2019 |\n",
        "Name | Note\n---|---\nUna Veil | 12 years\n",
        "a\tb\tc\n\n\t\t\n",
        "||||\n||||\n",
        "x: y | z: w | a: b\n",
    ],
)
def test_what_is_no_table_of_people_makes_no_claims(text: str) -> None:
    assert [c for c in read(Document.from_text(text, sha256="0" * 64)).claims if c.rule.startswith("table.")] == []


def test_spans_lie_in_their_row() -> None:
    reading = read(Document.from_text(PIPES, sha256="0" * 64))
    for claim in reading.claims:
        if claim.rule.startswith("table."):
            (name,) = {p.name for p in reading.persons if p.id in claim.persons}
            assert name.split()[0] in PIPES[slice(*claim.span)]

"""What claims say about each other, and what is handed on inside an entry: dates, years, kin."""

from __future__ import annotations

from habeas.reading.draft import Draft
from reading.hand_made import context, drafts, told

SEITOV = {"Marat Seitov": "m"}
ENTRY = """Marat Seitov is a blogger.

Charge: “fraud” (Article 177 of the CC).

On 3 May 2019 the court sentenced Seitov to five years in prison.

On 20 June 2019 the city court of appeal confirmed that sentence.

In April 2020 the UN Human Rights Committee asked for Seitov's release (Communication No. 16/2020).

The state has not implemented this UN decision.
"""


def of(found: list[Draft], kind: str) -> list[list[str]]:
    return [[about.kind for about in d.of] for d in found if d.kind == kind]


def test_a_sentence_is_of_the_charges_an_appeal_of_the_sentence_and_compliance_of_the_finding() -> None:
    found = drafts(context(ENTRY, SEITOV, ["Marat Seitov"]))
    assert of(found, "charge") == [[]]
    assert of(found, "sentence") == [["charge"]]
    assert of(found, "proceeding") == [["sentence"]]
    assert of(found, "compliance") == [["finding"]]


def test_links_do_not_reach_another_person() -> None:
    charge = "Charge against Seitov: “fraud” (Article 177 of the CC)."
    text = f"{charge}\n\nThe court sentenced Orlova to two years in prison.\n"
    found = drafts(context(text, {**SEITOV, "Dana Orlova": "f"}, ["Marat Seitov", "Dana Orlova"]))
    assert of(found, "sentence") == [[]]


def test_a_line_gives_the_date_of_the_sentence() -> None:
    text = "Sentence: 7 years in prison\nDate of sentence: 3 May 2012\n"
    assert told(context(text, SEITOV, ["Marat Seitov"]), "sentence") == ["Marat Seitov: imprisonment P7Y @ 2012-05-03"]


def test_dates_without_a_year_follow_the_entry_and_not_the_text_before_it() -> None:
    text = "On 3 May 2019 Seitov was arrested. On 7 July he was released."
    assert told(context(text, SEITOV, ["Marat Seitov"]), "release") == ["Marat Seitov: not_stated @ 2019-07-07"]
    assert told(context("On 7 July he was released.", SEITOV, ["Marat Seitov"]), "release") == [
        "Marat Seitov: not_stated"
    ]


def test_an_annual_report_dates_what_has_no_year() -> None:
    ctx = context("On 7 July Marat Seitov was released.", SEITOV, title="Human rights report 2022")
    assert told(ctx, "release") == ["Marat Seitov: not_stated @ 2022-07-07"]


def test_a_husband_named_before_is_known_again() -> None:
    text = "Dana Orlova is the wife of Marat Seitov.\n\nOn 16 December 2019 police detained Orlova and her husband.\n"
    ctx = context(text, {**SEITOV, "Dana Orlova": "f"}, ["Dana Orlova"])
    assert told(ctx, "custody") == ["Dana Orlova, Marat Seitov: police_detention @ 2019-12-16"]

"""Each kind of finding: an invented text that has it, with the places quoted, and one that has not."""

from __future__ import annotations

import pytest

from check.invented import Invented


def report(text: str) -> Invented:
    return Invented(text)


# spelling ------------------------------------------------------------------------------------------------------------


def test_two_spellings_of_a_surname() -> None:
    r = report("Ada Sergeyev is a poet. The court fined Sergeev.").person("a", "Ada Sergeyev", "Sergeev")
    assert r.quotes("spelling") == [["Ada Sergeyev", "Sergeev"]]


def test_a_possessive_is_no_spelling() -> None:
    r = report("Ada Sergeyev is a poet. Sergeyev’s house burned.").person("a", "Ada Sergeyev", "Sergeyev’s")
    assert r.quotes("spelling") == []


def test_a_case_ending_is_no_spelling() -> None:
    r = report("Ада Лесова арестована. Суд оштрафовал Лесову.").person("a", "Ада Лесова", "Лесову")
    assert r.quotes("spelling") == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("She came from Bakanay. The court of Bakanai fined her.", [["Bakanay", "Bakanai"]]),
        (
            "He lives in the Dolmara region. The court of Dolmar region fined him.",
            [["Dolmara region", "Dolmar region"]],
        ),
        ("She came from Bakanay. Then she left for Orlan.", []),
        ("They got 7.5 years in prison and 3,5 years of labour.", [["7.5", "3,5"]]),
        ("They got 7.5 years in prison and 3.5 years of labour.", []),
        ("They fined him 1,000 crowns and her 2 500 crowns.", [["1,000", "2 500"]]),
        ("On 3 May 2019 he fled; on June 4 2019 he returned.", [["3 May 2019", "June 4 2019"]]),
        ("The case went to Interpol. Later INTERPOL closed it.", [["Interpol", "INTERPOL"]]),
        (
            "He wrote to the General Prosecutor’s Office; the Prosecutor General’s Office kept silent.",
            [["General Prosecutor’s Office", "Prosecutor General’s Office"]],
        ),
    ],
)
def test_other_spellings(text: str, quotes: list[list[str]]) -> None:
    assert report(text).quotes("spelling") == quotes


# mixed script, namesakes, two names ----------------------------------------------------------------------------------


def test_a_word_of_two_scripts() -> None:
    r = report("Мarat Dell is a poet. Marat Dell was fined.").person("a", "Мarat Dell", "Marat Dell")
    assert r.quotes("mixed_script") == [["Мarat Dell", "Marat Dell"]]


def test_words_of_one_script_each() -> None:
    assert report("The slogan was “Вперёд”, that is, Forward.").quotes("mixed_script") == []


def test_a_surname_alone_that_means_two_people() -> None:
    r = (
        report("Ada Moss wrote. Moss fled.\n\nEve Moss sang. Moss stayed.")
        .person("a", "Ada Moss")
        .person("b", "Eve Moss")
    )
    first, second = [
        i
        for i in range(len(r.text))
        if r.text.startswith("Moss", i) and r.text[i - 1] in " \n" and r.text[i - 2] == "."
    ]
    r.persons[0] = type(r.persons[0])("a", "Ada Moss", ("Ada Moss", "Moss"), "subject", ((0, 8), (first, first + 4)))
    r.persons[1] = type(r.persons[1])(
        "b", "Eve Moss", ("Eve Moss", "Moss"), "subject", ((28, 36), (second, second + 4))
    )
    assert [(f.about, f.persons, f.spans) for f in r.found("namesake")] == [
        ("Moss", ("a", "b"), ((first, first + 4), (second, second + 4), (0, 8), (28, 36)))
    ]


def test_different_surnames_are_no_namesakes() -> None:
    r = report("Ada Moss wrote. Eve Reed sang.").person("a", "Ada Moss").person("b", "Eve Reed")
    assert r.found("namesake") == []


def test_one_person_with_two_given_names() -> None:
    r = report("Ada Moss wrote. Then Berta Moss fled.").person("a", "Ada Moss", "Berta Moss")
    assert r.quotes("two_names") == [["Ada Moss", "Berta Moss"]]


def test_a_title_is_no_given_name() -> None:
    r = report("Ada Moss wrote. Then Judge Moss resigned.").person("a", "Ada Moss", "Judge Moss")
    assert r.quotes("two_names") == []


def test_a_given_name_borrowed_from_the_neighbour() -> None:
    text = "The writers Ada Reed (ill) and Ada Moss are held.\n\nEve Moss is a poet.\n\nEve Moss was tried."
    r = (
        report(text)
        .person("r", "Ada Reed")
        .person("x", "Ada Moss")
        .person("e", "Eve Moss")
        .entry("e", "Eve Moss is a poet.")
    )
    assert r.quotes("two_names") == [["Ada Moss", "Eve Moss"]]


# summary against entry -----------------------------------------------------------------------------------------------

SUMMARY = """\
1. Summary

{summary}

2. Cases

Ada Moss is a teacher.

{entry}
"""


def summary(summary: str, entry: str) -> Invented:
    return (
        report(SUMMARY.format(summary=summary, entry=entry))
        .person("a", "Ada Moss", "Moss")
        .entry("a", "Ada Moss is a teacher.")
    )


@pytest.mark.parametrize(
    ("above", "below", "quotes"),
    [
        (
            "Ada Moss was released on parole.",
            "The court replaced the rest of her sentence with a fine.",
            [["Ada Moss was released on parole", "The court replaced the rest of her sentence with a fine."]],
        ),
        ("Ada Moss was released on parole.", "In May the court released her on parole.", []),
        ("Ada Moss was released on parole.", "The court refused to replace her sentence.", []),
        (
            "Ada Moss was banned from taking part in public life.",
            "The court imposed a ban on teaching.",
            [["banned from taking part in public life", "ban on teaching"]],
        ),
        ("Ada Moss was banned from teaching for 2 years.", "The court imposed a ban on teaching for 2 years.", []),
        (
            "The torture victim Ada Moss is ill.",
            "She is in a cell.",
            [["torture victim Ada Moss", "Ada Moss is a teacher."]],
        ),
        ("The torture victim Ada Moss is ill.", "She told how guards beat her.", []),
    ],
)
def test_summary_against_entry(above: str, below: str, quotes: list[list[str]]) -> None:
    assert summary(above, below).quotes("summary_against_entry") == quotes


def test_a_penalty_in_the_summary_that_the_entry_does_not_tell() -> None:
    r = summary("In all 1 person got a suspended sentence: Ada Moss.", "She was held and then freed.")
    r.figure("1 person", 1)
    assert r.quotes("summary_against_entry") == [["Ada Moss", "Ada Moss is a teacher."]]


def test_a_penalty_of_another_class_in_the_entry() -> None:
    r = summary(
        "In all 1 person got a suspended sentence: Ada Moss.", "On 4 May 2020 she was sentenced to 3 years in prison."
    )
    r.figure("1 person", 1).claim(
        "sentence", "a", "sentenced to 3 years in prison", penalty="imprisonment", length="P3Y"
    )
    assert r.quotes("summary_against_entry") == [["Ada Moss", "sentenced to 3 years in prison"]]


def test_a_penalty_that_the_entry_has_too() -> None:
    r = summary(
        "In all 1 person got a suspended sentence: Ada Moss.", "On 4 May 2020 she was sentenced to a suspended term."
    )
    r.figure("1 person", 1).claim("sentence", "a", "sentenced to a suspended term", penalty="suspended")
    assert r.quotes("summary_against_entry") == []


def test_convicted_for_support_that_the_entry_denies() -> None:
    r = summary("The following were convicted for supporting the FPL: Ada Moss.", "Moss did not support the FPL.")
    assert r.quotes("summary_against_entry") == [
        ["convicted for supporting the FPL", "Ada Moss", "Moss did not support the FPL."]
    ]


def test_convicted_for_support_that_the_entry_does_not_mention() -> None:
    r = summary("The following were convicted for supporting the FPL: Ada Moss.", "She hit an officer.")
    assert [f.message.endswith("the entry does not mention FPL.") for f in r.found("summary_against_entry")] == [True]


def test_convicted_for_support_that_the_entry_tells_of() -> None:
    r = summary("The following were convicted for supporting the FPL: Ada Moss.", "She wrote for the FPL.")
    assert r.quotes("summary_against_entry") == []


# articles and terms --------------------------------------------------------------------------------------------------


def test_one_offence_under_two_articles() -> None:
    text = "Charge: “theft of entrusted goods” (Article 12 of the CC).\n\n"
    text += "Charge: “theft of entrusted goods” (Article 98 of the CC)."
    assert report(text).quotes("article_edition") == [
        ["“theft of entrusted goods” (Article 12", "“theft of entrusted goods” (Article 98"]
    ]


def test_titles_without_quotation_marks() -> None:
    text = "Charges: theft of goods (Article 12 of the CC), fraud (Art. 15).\n\n"
    text += "Charge: theft of goods (Article 98 of the CC)."
    assert report(text).quotes("article_edition") == [["theft of goods (Article 12", "theft of goods (Article 98"]]


def test_two_offences_under_two_articles() -> None:
    text = "Charge: “theft of entrusted goods” (Article 12 of the CC).\n\nCharge: “hooliganism” (Article 98 of the CC)."
    assert report(text).quotes("article_edition") == []


def test_one_article_under_two_titles() -> None:
    text = "Charge: “stirring up discord” (Article 12 of the CC).\n\nCharge: “inciting hatred” (Article 12 of the CC)."
    assert report(text).quotes("terminology") == [
        ["“stirring up discord” (Article 12", "“inciting hatred” (Article 12"]
    ]


def test_one_article_under_one_title() -> None:
    text = "Charge: “inciting hatred” (Article 12 of the CC).\n\nCharge: “Inciting hatred” (Article 12 of the CC)."
    assert report(text).quotes("terminology") == []


def test_one_penalty_under_two_terms() -> None:
    text = "She got a year of restriction of freedom, he a year of restraint of liberty."
    assert report(text).quotes("terminology") == [["restriction of freedom", "restraint of liberty"]]


def test_two_penalties_under_their_terms() -> None:
    assert report("She got a suspended sentence, he a year of restriction of freedom.").quotes("terminology") == []


def test_part_and_section_of_an_article() -> None:
    text = "He is charged under part 2, Art. 12, and she under Article 15, section 1."
    assert report(text).quotes("terminology") == [["part 2, Art", "Article 15, section 1"]]


# headings, counts, terms that had run out ----------------------------------------------------------------------------

HEADED = """\
1. Summary

This report presents the cases of 2 persons. Among them, 1 remains in prison.

2. {heading}

Ada Moss is a teacher.

{ada}

Bo Reed is a printer.

{bo}

3. The end

Today is 31 March 2021. {end}
"""


def headed(heading: str, ada: str, bo: str, end: str = "") -> Invented:
    r = report(HEADED.format(heading=heading, ada=ada, bo=bo, end=end))
    r.person("a", "Ada Moss", "Moss").person("b", "Bo Reed", "Reed").person("d", "Dov Hart", "Hart")
    return r.entry("a", "Ada Moss is a teacher.", heading).entry("b", "Bo Reed is a printer.", heading)


PRISON = "On 4 May 2020, Moss was sentenced to 3 years in prison."
RESTRICTED = "On 5 May 2020, Reed was sentenced to 2 years of restriction of liberty."
FINED = "On 5 May 2020, Reed was sentenced to a fine."


def prison(r: Invented) -> Invented:
    return r.claim("sentence", "a", PRISON, when="2020-05-04", penalty="imprisonment", length="P3Y")


def test_a_heading_of_detention_over_somebody_at_liberty() -> None:
    r = prison(headed("Persons in detention", PRISON, RESTRICTED))
    r.claim("sentence", "b", RESTRICTED, when="2020-05-05", penalty="restriction_of_liberty", length="P2Y")
    assert r.quotes("heading_against_entry") == [["Persons in detention", RESTRICTED]]


def test_a_heading_of_suspended_sentences_over_a_fine() -> None:
    r = headed("Persons with suspended sentences", RESTRICTED.replace("Reed", "Moss"), FINED)
    r.claim(
        "sentence", "a", "Moss was sentenced to 2 years of restriction of liberty", penalty="restriction_of_liberty"
    )
    r.claim("sentence", "b", FINED, when="2020-05-05", penalty="fine")
    assert r.quotes("heading_against_entry") == [["Persons with suspended sentences", FINED]]


def test_a_heading_of_investigation_over_somebody_sentenced() -> None:
    r = prison(headed("Persons under investigation", PRISON, "Reed was questioned."))
    assert r.quotes("heading_against_entry") == [["Persons under investigation", PRISON]]


def test_a_heading_that_fits() -> None:
    r = prison(headed("Persons in detention", PRISON, PRISON.replace("Moss", "Reed")))
    r.claim("sentence", "b", PRISON.replace("Moss", "Reed"), when="2020-05-04", penalty="imprisonment", length="P3Y")
    assert r.quotes("heading_against_entry") == []


HART = "Dov Hart continues to serve time in prison."


def test_somebody_in_prison_who_is_not_counted() -> None:
    r = (
        prison(headed("Persons in detention", PRISON, RESTRICTED, HART))
        .figure("cases of 2 persons", 2)
        .figure("1 remains", 1)
    )
    r.claim("sentence", "b", RESTRICTED, when="2020-05-05", penalty="restriction_of_liberty", length="P2Y")
    assert r.quotes("counted_elsewhere") == [["1 remains", HART]]


def test_everybody_in_prison_is_counted() -> None:
    r = prison(headed("Persons in detention", PRISON, RESTRICTED, "Dov Hart is free.")).figure("cases of 2 persons", 2)
    r.figure("1 remains", 1).claim("sentence", "b", RESTRICTED, penalty="restriction_of_liberty", length="P2Y")
    assert r.quotes("counted_elsewhere") == []


ENDED = "On 4 May 2019, Moss was sentenced to one year of probation."


def test_a_sentence_that_had_run_out() -> None:
    r = headed("Those who continue to serve their sentences", ENDED, "Reed is free.")
    r.claim("sentence", "a", ENDED, when="2019-05-04", penalty="probation", length="P1Y")
    assert r.quotes("run_out") == [["Those who continue to serve their sentences", ENDED, "31 March 2021"]]


def test_a_sentence_that_runs_on() -> None:
    r = headed("Those who continue to serve their sentences", ENDED, "Reed is free.")
    r.claim("sentence", "a", ENDED, when="2019-05-04", penalty="probation", length="P3Y")
    assert r.quotes("run_out") == []


def test_a_heading_that_does_not_say_still() -> None:
    r = headed("Those who were tried", ENDED, "Reed is free.")
    r.claim("sentence", "a", ENDED, when="2019-05-04", penalty="probation", length="P1Y")
    assert r.quotes("run_out") == []


# dates, duplicates, wording ------------------------------------------------------------------------------------------

BASIS = "Inclusion in the list is based on a verdict of the court."
LISTED = "On 6 May 2020, Moss was put on the list."


def test_listed_without_a_verdict() -> None:
    r = summary(BASIS, LISTED).claim("listing", "a", LISTED, when="2020-05-06", list="state list", action="listed")
    assert r.quotes("date_order") == [[BASIS, LISTED]]


def test_listed_after_a_verdict() -> None:
    r = summary(BASIS, "She was sentenced on 4 May 2020. " + LISTED)
    r.claim("listing", "a", LISTED, when="2020-05-06", list="state list", action="listed")
    r.claim("sentence", "a", "She was sentenced on 4 May 2020.", when="2020-05-04", penalty="fine")
    assert r.quotes("date_order") == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("It happened on 31 February 2019 in Lorn.", [["31 February 2019"]]),
        ("It happened on 28 February 2019 in Lorn.", []),
        ("They were hunted from 2015 to 2011.", [["from 2015 to 2011"]]),
        ("They were hunted from 2011 to 2015.", []),
    ],
)
def test_impossible_dates(text: str, quotes: list[list[str]]) -> None:
    assert report(text).quotes("date_order") == quotes


def test_an_appeal_before_the_sentence() -> None:
    r = summary("", "On 4 May 2020 she was sentenced. On 3 May 2019 the appeal failed.")
    r.claim("sentence", "a", "On 4 May 2020 she was sentenced.", when="2020-05-04", penalty="fine")
    r.claim("proceeding", "a", "On 3 May 2019 the appeal failed.", when="2019-05-03", step="appeal", outcome="upheld")
    assert r.quotes("date_order") == [["On 3 May 2019 the appeal failed.", "On 4 May 2020 she was sentenced."]]


def test_a_person_with_two_entries() -> None:
    r = report("Ada Moss is a teacher.\n\nShe fled.\n\nAda Moss is a poet.\n\nShe sang.").person("a", "Ada Moss")
    r.entry("a", "Ada Moss is a teacher.").entry("a", "Ada Moss is a poet.")
    assert r.quotes("duplicate") == [["Ada Moss is a teacher.", "Ada Moss is a poet."]]


@pytest.mark.parametrize(
    ("when", "quotes"),
    [
        ("2019-05", [["Ada Moss was released in May 2019.", "She was released in May 2020."]]),
        ("2020", []),
    ],
)
def test_one_event_with_two_dates(when: str, quotes: list[list[str]]) -> None:
    r = summary("Ada Moss was released in May 2019.", "She was released in May 2020.")
    r.claim("release", "a", "Ada Moss was released in May 2019.", when=when, ground="not_stated")
    r.claim("release", "a", "She was released in May 2020.", when="2020-05", ground="not_stated")
    assert r.quotes("duplicate") == quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("It was so.Then they left the town.", []),
        ("The law was changed.Then they left Moss’scar.", [["changed.Then", "Moss’scar"]]),
        ("The law was changed. Then they left.", []),
        ("See www.example.org for more.", []),
        (
            "We demand:\n\n  • Stop the trials of writers.\n  • top the raids.\n  • Free the writers.",
            [["top the raids.", "Stop the trials of writers."]],
        ),
        ("We demand:\n\n  • Stop the trials.\n  • Drop the raids.\n  • Free the writers.", []),
        (
            "Then-President Orm fled. Today President Orm rules the town.",
            [["President Orm rules", "Then-President Orm"]],
        ),
        ("Then-President Orm fled. Today President Arv rules the town.", []),
    ],
)
def test_wording(text: str, quotes: list[list[str]]) -> None:
    assert report(text).quotes("wording") == quotes


def test_present_custody_beside_a_later_sentence() -> None:
    r = summary("", "She is being held in a detention centre. On 4 May 2020 she was sentenced.")
    r.claim(
        "sentence", "a", "On 4 May 2020 she was sentenced.", when="2020-05-04", penalty="imprisonment", length="P1Y"
    )
    assert r.quotes("wording") == [["She is being held in a detention centre.", "On 4 May 2020 she was sentenced."]]


def test_no_information_followed_by_some() -> None:
    r = report("There is no information on Ada Moss. Moss was taken in May.").person("a", "Ada Moss", "Moss")
    assert r.quotes("wording") == [["There is no information on Ada Moss.", "Moss was taken in May."]]


def test_no_information_and_none() -> None:
    r = report("There is no information on Ada Moss. The town is silent.").person("a", "Ada Moss", "Moss")
    assert r.quotes("wording") == []

"""Each way to recount a figure: a small invented text, its verdict, the number found and who is counted."""

from __future__ import annotations

from check.invented import Invented

CASES = """\
1. Summary

This report presents the cases of 3 persons. Among them, at least 2 remain in prison.

2. Persons in detention

Ada Moss is a teacher from Lorn.

On 4 May 2020, the court sentenced Moss to 3 years in prison.

Bo Reed is a printer from Lorn.

On 5 May 2020, the court sentenced Reed to 2 years in prison.

3. Persons with other sentences

Cyr Vale is a student.

On 6 May 2020, the court fined Vale.
"""


def cases(text: str = CASES) -> Invented:
    report = (
        Invented(text).person("a", "Ada Moss", "Moss").person("b", "Bo Reed", "Reed").person("c", "Cyr Vale", "Vale")
    )
    report.entry("a", "Ada Moss is a teacher from Lorn.").entry("b", "Bo Reed is a printer from Lorn.")
    report.entry("c", "Cyr Vale is a student.")
    report.claim(
        "sentence", "a", "sentenced Moss to 3 years in prison", when="2020-05-04", penalty="imprisonment", length="P3Y"
    )
    report.claim(
        "sentence", "b", "sentenced Reed to 2 years in prison", when="2020-05-05", penalty="imprisonment", length="P2Y"
    )
    return report.claim("sentence", "c", "fined Vale", when="2020-05-06", penalty="fine")


def test_the_cases_of_the_report_are_its_entries() -> None:
    assert cases().figure("cases of 3 persons", 3).verdict() == ("agrees", 3, ("a", "b", "c"))


def test_a_wrong_number_of_cases_differs() -> None:
    report = cases(CASES.replace("cases of 3 persons", "cases of 5 persons")).figure("cases of 5 persons", 5)
    assert report.verdict() == ("differs", 3, ("a", "b", "c"))


def test_a_number_of_another_list_is_not_recounted() -> None:
    report = cases(CASES.replace("This report presents", "The police list of last year contains"))
    assert report.figure("cases of 3 persons", 3).verdict()[0] == "cannot_tell"


def test_those_among_them_who_are_held() -> None:
    report = cases().figure("at least 2", 2, ">=").figure("cases of 3 persons", 3)
    assert [(f.value, f.recount.verdict, f.recount.persons) for f in report.check().figures] == [
        (3, "agrees", ("a", "b", "c")),
        (2, "agrees", ("a", "b")),
    ]


def test_one_who_was_released_is_not_counted_as_held() -> None:
    report = cases(CASES + "\nReed was released on 1 June 2020.\n").figure("at least 2", 2, ">=")
    report.figure("cases of 3 persons", 3).claim(
        "release", "b", "was released on 1 June 2020", when="2020-06-01", ground="parole"
    )
    assert [f.recount.persons for f in report.check().figures][1] == ("a",)
    assert [f.recount.verdict for f in report.check().figures][1] == "differs"


def test_one_who_is_kept_in_prison_after_all_is_counted() -> None:
    told = "Reed was paroled on 1 June 2020."
    text = CASES.replace(
        "5 May 2020, the court sentenced Reed to 2 years in prison.",
        "5 May 2020, the court sentenced Reed to 2 years in prison. " + told + " Another court kept him in prison.",
    )
    report = cases(text).figure("at least 2", 2, ">=").figure("cases of 3 persons", 3)
    report.claim("release", "b", told, when="2020-06-01", ground="parole")
    assert [f.recount.persons for f in report.check().figures][1] == ("a", "b")


PARTS = """\
In 2019 more than 900 marchers were detained:

  • On 2 May, about 600 marchers were detained (40 of them minors).
  • On 3 June, about 310 marchers were detained.

The march of the next year was smaller.
"""


def test_the_parts_of_a_total_are_added() -> None:
    report = Invented(PARTS).figure("more than 900 marchers", 900, ">").figure("about 600 marchers", 600, "~")
    report.figure("about 310 marchers", 310, "~").figure("40 of them", 40)
    assert report.verdict() == ("agrees", 910, ())


def test_inexact_parts_never_make_a_total_false() -> None:
    report = Invented(PARTS.replace("900", "990")).figure("more than 990 marchers", 990, ">")
    report.figure("about 600 marchers", 600, "~").figure("about 310 marchers", 310, "~")
    assert report.verdict() == ("cannot_tell", 910, ())


def test_parts_after_a_colon() -> None:
    text = "The police took 45 people: 30 men, 10 women and 5 minors."
    assert Invented(text).figure("45 people", 45).verdict() == ("agrees", 45, ())


def test_exact_parts_that_do_not_add_up_differ() -> None:
    text = "The police took 46 people: 30 men, 10 women and 5 minors."
    assert Invented(text).figure("46 people", 46).verdict() == ("differs", 45, ())


def test_parts_in_the_next_sentence() -> None:
    text = "More than 900 people were taken. The count is made up as follows: about 600 on 2 May; and 310 on 3 June."
    assert Invented(text).figure("More than 900 people", 900, ">").verdict() == ("agrees", 910, ())


def named(text: str) -> Invented:
    return Invented(text).person("a", "Ada Moss").person("b", "Bo Reed").person("c", "Cyr Vale").person("d", "Dov Hart")


def test_names_after_a_colon_are_the_whole() -> None:
    report = named("Today 3 activists are banned: Ada Moss (a poet), Bo Reed and Cyr Vale. Dov Hart left.")
    assert report.figure("3 activists", 3).verdict() == ("agrees", 3, ("a", "b", "c"))


def test_fewer_names_than_the_number_differ() -> None:
    report = named("Today 4 activists are banned: Ada Moss, Bo Reed and Cyr Vale.").figure("4 activists", 4)
    assert report.verdict() == ("differs", 3, ("a", "b", "c"))


def test_an_item_that_is_no_name_leaves_the_number_open() -> None:
    report = named("Today 3 activists are banned: Ada Moss, Bo Reed and an Orlan student.").figure("3 activists", 3)
    assert report.verdict()[0] == "cannot_tell"


def test_some_names_of_many_are_a_part() -> None:
    report = named("Last year 40 activists were fined, including Ada Moss and Bo Reed.").figure("40 activists", 40)
    assert report.verdict()[0] == "cannot_tell"


def test_in_total_takes_in_the_names_before() -> None:
    text = "  • 2 activists were given fines: Ada Moss and Bo Reed.\n"
    text += "  • In total, more than 4 activists were given fines, in particular Cyr Vale and Dov Hart.\n"
    report = named(text).figure("more than 4 activists", 4, ">").figure("2 activists", 2)
    assert [(f.value, f.recount.verdict, f.recount.persons) for f in report.check().figures] == [
        (2, "agrees", ("a", "b")),
        (4, "differs", ("a", "b", "c", "d")),
    ]


def test_names_in_a_next_sentence_that_says_these_are() -> None:
    report = named("More than 3 writers and activists were fined. These are Ada Moss, Bo Reed and Cyr Vale.")
    assert report.figure("More than 3 writers", 3, ">").verdict() == ("differs", 3, ("a", "b", "c"))


def test_names_in_a_next_sentence_that_says_something_else() -> None:
    report = named("More than 3 activists were fined. Ada Moss, Bo Reed and Cyr Vale fled.")
    assert report.figure("More than 3 activists", 3, ">").verdict()[0] == "cannot_tell"


def test_a_name_that_belongs_to_the_description_of_another_is_not_counted() -> None:
    report = named("Today 2 activists are banned: Ada Moss, sister of Bo Reed, and Cyr Vale.").figure("2 activists", 2)
    assert report.verdict() == ("agrees", 2, ("a", "c"))


def test_as_many_dates_as_acts_agree() -> None:
    report = named("In 2010 and 2012, two trials were held against Ada Moss.").figure("two trials", 2)
    assert report.verdict() == ("agrees", 2, ("a",))


def test_fewer_dates_than_acts_tell_nothing() -> None:
    report = named("In May 2010 and June 2012, three trials were held against Ada Moss.").figure("three trials", 3)
    assert report.verdict()[0] == "cannot_tell"


def test_more_dates_than_acts_differ() -> None:
    report = named("In May 2010, June 2012 and May 2014 the court twice refused parole.").figure("twice", 2)
    assert report.verdict()[:2] == ("differs", 3)


BAN = """\
1. Summary

Ada Moss was banned from public life for 5 years.

2. Cases

Ada Moss is a teacher.

On 4 May 2020, the court imposed on her a ban on teaching for 5 years.
"""


def banned(text: str) -> Invented:
    return Invented(text).person("a", "Ada Moss").entry("a", "Ada Moss is a teacher.")


def test_the_length_of_a_ban_agrees_with_the_entry() -> None:
    assert banned(BAN).figure("for 5 years.\n\n2", 5).verdict() == ("agrees", 5, ("a",))


def test_another_length_in_the_entry_differs() -> None:
    report = banned(BAN.replace("teaching for 5 years", "teaching for 3 years")).figure("for 5 years", 5)
    assert report.verdict() == ("differs", 3, ("a",))


def test_no_length_in_the_entry_tells_nothing() -> None:
    report = banned(BAN.replace("teaching for 5 years", "teaching")).figure("for 5 years", 5)
    assert report.verdict()[0] == "cannot_tell"


def test_a_duration_is_held_against_the_date_that_opens_the_sentence_before() -> None:
    text = "In 2009, Orlan opened the case. For over 10 years now, Orlan has been seeking them.\n\nIt is 31 March 2021."
    report = Invented(text).figure("over 10 years", 10, ">").person("a", "Orlan", role="other")
    assert report.claim("hearing", "a", "It is 31 March 2021", when="2021-03-31").verdict()[:2] == ("agrees", 12)


def test_a_duration_without_a_start_tells_nothing() -> None:
    text = "For over 10 years now, Orlan has been seeking them.\n\nIt is 31 March 2021."
    report = Invented(text).figure("over 10 years", 10, ">").person("a", "Orlan", role="other")
    assert report.claim("hearing", "a", "It is 31 March 2021", when="2021-03-31").verdict()[0] == "cannot_tell"


def test_a_duration_since_a_date_can_differ() -> None:
    text = "He has been held since 2019, for 7 years.\n\nIt is 31 March 2021."
    report = Invented(text).figure("for 7 years", 7).person("a", "Orlan", role="other")
    assert report.claim("hearing", "a", "It is 31 March 2021", when="2021-03-31").verdict()[0] == "differs"


REPEATED = """\
1. Summary

Police found 300 leaflets of the movement.

2. Cases

Ada Moss is a teacher.

The police took 300 leaflets from her.
"""


def test_a_number_of_things_told_twice_agrees() -> None:
    assert banned(REPEATED).figure("300 leaflets", 300).verdict() == ("agrees", 300, ("a",))


def test_a_number_told_once_tells_nothing() -> None:
    report = banned(REPEATED.replace("found 300", "found 200")).figure("300 leaflets", 300)
    assert report.verdict()[0] == "cannot_tell"


def test_a_figure_with_nothing_to_count_tells_nothing() -> None:
    assert Invented("Some 5000 people marched.").figure("Some 5000 people", 5000, "~").verdict() == (
        "cannot_tell",
        None,
        (),
    )

"""Cards whose fields stand over their values, or run together in one line; lists of names with ages. All invented."""

from __future__ import annotations

from habeas.evidence import take
from habeas.reading import read


def told(text, kind):
    found = read(take(text.encode(), file="report.txt").document)
    names = {p.id: p.name for p in found.persons}
    return [(tuple(names[p] for p in c.persons), c.when, dict(c.fields)) for c in found.claims if c.kind == kind]


def people(text):
    return [p.name for p in read(take(text.encode(), file="report.txt").document).persons]


def stacked(name, arrest, charges, sentence):
    return (
        f"FILE\n\nName\n{name}\n\nBorn\n1993\n\nDate of "
        f"arrest\n{arrest}\n\nCharges\n{charges}\n\nSentence\n{sentence}\n\n"
    )


STACKED = "DOCKET\nCase files\n\n" + stacked(
    "Abbas Mirza al-Dorazi", "14 March 2016 (third arrest)", "Founding a cell (Article 6, Law 58/2006)",
    "1) Two years, 12 September 2017, Lower Criminal Court\n2) One year on appeal, 20 November 2018",
) + stacked(
    "Sayed Ihsan Jawad Tuqi\nSayed Ayyub Jawad Tuqi (his twin)", "19 January 2019", "Article 178 Penal Code",
    "Sayed Ihsan three years, Sayed Ayyub six months (30 June 2019). The prosecution had wanted seven years for each.",
)  # fmt: skip


def test_names_under_their_label_line_by_line():
    assert people(STACKED) == ["Abbas Mirza al-Dorazi", "Sayed Ihsan Jawad Tuqi", "Sayed Ayyub Jawad Tuqi"]


def test_values_under_their_labels():
    assert told(STACKED, "custody")[0][:2] == (("Abbas Mirza al-Dorazi",), "2016-03-14")
    assert [f["article"] for _, _, f in told(STACKED, "charge")] == ["6", "178"]


def test_each_line_under_a_label_has_its_own_date():
    sentences = [(n, w, f["length"]) for n, w, f in told(STACKED, "sentence") if f["length"] != "P7Y"]
    assert sentences == [
        (("Abbas Mirza al-Dorazi",), "2017-09-12", "P2Y"), (("Abbas Mirza al-Dorazi",), "2018-11-20", "P1Y"),
        (("Sayed Ihsan Jawad Tuqi",), "2019-06-30", "P3Y"), (("Sayed Ayyub Jawad Tuqi",), "2019-06-30", "P6M"),
    ]  # fmt: skip


def test_headings_of_a_report_are_no_fields():
    text = (
        "# Report\n\nBackground\nIn 2019 little was known.\n\nTrial\nNobody "
        "came.\n\nSentence\nIvan Petrov got five years.\n"
    )
    assert [n for n, _, _ in told(text, "sentence")] == [("Ivan Petrov",)]


RUN = (
    "Register of persons held\n\n"
    "Y Blim Kdam; Born: 1972; Occupation: farmer; Date of arrest: 14 September 2022; Charge: "
    "Article 109 CC; Verdict: 20 July "
    "2023, Dak Nong, 8 years in prison; Appeal: none lodged; Remarks: his wife saw bruises.\n\n"
    "Rmah Tlir (also spelt Ro Mah Tlir); Born: 1988; Occupation: none; Date of arrest: 3 "
    "December 2017; Charge: Article 87; "
    "Verdict: 21 June 2018, Gia Lai, 8 years; Appeal: 4 October 2018, 7 years; Prison: Gia Trung.\n"
)


def test_fields_run_together_in_one_line():
    assert people(RUN) == ["Y Blim Kdam", "Rmah Tlir"]
    assert [(n[0], w) for n, w, _ in told(RUN, "custody")] == [
        ("Y Blim Kdam", "2022-09-14"), ("Rmah Tlir", "2017-12-03"),
    ]  # fmt: skip
    assert [(n[0], w, f["length"]) for n, w, f in told(RUN, "sentence")] == [
        ("Y Blim Kdam", "2023-07-20", "P8Y"), ("Rmah Tlir", "2018-06-21", "P8Y"), ("Rmah Tlir", "2018-10-04", "P7Y"),
    ]  # fmt: skip


def test_an_appeal_that_was_not_lodged_is_none():
    assert [(n[0], w) for n, w, _ in told(RUN, "proceeding")] == [("Rmah Tlir", "2018-10-04")]


def test_a_release_to_come_is_none():
    text = "Name: Ivan Petrov\nArrested: 3 May 2021\nRelease expected: March 2027\nPrison: No. 6, Orsha\n"
    assert told(text, "release") == []


def test_a_list_of_names_with_ages():
    text = (
        "THE THREE\nDaw Hnin Wai, 46, librarian. Seven years, Sec. 52(a).\nKo Zeya Phone, 24, "
        "student. Five years with hard "
        "labour, Sec. 505A.\nMai Biak Tlem, 27, repairer. Sec. 121; released on bail 8 February 2023.\n"
    )
    assert people(text) == ["Daw Hnin Wai", "Ko Zeya Phone", "Mai Biak Tlem"]
    assert [(n[0], f["length"]) for n, _, f in told(text, "sentence")] == [
        ("Daw Hnin Wai", "P7Y"), ("Ko Zeya Phone", "P5Y"),
    ]  # fmt: skip
    assert [(n[0], f["article"]) for n, _, f in told(text, "charge")] == [
        ("Daw Hnin Wai", "52"), ("Ko Zeya Phone", "505A"), ("Mai Biak Tlem", "121"),
    ]  # fmt: skip


def test_people_arrested_among_a_number_of_others():
    text = "Police arrested five people on 3 May 2021, including Ivan Petrov, a teacher, and Petr Sidorov.\n"
    assert told(text, "custody")[0][0] == ("Ivan Petrov", "Petr Sidorov")


def test_another_name_is_no_other_person():
    text = "Yemane Gebreab Tesfal, known as Wedi Gebreab, was arrested on 3 May 2021.\n"
    assert people(text) == ["Yemane Gebreab Tesfal"]


def test_family_and_first_names_in_fields_of_their_own():
    text = "".join(
        f"DOSSIER {n}\n\n1. Family name: {family}\n2. First name: {first}\n3. Sex: male\n4. Date of arrest: 4 "
        f"March 20{n}\n"
        "5. Sentence: seven years' imprisonment\n\n"
        for n, family, first in ((19, "NGUYEN", "Van An"), (20, "TRAN", "Thi Hoa"))
    )
    assert people(text) == ["NGUYEN Van An", "TRAN Thi Hoa"]
    assert [n[0] for n, _, _ in told(text, "sentence")] == ["NGUYEN Van An", "TRAN Thi Hoa"]


def test_labels_with_dashes_for_colons():
    text = "".join(
        f"{name}\nBorn – 1986\nArrested – {day}\nCharge – Article 117\nTrial – 5 January 2022; {n} years in prison\n\n"
        for name, day, n in (("Lam Tran Van", "11 March 2021", 6), ("Blim Krec", "8 April 2021", 9))
    )
    assert [(n[0], w) for n, w, _ in told(text, "custody")] == [
        ("Lam Tran Van", "2021-03-11"), ("Blim Krec", "2021-04-08"),
    ]  # fmt: skip
    assert [(n[0], w, f["length"]) for n, w, f in told(text, "sentence")] == [
        ("Lam Tran Van", "2022-01-05", "P6Y"), ("Blim Krec", "2022-01-05", "P9Y"),
    ]  # fmt: skip


def test_instances_are_fields_of_sentences_and_a_day_until_is_no_arrest():
    text = (
        "NAME: LAM TRAN\nDetention: Camp 5, incommunicado until 5 January 2022\nArrest: 11 March 2021\n"
        "First instance: 5 January 2022, Hue; ten years\nSecond instance: 3 July 2022, nine years\n"
    )
    assert [w for _, w, _ in told(text, "custody")] == ["2021-03-11"]
    assert [(w, f["length"]) for _, w, f in told(text, "sentence")] == [("2022-01-05", "P10Y"), ("2022-07-03", "P9Y")]


def test_lines_of_a_chronicle_under_a_name():
    text = "FILES\n\n1. Lam Tran Huu\nBlogger, born 1979\n• 11 March 2021: arrested at home\n" + (
        "• 5 January 2022: trial in Vinh; 6 years in prison and 3 years of probation (Article 117)\n"
    )
    assert [(w, f["penalty"], f["length"]) for _, w, f in told(text, "sentence")] == [
        ("2022-01-05", "imprisonment", "P6Y"), ("2022-01-05", "probation", "P3Y"),
    ]  # fmt: skip


def test_an_article_that_became_another_and_brothers_in_one_opening_line():
    text = "LIST\n\n1. Rashid Huseynov (b. 1990) and his brother Elnur Huseynov (b. 1993)\n" + (
        "Charge: 206.3.2 (smuggling), later replaced by 192.2.2 (illegal trade)\n\n2. Polad Aslanov\nCharge: 274\n"
    )
    assert [(len(n), f["article"]) for n, _, f in told(text, "charge")] == [(2, "206"), (2, "192"), (1, "274")]


def test_a_word_in_capitals_is_taken_whole_or_not_at_all():
    """Taken to pieces it could be read in as many ways as there are subsets of its letters: this would not end."""
    text = f"Name: {'ABDULRAHMAN' * 4} ALHARBI, teacher, son of Khalid Alharbi\n"
    assert read(take(text.encode(), file="report.md").document).persons

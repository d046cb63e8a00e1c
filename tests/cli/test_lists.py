"""`habeas lists` and `habeas due` as typed: what they print, and one line for each bad input."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from cli.shell import DAY, HERE, MEMBER, done, refused

OLD, NEW = str(HERE / "list-old.csv"), str(HERE / "list-new.csv")
XML = "<l><person><lname>Holmov</lname><fname>Stefan</fname><birthdate>03.02.1981</birthdate></person></l>"


def test_a_comparison_needs_no_workspace(tmp_path: Path) -> None:
    said = json.loads(done("lists", "compare", OLD, NEW, "--json", cwd=tmp_path).out)
    assert [e["name"] for e in said["added"]] == ["Mossova Ada"]
    assert [e["name"] for e in said["removed"]] == ["Lind Ora"]
    assert [(c["before"]["birth"], c["fields"]) for c in said["changed"]] == [("1975", ["birth"])]
    assert (said["unchanged"], said["maybe"]) == (1, [])
    assert done("lists", "compare", OLD, NEW, cwd=tmp_path).lines[-1] == "1 added, 1 removed, 1 changed, 1 unchanged."


def test_a_list_does_not_differ_from_itself(tmp_path: Path) -> None:
    assert done("lists", "compare", NEW, NEW, cwd=tmp_path).lines[-1] == "0 added, 0 removed, 0 changed, 3 unchanged."


def test_what_went_and_came_back_was_issued_again(tmp_path: Path) -> None:
    days = ("--on", "2021-01-01", "--on", "2021-02-01", "--on", "2021-03-01")
    said = done("lists", "compare", OLD, NEW, OLD, *days, cwd=tmp_path)
    assert [x for x in said.lines if "Issued" in x] == [
        "Issued again: Lind Ora, 2021-02-02/2021-03-01, known by its identifier."
    ]


def test_cells_that_a_spreadsheet_would_run_are_made_harmless(tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_text("name,id\nUna Veil,1\n", "utf-8")
    (tmp_path / "new.csv").write_text('name,id\nUna Veil,1\n"=HYPERLINK(1)",@2\n', "utf-8")
    said = done("lists", "compare", "old.csv", "new.csv", "--csv", cwd=tmp_path)
    assert list(csv.reader(io.StringIO(said.out)))[1:] == [["added", "'=HYPERLINK(1)", "", "", "'@2", "", "", ""]]


def test_a_list_of_a_hundred_thousand_identical_rows(tmp_path: Path) -> None:
    (tmp_path / "many.csv").write_text("name,birth\n" + "Una Veil,1980-01-02\n" * 100_000, "utf-8")
    said = done("lists", "compare", "many.csv", "many.csv", cwd=tmp_path)
    assert said.lines == [
        *["many.csv: 1 entries (99,999 rows repeat another)"] * 2, "0 added, 0 removed, 0 changed, 1 unchanged.",
    ]  # fmt: skip


def test_who_of_the_register_is_on_a_list(office: Path) -> None:
    (office.parent / "l.xml").write_text(XML, "utf-8")
    for name in (NEW, "../l.xml"):
        hits = json.loads(done("lists", "check", name, "--json", cwd=office).out)["hits"]
        assert {h["known_as"]: h["entry"]["name"] for h in hits}["Stefan Holmov"] == "Holmov Stefan"


def test_what_a_column_holds_is_said_once(office: Path) -> None:
    odd = office.parent / "odd.csv"
    odd.write_text("Who,DoB,Id\nHolmov Stefan,1981,\n", "utf-8")
    refused("lists", "check", "../odd.csv", cwd=office, code=2)
    said = ("--column", "name=Who", "--column", "birth=DoB", "--column", "identifier=")
    done("lists", "add", "../odd.csv", "--on", "2021-02-28", "--by", MEMBER, *said, cwd=office)
    hits = json.loads(done("lists", "check", "../odd.csv", "--json", cwd=office).out)["hits"]
    assert [(h["known_as"], h["entry"]["birth"]) for h in hits] == [("Stefan Holmov", "1981")]


def test_a_hit_is_explained_when_asked(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("name\nСериков Әсет\n", "utf-8")
    (tmp_path / "asked.csv").write_text("name\nAset Serikov\nUna Veil\n", "utf-8")
    asked = ("names", "screen", "--list", "list.csv", "--queries", "asked.csv")
    lines = done(*asked, "--explain", cwd=tmp_path).lines
    assert [x.strip() for x in lines[2:4]] == [
        "given: Aset ~ Әсет: variant (spelling or script)",
        "surname: Serikov ~ Сериков: variant (spelling or script)",
    ]
    found, nobody = (json.loads(x) for x in done(*asked, "--explain", "--json", cwd=tmp_path).lines)
    assert [p["role"] for p in found["hits"][0]["explanation"]] == ["given", "surname"]
    assert nobody["hits"] == []
    assert "explanation" not in json.loads(done(*asked, "--json", cwd=tmp_path).lines[0])["hits"][0]


def test_a_list_is_added_decided_and_counted(office: Path) -> None:
    done("lists", "add", NEW, "--name", "List of Lorn", "--on", "2021-02-28", "--by", MEMBER, cwd=office)
    proposals = done("proposals", "--kind", "listing", cwd=office).lines
    assert len([x for x in proposals if x.startswith("c-")]) == 2
    done("accept", "--kind", "listing", "--by", MEMBER, cwd=office)
    assert done("proposals", "--kind", "listing", cwd=office).lines == ["No open proposal fits."]


def test_due_as_json_and_as_a_calendar(office: Path) -> None:
    asked = ("due", "--as-of", DAY, "--until", "2030-01-01", "--ics", "due.ics")
    said = json.loads(done(*asked, "--json", cwd=office).out)
    terms = {i["name"]: (i["earliest"], i["latest"]) for i in said["items"] if i["kind"] == "sentence_end"}
    assert terms == {
        "Ada Mossova": ("2028-05-03", "2028-05-03"), "Boris Reedov": ("2029-05-04", "2029-05-04"),
        "Stefan Holmov": ("2027-06-05", "2027-06-05"), "Clara Reedov": ("2023-07-06", "2023-07-06"),
    }  # fmt: skip
    text = (office / "due.ics").read_bytes().decode()
    assert (text.count("BEGIN:VEVENT"), text.count("\n"), text.endswith("END:VCALENDAR\r\n")) == (
        len(said["items"]), text.count("\r\n"), True,
    )  # fmt: skip


def test_nothing_is_due_for_the_public_before_anything_is_released(office: Path) -> None:
    said = done("due", "--as-of", DAY, "--until", "2099-01-01", "--audience", "public", cwd=office)
    assert said.lines == ["0 items as of 2021-03-01, for the audience public."]


ASKED_WRONGLY = {
    "one list": (("lists", "compare", OLD), 2, "One snapshot cannot be compared."),
    "days for some": (("lists", "compare", OLD, NEW, "--on", DAY), 2, "1 days are given for 2 files."),
    "days in no order": (
        ("lists", "compare", OLD, NEW, "--on", "2021-02-02", "--on", "2021-01-01"), 2, "The days are not in order."),
    "a column that is none": (("lists", "check", OLD, "--column", "birth"), 2, "A --column is not WHAT=HEADER."),
    "a column that is not there": (
        ("lists", "check", OLD, "--column", "birth=DoB"), 2, "list-old.csv: The table has no column 'DoB'."),
    "a list that is a report": (
        ("lists", "check", str(HERE / "report.md")), 2, "report.md: No column of the table holds names"),
    "a list that is not there": (("lists", "check", "none.xml"), 2, "There is no file none.xml."),
    "a folder": (("lists", "check", ".."), 2, ".. is no regular file."),
    "a list of no day": (("lists", "add", OLD, "--on", "2021", "--by", MEMBER), 2, "'2021' is not one day."),
    "a list of nobody": (("lists", "add", OLD, "--on", DAY, "--by", "Nobody"), 3, "There is no member 'Nobody'."),
    "entities": (("lists", "check", "../laughs.xml"), 2, "laughs.xml: This XML declares a document type"),
    "an old encoding": (("lists", "check", "../koi.csv"), 2, "koi.csv is not UTF-8; it seems to be koi8-r."),
    "until before": (("due", "--as-of", DAY, "--until", "2020-01-01"), 2, "--until 2020-01-01 lies before 2021-03-01."),
    "due for nobody": (("due", "--audience", "all"), 2, "'all' is no audience."),
    "mail that is off": (("due", "--mail"), 2, "Mail is off: habeas.toml has no [mail]."),
    "an unwritable calendar": (("due", "--ics", "/nonexistent/x.ics"), 2, "/nonexistent/x.ics could not be written"),
}  # fmt: skip


@pytest.mark.parametrize("case", list(ASKED_WRONGLY))
def test_asked_wrongly(office: Path, case: str) -> None:
    (office.parent / "laughs.xml").write_text('<!DOCTYPE l [<!ENTITY a "ha">]><l>&a;</l>', "utf-8")
    (office.parent / "koi.csv").write_bytes("ФИО;рождение\nВымышленная Анна;1980\n".encode("koi8-r") * 20)
    words, code, cause = ASKED_WRONGLY[case]
    assert refused(*words, cwd=office, code=code)[: len(cause)] == cause

"""The page that imports a list of people: first what it would bring, then the import."""

from __future__ import annotations

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from desk.invented import MONITOR, moment
from habeas.desk import Workspace, accept_all, register

LIST = "Name,DoB,Picked up,Shoes\nUna <b>Veil,1980-01-02,2019-05-05,42\nDana Omar,1979,,\n"


@pytest.fixture
def decided(office: Workspace) -> Workspace:
    """The invented list with everything accepted."""
    accept_all(office, by=MONITOR, now=moment(5))
    return office


def sent(asked: Client, text: str = LIST, **more: str) -> HttpResponse:
    file = SimpleUploadedFile("list.csv", text.encode(), "text/csv")
    answer: HttpResponse = asked.post("/people/import/", {"file": file, **more}, headers={"HX-Request": "true"})
    return answer


def test_a_plan_is_shown_and_nothing_written(decided: Workspace, asked: Client) -> None:
    before = decided.journal.head()
    answer = sent(asked)
    page = answer.content.decode()
    assert (answer.status_code, decided.journal.head()) == (200, before)
    assert "Una &lt;b&gt;Veil" in page
    assert "Perhaps in the register already" in page
    assert '<option value="birth" selected>' in page
    assert page.count('<option value="-">') == 4


def test_the_columns_are_what_the_member_says(decided: Workspace, asked: Client) -> None:
    said = {"column:Name": "name", "column:DoB": "-", "column:Picked up": "arrested", "column:Shoes": "-"}
    assert "2019-05-05" in sent(asked, **said).content.decode()
    assert "1980-01-02" not in sent(asked, **said).content.decode()


def test_an_import_is_made_once(decided: Workspace, asked: Client) -> None:
    known = len(register(decided).people)
    page = sent(asked, act="import", list="Ours", title="A list").content.decode()
    assert "Imported: 2 records, 4 claims." in page
    assert len(register(decided).people) == known + 2
    head = decided.journal.head()
    assert "Nothing changed" in sent(asked, act="import", list="Ours", title="A list").content.decode()
    assert decided.journal.head() == head


def test_an_export_is_a_table_without_formulas(decided: Workspace, asked: Client) -> None:
    sent(asked, "Name,Occupation\nUna Veil,=cmd()\n", act="import")
    answer = asked.get("/people/export.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert [r["Occupation"] for r in rows if r["Name"] == "Una Veil"] == ["'=cmd()"]
    assert {r["Name"] for r in rows} > {"Dana Omar"}


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "", '[{"name": '])
def test_what_is_no_list_is_told(decided: Workspace, asked: Client, text: str) -> None:
    assert sent(asked, text, act="import").status_code == 400


def test_no_file_is_told(asked: Client) -> None:
    assert asked.post("/people/import/", {}).status_code == 400

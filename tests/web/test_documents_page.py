"""Documents at the desk: chosen, checked for what they lack, taken in three formats."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from desk.invented import DAY, MONITOR, moment
from habeas.desk import Workspace, accept_all, people


@pytest.fixture
def decided(office: Workspace) -> Workspace:
    """The invented list with everything accepted."""
    accept_all(office, by=MONITOR, now=moment(5))
    return office


def test_the_form_names_every_kind(decided: Workspace, asked: Client) -> None:
    page = asked.get("/documents/").content.decode()
    assert [f'value="{kind}"' in page for kind in ("list", "person", "case", "wgad", "ccf", "sanctions")] == [True] * 6


def test_the_list_report_is_offered_in_three_formats(decided: Workspace, asked: Client) -> None:
    page = asked.get(f"/documents/?kind=list&as_of={DAY}").content.decode()
    assert [f"format={f}" in page for f in ("pdf", "docx", "html")] == [True] * 3


@pytest.mark.parametrize(("format", "start"), [("pdf", b"%PDF-"), ("docx", b"PK"), ("html", b"<!doctype html>")])
def test_a_document_is_downloaded(decided: Workspace, asked: Client, format: str, start: bytes) -> None:
    answer = asked.get(f"/documents/file/?kind=list&as_of={DAY}&format={format}")
    assert (answer.status_code, answer.content.startswith(start)) == (200, True)
    assert answer["Content-Disposition"] == f'attachment; filename="list-{DAY}.{format}"'


def test_a_request_says_what_it_lacks(decided: Workspace, asked: Client) -> None:
    page = asked.get(f"/documents/?kind=ccf&who=Aru+Bekova&as_of={DAY}").content.decode()
    assert ("Power of attorney" in page, "Not complete" in page) == (True, True)


def test_a_document_about_nobody_asks_about_whom(decided: Workspace, asked: Client) -> None:
    assert "say about whom" in asked.get("/documents/?kind=person").content.decode()


@pytest.mark.parametrize(
    ("query", "status"),
    [("kind=nosuch&who=x", 400), ("kind=person&who=Nobody+There", 404), ("kind=list&audience=enemies", 400)],
)
def test_a_bad_request_is_refused_in_words(decided: Workspace, asked: Client, query: str, status: int) -> None:
    assert asked.get(f"/documents/?{query}").status_code == status
    assert asked.get(f"/documents/file/?{query}&format=pdf").status_code == status


def test_an_unknown_format_is_refused(decided: Workspace, asked: Client) -> None:
    assert asked.get("/documents/file/?kind=list&format=exe").status_code == 400


def test_the_public_list_holds_nobody_before_a_release(decided: Workspace, asked: Client) -> None:
    page = asked.get(f"/documents/file/?kind=list&audience=public&as_of={DAY}&format=html").content.decode()
    names = [p.name for p in people(decided, as_of=date(2021, 1, 31))]
    assert (len(names) > 2, [name for name in names if name in page]) == (True, [])

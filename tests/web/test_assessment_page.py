"""The page of an assessment: criteria with their facts, an answer by one member, a second word by another."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from desk.invented import DAY, EDITOR, MONITOR, moment
from habeas.desk import Workspace, accept_all, people
from habeas.web.views.entrance import new_link
from web.office import browser


@pytest.fixture
def who(office: Workspace) -> str:
    """Aru Bekova's id, everything accepted."""
    accept_all(office, by=MONITOR, now=moment(5))
    from datetime import date

    return next(p.id for p in people(office, as_of=date.fromisoformat(DAY)) if p.name == "Aru Bekova")


def test_criteria_stand_in_russian_on_kazakh_pages(office: Workspace, asked: Client) -> None:
    accept_all(office, by=MONITOR, now=moment(5))
    asked.post("/language/", {"language": "kk", "next": "/"})
    page = asked.get("/people/Bolat%20Karin/assessment/?by=wgad").content.decode()
    assert ("По какому документу" in page, "On which paper" in page) == (True, False)


def test_an_answer_is_given_by_one_and_confirmed_by_another(office: Workspace, asked: Client, who: str) -> None:
    page = asked.get(f"/people/{who}/assessment/?by=pace-1900&as_of={DAY}").content.decode()
    fact = re.search(r'name="for" value="(f-[0-9a-f]+)"', page)
    assert fact is not None
    said = {"by": "pace-1900", "criterion": "c", "answer": "met", "why": "ten years for a poem", "for": fact[1]}
    assert asked.post(f"/people/{who}/assess/?as_of={DAY}", said).status_code == 302
    page = asked.get(f"/people/{who}/assessment/?by=pace-1900&as_of={DAY}").content.decode()
    assert ("ten years for a poem" in page, "No criterion is met and confirmed" in page) == (True, True)
    assert 'name="entry"' not in page  # nobody is offered to second their own
    other = browser()
    other.get(new_link(EDITOR))
    page = other.get(f"/people/{who}/assessment/?by=pace-1900&as_of={DAY}").content.decode()
    entry = re.search(r'name="entry" value="([^"]+)"', page)
    assert entry is not None
    said = {"by": "pace-1900", "criterion": "c", "entry": entry[1], "agrees": "yes", "why": "compared"}
    assert other.post(f"/people/{who}/second/?as_of={DAY}", said).status_code == 302
    assert "Met and confirmed:" in other.get(f"/people/{who}/assessment/?by=pace-1900&as_of={DAY}").content.decode()


def test_an_answer_without_a_reason_is_refused_in_words(office: Workspace, asked: Client, who: str) -> None:
    answer = asked.post(f"/people/{who}/assess/", {"by": "wgad", "criterion": "I", "answer": "not_met", "why": ""})
    assert (answer.status_code, "needs a reason" in answer.content.decode()) == (400, True)


def test_a_definition_that_there_is_not(office: Workspace, asked: Client, who: str) -> None:
    assert asked.get(f"/people/{who}/assessment/?by=nosuch").status_code == 404

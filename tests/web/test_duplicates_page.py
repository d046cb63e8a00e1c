"""The page of people who may be one person."""

from __future__ import annotations

import pytest
from django.test import Client

from desk.invented import MONITOR, moment
from habeas.adapters.people_lists import take_people
from habeas.desk import Workspace, accept_all, import_people, likely_duplicates

LIST = "Name,Birth\nAset <b>Serikov,1980-03-12\nСериков Әсет,1980-03-12\n"


@pytest.fixture
def decided(office: Workspace) -> Workspace:
    accept_all(office, by=MONITOR, now=moment(5))
    import_people(office, *take_people(LIST.encode(), file="list.csv"), by=MONITOR, now=moment(6))
    return office


def test_a_pair_is_shown_with_its_reasons_and_judged(decided: Workspace, asked: Client) -> None:
    page = asked.get("/people/duplicates/").content.decode()
    assert ("&lt;b&gt;Serikov" in page, "Same person" in page, "variant" in page) == (True, True, True)
    (pair,) = likely_duplicates(decided).pairs
    sent = {"id": [pair.left.id, pair.right.id], "act": "cannot_tell", "why": "no second source"}
    assert "Left open." in asked.post("/people/duplicates/judge/", sent, follow=True).content.decode()
    assert "No pair waits." in asked.get("/people/duplicates/").content.decode()
    assert "Serikov" in asked.get("/people/duplicates/?undecided=1").content.decode()


def test_what_is_no_judgement_is_told(decided: Workspace, asked: Client) -> None:
    head = decided.journal.head()
    page = asked.post("/people/duplicates/judge/", {"id": ["r-0000000000"], "act": "marry"}, follow=True)
    assert ("No judgement was sent." in page.content.decode(), decided.journal.head()) == (True, head)

"""What is due: a page, the first page's few lines, and a calendar."""

from __future__ import annotations

import pytest
from django.test import Client

from desk.invented import DAY, MONITOR, moment
from habeas.desk import Workspace, accept_all


@pytest.fixture
def decided(office: Workspace) -> Workspace:
    """The invented list with everything accepted."""
    accept_all(office, by=MONITOR, now=moment(5))
    return office


def test_the_page_shows_each_item_with_its_rule(decided: Workspace, asked: Client) -> None:
    page = asked.get("/due/?as_of=2035-01-01").content.decode()
    assert ("<h2>" in page, "Rule" in page, "/people/r-" in page) == (True, True, True)


def test_the_first_page_asks_for_the_few_that_come_first(decided: Workspace, asked: Client) -> None:
    assert 'hx-get="/due/' in asked.get(f"/?as_of={DAY}").content.decode()
    short = asked.get(f"/due/?as_of={DAY}", headers={"HX-Request": "true"}).content.decode()
    assert ("<html" in short, "All that is due" in short) == (False, True)


def test_the_calendar_is_one(decided: Workspace, asked: Client) -> None:
    answer = asked.get(f"/due.ics?as_of={DAY}")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.content.startswith(b"BEGIN:VCALENDAR")

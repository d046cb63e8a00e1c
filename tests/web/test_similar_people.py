"""Similar people in review: offered with reasons, joined only by a member, and back to where they worked."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from desk.invented import MONITOR, bring, moment
from habeas.desk import Workspace, accept_all, sources
from habeas.desk.similar import similar_people

OTHER = """News from Arcadia in another spelling
Ару Бекова | custody | 2019-01-10 | form=pretrial_detention
Nobody Elsewhere | custody | 2019-01-10 | form=pretrial_detention
"""


@pytest.fixture
def second(office: Workspace) -> str:
    """The invented list, decided; then a second source that names one of its people in another script."""
    accept_all(office, by=MONITOR, now=moment(5))
    bring(office, OTHER, second=20, name="news.txt")
    return next(s.source for s in sources(office) if s.title.startswith("News"))


def test_somebody_known_in_another_script_is_offered_with_reasons(office: Workspace, second: str) -> None:
    (found,) = similar_people(office, second)
    assert (found.name, found.opened, [p.name for p in found.people]) == ("Ару Бекова", False, ["Aru Bekova"])
    assert found.people[0].probability > 0.9
    assert {part.verdict for part in found.people[0].parts} <= {"same", "variant", "missing"}


def test_the_page_asks_for_them_and_shows_them(office: Workspace, asked: Client, second: str) -> None:
    assert f'hx-get="/review/{second}/similar/' in asked.get(f"/review/{second}/").content.decode()
    shown = asked.get(f"/review/{second}/similar/").content.decode()
    assert ("Aru Bekova" in shown, "Accept something about them first" in shown) == (True, True)


def test_both_are_joined_by_a_member_and_the_page_comes_back(office: Workspace, asked: Client, second: str) -> None:
    accept_all(office, by=MONITOR, now=moment(30))
    shown = asked.get(
        f"/review/{second}/similar/?status=all", headers={"HX-Current-URL": f"http://localhost/review/{second}/"}
    ).content.decode()
    ids = re.findall(r'name="id" value="([^"]+)"', shown)
    answer = asked.post("/people/duplicates/judge/", {"act": "same", "id": ids[:2], "next": f"/review/{second}/"})
    assert (answer.status_code, answer["Location"]) == (302, f"/review/{second}/")
    assert similar_people(office, second) == ()


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org/review/", "/review/..//x", "/people/"])
def test_nobody_is_led_elsewhere(office: Workspace, asked: Client, second: str, elsewhere: str) -> None:
    answer = asked.post("/people/duplicates/judge/", {"act": "same", "id": [], "next": elsewhere})
    assert answer["Location"] == "/people/duplicates/"


def test_an_empty_register_offers_nobody(office: Workspace) -> None:
    assert similar_people(office, sources(office)[0].source) == ()

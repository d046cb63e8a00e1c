"""The entrance: a first link works once, nobody sees a page without one, and every answer carries its headers."""

from __future__ import annotations

import hashlib

from django.test import Client

from desk.invented import MONITOR
from habeas.desk import Workspace, members
from habeas.web.middleware.headers import HEADERS
from habeas.web.settings import STATIC
from habeas.web.views.entrance import new_link
from web.office import browser


def test_a_first_link_works_once(office: Workspace) -> None:
    link = new_link(MONITOR)
    answers = [browser().get(link).status_code for _ in range(2)]
    assert answers == [302, 404]


def test_a_link_that_names_nobody_asks_for_the_name_of_the_member(office: Workspace) -> None:
    client, link = browser(), new_link()
    asked = client.get(link)
    entered = client.post(link, {"name": "N. Newcomer"})
    assert (asked.status_code, entered.status_code) == (200, 302)
    assert [m.name for m in members(office)] == ["A. Monitor", "B. Editor", "N. Newcomer"]


def test_nobody_sees_a_page_without_signing_in(office: Workspace) -> None:
    answer = browser().get("/?as_of=2021-01-31")
    assert (answer.status_code, answer["Location"]) == (302, "/sign-in/?next=%2F%3Fas_of%3D2021-01-31")


def test_a_small_move_without_a_session_leads_to_the_entrance(office: Workspace) -> None:
    answer = browser().get("/", headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Redirect"]) == (401, "/sign-in/")


def test_signing_out_ends_the_session(asked: Client) -> None:
    assert asked.get("/").status_code == 200
    asked.post("/sign-out/")
    assert asked.get("/").status_code == 302


def test_every_answer_carries_the_headers(asked: Client) -> None:
    for answer in (asked.get("/"), asked.get("/nowhere/"), asked.get("/", headers={"Host": "evil.example"})):
        assert {name: answer.headers.get(name) for name in HEADERS} == dict(HEADERS)


def test_a_forged_host_gets_a_plain_refusal(asked: Client) -> None:
    answer = asked.get("/", headers={"Host": "evil.example"})
    assert (answer.status_code, answer["Content-Type"]) == (400, "text/plain; charset=utf-8")


def test_htmx_is_the_file_that_was_published() -> None:
    digest = hashlib.sha256((STATIC / "htmx-2.0.11.min.js").read_bytes()).hexdigest()
    assert digest == "d6fdc75f204e6bdefa99b69bf1e6d4ac69b8a364f77929f45c13476b4000f717"

"""Every role x page x action cell of `docs/accounts.md`, asked of the running pages; a refusal tells nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from desk.invented import EDITOR, LIST, MONITOR, bring, moment, new_workspace
from habeas.desk import Workspace, accept_all, accept_one, authors, members, proposals, register
from habeas.web.accounts.manual import addresses, pages, placed, unclassed
from habeas.web.opening import release, use
from habeas.web.permissions import ACTIONS, NOT_OWN, TABLE, allowed
from habeas.web.who import BACKEND, ROLES, Who, user_of
from shared_texts import PROJECT

ABSENT = {"sha256": "0" * 64, "proposal": "c-0000000000", "who": "r-0000000000", "fact": "f-0000000000",
          "claim": "c-0000000000", "entry": "999", "member": "m-0000000000", "token": "x", "name": "listed",
          "series": "held", "path": "index.html"}  # fmt: skip


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The invented list, decided by the monitor but for one claim that the editor accepted."""
    folder = tmp_path_factory.mktemp("roles") / "arcadia"
    with new_workspace(folder) as made:
        bring(made, LIST)
        first = next(p for p in proposals(made) if p.kind == "sentence")
        accept_one(made, first.id, by=EDITOR, now=moment(4))
        accept_all(made, by=MONITOR, now=moment(5))
    yield use(folder)
    release()


def browser(ws: Workspace, *roles: str, member: str = EDITOR) -> Client:
    """A browser in which the member is signed in with these roles alone."""
    client = Client(SERVER_NAME="localhost", raise_request_exception=False)
    user = user_of(next(m.id for m in members(ws) if m.name == member), roles)
    client.force_login(user, backend=BACKEND)
    return client


@cache
def cells() -> tuple[tuple[str, str, str], ...]:
    return tuple((name, method, action) for name, _, methods, action in pages() for method in methods)


REFUSAL = b"Your role does not permit this."
"""What the table refuses. The desk has refusals of its own (a basis that is none), in the same status."""
TOKEN = re.compile(rb'(csrfmiddlewaretoken" value="|X-CSRFToken": ")\w+')


def refused(client: Client, name: str, method: str) -> bool:
    """True when the table refuses the page."""
    answer = ask(client, name, method)
    return (answer.status_code, REFUSAL in answer.content) == (403, True)


def ask(client: Client, name: str, method: str) -> HttpResponse:
    """The page with ids that nothing has. No body goes along with a POST."""
    wanted = next(a for n, a, _ in addresses() if n == name)
    named = {key: value for key, value in ABSENT.items() if f"<{key}>" in wanted}
    answer: HttpResponse = getattr(client, method.lower())(reverse(name, kwargs=named))
    return answer


@pytest.mark.parametrize("role", ROLES)
def test_every_cell(served: Workspace, role: str) -> None:
    """Refused (403) is exactly what the table does not permit. What is permitted and absent is 404, or 400."""
    told = {(name, method): refused(browser(served, role), name, method) for name, method, _ in cells()}
    assert told == {(n, m): action not in TABLE[role] for n, m, action in cells()}
    assert len(told) >= 40


def test_nobody_without_a_role_may_do_anything(served: Workspace) -> None:
    client = browser(served)
    assert {refused(client, name, method) for name, method, _ in cells()} == {True}


def test_nobody_without_a_session_gets_a_page(served: Workspace) -> None:
    client = Client(SERVER_NAME="localhost")
    assert {ask(client, name, method).status_code for name, method, _ in cells()} == {302}


def test_several_roles_permit_what_each_does(served: Workspace) -> None:
    client = browser(served, "administrator", "reader")
    assert (client.get("/accounts/").status_code, client.get("/").status_code) == (200, 200)


def test_an_administrator_sees_no_content(served: Workspace) -> None:
    client = browser(served, "administrator")
    seen = {name for name, _, methods, _ in pages() if "GET" in methods and ask(client, name, "GET").status_code == 200}
    assert seen == {"account", "accounts"}
    names = [p.name for p in register(served).people.values()]
    text = client.get("/accounts/").content.decode() + client.get("/").content.decode()
    assert [n for n in names if n in text] == []


def test_a_refusal_is_the_same_for_what_is_there_and_what_is_not(served: Workspace) -> None:
    client = browser(served, "administrator")
    there = next(iter(register(served).people))
    source = next(iter(register(served).sources))
    pairs = [(f"/people/{there}/", "/people/r-0000000000/"), (f"/sources/{source}/", f"/sources/{'0' * 64}/")]
    for one, other in pairs:
        answers = [client.get(address) for address in (one, other)]
        assert [a.status_code for a in answers] == [403, 403]
        assert len({TOKEN.sub(b"", a.content) for a in answers}) == 1


def _fact_of(ws: Workspace, member: str) -> str:
    """A fact that only this member made."""
    id = next(m.id for m in members(ws) if m.name == member)
    return next(f for f in register(ws).facts if authors(ws, fact=f) == {id})


@pytest.mark.parametrize(
    ("roles", "whose", "status"),
    [
        (("verifier",), MONITOR, 302),
        (("verifier",), EDITOR, 403),
        (("verifier", "monitor"), EDITOR, 302),
        (("monitor",), EDITOR, 302),
        (("reader",), MONITOR, 403),
    ],
)
def test_a_verifier_never_decides_on_own_facts(tmp_path, roles: tuple[str, ...], whose: str, status: int) -> None:
    with new_workspace(tmp_path / "arcadia") as made:
        bring(made, LIST)
        accept_one(made, proposals(made)[0].id, by=EDITOR, now=moment(4))
        accept_all(made, by=MONITOR, now=moment(5))
        fact = _fact_of(made, whose)
    ws = use(tmp_path / "arcadia")
    answer = browser(ws, *roles).post(f"/facts/{fact}/withdraw/", {"why": "wrong", "next": "/"})
    gone = fact not in register(ws).facts
    release()
    assert (answer.status_code, gone) == (status, status == 302)


def test_a_verifier_never_undoes_own_decisions(tmp_path) -> None:
    with new_workspace(tmp_path / "arcadia") as made:
        bring(made, LIST)
        first, second = proposals(made)[:2]
        own = accept_one(made, first.id, by=EDITOR, now=moment(4)).entries[0]
        other = accept_one(made, second.id, by=MONITOR, now=moment(5)).entries[0]
    client = browser(use(tmp_path / "arcadia"), "verifier")
    told = [client.post(f"/entries/{e}/undo/", {"why": "wrong", "next": "/"}).status_code for e in (own, other)]
    release()
    assert told == [403, 302]


def test_the_table_by_itself() -> None:
    assert set(TABLE) == set(ROLES)
    assert {a for actions in TABLE.values() for a in actions} == set(ACTIONS)
    assert {a for _, _, _, a in pages()} <= set(ACTIONS)
    one = Who("B. Editor", frozenset(("verifier",)), "m-1")
    assert [allowed(one, "decide", o) for o in (None, "m-1", "B. Editor", "m-2", ("m-2", "m-1"), ())] == [
        True, False, False, True, False, True,
    ]  # fmt: skip
    assert (NOT_OWN.keys() <= TABLE.keys(), allowed(Who(), "see"), allowed(one, "nothing")) == (True, False, False)


def test_every_address_names_an_action_or_says_who_may_open_it() -> None:
    assert unclassed() == []


def test_the_tables_of_the_manual_are_those_of_the_program() -> None:
    page = (PROJECT / "docs" / "accounts.md").read_text("utf-8")
    assert page == placed(page), "run: python -m habeas.web.accounts.manual"

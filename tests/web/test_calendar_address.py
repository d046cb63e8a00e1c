"""The calendar at a secret address: made and revoked on one's account, kept as a hash, bare unless its user says so."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from desk.invented import EDITOR, MONITOR, moment
from habeas.desk import Workspace, accept_all, add_member, register
from habeas.watch import KINDS
from habeas.watch.calendar import escaped
from habeas.web.accounts.users import reset, set_active
from habeas.web.permissions import TABLE
from habeas.web.who import member_id, user_of
from web.office import browser


@pytest.fixture
def decided(office: Workspace) -> Workspace:
    """The invented list with everything accepted."""
    accept_all(office, by=MONITOR, now=moment(5))
    return office


def made(client: Client, **said: str) -> str:
    """The path of a new address."""
    page = client.post("/account/calendar/", said).content.decode()
    return re.search(r"http://localhost(/calendar/[\w-]{43}\.ics)<", page)[1]  # type: ignore[index]


def summaries(client: Client, path: str) -> list[str]:
    text = client.get(path).content.decode().replace("\r\n ", "")
    return re.findall(r"SUMMARY:(.*)\r\n", text)


def test_it_is_read_without_signing_in_and_names_nobody(decided: Workspace, asked: Client) -> None:
    path = made(asked)
    answer = browser().get(path)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert (answer["Cache-Control"], answer["X-Robots-Tag"], answer.cookies) == ("no-store", "noindex", {})
    text = answer.content.decode().replace("\r\n ", "")
    known = register(decided)
    told = [p.name for p in known.people.values()] + list(known.people) + list(known.facts) + [decided.name]
    assert [t for t in told if t in text] == []
    assert "DESCRIPTION" not in text
    assert {escaped(kind) for kind in KINDS.values()} >= set(summaries(browser(), path)) > set()


def test_names_stand_in_it_where_its_user_chose_so(decided: Workspace, asked: Client) -> None:
    bare, told = summaries(browser(), made(asked)), summaries(browser(), made(asked, names="yes"))
    names = {p.name for p in register(decided).people.values()}
    assert len(bare) == len(told)
    assert any(name in line for name in names for line in told)


def test_it_stops_when_it_is_made_anew_and_when_it_is_revoked(decided: Workspace, asked: Client) -> None:
    first = made(asked)
    second = made(asked)
    assert [browser().get(p).status_code for p in (first, second)] == [404, 200]
    page = asked.get("/account/").content.decode()
    assert second.removesuffix(".ics").rpartition("/")[2] not in page
    assert asked.post("/account/calendar/end/").status_code == 302
    assert browser().get(second).status_code == 404


def test_only_a_hash_is_kept(decided: Workspace, asked: Client) -> None:
    secret = made(asked).removesuffix(".ics").rpartition("/")[2]
    kept = b"".join(f.read_bytes() for f in decided.folder.rglob("*") if f.is_file())
    assert secret.encode() not in kept


def test_it_shows_what_the_role_permits_now(decided: Workspace, asked: Client) -> None:
    path, monitor = made(asked), member_id(MONITOR)
    assert monitor is not None
    told = {role: user_of(monitor, [role]) and browser().get(path).status_code for role in TABLE}
    assert told == {role: 200 if "see" in actions else 404 for role, actions in TABLE.items()}
    user_of(monitor, [])
    assert browser().get(path).status_code == 404


@pytest.mark.parametrize("end", ["kept out", "reset"])
def test_who_is_kept_out_or_starts_anew_has_no_calendar(decided: Workspace, asked: Client, end: str) -> None:
    path, monitor = made(asked), member_id(MONITOR)
    assert monitor is not None
    user_of(add_member(decided, EDITOR, now=moment(6), by=MONITOR).id, ["administrator"])
    if end == "reset":
        reset(monitor)
    else:
        set_active(monitor, False)
    assert browser().get(path).status_code == 404


def test_it_changes_nothing_and_guesses_find_nothing(decided: Workspace, asked: Client) -> None:
    path = made(asked)
    assert [getattr(browser(), m)(path).status_code for m in ("post", "put", "delete", "head")] == [405, 405, 405, 200]
    before = decided.journal.head()
    browser().get(path)
    assert decided.journal.head() == before
    wrong = browser().get(f"/calendar/{'A' * 43}.ics")
    nowhere = browser().get("/calendar/nowhere")
    assert (wrong.status_code, wrong.content) == (nowhere.status_code, nowhere.content)


def test_the_account_says_when_it_was_asked_for(decided: Workspace, asked: Client) -> None:
    path = made(asked)
    assert "Nobody has asked for it yet." in asked.get("/account/").content.decode()
    browser().get(path)
    page = asked.get("/account/").content.decode()
    assert ("Last asked for on" in page, "It names nobody." in page) == (True, True)

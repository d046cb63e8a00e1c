"""Entering and leaving: first link, invitation, password and code, lock, sessions; and requests that are refused."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings

from desk.invented import EDITOR, MONITOR
from habeas.desk import Workspace, members, sources
from habeas.web.account_settings import FAILURES
from habeas.web.accounts.users import accounts, set_active, set_roles, somebody_lets_in
from habeas.web.settings import LARGEST_UPLOAD
from habeas.web.views.entrance import new_link
from habeas.web.who import member_id
from web.signing_in import PASSWORD, code

OTHER = "eight camels stay at home"


@pytest.fixture(autouse=True)
def quick() -> Iterator[None]:
    """Limits of attempts are kept in memory: each test begins without any. Passwords are hashed quickly here."""
    cache.clear()
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield
    cache.clear()


def browser(address: str = "127.0.0.1", **more: object) -> Client:
    return Client(SERVER_NAME="localhost", REMOTE_ADDR=address, **more)  # type: ignore[arg-type]


def administrator(office: Workspace) -> Client:
    """A browser of the monitor, who came by the first link and has every role."""
    client = browser()
    assert client.get(new_link(MONITOR)).status_code == 302
    return client


def link_for(keeper: Client, name: str, *roles: str) -> str:
    """The link that the administrator gets for a new account."""
    page = keeper.post("/accounts/add/", {"name": name, "roles": roles}).content.decode()
    return re.search(r"http://localhost(/sign-in/link/[^<]+)", page)[1]  # type: ignore[index]


def settled(keeper: Client, name: str, *roles: str) -> tuple[Client, str]:
    """A browser of somebody who used their link and set up the second factor, and the secret of it."""
    client = browser("127.0.0.2")
    assert client.post(link_for(keeper, name, *roles), {"password": PASSWORD, "again": PASSWORD}).status_code == 302
    page = client.get("/account/second/set-up/").content.decode()
    secret = re.search(r"<code>([A-Z2-7]+)</code>", page)[1]  # type: ignore[index]
    assert client.post("/account/second/set-up/", {"code": code(secret)}).status_code == 302
    return client, secret


def sign_in(client: Client, name: str = EDITOR, password: str = PASSWORD) -> int:
    return client.post("/sign-in/", {"login": name, "password": password}).status_code


def signed_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


# -- first link and invitation --------------------------------------------------------------------------------------


def test_an_account_is_a_member_and_holds_no_name(office: Workspace) -> None:
    administrator(office)
    (account,) = accounts(office)
    assert (account.id, account.name, account.has_password) == (member_id(MONITOR), MONITOR, False)
    text = b"".join(f.read_bytes() for f in office.folder.glob("accounts.sqlite3*"))
    assert (MONITOR.encode() in text, account.id.encode() in text) == (False, True)


def test_no_first_link_works_once_an_administrator_has_a_password(office: Workspace) -> None:
    spare, client = new_link(EDITOR), administrator(office)
    assert somebody_lets_in() is False
    client.post("/account/password/", {"password": PASSWORD, "again": PASSWORD})
    assert (somebody_lets_in(), browser().get(spare).status_code) == (True, 404)


def test_a_link_lets_somebody_in_once(office: Workspace) -> None:
    keeper = administrator(office)
    link = link_for(keeper, "C. Newcomer", "monitor")
    assert [m.name for m in members(office)] == [MONITOR, EDITOR, "C. Newcomer"]
    weak = browser().post(link, {"password": "short", "again": "short"})
    differing = browser().post(link, {"password": PASSWORD, "again": OTHER})
    first = browser().post(link, {"password": PASSWORD, "again": PASSWORD})
    second = browser().post(link, {"password": OTHER, "again": OTHER})
    assert [a.status_code for a in (weak, differing, first, second)] == [200, 200, 302, 404]


@pytest.mark.parametrize("path", ["x/y", "bS14/abc-def", "%00/%00"])
def test_a_link_that_never_was_is_answered_like_a_used_one(office: Workspace, path: str) -> None:
    assert browser().get(f"/sign-in/link/{path}/").status_code == 404


def test_the_member_stands_beside_what_the_account_decides(office: Workspace) -> None:
    client, _ = settled(administrator(office), EDITOR, "contributor")
    client.post("/sources/memo/", {"title": "A call", "text": "Somebody called about the hearing on Monday."})
    from habeas.desk import history

    newest = max(sources(office), key=lambda s: s.captured_at)
    assert [r.member for r in history(office, newest.source)] == [EDITOR]


# -- password and code ----------------------------------------------------------------------------------------------


def test_whoever_has_a_password_sets_up_a_second_factor_before_anything_else(office: Workspace) -> None:
    client = browser()
    client.post(link_for(administrator(office), EDITOR, "monitor"), {"password": PASSWORD, "again": PASSWORD})
    answers = [client.get(a) for a in ("/", "/people/", "/review/")]
    assert {(a.status_code, a["Location"]) for a in answers} == {(302, "/account/second/set-up/")}


def test_password_and_code_open_the_desk(office: Workspace) -> None:
    keeper = administrator(office)
    client, secret = settled(keeper, EDITOR, "monitor")
    assert client.get("/").status_code == 200
    again = browser("127.0.0.3")
    assert (sign_in(again), signed_in(again)) == (302, False)
    wrong = again.post("/sign-in/code/", {"code": "000000"})
    right = again.post("/sign-in/code/", {"code": code(secret, time.time() + 30)})
    assert (wrong.status_code, right.status_code, signed_in(again)) == (200, 302, True)


def test_a_code_works_once(office: Workspace) -> None:
    _, secret = settled(administrator(office), EDITOR, "monitor")
    digits = code(secret, time.time() + 30)
    told = []
    for _ in range(2):
        client = browser()
        sign_in(client)
        client.post("/sign-in/code/", {"code": digits})
        told.append(signed_in(client))
    assert told == [True, False]


def test_a_recovery_code_stands_in_once(office: Workspace) -> None:
    client, _ = settled(administrator(office), EDITOR, "monitor")
    codes = re.findall(r"<code>(\w+)</code>", client.get("/account/second/codes/").content.decode())
    told = []
    for _ in range(2):
        again = browser()
        sign_in(again)
        again.post("/sign-in/code/", {"code": codes[0]})
        told.append(signed_in(again))
    assert (len(codes), told) == (10, [True, False])


def test_a_wrong_password_and_a_name_that_nobody_has_get_one_answer(office: Workspace) -> None:
    settled(administrator(office), EDITOR, "monitor")
    client = browser()
    pages = []
    for name in (EDITOR, "N. Obody"):
        page = client.post("/sign-in/", {"login": name, "password": "wrong"})
        told = re.sub(rb'value="[^"]*"', b"", page.content)
        pages.append((page.status_code, re.sub(rb'X-CSRFToken": "\w+', b"", told)))
    assert (pages[0] == pages[1], pages[0][0]) == (True, 401)


def test_the_key_of_the_session_changes_on_entering(office: Workspace) -> None:
    _, secret = settled(administrator(office), EDITOR, "monitor")
    client = browser()
    sign_in(client)
    before = client.session.session_key
    client.post("/sign-in/code/", {"code": code(secret, time.time() + 30)})
    assert (before != client.session.session_key, signed_in(client)) == (True, True)


# -- the lock -------------------------------------------------------------------------------------------------------


def test_wrong_passwords_lock_the_name_for_that_address_alone(office: Workspace) -> None:
    keeper = administrator(office)
    settled(keeper, EDITOR, "monitor")
    attacker = browser("10.0.0.9")
    told = [sign_in(attacker, password=f"wrong {n}") for n in range(FAILURES)]
    assert (told[0], told[-1], sign_in(attacker)) == (401, 429, 429)
    assert sign_in(browser("10.0.0.7")) == 302
    assert sign_in(attacker, MONITOR, "wrong") == 401


def test_names_that_nobody_has_are_locked_in_the_same_way(office: Workspace) -> None:
    settled(administrator(office), EDITOR, "monitor")
    client = browser("10.0.0.9")
    assert [sign_in(client, "N. Obody", f"wrong {n}") for n in range(FAILURES)] == [401] * (FAILURES - 1) + [429]


# -- keeping accounts -----------------------------------------------------------------------------------------------


def test_roles_that_are_taken_away_are_gone_with_the_next_click(office: Workspace) -> None:
    client, _ = settled(administrator(office), EDITOR, "monitor")
    before = client.get("/sources/memo/").status_code
    set_roles(str(member_id(EDITOR)), ["reader"])
    assert (before, client.get("/sources/memo/").status_code, client.get("/").status_code) == (200, 403, 200)


def test_whoever_is_kept_out_loses_every_session(office: Workspace) -> None:
    keeper = administrator(office)
    client, _ = settled(keeper, EDITOR, "monitor")
    keeper.post(f"/accounts/{member_id(EDITOR)}/active/", {"active": "no"})
    assert (client.get("/").status_code, sign_in(browser())) == (302, 401)
    keeper.post(f"/accounts/{member_id(EDITOR)}/active/", {"active": "yes"})
    assert sign_in(browser()) == 302


def test_the_last_administrator_stays(office: Workspace) -> None:
    keeper = administrator(office)
    own = member_id(MONITOR)
    told = [
        keeper.post(f"/accounts/{own}/active/", {"active": "no"}).status_code,
        keeper.post(f"/accounts/{own}/roles/", {"roles": ["reader"]}).status_code,
    ]
    assert told == [403, 403]
    settled(keeper, EDITOR, "administrator")
    assert keeper.post(f"/accounts/{own}/roles/", {"roles": ["reader"]}).status_code == 302


def test_a_new_link_takes_away_password_code_and_sessions(office: Workspace) -> None:
    keeper = administrator(office)
    client, _ = settled(keeper, EDITOR, "monitor")
    page = keeper.post(f"/accounts/{member_id(EDITOR)}/link/").content.decode()
    link = re.search(r"http://localhost(/sign-in/link/[^<]+)", page)[1]  # type: ignore[index]
    assert (client.get("/").status_code, sign_in(browser())) == (302, 401)
    assert browser().post(link, {"password": OTHER, "again": OTHER}).status_code == 302


def test_an_account_that_is_not_there_is_not_found(office: Workspace) -> None:
    keeper = administrator(office)
    told = [keeper.post(f"/accounts/m-0000000000/{what}/").status_code for what in ("roles", "active", "link")]
    assert told == [404, 404, 404]


def test_nobody_signs_up_and_no_mail_is_sent(office: Workspace) -> None:
    client = administrator(office)
    roots = ("/", "/account/", "/accounts/", "/sign-in/")
    tried = [f"{root}{what}/" for root in roots for what in ("signup", "password/reset", "email", "confirm-email")]
    assert {client.get(path).status_code for path in tried} == {404}


# -- sessions -------------------------------------------------------------------------------------------------------


def test_sessions_are_listed_and_each_can_be_ended(office: Workspace) -> None:
    first, secret = settled(administrator(office), EDITOR, "monitor")
    second = browser("127.0.0.5", HTTP_USER_AGENT="Pocket browser")
    sign_in(second)
    second.post("/sign-in/code/", {"code": code(secret, time.time() + 30)})
    page = first.get("/account/").content.decode()
    assert (page.count('name="session"'), page.count("Pocket browser")) == (2, 1)
    numbers = re.findall(r'name="session" value="(\d+)">\s*[^<]*Pocket browser', page)
    first.post("/account/end/", {"session": numbers[0]})
    assert (signed_in(first), signed_in(second)) == (True, False)


def test_nobody_ends_the_session_of_another(office: Workspace) -> None:
    keeper = administrator(office)
    client, _ = settled(keeper, EDITOR, "reader")
    for number in range(1, 9):
        client.post("/account/end/", {"session": str(number)})
    assert signed_in(keeper) is True


def test_a_new_password_needs_the_old_one_and_ends_other_sessions(office: Workspace) -> None:
    first, secret = settled(administrator(office), EDITOR, "monitor")
    second = browser("127.0.0.5")
    sign_in(second)
    second.post("/sign-in/code/", {"code": code(secret, time.time() + 30)})
    first.post("/account/password/", {"present": "wrong", "password": OTHER, "again": OTHER})
    assert (signed_in(first), signed_in(second)) == (True, True)
    first.post("/account/password/", {"present": PASSWORD, "password": OTHER, "again": OTHER})
    assert (signed_in(first), signed_in(second)) == (True, False)
    assert [sign_in(browser(), password=p) for p in (PASSWORD, OTHER)] == [401, 302]


# -- requests that are refused --------------------------------------------------------------------------------------


def test_a_post_without_the_token_of_the_form_is_refused(office: Workspace) -> None:
    client = browser(enforce_csrf_checks=True)
    client.get(new_link(MONITOR))
    for path in ("/sources/memo/", "/accounts/add/", "/account/password/", "/sign-out/", "/sign-in/"):
        answer = client.post(path, {"title": "A call", "text": "x", "name": "X"})
        assert (path, answer.status_code, b"Traceback" in answer.content) == (path, 403, False)
    assert (len(sources(office)), len(accounts(office)), signed_in(client)) == (1, 1, True)


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1@evil.example", "localhost:80@x"])
def test_a_forged_host_is_refused_on_every_side(office: Workspace, host: str) -> None:
    client = administrator(office)
    for path in ("/", "/sign-in/", "/public/", "/api/v1/people"):
        answer = client.get(path, headers={"Host": host})
        told = (answer.status_code, answer["Content-Type"], host.encode() in answer.content)
        assert (path, *told) == (path, 400, "text/plain; charset=utf-8", False)


def test_a_link_for_somebody_never_carries_a_forged_host(office: Workspace) -> None:
    keeper = administrator(office)
    answer = keeper.post("/accounts/add/", {"name": EDITOR}, headers={"Host": "evil.example"})
    assert (answer.status_code, len(accounts(office))) == (400, 1)


@pytest.mark.parametrize("size", [21 * 1024 * 1024, LARGEST_UPLOAD + 1024])
def test_an_upload_that_is_too_large_is_refused_and_nothing_is_kept(office: Workspace, size: int) -> None:
    file = SimpleUploadedFile("big.txt", b"a" * size, "text/plain")
    headers = {"Accept": "text/plain"}
    answer = administrator(office).post("/sources/upload/", {"files": file}, headers=headers)
    told = answer.content.decode()
    assert (answer.status_code, "the limit is 20.0 MB" in told, len(sources(office))) == (400, True, 1)


def test_a_form_that_is_too_large_is_refused(office: Workspace) -> None:
    answer = administrator(office).post("/sources/memo/", {"title": "x", "text": "a" * (LARGEST_UPLOAD + 1024)})
    assert (answer.status_code, len(sources(office))) == (400, 1)


def test_taking_in_and_out_ends_sessions_of_the_inactive(office: Workspace) -> None:
    client, _ = settled(administrator(office), EDITOR, "reader")
    set_active(str(member_id(EDITOR)), False)
    assert client.get("/account/").status_code == 302

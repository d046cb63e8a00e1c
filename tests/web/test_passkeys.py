"""Passkeys: made on one's own account, with a finger or a PIN; they sign in alone, on this desk alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client, RequestFactory, override_settings

from web.browsing import EDITOR, MONITOR, Desk, browser, chromium, habeas, new_page, served
from web.signing_in import PASSWORD, code


@pytest.mark.parametrize(
    ("host", "there"),
    [("localhost:8000", True), ("lists.test:8443", True), ("192.168.1.4:8443", False), ("[fd00::1]:8443", False)],
)
def test_passkeys_are_offered_where_there_is_a_domain(host: str, there: bool, office: Any) -> None:
    from habeas.web.accounts.passkeys import offered

    with override_settings(ALLOWED_HOSTS=["*"]):
        assert offered(RequestFactory().get("/", headers={"host": host})) is there


def test_an_answer_that_no_device_gave_signs_nobody_in(office: Any) -> None:
    client = Client(SERVER_NAME="localhost")
    for credential in ("", "{}", "[]", '{"id": "x", "rawId": "x", "type": "public-key", "response": {}}', "null", "7"):
        answer = client.post("/sign-in/passkey/", {"credential": credential})
        assert (answer.status_code < 500, client.get("/account/").status_code) == (
            True, 302,
        )  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    chromium()
    root: Path = tmp_path_factory.mktemp("passkeys")
    habeas("new", "office", "--name", "Example office", cwd=root)
    habeas("member", "add", MONITOR, cwd=root / "office")
    with served(root / "office") as made:
        yield made


@pytest.fixture(scope="module")
def opened() -> Iterator[Any]:
    with browser() as made:
        yield made


@pytest.fixture(scope="module")
def keeper(opened: Any, desk: Desk) -> Any:
    """The administrator's page, signed in by the first link."""
    page = new_page(opened)
    page.goto(desk.link)
    return page


@pytest.fixture(scope="module")
def page(opened: Any, desk: Desk, keeper: Any) -> Any:
    """The editor's page: password chosen, code set up, and a device that keeps passkeys and asks for a finger."""
    keeper.goto(f"{desk.address}/accounts/")
    keeper.fill("[name=name]", EDITOR)
    keeper.locator("section:has(#new) [value=reader]").check()
    keeper.click("section:has(#new) button")
    link = keeper.locator("[role=status] code").inner_text()
    page = new_page(opened)
    page.goto(link)
    page.fill("[name=password]", PASSWORD)
    page.fill("[name=again]", PASSWORD)
    page.click("main form.card button")
    secret = re.search(r"<code>([A-Z2-7]+)</code>", page.content())
    assert secret is not None
    page.fill("[name=code]", code(secret[1]))
    page.click("main form.card button")
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    kind = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options = {**kind, "isUserVerified": True, "automaticPresenceSimulation": True}
    page.device = device
    page.authenticator = device.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]
    return page


def finger(page: Any, given: bool) -> None:
    """Whether the device recognises its owner from now on."""
    asked = {"authenticatorId": page.authenticator, "isUserVerified": given}
    page.device.send("WebAuthn.setUserVerified", asked)


@pytest.mark.browser
@pytest.mark.xdist_group("browser")
def test_a_passkey_signs_in_unless_its_holder_is_kept_out_or_it_was_removed(page: Any, keeper: Any, desk: Desk) -> None:
    page.goto(f"{desk.address}/account/")
    page.get_by_role("link", name="New passkey").click()
    page.fill("[name=name]", "Office laptop")
    page.get_by_role("button", name="Make it").click()
    page.wait_for_url(lambda url: "passkeys" not in url)
    page.goto(f"{desk.address}/account/")
    assert "Office laptop" in page.locator("section:has(#passkeys)").inner_text()

    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(f"{desk.address}/")
    assert page.locator("form.me a").inner_text() == EDITOR

    page.get_by_role("button", name="Sign out").click()
    finger(page, False)
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_selector("form[data-passkey] [role=alert]:not([hidden])")
    assert page.url.startswith(f"{desk.address}/sign-in/")
    finger(page, True)

    keeper.goto(f"{desk.address}/accounts/")
    keeper.get_by_role("row", name=EDITOR).get_by_role("button", name="Keep out").click()
    let_in = keeper.get_by_role("row", name=EDITOR).get_by_role("button", name="Let in")
    let_in.wait_for()  # the desk has taken it in
    with page.expect_navigation(url="**/sign-in/**"):
        page.get_by_role("button", name="Sign in with a passkey").click()
    assert page.locator("form.me").count() == 0
    let_in.click()
    keeper.get_by_role("row", name=EDITOR).get_by_role("button", name="Keep out").wait_for()
    page.goto(f"{desk.address}/sign-in/")

    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(f"{desk.address}/")
    page.goto(f"{desk.address}/account/")
    page.get_by_role("link", name="Remove").click()
    page.fill("[name=password]", PASSWORD)  # once more, before anything is taken away
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Remove").click()
    page.wait_for_url("**/account/")
    page.goto(f"{desk.address}/account/")
    assert "Office laptop" not in page.locator("section:has(#passkeys)").inner_text()
    assert page.elsewhere == []

    page.get_by_role("button", name="Sign out").click()
    with page.expect_navigation(url="**/sign-in/**"):  # the device still has it; the desk does not
        page.get_by_role("button", name="Sign in with a passkey").click()
    assert page.locator("form.me").count() == 0

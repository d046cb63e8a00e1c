"""The digest by mail: off by default, names nobody unless told to, and a real server on this machine takes it."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes
from email.policy import default

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from desk.invented import MONITOR, moment
from habeas.adapters.mail import MailSettings, NotSafe, NotSent
from habeas.desk import DuePage, Workspace, accept_all, due, send_digest
from habeas.desk.config import WorkspaceFault
from habeas.desk.digest import mail_settings
from habeas.desk.faults import BadRequest

NOW = "2021-02-01T10:00:00.000000Z"
NAMES = ("Aru Bekova", "Bolat Karin", "Dana Omar", "Yerlan Sat")


class Box:
    """What the server took."""

    def __init__(self) -> None:
        self.taken: list[Envelope] = []
        self.users: list[bytes] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self.taken.append(envelope)
        return "250 taken"

    def login(self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, said: object) -> AuthResult:
        self.users.append(getattr(said, "login", b""))
        return AuthResult(success=getattr(said, "password", b"") == b"right", handled=False)


@pytest.fixture
def box() -> Box:
    return Box()


@pytest.fixture
def server(box: Box) -> Iterator[Controller]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port, authenticator=box.login, auth_require_tls=False,
                            server_hostname="localhost")  # fmt: skip
    controller.start()
    yield controller
    controller.stop()


def configure(ws: Workspace, **more: object) -> None:
    lines = [f"{key} = {json.dumps(value)}" for key, value in more.items()]
    path = ws.folder / "habeas.toml"
    path.write_text(path.read_text("utf-8") + "\n[mail]\n" + "\n".join(lines) + "\n", "utf-8")


def page(ws: Workspace) -> DuePage:
    accept_all(ws, by=MONITOR, now=moment(2))
    return due(ws, on=date(2021, 2, 1))


def here(server: Controller, **more: object) -> dict[str, object]:
    return {
        "host": "127.0.0.1", "port": server.port, "security": "none", "sender": "habeas@example.org",
        "to": ["desk@example.org", "b@example.org"], **more,
    }  # fmt: skip


def test_mail_is_off_until_somebody_turns_it_on(ws: Workspace) -> None:
    assert mail_settings(ws) is None
    with pytest.raises(BadRequest):
        send_digest(ws, page(ws), now=NOW)


def test_a_digest_arrives_and_names_nobody(ws: Workspace, server: Controller, box: Box) -> None:
    configure(ws, **here(server))
    assert send_digest(ws, page(ws), now=NOW) == ("desk@example.org", "b@example.org")
    (envelope,) = box.taken
    mail = message_from_bytes(envelope.content, policy=default)  # type: ignore[arg-type]
    text = mail.get_content()  # type: ignore[attr-defined]
    assert (envelope.rcpt_tos, mail["Subject"]) == (["desk@example.org", "b@example.org"], f"{len(page(ws).items)} due")
    assert "a term ends, or has run out and nobody confirmed a release: 4" in text
    assert [n for n in NAMES for part in (*n.split(), n) if part in text] == []
    assert box.users == []


def test_names_stand_in_a_mail_only_when_the_office_says_so(ws: Workspace, server: Controller, box: Box) -> None:
    configure(ws, **here(server, names=True))
    send_digest(ws, page(ws), now=NOW)
    text = message_from_bytes(box.taken[0].content, policy=default).get_content()  # type: ignore[arg-type,attr-defined]
    assert [n for n in NAMES if n not in text] == []


def test_a_user_logs_in_and_a_wrong_password_is_told_in_a_line(ws: Workspace, server: Controller, box: Box) -> None:
    configure(ws, **here(server, user="habeas"))
    due_now = page(ws)
    send_digest(ws, due_now, now=NOW, password="right")
    assert (len(box.taken), box.users) == (1, [b"habeas"])
    with pytest.raises(NotSent) as refused:
        send_digest(ws, due_now, now=NOW, password="wrong")
    assert (len(box.taken), "\n" in str(refused.value), "wrong" in str(refused.value)) == (1, False, False)


def test_a_server_without_tls_gets_nothing_when_tls_was_asked_for(ws: Workspace, server: Controller, box: Box) -> None:
    configure(ws, **here(server, security="starttls"))
    with pytest.raises(NotSent):
        send_digest(ws, page(ws), now=NOW)
    assert box.taken == []


def test_a_server_that_is_not_there(ws: Workspace) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        configure(ws, host="127.0.0.1", port=closed.getsockname()[1], security="none", sender="a@b.org", to=["c@d.org"])
    with pytest.raises(NotSent) as refused:
        send_digest(ws, page(ws), now=NOW)
    assert (refused.value.exit_code, "\n" in str(refused.value)) == (1, False)


def test_nothing_goes_to_another_machine_in_the_clear() -> None:
    with pytest.raises(NotSafe):
        MailSettings("mail.example.org", 25, "a@example.org", ("b@example.org",), "none")


FAULTS = {
    "a password in the file": {"password": "secret"},
    "a port in words": {"port": "smtp"},
    "no addresses": {"to": []},
    "an unknown key": {"cc": ["x@example.org"]},
    "an unknown security": {"security": "rot13"},
    "an address with a line in it": {"sender": "a@example.org\nBcc: x@example.org"},
}  # fmt: skip


@pytest.mark.parametrize("case", list(FAULTS))
def test_settings_that_cannot_be(ws: Workspace, case: str) -> None:
    right = {"host": "localhost", "port": 25, "security": "none", "sender": "a@example.org", "to": ["b@example.org"]}
    text = (ws.folder / "habeas.toml").read_text("utf-8")
    configure(ws, **{**right, **FAULTS[case]})
    with pytest.raises(WorkspaceFault) as refused:
        mail_settings(ws)
    assert ("secret" in str(refused.value), "[mail]" in refused.value.cause) == (False, True)
    assert text in (ws.folder / "habeas.toml").read_text("utf-8")

"""`habeas serve --team`: TLS by the office's own authority, to names that were given, to the office network alone."""

from __future__ import annotations

import contextlib
import http.client
import re
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509

from desk.invented import MONITOR, new_workspace
from habeas.adapters.certificates import HostRefused, certificates, checked_hosts
from habeas.web.network import for_the_office, of_the_office
from web.browsing import browser

NOW = datetime(2026, 3, 1, tzinfo=UTC)
NAME = "lists.test"


@dataclass(frozen=True, slots=True)
class Office:
    """A desk that is being served to an office network. `said` is what the terminal showed."""

    folder: Path
    port: int
    said: str

    def ask(self, path: str, *, host: str = NAME, trusting: Path | None = None) -> tuple[int, str, str]:
        """(status, text, cookie) of a request by a browser that trusts the authority."""
        context = ssl.create_default_context(cafile=trusting or self.folder / "tls" / "authority.pem")
        with socket.create_connection(("127.0.0.1", self.port)) as plain:
            wrapped = context.wrap_socket(plain, server_hostname=NAME)
            with contextlib.closing(http.client.HTTPConnection(NAME)) as connection:
                connection.sock = wrapped
                connection.request("GET", path, headers={"Host": f"{host}:{self.port}"})
                answer = connection.getresponse()
                return answer.status, answer.read().decode(), answer.headers.get("Set-Cookie", "")


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("team") / "arcadia"
    new_workspace(folder).close()
    words = [sys.executable, "-m", "habeas.web", str(folder), "--port", "0", "--host", NAME, "--as", MONITOR]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        said = ""
        while "Sign in once" not in said:
            line = process.stdout.readline()
            assert line, said
            said += line
        yield Office(folder, int(re.search(rf"{NAME}:(\d+)/", said)[1]), said)  # type: ignore[index]
        process.terminate()


# -- the authority --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["", "https://a", "a b", "*.office", "a:8443", "-a", "a..b", "x" * 64, "a/b"])
def test_what_is_no_host_is_refused(host: str) -> None:
    with pytest.raises(HostRefused):
        checked_hosts([host])


def test_hosts_are_kept_once_in_small_letters() -> None:
    assert checked_hosts([" Lists.Test. ", "192.168.1.4", "lists.test", "fd00::1"]) == (
        "lists.test", "192.168.1.4", "fd00::1",
    )  # fmt: skip


def test_keys_are_for_their_owner_alone(tmp_path: Path) -> None:
    certificates(tmp_path, (NAME,), office="Arcadia", now=NOW)
    modes = {p.name: oct(p.stat().st_mode & 0o777) for p in (tmp_path / "tls").iterdir()}
    assert modes == dict.fromkeys(("authority.key", "authority.pem", "server.key", "server.pem"), "0o600")


def test_the_same_hosts_find_what_was_made(tmp_path: Path) -> None:
    first = certificates(tmp_path, (NAME,), office="Arcadia", now=NOW)
    again = certificates(tmp_path, (NAME,), office="Arcadia", now=NOW + timedelta(days=300))
    assert (first.made, again.made, again.fingerprint == first.fingerprint) == (True, False, True)


def test_a_certificate_that_ends_soon_is_renewed_by_the_same_authority(tmp_path: Path) -> None:
    first = certificates(tmp_path, (NAME,), office="Arcadia", now=NOW)
    later = certificates(tmp_path, (NAME,), office="Arcadia", now=NOW + timedelta(days=380))
    assert (later.made, later.fingerprint == first.fingerprint, later.ends > first.ends) == (False, True, True)


def test_other_hosts_make_another_authority(tmp_path: Path) -> None:
    first = certificates(tmp_path, (NAME,), office="Arcadia", now=NOW)
    other = certificates(tmp_path, (NAME, "10.0.0.7"), office="Arcadia", now=NOW)
    assert (other.made, other.fingerprint == first.fingerprint) == (True, False)


@pytest.mark.parametrize("hosts", [(NAME,), ("10.0.0.7",), (NAME, "10.0.0.7", "fd00::1")])
def test_openssl_accepts_what_was_made(tmp_path: Path, hosts: tuple[str, ...]) -> None:
    made = certificates(tmp_path, hosts, office="Arcadia", now=datetime.now(UTC))
    for host in hosts:
        assert _shakes_hands(made.certificate, made.key, made.authority, host) is None


@pytest.mark.parametrize("other", ["bank.test", "192.0.2.9"])
def test_the_authority_cannot_vouch_for_another_host(tmp_path: Path, other: str) -> None:
    """Whoever stole the key makes a certificate for somebody else's host: no browser takes it."""
    from habeas.adapters import certificates as room

    made = certificates(tmp_path, (NAME,), office="Arcadia", now=datetime.now(UTC))
    signed = room._load(made.authority, tmp_path / "tls" / "authority.key")
    assert signed is not None
    room._write(tmp_path / "stolen", *room._server((other,), signed, datetime.now(UTC)))
    fault = _shakes_hands(tmp_path / "stolen.pem", tmp_path / "stolen.key", made.authority, other)
    assert fault in ("permitted subtree violation", "excluded subtree violation")


def _shakes_hands(certificate: Path, key: Path, authority: Path, host: str) -> str | None:
    """None when a browser that trusts the authority would go on; else why it would not."""
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(certificate, key)
    asking = ssl.create_default_context(cafile=authority)
    to, back = ssl.MemoryBIO(), ssl.MemoryBIO()
    server = serving.wrap_bio(to, back, server_side=True)
    client = asking.wrap_bio(back, to, server_hostname=host)
    for side in (client, server, client, server):
        try:
            side.do_handshake()
        except ssl.SSLWantReadError:
            continue
        except ssl.SSLCertVerificationError as error:
            return error.verify_message
    return None


# -- who may ask ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "is_ours"),
    [
        ("127.0.0.1", True), ("192.168.1.20", True), ("10.1.2.3", True), ("172.31.0.9", True), ("fe80::1%eth0", True),
        ("fd12::9", True), ("::ffff:192.168.1.20", True), ("8.8.8.8", False), ("2a00:1450::1", False),
        ("::ffff:8.8.8.8", False), ("0.0.0.0", False), ("", False), ("unix", False),
    ],
)  # fmt: skip
def test_the_office_network_is_told_from_the_world(address: str, is_ours: bool) -> None:
    assert of_the_office(address) is is_ours


def test_an_address_outside_the_office_gets_no_page() -> None:
    asked: list[str] = []

    def pages(environ: dict[str, Any], start: Any) -> list[bytes]:
        asked.append("page")
        return [b"page"]

    answers: list[str] = []
    guarded = for_the_office(pages)
    for address in ("8.8.8.8", "192.168.1.20"):
        list(guarded({"REMOTE_ADDR": address}, lambda status, headers: answers.append(status)))
    assert (answers, asked) == (["403 Forbidden"], ["page"])


# -- what is served -------------------------------------------------------------------------------------------------


def test_the_terminal_shows_the_fingerprint_that_the_page_shows(team: Office) -> None:
    certificate = x509.load_pem_x509_certificate((team.folder / "tls" / "authority.pem").read_bytes())
    from habeas.adapters.certificates import fingerprint_of

    status, page, _ = team.ask("/trust/")
    assert (status, fingerprint_of(certificate) in page, fingerprint_of(certificate) in team.said) == (200, True, True)


def test_the_authority_can_be_downloaded_and_its_key_cannot(team: Office) -> None:
    assert team.ask("/trust/habeas-office.crt")[:2] == (200, (team.folder / "tls" / "authority.pem").read_text())
    for path in ("/tls/authority.key", "/trust/authority.key", "/static/../tls/authority.key"):
        assert team.ask(path)[0] == 404


def test_the_session_stays_on_tls_and_on_its_host(team: Office) -> None:
    first = re.search(r"(/first/\S+)", team.said)
    assert first is not None
    status, _, cookie = team.ask(first[1])
    assert (status, cookie.startswith("__Host-session="), "Secure" in cookie, "HttpOnly" in cookie) == (
        302, True, True, True,
    )  # fmt: skip


def test_a_browser_that_does_not_trust_the_authority_does_not_go_on(team: Office, tmp_path: Path) -> None:
    other = certificates(tmp_path, (NAME,), office="Arcadia", now=datetime.now(UTC))
    with pytest.raises(ssl.SSLCertVerificationError):
        team.ask("/", trusting=other.authority)


def test_a_host_that_was_not_named_gets_a_plain_refusal(team: Office) -> None:
    assert team.ask("/sign-in/", host="evil.test")[:2] == (400, "This request cannot be answered.")


def test_plain_requests_are_answered_without_a_page(team: Office) -> None:
    with socket.create_connection(("127.0.0.1", team.port), timeout=10) as plain:
        plain.sendall(b"GET /sign-in/ HTTP/1.1\r\nHost: lists.test\r\n\r\n")
        try:
            answer = plain.recv(4096)
        except ConnectionResetError:
            answer = b""
    assert b"<html" not in answer


def test_somebody_who_falls_silent_keeps_nobody_else_at_the_door(team: Office) -> None:
    with contextlib.ExitStack() as silent:
        for _ in range(3):
            silent.enter_context(socket.create_connection(("127.0.0.1", team.port)))
        assert team.ask("/trust/")[0] == 200


def test_without_tls_there_is_no_page_of_trust(asked: Any) -> None:
    assert [asked.get(path).status_code for path in ("/trust/", "/trust/habeas-office.crt")] == [404, 404]


# -- browsers -------------------------------------------------------------------------------------------------------

SCREENS = ((1920, 1080), (1366, 768), (1366, 768), (1280, 800), (1024, 768), (390, 844))


@pytest.mark.browser
@pytest.mark.xdist_group("browser")
def test_five_browsers_and_a_telephone_read_at_once(team: Office) -> None:
    """Chromium takes the certificate because its key is the one that was pinned: errors are not ignored otherwise."""
    import base64
    import hashlib

    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    certificate = x509.load_pem_x509_certificate((team.folder / "tls" / "server.pem").read_bytes())
    key = certificate.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    pinned = base64.b64encode(hashlib.sha256(key).digest()).decode()
    flags = (f"--ignore-certificate-errors-spki-list={pinned}", f"--host-resolver-rules=MAP {NAME} 127.0.0.1")
    address = f"https://{NAME}:{team.port}"
    with browser(*flags) as opened:
        pages = [opened.new_context(viewport={"width": w, "height": h}).new_page() for w, h in SCREENS]
        for page in pages:  # all are sent off before the first has to have arrived
            page.goto(f"{address}/trust/", wait_until="commit")
        for page, (width, _) in zip(pages, SCREENS, strict=True):
            page.wait_for_load_state("load")
            assert page.locator("h1").inner_text() == "Trust this desk"
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.evaluate("isSecureContext")

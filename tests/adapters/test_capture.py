"""A page of the web: only a public address that was named is asked, and what is kept can be opened by others.

Pages are served on loopback, which is allowed by a setting that only tests give: `Rules(loopback=...)`.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import socket
import ssl
import struct
import subprocess
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from adapters.servers import Served, served
from habeas.adapters.capture import NotAllowed, NotAnAddress, NotCaptured, NotReached, Rules, take_page
from habeas.adapters.capture import picture as drawing
from habeas.adapters.capture.fetch import budget, fetch
from habeas.adapters.capture.guard import checked
from habeas.adapters.parsing import take_any
from habeas.errors import HabeasError

AT = "2026-11-25T07:00:00.000000Z"
HTML = {"Content-Type": "text/html; charset=utf-8"}
PAGE = b"<html><head><title>Court news</title></head><body><p>Ivan Petrov was sentenced to 3 years in prison.</p>"


def answering(*ips: str):  # a resolver that knows one host, whatever its name
    return lambda host, port: list(ips)


@pytest.fixture
def site() -> Iterator[Served]:
    with served() as made:
        yield made


def rules(*sites: Served) -> Rules:
    return Rules(loopback=frozenset(s.port for s in sites))


PRIVATE = [
    "127.0.0.1", "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
    "255.255.255.255", "198.18.0.1", "192.0.0.1", "::1", "::", "fe80::1", "fc00::1", "fec0::1", "ff02::1",
    "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001::1", "2001:db8::1",
]  # fmt: skip


@pytest.mark.parametrize("ip", PRIVATE)
def test_a_name_that_leads_to_an_address_that_is_not_public(ip: str) -> None:
    with pytest.raises(NotAllowed) as caught:
        checked("http://example.org/", resolver=answering(ip))
    assert (caught.value.cause, caught.value.exit_code) == (
        f"example.org leads to {ip}, which is no public address.",
        7,
    )


def test_one_private_address_among_public_ones_is_enough() -> None:
    with pytest.raises(NotAllowed):
        checked("http://example.org/", resolver=answering("93.184.216.34", "10.0.0.1"))
    assert checked("http://example.org/a?b#c", resolver=answering("93.184.216.34")).path == "/a?b"


DISGUISED = ["2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "127.1", "017700000001", "127.0.0.01", "0", "10.1"]


@pytest.mark.parametrize("host", DISGUISED)
def test_an_address_in_disguise(host: str) -> None:
    with pytest.raises(NotAllowed) as caught:
        checked(f"http://{host}/", resolver=answering("93.184.216.34"))
    assert caught.value.cause == f"{host} is an IP address in disguise."


@pytest.mark.parametrize(
    ("url", "error"),
    [
        ("file:///etc/passwd", NotAllowed), ("ftp://example.org/", NotAllowed), ("javascript:alert(1)", NotAllowed),
        ("gopher://example.org/", NotAllowed), ("http://user:word@example.org/", NotAllowed),
        ("http://localhost/", NotAllowed), ("http://printer.local/", NotAllowed),
        ("http://example.org:22/", NotAllowed),
        ("http://example.org:99999/", NotAnAddress), ("http:///x", NotAnAddress), ("http://[::1", NotAnAddress),
        ("http://exa mple.org/", NotAnAddress), ("http://example.org/\r\nX: y", NotAnAddress),
        ("http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/", NotAllowed), ("http://１２７.１/", NotAllowed), ("http://example.org/ж", NotAnAddress),
        ("http://" + "a" * 5000, NotAnAddress), ("http://a..b/", NotAnAddress),
    ],
)  # fmt: skip
def test_what_is_no_address_of_the_web(url: str, error: type[HabeasError]) -> None:
    with pytest.raises(error):
        checked(url, resolver=answering("93.184.216.34"))


def test_loopback_is_refused_without_the_setting_of_tests(site: Served) -> None:
    with pytest.raises(NotAllowed):
        fetch(f"{site.url}/", agent="test")
    assert site.asked == []


def test_the_name_is_resolved_once_and_the_checked_address_is_asked(site: Served) -> None:
    """DNS rebinding: a name that would give another address the second time is not asked a second time."""
    given = []

    def turning(host: str, port: int) -> list[str]:
        given.append(host)
        return ["127.0.0.1"] if len(given) == 1 else ["10.0.0.1"]

    site.pages["/"] = (200, HTML, PAGE)
    (exchange,) = fetch(f"http://news.example:{site.port}/", agent="test", rules=rules(site), resolver=turning)
    assert (given, exchange.target.ip, exchange.body) == (["news.example"], "127.0.0.1", PAGE)
    assert site.heads[0]["Host"] == f"news.example:{site.port}"


@pytest.mark.parametrize(
    "there",
    ["http://169.254.169.254/latest", "file:///etc/passwd", "http://2130706433/", "http://127.0.0.1:9/", "//10.0.0.1/"],
)
def test_each_redirect_is_checked(site: Served, there: str) -> None:
    site.pages["/"] = (302, {"Location": there}, b"")
    with pytest.raises(NotAllowed):
        take_page(f"{site.url}/", at=AT, rules=rules(site))


def test_redirects_in_a_ring_and_without_an_end(site: Served) -> None:
    site.pages["/a"] = (302, {"Location": "/b"}, b"")
    site.pages["/b"] = (302, {"Location": "/a"}, b"")
    site.pages |= {f"/{n}": (302, {"Location": f"/{n + 1}"}, b"") for n in range(30)}
    for start in ("/a", "/0"):
        with pytest.raises(NotCaptured):
            fetch(f"{site.url}{start}", agent="test", rules=rules(site))
    assert len(site.asked) == 2 + 9


@pytest.mark.parametrize(
    ("status", "body", "cause"),
    [(404, b"none", "127.0.0.1 answers with the status 404."), (403, b"no", "127.0.0.1 answers with the status 403."),
     (200, b"", "127.0.0.1 answers with an empty page.")],
)  # fmt: skip
def test_answers_that_are_no_page(site: Served, status: int, body: bytes, cause: str) -> None:
    site.pages["/"] = (status, HTML, body)
    with pytest.raises(NotCaptured) as caught:
        take_page(f"{site.url}/", at=AT, rules=rules(site))
    assert caught.value.cause == cause


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b"<p>more" * 10_000)
    except OSError:
        return


def dripping(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    try:
        for _ in range(200):
            handler.wfile.write(b"x")
            time.sleep(0.05)
    except OSError:
        return


def test_too_much_and_too_slow(site: Served) -> None:
    site.pages["/much"] = endless
    site.pages["/slow"] = dripping
    with pytest.raises(NotCaptured) as much:
        fetch(f"{site.url}/much", agent="test", rules=rules(site), allowed=budget(20, 1 << 20))
    assert much.value.cause == "127.0.0.1 sends more than 1 MB."
    with pytest.raises(NotReached) as slow:
        fetch(f"{site.url}/slow", agent="test", rules=rules(site), allowed=budget(0.4, 1 << 20))
    assert slow.value.cause == "127.0.0.1 answers too slowly."


def test_no_http_at_all_and_nobody_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        allowed = Rules(loopback=frozenset((port,)))
        server.settimeout(5)
        import threading

        def nonsense() -> None:
            sock, _ = server.accept()
            sock.recv(4096)
            sock.sendall(b"SSH-2.0-nothing\r\n")
            sock.close()

        thread = threading.Thread(target=nonsense)
        thread.start()
        with pytest.raises(NotCaptured):
            fetch(f"http://127.0.0.1:{port}/", agent="test", rules=allowed)
        thread.join()
    with pytest.raises(NotReached):
        fetch(f"http://127.0.0.1:{port}/", agent="test", rules=allowed)


def test_a_certificate_that_nobody_signed(tmp_path: Path) -> None:
    key, cert = tmp_path / "key.pem", tmp_path / "cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert, "-days", "1",
         "-subj", "/CN=news.example"], check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    with served() as site:
        import threading
        from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

        server = ThreadingHTTPServer(("127.0.0.1", 0), SimpleHTTPRequestHandler)
        server.handle_error = lambda *args: None
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        port = server.server_address[1]
        try:
            with pytest.raises(NotReached) as caught:
                fetch(
                    f"https://news.example:{port}/", agent="test", rules=Rules(loopback=frozenset((port,))),
                    resolver=answering("127.0.0.1"),
                )  # fmt: skip
        finally:
            server.shutdown()
            server.server_close()
        assert caught.value.cause == "news.example does not prove who it is (CERTIFICATE_VERIFY_FAILED)."
        assert site.asked == []


def test_what_is_kept_is_whole_and_others_can_open_it(site: Served) -> None:
    site.pages["/old"] = (301, {"Location": "/new"}, b"")
    site.pages["/new"] = (200, HTML, PAGE)
    page = take_page(f"{site.url}/old", at=AT, rules=rules(site), with_picture=False)
    kept = {}
    for record in ArchiveIterator(io.BytesIO(page.data), check_digests="raise"):
        kind, url = record.rec_type, record.rec_headers.get_header("WARC-Target-URI")
        kept[kind, url] = (record.rec_headers, record.content_stream().read())
    head, body = kept["response", f"{site.url}/new"]
    assert (body, head.get_header("WARC-Date"), head.get_header("WARC-IP-Address")) == (PAGE, AT, "127.0.0.1")
    wanted = "sha256:" + base64.b32encode(hashlib.sha256(PAGE).digest()).decode()
    assert head.get_header("WARC-Payload-Digest") == wanted
    about = json.loads(kept["metadata", f"{site.url}/old"][1])
    assert about["found_at"] == page.address == f"{site.url}/new"
    assert (about["captured_at"], about["page_sha256"], about["tool"][:7]) == (
        AT, hashlib.sha256(PAGE).hexdigest(), "habeas/"
    )  # fmt: skip
    assert ("request", f"{site.url}/old") in kept
    assert take_page(f"{site.url}/old", at=AT, rules=rules(site), with_picture=False).data[:200] == page.data[:200]
    taken = take_any(page.data, file=page.file)
    assert (taken.document.title, taken.document.text) == (
        "Court news",
        "Ivan Petrov was sentenced to 3 years in prison.\n",
    )


def test_a_pdf_at_an_address(site: Served) -> None:
    from adapters.rendered import to_pdf

    site.pages["/a"] = (200, {"Content-Type": "application/pdf"}, to_pdf("Ivan Petrov was detained.\n"))
    page = take_page(f"{site.url}/a", at=AT, rules=rules(site))
    assert take_any(page.data, file=page.file).document.text.split("title ")[-1] == "Ivan Petrov was detained.\n"


@pytest.mark.browser
def test_a_picture_shows_the_whole_page_and_asks_nobody_else(site: Served) -> None:
    """The page wants a style sheet and a picture of its own, and a picture, a frame and a script of another server."""
    if drawing.program() is None:
        pytest.skip("the picture of a page was not tested: Chromium is not installed")
    with served() as other:
        dot = b"\x89PNG\r\n\x1a\n"
        body = (
            f"<html><head><link rel=stylesheet href=/own.css><script src='{other.url}/spy.js'></script></head><body>"
            f"<img src=/own.png><img src='{other.url}/pixel.png'><iframe src='{other.url}/frame'></iframe>"
            f"<script>document.body.innerHTML = 'run'; fetch('{other.url}/run')</script>"
            + "<p>Ivan Petrov was detained.</p>" * 200 + "</body></html>"
        )  # fmt: skip
        site.pages["/"] = (200, HTML, body.encode())
        site.pages["/own.css"] = (200, {"Content-Type": "text/css"}, b"body { background: #ff0000 }")
        site.pages["/own.png"] = (200, {"Content-Type": "image/png"}, dot)
        page = take_page(f"{site.url}/", at=AT, rules=rules(site, other))
        assert other.asked == []
    assert sorted(set(site.asked)) == ["/", "/own.css", "/own.png"]
    assert page.gaps == (f"The picture lacks what the page loads from elsewhere: 127.0.0.1:{other.port}.",)
    (shot,) = [
        r.content_stream().read()
        for r in ArchiveIterator(io.BytesIO(page.data), check_digests="raise")
        if r.rec_type == "resource"
    ]
    wide, high = struct.unpack(">II", shot[16:24])
    assert (wide, high > 5_000) == (1280, True)
    from PIL import Image

    assert Image.open(io.BytesIO(shot)).convert("RGB").getpixel((1270, 400)) == (255, 0, 0)


def test_without_chromium_the_gap_is_told(site: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    site.pages["/"] = (200, HTML, PAGE)
    page = take_page(f"{site.url}/", at=AT, rules=rules(site))
    assert page.gaps == ("No picture of the page was taken: Chromium is not installed.",)

"""No text above level 0 reaches site, feed, files, API, headers or errors. Every text at level 0 that may, does."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from habeas.desk import Workspace, create_workspace, public_site
from habeas.lexicon.kinds import KINDS
from habeas.register import PUBLIC
from habeas.web.opening import release, use
from web.canaries import Canaries, fill

TODAY = date(2021, 8, 1)
TOKEN = re.compile(r"Zq\d{5}x")
NEVER_PUBLIC = {
    "identity": {"consent"},
    "ill_treatment": {"by"},
    "health": {"condition"},
    "death": {"cause"},
    "disappearance": {"whereabouts"},
    "protection": {"state"},
    "relation": {"other", "tie"},
    "involvement": {"degree"},
    "mandate": {"giver", "scope", "purpose", "until", "proof"},
}
"""Fields that somebody decided to keep from the public for good. A new field stands here or in `PUBLIC`."""


def test_every_field_is_classed() -> None:
    common = {"when", "attribution", "modality"}
    classed = {k: set(PUBLIC.get(k, ())) - common | NEVER_PUBLIC.get(k, set()) for k in KINDS}
    assert {k: set(fields) for k, fields in KINDS.items()} == classed
    assert [k for k, fields in NEVER_PUBLIC.items() if fields & set(PUBLIC.get(k, ()))] == []


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, Canaries]]:
    """The workspace of canaries, served by this process."""
    folder = tmp_path_factory.mktemp("canaries") / "office"
    with create_workspace(folder, name="Canary watch", languages=("en", "kk")) as ws:
        canaries = fill(ws)
    yield use(folder), canaries
    release()


@pytest.fixture(scope="module")
def said(filled: tuple[Workspace, Canaries]) -> dict[str, str]:
    """Everything that somebody without a session gets to read: where -> text, headers included."""
    ws, canaries = filled
    site = public_site(ws, as_of=TODAY, today=TODAY, indexed=False, address="https://list.example")
    past = public_site(ws, as_of=TODAY, today=TODAY, known_at="2021-02-01")
    found = {f"file {path}": _text(data) for path, data in site.files()}
    found |= {f"past {path}": _text(data) for path, data in past.files()}
    client = Client(SERVER_NAME="localhost", raise_request_exception=False)
    for address in _addresses(canaries, list(site.paths())):
        answer = client.get(address)
        found[address] = f"{answer.status_code}\n{answer.headers}\n{_text(answer.content)}"
    for address in ("/", "/public/", "/api/v1/people", "/people/", "/sign-in/"):
        answer = client.post(address, {"x": "1"})
        found[f"POST {address}"] = f"{answer.status_code}\n{answer.headers}\n{_text(answer.content)}"
    return found


def _text(data: bytes) -> str:
    """Pictures have no words: whatever of a word stands in one comes through as it is."""
    return data.decode("utf-8", "surrogateescape")


def _addresses(canaries: Canaries, paths: list[str]) -> Iterator[str]:
    day = f"?as_of={TODAY}"
    yield from (f"/public/{path}{day}" for path in paths)
    yield from (f"/public/people/{id}.html{day}" for id in canaries.people)
    yield from (f"/api/v1/{name}{day}&limit=500" for name in ("people", "events", "sources", "corrections"))
    yield from (f"/api/v1/people/{id}{day}" for id in canaries.people)
    yield from (f"/api/v1/people/{path[7:-5]}{day}" for path in paths if path.startswith("people/"))
    yield from (f"/api/v1/figures{day}", "/api/v1/openapi.json", "/api/v1/people?limit=x", "/api/v1/nothing")
    yield from ("/", "/people/", "/sources/", "/figures/", "/review/", "/nothing/", "/sign-in/", "/public/nothing")
    yield from (f"/people/{id}/" for id in canaries.people[:5])
    yield from (f"/public/photos/{fact}.jpg{day}" for fact in (*canaries.pictures, *canaries.hidden))
    yield from (f"/photographs/{fact}/" for fact in (*canaries.pictures, *canaries.hidden))


def test_no_secret_is_told(filled: tuple[Workspace, Canaries], said: dict[str, str]) -> None:
    secret = filled[1].secret
    leaks = {(secret[t], where) for where, text in said.items() for t in set(TOKEN.findall(text)) if t in secret}
    assert sorted(leaks) == []


def test_every_canary_that_may_be_public_is_told(filled: tuple[Workspace, Canaries], said: dict[str, str]) -> None:
    seen = filled[1].seen
    ours = {t for where, text in said.items() if where.startswith("file ") for t in TOKEN.findall(text)}
    theirs = {t for where, text in said.items() if where.startswith("/api/") for t in TOKEN.findall(text)}
    assert (sorted(seen[t] for t in seen.keys() - ours), sorted(seen[t] for t in seen.keys() - theirs)) == ([], [])


def test_ids_of_what_is_not_public_are_not_told(filled: tuple[Workspace, Canaries], said: dict[str, str]) -> None:
    canaries = filled[1]
    hidden = {*canaries.people, *canaries.facts}
    named = (*canaries.people, *canaries.hidden)
    asked = {where: text for where, text in said.items() if not any(id in where for id in named)}
    told = {(id, where) for where, text in asked.items() for id in re.findall(r"\b[rf]-[0-9a-f]{10}\b", text)}
    assert sorted((id, where) for id, where in told if id in hidden) == []


def test_the_crawl_is_no_empty_one(filled: tuple[Workspace, Canaries], said: dict[str, str]) -> None:
    canaries = filled[1]
    assert (len(said) > 300, len(canaries.seen) > 40, len(canaries.secret) > 500) == (True, True, True)


def test_only_the_photograph_that_may_be_seen_is_shown(
    filled: tuple[Workspace, Canaries], said: dict[str, str]
) -> None:
    """The copies themselves are canaries: each is a picture of its own size, and only one is public."""
    canaries = filled[1]
    [(fact, copy)] = canaries.pictures.items()
    where = {w for w, text in said.items() if _text(copy) in text}
    public = {f"/public/photos/{fact}.jpg?as_of={TODAY}", f"file photos/{fact}.jpg", f"past photos/{fact}.jpg"}
    assert (where, len(canaries.hidden)) == (public, 7)
    leaks = [(f, w) for f, data in canaries.hidden.items() for w, text in said.items() if _text(data) in text]
    pictures = [w for w, text in said.items() if "\udcff\udcd8\udcff" in text and w not in where]
    assert (leaks, pictures, [w for w, text in said.items() if "mandate:k-" in text]) == ([], [], [])


def test_hidden_and_absent_photographs_get_one_answer(filled: tuple[Workspace, Canaries]) -> None:
    client = Client(SERVER_NAME="localhost")
    facts = (*filled[1].hidden, "f-0123456789")
    answers = {(a.status_code, a.content) for f in facts for a in [client.get(f"/public/photos/{f}.jpg")]}
    assert len(answers) == 1


@pytest.mark.parametrize(("audience", "shown"), [("public", 1), ("partners", 2), ("team", 2)])
@pytest.mark.parametrize("format", ["html", "docx", "pdf"])
def test_documents_show_the_photographs_of_their_audience(
    filled: tuple[Workspace, Canaries], audience: str, shown: int, format: str
) -> None:
    import base64
    import zipfile

    from habeas.desk import document_report

    ws, canaries = filled
    people = [p for p in (_of(ws, f) for f in (*canaries.pictures, *canaries.hidden)) if p]
    found = set()
    for who in sorted(set(people)):
        made = document_report(ws, "person", who=who, as_of=TODAY, made_at=f"{TODAY}T00:00:00Z", audience=audience)
        data = made.rendered.to(format)
        if format == "docx":
            files = zipfile.ZipFile(io.BytesIO(data))
            data = b"".join(files.read(name) for name in files.namelist())
        if format == "html":
            data += b"".join(base64.b64decode(m) for m in re.findall(rb"base64,([\w+/=]+)", data))
        copies = (canaries.pictures | canaries.hidden).items()
        found |= {fact for fact, copy in copies if copy in data or _pixels(copy) in data}
        assert [w for w in (b"Exif", b"GPS", b"Zq-hidden") if w in data] == []
    assert len(found) == shown
    assert found >= canaries.pictures.keys()


def _of(ws: Workspace, fact: str) -> str | None:
    """The person whom a photograph shows."""
    from habeas.desk import register

    held = register(ws).facts.get(fact)
    return held.person if held else None


def _pixels(copy: bytes) -> bytes:
    """What a PDF keeps of a JPEG at least: its scan."""
    return copy[copy.index(b"\xff\xda") :]


def test_absent_and_forbidden_get_one_answer(filled: tuple[Workspace, Canaries]) -> None:
    client = Client(SERVER_NAME="localhost")
    hidden = [client.get(f"/api/v1/people/{id}") for id in filled[1].people]
    absent = client.get("/api/v1/people/r-0123456789")
    assert {(a.status_code, a.content) for a in hidden} == {(404, absent.content)}
    pages = {client.get(f"/public/people/{id}.html").content for id in (*filled[1].people, "r-0123456789")}
    assert len(pages) == 1


def test_a_list_that_is_not_public_counts_nobody(filled: tuple[Workspace, Canaries]) -> None:
    client = Client(SERVER_NAME="localhost")
    secret = [t for t, where in filled[1].secret.items() if where.startswith(("recognise.list", "recognition.list"))]
    answers = {client.get("/api/v1/figures", {"list": name, "as_of": TODAY}).content for name in (*secret, "nobody's")}
    assert (len(secret) > 4, len(answers)) == (True, 1)


def test_no_session_begins_on_the_public_side(filled: tuple[Workspace, Canaries]) -> None:
    client = Client(SERVER_NAME="localhost")
    for address in ("/public/", "/api/v1/people", "/public/feed.atom"):
        client.get(address)
    assert dict(client.cookies) == {}


def test_the_positive_list_is_what_holds_them_back(filled: tuple[Workspace, Canaries], tmp_path: Path) -> None:
    """The control: for the team the same workspace tells many of them, so that the crawl can see a leak."""
    from habeas.desk import list_report

    page = list_report(filled[0], as_of=TODAY, made_at="2021-08-01T00:00:00Z", audience="team")
    assert len(set(TOKEN.findall(page)) & filled[1].secret.keys()) > 100


def test_the_public_list_as_one_page_tells_no_secret(filled: tuple[Workspace, Canaries]) -> None:
    from habeas.desk import list_report

    ws, canaries = filled
    page = list_report(ws, as_of=TODAY, made_at=f"{TODAY}T00:00:00Z", audience="public")
    tokens = set(TOKEN.findall(page))
    assert sorted(canaries.secret[t] for t in tokens & canaries.secret.keys()) == []
    assert len(tokens & canaries.seen.keys()) > 40


def test_the_list_for_partners_tells_nothing_above_their_level(filled: tuple[Workspace, Canaries]) -> None:
    from habeas.desk import list_report

    ws, canaries = filled
    page = list_report(ws, as_of=TODAY, made_at=f"{TODAY}T00:00:00Z", audience="partners")
    told = {canaries.secret[t] for t in set(TOKEN.findall(page)) & canaries.secret.keys()}
    may = (" at 0", " at 1", " 0.name", " 1.name", "level 1.title")
    allowed = {where for where in canaries.secret.values() if where.endswith(may)}
    assert sorted(told - allowed) == []


def test_figures_for_the_public_name_no_hidden_list(filled: tuple[Workspace, Canaries]) -> None:
    import json

    from habeas.desk import figures

    ws, canaries = filled
    page = figures(ws, as_of=TODAY, audience="public")
    text = json.dumps([page.to_json(), dict(page.names)])
    assert sorted(canaries.secret[t] for t in set(TOKEN.findall(text)) & canaries.secret.keys()) == []

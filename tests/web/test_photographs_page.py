"""Photographs on the person's page: added, shown as a copy, released, taken back; no byte of a place ever leaves."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client

from adapters import photographs as made
from desk.invented import DAY, MONITOR, moment
from habeas.adapters.folders import write_folder
from habeas.adapters.parsing.photographs import bare_jpeg
from habeas.desk import (
    Workspace,
    accept_all,
    add_photograph,
    capture_bytes,
    document_report,
    export_people,
    freeze_edition,
    list_report,
    people,
    person,
    photographs_of,
    public_site,
    record_mandate,
    register,
    release,
    sources,
    withdraw_basis,
)
from habeas.desk.photographs import About
from web.office import browser

ON = date.fromisoformat(DAY)
PICTURE = made.jpeg()
SECRETS = (made.HIDDEN.encode(), b"Exif", b"GPS", b"8BIM", b"2021:01:31")


@pytest.fixture
def decided(office: Workspace) -> Workspace:
    """The office with everything accepted and a mandate."""
    accept_all(office, by=MONITOR, now=moment(2))
    record_mandate(
        office, giver="A. Bekova", scope="photograph", purpose="publish", mandate="k-1", by=MONITOR, now=moment(3)
    )
    return office


def id_of(ws: Workspace, name: str = "Aru Bekova") -> str:
    return next(p.id for p in people(ws, as_of=ON) if p.name == name)


def send(client: Client, who: str, data: bytes = PICTURE, name: str = "her.jpg", **more: str) -> HttpResponse:
    file = io.BytesIO(data)
    file.name = name
    sent = {"credit": "A. Drawer", "source": "archive", "next": f"/people/{who}/", **more}
    return client.post(f"/people/{who}/photograph/", {"file": file, **sent})


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer
    return answer.content.decode()


def fact_of(ws: Workspace, who: str) -> str:
    return photographs_of(ws, person(ws, who, as_of=ON))[0].fact


def test_a_photograph_is_added_and_shown(decided: Workspace, asked: Client) -> None:
    who = id_of(decided)
    assert "<img" not in text(asked, f"/people/{who}/")
    answer = send(asked, who, alt='A figure in "blue"', consent="mandate:k-1")
    assert (answer.status_code, answer["Location"]) == (302, f"/people/{who}/")
    page, fact = text(asked, f"/people/{who}/?as_of={DAY}"), fact_of(decided, who)
    assert f'<img src="/photographs/{fact}/" width="600" height="800" alt="A figure in &quot;blue&quot;">' in page
    assert ("A. Drawer" in page, "Added. Outside the office" in page, "<code>mandate:k-1</code>" in page) == (
        True, True, True,
    )  # fmt: skip
    shown = asked.get(f"/photographs/{fact}/")
    assert (shown["Content-Type"], shown["X-Content-Type-Options"], bare_jpeg(shown.content)) == (
        "image/jpeg", "nosniff", (600, 800),
    )  # fmt: skip
    assert re.findall(r'(?:src|href|action)="(https?:)?//', page) == []


def test_without_words_the_name_says_what_it_is(decided: Workspace, asked: Client) -> None:
    who = id_of(decided)
    send(asked, who)
    page = text(asked, f"/people/{who}/")
    assert ('alt="Photograph of Aru Bekova"' in page, "no consent yet" in page) == (True, True)


def test_a_consent_is_recorded_and_the_photograph_released(decided: Workspace, asked: Client) -> None:
    who = id_of(decided)
    send(asked, who)
    fact = fact_of(decided, who)
    assert asked.post(f"/photographs/{fact}/consent/", {"consent": "mandate:none"}).status_code == 403
    assert asked.post(f"/photographs/{fact}/consent/", {"consent": "mandate:k-1"}).status_code == 302
    assert asked.post("/photographs/f-0000000000/consent/", {"consent": "mandate:k-1"}).status_code == 404
    other = {"fact": fact, "level": "0", "basis": "source:" + sources(decided)[0].source}
    assert asked.post(f"/people/{who}/release/", other).status_code == 403
    asked.post(f"/people/{who}/release/", {"fact": fact, "level": "0", "basis": "mandate:k-1"})
    assert {f.id for f in register(decided).facts.values() if f.level == 0} == {fact}
    assert browser().get(f"/public/photos/{fact}.jpg").content == asked.get(f"/photographs/{fact}/").content


def test_of_a_minor_nobody_of_the_team_sees_it(decided: Workspace, asked: Client) -> None:
    who = id_of(decided)
    answer = send(asked, who, minor="yes", follow="")
    fact = next(f.id for f in register(decided).facts.values() if f.fields.get("attribute") == "photo")
    page = text(asked, answer["Location"])
    assert ("at level 3" in page, "<img" in page) == (True, False)
    assert asked.get(f"/photographs/{fact}/").status_code == 404
    source = register(decided).claims_of(fact)[0].document
    assert "<img" not in text(asked, f"/sources/{source}/")
    answers = [asked.get(f"/photographs/{f}/").content for f in (fact, "f-0123456789")]
    assert len({re.sub(rb'csrf\w+" value="\w+|CSRFToken": "\w+|f-\w{10}', b"", a) for a in answers}) == 1


def test_the_source_shows_the_copy_and_keeps_the_file(decided: Workspace, asked: Client) -> None:
    who = id_of(decided)
    send(asked, who)
    source = photographs_of(decided, person(decided, who, as_of=ON))[0].sha256
    page = text(asked, f"/sources/{source}/")
    assert (f'src="/photographs/{fact_of(decided, who)}/"' in page, "Save the original" in page) == (True, False)
    assert asked.get(f"/sources/{source}/original/").status_code == 403


BAD = [
    ("bomb.png", made.png_bomb, "60,000 x 60,000 pixels"),
    ("short.jpg", lambda: PICTURE[:9000], "cut off or broken"),
    ("words.jpg", lambda: b"Only words.", "no picture at all"),
    ("drawing.svg", lambda: made.SVG, "an SVG drawing"),
    ("wide.jpg", lambda: made.jpeg(wide=20_000, high=5_100), "20,000 x 5,100 pixels"),
    ("<b>.jpg", lambda: b"", "&lt;b&gt;.jpg is empty"),
]


@pytest.mark.parametrize(("name", "data", "words"), BAD, ids=[n for n, *_ in BAD])
def test_a_bad_file_is_told_in_a_sentence_and_changes_nothing(  # type: ignore[no-untyped-def]
    decided: Workspace, asked: Client, name, data, words
) -> None:
    head, kept = decided.journal.head(), sorted(decided.vault.hashes())
    answer = send(asked, id_of(decided), data(), name)
    assert (answer.status_code, words in answer.content.decode()) == (400, True)
    assert (decided.journal.head(), sorted(decided.vault.hashes())) == (head, kept)


def test_a_form_without_file_credit_or_source_is_told(decided: Workspace, asked: Client) -> None:
    who = id_of(decided)
    assert asked.post(f"/people/{who}/photograph/", {"credit": "a", "source": "b"}).status_code == 400
    assert send(asked, who, credit=" ").status_code == 400
    assert send(asked, who, source="").status_code == 400
    assert send(asked, "r-0000000000").status_code == 404


def seen_outside(ws: Workspace) -> dict[str, bytes]:
    """Every byte that leaves: pages, site, documents of each audience and format, exports, API, downloads."""
    now = "2021-02-02T00:00:00Z"
    found = dict(public_site(ws, as_of=ON, today=ON).files())
    for audience in ("team", "partners", "public"):
        found[f"list {audience}"] = list_report(ws, as_of=ON, made_at=now, audience=audience).encode()
        for kind, who in (("list", None), ("person", id_of(ws)), ("case", id_of(ws))):
            made_ = document_report(ws, kind, who=who, as_of=ON, made_at=now, audience=audience)
            found |= {f"{kind} {audience} {f}": _unpacked(f, made_.rendered.to(f)) for f in ("html", "docx", "pdf")}
    found["people.csv"] = "\n".join(",".join(map(str, row)) for row in export_people(ws)).encode()
    for address in ("people", f"people/{id_of(ws)}", "sources", "events"):
        found[f"api {address}"] = browser().get(f"/api/v1/{address}").content
    return found


def _unpacked(format: str, data: bytes) -> bytes:
    if format == "docx":
        files = zipfile.ZipFile(io.BytesIO(data))
        return b"".join(files.read(name) for name in files.namelist())
    return data + b"".join(base64.b64decode(m) for m in re.findall(rb"base64,([\w+/=]+)", data))


def test_no_byte_that_leaves_holds_what_the_camera_wrote(decided: Workspace, asked: Client) -> None:
    who = id_of(decided)
    send(asked, who, consent="mandate:k-1")
    fact = fact_of(decided, who)
    release(decided, [fact], level=0, basis="mandate:k-1", by=MONITOR, now=moment(5))
    release(decided, person="Bekova", level=0, basis="source:" + sources(decided)[0].source, by=MONITOR, now=moment(6))
    source = register(decided).claims_of(fact)[0].document
    found = seen_outside(decided)
    pages = (f"/people/{who}/", f"/sources/{source}/", f"/sources/{source}/original/", f"/photographs/{fact}/",
             "/sources/", f"/people/{who}/history/", "/people.csv", "/people/export.csv", "/",
             f"/documents/file/?kind=person&who={who}&format=pdf")  # fmt: skip
    found |= {page: asked.get(page).content for page in pages}
    edition, _ = freeze_edition(decided, "First", as_of=ON, by=MONITOR, now=moment(9))
    found |= {f"edition {n}": _unpacked(n[5:], decided.vault.get(s)) for n, s in edition.files.items()}
    assert [(where, s) for where, data in found.items() for s in SECRETS if s in data] == []
    copy = asked.get(f"/photographs/{fact}/").content
    scan = copy[copy.index(b"\xff\xda") :]
    with_it = {where for where, data in found.items() if scan in data}
    documents = {f"person {a} {f}" for a in ("team", "partners", "public") for f in ("html", "docx", "pdf")}
    assert with_it >= {f"photos/{fact}.jpg", f"/photographs/{fact}/", *documents}
    assert all(s in decided.vault.get(source) for s in SECRETS if s != b"GPS")  # the file itself is as it came


def test_a_withdrawn_consent_takes_it_off_the_site_and_its_folder(
    decided: Workspace, asked: Client, tmp_path: Path
) -> None:
    who = id_of(decided)
    send(asked, who, consent="mandate:k-1", alt="A figure")
    fact, folder = fact_of(decided, who), tmp_path / "site"
    release(decided, [fact], level=0, basis="mandate:k-1", by=MONITOR, now=moment(5))
    write_folder(folder, public_site(decided, as_of=ON, today=ON).files())
    page = (folder / "people" / f"{who}.html").read_text("utf-8")
    assert f'<img src="../photos/{fact}.jpg" width="600" height="800" alt="A figure">' in page
    assert ("Photo: A. Drawer" in page, (folder / "photos" / f"{fact}.jpg").is_file()) == (True, True)
    assert browser().get(f"/api/v1/people/{who}").json()["photo"] == {
        "statement": fact, "file": f"photos/{fact}.jpg", "alt": "A figure", "credit": "A. Drawer", "width": 600,
        "height": 800,
    }  # fmt: skip
    withdraw_basis(decided, "mandate:k-1", by=MONITOR, now=moment(6), why="she asks")
    written = write_folder(folder, public_site(decided, as_of=ON, today=ON).files())
    assert ((folder / "photos").exists(), (folder / "people" / f"{who}.html").exists()) == (False, False)
    assert written.removed >= 2
    assert browser().get(f"/public/photos/{fact}.jpg").status_code == 404
    for known_at in (None, moment(5)):
        site = public_site(decided, as_of=ON, today=ON, known_at=known_at)
        assert [p for p in site.paths() if p.startswith("photos/")] == []
    for known_at in (None, moment(5)):
        made_ = document_report(
            decided, "list", as_of=ON, made_at="2021-02-02T00:00:00Z", known_at=known_at, audience="public"
        )
        assert b"base64" not in made_.rendered.to("html")
        page = list_report(decided, as_of=ON, made_at="2021-02-02T00:00:00Z", known_at=known_at, audience="public")
        assert ("A. Drawer" in page, "Bekova" in page) == (False, False)
    assert asked.get(f"/photographs/{fact}/").status_code == 200


def test_a_mandate_that_has_ended_takes_it_off_the_site(decided: Workspace) -> None:
    record_mandate(
        decided, giver="x", scope="photo", purpose="publish", mandate="k-2", until="2021-06", by=MONITOR, now=moment(4)
    )
    about = About("A. Drawer", "archive", "mandate:k-2")
    fact = add_photograph(decided, PICTURE, file="a.jpg", who="Bekova", about=about, by=MONITOR, now=moment(5)).fact
    release(decided, [fact], level=0, basis="mandate:k-2", by=MONITOR, now=moment(6))
    shown = [list(public_site(decided, as_of=ON, today=date(2021, m, 30)).view.photos) for m in (5, 7)]
    assert shown == [[f"photos/{fact}.jpg"], []]


def test_the_public_page_cites_the_source_that_published_it(decided: Workspace) -> None:
    words = b"The Arcadian printed a picture of her.\n"
    listed = "source:" + capture_bytes(decided, words, name="a.md", by=MONITOR, now=moment(4), how="file").source
    about = About("A. Drawer", listed)
    fact = add_photograph(decided, PICTURE, file="a.jpg", who="Bekova", about=about, by=MONITOR, now=moment(5)).fact
    release(decided, [fact], level=0, basis=listed, by=MONITOR, now=moment(6))
    site = public_site(decided, as_of=ON, today=ON)
    page = (site.render(f"people/{id_of(decided)}.html") or b"").decode()
    assert 'Photo: A. Drawer; <a href="../sources.html#s-' in page
    assert [s.id for s in site.view.sources] == [listed.removeprefix("source:")]


def test_a_photograph_stands_once_and_every_language_shows_it(decided: Workspace) -> None:
    about = About("A. Drawer", "archive", "mandate:k-1")
    fact = add_photograph(decided, PICTURE, file="a.jpg", who="Bekova", about=about, by=MONITOR, now=moment(5)).fact
    release(decided, [fact], level=0, basis="mandate:k-1", by=MONITOR, now=moment(6))
    site = public_site(decided, as_of=ON, today=ON, languages=("en", "kk"))
    assert [path for path in site.paths() if path.endswith(".jpg")] == [f"photos/{fact}.jpg"]
    pages = [(site.render(f"{folder}people/{id_of(decided)}.html") or b"").decode() for folder in ("", "kk/")]
    assert [f'src="{up}photos/{fact}.jpg"' in page for up, page in zip(("../", "../../"), pages, strict=True)] == [
        True, True,
    ]  # fmt: skip
    assert ["alt=\"Photograph of" in pages[0], "alt=\"Фотосурет: " in pages[1]] == [True, True]
    assert site.render(f"kk/photos/{fact}.jpg") is None


def test_the_newest_photograph_that_may_be_seen_stands_for_a_person(decided: Workspace, asked: Client) -> None:
    who = id_of(decided)
    send(asked, who, consent="mandate:k-1")
    first = fact_of(decided, who)
    release(decided, [first], level=0, basis="mandate:k-1", by=MONITOR, now=moment(5))
    send(asked, who, made.jpeg(coat="#2c6e49"))
    second = fact_of(decided, who)
    assert first != second
    page = text(asked, f"/people/{who}/")
    assert [page.count(f'src="/photographs/{f}/"') for f in (first, second)] == [1, 1]
    assert list(public_site(decided, as_of=ON, today=ON).view.photos) == [f"photos/{first}.jpg"]

"""Sources of every kind in a workspace: the text that was parsed stays the one that was captured."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from adapters.rendered import to_pdf
from adapters.servers import Served, served
from desk.invented import MONITOR, moment
from habeas.adapters.capture import Rules
from habeas.desk import Workspace, capture_address, capture_bytes, document, models, original, sources, verify
from habeas.errors import HabeasError

PAGE = b"<html><head><title>Court news</title></head><body><p>Ivan Petrov was sentenced to 3 years in prison.</p>"


@pytest.fixture
def site() -> Iterator[Served]:
    with served() as made:
        made.pages["/"] = (200, {"Content-Type": "text/html"}, PAGE)
        yield made


def test_a_page_is_kept_with_its_address_and_read(ws: Workspace, site: Served) -> None:
    allowed = Rules(loopback=frozenset((site.port,)))
    made = capture_address(ws, f"{site.url}/", by=MONITOR, now=moment(1), rules=allowed, with_picture=False)
    assert (made.title, made.media_type, made.new) == ("Court news", "application/warc", True)
    assert document(ws, made.source).text == "Ivan Petrov was sentenced to 3 years in prison.\n"
    assert original(ws, made.source).startswith(b"WARC/1.1\r\n")
    entry = [e for e in ws.journal.read() if e.action == "source_captured"][-1]
    content = entry.body.content if entry.body else {}
    assert (content["how"], content["address"], content["captured_at"]) == ("address", f"{site.url}/", moment(1))
    assert verify(ws).whole


def test_a_refused_address_leaves_nothing_behind(ws: Workspace, site: Served) -> None:
    before = list(ws.journal.read()), list(ws.vault.hashes()), sources(ws)
    with pytest.raises(HabeasError) as caught:
        capture_address(ws, f"{site.url}/", by=MONITOR, now=moment(1))
    assert caught.value.exit_code == 7
    assert (list(ws.journal.read()), list(ws.vault.hashes()), sources(ws)) == before


def test_a_parsed_text_that_was_changed_is_found(ws: Workspace) -> None:
    made = capture_bytes(ws, to_pdf("Ivan Petrov was detained.\n"), name="a.pdf", by=MONITOR, now=moment(1), how="file")
    assert verify(ws).whole
    row = models.SourceText.objects.using(ws.alias).get(source=made.source)
    row.text = row.text.replace("Ivan", "Ivar")
    row.save()
    report = verify(ws)
    assert report.faults == (
        f"The text of source {made.source} is not the one that was parsed when it was captured.",
    )  # fmt: skip

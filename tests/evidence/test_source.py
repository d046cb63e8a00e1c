"""A source describes captured bytes; a name is data, never a path."""

from __future__ import annotations

import pytest

from habeas.evidence import BadSource, Document, Source
from habeas.evidence.source import base_name
from habeas.lexicon.when import NotADate

DOCUMENT = Document.from_bytes("Список людей, о которых здесь речь\nОдин.".encode())


def test_a_source_of_a_document() -> None:
    source = Source.of(
        DOCUMENT,
        media_type="text/plain",
        captured_at="2026-01-01T00:00:00Z",
        by="m-1",
        published="2020-02",
        file="/tmp/a b.txt",
    )
    assert source.to_json() == {
        "source": DOCUMENT.sha256, "title": "Список людей, о которых здесь речь", "media_type": "text/plain",
        "language": "ru", "published": "2020-02", "captured_at": "2026-01-01T00:00:00Z", "how": "file",
        "characters": 40,
        "by": "m-1", "file": "a b.txt", "address": None, "encoding": "utf-8",
    }  # fmt: skip


def test_bad_descriptions_are_refused() -> None:
    with pytest.raises(BadSource):
        Source.of(DOCUMENT, media_type="text/plain", captured_at="2026-01-01T00:00:00Z", by="m-1", how="rumour")
    with pytest.raises(NotADate):
        Source.of(
            DOCUMENT, media_type="text/plain", captured_at="2026-01-01T00:00:00Z", by="m-1", published="2020-02-31"
        )


@pytest.mark.parametrize(("path", "name"), [
    ("../../etc/passwd", "passwd"), ("C:\\reports\\a.txt", "a.txt"), ("invoice\u202efdp.exe", "invoicefdp.exe"),
    ("a\nb.txt", "ab.txt"), ("x" * 300, "x" * 255), ("Отчёт 2020.txt", "Отчёт 2020.txt"),
])  # fmt: skip
def test_only_the_name_is_kept(path: str, name: str) -> None:
    assert base_name(path) == name

"""Files of each kind sent through the page: archived, read, shown with their pages, and marked where OCR read them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from adapters.rendered import table_to_xlsx, to_docx, to_html, to_pdf
from habeas.desk import Workspace, models

_MORE = "More is told. " * 40
TEXT = "# A list of prisoners\n\n" + "".join(
    f"**Person Number{chr(65 + n)}** was sentenced to 3 years in prison on {n + 1} May 2021. {_MORE}\n\n"
    for n in range(14)
)  # fmt: skip
KINDS: dict[str, Callable[[str], bytes]] = {
    "docx": to_docx, "pdf": to_pdf, "html": to_html,
    "xlsx": lambda text: table_to_xlsx([["Name", "Sentence", "Article"], ["Ivan Petrov", "3 years", "Article 1"]]),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_archived_and_read(asked: Client, office: Workspace, kind: str) -> None:
    sent = SimpleUploadedFile(f"report.{kind}", KINDS[kind](TEXT))
    answer = asked.post("/sources/upload/", {"files": sent}, headers={"Accept": "text/plain"})
    assert (answer.status_code, answer.content.decode().split(",")[0]) == (200, f"report.{kind}: archived")
    row = models.SourceRecord.objects.using(office.alias).order_by("-captured_at").first()
    page = asked.get(f"/sources/{row.sha256}/").content.decode()
    pages = re.findall(r'data-page="([^"]+)"', page)
    assert pages == {"pdf": ["page 2", "page 3"][: page.count("data-page")]}.get(kind, [])
    assert (kind != "pdf" or len(pages) > 0, "Read by OCR" in page) == (True, False)


def test_a_bad_file_is_told_in_one_line(asked: Client) -> None:
    sent = SimpleUploadedFile("report.pdf", b"%PDF-1.7\n")
    answer = asked.post("/sources/upload/", {"files": sent}, headers={"Accept": "text/plain"})
    assert (answer.status_code, answer.content.decode()) == (
        400, "report.pdf: report.pdf is a broken PDF file. Get the file again, or print it to PDF anew."
    )  # fmt: skip


def test_what_ocr_read_is_marked(asked: Client, office: Workspace) -> None:
    rows = models.SourceRecord.objects.using(office.alias)
    row = rows.first()
    rows.filter(sha256=row.sha256).update(media_type="application/pdf; text=ocr")
    assert "Read by OCR" in asked.get(f"/sources/{row.sha256}/").content.decode()
    assert '<span class="tag warn">OCR</span>' in asked.get("/sources/").content.decode()

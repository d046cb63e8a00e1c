"""Which parser reads what. Only the child process imports this, so that no parser's library lives in the main one."""

from __future__ import annotations

from typing import Any

from habeas.adapters.parsing.layer import Layer
from habeas.adapters.parsing.unreadable import Unreadable


def read_kind(kind: str, data: bytes, *, encoding: str | None = None, languages: str | None = None) -> dict[str, Any]:
    """The text layer of `data` as JSON, of a photograph its copies; `kind` is one of `habeas.adapters.parsing.kinds`,
    or `scan`, `photo`, `parts`. Raises `Unreadable`."""
    if kind == "pdf":
        from habeas.adapters.parsing.pdf import read_pdf

        return read_pdf(data)
    if kind == "scan":
        from habeas.adapters.parsing.ocr import read_scan

        return read_scan(data, languages or "eng")
    if kind == "photo":
        from habeas.adapters.parsing.photo import read_photo

        return read_photo(data)
    if kind == "parts":
        from habeas.adapters.parsing.webpage import parts_of

        return {"parts": parts_of(data, encoding=encoding)}
    if kind in ("warc", "gzip"):
        return _archive(kind, data, encoding)
    return _layer(kind, data, encoding).to_json()


def _layer(kind: str, data: bytes, encoding: str | None) -> Layer:
    if kind == "zip":
        return _office(data)
    if kind == "csv":
        from habeas.adapters.parsing.rows import read_csv

        return read_csv(data.decode("utf-8"))
    return _page(kind, data, encoding)


def _office(data: bytes) -> Layer:
    from habeas.adapters.parsing.docx import read_docx
    from habeas.adapters.parsing.xlsx import read_xlsx
    from habeas.adapters.parsing.zipped import Parts

    parts = Parts(data)
    word, excel = "word/document.xml" in parts.names, "xl/workbook.xml" in parts.names
    if word and excel:
        raise Unreadable("is a Word document and an Excel workbook at once", "Check where it is from.")
    if any(n.endswith("vbaProject.bin") for n in parts.names):
        raise Unreadable(
            "holds macros (programs)", "Open it where that is safe and save it as DOCX or XLSX, without macros."
        )
    if not word and not excel:
        raise Unreadable("is a ZIP archive, no Word document and no Excel workbook", "Unpack it and add what is in it.")
    return read_docx(parts) if word else read_xlsx(parts)


def _page(kind: str, data: bytes, encoding: str | None) -> Layer:
    from habeas.adapters.parsing.archived import page_in_mhtml
    from habeas.adapters.parsing.webpage import read_webpage

    if kind == "html":
        return read_webpage(data, encoding=encoding)
    page, charset, _ = page_in_mhtml(data)
    layer = read_webpage(page, encoding=encoding or charset)
    layer.media_type = "multipart/related"
    return layer


def _archive(kind: str, data: bytes, encoding: str | None) -> dict[str, Any]:
    from habeas.adapters.parsing.archived import is_gzipped_warc, page_in_warc

    if kind == "gzip" and not is_gzipped_warc(data):
        raise Unreadable("is a gzip archive", "Unpack it and add what is in it.")
    page, charset, media, address, more = page_in_warc(data)
    answer = _kept(page, encoding or charset, media)
    answer["media_type"] = "application/warc"
    answer["notes"].append(f"The page was captured from {address[:300]}.")
    if answer.get("scanned"):
        answer["notes"].append("Scanned pages in it were not read: save the PDF file and add it alone.")
    if more:
        answer["notes"].append(f"The WARC file holds {more} more pages, which were not read.")
    return answer


def _kept(page: bytes, charset: str | None, media: str) -> dict[str, Any]:
    """What an archive keeps of one address: a page, a PDF file or plain text."""
    if media == "application/pdf":
        return read_kind("pdf", page)
    if media != "text/plain":
        return _layer("html", page, charset).to_json()
    from habeas.adapters.parsing.webpage import decode

    layer = Layer()
    for paragraph in decode(page, charset).split("\n\n"):
        layer.paragraph(paragraph)
    return layer.to_json()

"""Every bad file of the catalogue: refused in one sentence, and nothing of it runs."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from adapters import bad_files as bad
from adapters.rendered import to_docx, to_html, to_pdf
from habeas.adapters.parsing import take_any, take_any_file
from habeas.evidence import BadInput

REFUSED: list[tuple[str, Callable[[], bytes], str]] = [
    ("bomb.docx", bad.bomb_declared, "bomb.docx unpacks to far more than a document holds (a ZIP bomb)."),
    ("bomb.docx", bad.bomb_denied, "bomb.docx is a broken archive."),
    ("many.docx", bad.many_files, "many.docx holds more than 2,000 files."),
    ("link.docx", bad.with_link, "link.docx holds links to other files."),
    ("laugh.docx", bad.entities,
     "laugh.docx declares XML entities or a document type, which no Office program writes."),
    ("xxe.docx", bad.outside_entity,
     "xxe.docx declares XML entities or a document type, which no Office program writes."),
    ("deep.docx", bad.deep, "deep.docx nests its parts more than 200 deep."),
    ("macro.docx", bad.macros, "macro.docx holds macros (programs)."),
    ("macro.docm", bad.macros, "macro.docm holds macros (programs)."),
    ("short.docx", lambda: to_docx(bad.TEXT)[:-400], "short.docx is a broken archive."),
    ("other.docx", lambda: bad.office({"a.txt": "x"}),
     "other.docx is a ZIP archive, no Word document and no Excel workbook."),
    ("headless.docx", lambda: bad.office({"word/document.xml": "<a/>"}),
     "headless.docx is a broken Word document: it has no body."),
    ("torn.docx", lambda: bad.office({"word/document.xml": "<a><b>"}),
     "torn.docx is broken inside: the part 'word/document.xml' is no XML."),
    ("loop.pdf", bad.pdf_loop, "loop.pdf holds no letters."),
    ("long.pdf", bad.pdf_many_pages, "long.pdf has 10,000 pages; the limit is 3,000."),
    ("secret.pdf", bad.pdf_encrypted, "secret.pdf is an encrypted PDF file."),
    ("short.pdf", lambda: b"%PDF-1.7\n", "short.pdf is a broken PDF file."),
    ("both.pdf", bad.polyglot, "both.pdf is a PDF file and something else at once."),
    ("both.html", lambda: to_html(bad.TEXT) + to_docx(bad.TEXT), "both.html is a web page and something else at once."),
    ("report.docx", lambda: to_pdf(bad.TEXT), "report.docx is a PDF file, though its name ends in .docx."),
    ("report.pdf", lambda: to_docx(bad.TEXT),
     "report.pdf is a ZIP archive, as Office writes, though its name ends in .pdf."),
    ("photo.jpg", lambda: to_pdf(bad.TEXT), "photo.jpg is a PDF file, though its name ends in .jpg."),
    ("report.pdf", lambda: b"Only some words.", "report.pdf is no PDF file, whatever its name says."),
    ("report.docx", lambda: b"Only some words.", "report.docx is no DOCX file, whatever its name says."),
    ("a.gz", lambda: __import__("gzip").compress(b"words"), "a.gz is a gzip archive."),
    ("bomb.warc.gz", bad.gzip_bomb, "bomb.warc.gz holds a page of more than 64 MB."),
    ("broken.warc", lambda: b"WARC/1.0\r\nnonsense", "broken.warc is a WARC file that holds no page."),
    ("empty.html", lambda: b"<html><body><script>alert(1)</script></body></html>", "empty.html holds no letters."),
    ("none.mht", lambda: b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b--\n",
     "none.mht is a saved page (MHTML) that holds no page."),
    ("bytes.html", lambda: b"<html><meta charset=utf-8><p>" + "Суд приговорил его к трём годам".encode("cp1251"),
     "bytes.html is not in the encoding 'utf-8' that it names; it seems to be windows-1251."),
    ("odd.html", lambda: b"<html><meta charset=zip><p>" + b"\x98\xff" * 9, "odd.html is not utf-8."),
    ("nul.csv", lambda: b"Name,Article\nIvan\0,212", "nul.csv is binary data, not plain text."),
    ("wide.csv", lambda: b'Name,Article\n"' + b"a" * 200_000 + b'",1\n',
     "wide.csv is broken CSV near line 2: field larger than field limit (100000)."),
    ("empty.docx", lambda: b"", "empty.docx is empty."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "made", "cause"), REFUSED, ids=[f"{n}-{i}" for i, (n, _, _) in enumerate(REFUSED)])
def test_a_bad_file_is_refused_in_one_sentence(name: str, made: Callable[[], bytes], cause: str) -> None:
    data = made()
    with pytest.raises(BadInput) as caught:
        take_any(data, file=name)
    assert (caught.value.cause, caught.value.exit_code) == (cause, 2)
    assert caught.value.next_step


@pytest.mark.parametrize("made", [bad.pdf_bomb, bad.pdf_picture])
def test_a_bomb_in_a_pdf_ends_within_its_limits(made: Callable[[], bytes]) -> None:
    """Read within the limits, or refused: in both cases the main process goes on and the child is gone."""
    start = time.monotonic()
    try:
        said = take_any(made(), file="bomb.pdf").document.text.strip()
    except BadInput as error:
        said = error.cause
    known = ("Ivan", "bomb.pdf holds no letters.", "bomb.pdf needs more than 512 MB of memory to be read.",
             "bomb.pdf made its parser crash, which did no harm.",
             "bomb.pdf takes more than 25 seconds to be read.")  # fmt: skip
    assert [s for s in known if s == said] == [said]
    assert [time.monotonic() - start < 60] == [True]


@pytest.mark.parametrize("made", [bad.pdf_script, bad.pdf_form])
def test_a_script_in_a_pdf_is_not_run_and_its_text_is_read(made: Callable[[], bytes]) -> None:
    assert take_any(made(), file="a.pdf").document.text == "Ivan Petrov was detained.\n"


def test_the_newest_version_of_a_pdf_is_read_alone() -> None:
    assert take_any(bad.pdf_older(), file="a.pdf").document.text == "The newer words.\n"


def test_formulas_of_a_table_are_words() -> None:
    rows = b"Name,Note\n=cmd|' /C calc'!A0,+1\n'=1+1,@SUM(A1)\n"
    assert take_any(rows, file="a.csv").document.text.splitlines()[2:] == [
        "| =cmd¦' /C calc'!A0 | +1 |", "| =1+1 | @SUM(A1) |"
    ]  # fmt: skip


def test_a_name_that_is_a_path_or_holds_a_line_end_stays_a_name() -> None:
    for name in ("../../etc/passwd.html", "CON.html", "a\nb.html", "a" * 300 + ".html"):
        taken = take_any(b"<html><p>Ivan Petrov was detained.", file=name)
        assert (taken.file, taken.document.text) == (name, "Ivan Petrov was detained.\n")


def test_a_part_that_would_leave_its_folder_is_never_written() -> None:
    assert take_any(bad.slipping(), file="a.docx").document.text.splitlines()[0] == "# A list"
    assert Path("/tmp/habeas-slipped").exists() is False


def test_a_page_names_others_and_none_is_asked() -> None:
    """A remote picture would tell its server who reads: nothing but words is taken from a page."""
    page = b"<html><body><p>Ivan Petrov <img src='http://127.0.0.1:9/pixel.png'> was detained.</p>"
    page += b"<iframe src='http://127.0.0.1:9/'>"
    assert take_any(page, file="a.html").document.text == "Ivan Petrov was detained.\n"


def test_names_of_people_keep_marks_that_hide_their_direction() -> None:
    assert (
        take_any("<html><p>Ivan\u202evorteP\u202c</p>".encode(), file="a.html").document.text
        == "Ivan\u202evorteP\u202c\n"
    )


def test_too_large_a_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(51 * 1024 * 1024)
    with pytest.raises(BadInput) as caught:
        take_any_file(path)
    assert caught.value.cause == f"{path} has 51.0 MB; the limit is 50.0 MB."


def test_thirty_thousand_open_tags_are_read() -> None:
    page = "<html><body>" + "<div>" * 30_000 + "Ivan Petrov was detained."
    assert take_any(page.encode(), file="a.html").document.text == "Ivan Petrov was detained.\n"


def test_a_page_in_another_encoding_says_so() -> None:
    words = "Суд приговорил его к трём годам."
    page = f"<html><head><meta charset=windows-1251></head><body><p>{words}</p></body></html>".encode("cp1251")
    assert take_any(page, file="a.html").document.text == words + "\n"


def test_rows_beyond_the_limit() -> None:
    out = io.BytesIO()
    out.write(b"Name,Article\n" + b"Ivan,1\n" * 200_001)
    with pytest.raises(BadInput) as caught:
        take_any(out.getvalue(), file="a.csv")
    assert caught.value.cause == "a.csv has more than 200,000 rows."

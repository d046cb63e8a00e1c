"""Files of each kind give the same text, so the same people, charges and sentences; and each place knows its page."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pypdfium2
import pytest

from adapters.rendered import table_to_docx, table_to_html, table_to_pdf, table_to_xlsx, to_docx, to_html, to_pdf
from habeas.adapters.parsing import take_any
from habeas.evidence import Document, page_of
from habeas.evidence.pages import paragraph_of
from habeas.reading import read
from habeas.reading.proposals import Reading
from shared_texts import PROJECT

REPORT = (PROJECT / "examples" / "kazakhstan-2020" / "report.md").read_text("utf-8")
RENDERED = {
    "three columns pdf": lambda text: to_pdf(text, columns=3),
    "html": to_html,
    "docx": to_docx,
    "pdf": to_pdf,
    "two columns pdf": lambda text: to_pdf(text, columns=2),
}
ROWS = [
    ["Name", "Article", "Sentence", "Date of verdict"],
    ["Ivan Petrov", "Article 212.1", "3 years of imprisonment", "12 March 2021"],
    ["Anna Sidorova", "Article 280, part 1", "2 years' suspended sentence", "5 May 2020"],
    ["Oleg Kim", "Article 318", "4 years and six months of imprisonment", "7 June 2021"],
]
TABLES = {
    "xlsx": table_to_xlsx, "docx": table_to_docx, "html": table_to_html, "pdf": table_to_pdf,
    "white strips pdf": lambda rows: table_to_pdf(rows, ruled=False),
    "csv": lambda rows: "\n".join(";".join(f'"{c}"' for c in r) for r in rows).encode(),
}  # fmt: skip
Item = tuple[object, ...]


def items(reading: Reading) -> dict[str, set[Item]]:
    """People, charges and sentences as what can be compared between texts."""
    names = {p.id: p.name for p in reading.persons}
    told = {
        kind: {
            (names[p], *(c.fields.get(f) for f in fields)) for c in reading.claims if c.kind == kind for p in c.persons
        }
        for kind, fields in (("charge", ("article", "part")), ("sentence", ("penalty", "length")))
    }
    return {"persons": {(n,) for n in names.values()}, **told}


def f1(one: set[Item], other: set[Item]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


@pytest.mark.parametrize("name", RENDERED)
def test_the_example_reads_alike_from_every_format(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = items(read(Document.from_bytes(REPORT.encode())))
    taken = take_any(RENDERED[name](REPORT), file=f"report.{name.split()[-1]}")
    found = items(read(taken.document))
    scores = {kind: f1(wanted[kind], found[kind]) for kind in wanted}
    with capsys.disabled():
        print(f"\n{name}: " + ", ".join(f"{k} {v:.3f} (n={len(wanted[k])})" for k, v in scores.items()))
    assert [kind for kind, score in scores.items() if score < 0.98] == []


@pytest.mark.parametrize("name", TABLES)
def test_a_row_is_an_entry(name: str) -> None:
    taken = take_any(TABLES[name](ROWS), file=f"list.{name.split()[-1]}")
    found = items(read(taken.document))
    assert found["persons"] == {("Ivan Petrov",), ("Anna Sidorova",), ("Oleg Kim",)}
    assert found["charge"] == {
        ("Ivan Petrov", "212.1", None), ("Anna Sidorova", "280", "1"), ("Oleg Kim", "318", None)
    }  # fmt: skip
    assert found["sentence"] == {
        ("Ivan Petrov", "imprisonment", "P3Y"), ("Anna Sidorova", "suspended", "P2Y"),
        ("Oleg Kim", "imprisonment", "P4Y6M"),
    }  # fmt: skip


def test_a_table_over_pages_is_one_and_each_row_knows_its_page() -> None:
    rows = [ROWS[0], *([f"Person Number{n}", "Article 1", "1 year", "1 May 2020"] for n in range(120))]
    text = take_any(table_to_pdf(rows), file="a.pdf").document.text
    assert text.count("| Name |") == 1
    assert text.count("| Person") == 120
    assert (page_of(text, text.index("Number0 ")), page_of(text, text.index("Number119"))) == (1, text.count("\f") + 1)
    assert text.count("\f") > 1


def test_rows_at_the_foot_of_pages_are_no_running_titles() -> None:
    rows = [ROWS[0], *([f"Person Number{n}", "Article 1", "1 year", "1 May 2020"] for n in range(120))]
    text = take_any(table_to_pdf(rows, ruled=False), file="a.pdf").document.text
    assert [n for n in range(120) if f"| Person Number{n} | Article 1 | 1 year | 1 May 2020 |" not in text] == []


def test_a_word_over_a_page_is_whole_and_the_running_title_is_gone() -> None:
    taken = take_any(to_pdf(REPORT, running="Foundation for testing, 2020"), file="a.pdf")
    assert taken.notes == ("Titles that repeat on every page were left out: Foundation for testing, 2020.",)
    text = taken.document.text
    assert ("Foundation for testing" in text, "Page 2" in text) == (False, False)
    assert page_of(text, 0) == 1
    assert page_of(text, len(text) - 2) == text.count("\f") + 1 == 9
    assert paragraph_of(text, text.index("This list presents")) > 1


def test_the_main_text_of_a_page_without_what_stands_around_it() -> None:
    text = take_any(to_html(REPORT), file="a.html").document.text
    assert [w for w in ("Menuov", "Asidov", "Contact", "var x") if w in text] == []


def test_a_table_that_lays_out_a_page_is_no_table_and_wide_cells_keep_their_columns() -> None:
    inner = "<table><tr><th>Name<th>Article<th>Term<tr><td colspan=2>Ivan Petrov<td>3 years</table>"
    page = f"<html><body><table><tr><td>Menu<td><h2>A list</h2><p>First.</p><p>Second.</p>{inner}<tr><td>a<td>b</table>"
    assert take_any(page.encode(), file="a.html").document.text.split("\n\n") == [
        "Menu", "## A list", "First.", "Second.",
        "| Name | Article | Term |\n|---|---|---|\n| Ivan Petrov |  | 3 years |", "a", "b\n",
    ]  # fmt: skip


def test_wide_cells_and_tables_inside_cells_of_word() -> None:
    from adapters import bad_files as made

    def cell(inside: str, more: str = "") -> str:
        return f"<w:tc>{more}{inside}</w:tc>"

    said = [made.paragraph(w) for w in ("Name", "Article", "Term", "Ivan Petrov", "3 years", "inner")]
    nested = f"<w:tbl><w:tr>{cell(said[5])}</w:tr></w:tbl>"
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    first = f"<w:tr>{''.join(map(cell, said[:3]))}</w:tr>"
    second = f"<w:tr>{cell(said[3], wide)}{cell(said[4] + nested)}</w:tr>"
    data = made.office({"word/document.xml": made.document(f"<w:tbl>{first}{second}</w:tbl>")})
    assert take_any(data, file="a.docx").document.text == (
        "| Name | Article | Term |\n|---|---|---|\n| Ivan Petrov |  | 3 years inner |\n"
    )


def test_links_are_kept_as_references() -> None:
    page = b"<html><body><p>A <a href='https://example.org/x'>report</a> says so.</p><p><a href='/y'>No</a> more.</p>"
    text = take_any(page, file="a.html").document.text
    assert text == "A report says so.\n\nNo more.\n\n## References\n\n[1] https://example.org/x (paragraph 1)\n"


def test_footnotes_of_word_and_pdf_stand_at_the_end() -> None:
    from adapters import bad_files as made

    word = f'xmlns:w="{made.WORD}"'
    body = '<w:p><w:r><w:t>He was detained.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    said = "<w:p><w:r><w:t>A news agency.</w:t></w:r></w:p>"
    notes = f'<w:footnotes {word}><w:footnote w:id="2">{said}</w:footnote></w:footnotes>'
    data = made.office({"word/document.xml": made.document(body), "word/footnotes.xml": notes})
    assert take_any(data, file="a.docx").document.text == "He was detained.[1]\n\n## Notes\n\n[1] A news agency.\n"
    lines = [
        (12, 700, "The court sentenced him to three years in a penal colony, as his"),
        (12, 684, "lawyer said, and he was taken to another region for the deten-"),
        (12, 668, "tion that followed."), (8, 90, "1 A news agency, 5 May 2020."),
    ]  # fmt: skip
    drawn = b"".join(b"BT /F %d Tf 60 %d Td (%s) Tj ET\n" % (s, y, t.encode()) for s, y, t in lines)
    text = take_any(made.page_with(made.stream(drawn)), file="a.pdf").document.text
    assert text.split("\n\n") == [
        "The court sentenced him to three years in a penal colony, as his lawyer said, and he was taken to another "
        "region for the detention that followed.", "## Notes", "- 1 A news agency, 5 May 2020.\n",
    ]  # fmt: skip


def test_tracked_deletions_and_hidden_words_are_left_out_and_that_is_told() -> None:
    from adapters import bad_files as made

    body = (
        "<w:p><w:r><w:t>Kept. </w:t></w:r><w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r></w:p>"
    )
    taken = take_any(made.office({"word/document.xml": made.document(body)}), file="a.docx")
    assert taken.document.text == "Kept.\n"
    assert taken.notes == ("Tracked deletions were left out.", "Hidden text was left out.")


def test_saved_pages_and_archives() -> None:
    page = b"<html><body><p>Ivan Petrov was detained.</p></body></html>"
    mhtml = (
        b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        + page
        + b"\r\n--b--\r\n"
    )
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    warc = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: application/http\r\n"
        b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(http), http)
    )
    assert take_any(mhtml, file="a.mhtml").document.text == "Ivan Petrov was detained.\n"
    taken = take_any(warc, file="a.warc")
    assert (taken.document.text, taken.notes) == (
        "Ivan Petrov was detained.\n", ("The page was captured from http://a.example/.",)
    )  # fmt: skip


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="OCR was not tested: Tesseract is not installed")
def test_a_scan_is_read_and_marked_as_ocr() -> None:
    drawn = pypdfium2.PdfDocument(
        to_pdf("# A list\n\nIvan Petrov was sentenced to 3 years in prison on 12 March 2021.\n")
    )
    pictures = [page.render(scale=200 / 72).to_pil().convert("L") for page in drawn]
    out = io.BytesIO()
    pictures[0].save(out, "PDF", resolution=200)
    taken = take_any(out.getvalue(), file="scan.pdf")
    assert taken.media_type == "application/pdf; text=ocr"
    assert taken.notes[0].startswith("Every page was read from a picture (OCR, eng")
    assert "Ivan Petrov was sentenced to 3 years in prison on 12 March 2021." in taken.document.text


def test_a_scan_without_tesseract_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from habeas.adapters.parsing import taking
    from habeas.evidence import BadInput

    monkeypatch.setattr(taking, "languages_installed", tuple)
    drawn = pypdfium2.PdfDocument(to_pdf("Ivan Petrov.\n"))
    out = io.BytesIO()
    drawn[0].render(scale=1).to_pil().convert("L").save(out, "PDF", resolution=72)
    with pytest.raises(BadInput) as caught:
        take_any(out.getvalue(), file="scan.pdf")
    assert caught.value.cause == "scan.pdf is a scan: its pages are pictures without a text."

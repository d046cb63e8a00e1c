"""A Markdown report rendered to other formats with the libraries that people's programs use. Made for tests alone."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator

import openpyxl
from docx import Document
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Table

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
Block = tuple[str, int, str]


def blocks(markdown: str) -> Iterator[Block]:
    """(kind, level, text) of headings, items and paragraphs; `**` around bold words stays, italics go."""
    for part in re.split(r"\n\s*\n", markdown):
        for line in [part] if not part.lstrip().startswith(("-", "#")) else part.split("\n"):
            said = " ".join(line.split()).replace("***", "**")
            said = re.sub(r"(?<!\*)\*(?!\*)", "", said)
            if match := re.match(r"(#+) (.*)", said):
                yield "heading", len(match[1]), match[2]
            elif said.startswith("- "):
                yield "item", 0, said[2:]
            elif said:
                yield "paragraph", 0, said


def bold(escaped: str) -> str:
    """`**` as tags."""
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escaped)


def to_html(markdown: str) -> bytes:
    """A web page with a menu, an aside and a footer around the text."""
    tags = {"item": "li", "paragraph": "p"}
    body = "\n".join(
        f"<{t}>{bold(html.escape(s))}</{t}>" for k, n, s in blocks(markdown) for t in [tags.get(k) or f"h{n}"]
    )
    around = '<nav><a href="/a">Home</a> <a href="/b">About Ivan Menuov</a></nav>'
    more = '<div class="related"><a href="/c">Read also about Petr Asidov, sentenced to 9 years in prison</a></div>'
    script = "<script>var x='<p>no</p>'</script>"
    head = f"<!DOCTYPE html><html><head><meta charset=utf-8><title>A report</title>{script}</head>"
    return f"{head}<body>{around}<main>{body}</main>{more}<footer>Contact</footer></body></html>".encode()


def to_docx(markdown: str) -> bytes:
    """A Word document with Word's own styles."""
    document = Document()
    for kind, level, text in blocks(markdown):
        if kind == "heading":
            document.add_heading(text, level)
        else:
            paragraph = document.add_paragraph(style="List Bullet" if kind == "item" else None)
            for number, run in enumerate(text.split("**")):
                paragraph.add_run(run).bold = number % 2 == 1
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def register() -> None:
    """Makes the fonts known that have all letters."""
    if "DejaVu" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("DejaVu", FONT))
        pdfmetrics.registerFont(TTFont("DejaVu-Bold", FONT.replace(".ttf", "-Bold.ttf")))
        pdfmetrics.registerFontFamily("DejaVu", normal="DejaVu", bold="DejaVu-Bold")


def to_pdf(markdown: str, *, columns: int = 1, running: str = "A running title") -> bytes:
    """A PDF with lines broken at a width, running titles, page numbers, and as many columns as said."""
    register()
    text = ParagraphStyle("text", fontName="DejaVu", fontSize=9, leading=12, spaceAfter=6)
    head = {
        n: ParagraphStyle(f"h{n}", parent=text, fontSize=18 - 2 * n, leading=22 - 2 * n, spaceBefore=8)
        for n in range(1, 5)
    }
    item = ParagraphStyle("item", parent=text, leftIndent=14, bulletIndent=2)
    story = []
    for kind, level, said in blocks(markdown):
        escaped = bold(html.escape(said, quote=False))
        if kind == "item":
            story.append(Paragraph(escaped, item, bulletText="•"))
        else:
            story.append(Paragraph(escaped, head[level] if kind == "heading" else text))
    return _built(story, columns, running)


def _built(story: list, columns: int, running: str) -> bytes:
    out = io.BytesIO()
    width, height = A4
    inner = (width - 100 - 20 * (columns - 1)) / columns
    frames = [Frame(50 + n * (inner + 20), 60, inner, height - 130, 0, 0, 0, 0) for n in range(columns)]

    def margins(canvas: object, document: object) -> None:
        canvas.setFont("DejaVu", 8)
        canvas.drawString(50, height - 40, running)
        canvas.drawCentredString(width / 2, 30, f"Page {document.page}")

    document = BaseDocTemplate(out, pagesize=A4, title="", invariant=1)
    document.addPageTemplates([PageTemplate(frames=frames, onPage=margins)])
    document.build(story)
    return out.getvalue()


def table_to_pdf(rows: list[list[str]], *, ruled: bool = True) -> bytes:
    """A PDF with one table, with lines between its cells or with white strips alone."""
    register()
    cell = ParagraphStyle("cell", fontName="DejaVu", fontSize=8, leading=10)
    inside = [[Paragraph(html.escape(c), cell) for c in r] for r in rows]
    table = Table(inside, colWidths=[120] * len(rows[0]), repeatRows=1)
    table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, "black")] if ruled else [])
    return _built([table], 1, "A table")


def table_to_xlsx(rows: list[list[object]]) -> bytes:
    """A workbook with one sheet."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def table_to_docx(rows: list[list[str]]) -> bytes:
    """A Word document with one table."""
    document = Document()
    table = document.add_table(len(rows), len(rows[0]))
    for line, row in zip(rows, table.rows, strict=True):
        for said, cell in zip(line, row.cells, strict=True):
            cell.text = said
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def table_to_html(rows: list[list[str]]) -> bytes:
    """A page with one table."""
    body = "".join("<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in r) + "</tr>" for r in rows)
    return f"<!doctype html><html><body><h1>A list of people</h1><table>{body}</table></body></html>".encode()

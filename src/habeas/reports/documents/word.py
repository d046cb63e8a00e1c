"""A document as DOCX, for those who edit: real headings, lists, tables, inner links, alternative texts."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor
from docx.text.paragraph import Paragraph

from habeas.reports.documents.cover import Cover, Picture, headings
from habeas.reports.documents.tree import Node

BLUE = RGBColor(0x1F, 0x4E, 0x79)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_SPACE = re.compile(r"\s+")
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""What the file says of its own making: the document prints its dates itself."""


def to_docx(tree: Node, cover: Cover, pictures: Mapping[str, Picture]) -> bytes:
    """The file as bytes."""
    made = docx.Document()
    _without_thumbnail(made)
    _set_up(made, cover)
    _Writing(made, tree, pictures).blocks(tree)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _without_thumbnail(made: Document) -> None:
    """The empty document that python-docx begins with holds a small picture of itself, and what a camera would say."""
    relations = made.part.package.rels
    for name in [n for n, r in relations.items() if r.reltype.endswith("/metadata/thumbnail")]:
        del relations[name]


def _set_up(made: Document, cover: Cover) -> None:
    made.core_properties.title, made.core_properties.author = _clean(cover.title), ""
    made.core_properties.created = made.core_properties.modified = _MADE
    made.core_properties.language = cover.language
    page = made.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2.3)
    body: Any = made.styles["Normal"]
    body.font.name, body.font.size = "Liberation Serif", Pt(10.5)
    body.paragraph_format.space_after = Pt(5)
    for name, size in (("Title", 22), ("Heading 1", 16), ("Heading 2", 13), ("Heading 3", 11)):
        style: Any = made.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Liberation Sans", Pt(size), BLUE
        style.element.rPr.rFonts.set(qn("w:asciiTheme"), "")
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            style.element.rPr.rFonts.attrib.pop(qn(theme), None)
    foot = page.footer.paragraphs[0]
    foot.add_run(_clean(cover.foot) + "  ·  ").font.size = Pt(8)
    _field(foot, "PAGE")


class _Writing:
    """Writes nodes into the document, in order."""

    def __init__(self, made: Document, tree: Node, pictures: Mapping[str, Picture]) -> None:
        self.made = made
        self.tree = tree
        self.pictures = pictures
        self.marks = 0
        self.titled = False
        self.end: Any = made.element.body.get_or_add_sectPr()
        self.styles = {style.name: style.style_id for style in made.styles}

    def blocks(self, node: Node) -> None:
        """Every block inside a node."""
        for child in node.children:
            if isinstance(child, Node):
                self.block(child)

    def block(self, node: Node) -> None:
        """One block."""
        match node.tag:
            case "section":
                self.blocks(node)
            case "nav":
                self._contents()
            case "ul" | "ol":
                self._list(node)
            case "table":
                self._table(node)
            case "figure" if node.get("class") in _BESIDE:
                self._beside(node)
            case "figure":
                self.blocks(node)
            case "img":
                self._image(self._paragraph(None), node)
            case "h1" | "h2" | "h3":
                self._inline(self._marked(self._paragraph(self._heading(node)), node), node)
            case _:
                style = "Intense Quote" if node.get("class") == "guard" else None
                paragraph = self._marked(self._paragraph(style), node)
                self._inline(paragraph, node, bold=node.get("class") == "status", small=node.get("class") == "note")

    def _paragraph(self, style: str | None) -> Paragraph:
        """A paragraph at the end, in a style. The library looks through all styles and all blocks for each of them,
        which takes minutes for ten thousand people; here the style is looked up once and the end is known.
        """
        element: Any = OxmlElement("w:p")
        self.end.addprevious(element)
        if style:
            element.style = self.styles[style]
        return Paragraph(element, self.made._body)

    def _heading(self, node: Node) -> str:
        if node.tag == "h1" and not self.titled:
            self.titled = True
            return "Title"
        return f"Heading {node.tag[1]}"

    def _contents(self) -> None:
        for level, id, text in headings(self.tree):
            paragraph = self._paragraph(None)
            paragraph.paragraph_format.left_indent = Cm(0.7 * (level - 1))
            paragraph.paragraph_format.space_after = Pt(1)
            _link(paragraph, id, text)

    def _list(self, node: Node) -> None:
        style = "List Number" if node.tag == "ol" else "List Bullet"
        for item in node.children:
            if isinstance(item, Node):
                self._inline(self._marked(self._paragraph(style), item), item)

    def _table(self, node: Node) -> None:
        rows = [[c for c in row.children if isinstance(c, Node)] for row in node.children if isinstance(row, Node)]
        wide = max((len(row) for row in rows), default=1)
        table = self.made.add_table(rows=0, cols=wide, style="Light List Accent 1")
        table.style.font.size = Pt(9.5)
        for row in rows:
            cells = table.add_row().cells
            for cell, content in zip(cells, row, strict=False):
                self._inline(cell.paragraphs[0], content, bold=content.tag == "th")
        self._paragraph(None)

    def _inline(
        self, to: Paragraph, node: Node, *, bold: bool = False, italic: bool = False, small: bool = False
    ) -> None:
        for child in node.children:
            if isinstance(child, str):
                run = to.add_run(_clean(_SPACE.sub(" ", child)))
                run.bold, run.italic = bold or None, italic or None
                if small:
                    run.font.size = Pt(8.5)
                continue
            match child.tag:
                case "br":
                    to.add_run().add_break()
                case "a":
                    _link(to, child.get("href")[1:], child.text)
                case "img":
                    self._image(to, child)
                case _:
                    self._inline(
                        to, child, bold=bold or child.tag == "strong", italic=italic or child.tag == "em",
                        small=small or child.tag in ("small", "cite"),
                    )  # fmt: skip

    def _marked(self, paragraph: Paragraph, node: Node) -> Paragraph:
        """With a bookmark when the node has an id, so that links reach it."""
        if id := node.get("id"):
            self.marks += 1
            start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
            for mark in (start, end):
                mark.set(qn("w:id"), str(self.marks))
            start.set(qn("w:name"), _bookmark(id))
            paragraph._p.append(start)
            paragraph._p.append(end)
        return paragraph

    def _beside(self, node: Node) -> None:
        """A photograph with its credit in a frame at the right margin, beside the words that follow."""
        wide = _BESIDE[node.get("class")]
        for child in node.children:
            if isinstance(child, Node):
                paragraph = self.made.add_paragraph()
                paragraph.paragraph_format.space_after = Pt(2)
                _framed(paragraph, wide)
                if child.tag == "img":
                    self._image(paragraph, child)
                else:
                    self._inline(paragraph, child, small=True)

    def _image(self, to: Paragraph, node: Node) -> None:
        picture = self.pictures[node.get("src")]
        wide = _BESIDE.get(node.get("class"), Cm(16))
        shape: Any = to.add_run().add_picture(io.BytesIO(_raster(picture)), width=wide)
        shape._inline.docPr.set("descr", _clean(node.get("alt")))


def _raster(picture: Picture) -> bytes:
    """Word knows no SVG of old: charts become PNG, drawn by typst as in the PDF."""
    if picture.media_type != "image/svg+xml":
        return picture.bytes
    import typst

    data = ", ".join(str(b) for b in picture.bytes)
    page = f'#set page(width: 18cm, height: auto, margin: 0cm)\n#image(bytes(({data},)), format: "svg", width: 100%)'
    return bytes(typst.compile(page.encode(), format="png", ppi=200.0))


_BESIDE = {"portrait": Cm(4.6), "face": Cm(2.5)}
"""Class of a photograph -> how wide it is."""


def _framed(paragraph: Paragraph, wide: Length) -> None:
    """Puts the paragraph into a text frame at the right margin; neighbours with the same frame share it."""
    frame = OxmlElement("w:framePr")
    said = {"w": str(int(wide.twips)), "hSpace": "227", "wrap": "around", "vAnchor": "text", "hAnchor": "margin",
            "xAlign": "right", "y": "1"}  # fmt: skip
    for name, value in said.items():
        frame.set(qn(f"w:{name}"), value)
    paragraph._p.get_or_add_pPr().insert_element_before(
        frame, "w:widowControl", "w:numPr", "w:pBdr", "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _link(paragraph: Paragraph, id: str, text: str) -> None:
    """An inner link."""
    link, run, look, words = (OxmlElement(f"w:{tag}") for tag in ("hyperlink", "r", "rPr", "t"))
    link.set(qn("w:anchor"), _bookmark(id))
    colour = OxmlElement("w:color")
    colour.set(qn("w:val"), "1F4E79")
    words.text = _clean(_SPACE.sub(" ", text))
    words.set(qn("xml:space"), "preserve")
    look.append(colour)
    run.append(look)
    run.append(words)
    link.append(run)
    paragraph._p.append(link)


def _field(paragraph: Paragraph, instruction: str) -> None:
    """A field that the word processor fills, such as the number of the page."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    paragraph._p.append(field)


def _bookmark(id: str) -> str:
    """A bookmark's name: letters, digits and underscores, at most 40."""
    return re.sub(r"\W", "_", id)[:40]


def _clean(text: str) -> str:
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)

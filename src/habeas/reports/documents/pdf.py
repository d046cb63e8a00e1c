"""A document as PDF: tagged, paged, with contents and outline, set by typst.

Everything is written as calls with string literals, so that no text is ever read as typst's markup.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator, Mapping

import typst

from habeas.reports.documents.cover import Cover, Picture, size_of
from habeas.reports.documents.tree import Node

FONTS = ("Libertinus Serif", "Noto Naskh Arabic", "Noto Sans Arabic", "Noto Serif CJK SC", "Noto Sans CJK SC")
"""The first ships with typst: every Latin and Cyrillic letter of the region. The others serve where installed."""
_SPACE = re.compile(r"\s+")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_WRAPS = {"strong": "strong", "em": "emph", "small": "habeas-small", "cite": "habeas-ref"}


def to_pdf(tree: Node, cover: Cover, pictures: Mapping[str, Picture]) -> bytes:
    """The PDF as bytes. No clock: the document bears no date of making but the one it prints."""
    return bytes(typst.compile(source(tree, cover, pictures).encode(), format="pdf"))


def source(tree: Node, cover: Cover, pictures: Mapping[str, Picture]) -> str:
    """The typst text of a document. Pictures stand in it as bytes."""
    known = {i for node in tree.walk() if (i := node.get("id"))}
    setting = _Setting(known, pictures)
    body = "\n".join(setting.blocks(tree))
    return _PREAMBLE % {
        "title": _string(cover.title), "lang": _string(cover.language), "foot": _string(cover.foot),
        "fonts": ", ".join(_string(f) for f in FONTS),
    } + body  # fmt: skip


class _Setting:
    """Sets nodes as typst calls."""

    def __init__(self, ids: set[str], pictures: Mapping[str, Picture]) -> None:
        self.ids = ids
        self.pictures = pictures
        self.titled = False

    def blocks(self, node: Node) -> Iterator[str]:
        """Each block inside a node, as one line of markup mode."""
        for child in node.children:
            if isinstance(child, Node):
                yield from self.block(child)

    def block(self, node: Node) -> Iterator[str]:
        """One block."""
        match node.tag:
            case "section":
                yield self._labelled(node, "") if node.get("id") else ""
                yield from self._section(node)
            case "h1" | "h2" | "h3":
                yield self._heading(node)
            case "nav":
                yield "#habeas-contents()"
            case "table":
                yield f"#{self._table(node)}"
            case "ul" | "ol":
                yield f"#{self._list(node)}"
            case "figure":
                yield f"#{self._figure(node)}"
            case _:
                kind = _string(node.get("class"))
                yield self._labelled(node, f"#habeas-paragraph({kind}, {self.inline(node)})")

    def _section(self, node: Node) -> Iterator[str]:
        """The blocks of a section; a photograph in it stands beside the words."""
        beside = next((c for c in node.children if isinstance(c, Node) and c.get("class") in _BESIDE), None)
        if beside is None:
            yield from self.blocks(node)
            return
        others = (c for c in node.children if isinstance(c, Node) and c is not beside)
        words, seen = "\n".join(line for c in others for line in self.block(c)), self._figure(beside)
        yield f"#habeas-beside({_BESIDE[beside.get('class')]}, [{words}], {seen})"

    def inline(self, node: Node) -> str:
        """What stands in a paragraph, as one content block."""
        return "[" + "".join(self._piece(child) for child in node.children) + "]"

    def _piece(self, child: Node | str) -> str:
        if isinstance(child, str):
            return f"#text({_string(_SPACE.sub(' ', child))});"
        if child.tag == "br":
            return "#linebreak();"
        if child.tag == "a" and child.get("href")[1:] in self.ids:
            return f"#link(label({_string(child.get('href')[1:])}), {self.inline(child)});"
        if child.tag in ("ul", "ol"):
            return f"#{self._list(child)};"
        if child.tag == "p":
            return f"#parbreak();#{self.inline(child)};"
        if child.tag == "img":
            return f"#{self._image(child)};"
        wrap = _WRAPS.get(child.tag)
        if child.tag == "cite" and child.get("class") != "ref":
            wrap = None
        return f"#{wrap}({self.inline(child)});" if wrap else f"#{self.inline(child)};"

    def _heading(self, node: Node) -> str:
        level = int(node.tag[1])
        if level == 1 and not self.titled:
            self.titled = True
            return self._labelled(node, f"#habeas-title({self.inline(node)})")
        return self._labelled(
            node, f"#heading(level: {level}, outlined: {'true' if node.get('id') else 'false'}, {self.inline(node)})"
        )

    def _labelled(self, node: Node, set: str) -> str:
        if not node.get("id"):
            return set
        return f"#[{set or '#metadata(none)'} #label({_string(node.get('id'))})]"

    def _list(self, node: Node) -> str:
        items = [c for c in node.children if isinstance(c, Node)]
        inner = "".join(f", [{self._labelled(item, self._item(item))}]" for item in items)
        call = "enum" if node.tag == "ol" else "list"
        return f"{call}(tight: true{inner})"

    def _item(self, item: Node) -> str:
        return f"#{self.inline(item)}"

    def _table(self, node: Node) -> str:
        rows = [[c for c in row.children if isinstance(c, Node)] for row in node.children if isinstance(row, Node)]
        wide = max((len(row) for row in rows), default=1)
        head = [c for row in rows[:1] for c in row] if rows and all(c.tag == "th" for c in rows[0]) else []
        cells = [self._cells(row, wide) for row in (rows[1:] if head else rows)]
        header = f"table.header({self._cells(head, wide)}), " if head else ""
        widths = _WIDTHS.get(node.get("class"), "")
        columns = widths or ("(" + ", ".join(["auto"] * (wide - 1) + ["1fr"]) + ",)")
        return f"habeas-table({columns}, {header}{', '.join(cells)})"

    def _cells(self, row: list[Node], wide: int) -> str:
        set = [f"strong({self.inline(c)})" if c.tag == "th" else self.inline(c) for c in row]
        return ", ".join(set + ["[]"] * (wide - len(set)))

    def _figure(self, node: Node) -> str:
        parts = {c.tag: c for c in node.children if isinstance(c, Node)}
        caption = f", caption: {self.inline(parts['figcaption'])}" if "figcaption" in parts else ""
        if node.get("class") in _BESIDE:
            caption += ", numbering: none, supplement: none, gap: 0.4em"
        return f"figure({self._image(parts['img'])}{caption})"

    def _image(self, node: Node) -> str:
        drawn = _string(_drawn(self.pictures[node.get("src")]))
        return f'image(bytes({drawn}), format: "svg", width: 100%, alt: {_string(node.get("alt"))})'


def _drawn(picture: Picture) -> str:
    """The picture as SVG, a photograph wrapped in one: as text it costs typst a tenth of what bytes in an array do."""
    if picture.media_type == "image/svg+xml":
        return picture.bytes.decode()
    wide, high = size_of(picture)
    data = base64.b64encode(picture.bytes).decode()
    size = f'width="{wide}" height="{high}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {wide} {high}">'
        f'<image {size} href="data:{picture.media_type};base64,{data}"/></svg>'
    )


_BESIDE = {"portrait": "4.6cm", "face": "2.5cm"}
"""Class of a photograph -> the width of the column in which it stands, beside the words."""
_WIDTHS = {"facts": "(3.4cm, 1fr)", "form": "(5cm, 1fr)"}


def _string(text: str) -> str:
    """A typst string literal: its escapes are those of JSON, but for the form of code points."""
    safe = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)
    return re.sub(r"\\u([0-9a-f]{4})", r"\\u{\1}", json.dumps(safe, ensure_ascii=False))


_PREAMBLE = """
#set document(title: %(title)s, date: none)
#set page(paper: "a4", margin: (x: 2.4cm, top: 2.2cm, bottom: 2.4cm), numbering: "1",
  footer: context { set text(8pt, fill: luma(35%%)); grid(columns: (1fr, auto), column-gutter: 1em,
    text(%(foot)s), counter(page).display("1 / 1", both: true)) })
#set text(font: (%(fonts)s), size: 10.5pt, lang: %(lang)s)
#set par(justify: false, leading: 0.62em, spacing: 0.9em)
#show heading: it => block(above: 1.5em, below: 1em, sticky: true, it)
#show heading.where(level: 1): set text(16pt, fill: rgb("#1f4e79"))
#show heading.where(level: 2): set text(12.5pt)
#show heading.where(level: 3): set text(11pt, fill: rgb("#1f4e79"))
#show link: set text(fill: rgb("#1f4e79"))
#show figure: set block(breakable: false)
#let habeas-small(body) = text(0.85em, fill: luma(35%%), body)
#let habeas-beside(wide, words, seen) = block(above: 1.3em, grid(columns: (1fr, wide), column-gutter: 0.7cm, words, {
  set text(7.5pt, fill: luma(35%%)); set par(leading: 0.5em); show figure.caption: set align(left); seen }))
#let habeas-ref(body) = text(0.8em, body)
#let habeas-title(body) = { v(1em); text(22pt, weight: "bold", fill: rgb("#1f4e79"), body); v(0.3em) }
#let habeas-contents() = outline(title: none, depth: 2, indent: 1em)
#let habeas-paragraph(kind, body) = if kind == "guard" {
  block(width: 100%%, inset: 8pt, stroke: (left: 2pt + rgb("#a33b20")), body)
} else if kind == "status" { par(strong(body)) } else if kind == "note" { par(habeas-small(body)) } else { par(body) }
#let habeas-table(columns, ..cells) = table(
  columns: columns, stroke: none, inset: (x: 5pt, y: 4pt), align: left,
  fill: (_, y) => if calc.odd(y) { luma(97%%) },
  table.hline(stroke: 0.6pt), ..cells, table.hline(stroke: 0.6pt))

"""

"""A web page's nodes in order, as headings, paragraphs, items and rows. Depth costs nothing: there is no recursion."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from habeas.adapters.parsing.layer import Layer, bold_marked, line

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "li", "main", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "h1", "h2", "h3", "h4", "h5", "h6",
))  # fmt: skip
_BOLD = ("b", "strong")
_HEADING = re.compile(r"h[1-6]")
_ADDRESS = re.compile(r"https?://\S{3,2000}$", re.I)
_LONG_CELL, _WIDEST = 600, 64
_SPACE = re.compile(r"\s+")


class _Table:
    """Rows of cells while a table is open."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []


def _is_data(table: LexborNode) -> bool:
    """Two rows or more of two cells or more, none of them a page of its own; tables that lay out a page hold such."""
    if len(table.css("table")) > 1:
        return False
    rows = [row.css("td, th") for row in table.css("tr")]
    cells = [len(cell.text(deep=True)) for row in rows for cell in row]
    return sum(len(row) > 1 for row in rows) > 1 and max(cells) <= _LONG_CELL


def _wide(cell: LexborNode) -> int:
    said = cell.attributes.get("colspan") or "1"
    return min(int(said), _WIDEST) if said.isdecimal() and len(said) < 5 and int(said) else 1


class Walk:
    """Puts what it walks through into a layer. `links` are addresses with the number of the block they stand in."""

    def __init__(self, layer: Layer) -> None:
        self.links: list[tuple[str, int]] = []
        self._layer = layer
        self._words: list[str] = []
        self._tables: list[_Table] = []
        self._blocks = 0
        self._wide = 1
        self._tag = "p"
        self._lead = self._open = False

    def through(self, root: LexborNode) -> None:
        """Walks from the node to the end of it."""
        for node, opens in _events(root):
            tag = node.tag or ""
            if tag == "-text":
                if opens:
                    self._words.append(
                        _SPACE.sub(" ", node.text(deep=False)) if self._tag != "pre" else node.text(deep=False)
                    )
            elif opens:
                self._opened(node, tag)
            else:
                self._closed(tag)
        self._flush()

    def _opened(self, node: LexborNode, tag: str) -> None:
        if tag == "br":
            self._words.append("\n")
        elif tag in _BOLD and self._may_mark():
            self._lead = self._open = True
            self._words.append("\x01")
        elif tag == "a" and (match := _ADDRESS.match((node.attributes.get("href") or "").strip())):
            self.links.append((match[0], self._blocks + 1))
        elif tag in ("td", "th") and self._tables:
            self._words.clear()
            self._wide = _wide(node)
        elif tag in _BLOCKS:
            self._flush_inline()
            self._tag = tag
            if tag == "table" and not self._tables and _is_data(node):
                self._tables.append(_Table())
            elif tag == "tr" and self._tables:
                self._tables[-1].rows.append([])

    def _closed(self, tag: str) -> None:
        if tag in ("td", "th") and self._tables and self._tables[-1].rows:
            self._tables[-1].rows[-1] += [line("".join(self._words)), *[""] * (self._wide - 1)]
            self._words.clear()
        elif tag == "table" and self._tables:
            self._table(self._tables.pop())
        elif tag in _BOLD and self._open:
            self._open = False
            self._close_bold()
        elif tag in _BLOCKS:
            self._flush_inline()
            self._tag = "p"

    def _close_bold(self) -> None:
        """Puts marks right around the bold words; nothing stays of one without words."""
        said = "".join(self._words)
        opened, _, bold = said.rpartition("\x01")
        self._words = [opened + bold_marked(bold, [(0, len(bold))])]

    def _may_mark(self) -> bool:
        """True for bold words that open a paragraph, and for those after them: they are marked as Markdown does it."""
        if self._open or self._tables or _HEADING.fullmatch(self._tag):
            return False
        return self._lead or not "".join(self._words).strip()

    def _flush_inline(self) -> None:
        """Ends a block; inside a cell the words stay together."""
        if self._tables:
            self._words.append(" ")
        else:
            self._flush()

    def _flush(self) -> None:
        text = "\n".join(line(part) for part in "".join(self._words).replace("\x01", "").split("\n"))
        self._words.clear()
        self._lead = self._open = False
        if not text.strip():
            return
        self._blocks += 1
        if _HEADING.fullmatch(self._tag):
            self._layer.heading(text, int(self._tag[1]))
        elif self._tag == "li":
            self._layer.item(text)
        else:
            self._layer.paragraph(text)

    def _table(self, table: _Table) -> None:
        self._words.clear()
        rows = [r for r in table.rows if any(r)]
        if rows:
            width = max(map(len, rows))
            self._blocks += 1
            self._layer.rows([*r, *[""] * (width - len(r))] for r in rows)


def _events(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Every node as it opens and as it closes, in order."""
    node, depth = root, 0
    while True:
        yield node, True
        if node.child is not None:
            node, depth = node.child, depth + 1
            continue
        yield node, False
        while depth and node.next is None:
            parent = node.parent
            if parent is None:
                return
            node, depth = parent, depth - 1
            yield node, False
        if not depth:
            return
        node = node.next  # type: ignore[assignment]

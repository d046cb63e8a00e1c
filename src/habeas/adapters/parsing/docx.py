"""Word documents: paragraphs, headings, lists, tables, foot- and endnotes, and the text of page headers and footers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from habeas.adapters.parsing.layer import Layer, bold_marked, line
from habeas.adapters.parsing.unreadable import Unreadable
from habeas.adapters.parsing.zipped import Parts

MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = f"{W}val"
_SKIPPED = {f"{W}{tag}" for tag in ("del", "moveFrom", "rPr", "pPr", "instrText", "delText", "tbl", "fldChar")}
_STRANGE = re.compile(r"\}(?:AlternateContent|Fallback)$")
_LEVEL = re.compile(r"(?:heading|заголовок)\s*(\d)", re.I)
_DEEPEST, _WIDEST = 200, 64


class _Seen:
    """What is told to the user at the end."""

    def __init__(self) -> None:
        self.deleted = self.hidden = False
        self.notes: list[str] = []


def read_docx(parts: Parts) -> Layer:
    """The text layer of a Word document. Tracked deletions and hidden text are left out, and that is told."""
    root = parts.xml("word/document.xml")
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise Unreadable("is a broken Word document: it has no body", "Open it in Word and save it anew.")
    layer, seen, levels = Layer(media_type=MEDIA), _Seen(), _levels(parts)
    _blocks(body, layer, seen, levels, 0)
    _notes(parts, layer, seen)
    _margins(parts, layer, seen)
    layer.title = _title(parts)
    if seen.deleted:
        layer.notes.append("Tracked deletions were left out.")
    if seen.hidden:
        layer.notes.append("Hidden text was left out.")
    return layer


def _levels(parts: Parts) -> dict[str, int]:
    """Style id -> level of heading."""
    styles, found = parts.xml("word/styles.xml"), {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        name = style.find(f"{W}name")
        said = name.get(_VAL, "") if name is not None else ""
        if said.lower() in ("title", "название"):
            found[style.get(f"{W}styleId", "")] = 1
        elif match := _LEVEL.fullmatch(said.strip()):
            found[style.get(f"{W}styleId", "")] = max(1, int(match[1]))
    return found


def _blocks(parent: Element, layer: Layer, seen: _Seen, levels: dict[str, int], depth: int) -> None:
    if depth > _DEEPEST:
        raise Unreadable(f"nests its parts more than {_DEEPEST} deep", "Open it in Word and save it anew.")
    for child in parent:
        if child.tag == f"{W}p":
            _paragraph(child, layer, seen, levels)
        elif child.tag == f"{W}tbl":
            _table(child, layer, seen, levels, depth)
        elif child.tag not in _SKIPPED:
            _blocks(child, layer, seen, levels, depth + 1)


def _paragraph(p: Element, layer: Layer, seen: _Seen, levels: dict[str, int]) -> None:
    text = _marked(p, seen)
    style, listed = p.find(f"{W}pPr/{W}pStyle"), p.find(f"{W}pPr/{W}numPr")
    level = levels.get(style.get(_VAL, "")) if style is not None else None
    if level:
        layer.heading(text.replace("**", ""), level)
    elif listed is not None:
        layer.item(text)
    else:
        layer.paragraph(text)
    for box in p.iter(f"{W}txbxContent"):
        for inner in box.iter(f"{W}p"):
            layer.paragraph(_text(inner, seen))


def _marked(p: Element, seen: _Seen) -> str:
    """A paragraph that opens with words in bold, with `**` around all its bold words: so entries mark their people."""
    text = _text(p, seen)
    place, found = 0, []
    for words, bold in _runs(p):
        start = text.find(words, place)
        if start < 0 or not words.strip():
            continue
        if not found and not bold:
            return text
        place = start + len(words)
        if bold:
            found.append((start, place))
    return bold_marked(text, found)


def _runs(p: Element) -> Iterator[tuple[str, bool]]:
    for run in p.iter(f"{W}r"):
        mark = run.find(f"{W}rPr/{W}b")
        bold = mark is not None and mark.get(_VAL) not in ("0", "false")
        yield "".join(t.text or "" for t in run.findall(f"{W}t")), bold


def _table(table: Element, layer: Layer, seen: _Seen, levels: dict[str, int], depth: int) -> None:
    """Rows between bars; a table of one column is a frame around paragraphs."""
    cells = [list(_cells(r)) for r in _own_rows(table)]
    if max((len(r) for r in cells), default=0) < 2:
        for row in cells:
            for cell in row:
                _blocks(cell, layer, seen, levels, depth + 1)
        return
    layer.rows([said for c in r for said in _cell(c, seen)] for r in cells if r)


def _own_rows(table: Element) -> Iterator[Element]:
    """The rows of a table without those of tables inside its cells."""
    for child in table:
        if child.tag == f"{W}tr":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins"):
            yield from _own_rows(child)


def _cells(row: Element) -> Iterator[Element]:
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent"):
            yield from _cells(child)


def _cell(cell: Element, seen: _Seen) -> Iterator[str]:
    """The words of a cell; after one that is as wide as several, empty ones."""
    yield " ".join(filter(None, (line(_text(p, seen)) for p in cell.iter(f"{W}p"))))
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    wide = span.get(_VAL, "1") if span is not None else "1"
    yield from [""] * (min(int(wide), _WIDEST) - 1 if wide.isdecimal() and len(wide) < 5 else 0)


def _text(p: Element, seen: _Seen) -> str:
    return "".join(_pieces(p, seen))


def _pieces(p: Element, seen: _Seen) -> Iterator[str]:
    """The words of a paragraph without what was deleted or hidden; marks of notes in square brackets."""
    stack = [p]
    while stack:
        node = stack.pop()
        if node.tag == f"{W}t":
            yield node.text or ""
        elif node.tag in (f"{W}tab", f"{W}br", f"{W}cr"):
            yield "\t" if node.tag == f"{W}tab" else "\n"
        elif node.tag in (f"{W}noBreakHyphen", f"{W}softHyphen"):
            yield "-" if node.tag == f"{W}noBreakHyphen" else ""
        elif node.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            seen.notes.append(f"{node.tag.removeprefix(W)[:-9]}{node.get(f'{W}id')}")
            yield f"[{len(seen.notes)}]"
        elif node.tag in (f"{W}del", f"{W}moveFrom"):
            seen.deleted = True
        elif node.tag == f"{W}r" and node.find(f"{W}rPr/{W}vanish") is not None:
            seen.hidden = True
        elif node.tag not in _SKIPPED and not _STRANGE.search(node.tag) and node.tag != f"{W}txbxContent":
            stack.extend(reversed(node))


def _notes(parts: Parts, layer: Layer, seen: _Seen) -> None:
    """Foot- and endnotes in the order of their marks, under one heading at the end."""
    said = {}
    for kind in ("footnote", "endnote"):
        root = parts.xml(f"word/{kind}s.xml")
        for note in root.iter(f"{W}{kind}") if root is not None else ():
            said[f"{kind}{note.get(f'{W}id')}"] = " ".join(line(_text(p, seen)) for p in note.iter(f"{W}p"))
    told = [(n, said[key]) for n, key in enumerate(seen.notes, 1) if said.get(key)]
    if told:
        layer.heading("Notes", 2)
    for number, text in told:
        layer.item(text, f"[{number}]")


def _margins(parts: Parts, layer: Layer, seen: _Seen) -> None:
    names = sorted(n for n in parts.names if re.fullmatch(r"word/(?:header|footer)\d*\.xml", n))
    roots = [root for n in names if (root := parts.xml(n)) is not None]
    said = dict.fromkeys(line(_text(p, seen)) for root in roots for p in root.iter(f"{W}p"))
    told = [s for s in said if any(map(str.isalpha, s))]
    if told:
        layer.heading("Page headers and footers", 2)
    for text in told:
        layer.paragraph(text)


def _title(parts: Parts) -> str:
    core = parts.xml("docProps/core.xml")
    found = core.find("{http://purl.org/dc/elements/1.1/}title") if core is not None else None
    return (found.text or "") if found is not None else ""

"""Excel workbooks: each sheet a page, each row a row of a table. Formulas are not run; saved values are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from xml.etree.ElementTree import Element

from habeas.adapters.parsing.layer import Layer
from habeas.adapters.parsing.rows import add_table
from habeas.adapters.parsing.unreadable import Unreadable
from habeas.adapters.parsing.zipped import Parts

MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MOST_COLUMNS = 256
_DATE_FORMATS = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_LETTERS = re.compile(r"[A-Z]{1,3}")


def read_xlsx(parts: Parts) -> Layer:
    """The text layer of a workbook. Hidden sheets are left out, and that is told."""
    book = parts.xml("xl/workbook.xml")
    if book is None:
        raise Unreadable("is a broken Excel workbook: it lists no sheets", "Open it in Excel and save it anew.")
    layer, strings, dated = Layer(media_type=MEDIA), _strings(parts), _dated(parts)
    start = datetime.fromisoformat("1904-01-01" if _since_1904(book) else "1899-12-30")
    targets, hidden, first = _targets(parts), 0, True
    for sheet in book.iter(f"{S}sheet"):
        if sheet.get("state", "visible") != "visible":
            hidden += 1
            continue
        root = parts.xml(targets.get(sheet.get(f"{R}id", ""), ""))
        rows = list(_rows(root, strings, dated, start)) if root is not None else []
        if not rows:
            continue
        if not first:
            layer.page()
        first = False
        layer.heading(sheet.get("name", ""), 2)
        add_table(layer, rows)
    if hidden:
        layer.notes.append(f"Hidden sheets were left out: {hidden}.")
    return layer


def _since_1904(book: Element) -> bool:
    found = book.find(f"{S}workbookPr")
    return found is not None and found.get("date1904") in ("1", "true")


def _targets(parts: Parts) -> dict[str, str]:
    rels, found = parts.xml("xl/_rels/workbook.xml.rels"), {}
    for rel in rels if rels is not None else ():
        target = rel.get("Target", "")
        found[rel.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return found


def _strings(parts: Parts) -> list[str]:
    root = parts.xml("xl/sharedStrings.xml")
    return [_said(item) for item in root.iter(f"{S}si")] if root is not None else []


def _said(item: Element) -> str:
    """The words of a string, without the readings that stand over them (`rPh`)."""
    return "".join(t.text or "" for c in item if c.tag != f"{S}rPh" for t in c.iter(f"{S}t"))


def _dated(parts: Parts) -> set[str]:
    """Numbers of the cell styles that show a date."""
    root = parts.xml("xl/styles.xml")
    if root is None:
        return set()
    own = {f.get("numFmtId"): f.get("formatCode", "") for f in root.iter(f"{S}numFmt")}
    formats = root.find(f"{S}cellXfs")
    ids = [x.get("numFmtId", "0") for x in formats] if formats is not None else []
    return {str(n) for n, i in enumerate(ids) if _is_date(i, own.get(i))}


def _is_date(number: str, code: str | None) -> bool:
    if code is not None:
        return bool(re.search("[yd]", _QUOTED.sub("", code), re.I))
    return number.isdecimal() and int(number) in _DATE_FORMATS


def _rows(root: Element, strings: list[str], dated: set[str], start: datetime) -> Iterator[list[str]]:
    for row in root.iter(f"{S}row"):
        cells: dict[int, str] = {}
        for place, cell in enumerate(row.findall(f"{S}c")):
            column = _column(cell.get("r", ""), place)
            if column < MOST_COLUMNS:
                cells[column] = _value(cell, strings, dated, start)
        if any(v.strip() for v in cells.values()):
            yield [cells.get(n, "") for n in range(max(cells) + 1)]


def _column(reference: str, place: int) -> int:
    match = _LETTERS.match(reference)
    if not match:
        return place
    number = 0
    for letter in match[0]:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _value(cell: Element, strings: list[str], dated: set[str], start: datetime) -> str:
    kind, found = cell.get("t", "n"), cell.find(f"{S}v")
    if kind == "inlineStr":
        inline = cell.find(f"{S}is")
        return _said(inline) if inline is not None else ""
    text = (found.text or "") if found is not None else ""
    if kind == "s":
        return strings[int(text)] if text.isdecimal() and len(text) < 10 and int(text) < len(strings) else ""
    if kind == "b":
        return "TRUE" if text == "1" else "FALSE"
    if kind == "n" and text:
        return _number(text, cell.get("s", "") in dated, start)
    return text


def _number(text: str, dated: bool, start: datetime) -> str:
    """A number as people write it; a day in ISO form where the cell's style shows one."""
    try:
        value = float(text)
        if dated and 0 < value < 2_958_466:
            moment = start + timedelta(days=value)
            return moment.strftime("%Y-%m-%d") + (moment.strftime(" %H:%M") if value % 1 > 0.0005 else "")
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else text
    except (ValueError, OverflowError):
        return text

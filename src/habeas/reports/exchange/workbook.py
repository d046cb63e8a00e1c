"""Tables as one XLSX workbook, a sheet each: plain text and numbers, never a formula. Source: ECMA-376, part 1.

A cell that a spreadsheet would run is kept as text and marked as such (`quotePrefix`), so that editing it does not make
it a formula either.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from habeas.errors import HabeasError
from habeas.reports.site.tables import Table, would_run

MOST_ROWS, MOST_CHARACTERS = 1_048_576, 32_767
"""Of a sheet, and of a cell. Source: Excel specifications and limits."""
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NO_XML = dict.fromkeys(
    (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)), "\N{REPLACEMENT CHARACTER}"
)
_MADE = (1980, 1, 1, 0, 0, 0)

_FONT = '<sz val="11"/><name val="Calibri"/>'
_STYLES = (
    f'<fonts count="2"><font>{_FONT}</font><font><b/>{_FONT}</font></fonts><fills count="2"><fill>'
    '<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3">'
    '<xf xfId="0"/><xf xfId="0" quotePrefix="1"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
)
"""Cells are plain (0), text that looks like a formula (1), or headers (2)."""


class TooManyRows(HabeasError):
    """A table is longer than a sheet can be."""

    exit_code = 2


def workbook(tables: Mapping[str, Table]) -> bytes:
    """The workbook: the same bytes for the same tables. Raises `TooManyRows`."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in _parts(list(tables)):
            book.writestr(_info(name), text)
        for number, (name, (columns, rows)) in enumerate(tables.items(), start=1):
            book.writestr(_info(f"xl/worksheets/sheet{number}.xml"), "".join(_sheet(name, columns, rows)))
    return data.getvalue()


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _MADE)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _parts(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Everything but the sheets."""
    numbers = range(1, len(names) + 1)
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_TYPE}.worksheet+xml"/>' for n in numbers
    )
    yield (
        "[Content_Types].xml",
        (
            f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>{overrides}</Types>'
        ),
    )
    yield "_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")])
    named = zip(numbers, map(quoteattr, names), strict=True)
    sheets = "".join(f'<sheet name={name} sheetId="{n}" r:id="rId{n}"/>' for n, name in named)
    yield (
        "xl/workbook.xml",
        (f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>'),
    )
    targets = [("worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    yield "xl/_rels/workbook.xml.rels", _relations([*targets, ("styles", "styles.xml")])
    yield "xl/styles.xml", f'{_XML}<styleSheet xmlns="{_MAIN}">{_STYLES}</styleSheet>'


def _relations(targets: Iterable[tuple[str, str]]) -> str:
    said = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{said}</Relationships>'


def _sheet(name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    yield f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" '
    yield 'topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>'
    yield _row(columns, style=2)
    for number, row in enumerate(rows, start=2):
        if number > MOST_ROWS:
            raise TooManyRows(f"The table {name} has more rows than a sheet can hold.", "Export it as CSV.")
        yield _row(row)
    yield "</sheetData></worksheet>"


def _row(cells: Sequence[object], *, style: int = 0) -> str:
    return "<row>" + "".join(_cell(cell, style) for cell in cells) + "</row>"


def _cell(cell: object, style: int) -> str:
    if cell is None or cell == "":
        return "<c/>"
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return f"<c><v>{cell}</v></c>"
    text = str(cell).translate(_NO_XML)
    text = text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"
    marked = 1 if would_run(text) else style
    return f'<c t="inlineStr" s="{marked}"><is><t xml:space="preserve">{escape(text)}</t></is></c>'

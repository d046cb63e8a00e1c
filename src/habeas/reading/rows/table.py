"""A table out of a text: CSV with headers, JSON objects, or FollowTheMoney entities, each row with its place."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from habeas.errors import HabeasError
from habeas.reading.proposals import Span

_SEPARATORS = ",;\t|"
_BETWEEN = re.compile(r"[\s,\[\]]*")
RULE = re.compile(r"[\s|:+=–-]*$")
"""A line that only parts others."""
MARKS = re.compile(r"\*\*|__|<br\s*/?>|\\(?=\|)")
"""Marks of Markdown that are no part of a cell."""
FTM_PEOPLE = ("Person", "LegalEntity")


class BrokenTable(HabeasError):
    """The text is no table: empty, broken, or with two columns of one name."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Row:
    """Header -> cell, without empty cells, and where the row stands in the text."""

    cells: Mapping[str, str]
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """The headers in order and the rows. `head` is the place of the headers (of the first row in JSON)."""

    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    head: Span


def table_in(text: str) -> Table:
    """The table in a text. Raises `BrokenTable`.

    A text that opens with a bracket is JSON: an array of objects, or one object a line. Objects with `schema` and
    `properties` are FollowTheMoney entities, of which people count. A text that opens with a bar or a heading was read
    out of a workbook: its first table counts. Everything else is CSV.
    """
    opening = text.lstrip("\ufeff \t\r\n")[:1]
    if opening in ("[", "{"):
        return _of_objects(text)
    return _of_bars(text) if opening in ("|", "#") else _of_lines(text)


def lines_of(text: str) -> Iterator[Span]:
    """The place of each line, without its end."""
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, start + len(line.rstrip("\r\n"))
        start += len(line)


def bars_or_tabs(text: str, span: Span) -> list[tuple[str, Span]]:
    """The cells of a line with their places; none for a line that has no bars and no tabs."""
    line = text[slice(*span)]
    mark = "|" if line.count("|") >= 2 else "\t" if line.count("\t") >= 2 else None
    if mark is None:
        return []
    found, start = [], span[0]
    for part in line.split(mark):
        found.append((" ".join(MARKS.sub(" ", part).split()), (start, start + len(part))))
        start += len(part) + 1
    if mark == "|":
        found = found[1:] if line.lstrip().startswith("|") else found
        found = found[:-1] if line.rstrip().endswith("|") else found
    return found


def separated(text: str) -> Iterator[tuple[list[str], Span]]:
    """The cells of each line of CSV with its place; the separator is told by the first line. Raises `BrokenTable`."""
    first = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=first.count)
    place = 0

    def lines() -> Iterator[str]:
        nonlocal place
        for line in io.StringIO(text, newline=""):
            place += len(line)
            yield line

    reader, number, start = csv.reader(lines(), delimiter=separator, strict=True), 0, 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise BrokenTable(f"Row {number + 1} of the table is broken: {error}.", "Save it as CSV again.") from None
        number += 1
        yield cells, (start, start + len(text[start:place].rstrip("\r\n")))
        start = place


def _of_lines(text: str) -> Table:
    rows = separated(text)
    try:
        header, head = next(rows)
    except StopIteration:
        raise BrokenTable("The table is empty.", "Check that the download was complete.") from None
    headers = tuple(h.strip() for h in header)
    named = [h for h in headers if h]
    if len(set(named)) < len(named):
        raise BrokenTable("Two columns of the table have the same header.", "Give each its own.")
    found = (Row(_cells(zip(headers, cells, strict=False)), span) for cells, span in rows)
    return Table(tuple(named), tuple(r for r in found if r.cells), head)


def _of_bars(text: str) -> Table:
    """The first table between bars, as a sheet of a workbook is read; and rows of other sheets under its headers."""
    headers: tuple[str, ...] = ()
    head: Span = (0, 0)
    rows: list[Row] = []
    for span in lines_of(text):
        cells = [said for said, _ in bars_or_tabs(text, span)] if text[span[0] : span[0] + 1] == "|" else []
        if not cells or RULE.fullmatch(text, *span):
            continue
        if not headers:
            headers, head = tuple(cells), span
        elif tuple(cells) != headers:
            rows.append(Row(_cells(zip(headers, cells, strict=False)), span))
    if not headers:
        raise BrokenTable("No table stands in it.", "Put the headers into the first row of the first sheet.")
    named = [h for h in headers if h]
    if len(set(named)) < len(named):
        raise BrokenTable("Two columns of the table have the same header.", "Give each its own.")
    return Table(tuple(named), tuple(r for r in rows if r.cells), head)


def _of_objects(text: str) -> Table:
    found = list(_objects(text))
    if not found:
        raise BrokenTable("This JSON holds no objects.", "Give an array of objects, one for each person.")
    entities = [item for item in found if isinstance(item[0].get("properties"), dict) and "schema" in item[0]]
    flat = (
        [(_entity(o), span) for o, span in entities if o["schema"] in FTM_PEOPLE]
        if entities
        else [(o, span) for o, span in found]
    )
    rows = tuple(r for r in (Row(_cells((k, _said(v)) for k, v in o.items()), span) for o, span in flat) if r.cells)
    return Table(tuple(dict.fromkeys(h for r in rows for h in r.cells)), rows, found[0][1])


def _objects(text: str) -> Iterator[tuple[dict[str, Any], Span]]:
    decoder, place = json.JSONDecoder(), 1 if text.startswith("\ufeff") else 0
    while True:
        between = _BETWEEN.match(text, place)
        place = between.end() if between else place
        if place >= len(text):
            return
        try:
            value, end = decoder.raw_decode(text, place)
        except (ValueError, RecursionError) as error:
            raise BrokenTable(f"This JSON cannot be read: {error}.", "Get the file again.") from None
        if not isinstance(value, dict):
            raise BrokenTable("This JSON holds something else than objects.", "Give an array of objects.")
        yield value, (place, end)
        place = end


def _entity(entity: Mapping[str, Any]) -> dict[str, Any]:
    """A FollowTheMoney entity as a row: its id and its properties by the names that columns have here."""
    said = {_FTM.get(k, k): v for k, v in entity["properties"].items()}
    return {"id": entity.get("id"), **said}


_FTM = {
    "name": "name", "alias": "aliases", "weakAlias": "weak alias", "birthDate": "birth date", "gender": "gender",
    "firstName": "first name", "lastName": "last name", "middleName": "middle name", "fatherName": "patronymic",
    "position": "position", "nationality": "nationality", "citizenship": "citizenship", "address": "address",
}  # fmt: skip
"""Property of a Person -> header. Source: the schema `Person` of followthemoney, read as a description."""


def _said(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "; ".join(_said(v) for v in value)
    return "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _cells(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {header: said for header, cell in pairs if header and (said := _plain(cell))}


def _plain(cell: str) -> str:
    """The cell without the apostrophe that keeps a spreadsheet from running it, and with single spaces."""
    said = " ".join(cell.split())
    return said[1:] if said[:1] == "'" and said[1:2] in ("=", "+", "-", "@") else said

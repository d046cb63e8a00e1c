"""The register as files for others, in one of several formats: each made for an audience, by one gate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from habeas.desk.exchange import export_register
from habeas.desk.faults import BadRequest, told
from habeas.desk.publication import view_of
from habeas.desk.workspace import Workspace
from habeas.reports.exchange import (
    Heading,
    as_csv,
    entities,
    esf_tables,
    outside_lines,
    to_bytes,
    view_tables,
    workbook,
)
from habeas.reports.outside import is_outside

FORMATS: Mapping[str, str] = {
    "jsonl": "lines of JSON, the format of Habeas: what `habeas import` takes in when it was made for an office",
    "csv": "a folder of CSV tables: people, statements, sources, figures",
    "xlsx": "the same tables as one workbook",
    "ftm": "FollowTheMoney entities",
    "esf": "a folder of CSV tables of the HURIDOCS Events Standard Formats",
}
"""Format -> what it is."""
FOLDERS = frozenset(("csv", "esf"))
"""Formats that are several files."""


@told
def export_files(
    ws: Workspace,
    format: str,
    *,
    audience: str,
    as_of: date,
    today: date,
    known_at: str | None = None,
    list_name: str | None = None,
) -> Mapping[str, Iterable[bytes]]:
    """Name of each file -> its bytes in parts; one that is no folder has the name "". Raises `BadRequest` for a format
    that is none, `NoSuchAudience`."""
    if format not in FORMATS:
        raise BadRequest(f"{format!r} is no format.", f"Use one of {', '.join(FORMATS)}.")
    if format == "jsonl" and not is_outside(audience):
        return {"": export_register(ws, as_of=as_of, audience=audience, known_at=known_at)}
    view = view_of(ws, audience, as_of=as_of, today=today, known_at=known_at, list_name=list_name)
    match format:
        case "jsonl":
            heading = Heading(ws.name, ws.feed, audience, as_of, view.known_at)
            return {"": to_bytes(outside_lines(view, heading))}
        case "ftm":
            return {"": (entities(view),)}
        case "xlsx":
            return {"": (workbook(view_tables(view)),)}
        case "csv":
            tables = view_tables(view)
        case _:
            tables = esf_tables(view, audience=audience, country=ws.config.country)
    return {f"{name}.csv": (as_csv(*table),) for name, table in tables.items()}

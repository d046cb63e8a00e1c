"""Sources of an invented country in a form that needs no rules of reading, and the reader of that form.

One line is one passage: `Name; Name | kind | when | field=value, field=value | modality`. A line without bars is prose.
The first mention of a name introduces the person; `as official` after the names gives a role.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from habeas.desk import Workspace, add_member, capture_bytes, create_workspace, read_source
from habeas.desk.results import ReadSummary
from habeas.evidence.document import Document
from habeas.reading.proposals import NamedPerson, Proposal, Reading, proposal_id

MODES = ("wal", "delete")
MONITOR, EDITOR = "A. Monitor", "B. Editor"
DAY = "2021-01-31"

LIST = """The list of Arcadia as of January 2021, second edition
Aru Bekova | recognition | 2021-01-31 | list=List of Arcadia, step=entered, category=writers
Aru Bekova | sentence | 2019-05-06 | penalty=imprisonment, length=P5Y
Aru Bekova | charge | | article=101, code=AC
Bolat Karin | recognition | 2021-01-31 | list=List of Arcadia, step=entered, category=writers
Bolat Karin; Dana Omar | sentence | 2020-03-02 | penalty=imprisonment, length=P3Y
Dana Omar | recognition | 2021-01-31 | list=List of Arcadia, step=entered, category=trade unions
Dana Omar | health | 2020-11 | condition=ill
Yerlan Sat | sentence | 2020-06-01 | penalty=imprisonment, length=P8Y
Yerlan Sat | ill_treatment | 2020-06 | act=beating | alleged
"""
UPDATE = """An update from Arcadia about people in custody
Aru Bekova | sentence | 2019-05 | penalty=imprisonment, length=P5Y
Aru Bekova | custody | 2019-01-10 | form=pretrial_detention
Bolat Karin | release | 2020-12-01 | ground=parole
"""


def moment(second: int) -> str:
    """A moment on the day on which everything here is decided."""
    return f"2021-02-01T10:{second // 60:02}:{second % 60:02}Z"


def read_invented(document: Document) -> Reading:
    """Persons and claims of a text in the form of this module."""
    lines = list(_lines(document.text))
    names = list(dict.fromkeys(name for _, parts in lines for name in _names(parts[0])))
    ids = {name: f"p{number}" for number, name in enumerate(names, start=1)}
    persons = tuple(
        NamedPerson(ids[n], n, (n, n.split()[-1]), "subject", tuple(_mentions(document.text, n))) for n in names
    )
    claims = {claim.id: claim for span, parts in lines for claim in [_claim(document, span, parts, ids)]}
    return Reading(document, persons, tuple(claims.values()))


def _lines(text: str) -> Iterator[tuple[tuple[int, int], list[str]]]:
    at = 0
    for line in text.splitlines(keepends=True):
        if "|" in line:
            yield (at, at + len(line.rstrip())), [part.strip() for part in line.split("|")]
        at += len(line)


def _names(part: str) -> list[str]:
    return [name.strip() for name in part.split(";") if name.strip()]


def _mentions(text: str, name: str) -> Iterator[tuple[int, int]]:
    at = text.find(name)
    while at >= 0:
        yield at, at + len(name)
        at = text.find(name, at + 1)


def _claim(document: Document, span: tuple[int, int], parts: list[str], ids: dict[str, str]) -> Proposal:
    people = tuple(_names(parts[0]))
    fields: dict[str, Any] = dict(pair.strip().split("=", 1) for pair in parts[3].split(",") if pair.strip())
    modality = parts[4] if len(parts) > 4 else "happened"
    when = parts[2] or None
    name = proposal_id(document.sha256, parts[1], span, people, when, fields)
    rule, confidence = f"{parts[1]}.invented", 0.9 if when else 0.6
    return Proposal(
        name, parts[1], tuple(ids[n] for n in people), span, when, fields, rule, confidence, "author", modality
    )


def new_workspace(folder: Path, mode: str = "wal") -> Workspace:
    """A workspace with two members."""
    ws = create_workspace(folder, name="Arcadia", journal=mode)  # type: ignore[arg-type]
    add_member(ws, MONITOR, now=moment(0))
    add_member(ws, EDITOR, now=moment(0), by=MONITOR)
    return ws


def bring(ws: Workspace, text: str = LIST, *, second: int = 1, name: str = "list.txt") -> ReadSummary:
    """Captures a text and reads it."""
    source = capture_bytes(ws, text.encode(), name=name, by=MONITOR, now=moment(second)).source
    return read_source(ws, source, now=moment(second), reader=read_invented)


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace that holds the list, read and undecided."""
    with new_workspace(tmp_path / "arcadia") as made:
        bring(made)
        yield made

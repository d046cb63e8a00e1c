"""Exports hold the same gate as the public site: no text above an audience's level reaches any file made for it."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import date

import jsonschema
import pytest

from habeas.desk import FORMATS, Workspace, create_workspace, export_files
from reports.test_exchange import validator
from web.canaries import Canaries, fill

TODAY = date(2021, 8, 1)
TOKEN = re.compile(r"Zq\d{5}x")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, Canaries]]:
    with create_workspace(tmp_path_factory.mktemp("canaries") / "office", name="Canary watch") as ws:
        yield ws, fill(ws)


def exported(ws: Workspace, format: str, audience: str, known_at: str | None = None) -> str:
    """All files of an export as one text."""
    files = export_files(ws, format, audience=audience, as_of=TODAY, today=TODAY, known_at=known_at)
    data = {name: b"".join(parts) for name, parts in files.items()}
    if format != "xlsx":
        return "\n".join(part.decode() for part in data.values())
    with zipfile.ZipFile(io.BytesIO(data[""])) as book:
        return "\n".join(book.read(name).decode() for name in book.namelist())


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("known_at", [None, "2021-02-01"])
def test_the_public_gets_what_is_public_and_nothing_else(
    filled: tuple[Workspace, Canaries], format: str, known_at: str | None
) -> None:
    ws, canaries = filled
    text = exported(ws, format, "public", known_at)
    found = set(TOKEN.findall(text))
    assert {where for token, where in canaries.secret.items() if token in found} == set()
    assert [i for i in (*canaries.people, *canaries.facts) if i in text] == []
    if format in ("jsonl", "csv", "xlsx"):  # tables hold no corrections
        absent = {where for token, where in canaries.seen.items() if token not in found}
        assert absent == (set() if format == "jsonl" else {"public, then corrected"})


HIDDEN = {
    "partners": re.compile(r" at [234]$| [234]\.(name|alias)$|member|\.(why|case|rule|passage|file|address|scope)$"),
    "team": re.compile(r" at [34]$| [34]\.(name|alias)$|mandate\.(giver|proof)"),
    "case": re.compile(r" at 4$| 4\.(name|alias)$|mandate\.(giver|proof)"),
}
"""What the audience may not see, by where a canary stands."""


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("audience", HIDDEN)
def test_each_audience_gets_nothing_above_its_level(
    filled: tuple[Workspace, Canaries], format: str, audience: str
) -> None:
    ws, canaries = filled
    found = set(TOKEN.findall(exported(ws, format, audience)))
    every = {**canaries.secret, **canaries.seen}
    assert sorted(where for token, where in every.items() if token in found and HIDDEN[audience].search(where)) == []
    assert len(found) > 20


def test_the_lines_for_the_public_are_of_the_schema(filled: tuple[Workspace, Canaries]) -> None:
    checking: jsonschema.Draft202012Validator = validator()
    lines = [json.loads(line) for line in exported(filled[0], "jsonl", "public").splitlines()]
    assert {line["line"] for line in lines} >= {"head", "shown", "statement", "citation", "figure", "correction", "end"}
    assert [fault.message for line in lines for fault in checking.iter_errors(line)] == []

"""The format page is true: its actions are the table, and its example feed verifies by both verifiers."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

from habeas.ledger import ACTIONS, FAULTS, Body, Head, Header, Stored, verify
from habeas.ledger.entry import BODY_FIELDS, HEADER_FIELDS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "ledger.md").read_text(encoding="utf-8")
EXAMPLE = [line.encode() for line in PAGE.split("```json\n")[1].split("```")[0].splitlines()]


def rows(heading: str) -> list[list[str]]:
    """The rows of the table whose head begins with `heading`."""
    table = PAGE.split(f"\n| {heading} |", 1)[1].split("\n\n", 1)[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in table]


def test_the_table_of_actions_is_the_one_in_use() -> None:
    told = {
        row[0].strip("`"): (set(re.findall(r"`(\w+)`", row[1])), set(re.findall(r"`(\w+)`", row[2])))
        for row in rows("action")
    }
    used = {name: ({*a.required, *a.one_of, *a.some_of}, set(a.optional)) for name, a in ACTIONS.items()}
    assert told == used


def test_the_fields_and_faults_are_those_in_use() -> None:
    assert tuple(row[0].strip("`") for row in rows("header")) == HEADER_FIELDS
    assert tuple(row[0].strip("`") for row in rows("body")) == BODY_FIELDS
    assert {row[0].strip("`") for row in rows("fault")} | {"head"} == set(FAULTS)


def test_the_example_feed_verifies(tmp_path: Path) -> None:
    first, first_body, second, second_body = EXAMPLE
    assert Header.from_line(first).commit == Body.from_text(first_body).commit
    head = Head("office-a", 2, Header.from_line(second).hash)
    assert verify([Stored(first, first_body), Stored(second, second_body)], head=head).fault is None

    spec = importlib.util.spec_from_file_location("apart_page", ROOT / "tools" / "verify.py")
    assert spec is not None and spec.loader is not None
    apart = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(apart)
    (tmp_path / "bodies").mkdir()
    (tmp_path / "headers.jsonl").write_bytes(first + b"\n" + second + b"\n")
    for line, text in ((first, first_body), (second, second_body)):
        (tmp_path / "bodies" / f"{json.loads(line)['commit']}.json").write_bytes(text)
    assert apart.main([str(tmp_path), "--head", f"2:{head.hash}"]) == 0
    assert apart.main([str(tmp_path), "--head", f"1:{head.hash}"]) == 5

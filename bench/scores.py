"""How much of what a careful reader found in the report is found here. Needs the shared texts and their golds."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rows import GOLD, PROJECT, REPORT, Row, Rows, at_least, at_most, shared

TARGETS = {
    "persons": 0.97, "subjects": 0.95, "charges": 0.96, "sentences": 0.93, "sentence_dates": 0.93, "events": 0.75,
    "mass": 0.9, "attachment": 0.95,
}  # fmt: skip


def rows() -> Rows:
    """Rows of the reading's F1 by field, then what the scorer of `habeas check` prints."""
    text, gold = shared(REPORT), shared("reading/gold/report-2020.gold.json")
    if text is None or gold is None:
        yield Row("scores", "not measured: the shared texts are absent")
        return
    with tempfile.TemporaryDirectory() as folder:
        reading = _json(Path(folder) / "reading.json", "read", text)
        yield from reading_rows(_run(sys.executable, str(shared("reading/score.py")), str(gold), str(reading)))
        scorer = PROJECT / "tools" / "check_score.py"
        if scorer.exists() and (full := shared(GOLD)):
            check = _json(Path(folder) / "check.json", "check", text)
            yield from check_rows(_run(sys.executable, str(scorer), str(full), str(check), str(reading)))


def reading_rows(table: str) -> Rows:
    """The last number of a field's line is its F1 (of attachment, its share)."""
    for field, target in TARGETS.items():
        line = next((line for line in table.splitlines() if re.match(rf"\W*{field}\b", line)), "")
        numbers = re.findall(r"(?<![\w/])\d\.\d+", line)
        if numbers:
            yield at_least(f"reading, {field}", float(numbers[-1]), target, ".3f")
        else:
            yield Row(f"reading, {field}", "no score")


def check_rows(text: str) -> Rows:
    """The check's scorer prints one JSON object a line: figures, then findings."""
    told = {name: json.loads(rest) for name, _, rest in (line.partition(" ") for line in text.splitlines()) if rest}
    figures, findings = told["figures"], told["findings"]
    yield at_least("check, share of figures with the right verdict", figures["right"] / figures["figures"], 0.85, ".3f")
    yield at_most("check, cannot be told and called otherwise", figures["called"], 3, "d")
    lowest = min(figures["people F1"].values())
    yield at_least("check, people behind 56, 16, 3, 6, 23, 2: lowest F1", lowest, 0.95, ".3f")
    weighty = findings["weight 3"]
    yield at_least("check, inconsistencies of weight 3 found", weighty["found"] / weighty["of"], 0.65, ".3f")
    yield at_most("check, findings", findings["findings"], 200, "d")
    yield at_most("check, most places in a finding", findings["most spans"], 6, "d")


def _json(path: Path, command: str, text: Path) -> Path:
    path.write_text(_run(str(Path(sys.executable).with_name("habeas")), command, str(text), "--json"), encoding="utf-8")
    json.loads(path.read_text(encoding="utf-8"))
    return path


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout

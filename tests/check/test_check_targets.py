"""A whole report, read and checked, against a careful reading of it. Figures printed; floors held."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from check.invented import Invented
from habeas.check import check, render
from habeas.evidence.document import Document
from habeas.reading import read
from shared_texts import PROJECT


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("check_score", PROJECT / "tools" / "check_score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_2020_report(shared: Callable[[str], Path], capsys: pytest.CaptureFixture[str]) -> None:
    score = scorer()
    document = Document.from_bytes(shared("reading/texts/report-2020.txt").read_bytes())
    gold = json.loads(shared("gold/report-2020.json").read_text(encoding="utf-8"))
    reading = read(document)
    result = check(document, reading).to_json()
    people = score.match_people(gold, {p.id: list(p.mentions) for p in reading.persons})
    figures, findings = score.score_figures(gold, result, people), score.score_findings(gold, result, people)
    with capsys.disabled():
        print(
            f"\ncheck: {figures['right']} of {figures['figures']} figures, people {figures['people F1']}, {findings}"[
                :400
            ]
        )
    assert figures["right"] >= 0.85 * figures["figures"]
    assert figures["called"] <= 3
    assert {n: f for n, f in figures["people F1"].items() if f < 0.95} == {}
    assert sorted(figures["people F1"]) == [2, 3, 6, 16, 23, 56]
    assert findings["weight 3"]["found"] >= 0.65 * findings["weight 3"]["of"]
    assert findings["findings"] <= 200
    assert findings["most spans"] <= 6


def test_the_scorer_tells_a_wrong_verdict_and_a_missing_finding() -> None:
    score = scorer()
    quote = {"quote": "Ada Sergeyev", "offset": 0}
    gold = {
        "persons": [{"id": "ada", "mentions": [[0, "Ada Sergeyev"]]}],
        "figures": [
            {
                "text": "4 people",
                "offset": 20,
                "value": 4,
                "verdict": "agrees",
                "unit": "persons",
                "recount": {"ids": []},
            }
        ],
        "inconsistencies": [
            {
                "id": "i1",
                "kind": "spelling",
                "about": "x",
                "persons": ["ada"],
                "a": quote,
                "b": quote,
                "more": [],
                "weight": 3,
            }
        ],
    }
    empty = {"figures": [], "findings": []}
    assert score.score_figures(gold, empty, {})["right"] == 0
    assert score.score_findings(gold, empty, {})["weight 3"]["found"] == 0
    finding = {"kind": "spelling", "persons": ["p1"], "spans": [[4, 12]]}
    figure = {"span": [20, 28], "value": 4, "verdict": "agrees", "persons": []}
    full = {"figures": [figure], "findings": [finding]}
    assert score.score_figures(gold, full, {})["right"] == 1
    assert score.score_findings(gold, full, {"p1": "ada"})["weight 3"]["found"] == 1
    assert score.score_findings(gold, full, {"p1": "somebody"})["weight 3"]["found"] == 0


def test_the_text_for_people() -> None:
    text = "Today 3 activists are banned: Ada Moss and Bo Reed.\n\nIt was so. On 31 February 2019 they left."
    report = Invented(text).person("a", "Ada Moss").person("b", "Bo Reed").figure("3 activists", 3)
    assert render(report.check()).splitlines() == [
        "An invented report",
        "",
        "Figures: 1, of which 0 agrees, 1 DIFFERS, 0 cannot tell",
        "",
        "  DIFFERS     line 1     “3 activists”",
        "              recount 2: 2 people are named (Ada Moss, Bo Reed)",
        "",
        "Findings: 1",
        "",
        "Dates out of order (1)",
        "  - The text gives 31 February 2019; that month has 28 days.",
        "      line 3: “31 February 2019”",
    ]

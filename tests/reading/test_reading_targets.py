"""Reading of the shared English texts against their gold: the targets of the issue, and a floor for the short texts."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from habeas.evidence.document import Document
from habeas.reading import read
from shared_texts import shared

TARGETS = {
    "persons": 0.97, "subjects": 0.95, "charges": 0.96, "sentences": 0.93, "sentence_dates": 0.93, "events": 0.75,
    "mass": 0.9,
}  # fmt: skip
FLOORS = {"13_wikipedia_dadin": 0.7, "14_viasna_kalesnikava": 0.9, "17_state_egypt_2023": 0.8}


def scorer(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_score", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def scored(name: str) -> tuple[ModuleType, dict[str, Any], list[str]]:
    folder = shared("reading")
    score = scorer(folder)
    document = Document.from_bytes((folder / "texts" / f"{name}.txt").read_bytes())
    gold = json.loads((folder / "gold" / f"{name}.gold.json").read_text(encoding="utf-8"))
    result, errors = score.score(gold, read(document).to_json(), document.text)
    return score, result, errors


def test_the_report_of_2020_reaches_the_targets() -> None:
    _, result, errors = scored("report-2020")
    assert errors == []
    assert {k: v for k, v in TARGETS.items() if result[k].f1 < v} == {}
    assert result["attachment"].precision >= 0.95


@pytest.mark.parametrize("name", FLOORS)
def test_short_texts_keep_their_floor(name: str) -> None:
    score, result, errors = scored(name)
    assert errors == []
    assert score.overall(result) >= FLOORS[name]

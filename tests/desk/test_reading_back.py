"""A document that Habeas wrote is one that Habeas can read: `tools/read_back.py` over the example register."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """`tools/read_back.py`, as a module."""
    spec = importlib.util.spec_from_file_location("read_back", PROJECT / "tools/read_back.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_list_report_reads_back_in_every_format(tool, tmp_path):
    with tool.example(tmp_path) as ws:
        worst = {format: min(scores.values()) for format, scores, _, _ in tool.measured(ws)}
    assert {format: score >= 0.97 for format, score in worst.items()} == dict.fromkeys(("html", "docx", "pdf"), True), (
        worst
    )


def test_the_score_falls_when_a_sentence_is_lost(tool):
    want = {("sentence", "A", "imprisonment", "P1Y"), ("sentence", "B", "imprisonment", "P2Y")}
    assert tool.f1(want, {("sentence", "A", "imprisonment", "P1Y")}, "sentence") == pytest.approx(2 / 3)

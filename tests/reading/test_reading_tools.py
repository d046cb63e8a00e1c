"""The tools that tell gains and losses and what confidence means: each must be able to see what it is for."""

from __future__ import annotations

import json
import re
import sys
from types import ModuleType

import pytest

from shared_texts import PROJECT, shared


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(PROJECT / "tools"), *sys.path])


def named(name: str) -> ModuleType:
    return __import__(name)


def test_a_lost_item_and_a_gained_one_are_seen_and_a_moved_one_is_neither(tools: None) -> None:
    before = {"a/b": {"text": "1", "items": {"charge | x | - | article=1": [5], "sentence | x | - | length=P1Y": [9]}}}
    after = {"a/b": {"text": "1", "items": {"charge | x | - | article=1": [7], "sentence | x | - | length=P2Y": [9]}}}
    assert list(named("reading_diff").compared(before, after, every=True)) == [
        "a/b: 1 lost, 1 gained, 1 kept",
        "  - sentence | x | - | length=P1Y  at 9",
        "  + sentence | x | - | length=P2Y  at 9",
        "sentence             -1 +1",
        "1 items lost, 1 gained, 1 kept",
    ]


def test_the_frozen_run_holds_no_words() -> None:
    """Terms, numbers and hashes: no stretch of letters longer than a term, no capital letters but those of codes."""
    frozen = json.loads((PROJECT / "tests" / "reading" / "frozen_run.json").read_text("utf-8"))
    keys = {key for text in frozen.values() for key in text["items"]}
    field = r"[a-z_]+=[^ =|]{1,30}(?: bis| ter)? ?"
    item = re.compile(rf"[a-z_]+(?: \| (?:[a-z0-9]{{8}}|nobody|[a-z_]+|-|[0-9XTZ/.~?%-]+|(?:{field})*))+")
    assert [key for key in keys if not item.fullmatch(key)] == []
    assert len(keys) > 500


def test_confidence_means_something_on_the_development_texts(tools: None, capsys: pytest.CaptureFixture[str]) -> None:
    """Of the proposals with confidence of 0.9 and more, at least nine in ten are right."""
    shared("reading/score.py")
    confidence = named("reading_confidence")
    found = confidence.all_judged(shared())
    lines = list(confidence.table(found))
    with capsys.disabled():
        print("\n" + "\n".join(lines))
    sure = [j for j in found if j.confidence >= confidence.SURE]
    assert (len(sure) > 100, confidence.share(sure) >= confidence.WANTED) == (True, True)

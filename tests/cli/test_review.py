"""Review by typed keys: a accept, c correct, r reject, s skip, u undo, q stop."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from cli.shell import MEMBER, done, refused

SENTENCES = ("review", "--by", MEMBER, "--kind", "sentence")


def waiting(read: Path) -> list[str]:
    """Of whom a sentence still waits, in the order of the text."""
    lines = done("proposals", "--kind", "sentence", cwd=read).lines
    return [line.split("  ")[1].split(" — ")[0] for line in lines if " — " in line]


def accepted(read: Path) -> dict[str, Any]:
    people = json.loads(done("list", "--everyone", "--as-of", "2021-03-01", "--json", cwd=read).out)["people"]
    return {p["name"]: p["states"] for p in people}


def test_accept_reject_skip_and_stop(read: Path) -> None:
    said = done(*SENTENCES, cwd=read, typed="a\nr\nnot a court\ns\nq\n")
    assert said.lines[0].startswith("4 proposals wait. Keys: a accept")
    assert said.lines[-1] == "1 accepted, 1 rejected, 1 skipped"
    assert waiting(read) == ["Stefan Holmov", "Clara Reedov"]
    assert accepted(read) == {"Ada Mossova": ["in_prison"]}


def test_the_passage_stands_in_its_surroundings(read: Path) -> None:
    said = done(*SENTENCES, cwd=read, typed="q\n")
    assert "the court ⟦sentenced Mossova to 8 years in prison" in said.out
    assert "1/4  Ada Mossova — Sentence: imprisonment, 8 years; 4 May 2020" in said.lines
    assert said.lines[-1] == "Nothing decided."


def test_correct_asks_for_each_field(read: Path) -> None:
    typed = "c\n2020-05-03\n\nP7Y\n-\n\nthe text says seven\nq\n"
    said = done(*SENTENCES, cwd=read, typed=typed)
    assert said.lines[-1] == "1 corrected"
    view = json.loads(done("person", "Mossova", "--as-of", "2021-03-01", "--json", cwd=read).out)["person"]
    (fact,) = view["facts"]
    assert (fact["when"], fact["fields"]["length"], fact["fields"]["penalty"]) == ("2020-05-03", "P7Y", "imprisonment")


def test_a_wrong_word_in_a_correction_is_told_and_asked_again(read: Path) -> None:
    said = done(*SENTENCES, cwd=read, typed="c\n2020-02-31\n\n\n\n\nwhy not\nq\n")
    assert "'2020-02-31' is no date: February 2020 has 29 days. Check the day in the source." in said.lines
    assert said.lines[-1] == "Nothing decided."
    assert waiting(read) == ["Ada Mossova", "Boris Reedov", "Stefan Holmov", "Clara Reedov"]


def test_undo_opens_the_last_one_again(read: Path) -> None:
    said = done(*SENTENCES, cwd=read, typed="a\na\nu\nr\n\nq\n")
    assert "Undone: it was accepted and waits again." in said.lines
    assert said.lines[-1] == "1 accepted, 1 rejected"
    assert accepted(read)["Ada Mossova"] == ["in_prison"]
    assert waiting(read) == ["Stefan Holmov", "Clara Reedov"]


def test_undo_of_a_correction_takes_the_acceptance_back_too(read: Path) -> None:
    done(*SENTENCES, cwd=read, typed="c\n\n\nP7Y\n\n\nmisread\nu\nq\n")
    assert waiting(read)[0] == "Ada Mossova"
    assert done("verify", cwd=read).code == 0


def test_undo_with_nothing_done_and_a_key_that_is_none(read: Path) -> None:
    said = done(*SENTENCES, cwd=read, typed="u\nx\nq\n")
    assert "There is nothing to undo." in said.lines
    assert [
        line
        for line in said.lines
        if line.endswith("is no key. a accept · c correct · r reject · s skip · u undo the last · q stop")
    ] != []


def test_the_end_of_input_stops_and_keeps_what_was_decided(read: Path) -> None:
    said = done(*SENTENCES, cwd=read, typed="a\n")
    assert said.lines[-1] == "1 accepted"
    assert waiting(read) == ["Boris Reedov", "Stefan Holmov", "Clara Reedov"]


def test_an_interrupted_correction_decides_nothing(read: Path) -> None:
    said = done(*SENTENCES, cwd=read, typed="c\n2020-05-03\n")
    assert said.lines[-1] == "Nothing decided."
    assert len(waiting(read)) == 4


def test_nothing_to_review(office: Path) -> None:
    assert done("review", "--by", MEMBER, cwd=office).lines == ["Nothing waits for a decision."]


def test_a_stranger_may_not_review(read: Path) -> None:
    said = refused("review", "--by", "Nobody", cwd=read, code=3)
    assert (
        said
        == "There is no member 'Nobody'. Members are: A. Monitor. Name one of them, or `habeas member add` a new one."
    )

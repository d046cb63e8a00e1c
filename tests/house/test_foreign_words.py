"""No sentence of another's text stands in this project, and nothing of the machine that it was written on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from house.rooms import tracked_files
from shared_texts import PROJECT

WORDS = 12
WORD = re.compile(r"[^\W_]+")
TEXT = {".py", ".md", ".txt", ".json", ".toml", ".csv", ".html", ".css", ".svg", ".yaml", ".yml", ".in", ".cfg", ""}


def sequences(text: str) -> Iterator[tuple[int, int]]:
    """(hash of `WORDS` words in a row, index of the first): letter case, line ends and punctuation do not count."""
    words = WORD.findall(text.casefold())
    for i in range(len(words) - WORDS + 1):
        yield hash(tuple(words[i : i + WORDS])), i


def shared_with(theirs: set[int], text: str) -> list[str]:
    """The places, as words, where `text` says what one of their texts says."""
    words = WORD.findall(text.casefold())
    return [" ".join(words[i : i + WORDS]) for h, i in sequences(text) if h in theirs]


def texts_of_the_project() -> Iterator[tuple[str, str]]:
    """Every tracked file that is text, but for the licence and the lock files."""
    for path in tracked_files():
        name = path.relative_to(PROJECT).as_posix()
        if path.suffix in TEXT and name != "LICENSE" and not name.startswith("requirements/"):
            yield name, path.read_text(encoding="utf-8", errors="replace")


def test_a_borrowed_sentence_is_seen() -> None:
    theirs = {h for h, _ in sequences("One two three four five six seven eight nine ten eleven twelve thirteen.")}
    ours = 'x = ("two three four, five six seven "\n     "eight nine ten eleven Twelve thirteen")'
    assert len(shared_with(theirs, ours)) == 1
    assert shared_with(theirs, ours.replace("seven", "sieben")) == []


def test_no_sentence_is_borrowed(shared: Callable[[str], Path]) -> None:
    texts = sorted(shared("reading/texts").glob("*.txt"))
    theirs = {h for path in texts for h, _ in sequences(path.read_text(encoding="utf-8"))}
    assert len(theirs) > 1000
    found = {name: places for name, text in texts_of_the_project() if (places := shared_with(theirs, text))}
    assert found == {}


MACHINE = re.compile("|".join(["/wo" + "rk/", "/ro" + "ot/", r"\bfarm" + r"-\w", "pye" + "nv"]))


def test_nothing_of_the_machine_is_named() -> None:
    found = {name: MACHINE.findall(text) for name, text in texts_of_the_project() if MACHINE.search(text)}
    assert found == {}

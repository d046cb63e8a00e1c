"""`docs/commands.md` is what the program's own help says, and each of its examples works."""

from __future__ import annotations

import importlib
import json
import pkgutil
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import habeas.cli
import habeas.desk
from cli.shell import HERE, MEMBER, done
from habeas.cli.examples import EXAMPLES
from habeas.cli.main import COMMANDS
from habeas.cli.manual import commands, page
from habeas.cli.usage import EXIT_CODES
from habeas.errors import HabeasError
from shared_texts import PROJECT

PAGE = PROJECT / "docs" / "commands.md"
BEFORE_DECISIONS = ("accept", "reject", "replay", "review", "proposals")
EDITION = ("edition", "freeze", "March 2021", "--as-of", "2021-03-01", "--by", MEMBER)
FIRST = {
    "second": (
        ("member", "add", "B. Second", "--by", MEMBER),
        ("assess", "Mossova", "II", "not_met", "--by-definition", "wgad", "--why", "x", "--by", MEMBER),
    ),
    **{f"edition {name}": (EDITION,) for name in ("list", "take", "compare")},
    "photo consent": (
        ("mandate", "add", "--giver", "A", "--scope", "all", "--purpose", "x", "--id", "k-ada", "--by", MEMBER),
        ("photo", "add", "Mossova", "../ada.jpg", "--credit", "T. Lens", "--source", "her family", "--by", MEMBER),
    ),
    "undo": (("withdraw", "f-66af456848", "--by", MEMBER, "--why", "x"),),
    "split": (("same", "r-e37628a8b9", "r-b8a86a0a66", "--by", MEMBER, "--why", "x"),),
    "import": (("export", "../lorn.jsonl"),),
    "restore": (("backup", "../lorn.habeas"),),
}


def test_the_page_is_printed_from_the_help() -> None:
    assert PAGE.read_text("utf-8") == page().rstrip("\n") + "\n", "run: python -m habeas.cli.manual > docs/commands.md"


def test_every_command_has_an_example_and_no_example_lacks_a_command() -> None:
    assert sorted(EXAMPLES) == sorted(commands())


def test_every_command_and_option_says_what_it_is_for() -> None:
    silent = [(n, p.name) for n, c in commands().items() for p in c.params if not getattr(p, "help", None)]
    assert [n for n, c in commands().items() if not c.help] + silent == []


def test_every_file_of_commands_is_registered() -> None:
    files = {m.name for m in pkgutil.iter_modules(habeas.cli.__path__)}
    registering = {n for n in files if hasattr(importlib.import_module(f"habeas.cli.{n}"), "register")}
    assert sorted(registering) == sorted(COMMANDS)


def errors(kind: type[HabeasError]) -> Iterator[type[HabeasError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from errors(below)


def test_every_exit_code_of_an_error_is_in_the_table() -> None:
    assert sorted({e.exit_code for e in errors(HabeasError)} - set(EXIT_CODES)) == []


@pytest.mark.parametrize("name", [n for n in EXAMPLES if n not in ("demo", "serve")])
def test_an_example_works(name: str, read: Path, tmp_path: Path) -> None:
    for file in (HERE / "report.md", HERE / "ada.jpg", *HERE.glob("list-*.csv")):
        shutil.copy(file, tmp_path)
    proposal = next(line.split()[0] for line in done("proposals", "--kind", "charge", cwd=read).lines)
    (tmp_path / "decisions.jsonl").write_text(json.dumps({"accept": proposal}), "utf-8")
    if name not in BEFORE_DECISIONS:
        done("accept", "--all", "--by", MEMBER, cwd=read)
    for words in FIRST.get(name, ()):
        done(*words, cwd=read)
    said = done(*shlex.split(EXAMPLES[name])[1:], cwd=read, typed="q\n")
    assert said.out.strip() != ""

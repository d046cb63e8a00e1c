"""Documentation breaks the build: what it names exists, and what exists is named."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import habeas
from habeas.errors import HabeasError
from habeas.lexicon.kinds import KINDS
from house.rooms import ROOMS, tracked_files
from shared_texts import PROJECT

FIGURES = (
    "listed", "political_prisoners", "held_not_recognised", "non_custodial", "under_investigation", "on_state_list",
    "abroad", "ill_treatment", "findings", "assembly_detentions",
)  # fmt: skip
FINDINGS = (
    "spelling", "mixed_script", "namesake", "two_names", "summary_against_entry", "article_edition",
    "heading_against_entry", "counted_elsewhere", "run_out", "terminology", "date_order", "duplicate", "wording",
)  # fmt: skip
MANUAL = [PROJECT / "README.md", PROJECT / "CONTRIBUTING.md", PROJECT / "GLOSSARY.md", *PROJECT.glob("docs/*.md")]
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.M | re.S)


def manual() -> str:
    """All pages of the manual, one after the other."""
    return "\n".join(page.read_text(encoding="utf-8") for page in MANUAL if page.exists())


def commands(text: str) -> Iterator[str]:
    """The `habeas` command lines of every block marked `console`: `$ habeas x`, joined over a closing backslash."""
    for block in CONSOLE.findall(text):
        for line in block.replace("\\\n", " ").splitlines():
            for part in re.split(r"&&|;|\|", line.split("  #")[0].removeprefix("$ ")):
                if part.strip().startswith("habeas"):
                    yield part.strip()


def test_commands_are_found_in_console_blocks() -> None:
    block = "```console\n$ habeas new x && cd x  # a remark\n$ habeas add a.txt \\\n    --by B\n```\n"
    text = block + "```python\nhabeas no\n```\n"
    assert list(commands(text)) == ["habeas new x", "habeas add a.txt      --by B"]


def words_unknown_to(command: object, words: list[str]) -> list[str]:
    """The sub-command or options of `words` that the command line does not have."""
    inner = getattr(command, "commands", None)
    if inner is not None and words and not words[0].startswith("-"):
        return words_unknown_to(inner[words[0]], words[1:]) if words[0] in inner else [words[0]]
    known = {o for p in getattr(command, "params", []) for o in (*p.opts, *p.secondary_opts)} | {"--help"}
    return [w for w in words if w.startswith("--") and w.split("=")[0] not in known]


def test_every_command_in_the_manual_exists() -> None:
    if importlib.util.find_spec("habeas.cli.main") is None:
        pytest.skip("the command line does not exist yet")
    import typer

    root = typer.main.get_command(importlib.import_module("habeas.cli.main").app)
    said = {c: re.sub(r'"[^"]*"', "X", c).split()[1:] for c in commands(manual())}
    assert {c: bad for c, words in said.items() if (bad := words_unknown_to(root, words))} == {}


def test_every_command_is_in_the_manual() -> None:
    if importlib.util.find_spec("habeas.cli.main") is None:
        pytest.skip("the command line does not exist yet")
    import typer

    root = typer.main.get_command(importlib.import_module("habeas.cli.main").app)
    text = manual()
    absent = [n for n, c in getattr(root, "commands", {}).items() if not c.hidden and f"habeas {n}" not in text]
    assert absent == []


def undocumented(names: Iterator[str] | tuple[str, ...]) -> list[str]:
    """The names that no page of the manual holds as `name`."""
    text = manual()
    return [name for name in names if f"`{name}`" not in text]


def test_every_figure_is_documented() -> None:
    assert undocumented(FIGURES) == []


def test_every_claim_kind_is_documented() -> None:
    assert undocumented(tuple(KINDS)) == []


def test_every_finding_kind_is_documented() -> None:
    assert undocumented(FINDINGS) == []


def test_every_room_is_documented() -> None:
    text = (PROJECT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert [room for room in ROOMS if f"| `{room}` |" not in text] == []


def errors(kind: type[HabeasError]) -> Iterator[type[HabeasError]]:
    """The error and all below it."""
    yield kind
    for below in kind.__subclasses__():
        yield from errors(below)


def importable() -> Iterator[str]:
    """Every module of the package, but for those that only Django may load."""
    for module in pkgutil.walk_packages(habeas.__path__, "habeas.", onerror=lambda _: None):
        if not module.name.startswith(("habeas.desk.", "habeas.web.", "habeas.cli.")):
            yield module.name


def test_every_exit_code_is_documented() -> None:
    for name in importable():
        importlib.import_module(name)
    rows = set(re.findall(r"^\| `(\d+)` \|", manual(), re.M))
    ours = {str(e.exit_code) for e in errors(HabeasError) if e.__module__.startswith("habeas.")}
    assert sorted(ours - rows) == []


LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("page", [p for p in tracked_files() if p.suffix == ".md"], ids=lambda p: p.name)
def test_every_link_between_pages_leads_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    assert [t for t in targets if not (page.parent / t).exists()] == []

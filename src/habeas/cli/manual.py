"""Prints `docs/commands.md`: `python -m habeas.cli.manual > docs/commands.md`. Its words are the program's own help."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import typer

from habeas.cli.examples import EXAMPLES
from habeas.cli.main import app
from habeas.cli.usage import EXIT_CODES

_INTRODUCTION = """# Commands

Made by `python -m habeas.cli.manual > docs/commands.md`; edit the help in `src/habeas/cli` instead.

A command is typed in the folder of a workspace, or in any folder below it. `habeas read FILE`, `habeas check FILE`,
`habeas law`, `habeas vocabulary` and `habeas demo` need none. `--by` names the member who signs; nothing is decided
without one. Dates are EDTF (`2020`, `2020-02`, `2020-02-14`, `2019~`), lengths ISO 8601 (`P1Y4M`) or `life`. A name may
be part of a name as long as it fits one person. Ids of entries may be given without the feed: `157` for
`e9c70fbe24cf:157`.

A table is shortened, with `…`, only in a terminal that is too narrow for it; in a pipe, as CSV or as JSON nothing is
cut.

A mistake is met with one line on standard error, the cause and then the next step, and nothing is half written.
`HABEAS_TRACEBACK=1` shows where a fault of Habeas itself arose. `NO_COLOR` turns bold type off.
"""


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join(_lines())


def commands() -> Mapping[str, Any]:
    """Every command by its whole name (`member add`), in the order of the help."""
    found: dict[str, Any] = {}
    for name, command in _inner(typer.main.get_command(app)).items():
        inner = _inner(command)
        found |= {f"{name} {word}": one for word, one in inner.items()} if inner else {name: command}
    return found


def _inner(command: Any) -> Mapping[str, Any]:
    return dict(getattr(command, "commands", {}))


def _lines() -> Iterator[str]:
    yield _INTRODUCTION
    yield "## Exit codes\n\n| code | kind |\n|---|---|"
    yield from (f"| `{code}` | {words} |" for code, words in EXIT_CODES.items())
    yield ""
    for name, command in commands().items():
        yield from _command(name, command)


def _command(name: str, command: Any) -> Iterator[str]:
    context = command.make_context(f"habeas {name}", [], resilient_parsing=True)
    usage = " ".join(command.collect_usage_pieces(context)).replace("[OPTIONS]", "[options]")
    usage = re.sub(r"[{}]", "", usage)
    yield f"## `habeas {name}`\n"
    yield " ".join((command.help or "").split()) + "\n"
    yield f"Usage: `habeas {name} {usage}`".rstrip("` ") + "`\n"
    records = [r for p in command.get_params(context) if (r := p.get_help_record(context)) and "--help" not in r[0]]
    if records:
        yield "| argument or option | |\n|---|---|"
        yield from (f"| `{_cell(_named(said))}` | {_cell(' '.join(words.split()))} |" for said, words in records)
        yield ""
    yield f"```console\n$ {EXAMPLES[name]}\n```\n"


def _named(said: str) -> str:
    """`FILE` for the `FILE <path>` of an argument; options stay as they are."""
    return said if said.startswith("-") else said.split(" ")[0]


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    print(page().rstrip("\n"))

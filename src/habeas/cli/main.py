"""`habeas`: the command line. Each command translates, makes one call of a room, and translates back.

Errors are one line on standard error: the cause, then what to do next. The exit code tells the kind (docs/commands.md).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module
from io import TextIOWrapper

import typer

from habeas.cli.usage import usage_fault
from habeas.errors import HabeasError

COMMANDS = (
    "workspace", "sources", "review", "deciding", "decisions", "identity", "recognition", "people", "persons",
    "numbers", "histories", "due", "lists", "people_lists", "exchange", "names", "releases", "photographs", "erasure",
    "documents", "editions", "site", "checking", "law", "term", "criteria", "advocacy", "serve", "demo",
)  # fmt: skip
"""The files of this folder that hold commands, in the order in which `habeas --help` and the manual show them."""

app = typer.Typer(
    name="habeas",
    help="Lists of political prisoners that can be defended line by line.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

for _name in COMMANDS:
    import_module(f"habeas.cli.{_name}").register(app)


def main() -> None:
    """Runs one command. Ends the process with the exit code of the kind of error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(lambda: app(args=sys.argv[1:] or ["--help"], prog_name="habeas", standalone_mode=False)))


def run(command: Callable[[], object]) -> int:
    """The exit code of a command; what went wrong is told in one line."""
    try:
        code = command()
        sys.stdout.flush()
        if code == 130:
            return _told("Stopped.", "What had been saved before stays saved.", 130)
        return code if isinstance(code, int) else 0
    except HabeasError as error:
        return _told(error.cause, error.next_step, error.exit_code)
    except typer.Abort:
        return _told("Stopped, and nothing more was done.", "", 1)
    except KeyboardInterrupt:
        return _told("Stopped.", "What had been saved before stays saved.", 130)
    except BrokenPipeError:
        # The reader of our output (such as `head`) has gone; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        return _unforeseen(error)


def _unforeseen(error: Exception) -> int:
    if usage := usage_fault(error):
        return _told(*usage)
    if os.environ.get("HABEAS_TRACEBACK"):
        raise error
    cause = f"This is a fault of Habeas itself ({type(error).__name__}: {error})."
    return _told(
        cause, "Nothing half done was saved. Run it again with HABEAS_TRACEBACK=1 and report what it prints.", 70
    )


def _told(cause: str, next_step: str, code: int) -> int:
    sys.stdout.flush()
    line = " ".join(f"{cause} {next_step}".split())
    print(f"habeas: {line}", file=sys.stderr)
    return code


if __name__ == "__main__":
    main()

"""`habeas`: the command line. Each command translates, makes one call of a room, and translates back.

Errors are one line on standard error: the cause, then what to do next. The exit code tells the kind (docs/commands.md).
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

import typer

from habeas.errors import HabeasError

app = typer.Typer(
    name="habeas",
    help="Lists of political prisoners that can be defended line by line.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

for _name in ("workspace", "sources", "review", "decisions", "people", "releases", "documents", "checking", "demo"):
    import_module(f"habeas.cli.{_name}").register(app)


def main() -> None:
    """Runs one command. Ends the process with the exit code of the kind of error."""
    try:
        app()
    except HabeasError as error:
        _tell(error.cause, error.next_step)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader of our output (such as `head`) has gone; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        if os.environ.get("HABEAS_TRACEBACK"):
            raise
        _tell(
            f"This is a fault of Habeas itself ({type(error).__name__}: {error}).",
            "Nothing half done was saved. Run it again with HABEAS_TRACEBACK=1 and report what it prints.",
        )
        sys.exit(70)
    except KeyboardInterrupt:
        _tell("Stopped.", "What had been saved before stays saved.")
        sys.exit(130)


def _tell(cause: str, next_step: str) -> None:
    print(f"habeas: {cause} {next_step}".rstrip(), file=sys.stderr)


if __name__ == "__main__":
    main()

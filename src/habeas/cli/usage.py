"""What the command-line library reports about a mistyped command, as one line of ours."""

from __future__ import annotations

from typing import Any


def usage_fault(error: Exception) -> tuple[str, str, int] | None:
    """Cause, next step and exit code of a mistyped command; None for any other exception.

    The library's errors are known by what they can do, for the class behind `typer.BadParameter` has moved before.
    """
    say: Any = getattr(error, "format_message", None)
    code: Any = getattr(error, "exit_code", None)
    if not callable(say) or not isinstance(code, int):
        return None
    context: Any = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "habeas"
    cause = str(say()).strip()
    return cause if cause.endswith((".", "?")) else cause + ".", f"`{path} --help` shows how it is written.", code

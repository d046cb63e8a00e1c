"""Exit codes, and what the command-line library reports about a mistyped command as one line of ours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

EXIT_CODES: Mapping[int, str] = {
    0: "done",
    1: "another fault, or you stopped at a question",
    2: "bad input or usage: a file missing, empty, binary, wrongly encoded or too large; a place that cannot be "
    "written; a date, a term or an option that does not exist",
    3: "not found: a person, a member, an article, a source, a proposal; or a name that fits several people",
    4: "no workspace here, or a broken one, or one that a newer Habeas wrote",
    5: "`verify` found a fault; the first broken entry is named",
    6: "a conflict: someone else decided first, or is writing now",
    7: "refused: the rules of the register do not permit it",
    70: "a fault of Habeas itself; nothing half done was saved",
    130: "you pressed Ctrl-C; what had been saved before stays saved",
}
"""Code -> what kind of outcome it tells. The classes of errors stand beside the code that raises them."""


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

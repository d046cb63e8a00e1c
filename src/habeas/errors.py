"""The root of every error that a user may see: a cause and a next step, never a traceback.

Each room defines its own errors beside the code that raises them, as subclasses of `HabeasError`.
`exit_code` is what the command line returns for the kind; it is stable, so that scripts may rely on it.
"""

from __future__ import annotations


class HabeasError(Exception):
    """Something a user can act on.

    `cause` says what is wrong in one sentence, `next_step` what to do about it.
    """

    exit_code = 1

    def __init__(self, cause: str, next_step: str = "") -> None:
        super().__init__(cause)
        self.cause = cause
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.cause} {self.next_step}".strip()

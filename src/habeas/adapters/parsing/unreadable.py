"""Why a file cannot become a text: said inside the child process, told to the user by its parent."""

from __future__ import annotations


class Unreadable(Exception):
    """`cause` goes on from the file's name ("is encrypted"); `next_step` says what to do."""

    def __init__(self, cause: str, next_step: str) -> None:
        super().__init__(cause)
        self.cause = cause
        self.next_step = next_step

"""A passage: a span of characters in the text of one document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Characters `start` up to (not including) `end` of the text of the document with this SHA-256.

    Offsets count characters of the document's text, which never moves. Raises ValueError on an empty or negative span.
    """

    document: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a passage needs 0 <= start < end, not {self.start}..{self.end}")

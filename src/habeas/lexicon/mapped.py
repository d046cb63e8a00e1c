"""A text made from another text, that knows for each of its characters where it came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mapped:
    """`text`, and for each of its characters the span of the source that it stands for.

    `starts` and `ends` have one entry a character; `source_length` is the length of the source.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    source_length: int

    @classmethod
    def of(cls, text: str) -> Mapped:
        """The map of a text to itself."""
        places = tuple(range(len(text) + 1))
        return cls(text, places[:-1], places[1:], len(text))

    @classmethod
    def joined(cls, pieces: Iterable[tuple[str, int, int]], source_length: int) -> Mapped:
        """Built from pieces (text, start, end in the source), in the order of the source."""
        parts = list(pieces)
        starts = tuple(start for text, start, _ in parts for _ in text)
        ends = tuple(end for text, _, end in parts for _ in text)
        return cls("".join(text for text, _, _ in parts), starts, ends, source_length)

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the source that `text[start:end]` was made from. An empty span gives an empty span."""
        if start >= end:
            place = self.starts[start] if start < len(self.starts) else self.source_length
            return place, place
        return self.starts[start], self.ends[end - 1]

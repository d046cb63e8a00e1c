"""A block: whole lines of a text that are of one kind, as the layout tells them apart."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.reading.proposals import Span


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of whole lines of one kind, without the mark before it. `level` is the depth of a heading from 1."""

    kind: str
    span: Span
    level: int = 0

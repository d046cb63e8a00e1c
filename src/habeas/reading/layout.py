"""The blocks of a text: headings, paragraphs, list items, captions and fields, in order and with their offsets."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from habeas.reading.proposals import Span

KINDS = ("heading", "paragraph", "item", "caption", "field")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of whole lines of one kind. `level` is the depth of a heading or item from 1; 0 for the rest."""

    kind: str
    span: Span
    level: int = 0


@dataclass(frozen=True)
class Layout:
    """The blocks of one text in order. They never overlap; blank lines belong to none."""

    blocks: tuple[Block, ...]
    _paths: tuple[tuple[Span, ...], ...] = field(default=(), repr=False)

    @cached_property
    def _starts(self) -> list[int]:
        return [b.span[0] for b in self.blocks]

    def index_at(self, offset: int) -> int | None:
        """The index of the last block that starts at or before `offset`, None before the first."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 else None

    def block_at(self, offset: int) -> Block | None:
        """The block that holds `offset`."""
        index = self.index_at(offset)
        if index is None or offset >= self.blocks[index].span[1]:
            return None
        return self.blocks[index]

    def headings_at(self, offset: int) -> tuple[Span, ...]:
        """The headings over `offset`, outermost first."""
        index = self.index_at(offset)
        return self._paths[index] if index is not None else ()


def lay_out(text: str) -> Layout:
    """Splits a text into blocks. Every line with a letter or digit belongs to exactly one block."""
    blocks: list[Block] = []
    at = 0
    for line in text.splitlines(keepends=True):
        body = line.strip()
        if body:
            start = at + line.index(body[0])
            blocks.append(Block("paragraph", (start, start + len(body))))
        at += len(line)
    return Layout(tuple(blocks), tuple(() for _ in blocks))

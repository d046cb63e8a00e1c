"""What a rule may look at: the document, its blocks, its people, its year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from habeas.evidence.document import Document
from habeas.reading.draft import Draft
from habeas.reading.layout import Layout
from habeas.reading.people import People
from habeas.reading.proposals import Span


@dataclass(frozen=True)
class Context:
    """One document, prepared for the rules. `sentences` are the spans of all blocks in order.

    `state_of` is the day the document describes, as far as it says (EDTF), None when it names no date.
    """

    document: Document
    layout: Layout
    sentences: tuple[Span, ...]
    people: People
    state_of: str | None

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text


class Rule(Protocol):
    """Reads one kind of claim. Cheap literal triggers come first: a rule that finds none costs next to nothing."""

    def __call__(self, context: Context, /) -> Iterable[Draft]: ...

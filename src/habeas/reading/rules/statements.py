"""Runs the rules over a document, sentence by sentence, and ties claims that are about each other.

A rule runs only on sentences that hold one of its literal triggers. The last date before a sentence, in the same entry or
section, is handed on as the anchor of dates without a year.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from habeas.reading.clauses import Statement
from habeas.reading.context import Context
from habeas.reading.draft import Draft
from habeas.reading.proposals import Span

Reader = Callable[[Statement], Iterable[Draft]]


def read_statements(context: Context, readers: tuple[tuple[tuple[str, ...], Reader], ...]) -> list[Draft]:
    """Drafts of all readers over all sentences, with `of` filled in."""
    drafts: list[Draft] = []
    for statement in statements(context):
        for triggers, reader in readers:
            if any(t in statement.flat for t in triggers):
                drafts += reader(statement)
    return drafts


def statements(context: Context) -> Iterator[Statement]:
    """The sentences of a document, each knowing those before it and the last date before it."""
    previous: Statement | None = None
    anchor: str | None = None
    place: tuple[Span | None, tuple[Span, ...]] | None = None
    for span in context.sentences:
        entry = context.people.entry_at(span[0])
        here = (entry.span if entry else None, context.layout.headings_at(span[0]))
        if here != place:
            place, anchor, previous = here, context.state_of if not entry else None, None
        statement = Statement(context, span, anchor, previous)
        yield statement
        statement.forget(4)
        previous = statement
        if statement.dates:
            anchor = statement.dates[-1].when


def linked(drafts: list[Draft]) -> list[Draft]:
    return [replace(d) for d in drafts]

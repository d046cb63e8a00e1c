"""Runs the rules over a document, sentence by sentence, and ties claims that are about each other.

A rule runs only on sentences that hold one of its literal triggers. The last date before a sentence, in the same entry
or section, is handed on as the anchor of dates without a year.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from habeas.reading.anaphora import topic_of
from habeas.reading.blocks import Block
from habeas.reading.clauses import Statement
from habeas.reading.context import Context
from habeas.reading.draft import Draft
from habeas.reading.memory import Memory
from habeas.reading.own_year import own_time
from habeas.reading.proposals import Span
from habeas.reading.rules.field_lines import sentence_date
from habeas.reading.rules.remembering import remember
from habeas.reading.rules.table_rows import read_table_rows
from habeas.reading.rules.undone import undone
from habeas.reading.story import Story

_CELL_ENDS = re.compile(r"(?:,\s[^;|.:—–]{2,60}|\s?\([^()]{2,60}\))?(?:\s*[;|]|\s+[—–-]\s)")
_YEAR_ALONE = re.compile(r"\W*(?:[Yy]ear\s+)?((?:19|20)\d\d)\W*")
Reader = Callable[[Statement], Iterable[Draft]]
Place = tuple[Span | None, tuple[Span, ...]]


def read_statements(context: Context, readers: tuple[tuple[tuple[str, ...], Reader], ...]) -> list[Draft]:
    """Drafts of all readers over all sentences, with `of` filled in."""
    drafts: list[Draft] = []
    dated: dict[Span, str] = {}
    memory = Memory()
    for statement in statements(context, memory):
        flat = statement.flat
        memory.head, told = read_table_rows(statement, memory.head)
        bare = statement.heading and not statement.mentions
        for triggers, reader in () if told or bare else readers:
            for trigger in triggers:
                if trigger in flat:
                    told += reader(statement)
                    break
        drafts += told
        remember(memory, context, statement, told)
        if ":" in flat and (day := sentence_date(statement)) and (entry := context.people.entry_at(statement.span[0])):
            dated[entry.span] = day
    drafts = undone(context, [_dated(context, d, dated) for d in drafts] if dated else drafts)
    return tied(context, drafts)


def statements(context: Context, memory: Memory | None = None) -> Iterator[Statement]:
    """The sentences of a document, each knowing those before it and the last date before it."""
    previous: Statement | None = None
    memory = memory or Memory()
    story = Story(own_time(context.text, context.document.title))
    place: Place | None = None
    topic: tuple[str, ...] = ()
    opener: tuple[str, ...] = ()
    for span in context.sentences:
        entry = context.people.entry_at(span[0])
        headings = context.layout.headings_at(span[0])
        here = (entry.span if entry else None, headings)
        if place is None or headings != place[1]:
            memory.head = ()
        if here != place:
            place, previous, topic = here, None, entry.people if entry else ()
            story.section(_year_over(context.text, headings))
            memory.section()
        block = context.layout.block_at(span[0])
        if block is not story.in_block:
            opener = opener_of(context, block)
            topic = opener or topic
        story.block(block, in_entry=entry is not None)
        statement = Statement(
            context, span, story.anchor, previous, topic, story.own, memory, story.lead, story.fresh, opener
        )
        yield statement
        statement.forget(4)
        previous = statement
        if statement.mentions:
            topic = topic_of(statement)
        story.told(statement)


def opener_of(context: Context, block: Block | None) -> tuple[str, ...]:
    """The person whose full name is the first cell of a line: "X - Article 130 - 4 years", "X; arrested in"."""
    if block is None:
        return ()
    first = next(iter(context.people.mentions_in(block.span[0], min(block.span[1], block.span[0] + 12))), None)
    if first is None or not first.full or re.search(r"[^\W\d_]", context.text[block.span[0] : first.span[0]]):
        return ()
    return (first.person,) if _CELL_ENDS.match(context.text, first.span[1], block.span[1]) else ()


def _year_over(text: str, headings: tuple[Span, ...]) -> str | None:
    """The year that a heading consists of ("2019", "Year 2019")."""
    alone = (_YEAR_ALONE.fullmatch(text, *span) for span in reversed(headings))
    return next((m[1] for m in alone if m), None)


def _dated(context: Context, draft: Draft, dated: dict[Span, str]) -> Draft:
    """A sentence without date in an entry that has a "Date of sentence:" line takes that date."""
    if draft.kind != "sentence" or draft.when is not None:
        return draft
    entry = context.people.entry_at(draft.span[0])
    day = dated.get(entry.span) if entry else None
    return replace(draft, when=day) if day else draft


def tied(context: Context, drafts: list[Draft]) -> list[Draft]:
    """Fills `of`: a sentence is of the same person's charges in the entry, an appeal of the sentence before it, and so
    on.
    """
    out: list[Draft] = []
    for draft in drafts:
        about = _about(context, draft, out)
        out.append(replace(draft, of=about) if about else draft)
    return out


def _about(context: Context, draft: Draft, before: list[Draft]) -> tuple[Draft, ...]:
    if draft.kind == "sentence":
        return tuple(d for d in _same_place(context, draft, before, "charge"))
    if draft.kind == "compliance":
        return tuple(_same_place(context, draft, before, "finding")[-1:])
    if draft.kind == "enforcement" or (
        draft.kind == "proceeding" and draft.fields.get("step") in ("appeal", "parole_refused")
    ):
        return tuple(_same_place(context, draft, before, "sentence")[-1:])
    return ()


def _same_place(context: Context, draft: Draft, before: list[Draft], kind: str) -> list[Draft]:
    """Earlier drafts of a kind that share a person and lie in the same entry, or nearby outside of entries."""
    entry = context.people.entry_at(draft.span[0])
    low = entry.span[0] if entry else draft.span[0] - 1500
    found = []
    for other in reversed(before):
        if other.span[0] < low:
            break
        if other.kind == kind and set(other.persons) & set(draft.persons):
            found.append(other)
    return found[::-1]

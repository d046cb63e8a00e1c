"""Recognition: a list claims the people whom its opening lines introduce, by the heading over them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.reading.context import Context
from habeas.reading.draft import Draft
from habeas.reading.proposals import Span

_LIST = re.compile(
    r"\b(?:list|lists|register|registry|prisoners|cases|profiles?|card|faces|database|dossiers?|portraits)\b",
    re.I,
)
_NUMBER = re.compile(r"^[#*_\s]*(?:[\dIVX]+(?:\.\d+)*[.)]?\s+)?")
_LONGEST = 200


def read_recognition(context: Context) -> Iterator[Draft]:
    """One proposal for each person with an entry. A single biography is no list, unless its title says so."""
    entries = context.people.entries
    name = _list_name(context)
    if not entries or (len(entries) < 2 and not _LIST.search(name)):
        return
    seen: set[str] = set()
    for entry in entries:
        category = _category(context.text, entry.headings)
        for person in entry.people:
            if person not in seen:
                seen.add(person)
                fields = {"list": name, "category": category, "step": "entered", "reason": "entry"}
                yield Draft(
                    "recognition", (person,), entry.lead, fields, "recognition.entry", 0.9 if category else 0.8,
                    when=context.state_of,
                )  # fmt: skip


def _list_name(context: Context) -> str:
    """The document's title, or a heading that stands before the line that was taken for it."""
    at = context.text.find(context.document.title) if context.document.title else -1
    for block in context.layout.blocks[:3]:
        if block.kind == "heading" and block.span[0] < at:
            return " ".join(context.text[slice(*block.span)].split())
    return context.document.title


def _category(text: str, headings: tuple[Span, ...]) -> str | None:
    """The words of the nearest heading, without its number and marks."""
    if not headings:
        return None
    start, end = headings[-1]
    return " ".join(_NUMBER.sub("", text[start:end]).strip("*_# ").split())[:_LONGEST] or None

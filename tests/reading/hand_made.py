"""A people index made by hand, so that the rules can be tested on one sentence without the finder of names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from habeas.evidence.document import Document
from habeas.reading.context import Context
from habeas.reading.draft import Draft
from habeas.reading.layout import lay_out
from habeas.reading.people import CaseEntry, Mention, People
from habeas.reading.proposals import NamedPerson, Span
from habeas.reading.rules import RULES
from habeas.reading.sentences import sentences


def context(text: str, people: Mapping[str, str], entry: Sequence[str] | None = None, title: str = "") -> Context:
    """A context for `text`: `people` maps full names to "f", "m" or "f official"; surnames are mentions too.

    `entry` names those whose case entry the whole text is; None for a text outside of entries.
    """
    ids = {name: f"p{n}" for n, name in enumerate(people, 1)}
    everything = (m for name, id in ids.items() for m in _mentions(text, name, id))
    found = sorted(everything, key=lambda m: (m.span[0], -m.span[1]))
    mentions = [m for i, m in enumerate(found) if not any(o.span[0] <= m.span[0] < o.span[1] for o in found[:i])]
    persons = []
    for name, id in ids.items():
        spans = tuple(m.span for m in mentions if m.person == id)
        role = people[name].partition(" ")[2] or "subject"
        persons.append(NamedPerson(id, name, (name,), role, spans))
    entries = () if entry is None else (CaseEntry((0, 0), (0, len(text)), (), tuple(ids[n] for n in entry)),)
    sexes = {ids[n]: s.split()[0] for n, s in people.items() if s.split()[0] in ("f", "m")}
    layout = lay_out(text)
    spans_of = tuple(s for block in layout.blocks for s in sentences(text, block))
    index = People(tuple(persons), tuple(mentions), entries, sexes)
    return Context(Document("0" * 64, text, title), layout, spans_of, index, None)


def _mentions(text: str, name: str, id: str) -> list[Mention]:
    surname = name.split()[-1]
    pattern = rf"(?<!\w)(?:{re.escape(name)}|{re.escape(surname)})(?!\w)".replace(r"\ ", r"\s+")
    return [Mention(m.span(), id, len(m[0].split()) > 1) for m in re.finditer(pattern, text)]


def drafts(ctx: Context) -> list[Draft]:
    """What all rules read out of a context."""
    return [draft for rule in RULES for draft in rule(ctx)]


def told(ctx: Context, kind: str, found: Sequence[Draft] | None = None) -> list[str]:
    """The claims of one kind, each as one line: people: fields @ date [modality, attribution when not the default]."""
    lines = []
    for draft in drafts(ctx) if found is None else found:
        if draft.kind != kind:
            continue
        names = ", ".join(ctx.people.name(p) for p in draft.persons) or "-"
        marks = [m for m, plain in ((draft.modality, "happened"), (draft.attribution, "author")) if m != plain]
        extra = f" [{', '.join(marks)}]" if marks else ""
        lines.append(f"{names}: {_fields(draft.fields)}" + (f" @ {draft.when}" if draft.when else "") + extra)
    return sorted(dict.fromkeys(lines))


def _fields(fields: Mapping[str, Any]) -> str:
    parts = [str(fields["title"])] if fields.get("title") and not fields.get("article") else []
    for name, value in fields.items():
        if value is None or name in ("title", "court", "code", "body", "counts", "by"):
            continue
        if isinstance(value, dict):
            value = ("" if value["comparator"] == "=" else value["comparator"]) + str(value["value"])
        named = name in ("detained", "sentenced", "part", "place", "what", "tie")
        parts.append(name if value is True else f"{name} {value}" if named else str(value))
    return " ".join(parts)


def inside(span: Span, text: str) -> bool:
    """True when a span lies in the text and is not empty."""
    return 0 <= span[0] < span[1] <= len(text)

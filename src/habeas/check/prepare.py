"""Puts a report together from a document and its reading."""

from __future__ import annotations

from habeas.check.report import Entry, Report
from habeas.check.result import NotTheSameDocument
from habeas.evidence.document import Document
from habeas.reading.layout import Layout, lay_out
from habeas.reading.proposals import Reading, Span
from habeas.reading.sentences import sentences


def prepare(document: Document, reading: Reading) -> Report:
    """Document and reading as one report. Raises `NotTheSameDocument` when the reading is of another text."""
    if reading.document.sha256 != document.sha256 or reading.document.text != document.text:
        raise NotTheSameDocument("The reading is of another document.", "Read the document again, then check it.")
    layout = lay_out(document.text)
    spans = tuple(sorted(s for block in layout.blocks for s in sentences(document.text, block)))
    return Report(document, reading, layout, spans, entries(reading, layout))


def entries(reading: Reading, layout: Layout) -> tuple[Entry, ...]:
    """Cases of the list: one for each line on which reading proposed to recognise somebody because of an entry."""
    leads: dict[int, tuple[Span, list[str], str]] = {}
    for claim in reading.claims:
        if claim.kind == "recognition" and claim.fields.get("step") == "entered" and claim.modality == "happened":
            block = layout.block_at(claim.span[0])
            lead = block.span if block else claim.span
            _, people, _ = leads.setdefault(lead[0], (lead, [], str(claim.fields.get("category") or "")))
            people += [p for p in claim.persons if p not in people]
    heads = [b.span[0] for b in layout.blocks if b.kind == "heading"]
    ends = sorted([*heads, *leads, max(len(reading.document.text), 1)])
    return tuple(
        Entry(lead, (lead[0], next(e for e in ends if e > lead[0])), tuple(people), category)
        for lead, people, category in sorted(leads.values())
    )

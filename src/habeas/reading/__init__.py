"""Reading: documents in, proposals out.

In comes a `Document`; out goes a `Reading`: the people it names and claims that a member may accept, each with its
span, the rule that read it and a confidence. Nothing here is a fact, no guess reaches a register, and nothing is
fetched or stored. The rules are loaded by the first reading: most commands read nothing, and hundreds of patterns take
most of a second.
"""

from __future__ import annotations

from habeas.evidence.document import Document
from habeas.reading.context import Context
from habeas.reading.layout import Layout
from habeas.reading.people import CaseEntry, Mention, People
from habeas.reading.proposals import NamedPerson, Proposal, Reading

__all__ = [
    "CaseEntry", "Context", "Layout", "Mention", "NamedPerson", "People", "Proposal", "Reading", "prepare", "read",
]  # fmt: skip


def prepare(document: Document) -> Context:
    """The context that every rule reads."""
    from habeas.reading import pipeline

    return pipeline.prepare(document)


def read(document: Document) -> Reading:
    """Reads everything the rules know out of a document. Any text is accepted; none raises."""
    from habeas.reading import pipeline

    return pipeline.read(document)

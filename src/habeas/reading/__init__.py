"""Reading: documents in, proposals out.

In comes a `Document`; out goes a `Reading`: the people it names and claims that a member may accept, each with its
span, the rule that read it and a confidence. Nothing here is a fact, no guess reaches a register, and nothing is
fetched or stored.
"""

from habeas.reading.context import Context
from habeas.reading.layout import Layout
from habeas.reading.people import CaseEntry, Mention, People
from habeas.reading.pipeline import prepare, read
from habeas.reading.proposals import NamedPerson, Proposal, Reading

__all__ = [
    "CaseEntry", "Context", "Layout", "Mention", "NamedPerson", "People", "Proposal", "Reading", "prepare", "read",
]  # fmt: skip

"""Reading: documents in, proposals out.

In comes a `Document`; out goes a `Reading`: the people it names and claims that a member may accept, each with its
span, the rule that read it and a confidence. Nothing here is a fact, no guess reaches a register, and nothing is
fetched or stored.
"""

from habeas.reading.pipeline import read
from habeas.reading.proposals import NamedPerson, Proposal, Reading

__all__ = ["NamedPerson", "Proposal", "Reading", "read"]

"""Whose decisions a fact or an entry is: for those who may decide on what others decided, and never on their own."""

from __future__ import annotations

from habeas.desk.faults import told
from habeas.desk.workspace import Workspace

MADE = ("accept", "correct", "prefer", "recognise")
"""Actions that make somebody the author of what they are about."""


@told
def authors(ws: Workspace, *, fact: str | None = None, entry: str | None = None) -> frozenset[str]:
    """Ids of the members who made the fact, or signed the entry (its number alone will do). Empty without one."""
    if fact is not None:
        return frozenset(e.body.author for e in ws.journal.about({fact}) if e.body and e.action in MADE)
    signed = ws.journal.entry(entry or "")
    return frozenset((signed.header.actor_key,)) if signed else frozenset()

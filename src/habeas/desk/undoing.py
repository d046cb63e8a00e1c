"""Taking back decisions that were made together."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.desk.decisions import LASTING, undo
from habeas.desk.faults import told
from habeas.desk.targets import entry_of
from habeas.desk.workspace import Workspace


@told
def undo_all(ws: Workspace, entries: Sequence[str], *, by: str, now: str, why: str) -> tuple[str, ...]:
    """Undoes these decisions, the last first, all or none; what is no decision (a record opened) stays.

    Returns the proposals that they had decided.
    """
    decided: list[str] = []
    with ws.transaction():
        for name in reversed(entries):
            entry = entry_of(ws, name)
            if entry.action in LASTING:
                continue
            undo(ws, name, by=by, now=now, why=why)
            if entry.body and entry.body.content.get("proposal"):
                decided.append(entry.body.content["proposal"])
    return tuple(dict.fromkeys(reversed(decided)))

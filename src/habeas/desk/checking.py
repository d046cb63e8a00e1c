"""A draft held against the register of a workspace. The draft is read and not kept."""

from __future__ import annotations

from datetime import date

from habeas.check.against import AgainstRegister, check_against
from habeas.desk.faults import told
from habeas.desk.folding import register
from habeas.desk.workspace import Workspace
from habeas.evidence import Document
from habeas.figures import count
from habeas.reading import read


@told
def check_register(
    ws: Workspace, document: Document, *, as_of: date, known_at: str | None = None, list_name: str | None = None
) -> AgainstRegister:
    """Which numbers of a text hold on a day, whom it names, and where it says otherwise. Raises `BadRequest`."""
    held = register(ws, known_at=known_at)
    return check_against(document, read(document), held, count(held, as_of=as_of, list=list_name), as_of=as_of)

"""Keeps the projection tables at what the ledger says, in the transaction of the entries that changed it.

The register is folded anew and its rows are held against those in the tables; only rows that differ are written.
`rebuild` uses the same rows, so that both can only agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import Model

from habeas.desk.folding import folded
from habeas.desk.rows import Row, rows_of
from habeas.desk.statuses import mark_proposals
from habeas.desk.tables import delete, grouped, insert, stored_rows
from habeas.desk.workspace import Workspace
from habeas.ledger import Entry

SILENT = frozenset(("received",))
"""Actions that change no projection by themselves."""


def project(ws: Workspace, entries: Sequence[Entry]) -> None:
    """Brings the tables up to what these new entries say. Call it in the transaction that appended them."""
    if any(entry.action not in SILENT for entry in entries):
        project_all(ws)


def project_all(ws: Workspace) -> None:
    """Makes every projection what the ledger says."""
    now = folded(ws)
    for model, rows in rows_of(now).items():
        replace_differing(ws, model, rows)
    mark_proposals(ws, now)


def replace_differing(ws: Workspace, model: type[Model], rows: Iterable[Row]) -> None:
    """Makes the table hold exactly these rows. Only groups of rows (by their first column) that differ are written."""
    wanted, there = grouped(rows), stored_rows(ws.alias, model)
    stale = [key for key, group in there.items() if wanted.get(key) != group]
    fresh = [key for key, group in wanted.items() if there.get(key) != group]
    delete(ws.alias, model, stale)
    insert(ws.alias, model, (row for key in fresh for row in wanted[key]))

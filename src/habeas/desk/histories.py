"""The history of an entity: every entry about it, in the order of the ledger, with who signed it."""

from __future__ import annotations

from collections.abc import Mapping

from habeas.desk import models
from habeas.desk.faults import NotFound, told
from habeas.desk.results import HistoryRow
from habeas.desk.workspace import Workspace
from habeas.ledger import Entry


@told
def history(ws: Workspace, entity: str) -> tuple[HistoryRow, ...]:
    """The entries about a person, record, fact, claim, proposal, source, member or mandate; of a person, about all its
    records.

    Raises `NotFound` when there is none.
    """
    person = models.RecordRow.objects.using(ws.alias).filter(record=entity).values_list("person", flat=True).first()
    records = models.RecordRow.objects.using(ws.alias).filter(person=person).values_list("record", flat=True)
    entries = ws.journal.about({entity, *records} if person else {entity})
    if not entries:
        raise NotFound(
            f"The ledger says nothing about {entity!r}.", "Give an id that `habeas person` or `habeas sources` prints."
        )
    names = dict(models.MemberRow.objects.using(ws.alias).values_list("id", "name"))
    return tuple(_row(entry, names) for entry in entries)


def _row(entry: Entry, names: Mapping[str, str]) -> HistoryRow:
    content = entry.body.content if entry.body else {}
    author = entry.body.author if entry.body else entry.header.actor_key
    return HistoryRow(
        entry=entry.id,
        at=entry.header.at,
        member=names.get(author, author),
        action=entry.action,
        content=content if entry.body else None,
        bulk=bool(content.get("bulk")),
        replaces=content.get("replaces"),
    )

"""A claim that a member writes: a passage marked in a source by hand, and what it says. The rules missed it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from habeas.desk import models
from habeas.desk.batches import Batch
from habeas.desk.faults import BadRequest, NotFound, told
from habeas.desk.marks import HAND
from habeas.desk.members import member
from habeas.desk.quotations import refuse
from habeas.desk.readings import source_text
from habeas.desk.records import record_id
from habeas.desk.results import Decided
from habeas.desk.signing import Pen
from habeas.desk.workspace import Workspace
from habeas.reading.proposals import proposal_id


@dataclass(frozen=True, slots=True)
class Written:
    """What the passage says. `record` is a person of this document; else `name` is one whom it names and no rule found.

    `fields` are those of the kind, `when` is EDTF or None.
    """

    span: tuple[int, int]
    kind: str
    fields: Mapping[str, Any]
    when: str | None = None
    attribution: str = "author"
    modality: str = "happened"
    record: str | None = None
    name: str = ""
    role: str = "subject"


@told
def write_claim(
    ws: Workspace, source: str, said: Written, *, by: str, now: str, fact: str | None = None, key: str | None = None
) -> Decided:
    """Accepts what a member read in a passage, opening the person's record when it is the first claim about them.

    Raises `BadRequest` for a span outside the text or nobody named, `NotInVocabulary`, `NotADate`, `NotFound`.
    """
    with ws.transaction():
        pen = Pen(ws, member(ws, by), now, key)
        text = source_text(ws, source)
        refuse(ws, text, "Nothing more is read in it.")
        start, end = said.span
        if not 0 <= start < end <= len(text.text) or not text.text[start:end].strip():
            raise BadRequest("No words are marked.", "Mark the passage in the text.")
        named = _named(ws, text, said)
        row = _row(text.source, named, said)
        batch = Batch(pen, [row], {row.id: [named]}, today=date.fromisoformat(now[:10]))
        drafts = [
            d if d.action != "accept" else replace(d, content={**d.content, "proposal": None})
            for d in batch.drafts(bulk=False, fact=fact)
        ]
        return pen.decide_all(lambda: drafts)


def _named(ws: Workspace, text: models.SourceText, said: Written) -> models.NamedRecord:
    """The record of the person: one that reading found, one opened by hand before, or a new one."""
    name = " ".join(said.name.split())
    if said.record is None and not name:
        raise BadRequest("Nobody is named.", "Choose a person of this source, or write the name as it stands there.")
    wanted = said.record or record_id(text.source, name)
    found = models.NamedRecord.objects.using(ws.alias).filter(source=text, record=wanted).first()
    if found:
        return found
    opened = models.RecordRow.objects.using(ws.alias).filter(document=text.source, record=wanted).first()
    if opened:
        name = opened.name
    elif said.record is not None:
        raise NotFound(f"There is no person {said.record} in this source.", "Choose one of those listed.")
    return models.NamedRecord(record=wanted, source=text, name=name, names=[name], role=said.role, mentions=[])


def _row(source: str, named: models.NamedRecord, said: Written) -> models.ProposalRecord:
    """As if a rule had read it; it is never stored."""
    fields = {k: v for k, v in said.fields.items() if v not in (None, "")}
    name = proposal_id(source, said.kind, said.span, (named.name, HAND), said.when, fields)
    return models.ProposalRecord(
        id=name, source_id=source, position=0, kind=said.kind, start=said.span[0], end=said.span[1], when=said.when,
        fields=fields, attribution=said.attribution, modality=said.modality, of=[], rule=HAND, confidence=1.0,
    )  # fmt: skip

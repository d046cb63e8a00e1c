"""Reading: proposals out of a source's text, kept beside the journal. Nothing here decides anything.

The id of a proposal hangs on what it says, so that reading again after an upgrade neither asks again nor doubles what
was decided.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from django.db.models import Q

from habeas.desk import models
from habeas.desk.faults import NotFound, Refused, told
from habeas.desk.quotations import refuse
from habeas.desk.records import record_ids
from habeas.desk.results import ReadSummary
from habeas.desk.tables import insert
from habeas.desk.workspace import Workspace
from habeas.evidence.document import Document
from habeas.reading import read as read_by_rules
from habeas.reading.proposals import Proposal, Reading

Progress = Callable[[int, int, str], None]
"""Called with how many are done, of how many, and what is being done."""
Reader = Callable[[Document], Reading]
"""Makes proposals out of a text. The rules of `habeas.reading` unless another is given."""


@told
def read_sources(
    ws: Workspace, *, now: str, progress: Progress | None = None, reader: Reader = read_by_rules
) -> tuple[ReadSummary, ...]:
    """Reads every source that is prose (no list, no photograph), in the order of capture. See `read_source`,
    `read_lists`."""
    other = Q(media_type__contains="; profile=") | Q(media_type__startswith="image/")
    no_prose = models.SourceRecord.objects.using(ws.alias).filter(other).values("sha256")
    known = models.SourceText.objects.using(ws.alias).filter(restricted=False).exclude(source__in=no_prose)
    todo = list(known.order_by("captured_at", "source").values_list("source", "title"))
    done = []
    for number, (source, title) in enumerate(todo):
        if progress:
            progress(number, len(todo), title)
        done.append(read_source(ws, source, now=now, reader=reader))
    if progress:
        progress(len(todo), len(todo), "")
    return tuple(done)


@told
def read_source(ws: Workspace, source: str, *, now: str, reader: Reader = read_by_rules) -> ReadSummary:
    """Reads one source (its SHA-256, or the start of it) and stores what is new. Raises `NotFound`."""
    row = source_text(ws, source)
    refuse(ws, row, "It is read no more.")
    if models.SourceRecord.objects.using(ws.alias).filter(sha256=row.source, media_type__startswith="image/").exists():
        raise Refused(f"{row.title!r} is a photograph.", "Nothing is read in it.")
    reading = reader(Document(row.source, row.text, row.title, row.language))
    with ws.transaction():
        return _store(ws, row, reading)


def source_text(ws: Workspace, source: str) -> models.SourceText:
    """The text layer of a source named by its SHA-256 or the start of it (at least four digits)."""
    found = (
        list(models.SourceText.objects.using(ws.alias).filter(source__startswith=source)[:2])
        if len(source) >= 4
        else []
    )
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFound(f"More than one source begins with {source}.", "Give more digits; `habeas sources` lists them.")
    raise NotFound(f"There is no source {source} with a text.", "`habeas sources` lists them.")


def _store(ws: Workspace, source: models.SourceText, reading: Reading) -> ReadSummary:
    rows = models.ProposalRecord.objects.using(ws.alias).filter(source=source)
    before = dict(rows.values_list("id", "status"))
    claims = {claim.id: claim for claim in reading.claims}
    decided = {name for name, status in before.items() if status != models.ProposalRecord.OPEN}
    gone = [name for name, status in before.items() if name not in claims and name not in decided]
    _replace(ws, source, reading, undecided=[c for c in claims.values() if c.id not in decided])
    new = [c for c in claims.values() if c.id not in before]
    kinds = Counter(c.kind for c in claims.values())
    return ReadSummary(
        source.source,
        source.title,
        len(reading.persons),
        len(new),
        len(claims) - len(new),
        len(gone),
        dict(kinds.most_common()),
    )


def _replace(ws: Workspace, source: models.SourceText, reading: Reading, *, undecided: Iterable[Proposal]) -> None:
    """Writes the persons and the undecided proposals of this reading in place of an earlier reading's."""
    tables = models.ProposalRecord.objects.using(ws.alias).filter(source=source)
    tables.filter(status=models.ProposalRecord.OPEN).delete()
    kept = models.ProposalPerson.objects.using(ws.alias).filter(proposal__source=source).values("record")
    models.NamedRecord.objects.using(ws.alias).filter(source=source).exclude(record__in=kept).delete()
    ids = record_ids(source.source, reading.persons)
    _write_records(ws, source, reading, ids)
    places = {claim.id: number for number, claim in enumerate(reading.claims)}
    wanted = list(undecided)
    insert(ws.alias, models.ProposalRecord, (_columns(source.source, places[c.id], c) for c in wanted))
    people = ((c.id, ids[p], place) for c in wanted for place, p in enumerate(dict.fromkeys(c.persons)))
    insert(ws.alias, models.ProposalPerson, people, columns=("proposal_id", "record_id", "place"))


def _write_records(ws: Workspace, source: models.SourceText, reading: Reading, ids: Mapping[str, str]) -> None:
    rows = [
        models.NamedRecord(
            record=ids[p.id], source=source, name=p.name, names=list(p.names), role=p.role,
            mentions=[list(m) for m in p.mentions], position=place,
        )
        for place, p in enumerate(reading.persons)
    ]  # fmt: skip
    models.NamedRecord.objects.using(ws.alias).bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["record"],
        update_fields=["name", "names", "role", "mentions", "position"],
    )


def _columns(source: str, place: int, claim: Proposal) -> tuple[object, ...]:
    said = (claim.when, json.dumps(dict(claim.fields), ensure_ascii=False), claim.attribution, claim.modality)
    read = (json.dumps(list(claim.of)), claim.rule, claim.confidence, models.ProposalRecord.OPEN)
    return (claim.id, source, place, claim.kind, *claim.span, *said, *read)

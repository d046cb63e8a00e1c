"""Lists of States in a workspace: snapshots captured as sources, and what they say of people of the register.

A snapshot is a source like any other, marked in its media type, with the name of the list as its title and its day as
the day of publication. What it proposes is decided like every other proposal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from habeas.adapters.lists import PROFILE, ListTaken, headers_of, list_in, take_list_file
from habeas.desk import models
from habeas.desk.faults import BadRequest, told
from habeas.desk.folding import register
from habeas.desk.import_plans import headers_key
from habeas.desk.readings import read_source
from habeas.desk.results import Captured, ReadSummary
from habeas.desk.sources import capture_taken, document
from habeas.desk.tables import among
from habeas.desk.workspace import Workspace
from habeas.evidence import Document
from habeas.lexicon import When
from habeas.reading.rows import Columns
from habeas.register import Person
from habeas.watch import Comparison, Hit, Proposed, Snapshot, compare, known_people, propose, screen


@dataclass(frozen=True, slots=True)
class Screened:
    """A list, and who of the register may be on it. `names` gives the name of each person by id."""

    snapshot: Snapshot
    hits: tuple[Hit, ...]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Added:
    """A snapshot that became a source: what reading it proposed, and what changed since the one before, if any."""

    captured: Captured
    snapshot: Snapshot
    read: ReadSummary
    since: Comparison | None


@dataclass(frozen=True, slots=True)
class ListProposal:
    """An open proposal of a list, its record, and the likeliest person of the register."""

    proposal: str
    action: str
    when: str | None
    record: str
    name: str
    person: str
    known_as: str
    confidence: float
    reasons: tuple[str, ...]


@told
def check_list(ws: Workspace, taken: ListTaken) -> Screened:
    """Who of the register may be on a list; writes nothing."""
    return _screened(ws, taken.snapshot)


def columns_of(ws: Workspace, given: Columns | None = None) -> Callable[[Sequence[str]], Columns]:
    """For headers: what their columns were said to hold when a list with the same was added, and `given` over it."""
    return lambda headers: {
        **{meaning: header for meaning, header in _kept(ws, headers).items() if not header or header in headers},
        **(given or {}),
    }


@told
def add_list(
    ws: Workspace,
    path: Path,
    *,
    on: date,
    by: str,
    now: str,
    name: str | None = None,
    encoding: str | None = None,
    given: Columns | None = None,
) -> Added:
    """Archives a snapshot, compares it with the one before and proposes what it says of people of the register.

    `on` is the day on which the list stood so. What `given` says of the columns of a table is kept for the next one
    with the same headers. Raises `BadInput`, `NotASnapshot`, `NotFound` for an unknown member, and `BadRequest` when
    the same bytes were added as something else.
    """
    taken = take_list_file(path, name=name, on=on, encoding=encoding, columns=columns_of(ws, given))
    captured = capture_taken(
        ws, taken.taken, by=by, now=now, title=None, language=None, published=on.isoformat(), how="file", address=None
    )
    if PROFILE not in captured.media_type:
        raise BadRequest(f"{path.name} was added before as a text.", "Get the list again; its bytes then differ.")
    if given:
        _keep(ws, headers_of(taken), given)
    series = _series(ws, captured.source)
    read = _read(ws, series, now)
    since = compare(series[-2], series[-1]) if len(series) > 1 else None
    return Added(captured, series[-1], read, since)


@told
def read_lists(ws: Workspace, *, now: str) -> tuple[ReadSummary, ...]:
    """Reads every snapshot again, as after people were added: what was decided or proposed before is not doubled."""
    rows = models.SourceRecord.objects.using(ws.alias).filter(media_type__contains=PROFILE).order_by("published")
    done = []
    for source in list(rows.values_list("sha256", flat=True)):
        if not models.SourceText.objects.using(ws.alias).get(source=source).restricted:
            done.append(_read(ws, _series(ws, source), now))
    return tuple(done)


@told
def list_proposals(ws: Workspace, source: str) -> tuple[ListProposal, ...]:
    """The open proposals of a snapshot with the person that each seems to be about, the surest first."""
    proposed = _proposed(ws, document(ws, source), _series(ws, source))
    people = register(ws).people
    waiting = models.ProposalRecord.objects.using(ws.alias).filter(
        source=source, status=models.ProposalRecord.OPEN, id__in=among(proposed.hits)
    )
    links = (
        models.ProposalPerson.objects.using(ws.alias).filter(proposal__in=waiting).select_related("record", "proposal")
    )
    lines = (
        _line(link, proposed.hits[link.proposal_id], people[proposed.hits[link.proposal_id].person]) for link in links
    )
    return tuple(sorted(lines, key=lambda r: (-r.confidence, r.name, r.proposal)))


def _line(link: models.ProposalPerson, hit: Hit, person: Person) -> ListProposal:
    row = link.proposal
    return ListProposal(
        row.id, row.fields["action"], row.when, link.record.record, link.record.name, person.id, person.name,
        row.confidence, hit.likeness.reasons,
    )  # fmt: skip


def _screened(ws: Workspace, snapshot: Snapshot) -> Screened:
    now = register(ws)
    hits = screen(known_people(now), snapshot)
    return Screened(snapshot, hits, {h.person: now.people[h.person].name for h in hits})


def _read(ws: Workspace, series: Sequence[Snapshot], now: str) -> ReadSummary:
    return read_source(ws, series[-1].source, now=now, reader=lambda d: _proposed(ws, d, series).reading)


def _proposed(ws: Workspace, text: Document, series: Sequence[Snapshot]) -> Proposed:
    return propose(text, series, known_people(register(ws)))


def _series(ws: Workspace, source: str) -> list[Snapshot]:
    """The snapshots of the list that this source is one of, up to it, the oldest first."""
    rows = models.SourceRecord.objects.using(ws.alias).filter(media_type__contains=PROFILE)
    this = rows.get(sha256=source)
    earlier = rows.filter(title=this.title).order_by("published", "captured_at", "sha256")
    until = [row for row in earlier if (row.published, row.captured_at) <= (this.published, this.captured_at)]
    return [s for row in until if (s := _snapshot(ws, row)) is not None]


def _snapshot(ws: Workspace, row: models.SourceRecord) -> Snapshot | None:
    """The snapshot in a source's text; None when something in it was erased: it is read no more."""
    text = models.SourceText.objects.using(ws.alias).get(source=row.sha256)
    on = When.parse(row.published).latest if row.published else None
    if text.restricted:
        return None
    return list_in(
        text.text, row.media_type, source=row.sha256, name=row.title, on=on, columns=columns_of(ws)
    )


def _kept(ws: Workspace, headers: Sequence[str]) -> Columns:
    row = models.KeptColumns.objects.using(ws.alias).filter(headers=_key(headers)).first()
    return dict(row.columns) if row else {}


def _keep(ws: Workspace, headers: Sequence[str], given: Columns) -> None:
    if headers:
        kept = {**_kept(ws, headers), **given}
        models.KeptColumns.objects.using(ws.alias).update_or_create(headers=_key(headers), defaults={"columns": kept})


def _key(headers: Sequence[str]) -> str:
    """Apart from that of lists of people with the same headers, whose columns hold other things."""
    return headers_key(("a list that a State keeps", *headers))

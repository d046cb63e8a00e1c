"""Erasure by law: bodies of entries, proposals, index rows and passages go; the chain of headers stays whole.

A source in which a person was erased keeps its text with that person blotted out, each character by a block so that no
offset moves, and its bytes are handed out no more. Erasing a source removes its bytes. Erasure beats known-at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from django.db import connections

from habeas.desk import models
from habeas.desk.faults import BadRequest, told
from habeas.desk.folding import folded, forget, register
from habeas.desk.members import member
from habeas.desk.pictures import pictured, remove_copies
from habeas.desk.publication import forget_published
from habeas.desk.quotations import BLOCK
from habeas.desk.readings import source_text
from habeas.desk.results import Decided
from habeas.desk.signing import Pen
from habeas.desk.tables import among
from habeas.desk.targets import person_id
from habeas.desk.workspace import Workspace
from habeas.ledger import Entry, erasure
from habeas.ledger.erase import KEPT

Span = tuple[int, int]


@told
def erase(
    ws: Workspace,
    *,
    ground: str,
    by: str,
    now: str,
    entries: Sequence[str] = (),
    person: str | None = None,
    source: str | None = None,
) -> Decided:
    """Erases the bodies of these entries, or everything about a person, or everything that came of a source.

    `ground` is a legal ground code (`gdpr-17-1-b`), never a name. `subjects` of the answer are the entries erased.
    Raises `NotErasable`, `NotFound`, `BadRequest` when nothing is named.
    """
    whole = source_text(ws, source).source if source else None
    with ws.transaction():
        pen = Pen(ws, member(ws, by), now)
        everything = folded(ws).entries
        records = register(ws).people[person_id(ws, person)].records if person else ()
        wanted = {*entries, *_about_records(ws, records), *(_about_source(everything, whole) if whole else ())}
        if not wanted:
            raise BadRequest("Nothing is named that could be erased.", "Name entries, a person or a source.")
        _blot(ws, records)
        alone = _photographs(ws, everything, records, whole)
        wanted |= {entry for gone in alone for entry in _about_source(everything, gone)}
        blot_quoted(ws, everything, wanted)
        draft = erasure(everything, wanted, ground=ground, actor_key=pen.member.id, author=pen.member.id)
        gone = {*alone, *([whole] if whole else [])}
        models.SourceText.objects.using(ws.alias).filter(source__in=among(gone)).delete()
        done = pen.write([draft])
    for source_gone in gone:
        ws.vault.remove(source_gone)
    forget(ws)
    forget_published()
    _leave_no_trace(ws)
    return Decided("erased", tuple(e.id for e in done), tuple(sorted(wanted)))


def _photographs(ws: Workspace, entries: Sequence[Entry], records: Collection[str], source: str | None) -> list[str]:
    """Takes away what is shown of photographs on which the erased are. Hands back those that show nobody else."""
    found = dict(pictured(entries, records)) if records else {}
    remove_copies(ws, [*found, *([source] if source else [])])
    for shared in models.SourceText.objects.using(ws.alias).filter(source__in=among(s for s in found if not found[s])):
        shared.text, shared.restricted = blotted(shared.text, [(0, len(shared.text))]), True
        shared.save(using=ws.alias)
    return [name for name, alone in found.items() if alone]


def _about_records(ws: Workspace, records: Collection[str]) -> Iterator[str]:
    return (e.id for e in ws.journal.about(records) if e.action not in KEPT and e.body) if records else iter(())


def _about_source(entries: Iterable[Entry], source: str) -> set[str]:
    """The capture, the records opened and claims accepted from it, and what was decided on those."""
    from_it = [
        e for e in entries if e.body and source in (e.body.content.get("document"), e.body.content.get("source"))
    ]
    touched = {e.body.content[k] for e in from_it if e.body for k in ("claim", "record") if k in e.body.content}
    on_it = (
        e for e in entries if e.body and e.action in ("correct", "prefer", "withdraw") and touched & {*e.body.subjects}
    )
    return {e.id for e in (*from_it, *on_it) if e.action not in KEPT}


def blot_quoted(ws: Workspace, entries: Iterable[Entry], gone: Collection[str]) -> None:
    """Blots the passages of erased claims out of texts of which only quotations were received, save shared words."""
    accepted = [e for e in entries if e.action == "accept" and e.body]
    doomed: dict[str, list[Span]] = defaultdict(list)
    for entry in accepted:
        if entry.body and entry.id in gone:
            doomed[entry.body.content["document"]].append(_span(entry.body.content["span"]))
    for text in models.SourceText.objects.using(ws.alias).filter(source__in=among(doomed), restricted=True):
        if ws.vault.has(text.source):
            continue
        left = [
            _span(e.body.content["span"])
            for e in accepted
            if e.body and e.id not in gone and e.body.content["document"] == text.source
        ]
        spans = [part for span in doomed[text.source] for part in _without(span, left)]
        text.text = blotted(text.text, spans)
        text.save(using=ws.alias)


def _span(said: Sequence[int]) -> Span:
    return said[0], said[1]


def _blot(ws: Workspace, records: Collection[str]) -> None:
    """Blots the records out of their texts, and takes them off every proposal; one about nobody else goes."""
    named = list(models.NamedRecord.objects.using(ws.alias).filter(record__in=among(records)).select_related("source"))
    for source in {row.source_id: row.source for row in named}.values():
        own = [row for row in named if row.source_id == source.source]
        alone = _alone(ws, source.source, set(records))
        source.text = blotted(source.text, [*_spans(ws, source.source, alone), *_mentions(own, source.text)])
        source.restricted = True
        source.save(using=ws.alias)
        models.ProposalRecord.objects.using(ws.alias).filter(id__in=among(alone)).delete()
    models.NamedRecord.objects.using(ws.alias).filter(record__in=among(records)).delete()


def _alone(ws: Workspace, source: str, records: Collection[str]) -> set[str]:
    """The proposals from a source that name these records and nobody else."""
    people: dict[str, set[str]] = {}
    links = models.ProposalPerson.objects.using(ws.alias).filter(proposal__source=source)
    for proposal, record in links.values_list("proposal", "record"):
        people.setdefault(proposal, set()).add(record)
    return {proposal for proposal, named in people.items() if named <= set(records)}


def _spans(ws: Workspace, source: str, alone: Collection[str]) -> Iterator[Span]:
    """The passages of these proposals, without what they share with the passages of others."""
    rows = models.ProposalRecord.objects.using(ws.alias).filter(source=source).values_list("id", "start", "end")
    others = [(start, end) for name, start, end in rows if name not in alone]
    for name, start, end in rows:
        if name in alone:
            yield from _without((start, end), others)


def _mentions(named: Iterable[models.NamedRecord], text: str) -> Iterator[Span]:
    for row in named:
        yield from ((start, end) for start, end in row.mentions)
        for name in (row.name, *(n for n in row.names if " " in n)):
            yield from _occurrences(text, name)


def _occurrences(text: str, name: str) -> Iterator[Span]:
    at = text.find(name)
    while name and at >= 0:
        yield at, at + len(name)
        at = text.find(name, at + 1)


def _without(span: Span, others: Iterable[Span]) -> list[Span]:
    """What is left of a span when the others are taken out of it."""
    left = [span]
    for start, end in others:
        parts = [part for a, b in left for part in ((a, min(b, start)), (max(a, end), b))]
        left = [(a, b) for a, b in parts if a < b]
    return left


def blotted(text: str, spans: Iterable[Span]) -> str:
    """The text with a block for every character of the spans that is no white space. As long as before."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = [c if c.isspace() else BLOCK for c in letters[start:end]]
    return "".join(letters)


def _leave_no_trace(ws: Workspace) -> None:
    """Deleted rows are overwritten (`secure_delete`); this empties the write-ahead log that may still hold them."""
    with connections[ws.alias].cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")

"""Sources: captured into the vault, their text kept, and the ledger told who brought what, when and how."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from django.db.models import Count, Q

from habeas.adapters.capture import PUBLIC, Rules, take_page
from habeas.adapters.parsing import LARGEST, take_any, take_any_file
from habeas.desk import models
from habeas.desk.faults import Refused, told
from habeas.desk.members import member
from habeas.desk.pictures import is_picture
from habeas.desk.quotations import is_quoted, refuse
from habeas.desk.readings import source_text
from habeas.desk.results import Captured, SourceRow
from habeas.desk.signing import Pen
from habeas.desk.workspace import Workspace
from habeas.evidence import Document, Source, Taken


@told
def capture(
    ws: Workspace,
    path: Path,
    *,
    by: str,
    now: str,
    title: str | None = None,
    language: str | None = None,
    published: str | None = None,
    how: str = "file",
    encoding: str | None = None,
    limit: int = LARGEST,
) -> Captured:
    """Archives a file. The same bytes added twice change nothing: the answer says so (`new` is False).

    `published` is EDTF, `encoding` as for `habeas.adapters.parsing`. Raises `BadInput` for what cannot become a
    document, `NotFound` for an unknown member.
    """
    member(ws, by)
    taken = take_any_file(path, limit=limit, encoding=encoding)
    return capture_taken(
        ws, taken, by=by, now=now, title=title, language=language, published=published, how=how, address=None
    )


@told
def capture_bytes(
    ws: Workspace,
    data: bytes,
    *,
    name: str,
    by: str,
    now: str,
    title: str | None = None,
    language: str | None = None,
    published: str | None = None,
    how: str = "memo",
    address: str | None = None,
    encoding: str | None = None,
) -> Captured:
    """The same for bytes that are no file: a memo of a call or a letter, an upload, a page.

    `name` stands for the file's.
    """
    member(ws, by)
    taken = take_any(data, file=name, encoding=encoding)
    return capture_taken(
        ws, taken, by=by, now=now, title=title, language=language, published=published, how=how, address=address
    )


@told
def capture_address(
    ws: Workspace,
    address: str,
    *,
    by: str,
    now: str,
    title: str | None = None,
    language: str | None = None,
    published: str | None = None,
    rules: Rules = PUBLIC,
    with_picture: bool = True,
) -> Captured:
    """Archives a page of the web as a WARC file; its main text is what is read. Nothing else than the page is asked.

    `rules` are for tests. Raises what `habeas.adapters.capture.take_page` raises, `BadInput`, `NotFound`.
    """
    member(ws, by)
    page = take_page(address, at=now, rules=rules, with_picture=with_picture)
    taken = take_any(page.data, file=page.file)
    taken = replace(taken, notes=(*taken.notes, *page.gaps))
    return capture_taken(
        ws, taken, by=by, now=now, title=title, language=language, published=published, how="address",
        address=page.address,
    )  # fmt: skip


def capture_taken(
    ws: Workspace,
    taken: Taken,
    *,
    by: str,
    now: str,
    title: str | None,
    language: str | None,
    published: str | None,
    how: str,
    address: str | None,
) -> Captured:
    """The same for what was taken already, in whatever way: a snapshot of a list is no prose."""
    read = taken.document
    document = replace(read, title=title or read.title, language=language or read.language)
    pen = Pen(ws, member(ws, by), now)
    source = Source.of(
        document,
        media_type=taken.media_type,
        captured_at=now,
        by=pen.member.id,
        how=how,
        published=published,
        file=taken.file,
        address=address,
        encoding=taken.encoding,
        parsed=taken.parsed,
    )
    quoted = is_quoted(ws, source.sha256)
    ws.vault.put(taken.data)
    with ws.transaction():
        known = models.SourceRecord.objects.using(ws.alias).filter(sha256=source.sha256).first()
        if known and not quoted:  # of one that another office quoted, the file itself is news
            return _captured(known, new=False, notes=taken.notes)
        keep_text(ws, document, now)
        pen.write([pen.draft("source_captured", source.to_json(), (source.sha256,))])
        row = models.SourceRecord.objects.using(ws.alias).get(sha256=source.sha256)
        return _captured(row, new=True, notes=taken.notes)


def keep_text(ws: Workspace, document: Document, now: str) -> None:
    """Keeps the text layer of a source beside the journal."""
    models.SourceText.objects.using(ws.alias).update_or_create(
        source=document.sha256,
        defaults={
            "title": document.title,
            "language": document.language,
            "text": document.text,
            "captured_at": now,
            "restricted": False,
        },
    )


def _captured(row: models.SourceRecord, *, new: bool, notes: tuple[str, ...]) -> Captured:
    return Captured(row.sha256, row.title, row.media_type, row.language, row.characters, new, row.entry, notes)


@told
def sources(ws: Workspace) -> tuple[SourceRow, ...]:
    """Every source with how many people it names and how many of its proposals are open and decided, oldest first."""
    rows = models.SourceRecord.objects.using(ws.alias).order_by("captured_at", "sha256")
    texts = models.SourceText.objects.using(ws.alias)
    restricted = set(texts.filter(restricted=True).values_list("source", flat=True))
    named = dict(texts.annotate(n=Count("records")).values_list("source", "n"))
    is_open = Count("proposals", filter=Q(proposals__status=models.ProposalRecord.OPEN))
    counts = {
        s: (o, n - o) for s, o, n in texts.annotate(o=is_open, n=Count("proposals")).values_list("source", "o", "n")
    }
    return tuple(
        SourceRow(
            r.sha256,
            r.title,
            r.media_type,
            r.language,
            r.published,
            r.captured_at,
            r.characters,
            named.get(r.sha256, 0),
            *counts.get(r.sha256, (0, 0)),
            r.sha256 in restricted,
        )
        for r in rows
    )


@told
def document(ws: Workspace, source: str) -> Document:
    """The text layer of a source (its SHA-256, or the start of it), erased passages blotted out. Raises `NotFound`."""
    row = source_text(ws, source)
    return Document(row.source, row.text, row.title, row.language)


@told
def original(ws: Workspace, source: str) -> bytes:
    """The captured bytes, hashed again. Raises `Refused` when they are restricted, and for a photograph, whose file may
    say where and when it was taken; `SourceMissing`, `SourceAltered`."""
    row = source_text(ws, source)
    if is_picture(ws, row.source):
        raise Refused(
            "The file of a photograph stays in the vault: it may say where and when it was taken, and with what.",
            "Take the copy that is shown; whoever keeps this machine finds the file under its SHA-256.",
        )
    refuse(ws, row, "Its bytes are handed out no more.")
    return ws.vault.get(row.source)

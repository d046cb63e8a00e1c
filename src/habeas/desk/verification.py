"""Is the workspace whole? `verify` looks and changes nothing; `rebuild` makes the projections anew from the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db import connections
from django.db.models import Model

from habeas.desk import models
from habeas.desk.faults import told
from habeas.desk.folding import Folded, folded_afresh, forget
from habeas.desk.projection import project_all
from habeas.desk.results import Rebuilt, Verified
from habeas.desk.rows import rows_of
from habeas.desk.statuses import differing
from habeas.desk.tables import grouped, stored_rows
from habeas.desk.workspace import Workspace
from habeas.errors import HabeasError
from habeas.evidence import BadInput, SourceAltered, take
from habeas.evidence.source import text_hash
from habeas.ledger import Entry, Verification, check_received, erased_by, withheld_by
from habeas.ledger.chain import verify as verify_chain

_MEND = "`habeas rebuild` mends it."
TRIGGERS = 8
"""How many triggers keep the journal append-only (migration 0002)."""


@told
def verify(ws: Workspace) -> Verified:
    """Checks the file, the hash chain, every source's bytes and text, and every projection.

    Sees any change to an entry or to a source. That the last entries were cut off is seen by comparing with a head kept
    elsewhere (a backup's, a partner's, a printed one).
    """
    chain = verify_chain(ws.journal.stored())
    faults = [*_file_faults(ws), *([str(chain)] if chain.fault else []), *_column_faults(ws)]
    faults += [] if faults else _received_faults(ws)
    expected: list[str] = []
    if not faults:
        now = folded_afresh(ws)
        captured = [e for e in now.entries if e.action == "source_captured" and e.body and e.header.feed == ws.feed]
        expected = [e.body.content["source"] for e in captured if e.body]
        frozen = sorted(set(edition_files(e for e in now.entries if e.header.feed == ws.feed)))
        faults = [*_vault_faults(ws, [*expected, *frozen]), *_text_faults(ws, captured), *_projection_faults(ws, now)]
    return Verified(chain.entries, chain.erased, len(expected), tuple(faults))


@told
def rebuild(ws: Workspace) -> Rebuilt:
    """Folds the ledger again and makes the projection tables exactly what it gives; says what had differed.

    Raises `LedgerBroken` when the chain does not verify: nothing is built on a broken ledger.
    """
    ensure_whole(ws)
    forget(ws)
    with ws.transaction():
        faults = tuple(_projection_faults(ws, folded_afresh(ws)))
        project_all(ws)
        sizes = {model._meta.db_table: model._default_manager.using(ws.alias).count() for model in _tables(ws)}
    return Rebuilt(sizes, faults)


def edition_files(entries: Iterable[Entry]) -> Iterator[str]:
    """The SHA-256 of everything that the frozen editions keep in the vault."""
    for entry in entries:
        if entry.action == "edition_frozen" and entry.body:
            yield entry.body.content["sha256"]
            yield from entry.body.content["files"].values()


def ensure_whole(ws: Workspace) -> Verification:
    """Verifies the chain alone. Raises `LedgerBroken`."""
    report = verify_chain(ws.journal.stored())
    report.ensure()
    return report


def _received_faults(ws: Workspace) -> Iterator[str]:
    """Each feed of another office must be whole, but for what it kept back, and lead to the head that was received.

    An erasure in any feed excuses what it removed.
    """
    others = ws.journal.others()
    if not others:
        return
    own = list(ws.journal.read())
    gone = erased_by(e for feed in (own, *(other.read() for other in others)) for e in feed)
    for other in others:
        chain = verify_chain(other.stored(), withheld=withheld_by(own) | gone)
        if chain.fault:
            yield f"The feed {other.head().feed}, received from another office: {chain}"
    try:
        check_received(own, [list(other.read()) for other in others])
    except HabeasError as error:
        yield str(error)


def _tables(ws: Workspace) -> list[type[Model]]:
    return list(rows_of(folded_afresh(ws)))


def _file_faults(ws: Workspace) -> Iterator[str]:
    with connections[ws.alias].cursor() as cursor:
        for (line,) in cursor.execute("PRAGMA quick_check(3)").fetchall():
            if line != "ok":
                yield f"The file of the register is damaged: {line}."
        found = cursor.execute("SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger'").fetchone()[0]
        if found != TRIGGERS:
            yield f"The register holds {found} of the {TRIGGERS} triggers that keep the journal append-only."


def _column_faults(ws: Workspace) -> Iterator[str]:
    """The columns that repeat a header must say what its line says."""
    for row in models.LedgerHeader.objects.using(ws.alias).order_by("position").iterator():
        stored = ws.journal.header_of(row.line)
        if stored is None:
            continue
        said = (row.feed, row.seq, row.prev, row.at, row.action, row.idempotency_key)
        if said != (stored.feed, stored.seq, stored.prev, stored.at, stored.action, stored.idempotency_key):
            yield f"The columns of entry {row.seq} do not say what its header says."
            return


def _vault_faults(ws: Workspace, expected: list[str]) -> Iterator[str]:
    report = ws.vault.verify(expected)
    yield from (f"The bytes {name} are missing from the vault." for name in report.missing)
    yield from (f"The bytes {name} were altered in the vault." for name in report.altered)


def _text_faults(ws: Workspace, captured: list[Entry]) -> Iterator[str]:
    """The text kept of a source must be what its bytes say; where passages were blotted out, as long as it was."""
    texts = {
        s: (t, r) for s, t, r in models.SourceText.objects.using(ws.alias).values_list("source", "text", "restricted")
    }
    for entry in captured:
        content = entry.body.content if entry.body else {}
        text, restricted = texts.get(content["source"], (None, False))
        if text is None:
            yield f"The text of source {content['source']} is missing."
        elif restricted or not ws.vault.has(content["source"]):
            if len(text) != content["characters"]:
                yield f"The text of source {content['source']} has another length than when it was captured."
        elif content.get("text"):
            if text_hash(text) != content["text"]:
                yield f"The text of source {content['source']} is not the one that was parsed when it was captured."
        elif text != _text_again(ws, content["source"], content.get("file") or "source", content.get("encoding")):
            yield f"The text of source {content['source']} is not what its bytes say."


def _text_again(ws: Workspace, source: str, file: str, encoding: str | None) -> str | None:
    try:
        return take(ws.vault.get(source), file=file, encoding=None if encoding == "utf-8" else encoding).document.text
    except (BadInput, SourceAltered):
        return None


def _projection_faults(ws: Workspace, now: Folded) -> Iterator[str]:
    for model, rows in rows_of(now).items():
        wanted, there = grouped(rows), stored_rows(ws.alias, model)
        if wanted != there:
            keys = sorted(str(k) for k in wanted.keys() | there.keys() if wanted.get(k) != there.get(k))
            yield f"{len(keys)} rows of {model._meta.db_table} differ from the ledger, first {keys[0]}. {_MEND}"
    if wrong := differing(ws, now):
        yield f"{sum(map(len, wrong.values()))} proposals have another status than the ledger gives. {_MEND}"

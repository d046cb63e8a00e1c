"""Backup: one file that holds a workspace as it was at one moment, and says so itself.

The archive is a tar file: `manifest.json` first, then `habeas.toml`, a snapshot of the register, and every source that
it names. `habeas.desk.restoring` unpacks it.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import tarfile
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import connections

from habeas.desk import config as configuration
from habeas.desk import models, orm
from habeas.desk.faults import BadRequest, told
from habeas.desk.journal import TableJournal
from habeas.desk.results import Archived
from habeas.desk.verification import edition_files, ensure_whole
from habeas.desk.workspace import DATABASE, VAULT, Workspace

FORMAT, KIND, MANIFEST = 1, "habeas-backup", "manifest.json"
CHUNK = 1 << 20


@told
def backup(ws: Workspace, path: Path, *, now: str) -> Archived:
    """Writes one archive of the workspace as it is at this moment, while others may go on writing.

    The file appears whole or not at all, readable by its owner alone. Raises `BadRequest` when something stands there
    already, `LedgerBroken` when the ledger does not verify: such a backup would hide the damage.
    """
    if path.exists():
        raise BadRequest(f"{path} is there already.", "A backup never overwrites: choose another name.")
    entries = ensure_whole(ws).entries
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        with TemporaryDirectory(dir=ws.folder, prefix=".backup-") as work:
            snapshot = Path(work) / DATABASE
            _snapshot(ws, snapshot)
            sources = _write(ws, snapshot, partial, now=now)
        partial.rename(path)
    except OSError as error:
        raise BadRequest(f"{path} cannot be written: {error.strerror or error}.", "Choose another place.") from None
    finally:
        partial.unlink(missing_ok=True)
    return Archived(path, entries, sources, path.stat().st_size)


def _snapshot(ws: Workspace, path: Path) -> None:
    with connections[ws.alias].cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(path)])
    path.chmod(0o600)


def _write(ws: Workspace, snapshot: Path, partial: Path, *, now: str) -> int:
    """Writes the archive with what the snapshot names. Returns how many sources it holds."""
    sources, frozen, head = _named_in(ws, snapshot)
    files = {configuration.FILE: ws.folder / configuration.FILE, DATABASE: snapshot}
    files |= {f"{VAULT}/{s[:2]}/{s}": ws.folder / VAULT / s[:2] / s for s in (*sources, *frozen)}
    about = {name: {"sha256": hash_file(path), "size": path.stat().st_size} for name, path in files.items()}
    manifest = {"kind": KIND, "format": FORMAT, "feed": ws.feed, "made": now, "head": head, "files": about}
    with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        with tarfile.open(fileobj=file, mode="w|gz", format=tarfile.PAX_FORMAT) as tar:
            _fill(tar, manifest, files)
        file.flush()
        os.fsync(file.fileno())
    return len(sources)


def _named_in(ws: Workspace, snapshot: Path) -> tuple[list[str], list[str], dict[str, Any]]:
    """The sources of the snapshot whose bytes are kept, the files of its editions, and the head of its feed."""
    alias = orm.attach(snapshot, journal="delete")
    try:
        kept = models.SourceText.objects.using(alias).order_by("source").values_list("source", flat=True)
        sources = [s for s in kept if ws.vault.has(s)]
        journal = TableJournal(alias, ws.feed, clock=lambda: "", salts=ws.salts)
        frozen = sorted(set(edition_files(journal.read())) - set(sources))
        head = journal.head()
        return sources, [f for f in frozen if ws.vault.has(f)], {"seq": head.seq, "hash": head.hash}
    finally:
        orm.detach(alias)


def _fill(tar: tarfile.TarFile, manifest: Mapping[str, Any], files: Mapping[str, Path]) -> None:
    text = json.dumps(manifest, indent=1, sort_keys=True).encode()
    tar.addfile(_info(MANIFEST, len(text)), io.BytesIO(text))
    for name, path in files.items():
        with path.open("rb") as content:
            tar.addfile(_info(name, path.stat().st_size), content)


def _info(name: str, size: int) -> tarfile.TarInfo:
    """A header without owner, name of the machine's user, or time."""
    info = tarfile.TarInfo(name)
    info.size, info.mode = size, 0o600
    return info


def hash_file(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()

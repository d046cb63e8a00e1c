"""Restore: the workspace of an archive in a new folder, every byte held against the archive's own manifest.

Nothing is unpacked under a name that stands in the archive before that name was held against a positive list.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import tarfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from habeas.desk import config as configuration
from habeas.desk import orm
from habeas.desk.archive import CHUNK, FORMAT, KIND, MANIFEST
from habeas.desk.faults import told
from habeas.desk.results import Archived
from habeas.desk.verification import verify
from habeas.desk.workspace import DATABASE, VAULT, building, open_workspace, private, refuse_occupied
from habeas.errors import HabeasError

_PATH = re.compile(rf"{configuration.FILE}|{DATABASE}|{VAULT}/([0-9a-f]{{2}})/\1[0-9a-f]{{62}}")
_GZIP = b"\x1f\x8b"
_DAMAGE = (tarfile.TarError, zlib.error, EOFError, OSError, ValueError, KeyError, TypeError, AttributeError)


class BrokenBackup(HabeasError):
    """The archive is damaged, or does not hold what its manifest says."""

    exit_code = 5


class NoBackup(HabeasError):
    """The file is no backup of a workspace."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class _File:
    sha256: str
    size: int


@told
def restore(archive: Path, folder: Path) -> Archived:
    """Makes the workspace of an archive in a folder that does not exist or is empty; it appears whole or not at all.

    Every byte is held against the manifest, and the restored ledger, vault and projections must verify. Raises
    `NoBackup` for another kind of file, `BrokenBackup`, `WorkspaceFault` for an occupied folder.
    """
    folder = folder.absolute()
    refuse_occupied(folder)
    if not archive.is_file():
        raise NoBackup(f"There is no file {archive}.", "Check the name and the folder.")
    with building(folder) as partial:
        (partial / VAULT).mkdir(mode=0o700)
        manifest = _unpack(archive, partial)
        private(partial)
        entries, sources = _verified(partial, manifest)
    return Archived(folder, entries, sources, archive.stat().st_size)


def _verified(folder: Path, manifest: Mapping[str, Any]) -> tuple[int, int]:
    with open_workspace(folder) as ws:
        report, head = verify(ws), ws.journal.head()
    orm.detach(ws.alias)
    if not report.whole:
        raise BrokenBackup(
            f"The backup does not verify: {report.faults[0]}", "Use an older backup. Nothing was restored."
        )
    if manifest["feed"] != ws.feed or manifest["head"] != {"seq": head.seq, "hash": head.hash}:
        raise BrokenBackup(
            "The backup ends with another entry than its manifest says.", "Use an older backup. Nothing was restored."
        )
    return report.entries, report.sources


def _unpack(archive: Path, folder: Path) -> Mapping[str, Any]:
    """Writes the files of the archive. Returns the manifest, which every one of them was held against."""
    if _first_bytes(archive) != _GZIP:
        raise _no_backup(archive)
    try:
        with tarfile.open(archive, mode="r|gz") as tar:
            members = iter(tar)
            manifest = _manifest(tar, members, archive)
            waiting = {name: _File(f["sha256"], f["size"]) for name, f in manifest["files"].items()}
            for info in members:
                _unpack_one(tar, info, waiting, folder)
    except _DAMAGE as error:
        raise BrokenBackup(
            f"{archive} is damaged ({error}).", "Use another copy, or an older backup. Nothing was restored."
        ) from None
    if waiting:
        raise BrokenBackup(
            f"{archive} lacks {next(iter(waiting))}.", "Use another copy, or an older backup. Nothing was restored."
        )
    return manifest


def _manifest(tar: tarfile.TarFile, members: Iterator[tarfile.TarInfo], archive: Path) -> dict[str, Any]:
    info = next(members, None)
    content = tar.extractfile(info) if info is not None and info.name == MANIFEST and info.isreg() else None
    manifest = json.loads(content.read()) if content else {}
    if manifest.get("kind") != KIND:
        raise _no_backup(archive)
    if manifest["format"] > FORMAT:
        raise NoBackup(f"A newer Habeas made {archive}.", "Upgrade Habeas.")
    return dict(manifest)


def _unpack_one(tar: tarfile.TarFile, info: tarfile.TarInfo, waiting: dict[str, _File], folder: Path) -> None:
    expected = waiting.pop(info.name, None)
    content = tar.extractfile(info) if info.isreg() else None
    if expected is None or content is None or not _PATH.fullmatch(info.name) or info.size != expected.size:
        raise ValueError(f"{info.name!r} does not belong there")
    target = folder / info.name
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with target.open("xb") as file:
        for chunk in _chunks(content):
            digest.update(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    if digest.hexdigest() != expected.sha256:
        raise ValueError(f"{info.name} has other bytes than the manifest says")


def _chunks(content: Any) -> Iterator[bytes]:
    while chunk := content.read(CHUNK):
        yield chunk


def _first_bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(len(_GZIP))


def _no_backup(archive: Path) -> NoBackup:
    return NoBackup(f"{archive} is no backup of a Habeas workspace.", "Name a file that `habeas backup` made.")

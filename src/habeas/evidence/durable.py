"""Writing so that a power cut leaves the old state or the new one, never a half."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700


def private_folder(path: Path) -> None:
    """Makes a folder, and those above it, that only its owner may enter; one that exists stays as it is."""
    path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)


def write_synced(path: Path, data: bytes | Iterable[bytes]) -> int:
    """Writes a file that only its owner may read and waits for the disk. A file of that name is written over.

    `data` may come in parts. Returns the number of bytes.
    """
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE_FILE), "wb") as file:
        for part in (data,) if isinstance(data, bytes) else data:
            file.write(part)
        file.flush()
        os.fsync(file.fileno())
        return file.tell()


def replace_synced(path: Path, data: bytes | Iterable[bytes]) -> int:
    """Puts `data` in the place of the file in one step: a reader finds the old bytes or the new ones.

    Returns the number of bytes. When the parts end in an error, the old file stays and nothing is left beside it.
    """
    half = path.with_name(path.name + ".new")
    try:
        size = write_synced(half, data)
        half.replace(path)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
    return size


def sync_folder(path: Path) -> None:
    """Waits until the names in a folder (made, renamed or removed) are on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

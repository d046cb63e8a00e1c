"""Writing so that a power cut leaves the old state or the new one, never a half."""

from __future__ import annotations

import os
from pathlib import Path

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700


def private_folder(path: Path) -> None:
    """Makes a folder, and those above it, that only its owner may enter; one that exists stays as it is."""
    path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)


def write_synced(path: Path, data: bytes) -> None:
    """Writes a file that only its owner may read and waits for the disk. A file of that name is written over."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE_FILE), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def replace_synced(path: Path, data: bytes) -> None:
    """Puts `data` in the place of the file in one step: a reader finds the old bytes or the new ones."""
    half = path.with_name(path.name + ".new")
    write_synced(half, data)
    half.replace(path)
    sync_folder(path.parent)


def sync_folder(path: Path) -> None:
    """Waits until the names in a folder (made, renamed or removed) are on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

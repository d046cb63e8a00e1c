"""Writing a folder of files for people: it changes from the old state to the new one, and only what differs is written.

The new files are made in a folder beside the old one, which then takes its place. A file that did not change is the
same file as before (a hard link), with its time, so that whatever copies the folder to a server copies little.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from habeas.adapters.files import NotWritable

MARK = ".habeas-site"
"""Stands in every folder that was written here: another folder is never replaced."""


@dataclass(frozen=True, slots=True)
class Written:
    """How many files the folder has, how many of them are new or changed, and how many went."""

    files: int
    changed: int
    removed: int


def write_folder(folder: Path, files: Iterable[tuple[str, bytes]]) -> Written:
    """Makes `folder` hold exactly these files (relative path, bytes). Raises `NotWritable`.

    A folder that is there already must be empty or have been written here before.
    """
    folder = folder.absolute()
    if folder.exists() and not (folder.is_dir() and ((folder / MARK).is_file() or not any(folder.iterdir()))):
        raise NotWritable(f"{folder} holds something else.", "Name a new folder, or one that was made here before.")
    partial = folder.with_name(f".{folder.name}.{os.getpid()}.new")
    old = folder.with_name(f".{folder.name}.{os.getpid()}.old")
    try:
        partial.mkdir(parents=True)
        made = _fill(partial, folder, files)
        if folder.exists():
            folder.rename(old)
        partial.rename(folder)
    except OSError as error:
        raise NotWritable(f"{folder} could not be written: {error.strerror}.", "Choose a folder of yours.") from None
    finally:
        if old.exists() and not folder.exists():
            old.rename(folder)
        shutil.rmtree(partial, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)
    return made


def _fill(partial: Path, folder: Path, files: Iterable[tuple[str, bytes]]) -> Written:
    changed, names = 0, {MARK}
    _place(partial / MARK, folder / MARK, b"Made by habeas site, which replaces this folder when it runs again.\n")
    for name, data in files:
        names.add(name)
        changed += _place(partial / name, folder / name, data)
    before = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()} if folder.exists() else set()
    return Written(len(names) - 1, changed, len(before - names))


def _place(path: Path, before: Path, data: bytes) -> bool:
    """Puts the file there; True when it is new or differs from the one before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if before.is_file() and not before.is_symlink() and before.read_bytes() == data:
        os.link(before, path)
        return False
    path.write_bytes(data)
    return True

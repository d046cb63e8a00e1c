"""Writing a file for people: it appears whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from habeas.errors import HabeasError
from habeas.evidence.durable import replace_synced


class NotWritable(HabeasError):
    """The file could not be written; what stood there before still does."""

    exit_code = 2


def write_whole(path: Path, data: bytes) -> None:
    """Puts `data` at `path` in one step, readable by its owner alone. Raises `NotWritable`."""
    write_parts(path, (data,))


def write_parts(path: Path, parts: Iterable[bytes]) -> int:
    """The same for bytes that are made one after the other; returns how many there were. Raises `NotWritable`."""
    try:
        return replace_synced(path, parts)
    except OSError as error:
        raise NotWritable(
            f"{path} could not be written: {error.strerror}.", "Choose a folder that exists and is yours."
        ) from None

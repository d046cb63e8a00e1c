"""An index of names kept in a folder as plain arrays and JSON: no program can hide in it. Large arrays stay there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from habeas.errors import HabeasError
from habeas.matching.index import NameIndex, index_of, parts_of
from habeas.matching.screening import Known

VERSION = 1
_AGAIN = "Build it again from the list."


class StaleIndex(HabeasError):
    """The folder holds no index, or one that another version made."""

    exit_code = 2


def keep_index(index: NameIndex, listed: Sequence[Known], folder: Path) -> None:
    """Writes an index, what is known beside its names, and a hash of both into a new folder."""
    folder.mkdir(parents=True, exist_ok=False)
    arrays, texts = parts_of(index)
    for name, array in arrays.items():
        np.save(folder / f"{name}.npy", array, allow_pickle=False)
    sizes = {"names": len(index.prepared), "keys": len(index.keys)}
    head = {"habeas index of names": VERSION, **sizes, "list": hash_of(listed)}
    lines = [[k.name, k.born, k.id] for k in listed]
    for name, said in (("words", texts), ("listed", lines), ("index", head)):
        (folder / f"{name}.json").write_text(json.dumps(said, ensure_ascii=False), "utf-8")


def hash_of(listed: Sequence[Known]) -> str:
    """SHA-256 over the names, births and ids of a list in order: an index of another list has another."""
    lines = json.dumps([[k.name, k.born, k.id] for k in listed], ensure_ascii=False)
    return hashlib.sha256(lines.encode()).hexdigest()


def load_index(folder: Path, *, of: Sequence[Known] | None = None) -> tuple[NameIndex, list[Known]]:
    """The index that `keep_index` wrote, and what is known beside its names.

    `of`: the list that it has to be of. Raises `StaleIndex`.
    """
    try:
        head = json.loads((folder / "index.json").read_text("utf-8"))
        if head.get("habeas index of names") != VERSION:
            raise StaleIndex(f"The index in {folder} is of another version.", _AGAIN)
        arrays = {p.stem: np.load(p, mmap_mode="r", allow_pickle=False) for p in folder.glob("*.npy")}
        listed = [Known(*line) for line in json.loads((folder / "listed.json").read_text("utf-8"))]
        texts = json.loads((folder / "words.json").read_text("utf-8"))
        made = index_of(arrays, texts, [k.name for k in listed])
        whole = (len(made.prepared.first) - 1, len(made.keys)) == (head["names"], head["keys"]) and len(listed) == head[
            "names"
        ]
    except (OSError, ValueError, KeyError, TypeError, EOFError) as error:
        raise StaleIndex(f"{folder} holds no index of names that can be read.", _AGAIN) from error
    if of is not None and hash_of(of) != head.get("list"):
        raise StaleIndex(f"The index in {folder} is of another list, or of an earlier state of this one.", _AGAIN)
    if not whole:
        raise StaleIndex(f"The index in {folder} is not whole.", _AGAIN)
    return made, listed

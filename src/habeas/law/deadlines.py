"""Deadlines that bodies set, as data: from which fact they run, how long, where that is written.

In: `packs/bodies/deadlines.toml`. Out: bodies found by any of their names, and the last day of a deadline as bounds.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from habeas.law.codes import STATUSES
from habeas.law.loading import BrokenPack
from habeas.lexicon import Length, fold


@dataclass(frozen=True, slots=True)
class Body:
    """An international body and the names that sources give it."""

    id: str
    name: Mapping[str, str]
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Start:
    """From which fact a deadline runs. `acts` are words of an intervention's act; none means any.

    `exact`: the deadline runs from the day of the fact; otherwise from a later day that is not known.
    """

    kind: str
    acts: tuple[str, ...] = ()
    exact: bool = False

    def fits(self, kind: str, act: str | None) -> bool:
        """True when a fact of this kind and act starts the deadline."""
        said = fold(act or "")
        return kind == self.kind and (not self.acts or any(fold(a) in said for a in self.acts))


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline. `settled_by` are outcomes of an intervention that end it; `extension` is how much may be added."""

    id: str
    body: str
    what: Mapping[str, str]
    within: Length
    extension: Length | None
    starts: tuple[Start, ...]
    settled_by: tuple[str, ...]
    note: str
    status: str
    source: str

    def start(self, kind: str, act: str | None) -> Start | None:
        """How a fact starts it; None when it does not."""
        return next((s for s in self.starts if s.fits(kind, act)), None)


@cache
def bodies() -> tuple[Body, ...]:
    """Every body of the pack."""
    return tuple(Body(b["id"], b["name"], tuple(b.get("also", ()))) for b in _data()["body"])


@cache
def deadlines() -> tuple[Deadline, ...]:
    """Every deadline of the pack. Raises `BrokenPack` for an entry without status or source, or of no known body."""
    return tuple(_deadline(entry) for entry in _data()["deadline"])


@cache
def body_named(name: str) -> Body | None:
    """The body that a source means, by any of its names alone or within more words; None when none or several fit."""
    said = f" {fold(name)} "
    found = [b for b in bodies() if any(f" {fold(n)} " in said for n in (*b.name.values(), *b.also))]
    return found[0] if len(found) == 1 else None


def _deadline(entry: Mapping[str, Any]) -> Deadline:
    if entry.get("status") not in STATUSES or not entry.get("source") or entry["body"] not in {b.id for b in bodies()}:
        raise BrokenPack(f"A deadline lacks status, source or body: {dict(entry)!r}.", "Add them to the entry.")
    starts = tuple(Start(s["kind"], tuple(s.get("acts", ())), s.get("exact", False)) for s in entry["start"])
    extension = Length.parse(entry["extension"]) if "extension" in entry else None
    return Deadline(
        entry["id"], entry["body"], entry["what"], Length.parse(entry["within"]), extension, starts,
        tuple(entry.get("settled_by", ())), entry.get("note", ""), entry["status"], entry["source"],
    )  # fmt: skip


def _data() -> Mapping[str, Any]:
    return tomllib.loads((files("habeas.law") / "packs" / "bodies" / "deadlines.toml").read_text("utf-8"))

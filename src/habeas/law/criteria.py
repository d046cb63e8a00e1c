"""Definitions of political prisoner and of arbitrary detention, criterion by criterion, as data (`packs/criteria`).

In: the id of a pack. Out: its criteria and exclusions in our own words, with what in a register may bear or weaken
each. Nothing here decides about anybody.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from habeas.errors import HabeasError
from habeas.law.codes import STATUSES
from habeas.law.loading import BrokenPack
from habeas.lexicon.kinds import KINDS, LIBERTY


class NoCriteria(HabeasError):
    """There is no such pack of criteria, or no such criterion in it."""

    exit_code = 3


@dataclass(frozen=True, slots=True)
class Pattern:
    """Facts of a kind (with one field at a term), charges under a class of articles (`group`), or a status."""

    kind: str
    field: str = ""
    term: str = ""
    group: str = ""
    liberty: str = ""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion. `needs_motive`: a political motive must be shown besides. `excludes`: it stands against."""

    id: str
    words: Mapping[str, str]
    asks: Mapping[str, str]
    needs_motive: bool
    excludes: bool
    bearing: tuple[Pattern, ...]
    weakening: tuple[Pattern, ...]
    status: str
    source: str


@dataclass(frozen=True, slots=True)
class Definition:
    """A pack: any one criterion is enough, unless an exclusion is met. `outcome` is what the person then is called."""

    id: str
    name: Mapping[str, str]
    outcome: Mapping[str, str]
    deprived_of_liberty: bool
    criteria: tuple[Criterion, ...]
    note: str
    status: str
    source: str

    def criterion(self, id: str) -> Criterion:
        """The criterion with this id. Raises `NoCriteria`."""
        for criterion in self.criteria:
            if criterion.id.casefold() == id.casefold():
                return criterion
        raise NoCriteria(f"{self.id} has no criterion {id!r}.", f"It has {', '.join(c.id for c in self.criteria)}.")


def definition(id: str) -> Definition:
    """The definition with this id, such as `pace-1900`. Raises `NoCriteria`."""
    known = definitions()
    if id not in known:
        raise NoCriteria(f"There are no criteria {id!r}.", f"Criteria: {', '.join(known)}.")
    return known[id]


@cache
def definitions() -> Mapping[str, Definition]:
    """Every definition by id, in order of id. Raises `BrokenPack`."""
    folder = files("habeas.law") / "packs" / "criteria"
    texts = sorted((f.name, _text(f)) for f in folder.iterdir() if f.name.endswith(".toml"))
    found = [_definition(tomllib.loads(text)) for _, text in texts]
    return {d.id: d for d in found}


def _text(file: Traversable) -> str:
    return file.read_text("utf-8")


def _definition(said: Mapping[str, Any]) -> Definition:
    criteria = tuple(
        _criterion(c, excludes=excludes)
        for key, excludes in (("criterion", False), ("exclusion", True))
        for c in said.get(key, ())
    )
    return Definition(
        said["id"], said["name"], said["outcome"], said["deprived_of_liberty"], criteria, said["note"], *_trust(said)
    )


def _criterion(said: Mapping[str, Any], *, excludes: bool) -> Criterion:
    bearing, weakening = (tuple(map(_pattern, said[key])) for key in ("for", "against"))
    return Criterion(
        said["id"], said["words"], said["asks"], said.get("needs_motive", False), excludes, bearing, weakening,
        *_trust(said),
    )  # fmt: skip


def _pattern(text: str) -> Pattern:
    """`finding`, `custody.form=pretrial_detention`, `charge@extremist`, `status:free`. Raises `BrokenPack`."""
    if text.startswith("status:") and text[7:] in LIBERTY:
        return Pattern("", liberty=text[7:])
    kind, _, group = text.partition("@")
    kind, _, rest = kind.partition(".")
    field, _, term = rest.partition("=")
    if kind not in KINDS or (field and term not in KINDS[kind][field].terms) or (group and kind != "charge"):
        raise BrokenPack(f"The criteria name {text!r}, which is no kind, term or status.", "See docs/vocabulary.md.")
    return Pattern(kind, field, term, group)


def _trust(entry: Mapping[str, Any]) -> tuple[str, str]:
    if entry.get("status") not in STATUSES or not entry.get("source"):
        raise BrokenPack(f"An entry of the criteria lacks status or source: {entry.get('id')!r}.", "Add both.")
    return entry["status"], entry["source"]

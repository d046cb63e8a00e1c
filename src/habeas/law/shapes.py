"""What each entry of a law pack holds, as a table: key, type, and whether it must be there. For whoever writes a pack
by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

TRUST: Mapping[str, type | tuple[type, ...]] = {"status": str, "source": str}


@dataclass(frozen=True, slots=True)
class Shape:
    """Keys that an entry must have, those it may have, and entries inside it."""

    must: Mapping[str, type | tuple[type, ...]]
    may: Mapping[str, type | tuple[type, ...]]
    inside: tuple[str, ...] = ()


PACK = Shape({"country": str, "name": dict}, {"later_milder_law": str}, ("edition", "group"))
CROSSWALK = Shape({"old_edition": str, "new_edition": str}, {}, ("pair",))
SHAPES: Mapping[str, Shape] = {
    "edition": Shape(
        {"id": str, "file": str, "name": dict, "reference": str, "year": int, "valid_from": date, **TRUST},
        {"valid_until": date},
    ),
    "group": Shape({"id": str, "name": dict, "edition": str, "basis": str, "articles": list, **TRUST}, {"note": str}),
    "article": Shape(
        {"number": str, "title": dict, **TRUST},
        {"also": list, "maximum": str, "punishments": list, "until": date, "note": str},
        ("part",),
    ),
    "part": Shape({"number": str, **TRUST}, {"offence": str, "maximum": str, "punishments": list, "seen": (str, date)}),
    "pair": Shape({"old": str, "new": str, **TRUST}, {"partial": bool, "note": str}),
    "punishment": Shape({"id": str, "name": dict, "in": dict, **TRUST}, {"term": str, "note": str}),
    "list": Shape({"id": str, "name": dict, "basis": str, "keeper": str, **TRUST}, {}, ("rule",)),
    "rule": Shape({"text": str, **TRUST}, {}),
    "credit": Shape({"edition": str, "forms": list, "least": (int, str), "most": (int, str), **TRUST}, {"note": str}),
}
FILES = {"pack.toml": PACK, "crosswalk.toml": CROSSWALK}


def first_fault(file: str, data: Mapping[str, Any]) -> str | None:
    """What is wrong first, in words that name file, entry and key; None when nothing is."""
    shape = FILES.get(file) or Shape({}, {}, tuple(SHAPES))
    return next(_faults(file, data, shape), None)


def _faults(where: str, entry: Mapping[str, Any], shape: Shape) -> Iterator[str]:
    for key, kind in shape.must.items():
        if key not in entry:
            yield f"{where} lacks {key!r}"
        elif not isinstance(entry[key], kind) or entry[key] == "":
            yield f"{where} has {key} = {entry[key]!r}, which is not {_said(kind)}"
    for key, value in entry.items():
        if key in shape.inside:
            yield from _inside(f"{where}, {key}", key, value)
        elif key in shape.may:
            if not isinstance(value, shape.may[key]):
                yield f"{where} has {key} = {value!r}, which is not {_said(shape.may[key])}"
        elif key not in shape.must:
            yield f"{where} has {key!r}, which no entry has"


def _inside(where: str, key: str, entries: Any) -> Iterator[str]:
    if not isinstance(entries, list):
        yield f"{where} is no list of entries: write [[{key}]]"
        return
    for number, entry in enumerate(entries, 1):
        name = next((str(entry[k]) for k in ("number", "id", "old") if entry.get(k)), f"the {number}th")
        yield from _faults(f"{where} {name}", entry, SHAPES[key])


def _said(kind: type | tuple[type, ...]) -> str:
    words = {str: "text", int: "a number", date: "a date", list: "a list", dict: "a table", bool: "true or false"}
    return " or ".join(words[k] for k in (kind if isinstance(kind, tuple) else (kind,)))

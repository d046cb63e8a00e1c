"""Which column of a table is which: proposed from its headers, by the words of `data/headers.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from habeas.lexicon import fold
from habeas.watch.days import day_in, written_day
from habeas.watch.faults import NotASnapshot
from habeas.watch.snapshot import ListEntry, Span

NAMING = ("name", "surname", "given", "patronymic")
"""The columns that make a name. Without `name` the others are put together, the surname first."""
Columns = Mapping[str, str]
"""What a column holds (`name`, `birth`, ...) -> its header."""


@cache
def _meanings() -> Mapping[str, str]:
    words = tomllib.loads((files("habeas.watch") / "data" / "headers.toml").read_text("utf-8"))
    return {fold(header): meaning for meaning, headers in words.items() for header in headers}


def columns(headers: Sequence[str], given: Columns | None = None) -> Columns:
    """What the columns hold; `given` overrides the proposal. Raises `NotASnapshot` when no column holds a name."""
    found: dict[str, str] = {}
    for header in headers:
        meaning = _meanings().get(fold(header.replace("_", " ")))
        if meaning and meaning not in found:
            found[meaning] = header
    for meaning, header in (given or {}).items():
        if header not in headers:
            raise NotASnapshot(f"The table has no column {header!r}.", f"It has {_listed(headers)}.")
        found[meaning] = header
    if not found.keys() & {"name", "surname"}:
        raise NotASnapshot(
            f"No column of the table holds names; it has {_listed(headers)}.",
            "Call one `name` (or `surname` and `given name`), with the headers in the first line.",
        )
    return found


def entry_of(row: Mapping[str, str], held: Columns, span: Span) -> ListEntry | None:
    """The entry that a row prints; None for a row without a name. Columns without a meaning become details."""
    said = {meaning: " ".join(row.get(header, "").split()) for meaning, header in held.items()}
    parts = [said.get(p, "") for p in NAMING[1:]]
    name = said.get("name") or " ".join(p for p in parts if p)
    if not name:
        return None
    birth, since = written_day(said.get("birth")), written_day(said.get("since")) or day_in(said.get("since"))
    read = {held[m] for m, day in (("birth", birth), ("since", since)) if m in held and day}
    rest = {h for m, h in held.items() if m in (*NAMING, "identifier", "kind", "names", "running")} | read
    details = tuple((h, v) for h, cell in row.items() if h not in rest and (v := " ".join(cell.split())))
    names = tuple(n for n in (part.strip() for part in said.get("names", "").split(";")) if n)
    kind = "organisation" if fold(said.get("kind", "")) in _meanings_of_organisation() else "person"
    return ListEntry(name, kind, names, birth, said.get("identifier") or None, since, details, span)  # type: ignore[arg-type]


def _meanings_of_organisation() -> frozenset[str]:
    return frozenset(w for w, meaning in _meanings().items() if meaning == "organisation")


def _listed(headers: Sequence[str]) -> str:
    shown = ", ".join(repr(h[:40]) for h in headers[:12])
    return shown + (f" and {len(headers) - 12} more" if len(headers) > 12 else "") if headers else "no columns"

"""A row of a table as an entry of a list. Its columns are told by `habeas.reading.rows`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from habeas.lexicon import fold
from habeas.lexicon.written_days import day_in, written_day
from habeas.reading.rows import NoNames
from habeas.reading.rows import columns as held_by
from habeas.watch.faults import NotASnapshot
from habeas.watch.snapshot import ListEntry, Span

NAMING = ("name", "surname", "given", "patronymic")
HELD = (*NAMING, "names", "birth", "identifier", "since", "kind", "running")
"""What a column of a list may hold; everything else becomes a detail of the entry."""
Columns = Mapping[str, str]
"""What a column holds (`name`, `birth`, ...) -> its header."""
_ORGANISATION = frozenset(
    map(fold, ("organisation", "organization", "org", "entity", "организация", "юридическое лицо", "ұйым"))
)
"""Words in a `kind` column."""


def columns(headers: Sequence[str], given: Columns | None = None) -> Columns:
    """What the columns hold; `given` overrides the proposal. Raises `NotASnapshot` when no column holds a name."""
    try:
        return held_by(headers, given, meanings=HELD)
    except NoNames as error:
        raise NotASnapshot(error.cause, error.next_step) from None


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
    kind = "organisation" if fold(said.get("kind", "")) in _ORGANISATION else "person"
    return ListEntry(name, kind, names, birth, said.get("identifier") or None, since, details, span)  # type: ignore[arg-type]

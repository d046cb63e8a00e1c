"""A snapshot: a list that a State or a body keeps, as it stood on one day, entry by entry as printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal

from habeas.lexicon import When

Span = tuple[int, int]
PERSON, ORGANISATION = "person", "organisation"


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One entry as the list prints it.

    `birth` and `since` (the day it was put on the list) are EDTF; `details` are the other columns by name. What the
    list leaves out is None. `span` is the entry's place in the source's text and `rows` how many identical rows it
    stands for: neither makes two entries differ.
    """

    name: str
    kind: Literal["person", "organisation"] = "person"
    names: tuple[str, ...] = ()
    birth: str | None = None
    identifier: str | None = None
    since: str | None = None
    details: tuple[tuple[str, str], ...] = ()
    span: Span = field(default=(0, 0), compare=False)
    rows: int = field(default=1, compare=False)

    @property
    def all_names(self) -> tuple[str, ...]:
        """The name and the further names, each once."""
        return tuple(dict.fromkeys((self.name, *self.names)))

    @property
    def born(self) -> When | None:
        """The birth date as a `When`."""
        return When.parse(self.birth) if self.birth else None

    def to_json(self) -> dict[str, Any]:
        """The entry without what is absent."""
        said = {
            "name": self.name, "kind": self.kind, "names": list(self.names), "birth": self.birth,
            "identifier": self.identifier, "since": self.since, "details": dict(self.details), "span": list(self.span),
            "rows": self.rows,
        }  # fmt: skip
        return {name: value for name, value in said.items() if value}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A list on a day (`on`; None when nobody said). Identical rows are one entry.

    `source` is the SHA-256 of the captured bytes. `head` is the stretch of the text that stands for the list as a
    whole: what is absent from a list has no passage of its own.
    """

    list: str
    on: date | None
    entries: tuple[ListEntry, ...]
    source: str = ""
    head: Span = (0, 0)

    @classmethod
    def of(
        cls, list: str, on: date | None, rows: Iterable[ListEntry], *, source: str = "", head: Span = (0, 0)
    ) -> Snapshot:
        """Makes one entry of identical rows, in the order of their first rows."""
        first: dict[ListEntry, ListEntry] = {}
        many: Counter[ListEntry] = Counter()
        for row in rows:
            first.setdefault(row, row)
            many[row] += row.rows
        entries = tuple(e if e.rows == many[e] else replace(e, rows=many[e]) for e in first.values())
        return cls(list, on, entries, source, head)

    @property
    def rows(self) -> int:
        """Rows of the list, identical ones included."""
        return sum(e.rows for e in self.entries)

    def to_json(self) -> dict[str, Any]:
        """What the snapshot is, without its entries."""
        on = self.on.isoformat() if self.on else None
        return {"list": self.list, "on": on, "source": self.source, "rows": self.rows, "entries": len(self.entries)}

"""Which column of a table is which: proposed from its headers, by the words of `reading/data/columns.toml`."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from habeas.errors import HabeasError
from habeas.reading.column_words import MEANINGS, meaning_of

NAMING = ("name", "surname", "given", "patronymic")
"""The columns that make a name. Without `name` the others are put together, the surname first."""
Columns = Mapping[str, str]
"""What a column holds (`name`, `birth`, ...) -> its header."""


class NoNames(HabeasError):
    """No column of a table is known to hold names, or a column that was named does not exist."""

    exit_code = 2


def columns(
    headers: Sequence[str], given: Columns | None = None, *, meanings: Collection[str] = MEANINGS
) -> Columns:
    """What the columns hold, of these `meanings`; `given` overrides what is proposed.

    An empty header in `given` says that no column holds this. Raises `NoNames` for a meaning or a header that does not
    exist, and when no column holds names.
    """
    found: dict[str, str] = {}
    for header in headers:
        meaning = meaning_of(header)
        if meaning and meaning in meanings and meaning not in found and header not in (given or {}).values():
            found[meaning] = header
    for meaning, header in (given or {}).items():
        if meaning not in meanings:
            raise NoNames(f"A column cannot hold {meaning!r}.", f"It may hold {', '.join(meanings)}.")
        if header and header not in headers:
            raise NoNames(f"The table has no column {header!r}.", f"It has {_listed(headers)}.")
        found.pop(meaning, None)
        if header:
            found[meaning] = header
    if not found.keys() & {"name", "surname"}:
        raise NoNames(
            f"No column of the table holds names; it has {_listed(headers)}.",
            "Call one `name` (or `surname` and `given name`), with the headers in the first line.",
        )
    return found


def _listed(headers: Sequence[str]) -> str:
    shown = ", ".join(repr(h[:40]) for h in headers[:12])
    return shown + (f" and {len(headers) - 12} more" if len(headers) > 12 else "") if headers else "no columns"

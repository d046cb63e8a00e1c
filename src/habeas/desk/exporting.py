"""People as the rows of a table that can be edited and imported again: each row carries the person's Habeas id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from habeas.desk.faults import told
from habeas.desk.holdings import Present, visible_people
from habeas.desk.import_plans import values_of
from habeas.desk.workspace import Workspace
from habeas.reading.rows import Value

COLUMNS = {
    "habeas_id": "Habeas id", "name": "Name", "names": "Other names", "birth": "Birth", "sex": "Sex",
    "occupation": "Occupation", "residence": "Residence", "citizenship": "Citizenship", "affiliation": "Affiliation",
    "article": "Articles", "arrested": "Arrested", "held_since": "Held since", "facility": "Facility",
    "sentence": "Sentence", "released": "Released",
}  # fmt: skip
"""What a column holds -> its header, in the order of the table. Importing knows these headers."""


@told
def export_people(ws: Workspace, *, subjects_only: bool = True) -> Iterator[tuple[str, ...]]:
    """One row for each person, by name; values of one cell stand between semicolons, each with its date in brackets.

    `subjects_only`: only those whom some document treats as persecuted. For the team: it holds what members may see.
    """
    seen = sorted(visible_people(Present(ws), "team"), key=lambda r: (r["sort_name"], r["id"]))
    chosen = [r for r in seen if not subjects_only or "subject" in r["roles"]]
    held = values_of(ws, [r["id"] for r in chosen])
    return (_row(r["id"], r["name"], held.get(r["id"], ())) for r in chosen)


def _row(person: str, name: str, values: Iterable[Value]) -> tuple[str, ...]:
    cells: dict[str, list[str]] = {"habeas_id": [person], "name": [name]}
    for value in values:
        said = cells.setdefault(value.meaning, [])
        if value.printed not in said and value.printed != name:
            said.append(value.printed)
    return tuple("; ".join(cells.get(column, ())) for column in COLUMNS)

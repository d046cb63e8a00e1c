"""A figure divided by what is known of the people whom it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from habeas.desk import models
from habeas.desk.faults import told
from habeas.desk.holdings import Line, holdings
from habeas.desk.tables import among
from habeas.desk.workspace import Workspace
from habeas.figures import Breakdown, divided
from habeas.register.visibility import ceiling

_ATTRIBUTES = {"sex": "sex", "age": "birth", "region": "residence", "occupation": "occupation"}
_GONE = ("denied", "annulled")


@told
def breakdown(
    ws: Workspace, people: Iterable[str], by: str, *, as_of: date, known_at: str | None = None, audience: str = "team"
) -> Breakdown:
    """The people divided by what facts that the audience may see say of them. Raises `NoSuchDivision`."""
    wanted = set(people)
    said: dict[str, list[str]] = defaultdict(list)
    for fact in _facts(ws, wanted, "charge" if by == "article" else "identity", known_at, ceiling(audience)):
        value = _value(fact, by)
        if value:
            said[fact["person"]].append(value)
    return divided(wanted, by, said, as_of)


def _facts(ws: Workspace, people: set[str], kind: str, known_at: str | None, top: int) -> Iterator[Line]:
    if known_at is None:
        rows = models.FactRow.objects.using(ws.alias).filter(kind=kind, level__lte=top, person__in=among(people))
        found: Iterable[Line] = rows.values("person", "kind", "fields", "modality", "level")
    else:
        found = (f for f in holdings(ws, known_at).all(models.FactRow) if f["person"] in people and f["kind"] == kind)
    return (f for f in found if f["level"] <= top and f["modality"] not in _GONE)


def _value(fact: Line, by: str) -> str:
    fields = fact["fields"]
    if by == "article":
        return str(fields.get("article") or "")
    return str(fields.get("value") or "") if fields.get("attribute") == _ATTRIBUTES.get(by) else ""

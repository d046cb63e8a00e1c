"""A figure divided by what is known of the people whom it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from habeas.desk import models
from habeas.desk.faults import told
from habeas.desk.holdings import Line, holdings
from habeas.desk.tables import said
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
    for person, value in _said(ws, wanted, by, known_at, ceiling(audience)):
        if value:
            said[person].append(value)
    return divided(wanted, by, said, as_of)


def _said(ws: Workspace, people: set[str], by: str, known_at: str | None, top: int) -> Iterator[tuple[str, str]]:
    """Person and what a fact says; of the present without whole facts, which take seconds in a large register."""
    kind, attribute = "charge" if by == "article" else "identity", _ATTRIBUTES.get(by)
    if known_at is not None:
        found = (f for f in holdings(ws, known_at).all(models.FactRow) if f["person"] in people and f["kind"] == kind)
        yield from ((f["person"], _value(f, by)) for f in found if f["level"] <= top and f["modality"] not in _GONE)
        return
    rows = models.FactRow.objects.using(ws.alias).filter(kind=kind, level__lte=top).exclude(modality__in=_GONE)
    if by == "article":
        found_now = rows.annotate(said=said("article"))
    else:
        found_now = rows.annotate(said=said("value"), about=said("attribute")).filter(about=attribute)
    for person, value in found_now.values_list("person", "said"):
        if person in people and value != "null":  # a JSON null comes as a word
            yield person, value or ""


def _value(fact: Line, by: str) -> str:
    fields = fact["fields"]
    if by == "article":
        return str(fields.get("article") or "")
    return str(fields.get("value") or "") if fields.get("attribute") == _ATTRIBUTES.get(by) else ""

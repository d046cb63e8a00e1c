"""The list of people as of a day: statuses, lists, and how much is known of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from habeas.desk import models
from habeas.desk.faults import BadRequest, told
from habeas.desk.holdings import Holdings, Line, holdings, visible_people
from habeas.desk.results import PersonRow
from habeas.desk.workspace import Workspace
from habeas.register import HELD, STATUSES, visible
from habeas.register.recognition import OWN
from habeas.register.visibility import ceiling

SORTS: Mapping[str, Callable[[PersonRow], Any]] = {
    "name": lambda p: (p.name.casefold(), p.id),
    "status": lambda p: (_RANK.get(p.states[0], len(_RANK)) if p.states else len(_RANK), p.name.casefold(), p.id),
    "claims": lambda p: (-p.claims, p.name.casefold(), p.id),
}
GROUPS = ("held", "listed", "disputed")
"""What `status` may ask for beside a status of liberty."""
_RANK = {status: rank for rank, status in enumerate(STATUSES)}


@told
def people(
    ws: Workspace,
    *,
    as_of: date,
    known_at: str | None = None,
    status: str | None = None,
    name: str | None = None,
    category: str | None = None,
    list_name: str | None = None,
    audience: str = "team",
    sort: str = "name",
) -> tuple[PersonRow, ...]:
    """Everyone of whom the audience may see something, with the statuses they may have had on the day.

    `status` is a status of liberty, or `held`, `listed`, `disputed`; `name` part of a name; `sort` one of `SORTS`.
    Raises `BadRequest` for another word, `NoSuchAudience`.
    """
    if status is not None and status not in _RANK and status not in GROUPS:
        raise BadRequest(f"{status!r} is no status.", f"Statuses are {', '.join((*GROUPS, *_RANK))}.")
    if sort not in SORTS:
        raise BadRequest(f"The list cannot be sorted by {sort!r}.", f"Sort by {', '.join(SORTS)}.")
    held = holdings(ws, known_at)
    lists = (list_name,) if list_name else lists_of(held)
    rows = _rows(held, as_of, lists, audience)
    wanted = (r for r in rows if _fits(r, status, name, category))
    return tuple(sorted(wanted, key=SORTS[sort]))


def lists_of(held: Holdings) -> tuple[str, ...]:
    """The lists that are counted when none is named: the own one when members recognise anyone, else all claimed."""
    rows = held.all(models.ListRow)
    if any(r["name"] == OWN and r["ours"] for r in rows):
        return (OWN,)
    return tuple(sorted(r["name"] for r in rows if r["claimed"]))


def _fits(row: PersonRow, status: str | None, name: str | None, category: str | None) -> bool:
    if name is not None and not any(" ".join(name.split()).casefold() in n.casefold() for n in (row.name, *row.names)):
        return False
    if category is not None and category not in row.categories:
        return False
    match status:
        case None:
            return True
        case "held":
            return any(s in HELD for s in row.states)
        case "listed":
            return row.listed
        case "disputed":
            return row.disputed > 0
        case _:
            return status in row.states


def _rows(held: Holdings, as_of: date, lists: Sequence[str], audience: str) -> Iterable[PersonRow]:
    top = ceiling(audience)
    spells: dict[str, list[Line]] = defaultdict(list)
    for spell in held.spells(as_of.isoformat()):
        if spell["level"] <= top:
            spells[spell["person"]].append(spell)
    facts, claims, disputed = _seen(held, audience)
    for line in visible_people(held, audience):
        who = line["id"]
        row = _row(line, spells[who], lists, (facts[who], claims[who], disputed[who]))
        yield row if top > 0 else replace(row, names=(row.name,))


def _seen(held: Holdings, audience: str) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Person -> how many facts, claims and disputed facts the audience may see."""
    facts: Counter[str] = Counter()
    claims: Counter[str] = Counter()
    disputed: Counter[str] = Counter()
    for fact in held.all(models.FactRow):
        if fact["person"] and visible(fact["kind"], None, fact["level"], audience):
            facts[fact["person"]] += 1
            disputed[fact["person"]] += fact["disputed"]
            claims[fact["person"]] += fact["claims"]
    return facts, claims, disputed


def _row(line: Line, on: Sequence[Line], lists: Sequence[str], counts: tuple[int, int, int]) -> PersonRow:
    states = sorted({s["name"] for s in on if s["kind"] == "liberty"}, key=_RANK.__getitem__)
    listings = [s for s in on if s["kind"] == "recognition" and s["name"] in lists]
    return PersonRow(
        id=line["id"],
        name=line["name"],
        names=tuple(line["names"]),
        states=tuple(states),
        categories=tuple(sorted({s["category"] for s in listings if s["category"]})),
        listed=any(s["certain"] for s in listings),
        facts=counts[0],
        claims=counts[1],
        disputed=counts[2],
        documents=tuple(line["documents"]),
    )

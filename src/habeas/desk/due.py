"""What is due in a workspace, for pages, calendars and mails; the names beside it are those the audience may see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.desk.faults import told
from habeas.desk.folding import register
from habeas.desk.workspace import Workspace
from habeas.watch import MONTHS, Item, calendar
from habeas.watch import due as due_in


@dataclass(frozen=True, slots=True)
class DuePage:
    """The items in their order, and the names of the people whom they are about."""

    on: date
    until: date | None
    audience: str
    items: tuple[Item, ...]
    names: Mapping[str, str]

    def to_json(self) -> dict[str, Any]:
        """The object of `habeas due --json`."""
        until = self.until.isoformat() if self.until else None
        items = [{**i.to_json(), "name": self.names.get(i.person) if i.person else None} for i in self.items]
        return {"as_of": self.on.isoformat(), "until": until, "audience": self.audience, "items": items}


@told
def due(ws: Workspace, *, on: date, until: date | None = None, months: int = MONTHS, audience: str = "team") -> DuePage:
    """What may fall due by `until`, what has passed and is open, and what is counted up to `on`.

    Raises `NoSuchAudience`.
    """
    known = register(ws)
    items = due_in(known, on=on, until=until, months=months, country=ws.config.country, audience=audience)
    names = {i.person: known.people[i.person].name for i in items if i.person}
    return DuePage(on, until, audience, items, names)


def due_calendar(ws: Workspace, page: DuePage, *, stamp: str, bare: bool = False) -> str:
    """The items as an iCalendar text. `stamp` is the moment of making (UTC); `bare`: it names neither people nor the
    workspace, and says only which kind of thing falls on which day.
    """
    names, name = (None, "Due") if bare else (page.names, f"{ws.name}: due")
    return calendar(page.items, names=names, feed=ws.feed, name=name, stamp=stamp)

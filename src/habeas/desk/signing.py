"""A member's pen: drafts that they sign, written with everything that follows from them in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from habeas.desk.projection import project
from habeas.desk.results import Decided, Member
from habeas.desk.workspace import Workspace
from habeas.ledger import Draft, Entry


@dataclass(frozen=True, slots=True)
class Pen:
    """`member` signs at `now`. `key` stands for one press of a button: pressing again writes nothing new."""

    ws: Workspace
    member: Member
    now: str
    key: str | None = None

    def draft(self, action: str, content: Mapping[str, Any], subjects: Iterable[str], *, level: int = 2) -> Draft:
        """What the member says, ready to be written. None in the content is kept: it says that there is none."""
        return Draft(
            action,
            self.member.id,
            self.member.id,
            content,
            tuple(dict.fromkeys(subjects)),
            level,
            self.key or self.ws.random_key(),
        )

    def write(self, drafts: Sequence[Draft]) -> list[Entry]:
        """Appends all drafts and updates the projections. Must be called inside `ws.transaction()`."""
        entries = self.ws.journal_at(self.now).append(drafts)
        project(self.ws, entries)
        return entries

    def decide(self, build: Callable[[], Draft]) -> Decided:
        """Writes one decision, or finds the one that this key wrote before."""
        return self.decide_all(lambda: [build()])

    def decide_all(self, build: Callable[[], Sequence[Draft]]) -> Decided:
        """Writes decisions that belong together, one at least, or finds those that this key wrote before."""
        earlier = self.ws.journal.by_key(self.key) if self.key else None
        if earlier:
            return Decided(earlier.action, (), earlier.body.subjects if earlier.body else (), (earlier.id,))
        drafts = [replace(d, idempotency_key=f"{self.key}.{n}") if self.key and n else d for n, d in enumerate(build())]
        entries = self.write(drafts)
        subjects = dict.fromkeys(s for e in entries if e.body for s in e.body.subjects)
        return Decided(entries[0].action, tuple(e.id for e in entries), tuple(subjects))

"""An office of the invented country: it keeps a journal and does what members do, one short call for each act."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from habeas.ledger import Draft, Entry, MemoryJournal

MEMBER = "m-lind"
_TEXTS = ("list", "category", "body", "place")


def digest(*words: str) -> str:
    """Hex digits that depend on the words only."""
    return hashlib.sha256("\x1f".join(words).encode()).hexdigest()


class Office:
    """A journal with a clock that ticks a minute for each act, and salts that are the same in every run."""

    def __init__(self, feed: str = "orla", *, start: str = "2021-03-01T08:00:00Z") -> None:
        self._now = datetime.fromisoformat(start).astimezone(UTC)
        self._salts = (hashlib.sha256(f"{feed}{n}".encode()).digest()[:16] for n in range(10**9))
        self.journal = MemoryJournal(feed, clock=self._tick, salts=lambda: next(self._salts))
        self.feed = feed
        self._offset = 0
        self._document_of: dict[str, str] = {}
        self.facts: dict[str, str] = {}
        self.accepted: dict[str, str] = {}
        self.do("member_added", member=MEMBER, name="T. Lind")

    def _tick(self) -> str:
        self._now += timedelta(minutes=1)
        return self._now.strftime("%Y-%m-%dT%H:%M:%SZ")

    def wait(self, **time: int) -> None:
        """Lets time pass: `wait(days=3)`."""
        self._now += timedelta(**time)

    @property
    def entries(self) -> list[Entry]:
        """Everything written so far."""
        return list(self.journal.read())

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def do(self, action: str, *, entry_level: int = 2, **content: Any) -> str:
        """Appends one entry (of level `entry_level`) with this content; returns its id."""
        draft = Draft(action=action, actor_key="k1", author=MEMBER, content=content, level=entry_level)
        return self.journal.append([draft])[0].id

    def source(
        self, title: str, *, published: str | None = "2021-01-31", captured: str = "2021-02-10T10:00:00Z"
    ) -> str:
        """Captures a source; returns its SHA-256."""
        source = digest("source", title)
        self.do(
            "source_captured",
            source=source,
            title=title,
            media_type="text/plain",
            language="en",
            published=published,
            captured_at=captured,
            how="file",
            characters=100_000,
        )
        return source

    def person(self, name: str, source: str, *, role: str = "subject") -> str:
        """Opens the record of a person whom the source names; returns the record id."""
        record = "r-" + digest(source, name)[:10]
        self.do("record_opened", record=record, document=source, name=name, names=[name], role=role)
        self._document_of[record] = source
        return record

    def accept(
        self,
        record: str,
        kind: str,
        when: str | None = None,
        *,
        fact: str | None = None,
        source: str | None = None,
        level: int = 2,
        attribution: str = "author",
        modality: str = "happened",
        of: tuple[str, ...] = (),
        offset: int | None = None,
        claim: str | None = None,
        **fields: Any,
    ) -> str:
        """Accepts one claim; returns its id. Passages follow one another unless `offset` says where one stands."""
        document = source or self._document_of[record]
        self._offset = self._offset + 10 if offset is None else offset
        claim = (
            claim
            or "c-" + digest(document, record, kind, str(when), str(sorted(fields.items())), str(self._offset))[:10]
        )
        self.facts[claim] = fact or "f-" + digest(claim)[:10]
        self.accepted[claim] = self.do(
            "accept",
            entry_level=level,
            claim=claim,
            fact=self.facts[claim],
            record=record,
            kind=kind,
            fields=fields,
            when=when,
            document=document,
            span=[self._offset, self._offset + 5],
            attribution=attribution,
            modality=modality,
            of=list(of),
            case=None,
            rule="by-hand",
            confidence=1,
            bulk=False,
            proposal=claim,
        )
        return claim

    def say(self, record: str, line: str) -> str:
        """Accepts what one line says (see `habeas.register.cases`): kind, date or `-`, fields. Returns the claim."""
        kind, when, *words = line.split()
        fields: dict[str, Any] = {
            k: v.replace("_", " ") if k in _TEXTS else v for k, v in (w.split("=", 1) for w in words)
        }
        if "in_absentia" in fields:
            fields["in_absentia"] = fields["in_absentia"] == "yes"
        if "detained" in fields:
            number = fields["detained"].lstrip("=<>~")
            fields["detained"] = {"value": int(number), "comparator": fields["detained"].removesuffix(number) or "="}
        return self.accept(
            record, kind, None if when == "-" else when, modality=fields.pop("modality", "happened"), **fields
        )

    def accept_fact(self, record: str, kind: str, when: str | None = None, **more: Any) -> str:
        """Accepts one claim; returns the id of its fact."""
        return self.facts[self.accept(record, kind, when, **more)]

    def listed(
        self, record: str, when: str | None = "2021-01-31", *, list: str = "Lamp", category: str = "writers"
    ) -> str:
        """Accepts that a source's list holds the person; returns the fact."""
        return self.accept_fact(record, "recognition", when, list=list, step="entered", category=category)

    def correct(self, claim: str, **changes: Any) -> str:
        """Corrects a claim; it replaces the acceptance unless `replaces` names another decision."""
        changes.setdefault("replaces", self.accepted[claim])
        return self.do("correct", claim=claim, why="misread", **changes)

    def withdraw(self, **target: str) -> str:
        """Withdraws a `fact`, a `claim` or a `decision`."""
        return self.do("withdraw", why="mistaken", **target)

"""The journal as tables of the workspace: the `Journal` port of `ledger` on Django's connection.

Reading the head, checking keys and writing happen in one IMMEDIATE transaction, so that two processes cannot both
continue one head. An action that appends inside its own transaction shares it: its entries and its projections stand or
fall together.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from django.db import transaction
from django.db.models import Q, QuerySet

from habeas.desk import models
from habeas.desk.tables import among, insert
from habeas.ledger import (
    Body,
    Clock,
    Draft,
    Entry,
    Head,
    Header,
    LedgerBroken,
    Salts,
    Stored,
    erased_by,
    seal,
)  # fmt: skip
from habeas.ledger.erase import KEPT
from habeas.register import canonical_order


class TableJournal:
    """One feed of one workspace. `alias` is Django's name of the database."""

    def __init__(self, alias: str, feed: str, *, clock: Clock, salts: Salts) -> None:
        self._alias, self._feed, self._clock, self._salts = alias, feed, clock, salts

    def append(self, drafts: Sequence[Draft], *, expected_head: Head | None = None) -> list[Entry]:
        """See `Journal.append`."""
        with transaction.atomic(using=self._alias):
            sealed = seal(
                drafts, head=self.head(), expected_head=expected_head, known=self.by_key,
                at=self._clock(), salts=self._salts,
            )  # fmt: skip
            self._write(sealed.new)
            if gone := erased_by(sealed.new):
                self.erase(gone)
        return sealed.answer

    def read(self, since: int = 0) -> Iterator[Entry]:
        """See `Journal.read`."""
        rows = list(self._rows().filter(seq__gt=since).values_list("line", "body__text"))
        return map(_entry, rows)

    def head(self) -> Head:
        """See `Journal.head`."""
        last = self._rows().order_by("-seq").values_list("line", flat=True).first()
        if last is None:
            return Head.empty(self._feed)
        header = _header(last)
        return Head(self._feed, header.seq, header.hash)

    def stored(self) -> Iterator[Stored]:
        """See `Journal.stored`."""
        rows = list(self._rows().order_by("position").values_list("line", "body__text"))
        return (Stored(line.encode(), body.encode() if body is not None else None) for line, body in rows)

    def about(self, entities: Iterable[str], *, actions: Sequence[str] = ()) -> list[Entry]:
        """The entries whose subjects hold one of the entities, and all of these actions, in the common order.

        Those of feeds that were received are among them.
        """
        named, by_action = list(entities), Q(action__in=actions)
        wanted = models.Subject.objects.using(self._alias).filter(entity__in=among(named)).values("header")
        either = Q(position__in=wanted) | by_action if named else by_action
        rows = models.LedgerHeader.objects.using(self._alias).filter(either).order_by("position")
        return canonical_order(_entry(row) for row in rows.values_list("line", "body__text"))

    def newest(self, limit: int, *, since: str | None = None) -> list[Entry]:
        """The last entries, the newest first; with `since` (a moment of the ledger) only those after it."""
        rows = self._rows().order_by("-seq")
        rows = rows if since is None else rows.filter(at__gt=since)
        return [_entry(row) for row in rows.values_list("line", "body__text")[:limit]]

    def entry(self, name: str) -> Entry | None:
        """The entry with this id (`feed:seq`; the number alone means this feed), or None."""
        feed, _, seq = name.rpartition(":")
        if not (seq.isascii() and seq.isdecimal()):
            return None
        rows = models.LedgerHeader.objects.using(self._alias).filter(feed=feed or self._feed, seq=int(seq))
        row = rows.values_list("line", "body__text").first()
        return _entry(row) if row else None

    def others(self) -> tuple[TableJournal, ...]:
        """The feeds of other offices that were received, by name: to be read, and never to be decided in."""
        headers = models.LedgerHeader.objects.using(self._alias)
        names = headers.filter(seq=1).exclude(feed=self._feed).order_by("feed").values_list("feed", flat=True)
        return tuple(map(self.of, names))

    def of(self, feed: str) -> TableJournal:
        """The journal of another feed in the same tables."""
        return TableJournal(self._alias, feed, clock=self._clock, salts=self._salts)

    def take(self, entries: Sequence[Entry]) -> int:
        """Keeps entries of this feed, another office's, as they were sent: new ones, and bodies kept back before.

        Call it in the transaction that appends `received`. Returns how many were kept.
        """
        last = self.head().seq
        lacking = {e.header.seq for e in self.read() if e.body is None}
        late = [e for e in entries if e.body and e.header.seq in lacking]
        rows = self._rows().filter(seq__in=among(e.header.seq for e in late)).values_list("seq", "position")
        places, new = dict(rows), [e for e in entries if e.header.seq > last]
        self._write(new)
        self._write_bodies([(places[e.header.seq], e) for e in late])
        return len(new) + len(late)

    @staticmethod
    def header_of(line: str) -> Header | None:
        """The header that a line holds, None when it is none."""
        try:
            return _header(line)
        except LedgerBroken:
            return None

    def _rows(self) -> QuerySet[models.LedgerHeader]:
        return models.LedgerHeader.objects.using(self._alias).filter(feed=self._feed).order_by("seq")

    def by_key(self, key: str) -> Entry | None:
        """The entry that was written under this idempotency key, or None."""
        row = self._rows().filter(idempotency_key=key).values_list("line", "body__text").first()
        return _entry(row) if row else None

    def _write(self, entries: Sequence[Entry]) -> None:
        if not entries:
            return
        first = (
            models.LedgerHeader.objects.using(self._alias)
            .order_by("-position")
            .values_list("position", flat=True)
            .first()
            or 0
        )
        numbered = list(enumerate(entries, start=first + 1))
        insert(self._alias, models.LedgerHeader, (_columns(position, e.header) for position, e in numbered))
        self._write_bodies(numbered)

    def _write_bodies(self, numbered: Sequence[tuple[int, Entry]]) -> None:
        insert(self._alias, models.LedgerBody, ((p, e.body.text().decode()) for p, e in numbered if e.body))
        subjects = ((p, s) for p, e in numbered if e.body for s in dict.fromkeys(e.body.subjects))
        insert(self._alias, models.Subject, subjects, columns=("header_id", "entity"))

    def erase(self, ids: Iterable[str]) -> None:
        """Removes these bodies of any feed and their index rows; what must stay (`KEPT`) stays. An `erased` entry
        names them."""
        numbers: dict[str, list[int]] = defaultdict(list)
        for feed, _, seq in (name.rpartition(":") for name in ids):
            numbers[feed].append(int(seq))
        headers = models.LedgerHeader.objects.using(self._alias).exclude(action__in=KEPT)
        gone = [
            position
            for feed, seqs in numbers.items()
            for position in headers.filter(feed=feed, seq__in=among(seqs)).values_list("position", flat=True)
        ]
        permitted = models.Erasure.objects.using(self._alias)
        permitted.bulk_create([models.Erasure(header_id=p) for p in gone], ignore_conflicts=True)
        models.Subject.objects.using(self._alias).filter(header__in=among(gone)).delete()
        models.LedgerBody.objects.using(self._alias).filter(header__in=among(gone)).delete()


def _columns(position: int, header: Header) -> tuple[object, ...]:
    return (
        position, header.feed, header.seq, header.prev, header.at, header.action, header.idempotency_key,
        header.line().decode(),
    )  # fmt: skip


def _entry(row: tuple[str, str | None]) -> Entry:
    line, text = row
    return Entry(_header(line), None if text is None else _body(text))


def _header(line: str) -> Header:
    """The header without its checks: those are `verify`'s, and cost more than the reading."""
    try:
        raw = json.loads(line)
        return Header(
            raw["v"], raw["feed"], raw["seq"], raw["prev"], raw["at"], raw["actor_key"], raw["action"], raw["commit"],
            raw["idempotency_key"],
        )  # fmt: skip
    except (ValueError, KeyError, TypeError) as error:
        raise _broken(error) from error


def _body(text: str) -> Body:
    try:
        raw = json.loads(text)
        return Body(tuple(raw["subjects"]), raw["author"], raw["level"], raw["content"], bytes.fromhex(raw["salt"]))
    except (ValueError, KeyError, TypeError) as error:
        raise _broken(error) from error


def _broken(error: Exception) -> LedgerBroken:
    return LedgerBroken(
        f"An entry of the ledger cannot be read ({error}).",
        "Run `habeas verify`, then restore from a backup that verifies.",
    )

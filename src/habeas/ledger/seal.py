"""Drafts to entries: what every journal does between taking its lock and writing."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from habeas.ledger.actions import BadContent, check_content
from habeas.ledger.canonical import canonical
from habeas.ledger.entry import SALT_BYTES, VERSION, Body, Draft, Entry, Head, Header
from habeas.ledger.journal import HeadMoved, KeyReused, Salts

_FEED = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
_KEY = re.compile(r"[0-9A-Za-z_.:-]{1,128}")
_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z")
_NOT_LETTERS = re.compile(r"[^a-z]+")
_HEX_WORD = re.compile(r"[0-9a-f]*")


@dataclass(frozen=True, slots=True)
class Sealed:
    """`answer` is one entry per draft, `new` those of them to be written, in order."""

    answer: list[Entry]
    new: list[Entry]


def seal(
    drafts: Sequence[Draft],
    *,
    head: Head,
    expected_head: Head | None,
    known: Callable[[str], Entry | None],
    at: str,
    salts: Salts,
) -> Sealed:
    """Turns drafts into entries that continue `head`. `known` finds an entry of the feed by its idempotency key.

    Raises `BadContent`, `KeyReused` or `HeadMoved`; then nothing is to be written. `at` is UTC ISO 8601 with `Z`.
    """
    fresh: dict[str, Entry] = {}
    answer: list[Entry] = []
    last = head
    for draft in drafts:
        body = _body(draft, salts())
        earlier = fresh.get(draft.idempotency_key) or (known(draft.idempotency_key) if draft.idempotency_key else None)
        entry = _again(earlier, draft, body) if earlier else _next(last, draft, body, at)
        if not earlier:
            fresh[entry.header.idempotency_key], last = entry, entry.head
        answer.append(entry)
    if fresh and expected_head is not None and expected_head != head:
        raise HeadMoved(
            f"Feed {head.feed} has moved on from entry {expected_head.seq} to entry {head.seq}.",
            "Look at what was decided since, then decide again.",
        )
    return Sealed(answer, list(fresh.values()))


def _next(head: Head, draft: Draft, body: Body, at: str) -> Entry:
    commit = body.commit
    key = draft.idempotency_key or f"once-{commit[:32]}"
    _check_header(head.feed, draft.actor_key, key, at, named=(draft.author, *draft.subjects))
    header = Header(VERSION, head.feed, head.seq + 1, head.hash, at, draft.actor_key, draft.action, commit, key)
    return Entry(header, body)


def _body(draft: Draft, salt: bytes) -> Body:
    """A body of plain JSON values of its own, so that nothing a caller changes later reaches the ledger."""
    if len(salt) != SALT_BYTES:
        raise ValueError(f"a salt has {SALT_BYTES} bytes, not {len(salt)}")
    check_content(draft.action, draft.content)
    if not 0 <= draft.level <= 4:
        raise BadContent(f"There is no level {draft.level}.", "Levels run from 0 (public) to 4 (sealed).")
    return Body(tuple(draft.subjects), draft.author, draft.level, json.loads(canonical(draft.content)), salt)


def _again(earlier: Entry, draft: Draft, body: Body) -> Entry:
    """The earlier entry, when the draft says what it said. What was erased is not compared: it stays erased."""
    same = earlier.header.action == draft.action and earlier.header.actor_key == draft.actor_key
    if same and (earlier.body is None or earlier.body.said() == body.said()):
        return earlier
    cause = f"The idempotency key {draft.idempotency_key} already stands for entry {earlier.id}, which says otherwise."
    raise KeyReused(cause, "Use a new key for a new decision.")


def _check_header(feed: str, actor_key: str, key: str, at: str, *, named: Sequence[str]) -> None:
    """A header must be well formed and must not repeat a word of the people that the body names."""
    for what, value, form in (("feed", feed, _FEED), ("actor key", actor_key, _KEY), ("idempotency key", key, _KEY)):
        if not form.fullmatch(value):
            raise BadContent(f"{value!r} is no {what}.", "Use Latin letters, digits and hyphens.")
    for what, value in (("actor key", actor_key), ("idempotency key", key)):
        if _repeats(value.casefold(), " ".join(named).casefold().split()):
            raise BadContent(f"The {what} {value!r} repeats a name.", "Use a random key: headers stay for ever.")
    if not _UTC.fullmatch(at):
        raise ValueError(f"{at!r} is no UTC time with Z")


def well_formed(header: Header) -> bool:
    """True when feed, keys and time are of the forms that every entry has: for headers that came from elsewhere."""
    named = (_FEED, header.feed), (_KEY, header.actor_key), (_KEY, header.idempotency_key), (_UTC, header.at)
    return all(form.fullmatch(value) for form, value in named)


def _repeats(key: str, words: Sequence[str]) -> bool:
    """Whether a key repeats a name: a short one as a whole word, a long one anywhere. Hex digits spell no name."""
    names = [w for w in words if len(w) > 3 and w.isalpha() and not _HEX_WORD.fullmatch(w)]
    parts = _NOT_LETTERS.split(key)
    return any(name in parts or (len(name) > 5 and name in key) for name in names)

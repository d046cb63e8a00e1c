"""The day up to which a source speaks, and which sources had been published by a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from habeas.ledger import Entry
from habeas.lexicon.when import When
from habeas.register.model import HeldClaim, Source


def source_of(entry: Entry) -> Source:
    """The source that a `source_captured` entry names."""
    assert entry.body is not None
    c = entry.body.content
    published = When.parse(c["published"]) if c.get("published") else None
    return Source(c["source"], c.get("title") or "", c.get("language") or "", published, c["captured_at"], entry.id)


def published_by(source: Source, day: date) -> bool:
    """True when the source was certainly published by `day`; one without a date counts from its capture."""
    if source.published is not None:
        return source.published.is_by(day)
    return date.fromisoformat(source.captured_at[:10]) <= day


def with_state_of(sources: Mapping[str, Source], claims: Iterable[HeldClaim]) -> dict[str, Source]:
    """Gives each source the day up to which it speaks.

    That is the latest date of the recognitions that it makes itself, else its publication, else its capture.
    """
    latest: dict[str, date] = {}
    for claim in claims:
        when = claim.reading.when
        if claim.kind == "recognition" and when is not None and when.latest is not None:
            latest[claim.document] = max(latest.get(claim.document, when.latest), when.latest)
    return {id: replace(s, state_of=latest.get(id) or _otherwise(s)) for id, s in sources.items()}


def _otherwise(source: Source) -> date | None:
    if source.published is not None and source.published.latest is not None:
        return source.published.latest
    return date.fromisoformat(source.captured_at[:10])

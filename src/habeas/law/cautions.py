"""What a lawyer would stop at: a sentence above the maximum of its article, an article not in force on its date.

Each caution is a question to the sources and to the pack, not a finding: sources misprint, packs are incomplete, and
an entry of the pack says how far it may be trusted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from habeas.law.loading import pack
from habeas.law.maxima import maximum, over_maximum
from habeas.law.resolve import Resolution, named_edition, resolve
from habeas.lexicon.length import Length
from habeas.lexicon.when import When


@dataclass(frozen=True, slots=True)
class Cited:
    """An article as a charge names it, and the date of the charge."""

    article: str
    part: str | None = None
    code: str | None = None
    title: str | None = None
    when: When | None = None

    @classmethod
    def of(cls, fields: Mapping[str, Any], when: When | None) -> Cited:
        """From the fields of a charge."""
        return cls(str(fields.get("article") or ""), fields.get("part"), fields.get("code"), fields.get("title"), when)


@dataclass(frozen=True, slots=True)
class Caution:
    """`kind`: `above_maximum` (`limit` is a length) or `not_in_force` (`limit` is the last or the first day)."""

    kind: str
    article: str
    edition: str
    limit: str
    status: str
    source: str


def charge_cautions(cited: Cited, country: str = "kz") -> Iterator[Caution]:
    """Whether the article was in force on the date of the charge, by the code that the source means."""
    if not cited.article or cited.when is None or cited.when.uncertain:
        return
    found = _resolved(cited, country)
    if found.article is None or found.edition is None:
        return
    named = named_edition(pack(country), cited.code) is not None  # a date alone never contradicts itself
    first = found.edition.valid_from if named else None
    last = found.article.until or (found.edition.valid_until if named else None)
    earliest, latest = cited.when.reach
    gone, ahead = last and earliest and earliest > last, first and latest and latest < first
    limit = last if gone else first if ahead else None
    if limit:
        trust = found.article.status, found.article.source
        yield Caution("not_in_force", _said(found), found.edition.id, limit.isoformat(), *trust)


def sentence_cautions(length: str | None, cited: Iterable[Cited], country: str = "kz") -> Iterator[Caution]:
    """Whether an imprisonment goes beyond the maximum. Only of a sentence for one article: for several it may be
    longer.
    """
    charges = {(c.article, c.part): c for c in cited if c.article}
    if not length or len(charges) != 1:
        return
    found = _resolved(next(iter(charges.values())), country)
    if found.article is None or not over_maximum(found.article, Length.parse(length), part=found.part):
        return
    known = maximum(found.article, found.part) or maximum(found.article)
    if known is not None:
        yield Caution(
            "above_maximum", _said(found), found.article.edition, known.length.text, known.status, known.source
        )


def _resolved(cited: Cited, country: str) -> Resolution:
    return resolve(
        cited.article, part=cited.part, edition=cited.code, on=cited.when, title=cited.title, country=country
    )


def _said(found: Resolution) -> str:
    return f"{found.number}({found.part})" if found.part else found.number

"""What a lawyer would stop at: a sentence above the maximum of its article, an article not in force on its date.

Each caution is a question to the sources and to the pack, not a finding: sources misprint, packs are incomplete, and
an entry of the pack says how far it may be trusted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from habeas.law.loading import pack
from habeas.law.maxima import maximum, over_maximum
from habeas.law.resolve import Resolution, resolve
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
    def of(cls, fields: Any, when: When | None) -> Cited:
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
    edition, (earliest, latest) = found.edition, cited.when.reach
    last = found.article.until or edition.valid_until
    if last and earliest and earliest > last and _names_a_code(cited, country):
        yield Caution("not_in_force", _said(found), edition.id, last.isoformat(), *_trust(found))
    elif found.article.until and earliest and earliest > found.article.until:
        limit = found.article.until.isoformat()
        yield Caution("not_in_force", _said(found), edition.id, limit, *_trust(found))
    elif latest and latest < edition.valid_from and _names_a_code(cited, country):
        yield Caution("not_in_force", _said(found), edition.id, edition.valid_from.isoformat(), *_trust(found))


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


def _names_a_code(cited: Cited, country: str) -> bool:
    """True when the source's own words name one edition: a date alone never contradicts itself."""
    return any(str(e.year) in (cited.code or "") or e.id == cited.code for e in pack(country).editions)


def _said(found: Resolution) -> str:
    return f"{found.number}({found.part})" if found.part else found.number


def _trust(found: Resolution) -> tuple[str, str]:
    assert found.article is not None
    return found.article.status, found.article.source

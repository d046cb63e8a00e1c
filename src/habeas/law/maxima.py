"""The longest imprisonment that an article allows, and whether a sentence goes beyond it."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.law.codes import Article
from habeas.lexicon.length import Length


@dataclass(frozen=True, slots=True)
class Maximum:
    """A maximum with what it rests on. `part` is None when it is the greatest of the whole article."""

    length: Length
    part: str | None
    status: str
    source: str


def maximum(article: Article, part: str | None = None) -> Maximum | None:
    """The maximum of the part, or of the whole article when no part is named; None when the pack does not know it.

    An unknown part is never answered with the maximum of the article.
    """
    if part is None:
        return Maximum(article.maximum, None, article.status, article.source) if article.maximum else None
    held = article.part(part)
    return Maximum(held.maximum, part, held.status, held.source) if held and held.maximum else None


def over_maximum(article: Article, length: Length, *, part: str | None = None) -> bool | None:
    """True when an imprisonment of `length` for this one offence goes beyond the maximum; None when it cannot be told.

    A sentence for several offences may lawfully be longer: compare only sentences for one. When the part is unknown to
    the pack, a length beyond the maximum of the whole article is still beyond; a shorter one cannot be told.
    """
    known = maximum(article, part)
    if known is not None:
        return length.exceeds(known.length)
    whole = maximum(article)
    return True if whole is not None and length.exceeds(whole.length) else None

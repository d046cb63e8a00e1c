"""One offence under the numbers of several editions."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.law.codes import Article, Pair
from habeas.law.loading import pack


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The article that holds the offence, or part of it, in another edition, and the pair that says so."""

    article: Article
    pair: Pair


def crosswalk(article: Article, country: str = "kz") -> tuple[Counterpart, ...]:
    """The counterparts of an article in other editions, in the order of the pack; empty when none is known."""
    held = pack(country)
    found = []
    for pair in held.pairs:
        other = pair.new if pair.old == article.id else pair.old if pair.new == article.id else None
        if other is not None and other in held.articles:
            found.append(Counterpart(held.articles[other], pair))
    return tuple(found)


def same_offence(a: Article, b: Article, country: str = "kz", *, partly: bool = True) -> bool:
    """True when the two are one article, or one offence under two numbers; `partly` lets in partial pairs."""
    if a.id == b.id:
        return True
    return any(c.article.id == b.id and (partly or not c.pair.partial) for c in crosswalk(a, country))

"""What a country pack holds: editions of a code, articles with parts, pairs of the crosswalk, punishments, state lists.

Every entry says how far it may be trusted: `status` is `verified` (read in `source`) or `to_be_checked` (recalled).
What is not known is None or empty: nothing is filled in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from habeas.lexicon.length import Length

STATUSES = ("verified", "to_be_checked")


@dataclass(frozen=True, slots=True)
class Edition:
    """A code as in force from `valid_from` to `valid_until` (None: still in force), both days included."""

    id: str
    name: Mapping[str, str]
    reference: str
    year: int
    valid_from: date
    valid_until: date | None
    status: str
    source: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part (section, paragraph) of an article. `maximum` is the longest imprisonment; `seen` dates the text read."""

    number: str
    offence: str | None
    maximum: Length | None
    punishments: tuple[str, ...]
    seen: str | None
    status: str
    source: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article of one edition. `also` holds other English names of the offence; `until` its last day when removed."""

    edition: str
    number: str
    title: Mapping[str, str]
    also: tuple[str, ...]
    maximum: Length | None
    punishments: tuple[str, ...]
    parts: tuple[Part, ...]
    until: date | None
    note: str
    status: str
    source: str

    @property
    def id(self) -> str:
        """Edition and number, such as `kz-cc-1997/176`."""
        return f"{self.edition}/{self.number}"

    def part(self, number: str | None) -> Part | None:
        """The part of that number, None when the pack does not hold it."""
        return next((part for part in self.parts if part.number == number), None)


@dataclass(frozen=True, slots=True)
class Pair:
    """One offence under two numbers, as article ids; `partial` when only part of the one lives on in the other."""

    old: str
    new: str
    partial: bool
    note: str
    status: str
    source: str


@dataclass(frozen=True, slots=True)
class Group:
    """A class of articles that the code itself names, such as extremist crimes, or that monitors use: `basis` says."""

    id: str
    name: Mapping[str, str]
    edition: str
    basis: str
    articles: tuple[str, ...]
    note: str
    status: str
    source: str


@dataclass(frozen=True, slots=True)
class Punishment:
    """A kind of punishment: edition id -> main, additional or both; `term` is its word in `sentence.penalty`."""

    id: str
    name: Mapping[str, str]
    term: str | None
    editions: Mapping[str, str]
    note: str
    status: str
    source: str


@dataclass(frozen=True, slots=True)
class ListRule:
    """One rule on who enters or leaves a state list."""

    text: str
    status: str
    source: str


@dataclass(frozen=True, slots=True)
class StateList:
    """A list of persons that a State keeps, with the law it stands on."""

    id: str
    name: Mapping[str, str]
    basis: str
    keeper: str
    rules: tuple[ListRule, ...]
    status: str
    source: str


@dataclass(frozen=True, slots=True)
class Pack:
    """All of a country. Editions stand from the oldest to the newest; `articles` is keyed by `Article.id`; `numbers`
    are those of all editions.
    """

    country: str
    name: Mapping[str, str]
    later_milder_law: str
    editions: tuple[Edition, ...]
    articles: Mapping[str, Article]
    pairs: tuple[Pair, ...]
    groups: tuple[Group, ...]
    punishments: tuple[Punishment, ...]
    lists: tuple[StateList, ...]
    numbers: frozenset[str]

    def article(self, edition: str, number: str) -> Article | None:
        """The article of that edition and number, None when the pack does not hold it."""
        return self.articles.get(f"{edition}/{number}")

    def groups_of(self, article: Article) -> tuple[Group, ...]:
        """The classes that the code itself puts the article in, such as extremist crimes; parts are not told apart."""
        return tuple(g for g in self.groups if g.edition == article.edition and article.number in g.articles)

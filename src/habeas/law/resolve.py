"""Which article a source means: a number alone is ambiguous when a country has had two codes.

`Article 176` of a trial in 2010 is embezzlement (1997 Code), in a trial of 2019 it would be espionage (2014 Code).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from habeas.errors import HabeasError
from habeas.law.citations import cited_in
from habeas.law.codes import Article, Edition, Pack, Part
from habeas.law.loading import pack
from habeas.law.titles import likeness
from habeas.lexicon.when import When

ALIKE = 0.4  # a title this like an article's names speaks for the article
APART = 0.2  # and must be this much liker than under any other edition


class UnknownArticle(HabeasError):
    """No edition of the pack holds the article, or it cannot be told which is meant."""

    exit_code = 3


@dataclass(frozen=True, slots=True)
class Resolution:
    """The answer, and why. `article` is None when the pack has none or it cannot be told.

    `certain` is true only when the source names the edition, or the date leaves one and the title does not object.
    `candidates` are the articles of that number in all editions; `caution` what a lawyer would add.
    """

    number: str
    part: str | None
    edition: Edition | None
    article: Article | None
    how: str
    certain: bool
    caution: str
    candidates: tuple[Article, ...]

    @property
    def entry(self) -> Part | None:
        """The part of the article that is meant, None when none is named or known."""
        return self.article.part(self.part) if self.article else None


@dataclass(frozen=True, slots=True)
class _Case:
    pack: Pack
    number: str
    part: str | None
    on: When | None
    title: str | None

    def answer(self, edition: Edition | None, how: str, certain: bool) -> Resolution:
        article = self.pack.article(edition.id, self.number) if edition else None
        if edition and article is None:
            how += f"; the pack holds no Art. {self.number} of the {edition.name['en']}"
        if article and article.until and self.on and not self.on.may_be_by(article.until):
            how, certain = f"{how}; removed after {article.until}", False
        held = (self.pack.article(e.id, self.number) for e in self.pack.editions)
        candidates = tuple(article for article in held if article)
        caution = self.pack.later_milder_law if len(self.pack.editions) > 1 and edition else ""
        return Resolution(self.number, self.part, edition, article, how, certain, caution, candidates)

    def likenesses(self) -> dict[str, float]:
        """Edition id -> how like the title is to the article of that number there."""
        found = {e.id: self.pack.article(e.id, self.number) for e in self.pack.editions}
        country = self.pack.country
        return {key: likeness(self.title or "", article, country) if article else 0.0 for key, article in found.items()}


def resolve(
    number: str,
    *,
    part: str | None = None,
    edition: str | None = None,
    on: When | None = None,
    title: str | None = None,
    country: str = "kz",
) -> Resolution:
    """The article that a source means by `number`. Never raises for an article that is not held.

    `edition` is an id or the source's own words ("CC 1997", "Criminal Code of 2014"; "CC" alone decides nothing);
    `on` the date of the act or verdict; `title` the offence as the source names it. The order of proof is: edition,
    date, title, the only edition with such a number. Raises `NotAnArticle` for text without a number, `NoPack`.
    """
    held = pack(country)
    bare, written_part = cited_in(number, held.numbers)
    case = _Case(held, bare, part or written_part, on, title)
    named = named_edition(held, edition)
    if named:
        return case.answer(named, f"the source names the {named.name['en']}", True)
    dated = tuple(e for e in held.editions if _in_force(e, on)) if on else ()
    titled = _by_title(case) if title else None
    if len(dated) == 1:
        return _by_date(case, dated[0], titled)
    if titled:
        why = f"the date {on} leaves more than one code" if on else "no date is known"
        return case.answer(titled, f"{why}; the offence named is Art. {bare} of the {titled.name['en']}", False)
    return _by_number(case)


def find(
    number: str,
    *,
    part: str | None = None,
    edition: str | None = None,
    on: When | None = None,
    title: str | None = None,
    country: str = "kz",
) -> Article:
    """Like `resolve`, but the article itself. Raises `UnknownArticle` when there is none."""
    found = resolve(number, part=part, edition=edition, on=on, title=title, country=country)
    if found.article is None:
        raise UnknownArticle(
            f"Article {found.number} is not found: {found.how}.",
            "Name the code or the date, or add the article to the law pack (docs/law.md).",
        )
    return found.article


def named_edition(held: Pack, edition: str | None) -> Edition | None:
    """The edition of that id, or the only one whose year or reference the words name."""
    if not edition:
        return None
    years = set(re.findall(r"(?<![0-9])[0-9]{4}(?![0-9])", edition))
    found = [e for e in held.editions if edition == e.id or str(e.year) in years]
    return found[0] if len(found) == 1 else None


def _in_force(edition: Edition, on: When | None) -> bool:
    """True when the edition may have been in force on some day of `on`."""
    return on is not None and on.overlaps(When.between(edition.valid_from, edition.valid_until))


def _by_title(case: _Case) -> Edition | None:
    """The edition under which the number is clearly the offence that the source names."""
    likes = case.likenesses()
    best = max(likes, key=lambda key: likes[key])
    rest = max((like for key, like in likes.items() if key != best), default=0.0)
    if likes[best] < ALIKE or likes[best] - rest < APART:
        return None
    return next(e for e in case.pack.editions if e.id == best)


def _by_date(case: _Case, dated: Edition, titled: Edition | None) -> Resolution:
    """The date decides, unless the offence named is clearly that number's in another edition."""
    if titled and titled.id != dated.id:
        meant = f"but the offence named is Art. {case.number} of the {titled.name['en']}"
        return case.answer(titled, f"{case.on} falls under the {dated.name['en']}, {meant}", False)
    certain = case.pack.article(dated.id, case.number) is not None and not (case.on and case.on.uncertain)
    return case.answer(dated, f"{case.on} falls under the {dated.name['en']}", certain)


def _by_number(case: _Case) -> Resolution:
    having = [e for e in case.pack.editions if case.pack.article(e.id, case.number)]
    if len(having) == 1:
        return case.answer(having[0], f"only the {having[0].name['en']} in the pack has such a number", False)
    if not having:
        return case.answer(None, f"no code in the pack has an Art. {case.number}", False)
    why = "stands in more than one code, and neither date nor offence decides"
    return case.answer(None, f"Art. {case.number} {why}", False)

"""`habeas law`: how an article number resolves, what it allows, and how far the answer may be trusted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from habeas.cli import options as o
from habeas.cli.output import as_json, say

if TYPE_CHECKING:
    from habeas.law import Article, Maximum, Resolution


def register(app: typer.Typer) -> None:
    """Adds the command of this file to `app`."""
    app.command("law")(law)


def law(
    article: Annotated[str, typer.Argument(help="As sources write it: 174, 233-1, 'Art. 405 (2)'.", metavar="ARTICLE")],
    on: Annotated[str | None, typer.Option(help="The date of the act or verdict, as EDTF.")] = None,
    edition: Annotated[str | None, typer.Option(help="The code as the source names it, such as 'CC 1997'.")] = None,
    title: Annotated[str | None, typer.Option(help="The offence as the source names it.")] = None,
    country: Annotated[str, typer.Option(help="The law pack, by ISO 3166 code.")] = "kz",
    json: o.Json = False,
) -> None:
    """Find the article a source means, its counterparts in other codes, the longest imprisonment. Writes nothing."""
    from habeas.law import UnknownArticle, resolve
    from habeas.lexicon.when import When

    found = resolve(article, on=When.parse(on) if on else None, edition=edition, title=title, country=country)
    if json:
        as_json(to_json(found, country))
    elif found.article is not None:
        _print(found, found.article, country)
    elif found.candidates:
        raise UnknownArticle(
            f"Article {found.number} cannot be told: {found.how}.",
            f"Give --on, --edition or --title; it may be {' or '.join(_named(a) for a in found.candidates)}.",
        )
    else:
        raise UnknownArticle(
            f"Article {found.number} is not found: {found.how}.",
            "Check the number, or add the article to the law pack.",
        )


def _named(article: Article) -> str:
    return f"“{article.title['en']}” ({article.edition})"


def _print(found: Resolution, article: Article, country: str) -> None:
    from habeas.law import crosswalk, pack

    edition = found.edition
    code = f"{edition.name['en']}, {edition.reference}" if edition else article.edition
    say(f"Art. {found.number}{f' part {found.part}' if found.part else ''}, {code}: {article.title['en']}", bold=True)
    say(f"{'Certain' if found.certain else 'Not certain'}: {found.how}.", indent=4)
    say(f"{_trust(article.status)}, source: {article.source}", indent=4)
    say(_maximum(found, article), indent=4)
    for group in pack(country).groups_of(article):
        say(f"{group.name['en']}: {group.basis} ({_trust(group.status)}). {group.note}".rstrip(), indent=4)
    for other in crosswalk(article, country):
        partly = " in part" if other.pair.partial else ""
        where = f"{other.article.edition} Art. {other.article.number}"
        say(f"Corresponds{partly} to {where}: {other.article.title['en']} ({_trust(other.pair.status)})", indent=4)
    for text in (article.note, found.caution):
        if text:
            say(text, indent=4)


def _maximum(found: Resolution, article: Article) -> str:
    from habeas.law import maximum
    from habeas.lexicon.wording import say_length

    known = maximum(article, found.part)
    where = f"part {found.part}" if found.part else "the article"
    if known is None:
        return f"Longest imprisonment of {where}: not in the pack."
    length = say_length(known.length.text)
    return f"Longest imprisonment of {where}: {length} ({_trust(known.status)}, source: {known.source})"


def _trust(status: str) -> str:
    return status.replace("_", " ")


def to_json(found: Resolution, country: str) -> dict[str, Any]:
    """The resolution as one object; `article` is null when it cannot be told, and `candidates` says what it may be."""
    from habeas.law import crosswalk, maximum

    article = found.article
    longest = maximum(article, found.part) if article else None
    return {
        "number": found.number,
        "part": found.part,
        "certain": found.certain,
        "how": found.how,
        "caution": found.caution,
        "article": _article(article) if article else None,
        "maximum": _maximum_json(longest) if longest else None,
        "counterparts": [
            _article(c.article)
            | {"partial": c.pair.partial, "pair": {"status": c.pair.status, "source": c.pair.source}}
            for c in (crosswalk(article, country) if article else ())
        ],
        "candidates": [_article(a) for a in found.candidates],
    }


def _maximum_json(longest: Maximum) -> dict[str, str]:
    return {"length": longest.length.text, "status": longest.status, "source": longest.source}


def _article(article: Article) -> dict[str, Any]:
    return {
        "edition": article.edition,
        "number": article.number,
        "title": dict(article.title),
        "status": article.status,
        "source": article.source,
    }

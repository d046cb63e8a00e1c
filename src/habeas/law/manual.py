"""Prints `docs/law.md`: `python -m habeas.law.manual > docs/law.md`. Every fact in it comes from the packs."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.law.codes import Article, Edition, Group, Pack, Pair, Part, StateList
from habeas.law.credits import custody_credits
from habeas.law.crosswalk import Counterpart, crosswalk
from habeas.law.deadlines import Start, bodies, deadlines
from habeas.law.loading import countries, pack

_INTRODUCTION = """# Law

Made by `python -m habeas.law.manual > docs/law.md`; edit the packs in `src/habeas/law/packs/` instead.

Each entry is **verified** (read in the source named) or **to be checked** (recalled: read it before relying on it).
What is not known is absent: an empty cell is no statement about the law.

## How an article is found

A number alone is ambiguous when a country has had two codes. `habeas.law.resolve` proves in this order and says how:

1. the source names the edition ("CC 1997");
2. the date of the act or verdict leaves one edition, and the offence named is not clearly that number's in another;
3. the offence named is clearly that number's in one edition (the answer is then not certain);
4. only one edition in the pack has such a number (not certain).

Otherwise it cannot be told. `habeas.law.find` raises where `resolve` gives no article.

## How to add a country

1. Make a folder `src/habeas/law/packs/NAME/` with a `pack.toml`: `country` (ISO 3166, small letters), `name`, an
   `[[edition]]` for each code (id, file, name, reference, year, first and last day in force) and groups that the code
   itself defines.
2. Write one file an edition with an `[[article]]` for each number (a string, `"233-1"`), its title in your own English
   words and in the language of the law, other English names in `also`, parts with `maximum` as an ISO 8601 duration.
3. Write `crosswalk.toml` (pairs of one offence under two numbers), `punishments.toml` and `lists.toml`, each optional.
4. Give every entry `status` and `source`. Leave out what you have not read or do not surely recall.
   Days credited for custody go into `credits.toml`: for one day, from `least` to `most` (`1`, `"3/2"`).
5. `python tools/check_pack.py src/habeas/law/packs/NAME` says what is not in shape: file, entry and key. The shapes
   are a table,
   `src/habeas/law/shapes.py`.
6. Print this page again. The tests of `tests/law` hold every pack to these rules.

A workspace reads articles by one country: `habeas new NAME --country by`, or `country` in its `habeas.toml`.

## When a sentence ends

`habeas term 2018-12-21 P7Y --held 2018-03-14:2018-12-20` says the last day, as bounds where dates or rates are known
in part. Terms are joined (`absorbed`, `added`, `partly_added`), custody is taken off at a rate, time out of prison is
added. `tests/law/term_cases.toml` holds the cases worked by hand, each with its working and the source of its rule;
`python tools/term_cases.py` prints them beside the program's answers.

## What a lawyer would stop at

The page of a person marks a sentence to imprisonment above the longest of its only article, and a charge under an
article that was not in force on its date. Each is a question, not a finding: the source may misprint and the pack may
err, so that its status and source stand beside it.
"""


def page() -> str:
    """The whole page as Markdown."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield _INTRODUCTION
    for country in countries():
        held = pack(country)
        entries: list[Article | Pair] = [*held.articles.values(), *held.pairs]
        verified = sum(entry.status == "verified" for entry in entries)
        yield f"## {held.name['en']}\n"
        yield f"{len(held.articles)} articles and {len(held.pairs)} pairs; {verified} of these entries are verified.\n"
        yield f"{held.later_milder_law}\n"
        for edition in held.editions:
            yield from _edition(held, edition)
        yield from _groups(held)
        yield from _punishments(held)
        yield from _credits(country)
        yield from _lists(held)
    yield from _bodies()


def _edition(held: Pack, edition: Edition) -> Iterator[str]:
    until = edition.valid_until or "today"
    yield f"### {edition.name['en']} (`{edition.id}`)\n"
    yield f"{edition.name['ru']}, {edition.reference}; in force from {edition.valid_from} to {until}.\n"
    yield f"{_trust(edition)}\n"
    yield "| article | offence | longest imprisonment | counterparts | status | source |\n|---|---|---|---|---|---|"
    for article in held.articles.values():
        if article.edition == edition.id:
            yield _row(held, article)
            yield from (_part_row(article, part) for part in article.parts)
    yield ""


def _row(held: Pack, article: Article) -> str:
    others = "; ".join(_counterpart(other) for other in crosswalk(article, held.country))
    title = f"{article.title['en']} / {article.title['ru']}" + (f". {article.note}" if article.note else "")
    cells = (article.number, title, str(article.maximum or ""), others, _said(article.status), article.source)
    return f"| {' | '.join(cells)} |"


def _counterpart(other: Counterpart) -> str:
    partly = " (part)" if other.pair.partial else ""
    return f"{other.article.edition} {other.article.number}{partly}, {_said(other.pair.status)}"


def _part_row(article: Article, part: Part) -> str:
    seen = f"; text of {part.seen}" if part.seen else ""
    cells = (f"{article.number}({part.number})", part.offence or "", str(part.maximum or ""), "", _said(part.status))
    return f"| {' | '.join(cells)} | {part.source}{seen} |"


def _groups(held: Pack) -> Iterator[str]:
    for group in held.groups:
        yield f"### {group.name['en']}\n"
        yield f"{group.name['ru']}: {group.edition}, {group.basis}. {group.note}".rstrip() + "\n"
        yield f"Articles {', '.join(group.articles)}.\n"
        yield f"{_trust(group)}\n"


def _punishments(held: Pack) -> Iterator[str]:
    ids = [edition.id for edition in held.editions]
    if not held.punishments:
        return
    yield f"### Punishments\n\n| kind | {' | '.join(ids)} | status | source |\n|{'---|' * (len(ids) + 3)}"
    for kind in held.punishments:
        places = " | ".join(kind.editions.get(edition, "") for edition in ids)
        source = f"{kind.source}. {kind.note}" if kind.note else kind.source
        yield f"| {kind.name['en']} / {kind.name['ru']} | {places} | {_said(kind.status)} | {source} |"
    yield ""


def _lists(held: Pack) -> Iterator[str]:
    for listed in held.lists:
        yield f"### {listed.name['en']}\n"
        yield f"{listed.name['ru']} (`{listed.id}`). {listed.basis}; kept by {listed.keeper}. {_trust(listed)}\n"
        yield from (f"- {rule.text} ({_said(rule.status)}: {rule.source})" for rule in listed.rules)
        yield ""


def _credits(country: str) -> Iterator[str]:
    rates = custody_credits(country)
    if rates:
        yield "### Custody before the sentence\n\n| code | custody | days taken off for one day | status | source |"
        yield "|---|---|---|---|---|"
    for rate in rates:
        days = str(rate.least) if rate.least == rate.most else f"{rate.least} to {rate.most}"
        cells = (rate.edition, ", ".join(rate.forms), days, _said(rate.status), f"{rate.source}. {rate.note}")
        yield f"| {' | '.join(cells)} |"
    if rates:
        yield ""


def _bodies() -> Iterator[str]:
    yield "## Deadlines of international bodies\n"
    yield "From `packs/bodies/deadlines.toml`. What a deadline runs from is a fact of the register; where the day that"
    yield "counts is a later one, the deadline can end on the day given or after it.\n"
    yield "| deadline | body | what is due | within | runs from | status | source |\n|---|---|---|---|---|---|---|"
    names = {body.id: body.name["en"] for body in bodies()}
    for one in deadlines():
        starts = "; ".join(_start(start) for start in one.starts)
        what = f"{one.what['en']}. {one.note}"
        cells = (f"`{one.id}`", names[one.body], what, str(one.within), starts, _said(one.status), one.source)
        yield f"| {' | '.join(cells)} |"
    yield ""


def _start(start: Start) -> str:
    acts = f" ({', '.join(start.acts)})" if start.acts else ""
    return f"`{start.kind}`{acts}{'' if start.exact else ', or later'}"


def _said(status: str) -> str:
    return status.replace("_", " ")


def _trust(entry: Edition | Group | StateList) -> str:
    return f"Status: {_said(entry.status)} ({entry.source})."


if __name__ == "__main__":
    print(page())

"""An Atom feed of what was released and corrected. Source of the format: RFC 4287."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from habeas.lexicon.terms import label
from habeas.lexicon.wording import say_digits
from habeas.reports.site.speech import say
from habeas.reports.site.view import Correction, PublicView, Shown

MOST = 100
"""So many entries; the downloads have everything."""


def atom(view: PublicView, *, address: str) -> bytes:
    """The feed. `address` is where these pages stand, with a slash at the end; empty makes relative links."""
    pairs = [*_people(view, address), *_corrections(view, address)]
    entries = sorted(pairs, key=lambda pair: pair[0], reverse=True)[:MOST]
    updated = entries[0][0] if entries else _moment(view.as_of.isoformat())
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"'
        f" xml:lang={quoteattr(view.language)}>\n"
        f"<title>{escape(view.heading)}</title>\n<id>{_urn(view, 'feed')}</id>\n"
        f"<updated>{updated}</updated>\n<author><name>{escape(view.heading)}</name></author>\n"
        f"<link rel=\"self\" href={quoteattr(address + 'feed.atom')}/>\n"
        f"<link href={quoteattr(address or 'index.html')}/>\n"
    )
    return (head + "".join(entry for _, entry in entries) + "</feed>\n").encode()


def _people(view: PublicView, address: str) -> Iterator[tuple[str, str]]:
    for person in view.people:
        if person.updated:
            link = f"{address}people/{person.id}.html"
            summary = _summary(person, view.language)
            yield _entry(view, person.updated, person.name, link, summary, f"{person.id} {person.updated}")


def _corrections(view: PublicView, address: str) -> Iterator[tuple[str, str]]:
    names = {p.id: p.name for p in view.people}
    for number, correction in enumerate(reversed(view.corrections)):
        about = names.get(correction.person or "", "")
        title = say(view.language, "feed_correction_of" if about else "feed_correction", name=about)
        link = f"{address}corrections.html"
        yield _entry(view, correction.day, title, link, said(correction, view.language), f"{number} {correction.day}")


def said(correction: Correction, language: str = "en") -> str:
    """One correction in words."""
    if correction.after is None or correction.before is None:
        kind = label(correction.kind, language) if correction.kind else ""
        return say(language, "withdrawn_kind" if kind else "withdrawn", kind=kind)
    return say(language, "changed", after=correction.after.line(language), before=correction.before.line(language))


def _summary(person: Shown, language: str) -> str:
    count = say_digits(len(person.statements), language)
    return say(language, "feed_summary", status=person.status(language), n=count)


def _entry(view: PublicView, day: str, title: str, link: str, summary: str, key: str) -> tuple[str, str]:
    moment = _moment(day)
    return moment, (
        f"<entry>\n<title>{escape(title)}</title>\n<id>{_urn(view, key)}</id>\n<updated>{moment}</updated>\n"
        f"<link href={quoteattr(link)}/>\n<summary>{escape(summary)}</summary>\n</entry>\n"
    )


def _moment(day: str) -> str:
    """Days only: the hour at which an office works is nobody's business."""
    return f"{day}T00:00:00Z"


def _urn(view: PublicView, key: str) -> str:
    """Feeds of different languages are different feeds; the English ids are those from before there were others."""
    named = (view.heading, key) if view.language == "en" else (view.heading, key, view.language)
    return "urn:habeas:" + hashlib.sha256("\x1f".join(named).encode()).hexdigest()[:32]

"""An Atom feed of what was released and corrected. Source of the format: RFC 4287."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from habeas.reports.site.view import Correction, PublicView, Shown

MOST = 100
"""So many entries; the downloads have everything."""


def atom(view: PublicView, *, address: str) -> bytes:
    """The feed. `address` is where the site stands, with a slash at the end; empty makes relative links."""
    pairs = [*_people(view, address), *_corrections(view, address)]
    entries = sorted(pairs, key=lambda pair: pair[0], reverse=True)[:MOST]
    updated = entries[0][0] if entries else _moment(view.as_of.isoformat())
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>{escape(view.heading)}</title>\n<id>{_urn(view.heading, 'feed')}</id>\n"
        f"<updated>{updated}</updated>\n<author><name>{escape(view.heading)}</name></author>\n"
        f"<link rel=\"self\" href={quoteattr(address + 'feed.atom')}/>\n"
        f"<link href={quoteattr(address or 'index.html')}/>\n"
    )
    return (head + "".join(entry for _, entry in entries) + "</feed>\n").encode()


def _people(view: PublicView, address: str) -> Iterator[tuple[str, str]]:
    for person in view.people:
        if person.updated:
            link = f"{address}people/{person.id}.html"
            yield _entry(view, person.updated, person.name, link, _summary(person), f"{person.id} {person.updated}")


def _corrections(view: PublicView, address: str) -> Iterator[tuple[str, str]]:
    names = {p.id: p.name for p in view.people}
    for number, correction in enumerate(reversed(view.corrections)):
        about = names.get(correction.person or "", "")
        title = f"Correction: {about}" if about else "Correction"
        link = f"{address}corrections.html"
        yield _entry(view, correction.day, title, link, said(correction), f"{number} {correction.day}")


def said(correction: Correction) -> str:
    """One correction in words."""
    if correction.what == "withdrawn":
        return f"A statement was withdrawn{f' ({correction.kind})' if correction.kind else ''}."
    return f"Now: {correction.after}. Before: {correction.before}."


def _summary(person: Shown) -> str:
    return f"{person.status}. {len(person.statements)} public statements."


def _entry(view: PublicView, day: str, title: str, link: str, summary: str, key: str) -> tuple[str, str]:
    moment = _moment(day)
    return moment, (
        f"<entry>\n<title>{escape(title)}</title>\n<id>{_urn(view.heading, key)}</id>\n<updated>{moment}</updated>\n"
        f"<link href={quoteattr(link)}/>\n<summary>{escape(summary)}</summary>\n</entry>\n"
    )


def _moment(day: str) -> str:
    """Days only: the hour at which an office works is nobody's business."""
    return f"{day}T00:00:00Z"


def _urn(heading: str, key: str) -> str:
    return "urn:habeas:" + hashlib.sha256(f"{heading}\x1f{key}".encode()).hexdigest()[:32]

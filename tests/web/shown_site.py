"""The invented country with something released, and its public site: what the tests of the site share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

from habeas.register import fold
from habeas.reports.site import PublicView, view_for
from simulator.country import Orlenia, orlenia

ON = date(2021, 1, 31)
PUBLISHED = date(2021, 3, 31)
RELEASED = ("listed odo", "odo sentence", "odo beaten", "marek custody", "ilse sentence", "jon charge", "may", "june")


def released(*facts: str) -> Orlenia:
    """The invented country with these facts released on a mandate."""
    country = orlenia()
    country.office.do("release", facts=[country.facts[f] for f in facts], level=0, basis="mandate:m-1")
    return country


def view(country: Orlenia, on: date = PUBLISHED) -> PublicView:
    entries = list(country.office)
    return view_for(
        fold(entries), entries, audience="public", as_of=ON, published_on=on, heading="The Lamp", known_at="2021-03-01"
    )


class Page(HTMLParser):
    """Ids, references and elements of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.references: list[str] = []
        self.elements: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.elements.add(tag)
        self.ids += [str(found["id"])] if "id" in found else []
        self.references += [str(found[a]) for a in ("href", "src", "action", "xlink:href") if a in found]


def lost_references(files: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """(page, reference) of each reference of a page that leads to no file, or to no place in it."""
    lost = []
    for name, data in files.items():
        if name.endswith(".html"):
            for reference in Page(data.decode()).references:
                target, _, part = reference.partition("#")
                beside = (Path("/") / Path(name).parent / target).resolve().relative_to("/").as_posix()
                path = beside if target else name
                ids = Page(files[path].decode()).ids if path in files and path.endswith(".html") else []
                lost += [(name, reference)] if path not in files or (part and part not in ids) else []
    return lost

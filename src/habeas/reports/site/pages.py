"""The public site as files: paths and bytes, the same bytes for the same view, each made when it is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined

from habeas.figures import RULES, Figure, PersonRule
from habeas.figures.manual import words
from habeas.lexicon.wording import say_when
from habeas.register import HELD, NON_CUSTODIAL, STATUSES
from habeas.reports.list_page import say_number
from habeas.reports.site import feed, tables
from habeas.reports.site.drawing import draw
from habeas.reports.site.view import PublicView

PER_PAGE = 500
"""People on one page of the list."""
HEADLINES = ("listed", "political_prisoners", "non_custodial", "under_investigation", "ill_treatment")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f￾￿]")

TYPES: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".json": "application/json",
    ".atom": "application/atom+xml; charset=utf-8", ".css": "text/css; charset=utf-8",
    ".txt": "text/plain; charset=utf-8", ".svg": "image/svg+xml",
    ".ftm": "application/json+ftm", ".jpg": "image/jpeg",
}  # fmt: skip
"""Ending of a path -> its media type."""


@dataclass(frozen=True, slots=True)
class Site:
    """The site of one view. `indexed` False asks search engines to stay away; `address` (with a slash at the end) is
    where the site will stand, for the feed."""

    view: PublicView
    indexed: bool = True
    address: str = ""

    def paths(self) -> Iterator[str]:
        """Every path of the site."""
        yield from self._fixed()
        yield from (_list_path(n) for n in range(1, self._pages()))
        yield from (f"data/chart-{c.name}.{ending}" for c in self.view.charts for ending in ("csv", "svg"))
        yield from (f"people/{id}.html" for id in self.view.by_id)
        yield from self.view.photos

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Every path with its bytes."""
        return ((path, data) for path in self.paths() if (data := self.render(path)) is not None)

    def render(self, path: str) -> bytes | None:
        """The bytes at a path; None when there is nothing, whether or not there is something that is not public."""
        if path in (made := self._fixed()):
            return _plain(made[path]())
        if match := re.fullmatch(r"list-([1-9]\d{0,5})\.html", path):
            place = int(match[1]) - 1
            return self._index(place) if 0 < place < self._pages() else None
        if match := re.fullmatch(r"people/([\w:-]+)\.html", path):
            return self._person(match[1])
        if photo := self.view.photos.get(path):
            return self.view.shelf.take(photo.source, False)
        if match := re.fullmatch(r"data/chart-(\w+)\.(csv|svg)", path):
            return self._chart(match[1], match[2])
        return None

    def _fixed(self) -> Mapping[str, Callable[[], bytes]]:
        view = self.view
        return {
            "index.html": lambda: self._index(0),
            "figures.html": self._figures,
            "methodology.html": self._methodology,
            "corrections.html": lambda: self._page("corrections.html", "Corrections", said=feed.said),
            "sources.html": lambda: self._page("sources.html", "Sources"),
            "data.html": lambda: self._page("data.html", "Data"),
            "404.html": lambda: self._page("absent.html", "Not found"),
            "feed.atom": lambda: feed.atom(view, address=self.address),
            "site.css": lambda: _resource("site.css").encode(),
            "robots.txt": lambda: b"User-agent: *\n" + (b"Allow: /\n" if self.indexed else b"Disallow: /\n"),
            "data/people.csv": lambda: tables.people_csv(view),
            "data/statements.csv": lambda: tables.statements_csv(view),
            "data/people.json": lambda: tables.people_json(view),
            "data/figures.csv": lambda: tables.figures_csv(view),
            "data/figures.json": lambda: tables.figures_json(view),
            "data/entities.ftm": lambda: tables.entities(view),
        }

    def _pages(self) -> int:
        return max(-(-len(self.view.people) // PER_PAGE), 1)

    def _index(self, place: int) -> bytes:
        people = self.view.people[place * PER_PAGE : (place + 1) * PER_PAGE]
        others = [(_list_path(n), n + 1, n == place) for n in range(self._pages())]
        headlines = [(f, say_number(f)) for n in HEADLINES for f in self.view.figures if f.name == n]
        return self._page("index.html", "The list", people=people, others=others, headlines=headlines)

    def _figures(self) -> bytes:
        shown = [_figure(self.view, f) for f in self.view.figures]
        charts = [(c, draw(c)) for c in self.view.charts]
        return self._page("figures.html", "Figures", shown=shown, charts=charts)

    def _methodology(self) -> bytes:
        rules = [(r, words(r.counts) if isinstance(r, PersonRule) else "") for r in RULES]
        return self._page(
            "methodology.html", "How we count", rules=rules, statuses=STATUSES, held=HELD, apart=NON_CUSTODIAL
        )

    def _person(self, id: str) -> bytes | None:
        person = self.view.person(id)
        if person is None:
            return None
        if person.id != id:
            return self._page("moved.html", person.name, root="../", target=f"{person.id}.html")
        numbers = {s.id: n for n, s in enumerate(self.view.sources, 1)}
        titles = {s.id: s for s in self.view.sources}
        return self._page("person.html", person.name, root="../", person=person, numbers=numbers, titles=titles)

    def _chart(self, name: str, ending: str) -> bytes | None:
        chart = next((c for c in self.view.charts if c.name == name), None)
        if chart is None:
            return None
        return tables.chart_csv(chart) if ending == "csv" else draw(chart).encode()

    def _page(self, template: str, title: str, *, root: str = "", **values: Any) -> bytes:
        shared = {
            "view": self.view, "title": title, "root": root, "indexed": self.indexed,
            "as_of": say_when(self.view.as_of.isoformat()),
            "known_at": say_when(self.view.known_at) if self.view.known_at else "", "here": template,
        }  # fmt: skip
        return _plain(_environment().get_template(template).render(shared | values).encode())


def media_type(path: str) -> str:
    """The media type of a path of the site."""
    return TYPES.get("." + path.rsplit(".", 1)[-1], "application/octet-stream")


def _figure(view: PublicView, figure: Figure) -> Mapping[str, Any]:
    return {
        "figure": figure,
        "number": say_number(figure),
        "counted": view.names(figure.counted),
        "unknown": view.names(figure.unknown),
        "disputed": view.names(figure.disputed),
    }


def _list_path(place: int) -> str:
    return "index.html" if place == 0 else f"list-{place + 1}.html"


def _plain(data: bytes) -> bytes:
    """Without control characters, which HTML and XML do not allow."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", data.decode()).encode()


@cache
def _resource(name: str) -> str:
    return (files("habeas.reports") / "site" / "templates" / name).read_text("utf-8")


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FunctionLoader(_resource),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["when"] = say_when
    return made

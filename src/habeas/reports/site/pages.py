"""The pages of the public site in one language: paths and bytes, each made when it is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined

from habeas.figures import RULES, Figure, PersonRule
from habeas.lexicon.direction import isolated
from habeas.lexicon.terms import label
from habeas.lexicon.wording import say_digits, say_when
from habeas.register import HELD, NON_CUSTODIAL, STATUSES
from habeas.reports.catalogue import NAMES, words
from habeas.reports.figure_words import say_number, say_rule, say_title
from habeas.reports.site import feed, speech, tables
from habeas.reports.site.drawing import draw
from habeas.reports.site.view import PublicView

PER_PAGE = 500
"""People on one page of the list."""
HEADLINES = ("listed", "political_prisoners", "non_custodial", "under_investigation", "ill_treatment")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_PARTS = (
    ("index.html", "the_list"), ("figures.html", "figures"), ("methodology.html", "methodology"),
    ("corrections.html", "corrections"), ("sources.html", "sources"), ("data.html", "data"),
)  # fmt: skip
"""The pages of the bar, with the keys of their titles."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a view in its language. `folders` maps each language of the site to its folder below the site's root
    (empty, or with a slash at the end); `indexed` and `address` are those of the site."""

    view: PublicView
    folders: Mapping[str, str]
    indexed: bool = True
    address: str = ""

    def paths(self) -> Iterator[str]:
        """Every path below the folder of the language."""
        yield from self._fixed()
        yield from (_list_path(n) for n in range(1, self._pages()))
        yield from (f"data/chart-{c.name}.{ending}" for c in self.view.charts for ending in ("csv", "svg"))
        yield from (f"people/{id}.html" for id in self.view.by_id)

    def render(self, path: str) -> bytes | None:
        """The bytes at a path; None when there is nothing, whether or not there is something that is not public."""
        if path in (made := self._fixed()):
            return plain(made[path]())
        if match := re.fullmatch(r"list-([1-9]\d{0,5})\.html", path):
            place = int(match[1]) - 1
            return self._index(place) if 0 < place < self._pages() else None
        if match := re.fullmatch(r"people/([\w:-]+)\.html", path):
            return self._person(match[1])
        if match := re.fullmatch(r"data/chart-(\w+)\.(csv|svg)", path):
            return self._chart(match[1], match[2])
        return None

    def absent(self, path: str = "404.html") -> bytes:
        """The page of a lost address, to stand at that path."""
        return self._page("absent.html", self._say("not_found"), path, elsewhere="index.html")

    def _fixed(self) -> Mapping[str, Callable[[], bytes]]:
        view = self.view
        return {
            "index.html": lambda: self._index(0),
            "figures.html": self._figures,
            "methodology.html": self._methodology,
            "corrections.html": lambda: self._part("corrections.html"),
            "sources.html": lambda: self._part("sources.html", known_languages=NAMES),
            "data.html": lambda: self._part("data.html", title_of=lambda chart: speech.title(chart, view.language)),
            "404.html": self.absent,
            "feed.atom": lambda: feed.atom(view, address=self.address and self.address + self.folders[view.language]),
            "data/people.csv": lambda: tables.people_csv(view),
            "data/statements.csv": lambda: tables.statements_csv(view),
            "data/people.json": lambda: tables.people_json(view),
            "data/figures.csv": lambda: tables.figures_csv(view),
            "data/figures.json": lambda: tables.figures_json(view),
            "data/entities.ftm": lambda: tables.entities(view),
        }

    def _say(self, key: str, **values: object) -> str:
        return speech.say(self.view.language, key, **values)

    def _pages(self) -> int:
        return max(-(-len(self.view.people) // PER_PAGE), 1)

    def _part(self, file: str, **values: Any) -> bytes:
        return self._page(file, self._say(dict(_PARTS)[file]), file, **values)

    def _index(self, place: int) -> bytes:
        people = self.view.people[place * PER_PAGE : (place + 1) * PER_PAGE]
        others = [(_list_path(n), n + 1, n == place) for n in range(self._pages())]
        headlines = [f for n in HEADLINES for f in self.view.figures if f.name == n]
        return self._page(
            "index.html", self._say("the_list"), _list_path(place), people=people, others=others, headlines=headlines
        )

    def _figures(self) -> bytes:
        shown = [_figure(self.view, f) for f in self.view.figures]
        language = self.view.language
        charts = [
            (c, speech.title(c, language), speech.explanation(c, language), draw(c, language)) for c in self.view.charts
        ]
        return self._part("figures.html", shown=shown, charts=charts)

    def _methodology(self) -> bytes:
        language, own = self.view.language, words("statuses", self.view.language)
        rules = [(r, speech.say_expression(r.counts, language) if isinstance(r, PersonRule) else "") for r in RULES]
        statuses = [(s, label(f"liberty.{s}", language), own.get(s, english)) for s, english in STATUSES.items()]
        held, apart = ("; ".join(label(f"liberty.{s}", language) for s in some) for some in (HELD, NON_CUSTODIAL))
        return self._part("methodology.html", rules=rules, statuses=statuses, held=held, apart=apart)

    def _person(self, id: str) -> bytes | None:
        person, path = self.view.person(id), f"people/{id}.html"
        if person is None:
            return None
        if person.id != id:
            return self._page("moved.html", person.name, path, target=f"{person.id}.html")
        cited = {s.id: (n, s) for n, s in enumerate(self.view.sources, 1)}
        lines = {s.id: s.line(self.view.language) for s in person.statements}
        return self._page("person.html", person.name, path, person=person, cited=cited, lines=lines)

    def _chart(self, name: str, ending: str) -> bytes | None:
        chart = next((c for c in self.view.charts if c.name == name), None)
        if chart is None:
            return None
        return tables.chart_csv(chart) if ending == "csv" else draw(chart, self.view.language).encode()

    def _page(self, template: str, title: str, path: str, *, elsewhere: str = "", **values: Any) -> bytes:
        """A template at a path. `elsewhere` is the page to which the other languages lead, when it is not this one."""
        root = "../" * path.count("/")
        shared = {
            "view": self.view, "title": title, "root": root, "indexed": self.indexed, "parts": _PARTS, "here": template,
            "top": root + "../" * self.folders[self.view.language].count("/"), "path": elsewhere or path,
            "languages": [(code, NAMES[code], folder) for code, folder in self.folders.items()],
            "address": self.address,
        }  # fmt: skip
        return plain(_environment(self.view.language).get_template(template).render(shared | values).encode())


def plain(data: bytes) -> bytes:
    """Without control characters, which HTML and XML do not allow."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", data.decode()).encode()


def resource(name: str) -> str:
    """A template, the style sheet or the icon, as text."""
    return (files("habeas.reports") / "site" / "templates" / name).read_text("utf-8")


def _figure(view: PublicView, figure: Figure) -> Mapping[str, Any]:
    return {
        "figure": figure,
        "counted": view.names(figure.counted),
        "unknown": view.names(figure.unknown),
        "disputed": view.names(figure.disputed),
    }


def _list_path(place: int) -> str:
    return "index.html" if place == 0 else f"list-{place + 1}.html"


@cache
def _environment(language: str) -> Environment:
    """Templates say everything in this language; a name that is not there is a fault, not an empty place."""
    made = Environment(
        loader=FunctionLoader(resource),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "when": lambda edtf: say_when(edtf, language=language), "digits": lambda n: say_digits(n, language),
        "number": lambda f: say_number(f, language), "title_of": lambda f: say_title(f, language),
        "rule_of": lambda f: say_rule(f, language), "unit_of": lambda f: speech.say(language, f"unit.{f.unit}"),
        "line": lambda s: speech.set_apart(s.line(language)), "apart": speech.set_apart, "isolated": isolated,
        "said": lambda c: speech.set_apart(feed.said(c, language)),
        "other_lines": lambda s: s.other_lines(language), "status": lambda p: p.status(language),
        "called": lambda point: point.name(language),
    }  # fmt: skip
    made.globals |= {"t": lambda key, /, **values: speech.marked_up(language, key, **values), "language": language}
    return made

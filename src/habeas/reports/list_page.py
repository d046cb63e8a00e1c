"""The list as one self-contained HTML page: number -> people -> facts -> passages -> archived source, by links."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined

from habeas.figures import Figure
from habeas.lexicon.terms import label
from habeas.lexicon.wording import say_when
from habeas.register import Register, visible
from habeas.reports.figure_words import say_number
from habeas.reports.outside import is_outside, narrowed, public_lists
from habeas.reports.views import FactShown, PersonShown, Sight

HEADLINES = ("listed", "political_prisoners", "held_not_recognised", "non_custodial", "under_investigation")


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands on top: the list's name, for whom, when it was made (UTC, with Z), and as known at which moment."""

    heading: str
    audience: str
    made_at: str
    known_at: str | None = None


@dataclass(frozen=True, slots=True)
class FigureShown:
    """A figure with the names behind it: (id, name) of whom it counts, who is unknown, what is disputed."""

    figure: Figure
    counted: tuple[tuple[str, str], ...]
    unknown: tuple[tuple[str, str], ...]
    disputed: tuple[tuple[str, str], ...]

    @property
    def number(self) -> str:
        """See `say_number`."""
        return say_number(self.figure)


def list_page(
    register: Register,
    figures: Sequence[Figure],
    *,
    as_of: date,
    masthead: Masthead,
    texts: Mapping[str, str],
    memos: Collection[str] = (),
) -> str:
    """The page for an audience as HTML text.

    `figures` are those of the same day and audience; `texts` the documents' texts by SHA-256; `memos` are sources that
    members wrote down, whose titles never leave the office. Only people whom a figure names are shown. Raises
    `NoSuchAudience`.
    """
    lists = tuple(dict.fromkeys(name for f in figures for name in f.lists))
    if is_outside(masthead.audience):
        register = narrowed(register, masthead.audience, memos)
        lists = public_lists(register, lists, masthead.audience)
    sight = Sight(register, as_of, masthead.audience, texts, lists)
    people = [sight.person(p) for p in _named(register, figures)]
    shown = [_shown(register, sight, f) for f in figures]
    events = _events(register, sight, figures)
    sources = _sources(register, [*(f for p in people for f in p.facts), *events], masthead.audience)
    values: dict[str, Any] = {
        "masthead": masthead,
        "audience": label(f"audience.{masthead.audience}"),
        "as_of": say_when(as_of.isoformat()),
        "lists": lists,
        "headlines": [f for name in HEADLINES for f in shown if f.figure.name == name and f.figure.category is None],
        "figures": shown,
        "groups": _grouped(people, frozenset(p for f in figures if f.name == "listed" for p in f.counted)),
        "events": events,
        "sources": sources,
        "numbers": {s["id"]: number for number, s in enumerate(sources, 1)},
        "css": _resource("list.css"),
    }
    return _environment().from_string(_resource("list.html")).render(values)


def _named(register: Register, figures: Sequence[Figure]) -> list[str]:
    """People whom the figures name, by name."""
    ids = {i for f in figures for i in (*f.counted, *f.unknown, *f.disputed)}
    people = {
        i if i in register.people else register.facts[i].person
        for i in ids
        if i in register.people or i in register.facts
    }
    return sorted((p for p in people if p), key=lambda p: (register.people[p].name.split()[-1].casefold(), p))


def _events(register: Register, sight: Sight, figures: Sequence[Figure]) -> list[FactShown]:
    """Facts that the figures name and that are about no single person, such as assemblies; in order of time."""
    ids = {i for f in figures for i in (*f.counted, *f.unknown, *f.disputed) if i in register.facts}
    return list(sight.facts(f for i in ids if (f := register.facts[i]).person not in register.people))


def _shown(register: Register, sight: Sight, figure: Figure) -> FigureShown:
    def named(ids: Sequence[str]) -> tuple[tuple[str, str], ...]:
        return tuple(
            sorted(((i, _name(register, sight, i)) for i in ids), key=lambda pair: (pair[1].casefold(), pair[0]))
        )

    return FigureShown(figure, named(figure.counted), named(figure.unknown), named(figure.disputed))


def _name(register: Register, sight: Sight, id: str) -> str:
    """A person's name, or a fact as `name: line`. Facts of an assembly have no person."""
    if id in register.people:
        return register.people[id].name
    fact = register.facts.get(id)
    if fact is None:
        return id
    person = register.people.get(fact.person or "")
    return (f"{person.name}: " if person else "") + sight.fact(fact).line


def _grouped(people: Sequence[PersonShown], listed: frozenset[str]) -> list[tuple[str, list[PersonShown]]]:
    """People of the list by category, in the order in which categories first appear; then those named beside it."""
    groups: dict[str, list[PersonShown]] = {}
    for person in people:
        name = (person.category or "On the list") if person.id in listed else "Named beside the list"
        groups.setdefault(name, []).append(person)
    beside = groups.pop("Named beside the list", [])
    ordered = sorted(groups.items(), key=lambda g: _leading_numbers(g[0]))
    return ordered + ([("Named beside the list", beside)] if beside else [])


def _leading_numbers(heading: str) -> tuple[tuple[int, ...], str]:
    """`2.10. Bloggers` after `2.9. ...`; headings without a number come last, by their words."""
    head = heading.split(" ", 1)[0].strip(".")
    numbers = tuple(int(n) for n in head.split(".") if n.isdigit())
    return numbers or (10**6,), heading


def _sources(register: Register, facts: Sequence[FactShown], audience: str) -> list[dict[str, str]]:
    used = {c.source for f in facts for c in f.claims}
    return [
        {
            "id": s.id,
            "title": s.title or s.id[:12],
            "published": say_when(s.published.text) if s.published else "",
            "captured": say_when(s.captured_at[:10]) if visible("capture", None, 2, audience) else "",
        }
        for s in register.sources.values()
        if s.id in used
    ]


@cache
def _resource(name: str) -> str:
    return (files("habeas.reports") / "templates" / name).read_text("utf-8")


@cache
def _environment() -> Environment:
    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)

"""Downloads for machines: CSV, JSON and FollowTheMoney entities, all made from the public view."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from habeas.figures import Figure
from habeas.lexicon.when import When
from habeas.reports.figure_words import say_rule, say_title
from habeas.reports.site.view import Chart, PublicView, Shown, Statement

LANGUAGES: Mapping[str, str] = {"en": "eng", "ru": "rus", "kk": "kaz", "uk": "ukr", "be": "bel", "tr": "tur"}
"""ISO 639-1 -> the three letters of ISO 639-2 that FollowTheMoney wants."""


Table = tuple[tuple[str, ...], Iterable[Sequence[object]]]
"""Columns, and a value for each in every row."""


def people_table(view: PublicView) -> Table:
    """One line for each person."""
    rows = (
        (p.id, p.name, "; ".join(p.states), "yes" if p.listed else "no", "; ".join(p.categories), len(p.statements))
        for p in view.people
    )
    return ("id", "name", "states", "listed", "categories", "statements"), rows


def statements_table(view: PublicView) -> Table:
    """One line for each statement; `person` is empty for events."""
    pairs: list[tuple[str, Statement]] = [(p.id, s) for p in view.people for s in p.statements]
    pairs += [("", s) for s in view.events]
    rows = (
        (s.id, person, s.kind, s.when, s.line(view.language), s.attribution, s.modality, "yes" if s.disputed else "no",
         json.dumps(dict(s.fields), ensure_ascii=False, sort_keys=True), "; ".join(s.sources))
        for person, s in pairs
    )  # fmt: skip
    head = ("id", "person", "kind", "when", "text", "attribution", "modality", "disputed", "fields", "sources")
    return head, rows


def figures_table(view: PublicView) -> Table:
    """One line for each figure, with its rule."""
    head = ("name", "title", "value", "low", "high", "comparator", "unit", "withheld", "as_of", "rule")
    said = ({**figure_json(f, view.language), "as_of": f.as_of} for f in view.figures)
    return head, ([figure[n] for n in head] for figure in said)


def sources_table(view: PublicView) -> Table:
    """One line for each source that is named."""
    rows = ((c.id, c.title, c.published, c.language) for c in view.sources)
    return ("sha256", "title", "published", "language"), rows


def people_csv(view: PublicView) -> bytes:
    """`people_table` as CSV."""
    return as_csv(*people_table(view))


def statements_csv(view: PublicView) -> bytes:
    """`statements_table` as CSV."""
    return as_csv(*statements_table(view))


def figures_csv(view: PublicView) -> bytes:
    """`figures_table` as CSV."""
    return as_csv(*figures_table(view))


def chart_csv(chart: Chart) -> bytes:
    """The numbers of a chart."""
    rows = ((p.label, p.value, p.low, p.high, "yes" if p.open else "no") for p in chart.points)
    return as_csv(("label", "value", "low", "high", "open"), rows)


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """CSV in UTF-8 with a header line. A cell that a spreadsheet would run gets an apostrophe before it.

    Source: OWASP ASVS 5.0, 1.2.10.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode()


def would_run(text: str) -> bool:
    """True for a cell that a spreadsheet would take for a formula."""
    return text.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def _harmless(cell: object) -> str:
    text = "" if cell is None else str(cell)
    return "'" + text if would_run(text) else text


def dates(view: PublicView) -> dict[str, str]:
    """The two dates that every answer carries."""
    return {"as_of": view.as_of.isoformat(), "known_at": view.known_at}


def figure_json(figure: Figure, language: str = "en") -> dict[str, Any]:
    """A figure as the download and the API give it, with its title and rule in a language."""
    said = {"title": say_title(figure, language), "rule": say_rule(figure, language)}
    return {**figure.to_json(), **said}


def people_json(view: PublicView) -> bytes:
    """Everything about people, events and sources in one object."""
    return as_json({
        **dates(view),
        "people": [p.to_json(view.language) for p in view.people],
        "events": [s.to_json(view.language) for s in view.events],
        "sources": [s.to_json() for s in view.sources],
        "corrections": [c.to_json(view.language) for c in view.corrections],
    })


def figures_json(view: PublicView) -> bytes:
    """The figures in one object."""
    return as_json({**dates(view), "figures": [figure_json(f, view.language) for f in view.figures]})


def as_json(value: Mapping[str, Any]) -> bytes:
    """UTF-8, keys in the order given, a line for each of them and for each item of a list, one line end at the end.

    Indented deeper, the file would be written in Python rather than in C, which takes seconds for many people.
    """
    return ("{\n" + ",\n".join(f"{_dumps(key)}: {_lines(held)}" for key, held in value.items()) + "\n}\n").encode()


def _lines(held: Any) -> str:
    return "[\n" + ",\n".join(map(_dumps, held)) + "\n]" if isinstance(held, list) and held else _dumps(held)


_dumps = json.JSONEncoder(ensure_ascii=False).encode


# -- FollowTheMoney ------------------------------------------------------------------------------------------------


def entities(view: PublicView) -> bytes:
    """People, events, sources and what documents what, one JSON entity a line. Schemata: Person, Event, Document,
    Documentation of the FollowTheMoney model."""
    lines = (json.dumps(e, ensure_ascii=False, sort_keys=True) for e in _entities(view))
    return "".join(line + "\n" for line in lines).encode()


def _entities(view: PublicView) -> Iterator[dict[str, Any]]:
    for source in view.sources:
        language = LANGUAGES.get(source.language)
        properties = {
            "name": [source.title or source.id[:16]],
            "title": [source.title],
            "publishedAt": [source.published] if source.published and _iso(source.published) else [],
            "language": [language] if language else [],
            "notes": [f"SHA-256 {source.id}"],
        }
        yield _entity(f"source-{source.id}", "Document", properties)
    for person in view.people:
        yield _entity(person.id, "Person", {"name": [person.name], "summary": [person.status(view.language)],
                                            "publisher": [view.heading], "modifiedAt": _known(person)})  # fmt: skip
        for statement in person.statements:
            yield from _event(statement, person, view.language)
    for statement in view.events:
        yield from _event(statement, None, view.language)


def _known(person: Shown) -> list[str]:
    return [person.updated] if person.updated else []


def _event(statement: Statement, person: Shown | None, language: str) -> Iterator[dict[str, Any]]:
    line = statement.line(language)
    name = f"{person.name}: {line}" if person else line
    properties: dict[str, list[str]] = {
        "name": [name], "summary": [line], "recordId": [statement.id], **_dates(statement),
        "involved": [person.id] if person else [],
    }  # fmt: skip
    yield _entity(f"statement-{statement.id}", "Event", properties)
    for source in statement.sources:
        ends = {"document": [f"source-{source}"], "entity": [f"statement-{statement.id}"], "role": ["source"]}
        digest = hashlib.sha256(f"{source} {statement.id}".encode()).hexdigest()[:20]
        yield _entity(f"documentation-{digest}", "Documentation", ends)


def _dates(statement: Statement) -> dict[str, list[str]]:
    """One date as it is known (FollowTheMoney takes years and months too), or the first and last day it may mean."""
    if not statement.when:
        return {}
    if _iso(statement.when):
        return {"date": [statement.when]}
    when = When.parse(statement.when)
    first = [when.earliest.isoformat()] if when.earliest else []
    last = [when.latest.isoformat()] if when.latest else []
    return {"startDate": first, "endDate": last}


def _iso(text: str) -> bool:
    return all(part.isdigit() for part in text.split("-"))


def _entity(id: str, schema: str, properties: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    kept = {name: list(values) for name, values in properties.items() if any(values)}
    return {"id": id, "schema": schema, "properties": kept}

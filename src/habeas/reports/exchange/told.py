"""What an audience may be told, as lines: for partners and the public, who get no entries, no passages and no members.

Made of the same view as the public site: a line holds what `habeas.register.visible` allows and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator

from habeas.reports.exchange.lines import Heading, Line
from habeas.reports.site.tables import figure_json
from habeas.reports.site.view import PublicView, Shown, Statement


def outside_lines(view: PublicView, heading: Heading) -> Iterator[Line]:
    """Head, people with their statements, events, sources, figures and corrections: every line but the last."""
    yield heading.to_json({})
    for person in view.people:
        yield _shown(person)
        yield from (_statement(s, person.id) for s in person.statements)
    yield from (_statement(s, None) for s in view.events)
    for source in view.sources:
        yield {"line": "citation", **source.to_json()}
    for figure in view.figures:
        yield {"line": "figure", **figure_json(figure)}
    for correction in view.corrections:
        yield {"line": "correction", **correction.to_json()}


def _shown(person: Shown) -> Line:
    return {
        "line": "shown", "id": person.id, "also": list(person.also), "name": person.name,
        "liberty": list(person.states), "because": list(person.because), "listed": person.listed,
        "categories": list(person.categories),
    }  # fmt: skip


def _statement(statement: Statement, person: str | None) -> Line:
    return {
        "line": "statement", "id": statement.id, "person": person, "kind": statement.kind, "text": statement.line(),
        "when": statement.when, "fields": dict(statement.fields), "attribution": statement.attribution,
        "modality": statement.modality, "disputed": statement.disputed, "other_readings": list(statement.other_lines()),
        "sources": list(statement.sources), "also_unnamed_source": statement.sealed,
    }  # fmt: skip

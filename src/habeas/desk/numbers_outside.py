"""Figures for those outside the office: what has lost its basis counts no more, no hidden list is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from habeas.figures import Figure, Rule, count
from habeas.register import Register, as_published
from habeas.reports.outside import narrowed, public_lists


def figures_outside(
    register: Register,
    rules: Sequence[Rule],
    *,
    as_of: date,
    published_on: date,
    list_name: str | None,
    audience: str,
    known_at: str | None,
) -> tuple[tuple[Figure, ...], Mapping[str, str]]:
    """The figures as an outside audience may have them, and the names of the people whose ids stand in them."""
    shown = as_published(register, published_on)
    found = count(shown, rules, as_of=as_of, list=list_name, audience=audience, known_at=known_at)
    told = tuple(replace(f, lists=public_lists(shown, f.lists, audience)) for f in found)
    people = narrowed(shown, audience).people
    ids = {i for f in told for group in (f.counted, f.unknown, f.disputed) for i in group}
    return told, {i: people[i].name for i in sorted(ids) if i in people}

"""The one door to figures: rules, a day, lists and an audience in; figures out, by either engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from habeas.figures.expression import All, Expression, Listed
from habeas.figures.figure import Figure
from habeas.figures.pure import Counting
from habeas.figures.rules import RULES, PersonRule, Rule
from habeas.figures.sqlexpr import Engine, Run
from habeas.figures.tally import Asked
from habeas.register import Register, default_lists
from habeas.register.visibility import ceiling


def count(
    register: Register,
    rules: Sequence[Rule] = RULES,
    *,
    as_of: date,
    list: str | None = None,
    lists: Sequence[str] | None = None,
    audience: str = "team",
    known_at: str | None = None,
) -> list[Figure]:
    """Counts over a register. Without `list` or `lists`, the own list if members recognise anyone on it, else all lists
    that sources claim. `known_at` is only printed. Raises `NoSuchAudience`."""
    chosen = (list,) if list else tuple(lists) if lists is not None else default_lists(register)
    counting = Counting(register, Asked(as_of, chosen, ceiling(audience), known_at))
    return [counting.figure(rule) for rule in rules]


def count_sql(
    run: Run,
    rules: Sequence[Rule] = RULES,
    *,
    as_of: date,
    lists: Sequence[str],
    audience: str = "team",
    known_at: str | None = None,
    mark: str = "?",
    tables: Mapping[str, str] | None = None,
) -> list[Figure]:
    """Counts over projection tables (`habeas.figures.rows.TABLES`) through `run`, which executes one SELECT.

    `lists` are those of `default_lists`, or the list asked for; `mark` is the placeholder of the driver, `tables` its
    names.
    """
    engine = Engine(Asked(as_of, tuple(lists), ceiling(audience), known_at), mark, tables)
    return [engine.figure(rule, run) for rule in rules]


def by_category(rule: PersonRule, categories: Sequence[str]) -> list[PersonRule]:
    """The same rule for people under each category of the list. The empty category is that of people without one."""
    return [
        PersonRule(
            rule.name,
            f"{rule.title}: {c or 'no category'}",
            f"{rule.words} Category: {c or 'none'}.",
            _within(rule.counts, c),
            _within(rule.open, c) if rule.open else None,
            rule.unit,
            c,
        )
        for c in categories
    ]


def categories(register: Register, lists: Sequence[str]) -> list[str]:
    """The categories under which these lists hold people, sorted."""
    steps = (r for person in register.recognitions.values() for r in person if r.list in lists)
    return sorted({r.category or "" for r in steps})


def _within(part: Expression, category: str) -> Expression:
    match part:
        case Listed():
            return Listed(category)
        case All(parts):
            return All(tuple(_within(p, category) for p in parts))
        case _:
            return part

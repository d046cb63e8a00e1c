"""Prints `docs/figures.md`: `python -m habeas.figures.manual > docs/figures.md`. Every line comes from the rules."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.figures.cases import Case, cases
from habeas.figures.expression import All, Any, Expression, HasFact, LibertyIn, Listed, Not, OnStateList
from habeas.figures.rules import RULES, PersonRule, Rule

_INTRODUCTION = """# Figures

Made by `python -m habeas.figures.manual > docs/figures.md`; edit `src/habeas/figures/rules.py` or `cases.csv` instead.

A figure is a number of *known* cases on a day, made by one declared rule over accepted facts. It is no rate and no
estimate of what is not known. Two engines, one over the register and one in SQL over its projection, count every rule
and must agree, ids included.

- `value` = `low`: for whom the rule certainly holds (`counted`). `high` adds those for whom wide dates (`unknown`) or
  facts in dispute (`disputed`) leave it open. A person of whom no fact speaks is named in `unknown` and not in `high`.
- `comparator` is `>=` as soon as anyone is unknown, disputed or withheld, else `=`.
- `withheld`: how many more the rule counts whose facts the audience may not see. Whether someone counts is decided on
  all facts; nobody counts for an audience because a fact is hidden from it.
- The list: the one asked for; else the list `own` when members recognise anyone on it; else every list that accepted
  sources claim. `lists` says which.
- Units differ: people, decisions, detentions. The same person may count in several figures, never twice in one.
"""


def page() -> str:
    """The whole page."""
    return "\n".join((_INTRODUCTION, *(line for rule in RULES for line in _section(rule)))).rstrip("\n")


def _section(rule: Rule) -> Iterator[str]:
    yield f"## {rule.title} (`{rule.name}`)\n"
    yield f"{rule.words} Unit: {rule.unit}.\n"
    if isinstance(rule, PersonRule):
        yield f"Rule: {words(rule.counts)}.\n"
    yield "| case | told | on | value | high | |\n|---|---|---|---|---|---|"
    yield from (_row(case) for case in cases() if case.figure == rule.name)
    yield ""


def _row(case: Case) -> str:
    told = "<br>".join(f"{person}: `{line}`" for person, line in case.told)
    return f"| {case.name} | {told} | {case.day} | {case.value} | {case.high} | `{case.comparator}` |"


def words(part: Expression) -> str:
    """An expression as text."""
    match part:
        case Listed(category):
            return "on the list" if category is None else f"on the list as {category!r}"
        case LibertyIn(statuses):
            return f"liberty is {' or '.join(f'`{s}`' for s in statuses)}"
        case OnStateList():
            return "on a state list"
        case HasFact(kind, field, terms):
            return f"has a fact of kind `{kind}`" + (f" with {field} {' or '.join(terms)}" if field else "")
        case Not(inner):
            return f"not {words(inner)}"
        case All(parts):
            return " and ".join(words(p) for p in parts)
        case Any(parts):
            return f"({' or '.join(words(p) for p in parts)})"


if __name__ == "__main__":
    print(page())

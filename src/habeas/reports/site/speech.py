"""What the site says that is no fact: sentences of the catalogue, titles of charts, rules as expressions."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from habeas.figures.expression import All, Any, Expression, HasFact, LibertyIn, Listed, Not, OnStateList
from habeas.lexicon.direction import parts
from habeas.lexicon.terms import label
from habeas.lexicon.wording import say_digits
from habeas.reports.catalogue import words
from habeas.reports.site.view import Chart


def say(language: str, key: str, /, **values: object) -> str:
    """The sentence with its values put in. Raises `KeyError` when the catalogue lacks the key or a value is missing."""
    return words("site", language)[key].format(**values)


def marked_up(language: str, key: str, /, **values: object) -> Markup:
    """The sentence for a page: everything is escaped but values that are markup already."""
    return escape(words("site", language)[key]).format(**values)


def set_apart(line: str) -> Markup:
    """A line for a page, with what runs from right to left isolated from the rest."""
    made = (Markup("<bdi>{}</bdi>").format(part) if right else escape(part) for part, right in parts(line))
    return Markup("").join(made)


def title(chart: Chart, language: str) -> str:
    """What a chart is called."""
    return say(language, f"chart.{chart.name}")


def explanation(chart: Chart, language: str) -> str:
    """What a chart shows and leaves out."""
    return say(language, f"chart.{chart.name}.words", delay=say_digits(chart.delay, language))


def say_expression(part: Expression, language: str) -> str:
    """What a counting rule counts, as `words` of `habeas.figures.manual`, in the labels of the vocabulary."""
    match part:
        case Listed(category):
            return say(language, "expression.listed" if category is None else "expression.listed_as", category=category)
        case LibertyIn(statuses):
            return say(language, "expression.liberty", states=_either((f"liberty.{s}" for s in statuses), language))
        case OnStateList():
            return say(language, "expression.state_list")
        case HasFact(kind, None, _):
            return say(language, "expression.fact", kind=_quoted(kind, language))
        case HasFact(kind, field, terms):
            said = {
                "kind": _quoted(kind, language),
                "field": label(f"{kind}.{field}", language),
                "terms": _either((f"{kind}.{field}.{term}" for term in terms), language),
            }
            return say(language, "expression.fact_with", **said)
        case Not(inner):
            return say(language, "expression.not", part=say_expression(inner, language))
        case All(inner):
            return say(language, "and").join(say_expression(p, language) for p in inner)
        case Any(inner):
            return "(" + say(language, "or").join(say_expression(p, language) for p in inner) + ")"


def _either(paths: Iterable[str], language: str) -> str:
    return say(language, "or").join(_quoted(path, language) for path in paths)


def _quoted(path: str, language: str) -> str:
    return say(language, "expression.quoted", words=label(path, language))

"""Figures in words of a language: their number, title, unit and rule."""

from __future__ import annotations

from habeas.figures import Figure
from habeas.figures.rules import Rule
from habeas.lexicon.wording import say_digits
from habeas.reports.catalogue import words


def say_number(figure: Figure, language: str = "en") -> str:
    """`16`, `16–17`, `≥ 6,130`: the value with what is open about it."""
    if figure.high > figure.low:
        return f"{say_digits(figure.low, language)}–{say_digits(figure.high, language)}"
    return f"{'≥ ' if figure.comparator in ('>=', '>') else ''}{say_digits(figure.value, language)}"


def say_title(what: Figure | Rule, language: str = "en") -> str:
    """The title of a figure or its rule. A figure of one category keeps its English title, which names the category."""
    own = getattr(what, "category", None) is not None
    return what.title if own else words("figures", language).get(f"figure.{what.name}", what.title)


def say_rule(what: Figure | Rule, language: str = "en") -> str:
    """The rule in words, as `say_title`."""
    english = what.rule if isinstance(what, Figure) else what.words
    own = getattr(what, "category", None) is not None
    return english if own else words("figures", language).get(f"rule.{what.name}", english)

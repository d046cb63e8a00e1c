"""Figures: numbers with their rule, population, date, unknowns and bounds.

In comes a register (or projection tables made from one), a day, a list and an audience; out come figures that name whom
they count. Two engines count each declared rule and must agree. It never estimates, rounds, prints a rate, reads a text
or imports a database.
"""

from habeas.figures.compliance import Compliance, compliance
from habeas.figures.counting import by_category, categories, count, count_sql
from habeas.figures.expression import All, Any, Expression, HasFact, LibertyIn, Listed, Not, OnStateList
from habeas.figures.figure import Figure, figures_json
from habeas.figures.rows import INDEXES, TABLES, Rows, person_spells, rows
from habeas.figures.rules import RULES, AssemblyRule, DecisionRule, NoSuchFigure, PersonRule, Rule, rules
from habeas.figures.sqlexpr import Engine, Sql
from habeas.figures.tiers import TIERS, by_tier

__all__ = [
    "INDEXES",
    "RULES",
    "TABLES",
    "TIERS",
    "All",
    "Any",
    "AssemblyRule",
    "Compliance",
    "DecisionRule",
    "Engine",
    "Expression",
    "Figure",
    "HasFact",
    "LibertyIn",
    "Listed",
    "NoSuchFigure",
    "Not",
    "OnStateList",
    "PersonRule",
    "Rows",
    "Rule",
    "Sql",
    "by_category",
    "by_tier",
    "categories",
    "compliance",
    "count",
    "count_sql",
    "figures_json",
    "person_spells",
    "rows",
    "rules",
]

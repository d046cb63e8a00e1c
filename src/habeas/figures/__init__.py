"""Figures: numbers with their rule, population, date, unknowns and bounds.

In comes a register (or projection tables made from one), a day, a list and an audience; out come figures that name whom
they count. Two engines count each declared rule and must agree. It never estimates, rounds, prints a rate, reads a text
or imports a database.
"""

from habeas.figures.arrivals import ARRESTS, Arrivals, arrivals
from habeas.figures.breakdown import BY, Breakdown, NoSuchDivision, divided
from habeas.figures.compliance import Compliance, compliance
from habeas.figures.counting import by_category, categories, count, count_sql
from habeas.figures.expression import All, Any, Expression, HasFact, LibertyIn, Listed, Not, OnStateList
from habeas.figures.figure import Figure, figures_json
from habeas.figures.rows import INDEXES, TABLES, Rows, person_spells, rows
from habeas.figures.rules import RULES, AssemblyRule, DecisionRule, NoSuchFigure, PersonRule, Rule, rules
from habeas.figures.sqlexpr import Engine, Sql
from habeas.figures.survival import Time, median_days, survival
from habeas.figures.tiers import TIERS, by_tier

__all__ = [
    "ARRESTS",
    "BY",
    "INDEXES",
    "RULES",
    "TABLES",
    "TIERS",
    "All",
    "Any",
    "Arrivals",
    "AssemblyRule",
    "Breakdown",
    "Compliance",
    "DecisionRule",
    "Engine",
    "Expression",
    "Figure",
    "HasFact",
    "LibertyIn",
    "Listed",
    "NoSuchDivision",
    "NoSuchFigure",
    "Not",
    "OnStateList",
    "PersonRule",
    "Rows",
    "Rule",
    "Sql",
    "Time",
    "arrivals",
    "by_category",
    "by_tier",
    "categories",
    "compliance",
    "count",
    "count_sql",
    "divided",
    "figures_json",
    "median_days",
    "person_spells",
    "rows",
    "rules",
    "survival",
]

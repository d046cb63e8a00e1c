"""The counting rules. Each is declared once, counted by two engines, and printed in `docs/figures.md`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from habeas.errors import HabeasError
from habeas.figures.expression import Expression, HasFact, LibertyIn, Listed, Not, OnStateList, both
from habeas.register import HELD, NON_CUSTODIAL
from habeas.register.statuses import UNDER_INVESTIGATION


class NoSuchFigure(HabeasError):
    """No counting rule has the name."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class PersonRule:
    """Counts people of whom `counts` holds. `open` says of whom too little is known; they are named, not counted.

    `category` is set when it counts only people whom the list holds under that category (see `by_category`).
    """

    name: str
    title: str
    words: str
    counts: Expression
    open: Expression | None = None
    unit: str = "persons"
    category: str | None = None


@dataclass(frozen=True, slots=True)
class DecisionRule:
    """Counts international decisions, one for each body and reference however many people it names.

    With `unmet`, only those of which a source states compliance and none states that it was met.
    """

    name: str
    title: str
    words: str
    unmet: bool = False
    unit: str = "decisions"


@dataclass(frozen=True, slots=True)
class AssemblyRule:
    """Adds up the people detained at assemblies, over events that cannot be the same."""

    name: str
    title: str
    words: str
    unit: str = "detentions"


Rule: TypeAlias = PersonRule | DecisionRule | AssemblyRule

_HELD = LibertyIn(HELD)
_NO_ANSWER = both(Listed(), LibertyIn(("unknown",)))

RULES: tuple[Rule, ...] = (
    PersonRule("listed", "Listed", "People whom the list holds on the date: entered by then and not left.", Listed()),
    PersonRule(
        "political_prisoners",
        "Political prisoners",
        "People whom the list holds and who are held on the date: in prison, in pre-trial or police detention, "
        "under arrest, in a psychiatric institution or in extradition custody. House arrest and restriction of "
        "liberty are counted apart.",
        both(Listed(), _HELD),
        _NO_ANSWER,
    ),
    PersonRule(
        "held_not_recognised",
        "Held and not recognised",
        "People whom the list does not hold and who are held on the date: in prison, in pre-trial or police "
        "detention, under arrest, in a psychiatric institution or in extradition custody.",
        both(_HELD, Not(Listed())),
    ),
    PersonRule(
        "non_custodial",
        "Under a non-custodial sentence",
        "People whom the list holds and who on the date serve restriction of liberty, a suspended sentence, "
        "probation or compulsory labour whose term has not run out.",
        both(Listed(), LibertyIn(NON_CUSTODIAL)),
    ),
    PersonRule(
        "under_investigation",
        "Under investigation or on trial",
        "People whom the list holds and who on the date are accused without a verdict in force: at liberty, under "
        "house arrest or in detention before a verdict.",
        both(Listed(), LibertyIn(UNDER_INVESTIGATION)),
    ),
    PersonRule(
        "on_state_list",
        "On a state list",
        "People whom the list holds and whom a state list or wanted notice holds on the date: listed and not "
        "known to be delisted.",
        both(Listed(), OnStateList()),
    ),
    PersonRule(
        "abroad",
        "Abroad with protection",
        "People whom the list holds and who on the date are abroad with asylum or subsidiary protection.",
        both(Listed(), LibertyIn(("abroad_protected",))),
    ),
    PersonRule(
        "ill_treatment",
        "Allegations of ill-treatment",
        "People whom the list holds and of whom a source says, by the date, that they were ill-treated. An "
        "allegation is counted as an allegation.",
        both(Listed(), HasFact("ill_treatment")),
    ),
    DecisionRule(
        "findings",
        "International decisions",
        "Decisions of international bodies by the date; a decision about several people, with one reference, is one.",
    ),
    DecisionRule(
        "findings_unmet",
        "International decisions not complied with",
        "Decisions by the date of which a source says that they were met not at all, in part, or for another "
        "reason, and of which none says that they were met.",
        unmet=True,
    ),
    AssemblyRule(
        "assembly_detentions",
        "Detained at assemblies",
        "The sum of people detained at assemblies that certainly are not the same: their dates do not overlap, or"
        " their places differ. A total of several assemblies is left out when its parts are counted. One person "
        "may be detained twice.",
    ),
)
_BY_NAME: Mapping[str, Rule] = {r.name: r for r in RULES}


def rules(*names: str) -> tuple[Rule, ...]:
    """The rules with these names, in the order given; all of them without names. Raises `NoSuchFigure`."""
    for name in names:
        if name not in _BY_NAME:
            raise NoSuchFigure(f"There is no figure {name!r}.", f"Figures are {', '.join(_BY_NAME)}.")
    return tuple(_BY_NAME[n] for n in names) if names else RULES

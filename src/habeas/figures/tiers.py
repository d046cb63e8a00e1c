"""The list by tier: recognised, politically prosecuted, under assessment, not recognised. Counted over a register.

The tier is that of the last step of the chosen lists by the day. Whoever is on a list without a tier is recognised; a
refusal, or an exit, with a reason is *not recognised*, whatever tier was given before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from habeas.figures.figure import Figure
from habeas.register import Recognition, Register, default_lists, visible

TIERS: Mapping[str, tuple[str, str]] = {
    "recognised": ("Recognised", "People whom the list holds on the date as recognised, or without a tier."),
    "politically_prosecuted": (
        "Politically prosecuted",
        "People whom the list holds on the date in the tier of the politically prosecuted: held or not, the "
        "prosecution is political, and the criteria of a political prisoner are not all met.",
    ),
    "under_assessment": ("Under assessment", "People whom the list holds on the date as under assessment."),
    "not_recognised": (
        "Not recognised",
        "People of whom the last step of the list by the date is a refusal or an exit; its reason is stated.",
    ),
}
"""Tier -> title and rule."""


def by_tier(
    register: Register,
    *,
    as_of: date,
    lists: Sequence[str] | None = None,
    audience: str = "team",
    known_at: str | None = None,
) -> list[Figure]:
    """One figure for each tier. Steps whose date is wider than a day are counted as uncertain."""
    chosen = tuple(lists) if lists is not None else default_lists(register)
    certain: dict[str, set[str]] = defaultdict(set)
    possible: dict[str, set[str]] = defaultdict(set)
    for person, steps in register.recognitions.items():
        ours = [s for s in steps if s.list in chosen and visible("recognition", "tier", s.level, audience)]
        made = [s for s in ours if _by(s, as_of, surely=True)]
        may = [s for s in ours if _by(s, as_of, surely=False)]
        answers = {_tier(found[-1]) for found in (_in_time(made), _in_time(may)) if found}
        for tier in answers:
            (certain if len(answers) == 1 and len(made) == len(may) else possible)[tier].add(person)
    return [_figure(t, certain[t], certain[t] | possible[t], as_of, known_at, chosen) for t in TIERS]


def _tier(step: Recognition) -> str:
    if step.step in ("refused", "left"):
        return "not_recognised"
    return step.tier if step.tier and step.tier in TIERS else "recognised"


def _by(step: Recognition, day: date, *, surely: bool) -> bool:
    bound = (step.when.latest if surely else step.when.earliest) if step.when else None
    return bound is None or bound <= day


def _in_time(steps: Sequence[Recognition]) -> list[Recognition]:
    return sorted(steps, key=lambda s: ((s.when.latest if s.when else None) or date.min, s.step != "entered"))


def _figure(
    tier: str, certain: set[str], possible: set[str], as_of: date, known_at: str | None, lists: tuple[str, ...]
) -> Figure:
    title, rule = TIERS[tier]
    unknown = tuple(sorted(possible - certain))
    return Figure(
        f"tier_{tier}", title, "persons", rule, len(certain), len(certain), len(possible), ">=" if unknown else "=",
        tuple(sorted(certain)), unknown, (), 0, as_of.isoformat(), known_at, lists,
    )  # fmt: skip

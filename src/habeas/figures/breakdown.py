"""A figure divided: by sex, by age on the day, by region, occupation or article. Whom nothing tells of stands apart,
by name.

Somebody with two occupations stands under both, so that lines need not add up to the figure; the division says whether
they do. An age is an interval when the birth is known to the year: whoever may be in two groups is not put into
either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from habeas.errors import HabeasError
from habeas.lexicon.when import When

BY = ("sex", "age", "region", "occupation", "article")
AGES = ((0, 17), (18, 29), (30, 44), (45, 59), (60, None))
"""Groups of age in whole years, both ends included; 18 is the age of the Convention on the Rights of the Child, Art.
1.
"""
RULES: Mapping[str, str] = {
    "sex": "By sex, as sources state it.",
    "age": "By age on the day, from the date of birth that sources state; whoever may be in two groups is in neither.",
    "region": "By place of residence, as sources state it.",
    "occupation": "By occupation, as sources state it; somebody with several stands under each.",
    "article": "By article of the charges, annulled ones left out; somebody charged under several stands under each.",
}


class NoSuchDivision(HabeasError):
    """Figures are not divided in this way."""

    exit_code = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One part: its word, and the people in it."""

    word: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The parts of one figure. `unknown` are those of whom nothing tells, `open` those whom a date leaves between two.
    """

    by: str
    rule: str
    lines: tuple[Line, ...]
    unknown: tuple[str, ...]
    open: tuple[str, ...]
    adds_up: bool


def divided(people: Iterable[str], by: str, said: Mapping[str, Iterable[str]], on: date) -> Breakdown:
    """The parts of `people`. `said` holds what sources say of each: words, or for `age` births as EDTF.

    Raises `NoSuchDivision`.
    """
    if by not in BY:
        raise NoSuchDivision(f"Figures are not divided by {by!r}.", f"Divide by {', '.join(BY)}.")
    parts: dict[str, set[str]] = defaultdict(set)
    unknown, between = [], []
    everybody = sorted(set(people))
    for person in everybody:
        words = tuple(said.get(person, ()))
        found = _ages(words, on) if by == "age" else {w for w in words if w}
        if not found:
            unknown.append(person)
        elif by == "age" and len(found) > 1:
            between.append(person)
        else:
            for word in found:
                parts[word].add(person)
    lines = tuple(Line(word, tuple(sorted(parts[word]))) for word in _in_order(parts, by))
    whole = sum(len(line.people) for line in lines) + len(unknown) + len(between)
    return Breakdown(by, RULES[by], lines, tuple(unknown), tuple(between), whole == len(everybody))


def age_on(birth: When, on: date) -> tuple[int | None, int | None]:
    """Fewest and most whole years on a day; None where the birth sets no bound."""
    earliest, latest = birth.reach
    return (_years(latest, on) if latest else None), (_years(earliest, on) if earliest else None)


def _years(born: date, on: date) -> int:
    return max(on.year - born.year - ((on.month, on.day) < (born.month, born.day)), 0)


def _ages(births: Iterable[str], on: date) -> set[str]:
    """Every group in which somebody may be by what is said of the birth."""
    found: set[str] = set()
    for text in births:
        fewest, most = age_on(When.parse(text), on)
        if fewest is None and most is None:
            continue
        low, high = fewest or 0, most if most is not None else 200
        found |= {_group(a, b) for a, b in AGES if low <= (200 if b is None else b) and a <= high}
    return found


def _group(low: int, high: int | None) -> str:
    return f"{low}+" if high is None else f"{low}–{high}"


def _in_order(parts: Mapping[str, set[str]], by: str) -> list[str]:
    if by == "age":
        return [g for g in (_group(a, b) for a, b in AGES) if g in parts]
    return sorted(parts, key=lambda word: (-len(parts[word]), word.casefold()))

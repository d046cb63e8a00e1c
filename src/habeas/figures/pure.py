"""The pure engine: counts over a register, one day at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass, field
from datetime import date

from habeas.figures.assemblies import assembly_rows
from habeas.figures.expression import All, Any, Expression, HasFact, LibertyIn, Listed, Not, OnStateList
from habeas.figures.figure import Figure
from habeas.figures.rows import STATED, fact_days, public_level
from habeas.figures.rules import AssemblyRule, DecisionRule, PersonRule, Rule
from habeas.figures.tally import Asked, Detained, Found, figure_of, sum_of
from habeas.figures.topics import compliance_rows, topic
from habeas.lexicon.count import Count
from habeas.register import Fact, Liberty, Listing, Register, liberty, listings
from habeas.register.lists import on_state_lists

SEALED = 4
Ids = frozenset[str]


@dataclass(frozen=True, slots=True)
class Held:
    """Ids of people for whom a part of a rule certainly holds, may hold, and holds in dispute."""

    certain: Ids
    possible: Ids
    disputed: Ids = frozenset()


def figure(register: Register, rule: Rule, asked: Asked) -> Figure:
    """Counts one rule."""
    return Counting(register, asked).figure(rule)


@dataclass(slots=True)
class Counting:
    """Counts any number of rules over one register and one question; what it looked up once it keeps."""

    register: Register
    asked: Asked
    _liberty: dict[str, tuple[Liberty, tuple[int, ...], bool]] = field(default_factory=dict)
    _listed: dict[str, list[Listing]] = field(default_factory=dict)

    def figure(self, rule: Rule) -> Figure:
        """The figure of one rule."""
        match rule:
            case PersonRule():
                return figure_of(rule, self._people(rule.counts, rule.open), self.asked)
            case DecisionRule():
                return figure_of(rule, self._decisions(rule), self.asked)
            case AssemblyRule():
                return sum_of(rule, self._assemblies(), self.asked)

    # -- people ----------------------------------------------------------------------------------------------------

    def _people(self, counts: Expression, open: Expression | None) -> Found:
        everyone, seen = self._of(counts, SEALED), self._of(counts, self.asked.ceiling)
        unanswered = self._of(open, self.asked.ceiling).certain if open else frozenset()
        return Found(everyone.certain, everyone.possible, seen.certain, seen.possible, seen.disputed, unanswered)

    def _of(self, part: Expression, ceiling: int) -> Held:
        match part:
            case Not(inner):
                held = self._of(inner, SEALED)
                everyone = frozenset(self.register.people)
                return Held(everyone - held.possible, everyone - held.certain, held.disputed)
            case All(parts):
                return _together([self._of(p, ceiling) for p in parts], frozenset.intersection)
            case Any(parts):
                return _together([self._of(p, ceiling) for p in parts], frozenset.union)
            case LibertyIn(statuses):
                return self._in_liberty(frozenset(statuses), ceiling)
            case Listed(category):
                return _listed(
                    (x for p in self.register.people for x in self._lists(p) if x.list in self.asked.lists),
                    self.asked.as_of,
                    ceiling,
                    category,
                )
            case OnStateList():
                return _listed(
                    (x for p in self.register.people for x in on_state_lists(self.register, p)),
                    self.asked.as_of,
                    ceiling,
                )
            case HasFact():
                return self._with_fact(part, ceiling)

    def _in_liberty(self, statuses: Set[str], ceiling: int) -> Held:
        certain, possible, disputed = set(), set(), set()
        for person in self.register.people:
            known, levels, in_dispute = self._answer(person)
            inside = [n for n, s in enumerate(known.statuses) if s in statuses]
            visible = [n for n in inside if levels[n] <= ceiling]
            if visible:
                possible.add(person)
            if visible and len(inside) == len(known.states):
                certain.add(person)
            elif visible and in_dispute:
                disputed.add(person)
        return Held(frozenset(certain), frozenset(possible), frozenset(disputed))

    def _answer(self, person: str) -> tuple[Liberty, tuple[int, ...], bool]:
        if person not in self._liberty:
            known = liberty(self.register, person, self.asked.as_of)
            facts = self.register.facts
            levels = tuple(
                max((public_level(facts[f].kind, facts[f].level) for f in s.because), default=0) for s in known.states
            )
            disputed = not known.certain and any(f.disputed for f in self.register.facts_of(person, *_LIBERTY_KINDS))
            self._liberty[person] = (known, levels, disputed)
        return self._liberty[person]

    def _lists(self, person: str) -> list[Listing]:
        if person not in self._listed:
            self._listed[person] = list(listings(self.register, person))
        return self._listed[person]

    def _with_fact(self, part: HasFact, ceiling: int) -> Held:
        certain, possible, disputed = set(), set(), set()
        for fact in self.register.facts.values():
            if fact.person and _matches(fact, part) and public_level(fact.kind, fact.level) <= ceiling:
                low, high = fact_days(fact)
                if high <= self.asked.as_of and not fact.disputed:
                    certain.add(fact.person)
                if low <= self.asked.as_of:
                    possible.add(fact.person)
                    disputed |= {fact.person} if fact.disputed else set()
        return Held(frozenset(certain), frozenset(possible), frozenset(disputed))

    # -- decisions and assemblies ----------------------------------------------------------------------------------

    def _decisions(self, rule: DecisionRule) -> Found:
        first: dict[str, str] = {}
        for fact in self.register.facts.values():
            if fact.kind == "finding" and _stated(fact):
                first[topic(fact)] = min(fact.id, first.get(topic(fact), fact.id))
        unmet = self._unmet() if rule.unmet else None
        names: dict[tuple[str, int], set[str]] = defaultdict(set)
        for fact in self.register.facts.values():
            name = topic(fact)
            if fact.kind != "finding" or not _stated(fact) or (unmet is not None and name not in unmet):
                continue
            low, high = fact_days(fact)
            for ceiling in (SEALED, self.asked.ceiling):
                if public_level(fact.kind, fact.level) <= ceiling:
                    if high <= self.asked.as_of:
                        names["certain", ceiling].add(first[name])
                    if low <= self.asked.as_of:
                        names["possible", ceiling].add(first[name])
        return Found(*(names[sure, c] for c in (SEALED, self.asked.ceiling) for sure in ("certain", "possible")))

    def _unmet(self) -> set[str]:
        day = self.asked.as_of.isoformat()
        states: dict[str, set[str]] = defaultdict(set)
        for _, name, high, state, _level in compliance_rows(self.register):
            if str(high) <= day:
                states[str(name)].add(str(state))
        return {name for name, said in states.items() if "met" not in said and said - {""}}

    def _assemblies(self) -> list[Detained]:
        day = self.asked.as_of.isoformat()
        return [
            Detained(str(fact), Count(value, str(comparator)), bool(summed), bool(dated), int(level))
            for fact, high, value, comparator, summed, dated, level in assembly_rows(self.register.facts.values())
            if str(high) <= day and not isinstance(value, str)
        ]


_LIBERTY_KINDS = (
    "charge",
    "proceeding",
    "custody",
    "sentence",
    "enforcement",
    "release",
    "protection",
    "disappearance",
    "death",
)


def _together(parts: list[Held], how: Callable[..., Ids]) -> Held:
    disputed = frozenset[str]().union(*(p.disputed for p in parts))
    return Held(how(*(p.certain for p in parts)), how(*(p.possible for p in parts)), disputed)


def _listed(stretches: Iterable[Listing], day: date, ceiling: int, category: str | None = None) -> Held:
    on = [
        x
        for x in stretches
        if x.start <= day
        and (x.end is None or day < x.end)
        and x.level <= ceiling
        and category in (None, x.category or "")
    ]
    certain = frozenset(x.person for x in on if x.certain)
    return Held(certain, frozenset(x.person for x in on), frozenset(x.person for x in on if x.disputed) - certain)


def _matches(fact: Fact, part: HasFact) -> bool:
    if fact.kind != part.kind or not _stated(fact):
        return False
    return part.field is None or any(r.fields.get(part.field) in part.terms for r in fact.readings)


def _stated(fact: Fact) -> bool:
    """False when every reading denies it, or tells what did not happen: a request, a threat, a plan."""
    return any(r.modality in STATED for r in fact.readings)

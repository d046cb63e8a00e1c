"""The SQL engine: a declared rule as plain SQL over the projection tables of `habeas.figures.rows`.

SQL that SQLite and PostgreSQL both take; values go in as parameters. No database is imported: the caller passes `run`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from habeas.figures.expression import All, Any, Expression, HasFact, LibertyIn, Listed, Not, OnStateList
from habeas.figures.figure import Figure
from habeas.figures.rows import TABLES
from habeas.figures.rules import AssemblyRule, DecisionRule, PersonRule, Rule
from habeas.figures.tally import Asked, Detained, Found, figure_of, sum_of
from habeas.lexicon.count import Count

Run = Callable[[str, Sequence[str | int]], Iterable[Sequence[object]]]
"""Executes one SELECT with its parameters and gives its rows."""
How = Literal["certain", "possible", "disputed"]
SEALED = 4
_ANSWERS: tuple[How, How] = ("certain", "possible")


@dataclass(frozen=True, slots=True)
class Sql:
    """Text with a placeholder for each parameter, in order."""

    text: str
    parameters: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True)
class Engine:
    """Writes SQL for tables named as `tables` says (default: as in `TABLES`), with `mark` for a parameter."""

    asked: Asked
    mark: str = "?"
    tables: Mapping[str, str] | None = None
    _tops: list[int] = field(default_factory=list)

    def figure(self, rule: Rule, run: Run) -> Figure:
        """Counts one rule through `run`."""
        match rule:
            case PersonRule():
                return figure_of(rule, self._people(rule.counts, rule.open, run), self.asked)
            case DecisionRule():
                return figure_of(rule, self._decisions(rule, run), self.asked)
            case AssemblyRule():
                sql = self.assemblies()
                return sum_of(rule, [_detained(row) for row in run(sql.text, sql.parameters)], self.asked)

    def people(self, part: Expression, how: How, ceiling: int) -> Sql:
        """`SELECT person` of everyone for whom the part certainly (or possibly, or in dispute) holds."""
        match part:
            case Not(inner):
                other: How = "disputed" if how == "disputed" else "possible" if how == "certain" else "certain"
                held = self.people(inner, other, SEALED)
                if how == "disputed":
                    return held
                return Sql(f"SELECT person FROM {self._table('person')} EXCEPT {_sub(held)}", held.parameters)
            case All(parts):
                word = "UNION" if how == "disputed" else "INTERSECT"
                return _chain(word, [self.people(p, how, ceiling) for p in parts])
            case Any(parts):
                return _chain("UNION", [self.people(p, how, ceiling) for p in parts])
            case LibertyIn(statuses):
                return self._liberty(statuses, how, ceiling)
            case Listed(category):
                more = () if category is None else (("category", (category,)),)
                return self._spells("recognition", (("name", self.asked.lists), *more), how, ceiling)
            case OnStateList():
                return self._spells("state_list", (), how, ceiling)
            case HasFact():
                return self._facts(part, how, ceiling)

    def decisions(self, rule: DecisionRule, how: How, ceiling: int) -> Sql:
        """`SELECT fact`: the first fact of each decision that counts."""
        day, m = self.asked.as_of.isoformat(), self.mark
        fact, compliance = self._table("fact"), self._table("compliance")
        bound = "high" if how == "certain" else "low"
        counted = (
            f"SELECT topic FROM {fact} WHERE kind = 'finding' AND modality IN ('happened', 'alleged') "
            f"AND {bound} <= {m} AND level <= {m}"
        )
        parameters: tuple[str | int, ...] = (day, ceiling)
        if rule.unmet:
            unmet = f"SELECT topic FROM {compliance} WHERE high <= {m} AND state <> ''"
            met = f"SELECT topic FROM {compliance} WHERE high <= {m} AND state = 'met'"
            counted = f"{counted} INTERSECT {unmet} EXCEPT {met}"
            parameters = (*parameters, day, day)
        text = (
            f"SELECT MIN(fact) FROM {fact} WHERE kind = 'finding' AND modality IN ('happened', 'alleged') "
            f"AND topic IN ({counted}) GROUP BY topic"
        )
        return Sql(text, parameters)

    def assemblies(self) -> Sql:
        """The columns of `Detained` and more, for every assembly by the day."""
        columns = "fact, value, comparator, summed, dated, level"
        text = f"SELECT {columns} FROM {self._table('assembly')} WHERE high <= {self.mark}"
        return Sql(text, (self.asked.as_of.isoformat(),))

    # -- parts -----------------------------------------------------------------------------------------------------

    def _liberty(self, statuses: tuple[str, ...], how: How, ceiling: int) -> Sql:
        inside = self._on_day("liberty", (("name", statuses),), ceiling)
        if how == "possible":
            return inside
        if how == "certain":
            outside = self._on_day("liberty", (("name", statuses),), None, uncertain=True, outside=True)
            return _chain("EXCEPT", [inside, outside])
        disputed = self._on_day("liberty", (("name", statuses),), ceiling, uncertain=True)
        return Sql(f"{disputed.text} AND disputed = 1", disputed.parameters)

    def _spells(self, kind: str, where: tuple[tuple[str, tuple[str, ...]], ...], how: How, ceiling: int) -> Sql:
        on = self._on_day(kind, where, ceiling)
        return {
            "possible": on,
            "certain": Sql(f"{on.text} AND certain = 1", on.parameters),
            "disputed": Sql(f"{on.text} AND disputed = 1", on.parameters),
        }[how]

    def _on_day(
        self,
        kind: str,
        where: tuple[tuple[str, tuple[str, ...]], ...],
        ceiling: int | None,
        *,
        uncertain: bool = False,
        outside: bool = False,
    ) -> Sql:
        day, m = self.asked.as_of.isoformat(), self.mark
        text = f"SELECT person FROM {self._table('spell')} WHERE kind = {m}"
        parameters: list[str | int] = [kind]
        text += " AND certain = 0" if uncertain else " AND certain IN (0, 1)"
        for column, values in where:
            text += f" AND {column} {'NOT IN' if outside else 'IN'} ({self._marks(values)})"
            parameters.extend(values)
        text += f" AND start <= {m} AND until > {m}"
        parameters.extend((day, day))
        if ceiling is not None and ceiling < SEALED:
            text += f" AND level <= {m}"
            parameters.append(ceiling)
        return Sql(text, tuple(parameters))

    def _facts(self, part: HasFact, how: How, ceiling: int) -> Sql:
        m = self.mark
        bound = "high" if how == "certain" else "low"
        text = (
            f"SELECT person FROM {self._table('fact')} AS f WHERE kind = {m} AND {bound} <= {m} AND level <= {m} "
            "AND person <> '' AND modality IN ('happened', 'alleged')"
        )
        parameters: list[str | int] = [part.kind, self.asked.as_of.isoformat(), ceiling]
        if how != "possible":
            text += f" AND disputed = {int(how == 'disputed')}"
        if part.field is not None:
            term = f"t.fact = f.fact AND t.field = {m} AND t.value IN ({self._marks(part.terms)})"
            text += f" AND EXISTS (SELECT 1 FROM {self._table('term')} AS t WHERE {term})"
            parameters.extend((part.field, *part.terms))
        return Sql(text, tuple(parameters))

    # -- running ---------------------------------------------------------------------------------------------------

    def _people(self, counts: Expression, open: Expression | None, run: Run) -> Found:
        """Asks no more than it must: not twice for an audience that sees every row, no disputes when all is certain."""
        see = self.asked.ceiling
        possible = _ids(run, self.people(counts, "possible", SEALED))
        certain = _ids(run, self.people(counts, "certain", SEALED)) if possible else possible
        seen, maybe = certain, possible
        if possible and self._hides(counts, run):
            seen, maybe = (_ids(run, self.people(counts, how, see)) for how in _ANSWERS)
        disputed = _ids(run, self.people(counts, "disputed", see)) if maybe != seen else frozenset[str]()
        unanswered = _ids(run, self.people(open, "certain", see)) if open else frozenset[str]()
        return Found(certain, possible, seen, maybe, disputed, unanswered)

    def _hides(self, counts: Expression, run: Run) -> bool:
        """True when some row that the rule may rest on lies above what the audience sees."""
        if not self._tops:
            self._tops.append(_top(run, f"SELECT MAX(level) FROM {self._table('spell')}", ()))
        kinds = tuple(_kinds(counts))
        text = f"SELECT MAX(level) FROM {self._table('fact')} WHERE kind IN ({self._marks(kinds)})"
        return max(self._tops[0], _top(run, text, kinds) if kinds else 0) > self.asked.ceiling

    def _marks(self, values: Sequence[str]) -> str:
        return ", ".join([self.mark] * len(values)) or "NULL"

    def _decisions(self, rule: DecisionRule, run: Run) -> Found:
        asks: list[tuple[How, int]] = [("certain", SEALED), ("possible", SEALED)]
        asks += [("certain", self.asked.ceiling), ("possible", self.asked.ceiling)]
        return Found(*(_ids(run, self.decisions(rule, how, ceiling)) for how, ceiling in asks))

    def _table(self, name: str) -> str:
        assert name in TABLES
        return (self.tables or {}).get(name, name)


def _top(run: Run, text: str, parameters: Sequence[str]) -> int:
    return max((row[0] for row in run(text, parameters) if isinstance(row[0], int)), default=0)


def _kinds(part: Expression) -> Iterator[str]:
    """The kinds of facts that an expression asks for."""
    match part:
        case HasFact(kind):
            yield kind
        case Not(inner):
            yield from _kinds(inner)
        case All(parts) | Any(parts):
            for inner in parts:
                yield from _kinds(inner)
        case _:
            pass


def _ids(run: Run, sql: Sql) -> frozenset[str]:
    return frozenset(str(row[0]) for row in run(sql.text, sql.parameters))


def _sub(sql: Sql) -> str:
    return f"SELECT person FROM ({sql.text}) AS part"


def _chain(word: str, parts: Sequence[Sql]) -> Sql:
    text = f" {word} ".join(_sub(p) for p in parts)
    return Sql(text, tuple(v for p in parts for v in p.parameters))


def _detained(row: Sequence[object]) -> Detained:
    fact, value, comparator, summed, dated, level = row
    assert isinstance(value, int | float)
    assert isinstance(level, int)
    return Detained(str(fact), Count(value, str(comparator)), bool(summed), bool(dated), level)

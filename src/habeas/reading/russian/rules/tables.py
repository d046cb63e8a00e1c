"""Claims by tables of predicates: a pattern on flat text, the frame that says whose it is, and the claim it makes.

Frames: `subject` (nominative; the person is out of the sentence where none stands), `object` (accusative), `dative`,
`owner` (the genitive behind a noun, "его" before it), `at` ("обыск у X"), `named` (any name of the sentence, nobody
else), `appeal` (whose case a higher court decides), `for` ("для X и Y"), `described` (whom a participle describes).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from habeas.reading.draft import Draft
from habeas.reading.russian.statement import Statement
from habeas.reading.russian.telling import tell
from habeas.reading.russian.who import NOBODY, Who, agreement, inherited, named_in, owner, resolve, subject_or_topic


@dataclass(frozen=True, slots=True)
class Row:
    """One predicate of a table. `open` lets the topic stand in where the sentence names nobody; a `head`
    only counts where it opens the sentence, dates apart."""

    kind: str
    name: str
    frame: str
    pattern: re.Pattern[str]
    fields: Mapping[str, Any]
    base: float = 0.93
    open: bool = True
    head: bool = False


_INNER = r"(?<=\bст)\.|(?<=\bч)\.|(?<=\bг)\.|(?<=\d)\.(?=\d)"
"""Stops that end no sentence: in a row, `[^.;]` goes over them."""


def row(
    kind: str, name: str, frame: str, pattern: str, fields: Mapping[str, Any], base: float = 0.93, *,
    open: bool = True, head: bool = False,
) -> Row:  # fmt: skip
    """A row from a pattern in which a blank stands for any run of blanks."""
    spaced = re.sub(r" (?![?*+{])", lambda m: r"\s+", pattern)
    spaced = spaced.replace("[^.;]{", f"(?:[^.;]|{_INNER}){{").replace("[^.;,]{", f"(?:[^.;,]|{_INNER}){{")
    return Row(kind, name, frame, re.compile(rf"(?<!\w)(?:{spaced})(?!\w)"), fields, base, open, head)


def read_table(statement: Statement, table: Sequence[Row]) -> Iterator[Draft]:
    """The claims that a table finds; of overlapping matches the earlier row wins."""
    taken: list[tuple[int, int]] = []
    for line in table:
        for match in statement.find(line.pattern):
            start, end = match.span()
            if any(low < end and start < high for low, high in taken) or statement.quoted(start):
                continue
            if line.head and not _heads(statement, start):
                continue
            taken.append((start, end))
            if several := list(_by_date(statement, line, end)):
                yield from several
                continue
            who = people_of(statement, line, match)
            yield from tell(statement, who, (start, end), line.kind, line.fields, line.name, line.base)


_BRACKET = re.compile(r"\s*\((?:[^()]{0,30}\s)?")
_DASH = re.compile(r"\s*-\s*(?:[а-я-]+\s+){0,3}")


def _by_date(statement: Statement, line: Row, end: int) -> Iterator[Draft]:
    """Days with people behind a colon: "перевели в СИЗО: 13 июня - X, 24 июня - Y", "вышли: X (2 мая), Y (7 мая)"."""
    colon = statement.flat.find(":", end, min(end + 90, statement.span[1]))
    if colon < 0 or line.frame not in ("object", "subject", "dative"):
        return
    for date in statement.dates:
        owner_ = [s for s in statement.names if 0 < date.span[0] - s.span[1] < 40 and s.span[0] > colon]
        if owner_ and _BRACKET.fullmatch(statement.flat[owner_[-1].span[1] : date.span[0]]):
            who = Who(owner_[-1].persons, 0.95, owner_[-1])
            span = (owner_[-1].span[0], date.span[1])
            yield from tell(statement, who, span, line.kind, line.fields, line.name, line.base, dates=(date,))
            continue
        behind = [s for s in statement.slots if s.kind == "name" and 0 < s.span[0] - date.span[1] < 60]
        if date.span[0] > colon and behind and _DASH.fullmatch(statement.flat[date.span[1] : behind[0].span[0]]):
            who = Who(behind[0].persons, 0.95, behind[0])
            span = (date.span[0], behind[0].span[1])
            yield from tell(statement, who, span, line.kind, line.fields, line.name, line.base, dates=(date,))


def people_of(statement: Statement, line: Row, match: re.Match[str]) -> Who:
    """The people in the place that the frame of a row names."""
    start, end = match.span()
    if line.frame == "subject":
        gender, plural = agreement(match[0])
        if line.open:
            return subject_or_topic(statement, "n", start, end, gender=gender, plural=plural)
        return named_in(statement, "n", start, end)
    if line.frame == "participle":
        behind = [s for s in statement.slots if s.kind == "name" and 0 <= s.span[0] - end < 60]
        near = behind and not re.search(r"[.;:,]", statement.flat[end : behind[0].span[0]])
        return Who(behind[0].persons[:1], 0.9, behind[0]) if near else NOBODY
    if line.frame in ("object", "dative"):
        cases = "a" if line.frame == "object" else "d"
        if line.fields.get("step") == "appeal" and len(statement.sentenced) > 1 and not statement.names:
            return Who(statement.sentenced, 0.8)
        return subject_or_topic(statement, cases, start, end) if line.open else named_in(statement, cases, start, end)
    if line.frame == "appeal":
        return _appellant(statement, start, end)
    if line.frame == "for":
        who = named_in(statement, "dga", start, end)
        return who if who.persons else subject_or_topic(statement, "d", start, end)
    if line.frame == "described":
        return _described(statement, start, end)
    if line.frame == "owner":
        who = owner(statement, start, end, "gd")
        if who.persons or who.slot or not line.open:
            return who
        return NOBODY if any(s.kind == "group" for s in statement.slots) else _entry_or_name(statement, start, end)
    if line.frame == "at":
        who = owner(statement, start, end, "g")
        mine = [s for s in statement.slots if s.kind.startswith("own_") and start <= s.span[0] <= end + 30]
        if not who.persons and mine:
            who = resolve(statement, mine[0])
        if not who.persons:
            who = named_in(statement, "gd", start, end, reach=80)
        if not who.persons and (caught := statement.caught_here or statement.caught):
            return Who(caught, 0.75)
        return who if who.persons or not line.open else inherited(statement)
    return _named(statement, line, start, end)


def _appellant(statement: Statement, start: int, end: int) -> Who:
    """Whose case it is: the dative or genitive near the words, those of the last verdict, else the topic."""
    role = statement.context.people.role
    who = named_in(statement, "gd", start, end, reach=140)
    if who.slot and who.slot.kind in ("he", "own_he") and statement.search(_THING, None, who.slot.span[0]):
        return Who(statement.group, 0.75) if len(statement.group) > 1 else inherited(statement)  # "его" is the verdict
    if who.persons and not all(role(p) in ("official", "lawyer", "relative") for p in who.persons):
        return who
    own = [s for s in statement.names if not all(role(p) in ("official", "lawyer", "relative") for p in s.persons)]
    if len(own) == 1:
        return Who(own[0].persons, 0.8, own[0])
    if len(statement.sentenced) > 1 and not own:
        return Who(statement.sentenced, 0.8)
    if len(statement.group) > 1 and not own and statement.flat.startswith(("жалобы", "приговоры"), start):
        return Who(statement.group, 0.7)
    return inherited(statement)


def _described(statement: Statement, start: int, end: int) -> Who:
    """Whom a full participle describes: the name before its comma, else the one right behind it."""
    before = [s for s in statement.slots if s.span[1] <= start and start - s.span[1] < 60]
    if before and _COMMA.fullmatch(statement.flat[before[-1].span[1] : start]):
        return resolve(statement, before[-1])
    behind = [s for s in statement.slots if 0 <= s.span[0] - end < 90 and s.kind == "name"]
    near = behind and not re.search(r"[.;:]|,\s+(?:котор|что|а\s|но\s)", statement.flat[end : behind[0].span[0]])
    return Who(behind[0].persons, 0.9, behind[0]) if near else NOBODY


_THING = re.compile(r"(?<!\w)(?:приговор|срок|вердикт)(?!\w)")
_COMMA = re.compile(
    r"\s*(?:\([^()]*\))?(?:,\s+[^,;:.()]{1,40})?,\s+(?:(?:также|ранее|уже|тоже|впервые|снова|"
    r"вновь|недавно)\s+)?"
)
def _heads(statement: Statement, start: int) -> bool:
    """Whether nothing but dates and marks stands before a word in its sentence."""
    before = statement.flat[statement.span[0] : start]
    for date in reversed(statement.dates):
        low, high = date.span[0] - statement.span[0], date.span[1] - statement.span[0]
        if high <= len(before):
            before = before[:low] + before[high:]
    return not re.search(r"[а-я]{3}", before)


def _named(statement: Statement, line: Row, start: int, end: int) -> Who:
    """Any words of the clause that stand for somebody; of ill-treatment those whose body or belongings are told of."""
    own = [s for s in statement.slots if s.kind.startswith("own_") and start <= s.span[0] <= end + 12]
    if own:
        return resolve(statement, own[0])
    who = named_in(statement, "da" if line.kind == "ill_treatment" else "ngda", start, end)
    if not who.persons and line.kind == "ill_treatment":
        who = named_in(statement, "ng", start, end)
        if {statement.context.people.role(p) for p in who.persons} & {"official", "lawyer"}:
            who = NOBODY
    if line.name in ("opened", "case-opened") and _all_officials(statement, who):
        who = NOBODY
    return who if who.persons or not line.open else inherited(statement)


def _all_officials(statement: Statement, who: Who) -> bool:
    """Whoever opens a case is not the one against whom it is opened."""
    return bool(who.persons) and all(statement.context.people.role(p) in ("official", "lawyer") for p in who.persons)


def _entry_or_name(statement: Statement, start: int, end: int) -> Who:
    """The nearest name of the clause in the genitive, dative or nominative, else whom the text is about."""
    who = named_in(statement, "ngd", start, end, reach=90)
    return who if who.persons else inherited(statement)

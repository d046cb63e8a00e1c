"""Whom a predicate is about: the words in the case that it asks for, else whom the text is about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from habeas.reading.russian.flat import STOP
from habeas.reading.russian.stand_ins import Slot
from habeas.reading.russian.statement import Statement


@dataclass(frozen=True, slots=True)
class Who:
    """People, how sure the reading is of them, and the place that stands for them."""

    persons: tuple[str, ...]
    sure: float
    slot: Slot | None = None


NOBODY = Who((), 0.0)
_BYSTANDERS = frozenset({"official", "lawyer", "relative", "journalist"})
_BREAK = re.compile(
    rf"[;:]|{STOP}|,\s+(?:котор\w+|чь\w+|чей|что|чтобы|когда|где|потому|поскольку|так как|"
    rf"а|но|однако|хотя|после чего)(?!\w)|"
                    r"\s-\s(?=[а-я]{3})")  # fmt: skip


def named_in(statement: Statement, cases: str, start: int, end: int, *, reach: int = 260) -> Who:
    """The nearest words in one of `cases` around a predicate at `start..end`; nobody when an unnamed group is
    nearer.
    """
    best: tuple[float, Slot] | None = None
    for slot in statement.slots:
        if slot.span[0] < end and start < slot.span[1] and slot.kind not in ("name", "noun"):
            continue
        if slot.kind.startswith("own_") or not set(slot.cases) & set(cases):
            continue
        if _led(statement, slot, cases) and (
            slot.kind == "name" or "кроме" in statement.flat[slot.span[0] - 8 : slot.span[0]]
        ):
            continue
        distance = _distance(statement, slot, start, end)
        if distance <= reach and (best is None or distance < best[0]):
            best = (distance, slot)
    if best and best[1].kind == "group" and (among := _among(statement, best[1])):
        return among
    return resolve(statement, best[1]) if best else NOBODY


_AMONG = re.compile(
    r"[^.;]{0,60}?(?:,\s*(?:среди\s+(?:них|которых|задержанных|арестованных)|в\s+том\s+числе|включая|"
    r"в\s+их\s+числе)|:)"
                    r"\s*(?:был[аи]?\s+|оказал\w+\s+|и\s+|-\s+)?(?:[а-я-]+\s+){0,5}$")  # fmt: skip


def _among(statement: Statement, group: Slot) -> Who | None:
    """The people named out of a group: "задержали 14 человек, среди них X и Y"."""
    for slot in statement.slots:
        if (
            slot.kind == "name"
            and slot.span[0] >= group.span[1]
            and _AMONG.fullmatch(statement.flat[group.span[1] : slot.span[0]])
        ):
            return Who(slot.persons, 0.93, slot)
    return None


def _led(statement: Statement, slot: Slot, cases: str) -> bool:
    """A preposition before a name takes it away from a verb ("против Иванова", "о Петрове")."""
    before = statement.flat[max(statement.span[0], slot.span[0] - 14) : slot.span[0]]
    match = _LED.search(before)
    return bool(match) and match[1] not in _WANTED.get(cases, ())  # type: ignore[index]


_LED = re.compile(
    r"(?<!\w)(о|об|против|от|для|с|со|у|из|за|к|ко|до|на|в|по|без|кроме|про|при|под|между|из-за|ради|после)\s+"
                  r"(?:\w+(?:ого|ому|ой|им|ым)\s+)?$")  # fmt: skip
_WANTED = {
    "a": ("на", "за"), "ga": ("на", "у", "против"), "gd": ("у", "против", "к"), "g": ("у",), "dga": ("для",),
    "ngda": ("на", "против", "у", "к"), "ngd": ("у", "к"),
}  # fmt: skip


def _distance(statement: Statement, slot: Slot, start: int, end: int) -> float:
    """Characters between, with a toll for each clause border; words behind a predicate count a little nearer."""
    if slot.span[0] >= end:
        gap = statement.flat[end : slot.span[0]]
        base = len(gap) * 0.9
    elif slot.span[1] <= start:
        gap = statement.flat[slot.span[1] : start]
        base = float(len(gap))
    else:
        return 0.0
    base += 70 * len(_BREAK.findall(gap)) + 8 * gap.count(",")
    if slot.kind in ("he", "she", "they", "both"):
        base -= 4
    if slot.kind == "noun":
        base += 12
    if slot.kind == "name" and all(statement.context.people.role(p) in _BYSTANDERS for p in slot.persons):
        base += 60
    return base


def resolve(statement: Statement, slot: Slot) -> Who:
    """The people that a slot stands for."""
    if slot.kind == "name" or (slot.kind == "noun" and slot.persons):
        return Who(slot.persons, 1.0 if slot.kind == "name" else 0.85, slot)
    if slot.kind == "group":
        return NOBODY
    if slot.kind == "all":
        return _all_but(statement, slot)
    if slot.kind in ("rest", "everyone"):
        people = _of_group(statement, slot)
        return Who(people, 0.85, slot) if people else NOBODY
    if slot.kind in ("перв", "втор"):
        person = _nth(statement, slot)
        return Who((person,), 0.8, slot) if person else NOBODY
    if slot.kind == "kin":
        person = _spouse(statement, slot)
        return Who((person,), 0.75, slot) if person else NOBODY
    if slot.kind in ("they", "both", "own_they"):
        people = _several(statement, slot)
        return Who(people, 0.85, slot) if people else NOBODY
    gender = {"he": "m", "she": "f", "own_he": "m", "own_she": "f"}.get(slot.kind, slot.gender)
    person = _one(statement, slot.span[0], gender, pronoun=slot.kind != "noun")
    return Who((person,), 0.9 if slot.kind != "noun" else 0.8, slot) if person else NOBODY


def _one(statement: Statement, at: int, gender: str, *, pronoun: bool, here: bool = False) -> str | None:
    """The last person of a gender named before a place (`here`: in this sentence); bystanders only when nobody else."""
    people = statement.context.people
    before = [p for s in statement.names if s.span[1] <= at for p in s.persons]
    hero, last = people.hero, statement.topic[:1]
    if pronoun and hero and not before and all(people.passing(p) for p in last) and people.sex(hero) in (gender, None):
        return hero  # in a biography "он" goes back over somebody named in passing
    spare = None
    subjects = [p for s in statement.names if s.span[1] <= at and "n" in s.cases for p in s.persons]
    for person in (*reversed(before), *(() if here else (*statement.topic, *statement.entry))):
        sex = people.sex(person)
        if gender and sex and sex != gender:
            continue
        if people.role(person) in _BYSTANDERS:
            if pronoun and gender and people.role(person) == "relative" and person in subjects:
                return person
            spare = spare or person
            continue
        return person
    return spare if pronoun else None


def _of_group(statement: Statement, slot: Slot) -> tuple[str, ...]:
    """ "Всех", "остальным": the people of the case, the latter without those whom the sentence names before."""
    here = [p for s in statement.names if s.span[1] <= slot.span[0] for p in s.persons]
    if slot.kind == "everyone":
        here = [p for p in dict.fromkeys(here) if statement.context.people.role(p) not in _BYSTANDERS]
        return tuple(here) if len(here) > 1 else statement.group or statement.pair
    return tuple(p for p in statement.group if p not in here)


def _nth(statement: Statement, slot: Slot) -> str | None:
    """ "Первого", "второму": of the two named together last."""
    pair = next(
        (s.persons for s in reversed(statement.slots) if s.span[1] <= slot.span[0] and len(s.persons) == 2),
        statement.pair,
    )
    return pair[slot.kind == "втор"] if len(pair) == 2 else None


def _all_but(statement: Statement, slot: Slot) -> Who:
    """ "Все, кроме X": those whose case the section tells, without X."""
    after = [s for s in statement.names if 0 <= s.span[0] - slot.span[1] < 16]
    if not after or len(statement.harmed) < 2:
        return NOBODY
    people = tuple(p for p in statement.harmed if p not in after[0].persons)
    return Who(people, 0.8, slot)


def _spouse(statement: Statement, slot: Slot) -> str | None:
    """ "Муж", "сын" without a name, beside somebody's relative: the one of that sex whom the text is about."""
    if not slot.gender:
        return None
    people = statement.context.people
    for couple in (statement.entry, statement.fresh, statement.pair):
        own = [p for p in couple if people.sex(p) == slot.gender]
        if len(couple) == 2 and len(own) == 1 and slot.gender:
            return own[0]
    before = [p for s in statement.names if s.span[1] <= slot.span[0] for p in s.persons]
    if not any(people.role(p) == "relative" for p in before):
        return None
    return next(
        (p for p in (*before, *statement.topic) if people.sex(p) == slot.gender and people.role(p) not in _BYSTANDERS),
        None,
    )


_NUMBERS = (("троих", 3), ("троим", 3), ("трое", 3), ("четвер", 4), ("пятер", 5), ("шестер", 6), ("семер", 7))


def _several(statement: Statement, slot: Slot) -> tuple[str, ...]:
    """The people of the last coordination before a place, else the last two of the entry or text; as many as said."""
    number = next((n for stem, n in _NUMBERS if stem in statement.flat[slice(*slot.span)]), 0)
    for people in (statement.group, statement.sentenced, statement.caught, statement.pair) if number > 2 else ():
        if len(people) == number:
            return people
    for before in reversed(statement.slots):
        if before.span[1] <= slot.span[0] and before.kind == "name" and len(before.persons) > 1:
            return before.persons
    if len(statement.pair) > 1:
        return statement.pair
    if len(statement.entry) > 1:
        return statement.entry
    return statement.topic[:2] if slot.kind == "both" and len(statement.topic) > 1 else ()


def inherited(statement: Statement, gender: str = "") -> Who:
    """Whom the text is about where a sentence names nobody: the entry's one person, else the topic."""
    people = statement.context.people
    if len(statement.entry) == 1:
        return Who(statement.entry, 0.85)
    if statement.fresh and not gender:
        return Who(statement.fresh, 0.7)
    for person in statement.topic:
        if people.role(person) not in _BYSTANDERS and (not gender or people.sex(person) in (gender, None)):
            return Who((person,), 0.75)
    return Who(statement.entry, 0.7) if statement.entry else NOBODY


def subject_or_topic(
    statement: Statement, cases: str, start: int, end: int, *, gender: str = "", plural: bool = False
) -> Who:
    """`named_in`, and where no words stand for anybody in the clause, whom the text is about."""
    found = named_in(statement, cases, start, end)
    if found.persons and not (gender and _mismatch(statement, found, gender)):
        return found
    if found.slot is None and _group_near(statement, cases, start, end):
        return NOBODY
    if plural and statement.caught_here and not found.slot:
        return Who(statement.caught_here, 0.75)
    if plural:
        people = _several(statement, Slot((start, end), "they", cases))
        return Who(people, 0.75) if people else NOBODY
    if len(statement.entry) != 1 and (before := _one(statement, start, gender, pronoun=False, here=True)):
        return Who((before,), 0.7)
    return inherited(statement, gender)


def _mismatch(statement: Statement, who: Who, gender: str) -> bool:
    sexes = {statement.context.people.sex(p) for p in who.persons}
    return len(who.persons) == 1 and None not in sexes and gender not in sexes


def _group_near(statement: Statement, cases: str, start: int, end: int) -> bool:
    return any(
        s.kind == "group" and set(s.cases) & set(cases) and _distance(statement, s, start, end) < 60
        for s in statement.slots
    )


def owner(statement: Statement, start: int, end: int, cases: str = "g") -> Who:
    """The owner of a noun at `start..end`: the genitive right behind it, "его" before it, else whom the text is
    about.
    """
    behind = [s for s in statement.slots if 0 <= s.span[0] - end < 70 and set(s.cases) & set(cases)]
    for slot in behind[:1]:
        gap = statement.flat[end : slot.span[0]]
        if not re.search(r"[.;:]|,\s", gap):
            found = resolve(statement, slot)
            if found.persons or slot.kind == "group":
                return found
    before = [s for s in statement.slots if 0 <= start - s.span[1] < 30 and s.kind.startswith("own_")]
    if before:
        return resolve(statement, before[-1])
    return NOBODY


_LED_BY = re.compile(r"(?:в|во|на|под|из|из-под|с|по)\s")
_VERBAL = re.compile(r"(?<!\w)[а-я]+?(?P<end>[нт]а|[нт]ы|ла|лась|ли|лись|[юя]тся)(?!\w)")


def agreement(words: str) -> tuple[str, bool]:
    """(`f` or nothing, whether plural) by the ending of a verb or short participle."""
    told = re.split(r"\s(?:в|во|с|из|на|под|по|от|к|за)\s", words)[0]
    ends = [m["end"] for m in _VERBAL.finditer(words if _LED_BY.match(words) else told)]
    if not ends:
        return "", False
    plural = ends[-1] in ("ны", "ты", "ли", "лись", "ются", "ятся")
    return ("f" if ends[-1] in ("на", "та", "ла", "лась") else ""), plural

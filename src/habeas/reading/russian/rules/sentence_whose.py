"""Whose a Russian penalty is: beside it, by the grammar of its verb, else those of the entry."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from habeas.reading.russian.rules.penalties import Penalty
from habeas.reading.russian.rules.rows import is_cell, is_row
from habeas.reading.russian.stand_ins import Slot
from habeas.reading.russian.statement import Statement
from habeas.reading.russian.who import NOBODY, Who, agreement, inherited, named_in, owner, resolve, subject_or_topic

_DASHED = re.compile(r"\s*(?:\([^()]*\))?(?:\s*,[^,;:.()]{3,60},)?\s*(?:-|:)\s*(?:к\s+|на\s+|по\s+|срок\s+)?$")
_BRACKETED = re.compile(r"\s*(?:[а-я-]+\s+){0,3}?[а-я-]*\s*\(")
_AFTER_DASH = re.compile(r"\s*-\s*(?:[а-я-]+\s+){0,3}")
_INSIDE = re.compile(r"\s*\((?:[^()]{0,40}\s)?$")


@dataclass(frozen=True, slots=True)
class Verb:
    """A word that sentences: its place and its frame (the name of a group of `_PREDICATE`)."""

    start: int
    end: int
    frame: str
    word: str


def owner_of(statement: Statement, penalty: Penalty, verb: Verb | None, found: list[Penalty]) -> Who:
    """The people of a penalty."""
    if who := beside(statement, penalty):
        return who
    if (verb is None or verb.frame in ("noun", "subject")) and (after := _given_to(statement, penalty)):
        return after
    if verb is None:
        if _stands_for_entry(statement, penalty):
            return Who(statement.entry, 1.0 if is_row(statement) else 0.85)
        return _only_one(statement, penalty)
    if verb.frame == "demand":
        who = named_in(statement, "dga", verb.start, verb.end)
        return who if who.persons else subject_or_topic(statement, "g", verb.start, verb.end)
    again = _same_verb_before(statement, penalty, verb, found)
    return again if again else by_frame(statement, verb)


def _only_one(statement: Statement, penalty: Penalty) -> Who:
    """Without a verb: the one person, or the people named together, of the clause ("Итог для X - шесть лет")."""
    if penalty.kind == "ban" or (penalty.bare and not is_arrest(statement, penalty)):
        return NOBODY
    people = statement.context.people
    named = [s for s in statement.slots if s.kind == "name" and not all(people.role(p) in _ASIDE for p in s.persons)]
    groups = any(s.kind == "group" for s in statement.slots)
    first = statement.dates[0].span if statement.dates else None
    dated = (
        first and first[0] - statement.span[0] < 3 and re.match(r"\s*[-:]\s", statement.flat[first[1] : first[1] + 4])
    )
    small = penalty.kind in ("fine", "arrest")
    if (statement.lead or dated or small) and not groups and not statement.names:
        return inherited(statement)  # a line of a chronicle or card
    near = len(named) == 1 and not re.search(r"[;.]", statement.flat[named[0].span[1] : penalty.span[0]])
    return Who(named[0].persons, 0.75, named[0]) if near and not groups else NOBODY


_ASIDE = ("official", "lawyer", "relative")


_BEFORE_DAYS = re.compile(r"(?:^|[-;,:]\s*|арест\w*\s+)(?:на\s+)?$")
_BEHIND_DAYS = re.compile(r"\s*(?:$|[.;,(]|ареста)")


def is_arrest(statement: Statement, penalty: Penalty) -> bool:
    """Days between two marks in a line that is dated or tells of a detention: "13.08 - 15 суток"."""
    if penalty.kind != "arrest" or not _BEHIND_DAYS.match(statement.flat, penalty.span[1], statement.span[1]):
        return False
    before = statement.flat[max(statement.span[0], penalty.span[0] - 20) : penalty.span[0]]
    told = statement.lead or statement.dates or re.search(r"задерж|арест", statement.flat[slice(*statement.span)])
    return bool(told and _BEFORE_DAYS.search(before))


def _same_verb_before(statement: Statement, penalty: Penalty, verb: Verb, found: list[Penalty]) -> Who | None:
    """A name between the verb and a later penalty takes it: "X получил 5 лет, а Y - 6", "A к 5 годам, B к 6"."""
    earlier = [p for p in found if verb.end <= p.span[0] and p.span[1] <= penalty.span[0]]
    if not earlier or verb.frame not in ("subject", "object", "dative", "passive"):
        return None
    wanted = {"subject": "n", "object": "a", "dative": "d", "passive": "n"}[verb.frame]
    if verb.frame in ("object", "dative") and (behind := _named_behind(statement, penalty, verb, wanted, found)):
        return behind
    for slot in statement.slots:
        between = earlier[-1].span[1] <= slot.span[0] and slot.span[1] <= penalty.span[0]
        fits = set(slot.cases) & set(wanted) and slot.kind in ("name", "noun", "kin", "group", "he", "she")
        if between and fits:
            return resolve(statement, slot)
    return None


def _named_behind(statement: Statement, penalty: Penalty, verb: Verb, wanted: str, found: list[Penalty]) -> Who | None:
    """Where the names stand behind their penalties: "приговорил к 6 годам A, а позже - к 4 годам B"."""
    first = min(p.span[0] for p in found if p.span[0] >= verb.end)
    names = [s for s in statement.slots if s.kind == "name" and set(s.cases) & set(wanted)]
    if any(verb.start - 40 < s.span[0] < first for s in names):
        return None
    stop = min([p.span[0] for p in found if p.span[0] > penalty.span[0]], default=penalty.span[1] + 70)
    behind = [s for s in names if penalty.span[1] <= s.span[0] < stop and s.span[0] - penalty.span[1] < 50]
    return resolve(statement, behind[0]) if behind else None


def by_frame(statement: Statement, verb: Verb) -> Who:
    """The people whom the grammar of a verb names."""
    start, end = verb.start, verb.end
    if verb.frame in ("passive", "subject"):
        gender, plural = agreement(verb.word)
        return subject_or_topic(statement, "n", start, end, gender=gender, plural=plural)
    if verb.frame == "object":
        return subject_or_topic(statement, "a", start, end)
    if verb.frame == "exact":
        behind = [s for s in statement.names if 0 < s.span[0] - end < 60 and "g" in s.cases]
        return resolve(statement, behind[0]) if behind else NOBODY
    if verb.frame == "ended":
        who = named_in(statement, "dga", start, end)
        return who if who.persons else inherited(statement)
    if verb.frame in ("dative", "threat"):
        return subject_or_topic(statement, "d", start, end)
    if verb.frame == "appeal":
        who = named_in(statement, "d", start, end, reach=120)
        return who if who.persons else subject_or_topic(statement, "g", start, end)
    if verb.frame == "participle":
        return _described(statement, verb)
    who = owner(statement, start, end, "gd")
    return who if who.persons or who.slot else subject_or_topic(statement, "d", start, end)


def _described(statement: Statement, verb: Verb) -> Who:
    """Whom a participle describes: the name before it (", получившая ..."), else the one behind it."""
    before = [s for s in statement.slots if s.span[1] <= verb.start and verb.start - s.span[1] < 40]
    if before and re.fullmatch(
        r"\s*(?:\([^()]*\))?\s*(?:,|-)?\s*(?:\w+\s+){0,3}", statement.flat[before[-1].span[1] : verb.start]
    ):
        return resolve(statement, before[-1])
    after = [s for s in statement.slots if s.span[0] >= verb.end and s.kind == "name" and s.span[0] - verb.end < 110]
    return resolve(statement, after[0]) if after else NOBODY


def beside(statement: Statement, penalty: Penalty) -> Who | None:
    """Who stands right beside a penalty: "X - 9 лет", "2 года (X)", "X (5 лет колонии)"."""
    start, end = penalty.span
    flat = statement.flat
    spoken = [s for s in statement.slots if s.kind in ("he", "she") and set(s.cases) & set("nd")]
    for slot in (*statement.names, *spoken):
        if slot.span[1] <= start and start - slot.span[1] < 60:
            gap = flat[slot.span[1] : start]
            if slot.kind != "name" and re.fullmatch(r"\s*-\s*", gap):
                return resolve(statement, slot)  # "она - год, он - полтора"
            if slot.kind == "name" and (_DASHED.fullmatch(gap) or _INSIDE.fullmatch(gap)):
                return _with_coordinated(statement, slot, penalty)
        if (
            slot.kind == "name"
            and slot.span[0] >= end
            and _AFTER_DASH.fullmatch(flat[end : slot.span[0]])
            and re.search(r"(?<!\w)(?:к|на)\s+$", flat[start - 4 : start])
        ):
            return resolve(statement, slot)
        behind = slot.span[0] >= end and slot.span[0] - end < 40 and _BRACKETED.fullmatch(flat[end : slot.span[0]])
        if behind and re.match(r"\s*[),]", flat[slot.span[1] : slot.span[1] + 3]):
            return resolve(statement, slot)
    return None


def _given_to(statement: Statement, penalty: Penalty) -> Who | None:
    """The dative right behind a penalty: "три года - священнику X"."""
    for slot in statement.names:
        near = 0 < slot.span[0] - penalty.span[1] < 50 and "d" in slot.cases and "n" not in slot.cases
        if near and re.fullmatch(r"\s*-?\s*(?:[а-я-]+\s+){0,3}", statement.flat[penalty.span[1] : slot.span[0]]):
            return resolve(statement, slot)
    return None


def _with_coordinated(statement: Statement, slot: Slot, penalty: Penalty) -> Who:
    """The whole coordination that ends with a name ("X и Y - по 7 лет")."""
    for whole in statement.slots:
        if whole.span[0] <= slot.span[0] and whole.span[1] == slot.span[1]:
            by_each = " по " in statement.flat[slot.span[1] : penalty.span[0]]
            return resolve(statement, whole if by_each else replace(slot))
    return resolve(statement, slot)


def _stands_for_entry(statement: Statement, penalty: Penalty) -> bool:
    """A line of an entry that is little more than the penalty."""
    if not statement.entry or (penalty.bare and not is_cell(statement, penalty.span)):
        return False
    if is_row(statement) and not _named_between(statement, penalty):
        return True
    others = [
        s for s in statement.slots if s.kind in ("name", "group", "kin") and not set(s.persons) & set(statement.entry)
    ]
    if len(statement.entry) == 1 and not others and penalty.kind != "ban":
        return True
    block = statement.context.layout.block_at(statement.span[0])
    length = statement.span[1] - statement.span[0]
    return (
        bool(block and (block.kind in ("field", "heading") or length < 60))
        and len(penalty_free(statement, penalty)) < 30
    )


def _named_between(statement: Statement, penalty: Penalty) -> bool:
    """Whether a row names somebody else before a penalty."""
    return any(s.span[1] <= penalty.span[0] and not set(s.persons) <= set(statement.entry) for s in statement.names)


def penalty_free(statement: Statement, penalty: Penalty) -> str:
    """What stands in a sentence before a penalty."""
    return statement.flat[statement.span[0] : penalty.span[0]]

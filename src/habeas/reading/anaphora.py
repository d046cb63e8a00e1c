"""What pronouns, nouns and silence stand for: "he", "they", "the activist", "X and her husband", a line that names
nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from habeas.reading.clauses import Slot, Statement
from habeas.reading.ordinals import by_order

EXPLICIT, PRONOUN, NOUN, INHERITED = 1.0, 0.9, 0.85, 0.8
"""How sure the people are: named in the clause, by pronoun, by a noun ("the activist"), or inherited from the entry."""


@dataclass(frozen=True, slots=True)
class Who:
    """People, how sure (a factor of confidence), and the noun phrase that named them, if any."""

    persons: tuple[str, ...]
    sure: float
    slot: Slot | None = None


NOBODY = Who((), 0.0)


def inherited(statement: Statement) -> Who:
    """The people of the entry, for a sentence that names nobody."""
    people = statement.entry_people
    return Who(people, INHERITED) if people else NOBODY


def holder(statement: Statement) -> Who:
    """Whose field a line is: the people of the entry, else whom the lines before it were about."""
    people = statement.entry_people or statement.topic_before
    return Who(people, INHERITED) if people else NOBODY


def resolve(statement: Statement, slot: Slot) -> Who:
    """The people that a noun phrase stands for; nobody for an unnamed group."""
    if slot.kind == "name":
        return Who(_and_pronoun(statement, slot) + slot.persons + _and_kin(statement, slot), EXPLICIT, slot)
    if slot.kind == "group" and (beside := _name_and(statement, slot)):
        return Who(beside.persons, EXPLICIT, beside)
    if slot.kind == "group":
        return Who((), 0.0, slot)
    if slot.kind == "ordinal":
        return Who(by_order(statement, slot), NOUN, slot)
    if slot.kind in ("they", "nouns"):
        return Who(_many(statement, slot), PRONOUN if slot.kind == "they" else NOUN, slot)
    sex = {"he": "m", "she": "f"}.get(slot.kind) or _sex_of(statement.flat[slot.span[0] : slot.span[1]])
    return Who(_one(statement, slot, sex), NOUN if slot.kind == "noun" else PRONOUN, slot)


_WITH = re.compile(r"\b(?:together|along|alongside|jointly|simultaneously)\s+with\b|\balongside\b")
_NEAR = re.compile(r"\s+(?:(?:his|her|their|the|an?|fellow|another)\s+)?(?:[a-z-]+\s+){0,4}")


def with_companions(statement: Statement, who: Who) -> Who:
    """The people of a predicate, and those with whom it befell them: "was detained together with camerawoman X"."""
    if not who.persons:
        return who
    for mark in _WITH.finditer(statement.masked):
        named = next((s for s in statement.slots if s.span[0] >= mark.end() and s.kind == "name"), None)
        near = named and not named.owner and _NEAR.fullmatch(statement.masked, mark.end(), named.span[0])
        if named and near and not set(named.persons) & set(who.persons):
            return Who((*who.persons, *named.persons), who.sure, who.slot)
    return who


def _name_and(statement: Statement, slot: Slot) -> Slot | None:
    """ "X and five other activists": the names that the unnamed group is told together with."""
    for left in statement.slots:
        if left.kind == "name" and not left.owner and statement.masked[left.span[1] : slot.span[0]].strip() == "and":
            return left
    return None


def _and_pronoun(statement: Statement, slot: Slot) -> tuple[str, ...]:
    """ "He and X": those whom the pronoun before the name means."""
    for left in statement.slots:
        if (
            left.kind in ("he", "she", "they")
            and not left.owner
            and statement.masked[left.span[1] : slot.span[0]].strip() == "and"
        ):
            return tuple(p for p in resolve(statement, left).persons if p not in slot.persons)
    return ()


_KIN = re.compile(r"\s+(?:(?:husband|wife|spouse)(?P<spouse>)|(?:brother|sister)(?P<sibling>))\b(?!\s+\x01)")


def _and_kin(statement: Statement, slot: Slot) -> tuple[str, ...]:
    """ "X and her husband": whom the text has named as X's husband before."""
    for right in statement.slots:
        if (
            right.owner
            and right.kind in ("he", "she")
            and statement.masked[slot.span[1] : right.span[0]].strip() == "and"
        ):
            tie = _KIN.match(statement.masked, right.span[1])
            kin = statement.memory.kin if statement.memory else {}
            other = kin.get((slot.persons[-1], tie.lastgroup or "")) if tie else None
            return (other,) if other else ()
    return ()


def _sex_of(noun: str) -> str | None:
    if re.search(r"\b(?:man|boy|businessman)\b", noun):
        return "m"
    return "f" if re.search(r"\b(?:woman|girl|businesswoman)\b", noun) else None


def _fits(statement: Statement, person: str, sex: str | None) -> bool:
    known = statement.context.people.sex(person)
    return sex is None or known is None or known == sex


def _one(statement: Statement, slot: Slot, sex: str | None) -> tuple[str, ...]:
    """The one person that a pronoun or "the activist" means.

    First a fitting subject of the same sentence, then the topic of the sentences before, then the entry's only fitting
    person, then whoever fits and was named last.
    """
    people = statement.context.people
    if hero := _hero(statement, slot, sex):
        return (hero,)
    entry = [p for p in statement.entry_people if _fits(statement, p, sex)]
    exact = [p for p in entry if sex is not None and people.sex(p) == sex]
    only = entry if len(entry) == 1 else exact if len(exact) == 1 else []
    own = [
        s for s in statement.slots if s.kind == "name" and s.span[1] <= slot.span[0] and not statement.quoted(s.span[0])
    ]
    free = [
        p for s in reversed(own) if not s.led and not s.aside and not s.owner and len(s.persons) == 1 for p in s.persons
    ]
    topic = [p for p in statement.topic_before if len(statement.topic_before) == 1]
    rest = [p for s in reversed(own) if len(s.persons) == 1 for p in s.persons]
    near = [] if statement.entry_people else likely(statement, rest)
    last = [*rest, *_named_before(statement, slot)]
    for person in [*likely(statement, free), *near, *likely(statement, topic), *only, *last]:
        if _fits(statement, person, sex) and (not only or person in only or sex is None or people.sex(person) == sex):
            return (person,)
    return _announced(statement, slot, sex)


def _hero(statement: Statement, slot: Slot, sex: str | None) -> str | None:
    """In a biography "he" goes back to its hero over somebody named in passing in the sentences before."""
    people = statement.context.people
    if people.hero is None or slot.kind not in ("he", "she") or not _fits(statement, people.hero, sex):
        return None
    before = [p for s in statement.slots if s.kind == "name" and s.span[1] <= slot.span[0] for p in s.persons]
    other = any(_fits(statement, p, sex) for p in likely(statement, before))
    return people.hero if not other and all(people.passing(p) for p in statement.topic_before) else None


_AHEAD = re.compile(
    r"\W*(?:(?:ever\s+)?since|following|after|before|during|upon|despite|prior\s+to|until|at\s+the\s+time\s+of|months\s+after|"
    r"weeks\s+after|days\s+after|in|on)\b"
)


def _announced(statement: Statement, slot: Slot, sex: str | None) -> tuple[str, ...]:
    """ "Since his arrest on 3 May, X has been": a pronoun in an opening phrase means the subject behind it."""
    if not _AHEAD.match(statement.masked):
        return ()
    for named in statement.slots:
        if named.span[0] > slot.span[1] and named.kind == "name" and not named.owner and not named.led:
            opened = statement.masked[slot.span[1] : named.span[0]]
            if len(named.persons) == 1 and "," in opened and _fits(statement, named.persons[0], sex):
                return named.persons
    return ()


def likely(statement: Statement, persons: list[str]) -> list[str]:
    """Those whom a report would go on to talk about: not officials, lawyers, politicians, relatives."""
    return [p for p in persons if statement.context.people.role(p) in ("subject", "other", "journalist")]


def _named_before(statement: Statement, slot: Slot) -> list[str]:
    """People named in the 600 characters before, nearest first, within the entry."""
    people = statement.context.people
    at = statement.span[0] + slot.span[0]
    entry = people.entry_at(at)
    floor = max(0, at - 600, entry.span[0] if entry else 0)
    near = [m.person for m in reversed(people.mentions_in(floor, at))]
    return likely(statement, near) or near


def _many(statement: Statement, slot: Slot) -> tuple[str, ...]:
    """The people that "they" or "the activists" means: those named together in the sentence, the topic, a shared
    entry's people.
    """
    for own in reversed(statement.slots):
        if own.kind == "name" and own.span[1] <= slot.span[0] and len(own.persons) > 1 and not own.led:
            return own.persons
    words = statement.flat[slot.span[0] : slot.span[1]].split()
    if statement.flat[slot.span[1] :].startswith(" all ") or statement.flat[: slot.span[0]].rstrip().endswith("all of"):
        named = (s.persons for e in statement.earlier(3) for s in e.slots if s.kind == "name")
        groups = [statement.topic_before, *named]
        return max(groups, key=len) if max(map(len, groups)) > 1 else ()
    counted = next((_NUMBERS[w] for w in words if w in _NUMBERS), 0)
    if counted:
        return _so_many(statement, slot, counted)
    if words[:1] == ["both"] and (two := _so_many(statement, slot, 2)):
        return two
    topic, entry = statement.topic_before, statement.entry_people
    if len(topic) > 1 and not set(topic) < set(entry):
        return topic
    if len(entry) > 1:
        return entry
    led = [s for s in statement.slots if s.kind == "name" and s.span[1] <= slot.span[0] and len(s.persons) > 1]
    if led:
        return led[-1].persons
    for earlier in statement.earlier(2):
        for other in reversed(earlier.slots):
            if len(other.persons) > 1:
                return other.persons
    return _last_named(statement, slot, 2) if words[:1] == ["each"] else ()


_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


def _so_many(statement: Statement, slot: Slot, count: int) -> tuple[str, ...]:
    """The people of "all four", "the three": the topic, the entry, those named last, or those sentenced so far."""
    judged = statement.memory.sentenced if statement.memory else ()
    groups = [statement.topic_before, statement.entry_people]
    exact = next((g for g in groups if len(g) == count), ())
    found = exact or _last_named(statement, slot, count) or (judged if len(judged) == count else ())
    return found or _all_so_far(statement, count)


def _all_so_far(statement: Statement, count: int) -> tuple[str, ...]:
    """ "The three": everybody whom the text has told to be persecuted so far, when there are just so many."""
    people = statement.context.people
    told = [p.id for p in people.persons if p.role == "subject" and p.mentions and p.mentions[0][0] < statement.span[0]]
    return tuple(told) if len(told) == count > 2 else ()


def _last_named(statement: Statement, slot: Slot, count: int) -> tuple[str, ...]:
    """ "All four": the people named in the sentences before, when they are just so many."""
    if len(statement.entry_people) == count:
        return statement.entry_people
    named: dict[str, None] = {}
    for here in [statement, *statement.earlier(3)]:
        mentions = [m.person for m in here.mentions if here is not statement or m.span[0] < slot.span[0] + here.span[0]]
        named |= dict.fromkeys(likely(statement, mentions))
        if len(named) >= count:
            break
    return tuple(named) if len(named) == count else ()


def topic_of(statement: Statement) -> tuple[str, ...]:
    """The people that a sentence is about: its first free noun phrase, else what the sentence before was about."""
    for slot in statement.slots:
        if slot.kind == "group" or slot.owner or slot.aside or slot.led or statement.quoted(slot.span[0]):
            continue
        if slot.kind in ("noun", "nouns"):
            continue
        return with_companions(statement, resolve(statement, slot)).persons
    named = dict.fromkeys(m.person for m in statement.mentions)
    return tuple(named) if len(named) == 1 and not statement.entry_people else statement.topic_before

"""Who a predicate is about: its subject, its object, its owner, or the people of the entry when it names nobody.

The words of the clause decide. A name that only owns something ("X's lawyer"), that a preposition or participle governs
("supporting X"), or that stands in a relative clause about someone else is not taken. Where the clause has a subject that
is no known person ("the policeman was"), the answer is nobody: an unnamed person is never turned into a named one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from habeas.reading.clauses import VERB, Slot, Statement

EXPLICIT, PRONOUN, NOUN, INHERITED = 1.0, 0.9, 0.85, 0.8
"""How sure the people are: named in the clause, by pronoun, by a noun ("the activist"), or inherited from the entry."""


@dataclass(frozen=True, slots=True)
class Who:
    """People, how sure (a factor of confidence), and the noun phrase that named them, if any."""

    persons: tuple[str, ...]
    sure: float
    slot: Slot | None = None


NOBODY = Who((), 0.0)

_LIGHT = (
    r"(?:was|were|is|are|been|being|be|had|has|have|also|again|later|then|subsequently|first|initially|repeatedly|"
    r"twice|once|both|"
    r"each|all|immediately|reportedly|allegedly|brutally|violently|forcibly|arbitrarily|illegally|unlawfully|"
    r"eventually|finally|"
    r"still|currently|now|already|soon|therefore|thus|reportedly|officially|not|himself|herself|themselves|together|"
    r"ago|"
    r"earlier|previously|temporarily|severely|a|short|while|time|in|on|at|since|by|from|after|before|early|late|"
    r"until|of|the|"
    r"same|next|following|day|morning|evening|night|month|year|week|\w+ly)"
)
_DIRECT = re.compile(rf"[\s,()\x02-]*(?:{_LIGHT}[\s,()\x02-]+)*")
_OPENING = re.compile(
    r"[\s,()\x02:.\d*•-]*(?:(?:on|in|at|by|since|from|after|before|during|until|as|a|the|result|for|this|that|his|"
    r"her|their|however|"
    r"also|then|later|subsequently|earlier|previously|again|twice|and|but|first|finally|moreover|besides|of|same|"
    r"following|next|day|"
    r"was|were|been|being|is|are|early|late|end|beginning|trial|case|charge|charges|reportedly|allegedly|both|each|to|"
    r"arrest|sentence|conviction|verdict|date|status|\w+ly)[\s,()\x02:.\d-]*)*"
)
_SHARED = re.compile(
    r"(?:\band|\bbut|\bthen|\bor|\bbefore|\bafter|,)\s+(?:(?:being|was|were|been|is|are|has been|had been|then|later|"
    r"subsequently|immediately|again|"
    r"also|not|eventually|finally|both|each|only|in|on|after|\x02+|,|once|first|\w+ly)[\s,]+)*$"
)
_WHO = re.compile(
    r"\b(?:who|that)\s+(?:(?:was|were|is|are|had|has|have|been|being|also|later|then|\w+ly|in|on|\x02+|"
    r",)\s*)*$"
)
_HARD = re.compile(
    r";|:\s|,\s+while\b|\bbut\s+(?=\x01)|,\s+and\s+(?=\x01)|\.\s|\bthat\s+(?=\x01|he\b|she\b|they\b|"
    r"the\b)"
)
_BAR = re.compile(
    r"\b(?:for|by|with|from|after|before|who|that|which|against|because|over|during|under|to|when|"
    r"while|than|about|if)\b|[.;:]"
)
_CHAIN_LINK = re.compile(
    r"[\s,;:()-]*(?:and|as well as|with|including|in particular|"
    r"namely)?[\s,:]*(?:[a-z'-]+[\s,]+){0,7}"
)


def subject_of(statement: Statement, at: int) -> Who:
    """The people that a predicate starting at `at` has as its subject ("X was detained", "X, who was detained")."""
    left = [s for s in statement.slots if s.span[1] <= at]
    masked = statement.masked
    floor = clause_start(masked, at)
    who = _WHO.search(masked, floor, at)
    if who:
        head = next((s for s in reversed(left) if s.span[1] <= who.start() and not s.owner), None)
        if head is None or VERB.search(masked, head.span[1], who.start()):
            return NOBODY
        if head.kind == "name" and re.match(r"(?:who|that)\s+(?:was|is|has)\b", who[0]):
            head = replace(head, persons=head.persons[-1:])
        return resolve(statement, head)
    near = next((s for s in reversed(left) if not s.owner and _level(statement, s, at)), None)
    if near is not None and near.span[0] >= floor and _DIRECT.fullmatch(masked, near.span[1], at):
        if near.led in ("", "for", "to", "from", "with") or near.kind in ("he", "she", "they"):
            return resolve(statement, near)
    shared = _SHARED.search(masked, floor, at)
    for slot in left if shared or near is None else [near, *left]:
        if (
            slot.span[0] >= floor
            and not slot.owner
            and _level(statement, slot, at)
            and not slot.led
            and _reaches(statement, slot, at, bool(shared))
        ):
            who = resolve(statement, slot)
            if who.persons or slot.kind == "group":
                return who
    if _OPENING.fullmatch(masked, floor, at):
        return inherited(statement)
    return NOBODY


def object_of(statement: Statement, at: int) -> Who:
    """The people that a predicate ending at `at` has as its object ("police detained X, Y and Z")."""
    masked = statement.masked
    for slot in statement.slots:
        if slot.span[0] < at:
            continue
        gap = masked[at : slot.span[0]]
        if len(gap) > 110 or _BAR.search(gap) or slot.aside:
            return NOBODY
        if slot.owner:
            return NOBODY if slot.kind == "name" else _relative_or_nobody(statement, slot)
        return resolve(statement, slot)
    return NOBODY


def owner_of(statement: Statement, start: int, end: int) -> Who:
    """The people whose something it is: "X's arrest", "his arrest", "the arrest of X", "the arrest, X's third"."""
    masked = statement.masked
    for slot in reversed(statement.slots):
        if slot.span[1] > start:
            continue
        gap = masked[slot.span[1] : start]
        if slot.owner and re.fullmatch(r"(?:'s?)?\s+(?:[a-z-]+\s+){0,2}", gap) and not VERB.search(gap):
            return resolve(statement, slot)
        break
    for slot in statement.slots:
        if slot.span[0] >= end:
            gap = masked[end : slot.span[0]]
            ok = re.fullmatch(r"\s+(?:of|against|for|on|to)\s+(?:[a-z',-]+\s+){0,8}", gap)
            return (
                resolve(statement, slot)
                if ok and not VERB.search(gap.replace("against", "")) and not slot.owner
                else NOBODY
            )
    return NOBODY


_MARK = re.compile(r":|\b(?:in particular|including|namely|such as|among them|among whom)\b")


def listed_after(statement: Statement, at: int, *, marked: bool = False) -> Who:
    """The names of a list behind `at`; `marked`: only behind a colon, "including", "namely" and the like."""
    if marked:
        mark = _MARK.search(statement.masked, at)
        if mark is None or mark.start() - at > 90:
            return NOBODY
        at = mark.end()
    names = [s for s in statement.slots if s.span[0] >= at and s.kind == "name" and not s.owner and not s.aside]
    people = dict.fromkeys(p for s in names for p in s.persons)
    return Who(tuple(people), 0.95, names[0]) if names else NOBODY


def before_bracket(statement: Statement, at: int) -> Who:
    """The one person named right before the bracket that opens before `at`."""
    opening = statement.masked.rfind("(", 0, at)
    for mention in reversed(statement.mentions):
        low, high = mention.span[0] - statement.span[0], mention.span[1] - statement.span[0]
        if high <= opening:
            return (
                Who((mention.person,), EXPLICIT, Slot((low, high), "name", (mention.person,)))
                if not statement.masked[high:opening].strip()
                else NOBODY
            )
    return NOBODY


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
    if slot.kind == "group":
        return Who((), 0.0, slot)
    if slot.kind in ("they", "nouns"):
        return Who(_many(statement, slot), PRONOUN if slot.kind == "they" else NOUN, slot)
    sex = {"he": "m", "she": "f"}.get(slot.kind) or _sex_of(statement.flat[slot.span[0] : slot.span[1]])
    return Who(_one(statement, slot, sex), NOUN if slot.kind == "noun" else PRONOUN, slot)


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
            other = statement.kin.get((slot.persons[-1], tie.lastgroup or "")) if tie else None
            return (other,) if other else ()
    return ()


def clause_start(masked: str, at: int) -> int:
    """Where the clause that holds `at` begins."""
    floor = 0
    for match in _HARD.finditer(masked, 0, at):
        floor = match.end()
    return floor


def _level(statement: Statement, slot: Slot, at: int) -> bool:
    """True when a noun phrase is not in a relative or subordinate clause that the predicate is outside of."""
    return not slot.aside or statement.aside_of(slot.span[0]) == statement.aside_of(at)


def _reaches(statement: Statement, slot: Slot, at: int, shared: bool) -> bool:
    """True when nothing between the noun phrase and the predicate starts another clause."""
    gap = _without_asides(statement, slot.span[1], at)
    if shared:
        return True
    return (
        len(gap) < 160
        and not VERB.search(_LEADING_AUX.sub("", gap[::-1], count=1)[::-1])
        and not re.search(r",\s+and\s|;", gap)
    )


_LEADING_AUX = re.compile(r"^[\s,]*(?:(?:ylno|osla|neeb|saw|erew|dah|sah|evah|gnieb|era|si)\s*)+\b")


def _without_asides(statement: Statement, start: int, end: int) -> str:
    return "".join(c for i, c in enumerate(statement.masked[start:end], start) if not statement.aside(i))


def _relative_or_nobody(statement: Statement, slot: Slot) -> Who:
    return NOBODY


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
    for person in [
        *_likely(statement, free),
        *_likely(statement, topic),
        *only,
        *rest,
        *_named_before(statement, slot),
    ]:
        if _fits(statement, person, sex) and (not only or person in only or sex is None or people.sex(person) == sex):
            return (person,)
    return ()


def _likely(statement: Statement, persons: list[str]) -> list[str]:
    """Those whom a report would go on to talk about: not officials, lawyers, politicians, relatives."""
    return [p for p in persons if statement.context.people.role(p) in ("subject", "other", "journalist")]


def _named_before(statement: Statement, slot: Slot) -> list[str]:
    """People named in the 600 characters before, nearest first, within the entry."""
    people = statement.context.people
    at = statement.span[0] + slot.span[0]
    entry = people.entry_at(at)
    floor = max(0, at - 600, entry.span[0] if entry else 0)
    near = [m.person for m in reversed(people.mentions_in(floor, at))]
    return _likely(statement, near) or near


def _many(statement: Statement, slot: Slot) -> tuple[str, ...]:
    """The people that "they" or "the activists" means: those named together in the sentence, the topic, a shared entry's people."""
    for own in reversed(statement.slots):
        if own.kind == "name" and own.span[1] <= slot.span[0] and len(own.persons) > 1 and not own.led:
            return own.persons
    topic, entry = statement.topic_before, statement.entry_people
    if len(topic) > 1 and not set(topic) < set(entry):
        return topic
    if len(entry) > 1:
        return entry
    for earlier in statement.earlier(2):
        for other in reversed(earlier.slots):
            if len(other.persons) > 1:
                return other.persons
    return ()


def topic_of(statement: Statement) -> tuple[str, ...]:
    """The people that a sentence is about: its first free noun phrase, else what the sentence before was about."""
    for slot in statement.slots:
        if slot.kind == "group" or slot.owner or slot.aside or slot.led or statement.quoted(slot.span[0]):
            continue
        if slot.kind in ("noun", "nouns"):
            continue
        return resolve(statement, slot).persons
    named = dict.fromkeys(m.person for m in statement.mentions)
    return tuple(named) if len(named) == 1 and not statement.entry_people else statement.topic_before

"""Who a predicate is about: its subject, its object, its owner, or the people of the entry when it names nobody.

The words of the clause decide. A name that only owns something ("X's lawyer"), that a preposition or participle governs
("supporting X"), or that stands in a relative clause about someone else is not taken. Where the clause has a subject that
is no known person ("the policeman was"), the answer is nobody: an unnamed person is never turned into a named one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.reading.clauses import VERB, Slot, Statement
from habeas.reading.people import Mention

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
    r"(?:was|were|is|are|been|being|be|had|has|have|also|again|later|then|subsequently|first|initially|repeatedly|twice|once|both|"
    r"each|all|immediately|reportedly|allegedly|brutally|violently|forcibly|arbitrarily|illegally|unlawfully|eventually|finally|"
    r"still|currently|now|already|soon|therefore|thus|reportedly|officially|not|himself|herself|themselves|together|ago|"
    r"earlier|previously|temporarily|severely|a|short|while|time|in|on|at|since|by|from|after|before|early|late|until|of|the|"
    r"same|next|following|day|morning|evening|night|month|year|week|\w+ly)"
)
_DIRECT = re.compile(rf"[\s,()\x02-]*(?:{_LIGHT}[\s,()\x02-]+)*")
_OPENING = re.compile(
    r"[\s,()\x02:.\d*•-]*(?:(?:on|in|at|by|since|from|after|before|during|until|as|a|the|result|for|this|that|his|her|their|however|"
    r"also|then|later|subsequently|earlier|previously|again|twice|and|but|first|finally|moreover|besides|of|same|following|next|day|"
    r"was|were|been|being|is|are|early|late|end|beginning|trial|case|charge|charges|reportedly|allegedly|both|each|to|"
    r"arrest|sentence|conviction|verdict|date|status|\w+ly)[\s,()\x02:.\d-]*)*"
)
_SHARED = re.compile(
    r"(?:\band|\bbut|\bthen|\bor|,)\s+(?:(?:was|were|been|is|are|has been|had been|then|later|subsequently|immediately|again|"
    r"also|not|eventually|finally|both|each|only|in|on|after|\x02+|,|once|first|\w+ly)[\s,]+)*$"
)
_WHO = re.compile(r"\b(?:who|that)\s+(?:(?:was|were|is|are|had|has|have|been|being|also|later|then|\w+ly|in|on|\x02+|,)\s*)*$")
_HARD = re.compile(r";|:\s|,\s+while\b|\bbut\s+(?=\x01)|,\s+and\s+(?=\x01)|\.\s|\bthat\s+(?=\x01|he\b|she\b|they\b|the\b)")
_BAR = re.compile(r"\b(?:for|by|with|from|after|before|who|that|which|against|because|over|during|under|to|when|while|than|about|if)\b|[.;:]")
_CHAIN_LINK = re.compile(r"[\s,;:()-]*(?:and|as well as|with|including|in particular|namely)?[\s,:]*(?:[a-z'-]+[\s,]+){0,7}")


def subject_of(statement: Statement, at: int) -> Who:
    """The people that a predicate starting at `at` has as its subject ("X was detained", "X, who was detained")."""
    left = [s for s in statement.slots if s.span[1] <= at]
    masked = statement.masked
    floor = _floor(masked, at)
    who = _WHO.search(masked, floor, at)
    if who:
        head = next((s for s in reversed(left) if s.span[1] <= who.start() and not s.owner), None)
        return resolve(statement, head) if head and not VERB.search(masked, head.span[1], who.start()) else NOBODY
    near = next((s for s in reversed(left) if not s.owner and not s.aside), None)
    if near is not None and near.span[0] >= floor and _DIRECT.fullmatch(masked, near.span[1], at):
        if near.led in ("", "for", "to", "from", "with") or near.kind in ("he", "she", "they"):
            return resolve(statement, near)
    shared = _SHARED.search(masked, floor, at)
    for slot in left if shared or near is None else [near, *left]:
        if slot.span[0] >= floor and not slot.owner and not slot.aside and not slot.led and _reaches(statement, slot, at, bool(shared)):
            return resolve(statement, slot)
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
            return resolve(statement, slot) if ok and not VERB.search(gap.replace("against", "")) and not slot.owner else NOBODY
    return NOBODY


def inherited(statement: Statement) -> Who:
    """The people of the entry, for a sentence that names nobody."""
    people = statement.entry_people
    return Who(people, INHERITED) if people else NOBODY


def resolve(statement: Statement, slot: Slot) -> Who:
    """The people that a noun phrase stands for; nobody for an unnamed group."""
    if slot.kind == "name":
        return Who(slot.persons, EXPLICIT, slot)
    if slot.kind == "group":
        return Who((), 0.0, slot)
    if slot.kind in ("they", "nouns"):
        return Who(_many(statement, slot), PRONOUN if slot.kind == "they" else NOUN, slot)
    sex = {"he": "m", "she": "f"}.get(slot.kind) or _sex_of(statement.flat[slot.span[0] : slot.span[1]])
    return Who(_one(statement, slot, sex), NOUN if slot.kind == "noun" else PRONOUN, slot)


def _floor(masked: str, at: int) -> int:
    floor = 0
    for match in _HARD.finditer(masked, 0, at):
        floor = match.end()
    return floor


def _reaches(statement: Statement, slot: Slot, at: int, shared: bool) -> bool:
    """True when nothing between the noun phrase and the predicate starts another clause."""
    gap = _without_asides(statement, slot.span[1], at)
    if shared:
        return True
    return len(gap) < 160 and not VERB.search(_LEADING_AUX.sub("", gap[::-1], count=1)[::-1]) and not re.search(r",\s+and\s|;", gap)


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
    """The one person that a pronoun or "the activist" means: the entry's only fitting one, else the last fitting one named."""
    people = statement.context.people
    at = statement.span[0] + slot.span[0]
    entry = [p for p in statement.entry_people if _fits(statement, p, sex)]
    exact = [p for p in entry if sex is not None and people.sex(p) == sex]
    if len(entry) == 1 or len(exact) == 1:
        return tuple(exact or entry)
    known = [m for m in _before(statement, at, 600) if sex is None or people.sex(m.person) == sex]
    for mention in known or _before(statement, at, 600):
        if _fits(statement, mention.person, sex):
            return (mention.person,)
    return ()


def _before(statement: Statement, at: int, reach: int) -> list[Mention]:
    """Mentions before `at`, nearest first; those in subject position of a recent sentence before the rest."""
    people = statement.context.people
    floor = max(0, at - reach)
    entry = people.entry_at(at)
    if entry:
        floor = max(floor, entry.span[0])
    near = list(reversed(people.mentions_in(floor, at)))
    likely = [m for m in near if people.role(m.person) in ("subject", "other", "journalist")]
    return likely or near


def _many(statement: Statement, slot: Slot) -> tuple[str, ...]:
    """The people that "they" or "the activists" means: those just named together, else those of an entry shared by several."""
    entry = statement.entry_people
    at = statement.span[0] + slot.span[0]
    for names in _coordinated_before(statement, at):
        if len(names) > 1 and (not entry or len(entry) < 2 or set(names) <= set(entry)):
            return names if len(entry) < 2 or len(names) > 1 else entry
    return entry if len(entry) > 1 else ()


def _coordinated_before(statement: Statement, at: int) -> Iterator[tuple[str, ...]]:
    """Groups of people named together in this sentence before `at` and in the two sentences before it, nearest first."""
    own = [s.persons for s in statement.slots if s.kind == "name" and s.span[1] <= at - statement.span[0]]
    yield from reversed(own)
    for earlier in statement.earlier(2):
        yield from (s.persons for s in reversed(earlier.slots) if s.kind == "name")

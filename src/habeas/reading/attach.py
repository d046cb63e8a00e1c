"""Who a predicate is about: its subject, its object, its owner, or the people of the entry when it names nobody.

The words of the clause decide. A name that only owns something ("X's lawyer"), that a preposition or participle governs
("supporting X"), or that stands in a relative clause about someone else is not taken. Where the clause has a subject
that is no known person ("the policeman was"), the answer is nobody: an unnamed person is never turned into a named one.
"""

from __future__ import annotations

import re
from dataclasses import replace

from habeas.reading.anaphora import EXPLICIT, NOBODY, Who, holder, inherited, resolve, with_companions
from habeas.reading.clauses import VERB, Slot, Statement

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
    r"[\s,()\x02:.\d*•-]*(?:(?:born|on|in|at|by|since|from|after|before|during|until|as|a|the|result|for|this|that|his|"
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
    r"\b(?:who|that|himself|herself|themselves)\s+(?:(?:was|were|is|are|had|has|have|been|being|also|later|then|\w+ly|in|on|\x02+|"
    r",)\s*)*$"
)
_HARD = re.compile(
    r";|:\s|,\s+while\b|\bbut\s+(?=\x01)|,\s+and\s+(?=\x01)|(?<!\b[a-z])\.\s|\bthat\s+(?=\x01|he\b|she\b|they\b|"
    r"the\b)"
)
_BAR = re.compile(
    r"\b(?:for|by|with|from|after|before|who|that|which|against|because|over|during|under|to|when|"
    r"while|than|about|if)\b|[.;:]"
)


def subject_of(statement: Statement, at: int) -> Who:
    """The people that a predicate starting at `at` has as its subject ("X was detained", "X, who was detained")."""
    return with_companions(statement, _subject_of(statement, at))


def _subject_of(statement: Statement, at: int) -> Who:
    left = [s for s in statement.slots if s.span[1] <= at]
    masked = statement.masked
    floor = _clause_of(statement, at)
    relative = _WHO.search(masked, floor, at)
    if relative:
        return _antecedent(statement, left, relative)
    near = next((s for s in reversed(left) if not s.owner and _level(statement, s, at)), None)
    if near is not None and near.span[0] >= floor and _free(near) and _DIRECT.fullmatch(masked, near.span[1], at):
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
        return _left_out(statement) if statement.elliptic else inherited(statement)
    if statement.elliptic and not any(s.span[0] >= floor and not s.owner and not s.led for s in left):
        return _left_out(statement)
    if statement.entry_people and _CELL.search(masked, 0, at):
        return inherited(statement)
    return NOBODY


_CELL = re.compile(r"(?:\||\s-)\s+$")
"""The edge of a cell: what begins there is about the person whose line it is."""


def _left_out(statement: Statement) -> Who:
    """Whom a sentence leaves out: the people of the entry, or the topic of the sentence before in the same line."""
    before = next(statement.earlier(1), None)
    if statement.entry_people or before is None:
        return inherited(statement)
    return holder(statement) if "\n" not in statement.context.text[before.span[1] : statement.span[0]] else NOBODY


def _free(slot: Slot) -> bool:
    """True when it may be a subject although a loose preposition stands before it ("to this end X was")."""
    return slot.led in ("", "for", "to", "from", "with") or slot.kind in ("he", "she", "they")


def _antecedent(statement: Statement, left: list[Slot], relative: re.Match[str]) -> Who:
    """Whom "who was" is about: the last one named before it, or all of a list before "who were"."""
    head = next((s for s in reversed(left) if s.span[1] <= relative.start() and not s.owner), None)
    if head is None or VERB.search(statement.masked, head.span[1], relative.start()):
        return NOBODY
    if head.kind == "name" and re.match(r"(?:who|that)\s+(?:was|is|has)\b", relative[0]):
        head = replace(head, persons=head.persons[-1:])
    return resolve(statement, head)


def object_of(statement: Statement, at: int) -> Who:
    """The people that a predicate ending at `at` has as its object ("police detained X, Y and Z")."""
    return with_companions(statement, _object_of(statement, at))


def _object_of(statement: Statement, at: int) -> Who:
    masked = statement.masked
    for slot in statement.slots:
        if slot.span[0] < at:
            continue
        gap = masked[at : slot.span[0]]
        if len(gap) > 110 or _BAR.search(gap) or not _level(statement, slot, max(0, at - 1)):
            return NOBODY
        if slot.owner:
            return NOBODY
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


def clause_start(masked: str, at: int) -> int:
    """Where the clause that holds `at` begins."""
    floor = 0
    for match in _HARD.finditer(masked, 0, at):
        floor = match.end()
    return floor


def _clause_of(statement: Statement, at: int) -> int:
    """The same, but a comma before the last name of a list ("X, Y, and Z were") starts no clause."""
    floor = clause_start(statement.masked, at)
    inside = next((s for s in statement.slots if s.span[0] < floor < s.span[1]), None)
    return clause_start(statement.masked, inside.span[0]) if inside else floor


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

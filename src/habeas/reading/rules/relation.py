"""Family ties that the text states in so many words. Level 3: never proposed from a shared surname."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.reading.anaphora import EXPLICIT, PRONOUN, Who, resolve
from habeas.reading.clauses import Slot, Statement
from habeas.reading.draft import Draft
from habeas.reading.rules.telling import tell

TRIGGERS = ("wife", "husband", "spouse", "brother", "sister", "father", "mother", "son", "daughter", "parent")
_TIES = {
    "wife": "spouse",
    "husband": "spouse",
    "spouse": "spouse",
    "brother": "sibling",
    "sister": "sibling",
    "father": "parent",
    "mother": "parent",
    "parent": "parent",
    "son": "parent",
    "daughter": "parent",
}
_NOUN = re.compile(rf"\b(?P<tie>{'|'.join(_TIES)})s?\b(?!-in-law)")
_BEFORE = re.compile(r"(?:'s?)?\s+(?:(?:late|former|elder|younger|older|own|twin|eldest|youngest|ex)\s+)?$")
_NAMED = re.compile(r"[\s,(-]*(?:[a-z-]+\s+(?:and\s+)?){0,4}")


def read(statement: Statement) -> Iterator[Draft]:
    """The relations between two named people that one sentence tells."""
    slots = statement.singles
    for noun in _NOUN.finditer(statement.masked):
        pair = _owned(statement, slots, noun) or _of(statement, slots, noun)
        if pair is None:
            continue
        who, other = pair
        if not who.persons or not other.persons or set(who.persons) & set(other.persons):
            continue
        name = statement.context.people.name(other.persons[0])
        yield from tell(
            statement,
            Who(who.persons[:1], who.sure),
            noun.start(),
            noun.end(),
            kind="relation",
            fields={"other": name, "tie": _TIES[noun["tie"]]},
            rule="relation.stated",
            base=0.9,
            modality="happened",
            dates=(),
        )


def _owned(statement: Statement, slots: tuple[Slot, ...], noun: re.Match[str]) -> tuple[Who, Who] | None:
    """ "X's wife, Y", "his sister Y", "Y is X's wife"."""
    owner = next((s for s in reversed(slots) if s.owner and s.span[1] <= noun.start()), None)
    if owner is None or not _BEFORE.fullmatch(statement.masked, owner.span[1], noun.start()):
        return None
    after = next((s for s in slots if s.kind == "name" and s.span[0] >= noun.end()), None)
    if (
        after
        and _NAMED.fullmatch(statement.masked, noun.end(), after.span[0])
        and "said" not in statement.masked[noun.end() : after.span[0]]
    ):
        return resolve(statement, owner), Who(after.persons[:1], EXPLICIT)
    before = next((s for s in reversed(slots) if s.kind == "name" and s.span[1] <= owner.span[0]), None)
    if before and re.fullmatch(r"\s+(?:is|was)\s+|\s*,\s*", statement.masked[before.span[1] : owner.span[0]]):
        return resolve(statement, owner), Who(before.persons[-1:], PRONOUN)
    return None


def _of(statement: Statement, slots: tuple[Slot, ...], noun: re.Match[str]) -> tuple[Who, Who] | None:
    """ "Y is the wife of X", "Y, brother of X"."""
    right = next((s for s in slots if s.kind == "name" and s.span[0] >= noun.end()), None)
    left = next((s for s in reversed(slots) if s.kind == "name" and s.span[1] <= noun.start()), None)
    if (
        right is None
        or left is None
        or not re.fullmatch(r"\s+of\s+(?:[a-z-]+\s+(?:and\s+)?){0,7}", statement.masked[noun.end() : right.span[0]])
    ):
        return None
    gap = statement.masked[left.span[1] : noun.start()]
    if not re.fullmatch(r"\s*(?:(?:is|was)\s+|,\s*|-\s*|\(\s*)?(?:[a-z-]+[\s,]+){0,9}", gap) or re.search(
        r"\bof\s", gap
    ):
        return None
    return Who(right.persons[:1], EXPLICIT), Who(left.persons[-1:], EXPLICIT)

"""Sentences that were changed later: whose they are, and what they had been before ("reduced it from five years")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.reading.anaphora import NOBODY, Who, inherited, resolve
from habeas.reading.attach import owner_of
from habeas.reading.clauses import Statement
from habeas.reading.draft import Draft
from habeas.reading.rules.penalties import Penalty
from habeas.reading.rules.sentence_draft import draft_of

_NOMINAL = re.compile(r"\b(?:sentences?|terms?|punishments?|imprisonment|penalty|penalties|verdict|it)\b")
_BEHIND = re.compile(r"(?:'s?)?\s+(?:[a-z-]+\s+){0,4}(?:sentence|term|punishment|imprisonment|measure|penalty)\b")
_FROM = re.compile(r"\bfrom\s+$")


def changed_whose(statement: Statement, verb: re.Match[str], last: Who) -> Who:
    """ "his sentence was reduced to", "replaced the unserved part of X's sentence with"; else who was judged last.

    `last` are the people of the verb before in the same sentence ("got six years, which the court raised to eight").
    """
    near = [s for s in statement.slots if s.owner or s.kind == "name"]
    for slot in sorted(near, key=lambda s: abs(s.span[0] - verb.start())):
        if slot.owner and _BEHIND.match(statement.masked[slot.span[1] : slot.span[1] + 60]):
            return resolve(statement, slot)
    nouns = _NOMINAL.search(statement.masked, max(0, verb.start() - 80), min(len(statement.masked), verb.end() + 60))
    owner = owner_of(statement, nouns.start(), nouns.end()) if nouns else NOBODY
    if owner.persons or last.persons:
        return owner if owner.persons else last
    return last_judged(statement) if nouns else NOBODY


def last_judged(statement: Statement) -> Who:
    """Whom the last sentence told was passed on; else the topic before, else the people of the entry."""
    judged = statement.memory.judged if statement.memory else ()
    if judged:
        return Who(judged, 0.85)
    if statement.topic_before and set(statement.topic_before) <= set(statement.entry_people or statement.topic_before):
        return Who(statement.topic_before, 0.8)
    return inherited(statement)


def changed_from(statement: Statement, verb: re.Match[str], last: Who) -> Iterator[Draft]:
    """What the sentence had been: "reduced the sentence from ten years to six"."""
    for length in statement.lengths:
        low, high = length.span
        near = verb.end() <= low and low - verb.end() < 100
        if length.ranged and near and _FROM.search(statement.masked, 0, low):
            penalty = Penalty((low, high), "imprisonment", length.length)
            who = changed_whose(statement, verb, last)
            yield from draft_of(statement, who, penalty, verb.start(), high, "sentence.changed-from", 0.85, dates=())
            return

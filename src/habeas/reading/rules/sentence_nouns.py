"""Sentences told by nouns: "his four-year sentence", "the verdict of 5 May: three years in prison"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.reading.anaphora import NOBODY, Who, holder, resolve
from habeas.reading.attach import object_of, owner_of, subject_of
from habeas.reading.clause_dates import dates_behind, dates_of
from habeas.reading.clauses import Statement
from habeas.reading.dates import DateMention
from habeas.reading.draft import Draft
from habeas.reading.rules.penalties import Penalty
from habeas.reading.rules.sentence_draft import draft_of
from habeas.reading.rules.sentence_whose import topic_in, with_kinds

_IMPOSED = re.compile(
    r"[^.;\x01]{0,60}?\b(?:imposed|handed\s+down|handed|passed|pronounced|given)\b(?:\s+by\s+[^.;]{2,60}?)?\s+(?:on|"
    r"upon|to|against)\b"
)
_VERDICT = re.compile(
    r"\b(?:sentences?|verdict|judgment|ruling|decision|conviction|court\s+ruled|second\s+(?:one|"
    r"trial))\b(?![^.;]{0,60}\b(?:asked|requested|demanded))"
    r"(?:\s+(?:against|on|of|for)\s+(?:(?:mr|ms|mrs|dr)\.\s+)?\x01+)?[^.;\x01]{0,100}?(?:\b(?:was|"
    r"were|is|are|reads?|imposes?|imposed|came\s+to|amounts?\s+to)\b|:)[\s:]*(?:of\s+)?(?:an?\s+|"
    r"the\s+)?$"
)
_COURT_WORDS = re.compile(r"\b(?:sentenced?|sentences|convict\w*|prison|colony|imprison\w*|verdict)\b")
_BESIDE = re.compile(r"\s*(?:\(|:|-)\s*(?:(?:sentenced|given|jailed)\s+(?:to|for)?\s*)?(?:an?\s+)?")
_LISTED = re.compile(r"\s*,\s+(?:an?\s+)?|\s*(?:\(|:|-)\s*(?:an?\s+)?")
_LIST_END = re.compile(r"[\s)]*(?:;|\.\s*$|$|,\s+(?:and\s+)?\x01)")
_FOR_WHOM = re.compile(r"[\s,]*(?:for|on|to|against)\s+(?:[a-z]+\s+){0,3}$")
_NEXT = re.compile(
    r"[\s,;]*(?:(?:and|as\s+well\s+as|plus|with|followed\s+by)\b[\s,]*)?(?:(?:for|on|to|"
    r"against)\s+(?:\x01|and|for|each|[\s,])+)?(?:an?\s+)?"
)


def verdicts(statement: Statement, rest: list[Penalty]) -> Iterator[Draft]:
    """ "The verdict of 28 October imposes one year of probation on X"; "6 months of prison for X, a fine for Y"."""
    first = next((p for p in rest if p.kind != "ban" and _VERDICT.search(statement.masked, 0, p.span[0])), None)
    if first is None or statement.quoted(first.span[0]):
        return
    start = next(m.start() for m in [_VERDICT.search(statement.masked, 0, first.span[0])] if m)
    chain = [first]
    for penalty in rest[rest.index(first) + 1 :]:
        if _NEXT.fullmatch(statement.masked, chain[-1].span[1], penalty.span[0]):
            chain.append(penalty)
    dates = dates_of(statement, start, first.span[0]) or _in_verdict(statement, start, first.span[0])
    for penalty in with_kinds(chain):
        if penalty.kind != "ban":
            who = _given_to(statement, penalty) or _verdict_of(statement, start, first.span[0])
            yield from draft_of(
                statement,
                who,
                penalty,
                start,
                penalty.span[1],
                "sentence.verdict",
                0.9,
                **({"dates": dates} if dates else {}),
            )


def _in_verdict(statement: Statement, start: int, end: int) -> tuple[DateMention, ...]:
    inside = tuple(d for d in statement.dates if start <= d.span[0] < end)
    return inside[:1] if len(inside) == 1 else ()


def _given_to(statement: Statement, penalty: Penalty) -> Who | None:
    """The names right behind a penalty: "6 months of imprisonment for X"."""
    people: list[str] = []
    at = penalty.span[1]
    for slot in statement.slots:
        if (slot.span[0] >= at and slot.kind == "name" and _FOR_WHOM.fullmatch(statement.masked, at, slot.span[0])) or (
            people and slot.kind == "name" and re.fullmatch(r"\s+and\s+for\s+", statement.masked[at : slot.span[0]])
        ):
            people += slot.persons
            at = slot.span[1]
    return Who(tuple(dict.fromkeys(people)), 1.0) if people else None


def _verdict_of(statement: Statement, start: int, end: int) -> Who:
    """Whose verdict: "his sentence", "the verdict against X", else the entry's; nobody's when others are named."""
    for slot in statement.slots:
        if slot.owner and slot.kind != "group" and 0 <= start - slot.span[1] <= 24:
            return resolve(statement, slot)
        if slot.kind == "name" and start <= slot.span[0] < end:
            return resolve(statement, slot)
    first = next((s for s in statement.slots if not s.owner and not s.led and s.span[0] < start), None)
    if first is not None:
        return resolve(statement, first) if first.kind != "group" else NOBODY
    return holder(statement)


def beside(statement: Statement, rest: list[Penalty]) -> Iterator[Draft]:
    """ "X: 7 years in prison", "X (7 years in prison)": a penalty right behind a name."""
    listed = _in_list(statement, rest)
    for penalty in rest:
        told = penalty.length is not None or penalty in listed
        if penalty.kind == "ban" or not told or statement.quoted(penalty.span[0]):
            continue
        of_courts = penalty in listed and any(p.kind for p in listed)
        if (
            not penalty.kind
            and not of_courts
            and not any(_COURT_WORDS.search(s.masked) for s in (statement, *statement.earlier(3)))
        ):
            continue
        for mention in statement.mentions:
            end = mention.span[1] - statement.span[0]
            behind = _BESIDE if penalty not in listed else _LISTED
            if end <= penalty.span[0] and behind.fullmatch(statement.masked, end, penalty.span[0]):
                who, kind = Who((mention.person,), 1.0), with_kinds([penalty])[0]
                when = (statement.lead,) if statement.lead else ()
                yield from draft_of(statement, who, kind, *penalty.span, "sentence.beside", 0.85, dates=when)


def _in_list(statement: Statement, rest: list[Penalty]) -> list[Penalty]:
    """The penalties of a list "X, two years; Y, 18 months; Z, a fine": two or more straight behind names."""
    ends = [m.span[1] - statement.span[0] for m in statement.mentions]
    listed = [
        p for p in rest
        if _LIST_END.match(statement.masked, p.span[1])
        and any(e <= p.span[0] and _LISTED.fullmatch(statement.masked, e, p.span[0]) for e in ends)
    ]  # fmt: skip
    return listed if len(listed) > 1 else []


_ENDED = re.compile(r"\b(?:ended|concluded|closed|resulted|culminated)\b")


_TRIAL_OF = re.compile(r"\btrial\s+of\s+(?=(?:\w+\s+)?\x01)")


def _whose_trial(statement: Statement, at: int) -> Who:
    """ "X, whose trial ended with", "X's trial ended in", "his trial ended with", "the trial of X ended with"."""
    if of := _TRIAL_OF.search(statement.masked, 0, at):
        return object_of(statement, of.end())
    for slot in reversed([s for s in statement.slots if s.span[1] <= at]):
        between = statement.masked[slot.span[1] : at]
        if slot.kind == "group" or len(between) > 60:
            return NOBODY
        if slot.owner or re.match(r",\s+whose\b", between):
            return resolve(statement, slot)
    return NOBODY


def nominal(statement: Statement, rest: list[Penalty]) -> Iterator[Draft]:
    """ "his four-year sentence", "X's sentence of five years", "the four-year prison term of X"."""
    for penalty in rest:
        low, high = penalty.span
        around = statement.masked[max(0, low - 40) : low]
        noun = re.match(r"[\s-]*(?:(?:prison|jail|suspended)\s+)?(?:sentence|term)\b", statement.masked[high:])
        own = bool(re.search(r"\b(?:sentence|term)\b", statement.masked[low:high]))
        before = re.search(r"\b(?:sentence|term)\s+of\s+(?:an?\s+)?$", around)
        if not (noun or own or before) and not (penalty.length is None and _IMPOSED.match(statement.masked, high)):
            continue
        if (penalty.length is None and not _IMPOSED.match(statement.masked, high)) or statement.quoted(low):
            continue
        end = high + noun.end() if noun else high
        start = max(0, low - 40) + before.start() if before else low
        who = owner_of(statement, start, end)
        imposed = _IMPOSED.match(statement.masked, end)
        if imposed:
            who = object_of(statement, imposed.end())
            end = who.slot.span[1] if who.slot else end
        ends = None if who.persons else _ENDED.search(statement.masked, 0, low)
        if ends:
            who, dates_at = subject_of(statement, ends.start()), dates_of(statement, ends.start(), end)
            who = who if who.persons else _whose_trial(statement, ends.start())
            yield from draft_of(
                statement, who, with_kinds([penalty])[0], start, end, "sentence.noun", 0.85, dates=dates_at
            )
            continue
        if not who.persons and re.search(r"\b(?:conviction|his|her|their|the)\b[^.;]{0,30}$", around):
            who = topic_in(statement, low)
        dates = dates_behind(statement, end)
        yield from draft_of(statement, who, with_kinds([penalty])[0], start, end, "sentence.noun", 0.85, dates=dates)

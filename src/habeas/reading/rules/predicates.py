"""Claims read by tables of predicates: a pattern, whose grammar says who it is about, and the claim that it makes.

A `Predicate` matches the masked flat text of a sentence. `who` says where the people stand: `subject` ("X was
detained"), `object` ("police detained X"), `owner` ("X's arrest", "the arrest of X"), `any` (owner, object, then
subject, entry), `listed` (the names behind), `bracket` ("X (detained since 2019)") or `entry`. In patterns a blank
stands for any run of blanks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from habeas.reading.anaphora import NOBODY, Who, inherited, resolve
from habeas.reading.attach import before_bracket, listed_after, object_of, owner_of, subject_of
from habeas.reading.clause_dates import dates_behind
from habeas.reading.clauses import Statement
from habeas.reading.dates import DateMention
from habeas.reading.draft import Draft
from habeas.reading.rules.needed import needed
from habeas.reading.rules.telling import tell

Fields = Callable[[Statement, re.Match[str]], Mapping[str, Any] | None]

AUX = (
    r"(?:(?:was|were|been|being|is|are|got)(?:, [a-z]+ly,)? "
    r"(?:(?!not\b|under\b|in\b|on\b|at\b|the\b|a\b|an\b)[a-z-]+ ){0,3}|"
    r"(?:(?<![\s\S])|(?<=; )|(?<=;\n)|(?<=: )|(?<=   )|(?<=\* )|(?<=- )|(?<=\| ))(?:(?:on|in) \x02+,? )?"
    r"(?:(?:[a-z]+ly|again|first|later|then|believed|and) ){0,2})"
)
"""A form of "be" and up to three adverbs, before a participle; or the opening of a clause that leaves it out."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """One row of a table. `fields` may be fixed or computed from the match; computed None means no claim."""

    name: str
    who: str
    pattern: re.Pattern[str]
    fields: Mapping[str, Any] | Fields
    base: float = 0.95
    kind: str = ""
    modality: str | None = None
    noun: bool = False
    unless: re.Pattern[str] | None = field(default=None)
    needs: tuple[str, ...] | None = None


_HEADS_LIST = re.compile(r"[^:.;]{0,60}:\s+(?:[a-z-]+\s+){0,3}(?=\x01)")
_LABELLED = re.compile(r"[\w ]{0,24}:")
_OPENS = re.compile(r"\W*(?:\w+\s+)?")
"""A label ("Released: 3 May") is read as a field."""


def row(
    name: str, who: str, pattern: str, fields: Mapping[str, Any] | Fields, base: float = 0.95, *,
    kind: str = "", modality: str | None = None, noun: bool = False, unless: str | None = None,
) -> Predicate:  # fmt: skip
    """A predicate from a pattern in which a blank stands for any run of blanks. `unless` may not follow the match; a
    `noun` takes only the date behind it.
    """
    stop = re.compile(r"\s*" + spaced(unless)) if unless else None
    whole = rf"(?<!\w)(?:{spaced(pattern)})(?!\w)"
    return Predicate(name, who, re.compile(whole), fields, base, kind, modality, noun, stop, needed(whole))


def spaced(pattern: str) -> str:
    """The pattern with each blank as a run of blanks, but for lookbehinds, whose width is fixed."""
    return re.sub(r"\(\?<[=!][^)]*\)| (?![?*+{])", lambda m: r"\s+" if m[0] == " " else m[0], pattern)


def read_table(statement: Statement, kind: str, table: Sequence[Predicate]) -> Iterator[Draft]:
    """The claims that a table finds in a sentence. Of overlapping matches the earlier row wins."""
    taken: list[tuple[int, int]] = []
    for predicate in table:
        if predicate.needs and not any(word in statement.masked for word in predicate.needs):
            continue
        for match in predicate.pattern.finditer(statement.masked):
            start, end = match.span()
            if any(low < end and start < high for low, high in taken) or statement.quoted(start):
                continue
            if predicate.unless and predicate.unless.match(statement.masked, end):
                continue
            labels = _LABELLED.match(statement.masked, end) and not _HEADS_LIST.match(statement.masked, end)
            if labels and _OPENS.fullmatch(statement.masked, 0, start):
                continue
            drafts = list(_told(statement, kind, predicate, match))
            if drafts:
                taken.append((start, end))
                yield from drafts


def _told(statement: Statement, kind: str, predicate: Predicate, match: re.Match[str]) -> Iterator[Draft]:
    fields = predicate.fields(statement, match) if callable(predicate.fields) else predicate.fields
    if fields is None:
        return
    who = people_of(statement, predicate.who, match)
    dates = _dates_of_noun(statement, who, match.end()) if predicate.noun else None
    told = [*tell(
        statement, who, match.start(), match.end(), kind=predicate.kind or kind, fields=fields,
        rule=f"{predicate.kind or kind}.{predicate.name}", base=predicate.base, modality=predicate.modality,
        dates=dates,
    )]  # fmt: skip
    yield from told
    if told and predicate.who in ("subject", "object") and "\x02" in statement.masked[match.end() :]:
        yield from _gapped(statement, match.end(), told[-1])


def _dates_of_noun(statement: Statement, who: Who, end: int) -> tuple[DateMention, ...]:
    """The date right behind a noun, or behind the names that it has behind it ("the arrest of X on 5 May")."""
    behind = who.slot.span[1] if who.slot and who.slot.span[0] >= end else end
    return dates_behind(statement, end) or dates_behind(statement, behind)


_GAPPED = re.compile(r"(?:,|;|\s+and|,\s+and|\s+while|,\s+while)\s+(?:(?:mr|ms|mrs|"
    r"dr)\.?\s+)?(?P<who>\x01+)\s+(?:on\s+|in\s+|the\s+)?(?=\x02)")


def _gapped(statement: Statement, at: int, draft: Draft) -> Iterator[Draft]:
    """ "X was detained on 5 May, and Y on 7 May": the same of the next one, on another day."""
    for gap in _GAPPED.finditer(statement.masked, at):
        date = next((d for d in statement.dates if d.span[0] == gap.end()), None)
        slot = next((s for s in statement.singles if s.span == gap.span("who")), None)
        if date and slot and not set(slot.persons) & set(draft.persons):
            where = statement.span_of(gap.start("who"), date.span[1])
            yield replace(draft, persons=slot.persons, when=date.when, span=where)


def people_of(statement: Statement, who: str, match: re.Match[str]) -> Who:
    """The people in the place that `who` names."""
    start, end = match.span()
    if who == "subject":
        if statement.elliptic and _HEADS_LIST.match(statement.masked, end):
            return listed_after(statement, end, marked=True)
        found = subject_of(statement, start)
        return found if found.persons else listed_after(statement, end, marked=True)
    if who == "object":
        found = object_of(statement, end)
        if found.slot is not None and found.slot.kind == "group" and not found.persons:  # "12 people, among them X"
            return listed_after(statement, found.slot.span[1], marked=True)
        return found
    if who == "owner":
        named = next((s for s in statement.slots if s.kind == "name" and start <= s.span[0] < end), None)
        return resolve(statement, named) if named else owner_of(statement, start, end)
    if who == "entry":
        return inherited(statement)
    if who == "listed":
        return listed_after(statement, end)
    if who == "bracket":
        return before_bracket(statement, start)
    return _any(statement, start, end)


_FOR_WHOM = re.compile(r"[^.;,:\x02]{0,60}?\b(?:for|against)\s+(?:[a-z-]+\s+){0,2}(?=\x01)")
"""Behind what a court ordered: "ordered two months of pre-trial detention for X"."""


def _any(statement: Statement, start: int, end: int) -> Who:
    inside = next((s for s in statement.slots if s.owner and s.kind != "group" and start <= s.span[0] < end), None)
    if inside:
        return resolve(statement, inside)
    behind = next((s for s in statement.slots if s.span[0] >= end), None)
    if (
        behind
        and behind.owner
        and behind.kind != "group"
        and re.fullmatch(r"\s+(?:the\s+)?(?:[a-z]+\s+){0,1}", statement.masked[end : behind.span[0]])
    ):
        return resolve(statement, behind)
    behind_for = _FOR_WHOM.match(statement.masked, end)
    for_whom = object_of(statement, behind_for.end()) if behind_for else NOBODY
    for found in (owner_of(statement, start, end), object_of(statement, end), for_whom, subject_of(statement, start)):
        if found.persons:
            return found
    if any(s.kind in ("name", "group") for s in statement.slots):
        return NOBODY
    return inherited(statement)

"""Which date belongs to which predicate of a sentence.

A date right behind the predicate comes first, then the nearest one before it that opens its clause. Dates of what the
predicate is about ("for a rally on 6 July", "until 2021"), of relative clauses and of brackets are passed over.
"""

from __future__ import annotations

import re
from dataclasses import replace

from habeas.reading.clauses import VERB, Statement
from habeas.reading.dates import DateMention, day_of

_EVENT = (
    r"(?:rall(?:y|ies)|protests?|meetings?|demonstrations?|march(?:es)?|actions?|assembl(?:y|ies)|elections?|"
    r"pickets?|events?)"
)
_NOT_WHEN = re.compile(
    r"\b(?:for|about|against|participat\w+\s+in|part\s+in|organi[sz]\w+|"
    rf"to)\b[^,.;()]{{0,60}}\b{_EVENT}\s+(?:\w+ed\s+)?(?:on\s+|of\s+|in\s+|for\s+)?(?:the\s+)?$"
    r"|\b(?:resolution|law|decree|dated|born|b\.|until|till|regarding|planned|scheduled|before|prior\s+to|eve\s+of|"
    r"expir\w+|valid|old\s+as|(?:warrant|order|decree|indictment)\s+(?:\w+\s+)?(?:issued|signed))\b"
    r"(?:(?!\b(?:was|were|on)\b)[^,.;()]){0,40}$"
)
_LINKED = re.compile(r"[\s,]*(?:and|as well as|&)?\s*(?:(?:on|in|again)\s+)?")
_TRAIL = re.compile(
    r"(?:(?!\b(?:but|for(?!\s+(?:the\s+)?[\w-]+\s+(?:days?|weeks?|months?|years?|hours?|time)\b|\s+(?:wo)?men\b|\s+(?:juveniles|minors)\b)|who|which|that|after|where|because|when|to\s+appeal)\b|\band\s*,|\band\s+on\b|"
    r"\band\s+(?:was|were|then|later|sent|"
    r"held|put|taken|[a-z]+ed)\b)[^.;:,\x02]|,(?=\d)|(?<=\bno)\.|,\s*respectively|,\s*(?=(?:imposed|passed|delivered|handed\s+down)\s)|"
    r",\s*(?=(?:on|in)\s)){0,70}"
)
_NEW_CLAUSE = re.compile(
    r"[;:.]\s|,\s+(?:and|but|while|after which|when)\b|\band\s+(?=(?:on|in)\s+\x02)|,\s+(?=(?:on|"
    r"in)\s+\x02)|\bbut\b|\bthat\s+(?=(?:during|on|in|at|since)\b)"
)
_BY_JUDGMENT = re.compile(
    r"\W*by\s+(?:an?|the|its|his|her|this)\s+(?:[\w'-]+\s+){0,5}?(?:judge?ment|verdict|decision|ruling|sentence|order|decree|"
    r"resolution|warrant)\b"
)
_BEHIND = re.compile(
    r"(?:\s+[\w\s]{1,20},)?(?:\s+(?:came|followed|took\s+place|happened|occurred|was))?(?:\s+(?:in|at)\s+(?:the\s+)?[\w'-]+(?:\s+[\w'-]+)?)?\s+(?:\x01+\s+)?"
    r"(?:(?:on|in|since|of|from)\s+(?:the\s+\w+\s+of\s+|early\s+|late\s+)?)?"
)
_ADJECTIVE = re.compile(r"\b(an?|the|his|her|their|its)\s+[a-z]+ed(?=\s+[a-z]+)")
"""A participle that describes a noun, as in "a closed trial": no verb of the clause."""
_VERB_BEHIND = re.compile(
    r"\s+(?:(?:he|she|they|it|\x01+)\s+(?:was|were|had|has|received|got|went|left)|was|were|been|(?:re-?)?(?:sentenced|arrested|detained|convicted|released|charged|transferred|placed)|put|sent|"
    r"given|taken|found)\b"
)
_CLOSE = re.compile(r"\s+(?:(?:in|on|since|from)\s+)?(?:early\s+|late\s+)?")
_WHEN = re.compile(r",?\s+when\s*$")
_RIGHT_AFTER = re.compile(
    r"\b(?:immediately|right|directly|straight)\s+after\s+(?:the|this|that|his|her|"
    r"their)\s+(?P<noun>[a-z]+(?:\s+[a-z]+)?)"
)


def dates_of(statement: Statement, start: int, end: int) -> tuple[DateMention, ...]:
    """The date of the predicate at `start..end`, with those coordinated with it; empty when none belongs to it.

    A date right behind the predicate comes first, then the nearest one before it that opens its clause. Dates of what
    the predicate is about ("for a rally on 6 July", "until 2021") and of relative clauses are passed over.
    """
    dates = statement.dates
    if not dates:
        return _right_after(statement, start) or _goes_on(statement)
    inside = statement.aside_of(start)
    free = [
        i for i, d in enumerate(dates)
        if (d.span[0] >= inside[0] if inside else not statement.aside(d.span[0]))
        and bracket_of(statement.masked, d.span[0]) in (-1, bracket_of(statement.masked, start))
        and not _NOT_WHEN.search(statement.masked, max(0, d.span[0] - 60), d.span[0])
    ]  # fmt: skip
    close = next(
        (
            i
            for i in free
            if _CLOSE.fullmatch(statement.masked, end, max(end, dates[i].span[0])) and dates[i].span[0] > end
        ),
        None,
    )
    if close is not None:
        return _group(statement, close)
    after = next((i for i in free if dates[i].span[0] >= start), None)
    if after is not None and (
        dates[after].span[0] < end or _TRAIL.fullmatch(statement.masked, end, dates[after].span[0])
    ):
        return _group(statement, after)
    if inside and not free and (when := _WHEN.search(statement.masked, 0, inside[0])):
        return tuple(d for d in dates if d.span[1] == when.start())
    if inside and not free and re.search(r"\bwhich\s*$", statement.masked[: inside[0]]):
        outside = tuple(d for d in dates if d.span[1] <= inside[0])
        return outside if len(outside) == 1 else ()
    before = next((i for i in reversed(free) if dates[i].span[1] <= start), None)
    there = before is not None and (
        _SAME_DAY.match(statement.masked, end)
        or _AND_HE.fullmatch(statement.masked, dates[before].span[1], max(start, dates[before].span[1]))
    )
    if before is None or not (there or _opens_clause(statement, dates[before].span[0])):
        return _goes_on(statement) if all(d.span[0] > start for d in dates) else ()
    return _group(statement, before)


def bracket_of(masked: str, at: int) -> int:
    """Where the round bracket opens that `at` lies in, -1 for none."""
    opening = masked.rfind("(", 0, at)
    return opening if opening > masked.rfind(")", 0, at) else -1


def dates_behind(statement: Statement, end: int) -> tuple[DateMention, ...]:
    """The date right behind a noun ("his arrest on 3 May"), not that of the sentence around it."""
    for index, date in enumerate(statement.dates):
        if date.span[0] >= end:
            return _group(statement, index) if _BEHIND.fullmatch(statement.masked, end, date.span[0]) else ()
    return ()


def _right_after(statement: Statement, start: int) -> tuple[DateMention, ...]:
    """ "Immediately after the press conference": the day of the event, when the sentence before tells of it with one
    day.
    """
    match = _RIGHT_AFTER.search(statement.masked, 0, start)
    before = next((s for s in statement.earlier(4) if match["noun"] in s.flat), None) if match else None
    if match is None or before is None or len(before.dates) != 1:
        return ()
    day = day_of(before.dates[0].when)
    return (DateMention(match.span(), day.isoformat(), sure=False),) if day else ()


_GOES_ON = re.compile(
    r"\W*(?:(?:and\s+)?then\b|afterwards\b|after\s+that\b|from\s+there\b|(?:after|following|during)\s+(?:an?|the|this|that|several|"
    r"his|her|their)\s+(?:\w+\s+){0,2}?(?:search(?:es)?|raid|interrogation|questioning|arrest|detention)\b)"
)


_AND_HE = re.compile(r",?\s+and\s+(?:he|she|they|\x01+)\s+")
"""Right behind a date: "her home was raided on 2 June and she was led away"."""
_RAIDED = re.compile(r"\b(?:search(?:ed|es)?|raid(?:ed|s)?|rall(?:y|ies)|protests?|pickets?|demonstrations?|"
    r"gathered|broke\s+into|stormed)\b")
_WERE_TAKEN = re.compile(r"\b(?:was|were)\s+(?:\w+\s+)?(?:detained|arrested|taken\s+(?:away|to)|led\s+away)\b")
"""A raid or a rally with its day, and who was detained: "On 24 August officers searched seven houses. X and Y were
detained.".
"""


def _goes_on(statement: Statement) -> tuple[DateMention, ...]:
    """ "After the search she was taken away": the day of the sentence before, when it has just one."""
    before = next(statement.earlier(1), None)
    if before is None or len(before.dates) != 1 or not day_of(before.dates[0].when):
        return ()
    same_raid = _RAIDED.search(before.masked) and _WERE_TAKEN.search(statement.masked)
    if not same_raid and not _GOES_ON.match(statement.masked):
        return ()
    return (replace(before.dates[0], sure=False),)


_SAME_DAY = re.compile(
    r"[^.;,\x02]{0,24}\b(?:(?:in|from)\s+the\s+court\s?(?:room|house)|on\s+the\s+spot|on\s+(?:\w+\s+)?arrival|(?<=\s)there(?=\s*(?:$|[.;,]))|immediately|at\s+once|right\s+away)\b"
)
"""What happened there and then has the date of the clause before it."""


def _opens_clause(statement: Statement, at: int) -> bool:
    floor = 0
    if re.search(
        r"[,;]\s+(?:in|on|since|from|by|late|early)\s+(?:(?:early|late|mid|the|end|beginning|of|night|"
        r"morning)\s+)*$",
        statement.masked[:at],
    ):
        return True
    for match in _NEW_CLAUSE.finditer(statement.masked, 0, at + 1):
        floor = min(at, match.end())
    floor = by.end() if (by := _BY_JUDGMENT.match(statement.masked, floor, at)) else floor
    opening = _ADJECTIVE.sub(lambda m: m[1] + " " * (len(m[0]) - len(m[1])), statement.masked[floor:at])
    return not VERB.search(opening)


def _group(statement: Statement, index: int) -> tuple[DateMention, ...]:
    dates = statement.dates
    low = high = index
    while low > 0 and _linked(statement, low - 1):
        low -= 1
    while high + 1 < len(dates) and _linked(statement, high):
        high += 1
    return dates[low : high + 1]


def _linked(statement: Statement, index: int) -> bool:
    """Whether a date and the next are coordinated: in "in 2022 and in April 2023 sentenced" they are not."""
    here, following = statement.dates[index].span, statement.dates[index + 1].span
    gap = statement.masked[here[1] : following[0]]
    if not _LINKED.fullmatch(gap):
        return False
    return not (" in " in f"{gap} " or " on " in f"{gap} ") or not _VERB_BEHIND.match(statement.masked, following[1])

"""Sentences that courts imposed: who, which penalty, how long, when.

Lists and distributions are followed: "sentenced A and B to one year, and C to 6 months", "5 and 7 years, respectively".
What a prosecutor asked for, what a law provides and what somebody could face is marked by its modality, and maxima are
left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from habeas.reading.anaphora import NOBODY, Who
from habeas.reading.clauses import VERB, Statement
from habeas.reading.dates import DateMention
from habeas.reading.draft import Draft
from habeas.reading.rules.penalties import Penalty, penalties
from habeas.reading.rules.sentence_cells import cells
from habeas.reading.rules.sentence_changed import changed_from
from habeas.reading.rules.sentence_draft import draft_of
from habeas.reading.rules.sentence_fields import end_of_field, field_of, from_field
from habeas.reading.rules.sentence_nouns import beside, nominal, verdicts
from habeas.reading.rules.sentence_whose import regrouped, respectively, whose, with_kinds

TRIGGERS = (
    "sentenc", "convict", "condemn", "jailed", "imprisoned", "fine", "years", "year ", "months", "-year",
    "probation", "suspended", "days",
    "administrative arrest", "restriction of", "life ",
    "commut", "life", " yr", "yrs", " mths", " y.", " mos", "days", "fine", "arrest", "suspended", "restricted",
    "confinement", "replaced",
)  # fmt: skip
_VERB = re.compile(
    r"\b(?P<given>(?:was|were|been|being|is|are|got)\s+(?:\w+ly\s+)?(?:also\s+|both\s+|each\s+|later\s+|then\s+|"
    r"all\s+)*(?:given|handed(?:\s+down)?|awarded|dealt|fined|jailed|imprisoned|(?:put|locked|sent)\s+(?:away|up|down)(?=\s+for\s)|punished\s+with|arrested\s+administratively|ordered\s+to(?:\s+(?:serve|spend|pay))?|"
    r"(?:placed|put)(?=\s+on\s+probation))|"
    r"(?<=and )(?:given|handed|awarded)|(?<=had )given(?=\s+(?:him|her|them|\x01))|(?<=has )given(?=\s+(?:him|her|"
    r"them|\x01)))\b"
    r"|\b(?P<got>received|got|drew|is\s+serving|are\s+serving|was\s+serving|were\s+serving|served|serves|serving|serve|"
    r"completed|completing|(?:continu\w+|began|begun|started)\s+(?:to\s+serve|serving))\b"
    r"|\b(?P<order>ordered(?=\s[\x01\w\s.]{2,60}?\s+to\s+(?:serve|spend)\b)|"
    r"sent(?=\s[\x01\w\s.]{2,60}?\s+to\s+(?:an?\s+)?(?:[\w-]+\s+){0,3}?(?:prison|jail|colony|camp)\s+for\b))"
    r"|\b(?P<put>(?:put|placed|held|kept)(?=\s(?:[\x01\w\s]{2,40}?\b)?(?:under|in)\s+(?:an?\s+)?(?:administrative\s+(?:arrest|detention)|arrest)\s+for\b))"
    r"|\b(?P<passed>gave|handed(?:\s+down)?(?:\s+to)?|imposed|jailed|fined|imprisoned|"
    r"added(?=\s+(?:another|a\s+further|an\s+additional|an\s+extra)\s))\b"
    r"|\b(?P<asked>(?:requested|demanded|asked\s+for|sought|requests|demands|seeks|proposed))\b"
    r"|\b(?P<arrest>(?:the\s+|a\s+|\bcourt\s+)(?:[\w-]+\s+)*court\s+arrested)\b"
    r"|\b(?P<changed>(?:reduced|brought(?=\s[\w\x01' ]{2,40}\s+down\s+to\b)|increased|commuted|extended|shortened|"
    r"changed|replaced|substituted|converted|softened|"
    r"mitigated|lowered|cut|raised|slashed|toughened|halved|doubled|tripled)\b)"
    r"|(?P<main>\b(?:(?:re-?)?sentenced|sentences(?=\s+\x01)|sentencing|condemn(?:ed|s|ing)|convict(?:ed|s))\b|"
    r"(?<=\bto )sentence\b)"
)
_NAMES_BETWEEN = re.compile(
    r"(?:\s+(?:on|in)\s+\x02+)?[\s,;]*(?:each\b[\s,;]*)?(?:(?:and|while)\s+)?(?:[a-z-]+\s+){0,3}\x01[\x01\s,]*(?:and\s+\x01+\s+)?(?:an?\s+)?"
)
_JOINED = re.compile(
    r"[\s,()]*(?:(?:in|on)\s+\x02+[\s,]*)?(?:(?:and|as well as|plus|with|along with|followed by|or|"
    r"also)\b[\s,]*)?(?:also\s+)?(?:to\s+|for\s+|of\s+|with\s+)?(?:an?\s+|the\s+)?(?:additional\s+|"
    r"further\s+)?"
)
_FOR_EACH_CHARGE = re.compile(
    r"(?:\s+in\s+prison)?\s+(?:for|on\s+(?:the\s+)?(?:charges?|counts?)\s+of|under)\s[^;\x01]{3,180}?(?:,|,?\s+and)\s+(?:to\s+)?"
    r"(?:an?(?:other)?\s+)?(?:additional\s+|further\s+)?"
)
"""From one term to the next over what the first is for: "five years for collusion (Article 610) and one year for"."""
_JOINS = re.compile(r"\b(?:and|but)\s+(?:also\s+)?$")


def read(statement: Statement) -> Iterator[Draft]:
    """The sentences that one sentence of text tells."""
    found = penalties(statement)
    if not found and "fined" not in statement.flat and not any(x.ranged for x in statement.lengths):
        return
    at = 0
    if field := field_of(statement):
        at = end_of_field(statement, field, found)
        yield from from_field(statement, [p for p in found if p.span[0] < at], at)
        found = [p for p in found if p.span[0] >= at]
    yield from _in_prose(statement, found, at)


def _in_prose(statement: Statement, found: list[Penalty], at: int) -> Iterator[Draft]:
    verbs = [v for v in _VERB.finditer(statement.masked, at) if _tells(statement, v)]
    bounds = [*(v.start() for v in verbs[1:]), len(statement.masked)][: len(verbs)]
    told: set[Penalty] = set()
    last = NOBODY
    for verb, stop in zip(verbs, bounds, strict=True):
        after = [p for p in found if verb.end() <= p.span[0] < stop]
        if verb[0].endswith("fined"):
            after = [Penalty(verb.span(), "fine", None), *(p for p in after if p.kind and p.length and p.kind != "ban")]
        kept = _connected(statement, verb, after)
        told |= set(kept)
        if kept:
            joined = last.persons and _JOINS.search(statement.masked, 0, verb.start())
            who = last if joined and verb[0] in ("fined", "given") else whose(statement, verb, kept, last)
            yield from _told(statement, verb, kept, who)
            last = who
        if verb.lastgroup == "changed":
            yield from changed_from(statement, verb, last)
    rest = [p for p in found if p not in told]
    stated = [*verdicts(statement, rest)] or [*beside(statement, rest)] if rest else []
    stated = stated or [*nominal(statement, rest)] or [*cells(statement, rest)]
    yield from stated


def _tells(statement: Statement, verb: re.Match[str]) -> bool:
    """False for speech, for what only a client asks, and for the second half of "ordered X to serve"."""
    if statement.quoted(verb.start()) or _ORDERED_TO.search(statement.masked, 0, verb.start()):
        return False
    return verb.lastgroup != "asked" or "prosecut" in statement.flat


def _connected(statement: Statement, verb: re.Match[str], after: list[Penalty]) -> list[Penalty]:
    """The penalties that hang on the verb: the first near it, the rest joined to the one before or given to other
    people.
    """
    kept: list[Penalty] = []
    for penalty in after:
        gap = statement.masked[(kept[-1].span[1] if kept else verb.end()) : penalty.span[0]]
        if not kept:
            if not _first_fits(verb, gap) or not _is_term(statement, verb, penalty):
                if verb.lastgroup == "changed":
                    continue
                break
        elif not (
            _JOINED.fullmatch(gap)
            or _ban_gap(gap)
            or _NAMES_BETWEEN.fullmatch(gap)
            or _FOR_EACH_CHARGE.fullmatch(gap)
            or regrouped(statement, kept[-1].span[1], penalty)
            or re.search(r"\x01[^.;]{0,160}\b(?:to|for|received|got|given|-|:|of)\s*(?:an?\s+|the\s+)?$", gap)
        ):
            if penalty.length is None:
                continue
            break
        kept.append(penalty)
    return kept


def _first_fits(verb: re.Match[str], gap: str) -> bool:
    if len(gap) > 400 or ("." in gap.strip(". ") and re.search(r"[a-z]\.\s", gap)):
        return False
    name = verb.lastgroup
    if name == "asked":
        return len(gap) < 40 and not VERB.search(gap)
    if name == "main":
        return (
            bool(
                re.search(
                    r"\b(?:to|for|of|with|received|and\s+given)\b[\s,]*(?:an?\s+|the\s+|her\s+|"
                    r"his\s+)?(?:term\s+of\s+|total\s+of\s+|[a-z-]+\s+){0,3}$",
                    gap,
                )
            )
            or not gap.strip()
        )
    if name == "changed" and _LENGTHENED.match(verb[0]) and _BY.search(gap):
        return True
    if name == "changed":
        by = "|by" if verb[0] in ("replaced", "substituted") else ""
        return bool(re.search(rf"\b(?:to|with|into{by})\s+(?:an?\s+|the\s+)?(?:[a-z-]+\s+){{0,2}}$", gap))
    if name == "put" and re.fullmatch(r"\s+(?:[\x01\w]+\s+){0,4}?(?:in|under)\s+(?:an?\s+)?", gap):
        return True
    if name in ("arrest", "put"):
        return bool(re.search(r"\b(?:for|under(?:\s+administrative)?)\s+(?:an?\s+)?$", gap))
    if verb[0].endswith(("jailed", "imprisoned")):
        return bool(
            re.fullmatch(r"\s+(?:[\x01\x02\s,]|\w+ly|in absentia|and|on|in|him|her|them)*for\s+(?:an?\s+)?", gap)
        )
    return len(gap) < 90 and not VERB.search(gap)


def _is_term(statement: Statement, verb: re.Match[str], penalty: Penalty) -> bool:
    """ "Served two years" is time, "served a two-year sentence" and "is serving two years" are sentences."""
    if penalty.kind == "arrest" and penalty.length:
        return True
    if not re.search(r"serv|complet", verb[0]) or (penalty.length and verb[0].endswith(("serving", "to serve"))):
        return True
    return bool(
        re.search(
            r"\b(?:sentence|term)\b",
            statement.masked[penalty.span[0] : penalty.span[1] + 24] + statement.masked[verb.end() : penalty.span[0]],
        )
    )


def _gap_before(statement: Statement, verb: re.Match[str], kept: list[Penalty], penalty: Penalty) -> str:
    ends = [p.span[1] for p in kept if p.span[1] <= penalty.span[0]]
    return statement.masked[max([verb.end(), *ends]) : penalty.span[0]]


def _ban_gap(gap: str) -> bool:
    return bool(re.search(r"\b(?:ban|banned|prohibit\w*|forb[ai]d\w*|deprived|disqualif\w+|barred)\b", gap))


def _told(statement: Statement, verb: re.Match[str], kept: list[Penalty], who: Who) -> Iterator[Draft]:
    shares = respectively(statement, who, kept)
    if shares:
        for person, penalty in shares:
            yield from draft_of(
                statement, person, penalty, verb.start(), kept[-1].span[1], "sentence.respectively", 0.93
            )
        return
    at = verb.end()
    banned = {
        k
        for p, k in zip(kept, with_kinds(kept), strict=True)
        if not p.kind and _ban_gap(_gap_before(statement, verb, kept, p))
    }
    if verb.lastgroup in ("arrest", "put"):
        kept = [replace(p, kind="arrest") for p in kept]
    asked: dict[str, Any] = {"modality": "requested"} if verb.lastgroup == "asked" else {}
    if re.search(r"serv|complet", verb[0]) and "ordered" not in verb[0] and not all(p.kind == "arrest" for p in kept):
        asked["dates"] = _imposed_on(statement, kept[-1].span[1])
    for penalty in with_kinds(kept):
        group = regrouped(statement, at, penalty) if at != verb.end() else None
        who = group or who
        at = penalty.span[1]
        if penalty.kind != "ban" and penalty not in banned:
            yield from draft_of(
                statement,
                who,
                penalty,
                verb.start(),
                penalty.span[1],
                f"sentence.{_NAMES[verb.lastgroup or '']}",
                0.97,
                **asked,
            )


_LENGTHENED = re.compile(r"extended|increased|raised|prolonged")
"""Of these "by one year" gives a year more, which is a sentence of its own; "reduced by" gives none."""
_BY = re.compile(r"\b(?:sentence|term)\b.*\bby\s+(?:an?\s+)?$")
_ORDERED_TO = re.compile(r"\bordered\s[\x01\w\s.]{2,60}?\s+to\s+$")
_IMPOSED_ON = re.compile(
    r"[\s,(]*(?:which\s+was\s+|that\s+was\s+)?(?:imposed|handed\s+down|passed|delivered|pronounced|"
    r"to\s+which\s+(?:he|she)\s+was\s+"
    r"sentenced)\s+(?:on|in)\s+(?=\x02)"
)


def _imposed_on(statement: Statement, end: int) -> tuple[DateMention, ...]:
    """The day of a sentence that somebody serves: "a term of four years, imposed on 3 March"."""
    imposed = _IMPOSED_ON.match(statement.masked, end)
    return tuple(d for d in statement.dates if imposed and d.span[0] == imposed.end())


_NAMES = {
    "order": "ordered",
    "given": "was-given",
    "got": "received",
    "passed": "imposed",
    "arrest": "court-arrested",
    "put": "put-under-arrest",
    "changed": "changed",
    "main": "sentenced",
    "asked": "requested",
}

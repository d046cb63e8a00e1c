"""Penalties as courts state them: a length with its noun, on either side, or a penalty without length."""

from __future__ import annotations

import re
from dataclasses import dataclass

from habeas.lexicon.length import Length
from habeas.reading.clauses import Statement
from habeas.reading.lengths import LengthMention
from habeas.reading.proposals import Span


@dataclass(frozen=True, slots=True)
class Penalty:
    """A penalty and where it stands. `kind` is a term of `sentence.penalty`, empty when the words name none."""

    span: Span
    kind: str
    length: str | None


_LIBERTY = r"(?:liberty|freedom|movement)"
_NOUNS = (
    ("ban",
        r"(?:ban|prohibition|disqualification|deprivation of (?:the |(?:his|her|their) |political |"
        r"civil )*rights?|loss of the right)\b"),
    ("compulsory_labour",
     r"(?:compulsory|community|forced|mandatory|corrective|correctional|obligatory|public|unpaid)\s+(?:labou?r|"
     r"works?|service)\b"),
    ("restriction_of_liberty",
     r"(?:restriction|restraint|limitation|curtailment|restricting)s?\s+(?:of|on)\s+(?:his\s+|her\s+|their\s+|"
     rf"the\s+)?(?:personal\s+)?{_LIBERTY}\b|"
     rf"(?:restricted|limited)\s+{_LIBERTY}\b|house\s+(?:arrest|surveillance)|police\s+surveillance|home\s+confinement\b|custodial\s+restriction\b"),
    ("suspended",
     r"suspended(?:\s+(?:prison|jail|imprisonment|custodial))?(?:\s+(?:sentences?|terms?|imprisonment))?\b|"
     r"deferred\b|conditional(?:ly)?"
     r"(?:\s+(?:sentences?|terms?|imprisonment|release))?\b|probationary\s+sentences?"),
    ("probation", r"probation(?:ary)?\b"),
    ("arrest", r"administrative\s+(?:arrest|detention|custody)\b|arrest\b|detention\b(?!\s+(?:cent|facil|colon))"),
    ("imprisonment",
     r"(?:imprisonment|prison|jail|incarceration|deprivation\s+of\s+(?:liberty|freedom)|behind\s+bars|custody|"
     r"hard\s+labou?r|"
     r"(?:(?:penal|prison|labou?r|correctional|strict|high|maximum|general|medium|minimum|special|enhanced|"
     r"reinforced|common|"
     r"open|closed|colony|security|regime)[\s-]*){1,5}(?:colony|colonies|camp|regime|facility|institution|settlement)?|"
     r"colony|gaol)\b"),
    ("fine", r"fines?\b"),
)  # fmt: skip
_NOUN = re.compile(r"\b(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _NOUNS) + ")")
_RIGHT = re.compile(
    r"'?s?'?\s*(?:(?:of|in|at|under|on|as|behind|-|,)\s+)?(?:(?:an?|the|his|her|general|strict|"
    r"criminal)\s+)?"
)
_LEFT = re.compile(
    r"(?:\s+(?:sentences?|terms?))?\s*(?:,\s*)?(?:(?:of|for|lasting|with|to|in)\s+)?(?:(?:an?|the)\s+(?:term|period|"
    r"duration|total)\s+(?:of\s+)?)?$"
)
_SUSPENDED_AFTER = re.compile(
    r"[\s,(]*(?:with\s+)?(?:an?\s+)?(?:(?!\d|years?\b|months?\b|"
    r"and\b)[\w'-]+\s+){0,3}?(?<!partly )(?<!partially )(?:suspended(?!\s+(?:after|from)\b)|"
    r"conditional(?:ly)?|on probation)\b"
)
_SUSPENDED_BESIDE = re.compile(r",?\s+\(?(?:fully\s+)?(?:suspended|deferred)\b(?!\s+(?:for|after|from)\b)|"
    r",\s+conditional(?:ly)?\b")
_FROM_TO = re.compile(
    r"\b(?:reduc|cut|increas|extend|rais|shorten|commut|lower|chang)\w*\b[^.;]{0,60}\bfrom\s+[\w.,-]+\s+(?:years?\s+)?to\s+$"
)
_TRIAL_PERIOD = re.compile(
    r",\s+suspended\s+for\s+(?:an?\s+period\s+of\s+)?$|\bprobation(?:ary|al)?\s+(?:period|term)\s+of\s+$"
    r"|\bprison,?\s+suspended\s+for\s+$"
)
_OWN_NOUN = re.compile(r"\s+(?:sentence|term)\b")
_ALONE = re.compile(
    r"\b(?:(?P<suspended>(?:suspended|conditional)\s+(?:prison\s+|jail\s+)?(?:sentences?|terms?|imprisonment))|"
    r"(?P<restriction_of_liberty>(?:restriction|restraint|limitation)s?\s+(?:of|on)\s+(?:his\s+|her\s+|"
    rf"their\s+)?{_LIBERTY}|restricted\s+{_LIBERTY}|home\s+confinement)|"
    r"(?P<probation>probation(?!\s+(?:period|officer|service|term)))|(?P<fine>(?:an?\s+(?:[a-z]+\s+)?|the\s+)?fines?(?:\s+of\s+(?:[$€£]\s?)?\d[\d,.]*(?<![,.])(?:\s+(?:million|thousand))?(?:\s+[a-z]+)?)?)|(?P<arrest>administrative\s+arrest)|"
    r"(?P<compulsory_labour>(?:compulsory|community|forced|mandatory|corrective|correctional)\s+(?:labou?r|works?|"
    r"service)))\b"
)


def penalties(statement: Statement) -> list[Penalty]:
    """Every penalty the sentence states, in order; lengths of ranges and maxima are left out."""
    flat = statement.flat
    lengths = [x for x in statement.lengths if not x.ranged or _FROM_TO.search(flat, 0, x.span[0])]
    found = [p for length in lengths if (p := _with_length(flat, length))]
    taken = [p.span for p in found]
    for match in _ALONE.finditer(flat):
        if not any(low < match.end() and match.start() < high for low, high in taken):
            found.append(Penalty(match.span(), match.lastgroup or "", None))
    return sorted(found, key=lambda p: p.span)


def _with_length(flat: str, mention: LengthMention) -> Penalty | None:
    start, end = mention.span
    if mention.length == "life":
        tail = re.compile(r"\s+(?:imprisonment|sentence|term|in\s+(?:prison|jail)|behind\s+bars)").match(flat, end)
        return Penalty((start, tail.end() if tail else end), "life", "life")
    if _TRIAL_PERIOD.search(flat, 0, start):
        return None
    gap = _RIGHT.match(flat, end)
    noun = _NOUN.match(flat, gap.end()) if gap else None
    if noun:
        kind, low, high = noun.lastgroup or "", start, noun.end()
        if kind == "imprisonment" and _SUSPENDED_AFTER.match(flat, high, min(len(flat), high + 40)):
            kind = "suspended"
        high = own.end() if (own := _OWN_NOUN.match(flat, high)) else high
    else:
        kind, low, high = _from_left(flat, start, end)
        if not kind and (own := _SUSPENDED_BESIDE.match(flat, end)):
            kind, high = "suspended", own.end()
    return Penalty((low, high), _by_length(kind, mention.length), mention.length)


def _from_left(flat: str, start: int, end: int) -> tuple[str, int, int]:
    window = max(0, start - 70)
    left = _LEFT.search(flat, window, start)
    last = None
    for noun in _NOUN.finditer(flat, window, start):
        last = noun
    if left and last and left.start() <= last.end() <= start and not flat[last.end() : left.start()].strip():
        kind = last.lastgroup or ""
        if kind == "imprisonment" and re.search(r"\b(?:suspended|conditional)\s+$", flat[window : last.start()]):
            kind = "suspended"
        return kind, last.start(), end
    own = _OWN_NOUN.match(flat, end)
    if own:
        return "", start, own.end()
    return "", start, end


def _by_length(kind: str, length: str) -> str:
    """Some days in jail are an administrative arrest; hours are labour."""
    parsed = Length.parse(length)
    if kind in ("", "imprisonment") and parsed.days and not parsed.months and parsed.days <= 90:
        return "arrest"
    return "compulsory_labour" if kind == "" and parsed.hours and not parsed.days and not parsed.months else kind

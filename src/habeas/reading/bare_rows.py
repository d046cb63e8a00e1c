"""Lines of a list without headers: a name, then parts between separators that say what they are by their form.

`1. Una Veil – Art. 189 part 2 – 12 years, arrested 12.05.2018`. Only what rules for sentences left unread is added, and
a date without a word before it dates nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from habeas.evidence import Document
from habeas.reading.proposals import NamedPerson, Proposal, Reading, Span, proposal_id
from habeas.reading.rows.cells import canonical, day, only_articles
from habeas.reading.rows.values import Value, claim_of

CONFIDENCE = 0.75
_LEAST = 2
"""Lines of this form that make a list; one alone may be anything."""
_LONGEST = 300
_NUMBER = re.compile(r"[\s#*•·>-]*(?:\(?\d{1,4}[.)\]:]?\s+)?[*_]*")
_PARTS = re.compile(r"\s*[;|\t]\s*|\s+[–—-]{1,2}\s+|\s*—\s*|,\s+")
_WORD = r"(?:[^\W\d_][’'-]?){2,}"
_NAME = re.compile(rf"(?=[^\W\d_a-zа-я]){_WORD}(?:\s+(?=[^\W\d_a-zа-я]){_WORD}){{1,3}}(?=\s*[,;|(\t–—-])")
_BORN = re.compile(r"^(?:b\.|born|d\.?o\.?b|р\.|род)", re.I)
_ARREST = re.compile(r"^(?:was\s)?(?:arrested|detained|seized|apprehended)(?:\son|\sin|:)?\s+(?P<when>.+)$", re.I)
_HELD = re.compile(r"^(?:in (?:custody|detention|prison)|held|imprisoned|detained)\s+since:?\s+(?P<when>.+)$", re.I)
_TERM = re.compile(
    r"^(?:(?:sentenced|condemned|convicted)\b[^\d]{0,20}?(?P<on>(?:on\s)?[\d./]+\d|on\s.+?)?\s*(?:to\s)?|"
    r"sentence:?\s|term:?\s)?"
    r"(?P<term>(?:suspended\s|probation\s)?(?:\d{1,2}(?:[.,]5)?\s?(?:y|yrs?|years?|months?|mos?)\b\.?[\w\s,"
    r"½-]*|life\b[\w\s]*))"
    r"(?:\s*\((?P<when>[^)]{4,30})\))?$", re.I
)  # fmt: skip
_IN_BRACKETS = re.compile(r"\((?P<articles>[^()]*\b(?:art(?:icle)?s?|sec(?:tion)?s?|ст)\.?\s*\d[^()]*)\)\s*$", re.I)
_SENTENCED = re.compile(r"^(?:sentenced|convicted|tried)\s(?:on\s|in\s)?(?P<when>[^;,()]{4,20})$", re.I)
_AGE = re.compile(r"\b(?:old|aged?|age)\b", re.I)
_VERB = re.compile(r"\b(?:was|were|has|had|is|are|who|which|that|his|her|he|she|they)\b", re.I)


def with_bare_rows(reading: Reading) -> Reading:
    """The reading with what its bare rows say and no rule had read."""
    text = reading.document.text
    persons = list(reading.persons)
    told = [row for span in _lines(text) if (row := _row(persons, text, span)) and row[2]]
    if len(told) < _LEAST:
        return reading
    kinds = {(c.kind, p, *_line_of(text, c.span)) for c in reading.claims for p in c.persons}
    added = [
        claim
        for span, who, values in told
        for claim in _claims(reading.document, span, who, values)
        if (claim.kind, who.id, *span) not in kinds
    ]
    reading, dated = _dated(reading, told)
    if not added and not dated and len(persons) == len(reading.persons):
        return reading
    harmed = {p for c in added for p in c.persons}
    named = tuple(replace(p, role="subject") if p.id in harmed and p.role == "other" else p for p in persons)
    claims = tuple(sorted({c.id: c for c in (*reading.claims, *added)}.values(), key=lambda c: (c.span, c.kind)))
    return replace(reading, persons=named, claims=claims)


def _dated(reading: Reading, told: Sequence[tuple[Span, NamedPerson, list[Value]]]) -> tuple[Reading, bool]:
    """The reading with the day that a part of a row gives ("sentenced 16 March 2022") on the one sentence of the
    row.
    """
    found = {(span, who.id): v.text for span, who, values in told for v in values if v.meaning == "sentenced"}
    text, claims, dated = reading.document.text, list(reading.claims), False
    for (span, who), when in found.items():
        places = [
            n for n, c in enumerate(claims)
            if c.kind == "sentence" and who in c.persons and _line_of(text, c.span) == span
        ]  # fmt: skip
        if len(places) == 1 and not claims[places[0]].when:
            old = claims[places[0]]
            name = next(p.name for p in reading.persons if p.id == who)
            new = proposal_id(reading.document.sha256, old.kind, old.span, (name,), when, old.fields)
            claims[places[0]], dated = replace(old, id=new, when=when), True
    return replace(reading, claims=tuple(claims)), dated


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line.rstrip("\r\n"))
        if end - start <= _LONGEST:
            yield start, end
        start += len(line)


def _line_of(text: str, span: Span) -> Span:
    start = text.rfind("\n", 0, span[0]) + 1
    end = text.find("\n", span[0])
    line = text[start : end if end >= 0 else len(text)]
    return start, start + len(line.rstrip("\r\n"))


def _row(persons: list[NamedPerson], text: str, span: Span) -> tuple[Span, NamedPerson, list[Value]] | None:
    """A line that opens with one person and goes on in parts. None for prose: it has verbs and pronouns.

    A name that the reading does not know is one when the line is numbered and two of its parts say something.
    """
    opening = _NUMBER.match(text, *span)
    at = opening.end() if opening else span[0]
    who = next((p for p in persons for m in p.mentions if m[0] == at and m[1] <= span[1]), None)
    name = None if who else _NAME.match(text, at, span[1])
    if who is None and (name is None or not re.search(r"\d", text[span[0] : at])):
        return None
    end = max(m[1] for m in who.mentions if m[0] == at) if who else name.end() if name else at
    rest = text[end : span[1]].strip(" *_.–—-;,|\t")
    parts = [p.strip(" .*_") for p in _PARTS.split(rest) if p.strip(" .*_")]
    if len(parts) < 2 or _VERB.search(rest):
        return None
    on = next((when for p in parts if (m := _SENTENCED.match(p)) and (when := day(m["when"]))), None)
    values = [v for part in parts for v in _values(part)]
    values = [replace(v, when=on) if v.meaning == "sentence" and not v.when and on else v for v in values]
    values += [Value("sentenced", on)] if on else []
    if who is None and name is not None:
        if len(values) + sum(bool(_BORN.match(p)) for p in parts) < 2:
            return None
        who = NamedPerson(f"p{len(persons) + 1}", name[0], (name[0],), "subject", (name.span(),))
        persons.append(who)
    return (span, who, values) if who else None


def _values(part: str) -> Iterator[Value]:
    """What one part says by its form alone."""
    for meaning, pattern in (("arrested", _ARREST), ("held_since", _HELD)):
        found = pattern.match(part)
        if found and (when := day(found["when"])):
            yield Value(meaning, when)
            return
    if only_articles(part):
        yield from (v for v in canonical("article", part) if v)
    elif named := _IN_BRACKETS.search(part):
        yield from (v for v in canonical("article", named["articles"]) if v)
    elif (term := _TERM.match(part)) and not _AGE.search(part):
        when = (
            day((term["when"] or term["on"] or "").removeprefix("on ").strip()) if term["when"] or term["on"] else None
        )
        yield from (replace(v, when=v.when or when) for v in canonical("sentence", term["term"].strip()) if v)
    elif part.casefold() in ("pre-trial", "pretrial", "pre-trial detention", "house arrest", "awaiting trial"):
        yield from (v for v in canonical("status", part) if v)


def _claims(document: Document, span: Span, who: NamedPerson, values: Sequence[Value]) -> Iterator[Proposal]:
    for value in values:
        if claim := claim_of(value):
            kind, fields, when = claim
            name = proposal_id(document.sha256, kind, span, (who.name,), when, fields)
            yield Proposal(name, kind, (who.id,), span, when, fields, f"row.{value.meaning}", CONFIDENCE)

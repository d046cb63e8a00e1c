"""Numbers of people: detained or sentenced at assemblies, and every other number that the text states about people and
cases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from habeas.reading.clauses import Statement
from habeas.reading.dates import DateMention
from habeas.reading.draft import Draft
from habeas.reading.modality import attribution_of, modality_at
from habeas.reading.numbers import Counted, find_counts

TRIGGERS = (
    *"0123456789",
    "two ", "three ", "four ", "five ", "six ", "seven ", "eight ", "nine ", "ten ", "eleven", "twelve", "dozen",
    "twenty", "thirty", "forty",
    "fifty", "hundred", "thousand", "teen ", "sixty", "seventy", "eighty", "ninety", "twice",
)  # fmt: skip
_PEOPLE = (
    r"(?:people|persons|individuals|men|women|activists|bloggers|journalists|reporters|defendants|convicts|prisoners|"
    r"detainees|politicians|"
    r"protesters|protestors|demonstrators|participants|citizens|residents|students|workers|lawyers|supporters|"
    r"believers|minors|children|"
    r"victims|suspects|members|opposition figures|defenders|creators|users|marchers|oppositionists|employees|"
    r"deputies|refugees|colleagues|"
    r"relatives|officers|officials|inmates|dissidents|clergymen|theologians|muslims|christians|witnesses|writers|"
    r"poets|leaders|nationals|of them|others|"
    r"women|girls|boys|teenagers|teachers|doctors|soldiers|migrants|asylum seekers|human rights defenders)"
)
_THINGS = (
    r"(?:cases?|decisions?|opinions?|verdicts?|sentences?|detentions?|arrests?|complaints?|trials?|court trials|"
    r"countries|organi[sz]ations?|groups?|attempts?|"
    r"accounts?|flags|balloons?|protests?|rallies|assemblies|powers of attorney|articles|years|months|days|prisons|"
    r"searches|interrogations|resolutions|"
    r"dollars|euros?|tenge|rubles|roubles|hryvnia|manats?|pounds|percent|per cent|times|allegations|deaths|requests|"
    r"statements|letters|names|of [\x01])"
)
_COUNTED = re.compile(
    r"\s+(?:of\s+(?:the\s+|these\s+|its\s+)?)?(?P<words>(?:(?!to\b|and\b|in\b|for\b|of\b|on\b|"
    rf"at\b|by\b|was\b|were\b|is\b|are\b)[a-z'-]+\s+){{0,4}}?)(?P<noun>{_PEOPLE}|{_THINGS})\b"
)
_ADJECTIVE = re.compile(
    r"\s+(?:are|were)\s+(?P<noun>(?:political\s+)?prisoners|detained|arrested|convicted|"
    r"(?:given|awarded)\s+administrative\s+arrests?|fined|sentenced)\b"
)
_DETAINED = re.compile(
    r"\b(?:detained|arrested|apprehended|taken\s+to\s+police|rounded\s+up|taken\s+into\s+custody|"
    r"detentions?\s+of|arrests?\s+of|detaining|arresting)\b"
)
_SENTENCED = re.compile(
    r"\b(?:awarded\s+(?:an?\s+)?administrative\s+arrests?|(?:sentenced|"
    r"subjected)\s+to\s+(?:an?\s+)?(?:administrative\s+(?:arrest|detention)|\d+\s+days)|"
    r"received\s+administrative\s+arrests?|fined|given\s+administrative\s+arrests?|"
    r"jailed\s+for\s+\w+\s+days|administratively\s+(?:arrested|punished)|sentenced|convicted)\b"
)
_MASS_SENTENCE = re.compile(
    r"\badministrative|\bfined\b|\bdays\b|protest|rall(?:y|ies)|assembl|demonstrat|riot|march\b"
)
_PERCENT = re.compile(
    r"(?:\b(?P<c>more than|over|at least|about|around|nearly|less than|"
    r"up to)\s+)?(?P<n>\d{1,3}(?:[.,]\d+)?)\s?%|(?P<n2>\d{1,3}(?:[.,]\d+)?)\s+per\s?cent\b"
)
_SIGNS = {
    "more than": ">",
    "over": ">",
    "at least": ">=",
    "about": "~",
    "around": "~",
    "nearly": "~",
    "less than": "<",
    "up to": "<=",
}
_PLACE = re.compile(r"\b(?:in|at)\s+((?:[A-Z][\w’'-]+)(?:\s+[A-Z][\w’'-]+){0,2})")
_SPANS = ("year", "years", "month", "months", "day", "days")
_NUMBERED = re.compile(r"\b(?:articles?|arts?\.|sections?|no\.|nos\.|parts?|§)\s*$")
_TERM = re.compile(r"\b(?:sentenc|imprisonment|restriction of|probation|suspended|fined)")
_ELIDED = re.compile(r"\s+(?:at|on|in|from|before|during|between)\b[^;.]*?\x02[^;.]*")
_PASSIVE = re.compile(r"\b(?:was|were|been|are|being|got)\s+(?:\w+\s+){0,2}$")
_MONTHS = re.compile(r"^(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")


def read(statement: Statement) -> Iterator[Draft]:
    """The numbers that one sentence states: `assembly` for people detained or sentenced, `asserted_figure` for all."""
    taken = [d.span for d in statement.dates]
    yield from _elided(statement)
    for count in find_counts(statement.flat):
        if any(low < count.span[1] and count.span[0] < high for low, high in taken):
            continue
        noun = _noun(statement, count)
        if noun is None or _of_a_case(statement, count, noun):
            continue
        end = noun.end()
        yield _figure(statement, count, end, noun)
        if re.fullmatch(_PEOPLE, noun["noun"].replace("  ", " ")) or noun.re is _ADJECTIVE:
            yield from _assembly(statement, count, count.span[1] if noun.re is _ADJECTIVE else end)
    for percent in _PERCENT.finditer(statement.flat):
        yield _percent(statement, percent)


def _of_a_case(statement: Statement, count: Counted, noun: re.Match[str]) -> bool:
    """True for the length of somebody's sentence and the number of an article: they count nothing."""
    if _NUMBERED.search(statement.flat, max(0, count.span[0] - 12), count.span[0]):
        return True
    return noun["noun"] in _SPANS and bool(statement.entry_people or _TERM.search(statement.flat))


def _elided(statement: Statement) -> Iterator[Draft]:
    """ "As follows: about 620 at the rallies of 10 May, some 400 on 1 May": people detained, as said just before."""
    before = next(statement.earlier(1), None)
    counts = [c for c in find_counts(statement.flat) if c.digits and c.count.value >= 10]
    parts = [(c, m) for c in counts if (m := _ELIDED.match(statement.masked, c.span[1]))]
    if len(parts) < 2 or before is None or not _DETAINED.search(before.masked) or not _COUNTED.search(before.masked):
        return
    for count, part in parts:
        when = _stretch([d for d in statement.dates if part.start() <= d.span[0] < part.end()])
        fields: Mapping[str, Any] = {"place": None, "detained": count.count.to_json()}
        span = statement.span_of(count.span[0], part.end())
        by = attribution_of(statement, count.span[0], ())
        yield Draft("assembly", (), span, fields, "assembly.elided", 0.75, when, by, "happened")
        words = {"count": count.count.to_json(), "counts": "people detained"}
        yield Draft("asserted_figure", (), span, words, "asserted_figure.elided", 0.75, when, by, "happened")


def _noun(statement: Statement, count: Counted) -> re.Match[str] | None:
    return _COUNTED.match(statement.masked, count.span[1]) or _ADJECTIVE.match(statement.masked, count.span[1])


def _figure(statement: Statement, count: Counted, end: int, noun: re.Match[str]) -> Draft:
    words = _words_behind(statement, count.span[1], end)
    fields = {"count": count.count.to_json(), "counts": words}
    return Draft(
        "asserted_figure",
        (),
        statement.span_of(count.span[0], end),
        fields,
        "asserted_figure.count",
        0.9 if count.digits else 0.8,
        _when(statement),
        attribution_of(statement, count.span[0], ()),
        "happened",
    )


def _words_behind(statement: Statement, start: int, end: int) -> str:
    """The counted noun with the predicate behind it, up to the end of its clause."""
    stop = re.compile(r"[.;:()]\s?|,\s|$").search(statement.text, end)
    last = min(stop.start() if stop else len(statement.text), end + 120)
    return " ".join(statement.text[start:last].split()).lstrip("+ ")


def _percent(statement: Statement, match: re.Match[str]) -> Draft:
    text = (match["n"] or match["n2"]).replace(",", ".")
    value = float(text) if "." in text else int(text)
    fields = {
        "count": {"value": value, "comparator": _SIGNS.get(match["c"] or "", "=")},
        "counts": "per cent " + _words_behind(statement, match.end(), match.end()),
    }
    return Draft(
        "asserted_figure",
        (),
        statement.span_of(*match.span()),
        fields,
        "asserted_figure.percent",
        0.85,
        _when(statement),
    )


def _assembly(statement: Statement, count: Counted, end: int) -> Iterator[Draft]:
    near = [
        (v, name)
        for name, pattern in (("sentenced", _SENTENCED), ("detained", _DETAINED))
        if (v := _near(statement, pattern, count.span[0], end))
    ]
    for verb, name in sorted(near, key=lambda v: abs(v[0].start() - end)):
        if name == "sentenced" and not _MASS_SENTENCE.search(statement.masked):
            continue
        modality = modality_at(statement, *verb.span())
        fields: Mapping[str, Any] = {"place": _place(statement), name: count.count.to_json()}
        low, high = min(count.span[0], verb.start()), max(end, verb.end())
        by = attribution_of(statement, low, ())
        yield Draft(
            "assembly",
            (),
            statement.span_of(low, high),
            fields,
            f"assembly.{name}",
            0.9 if count.digits else 0.8,
            _when(statement),
            by,
            modality,
        )
        return


def _near(statement: Statement, pattern: re.Pattern[str], start: int, end: int) -> re.Match[str] | None:
    """The verb of the counted people: behind them in the clause ("620 people were detained") or right before ("arrested
    four activists").
    """
    masked = statement.masked
    behind = pattern.search(masked, end, min(len(masked), end + 130))
    if behind and _is_theirs(masked[end : behind.start()], behind):
        return behind
    before = next(reversed(list(pattern.finditer(masked, max(0, start - 110), start))), None)
    if before is None or _PASSIVE.search(masked, 0, before.start()):
        return None
    return before if re.fullmatch(r"[\s\x01,]+(?:and\s+)?(?:[a-z]+\s+){0,2}", masked[before.end() : start]) else None


def _is_theirs(gap: str, verb: re.Match[str]) -> bool:
    """True when the verb behind the counted people is theirs: "620 people were detained", "677 received arrests"."""
    if verb[0].startswith("received"):
        return len(gap) < 20
    return bool(_PASSIVE.search(gap)) and not re.search(r"[;.()]|\b(?:who|by|when|while|after|because|that)\b", gap)


def _place(statement: Statement) -> str | None:
    for match in _PLACE.finditer(statement.text):
        if not _MONTHS.match(match[1]):
            return " ".join(match[1].split())
    return None


def _when(statement: Statement) -> str | None:
    """One date as it stands; several as the stretch from the first to the last."""
    return _stretch([d for d in statement.dates if not _dated_law(statement, d)])


def _stretch(dates: list[DateMention]) -> str | None:
    if not dates:
        return None
    if len(dates) == 1:
        return dates[0].when
    ends = sorted(dates, key=lambda d: d.when)
    first, last = ends[0].when.split("/")[0], ends[-1].when.split("/")[-1]
    return f"{first}/{last}" if first < last and "~" not in first + last else ends[0].when


def _dated_law(statement: Statement, date: DateMention) -> bool:
    return bool(
        re.search(r"\b(?:resolution|law|decree|dated|as of|until)\b[\w\s]{0,20}$", statement.masked[: date.span[0]])
    )

"""Charges: the articles that people were accused, tried or convicted under.

A "Charge(s):" line belongs to everyone of its entry, "Charge against X:" to X. In prose an article is a charge when its
sentence tells of an accusation and names the accused (or stands in somebody's entry). Law talked about in general,
procedural codes, constitutions and conventions charge nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from habeas.reading.anaphora import NOBODY, Who, holder, inherited, resolve
from habeas.reading.articles import (
    CODES_BY_LETTERS,
    ArticleMention,
    bare_articles,
    find_articles,
    has_article,
    writes_parts_with_dots,
)
from habeas.reading.attach import clause_start, listed_after, object_of, owner_of, subject_of
from habeas.reading.clauses import VERB, Statement
from habeas.reading.draft import Draft
from habeas.reading.rules.cells import cell_around, line_of
from habeas.reading.rules.charge_words import WAS, for_offence, in_words, on_charges
from habeas.reading.rules.telling import tell

TRIGGERS = (
    "art", "§", "section", "sec.", "charge", "accus", "convict", "guilty", " s. ", "indict", "tried for", "suspect",
    "suspicion", "sentenc", "years for", "months for", "days for", "prison for", "jailed for", "prosecut", "investigat",
    "imprisonment for", "colony for", "life for", "detained", "arrest", "prisoned for",
    *(f"{letters.lower()} " for letters in CODES_BY_LETTERS),
)  # fmt: skip
_LINE = re.compile(
    r"\W*(?:the\s+)?(?:(?:(?:initial|current|official|criminal|main|new|final|formal)\s+)?(?:charges?|accusations?|indictment|"
    r"incriminated|imputed|offen[cs]es?|crimes?|"
    r"articles?|(?:charged|accused|convicted|prosecuted|sentenced|tried|indicted|detained|arrested)\s+(?:with|of|"
    r"under|on|by|according to)|"
    r"(?:criminal\s+)?(?:case|articles?|provisions?)(?:\s+(?:of\s+the\s+)?(?:criminal|penal)\s+code)?|"
    r"what\s+for|(?:stated\s+)?(?:reasons?|grounds?)|legal\s+(?:basis|qualification|provisions?)|applied\s+articles?|reason\s+for\s+(?:arrest|detention|prosecution)))\b"
    r"(?P<rest>[^:\n]{0,160}?):\s*"
)
_AGAINST = re.compile(r"\b(?:against|of|for|to)\s+$")
_CUE = re.compile(
    r"\b(?:charg(?:ed|es|e|ing)|accus\w+|convict\w+|sentenc\w+|guilty|indict\w*|prosecut\w+|suspect\w*|tried|trial|"
    r"incriminat\w*|"
    r"(?:criminal|administrative)\s+(?:case|proceedings?|investigation|prosecution)|case|arrest\w*|detain\w*|"
    r"investigat\w+|plead\w*|pled|"
    r"imput\w*|condemn\w*|remand\w*|placed|fined|jailed|imprison\w*|violat\w+|under|given|received|handed|imposed)\b"
)
_GENERAL = re.compile(
    r"\b(?:criminali[sz]es?|provides? for|stipulates?|punishes|establishes|prescribes|defines|is used (?:to|by|"
    r"against)|are used|"
    r"persons? (?:prosecuted|convicted|charged)|people (?:prosecuted|convicted|charged)|amend\w+|repeal\w*|"
    r"decriminali[sz]\w+|abolish\w*|adopted|introduc\w+|"
    r"the latter include|in violation of|contrary to|guarantee\w*|protected by|enshrined)\b"
)
_OF_A_TREATY = re.compile(
    r"\b(?:european\s+court|committee|working\s+group|commission|strasbourg|court\s+of\s+human\s+rights)\b[^.;]{0,80}\bviolat\w+[^.;]{0,40}$"
)
"""What an international body found to be violated is an article of a treaty."""
_FOUND = re.compile(r"\bfound\b(?=[^.;]*$)")
_BROUGHT = re.compile(r"[^.;]{0,80}\b(?:charged|brought|initiated|opened|against)\b")
_AGAINST_WHOM = re.compile(r"[^.;]{0,60}\bagainst\b")
_HEADS_LIST = re.compile(r"\s*(?:\([^()]{0,80}\)\s*)?:\s+(?:[a-z-]+\s+){0,2}(?=\x01)")
_ALSO_WITH = re.compile(r"\s+(?:also\s+|additionally\s+|in\s+addition\s+)?(?:with|of|under|for|-)\s")
_MAYBE = re.compile(
    r"\b(?:could|may|might|would|should|alleg\w+|believe|not|never|without|ask\w*|request\w*|"
    r"demand\w*|if)\b"
)


def read(statement: Statement) -> Iterator[Draft]:
    """The charges that one sentence tells."""
    flat = statement.flat
    line = _LINE.match(flat)
    if line and (holder(statement).persons or "\x01" in statement.masked[: line.end()]):
        yield from _line(statement, line)
        return
    told = list(_prose(statement)) if has_article(flat) else []
    yield from told
    if not told:
        told = list(in_words(statement)) or list(on_charges(statement)) or list(for_offence(statement))
        yield from told


def _articles(statement: Statement) -> list[ArticleMention]:
    dotted = writes_parts_with_dots(statement.context.text)
    return [a for a in find_articles(statement.text, dotted=dotted) if a.offence]


def _line(statement: Statement, line: re.Match[str]) -> Iterator[Draft]:
    named = [
        s
        for s in statement.slots
        if s.span[1] <= line.end() and s.kind == "name" and _AGAINST.search(statement.masked, 0, s.span[0])
    ]
    who = Who(named[-1].persons, 1.0) if named else holder(statement)
    edition = re.search(r"\b(?:Criminal|Penal) Code of \d{4}", statement.text[: line.end()])
    if shared := [*_by_name(statement, line.end())]:
        for own, article in shared:
            yield from _charge(statement, own, article, article.code, "charge.line", 0.97)
        return
    articles = _articles(statement) or bare_articles(statement.text, line.end())
    for article in articles:
        code = edition[0] if edition and article.code in (None, "CC", "Criminal Code") else article.code
        yield from _charge(statement, who, article, code, "charge.line", 0.97 / who.sure if who.sure else 0)
    if not articles and who.persons:
        yield from _words(statement, who, line)


_NAME_THEN = re.compile(r"\s*(?:-|:)\s*(?=\d)")


def _by_name(statement: Statement, start: int) -> Iterator[tuple[Who, ArticleMention]]:
    """ "Hasan - 182.2.2 (extortion); Rashad - 178.3.2": numbers behind each name of the line."""
    for slot in statement.singles:
        behind = slot.kind == "name" and slot.span[0] >= start
        if behind and (then := _NAME_THEN.match(statement.masked, slot.span[1])):
            own = Who(slot.persons, 1.0, slot)
            yield from ((own, article) for article in bare_articles(statement.text, then.end()))


def _words(statement: Statement, who: Who, line: re.Match[str]) -> Iterator[Draft]:
    """A charge line without article: its words are the title."""
    title = " ".join(statement.text[line.end() :].split()).strip(" .;“”\"‘’'")
    if 3 <= len(title) <= 300 and "charge" in line[0]:
        yield from tell(
            statement,
            who,
            line.end(),
            len(statement.text),
            kind="charge",
            rule="charge.line-words",
            base=0.85,
            modality="happened",
            fields={"article": None, "part": None, "code": None, "title": title},
            dates=(),
        )


def _prose(statement: Statement) -> Iterator[Draft]:
    articles = [a for a in _articles(statement) if not (a.title and statement.quoted(a.span[1]))]
    if not articles:
        return
    masked = statement.masked
    at = 0
    for article in articles:
        elided = _also_with(statement, at, article.span[0])
        at = article.span[1]
        cues = list(_CUE.finditer(masked, 0, article.span[0]))
        alone = cell_around(statement, *article.span) and line_of(statement)
        headed = _HEADS_LIST.match(masked, article.span[1])
        told = cues or alone or headed or _BROUGHT.match(masked, article.span[1])
        if not told and not _bare(statement, articles) and not _noted(statement, article):
            continue
        who = elided or (alone if alone and alone.persons else _accused(statement, article, cues))
        who = listed_after(statement, headed.end()) if headed else who
        if (who.sure < 1.0 and _GENERAL.search(masked)) or _OF_A_TREATY.search(masked, 0, article.span[0]):
            continue
        rule = "charge.cell" if alone else "charge.prose"
        yield from _charge(statement, who, article, article.code, rule, 0.93)


def _also_with(statement: Statement, start: int, end: int) -> Who | None:
    """ "Both are charged with A (Art. 1), X also with B (Art. 2)": whom a later article belongs to alone."""
    if start == 0:
        return None
    for slot in statement.slots:
        named = slot.kind == "name" and start <= slot.span[0] < end and not slot.owner
        if named and _ALSO_WITH.match(statement.masked, slot.span[1], end):
            return Who(slot.persons, 1.0, slot)
    return None


def _bare(statement: Statement, articles: list[ArticleMention]) -> bool:
    """A line of articles alone, in an entry: "Art. 205, Art. 206 of the CC"."""
    used = sum(a.span[1] - a.span[0] for a in articles)
    return bool(statement.entry_people) and used * 2 > len(statement.text.strip())


def _noted(statement: Statement, article: ArticleMention) -> bool:
    """A note without a verb in an entry: "Conspiracy (CP Art. 132) and association (Art. 37)."."""
    before = statement.masked[: article.span[0]]
    return bool(statement.entry_people) and len(before) < 120 and not VERB.search(before) and not _FRAME.search(before)


_FRAME = re.compile(r"\b(?:law|under|threat|risk|maximum|according|violat\w+|contrary|pursuant|basis|version|see)\b|=")
_KIN_FACED = re.compile(
    r"\W*(?:his|her)\s+(?:(?P<spouse>wife|husband|spouse)|(?P<sibling>brother|sister)|son|daughter|father|mother)\s+"
    r"(?=(?:was|is|has|had|faces?|faced|also|later)\b)"
)


def _kin_of(statement: Statement, kin: re.Match[str]) -> Who:
    """ "His wife faced a charge under": the other one of an entry of two, whom the text named as kin, or nobody."""
    people, entry = statement.context.people, statement.entry_people
    sex = {"wife": "f", "sister": "f", "husband": "m", "brother": "m"}.get(kin[kin.lastgroup or 0])
    fitting = [p for p in entry if people.sex(p) == sex] if len(entry) == 2 and sex else []
    known = statement.memory.kin if statement.memory else {}
    told = [q for p in statement.topic_before if (q := known.get((p, kin.lastgroup or "")))]
    return Who(tuple((told or fitting)[:1]), 0.85) if told or len(fitting) == 1 else NOBODY


def _accused(statement: Statement, article: ArticleMention, cues: list[re.Match[str]]) -> Who:
    """Subject, object or owner of the nearest cue before the article; else the last one named; else the entry."""
    masked = statement.masked
    if kin := _KIN_FACED.match(masked, clause_start(masked, article.span[0])):
        return _kin_of(statement, kin)
    for found in reversed(cues):
        for who in _around(statement, found, article):
            if who.persons:
                return _with_others(statement, who, article)
            if who.slot is not None and who.slot.kind == "group":
                return NOBODY
    if any(s.kind == "group" and not s.owner and not s.led for s in statement.slots):
        return NOBODY
    against = _AGAINST_WHOM.match(masked, article.span[1])
    if against and (accused := object_of(statement, against.end())).persons:
        return accused
    floor = clause_start(masked, article.span[0])
    named = [
        s
        for s in statement.slots
        if s.kind == "name"
        and s.span[0] >= floor
        and s.span[1] <= article.span[0]
        and not s.owner
        and s.led in ("", "against", "for")
    ]
    if named:
        return Who(named[-1].persons, 0.9, named[-1])
    if not statement.entry_people and not statement.slots and _ITS_CHARGE.search(masked):
        return holder(statement)
    return inherited(statement)


_ITS_CHARGE = re.compile(r"\b(?:the|a|this|new|further|another)\s+(?:\w+\s+)?(?:charges?|indictment|accusations?)\b")
"""A sentence about the charge that names nobody is about the topic: "The indictment cites Article 205"."""


_OF_ALL = re.compile(r"(?:,|\beach|\bboth|\ball)\s+(?:under|on)\s+(?:the\s+)?$")
_AND_TO = re.compile(r"\s+(?:(?:was|were)\s+(?:sentenced\s+)?)?to\s+")


def _with_others(statement: Statement, who: Who, article: ArticleMention) -> Who:
    """ "X was sentenced to seven years and the others to five each, under Article 205": the article is everybody's."""
    if who.slot is None or not _OF_ALL.search(statement.masked, 0, article.span[0]):
        return who
    more = [
        p
        for s in statement.slots
        if who.slot.span[1] <= s.span[0] < article.span[0] and s.kind in ("name", "ordinal") and not s.owner
        if _AND_TO.match(statement.masked, s.span[1])
        for p in resolve(statement, s).persons
    ]
    return Who(tuple(dict.fromkeys([*who.persons, *more])), who.sure, who.slot) if more else who


def _around(statement: Statement, cue: re.Match[str], article: ArticleMention) -> Iterator[Who]:
    aux = re.search(
        r"\b(?:was|were|been|being|is|are|has|have|had|faces?|faced|got|also|\s)+$", statement.masked[: cue.start()]
    )
    if cue[0] == "guilty" and (found := _FOUND.search(statement.masked[: cue.start()])):
        passive = WAS.search(statement.masked[: found.start()])
        yield subject_of(statement, passive.start()) if passive else object_of(statement, found.end())
        return
    if aux is None:
        yield _before(object_of(statement, cue.end()), article)
    yield subject_of(statement, aux.start() if aux else cue.start())
    yield _before(owner_of(statement, cue.start(), cue.end()), article)


def _before(who: Who, article: ArticleMention) -> Who:
    return who if who.slot is not None and who.slot.span[1] <= article.span[0] else NOBODY


def _charge(
    statement: Statement, who: Who, article: ArticleMention, code: str | None, rule: str, base: float
) -> Iterator[Draft]:
    fields: dict[str, Any] = {"article": article.number, "part": article.part, "code": code, "title": article.title}
    low, high = article.span
    how = "happened" if rule != "charge.prose" or not _MAYBE.search(statement.masked[:low]) else None
    yield from tell(
        statement, who, low, high, kind="charge", fields=fields, rule=rule, base=base, modality=how, each_date=False,
        dates=None if rule == "charge.prose" else (),
    )  # fmt: skip

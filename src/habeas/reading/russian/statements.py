"""Runs the Russian rules over a document, sentence by sentence.

From one sentence to the next go: the last date (within a section), the date at the head of a paragraph, whom the
text is
about, the last group of people, the last article, the day of a verdict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from habeas.reading.blocks import Block
from habeas.reading.draft import Draft
from habeas.reading.proposals import Span
from habeas.reading.russian.articles import find_articles
from habeas.reading.russian.dates import DateMention, anchors, find_dates, has_date
from habeas.reading.russian.rules import READERS, charge, custody, rows, sentence
from habeas.reading.russian.statement import RussianContext, Statement
from habeas.reading.russian.verdicts import dated, dated_behind, still_told, verdict_of

_TRIGGERS = (*sentence.VERDICT_WORDS, *charge.TRIGGERS, *(t for triggers, _ in READERS for t in triggers))
_ANY = re.compile("|".join(sorted({re.escape(t) for t in _TRIGGERS})))
_HEAD = re.compile(r"[\W\d]*(?:(?:понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье)\s*[,.]?\s*)?")


def read_statements(context: RussianContext) -> list[Draft]:
    """Drafts of all readers over all sentences."""
    drafts: list[Draft] = []
    last: str | None = None
    verdict: DateMention | None = None
    place: object = None
    harmed: dict[str, None] = {}
    sentenced: tuple[str, ...] = ()
    caught: tuple[str, ...] = ()
    pending: tuple[Draft, ...] = ()
    for statement in _statements(context, harmed):
        here = (statement.entry, _sections(context, statement.span[0]))
        verdict = still_told(context, verdict, statement.span[0])
        if here != place:
            place, caught = here, ()
            harmed.clear()
            statement.harmed = ()
        statement.sentenced = sentenced
        already = len(drafts)
        flat = context.flat
        for triggers, reader in READERS:
            if _triggered(statement, triggers) or (reader is sentence.read and rows.may_tell(flat, *statement.span)):
                found = list(reader(statement))
                if reader is custody.read and (people := tuple(dict.fromkeys(p for d in found for p in d.persons))):
                    caught = statement.caught_here = people
                statement.caught = caught
                drafts += [dated(statement, d, verdict) for d in found] if reader is sentence.read else found
        if _triggered(statement, charge.TRIGGERS):
            drafts += charge.read(statement, last)
            pending = charge.of_group(statement, last) or pending
            articles = find_articles(flat, context.text, *statement.span, last=last)
            last = articles[-1].number if articles else last
        for draft in drafts[already:]:
            if draft.kind in ("sentence", "charge", "custody") and draft.modality in ("happened", "alleged"):
                harmed.update(dict.fromkeys(draft.persons))
        told = [d for d in drafts[already:] if d.kind == "sentence" and d.modality == "happened"]
        sentenced = tuple(dict.fromkeys(p for d in told for p in d.persons)) or sentenced
        if pending and told:
            drafts += charge.shared(statement, pending, told)
            pending = ()
        verdict = verdict_of(statement, told, verdict)
        dated_behind(statement, drafts, told, verdict)
    return drafts


def _triggered(statement: Statement, triggers: Sequence[str]) -> bool:
    return any(statement.flat.find(t, *statement.span) >= 0 for t in triggers)


def _statements(context: RussianContext, harmed: Mapping[str, None]) -> Iterator[Statement]:
    """The sentences that hold a trigger, each knowing what stands before it."""
    anchor: str | None = None
    lead: DateMention | None = None
    topic: tuple[str, ...] = ()
    pair: tuple[str, ...] = ()
    group: tuple[str, ...] = ()
    fresh: tuple[str, ...] = ()
    running: DateMention | None = None
    section: tuple[object, object] | None = None
    over: tuple[Span, ...] = ()
    block: Block | None = None
    whole: object = False
    for span in context.sentences:
        headings = context.layout.headings_at(span[0])
        here = (context.people.entry_at(span[0]), _sections(context, span[0]))
        if here != section:
            if section is None or here[1] != section[1]:
                group = ()
            section, topic, pair, fresh = here, (), (), ()
            anchor = _heading_date(context, headings) if here[0] or headings else anchor
        if headings != over:
            over, anchor = headings, _heading_date(context, headings) or anchor
        own = context.layout.block_at(span[0])
        if own is not block:
            if anchor and len(anchor) == 4 and block is whole and not _of_heading(context, span, anchor):
                anchor = None
            home = _heading_date(context, headings) or (str(context.year) if context.year else None)
            if anchor and home and anchor[:4] != home[:4] and not here[0]:
                anchor = home if headings else None  # the paragraph before went back to another year
            listed = bool(block and own and block.kind == own.kind == "item")
            block, lead, fresh, running = own, _lead(context, span, anchor), (), None
        else:
            listed = False
        statement = Statement(
            context,
            span,
            anchor=anchor,
            lead=lead,
            topic=topic,
            pair=pair,
            harmed=tuple(harmed),
            group=group,
            fresh=fresh,
            running=running,
        )
        if _ANY.search(context.flat, *span) or rows.may_tell(context.flat, *span):
            yield statement
        topic, pair = _topic(statement, topic, harmed), _pair(statement, pair)
        group, fresh = _group(statement, group, listed), _fresh(statement)
        if has_date(context.flat, *span) and statement.dates:
            whole, running = block, _running(statement)
            anchor = _anchor(context, statement, anchor)


def _running(statement: Statement) -> DateMention | None:
    """The one day of a sentence, if it opens it: what happens at once in the next sentences happens then."""
    days = [d for d in statement.dates if len(d.when) == 10]
    opens = len(statement.dates) == len(days) == 1 and days[0].span[0] - statement.span[0] < 24
    return replace(days[0], sure=False) if opens else None


_NOW = re.compile(r"(?<!\w)(?:теперь|сейчас|на этот раз|ныне)(?!\w)")


def _anchor(context: RussianContext, statement: Statement, before: str | None) -> str | None:
    """The date from which the next sentence goes on: the last one, years in passing and those in brackets apart."""
    flat, known = context.flat, bool(before or context.year)
    for date in reversed(statement.dates):
        if _bracketed(flat, date.span[0]) or not anchors(
            flat,
            statement.span[0],
            date,
            passing=known,
            year=context.year if not statement.entry else None,
            days=any(len(d.when) > 7 for d in statement.dates if d is not date),
        ):
            continue
        back = len(date.when) == 4 and context.year and date.when != str(context.year)
        return str(context.year) if back and statement.search(_NOW, date.span[1]) else date.when
    return before


def _sections(context: RussianContext, at: int) -> tuple[Span, ...]:
    """The headings over a place that name a subject: in the chronicle of a few people a day starts no other story."""
    flat, headings = context.flat, context.layout.headings_at(at)
    if not context.tells_of_few:
        return headings
    return tuple(h for h in headings if not (h[1] - h[0] < 40 and _IS_DATE.fullmatch(flat, *h)))


def _of_heading(context: RussianContext, span: Span, anchor: str) -> bool:
    """Whether a bare year comes from a heading: one told in passing does not reach into the next paragraph."""
    return any(anchor in context.flat[slice(*h)] for h in context.layout.headings_at(span[0]))


def _bracketed(flat: str, at: int) -> bool:
    return flat.rfind("(", max(0, at - 80), at) > flat.rfind(")", max(0, at - 80), at)


def _heading_date(context: RussianContext, headings: tuple[Span, ...]) -> str | None:
    """The date of the headings ("2021 год", "12 марта"), for chronologies: inner ones go on from outer ones."""
    found: str | None = None
    for heading in headings:
        if year := re.fullmatch(r"\W*((?:19|20)\d\d)\W*", context.flat[slice(*heading)]):
            found = year[1]
        elif dates := find_dates(context.flat, *heading, anchor=found, year=context.year):
            found = dates[-1].when
    return found


def _lead(context: RussianContext, span: Span, anchor: str | None) -> DateMention | None:
    """The date that opens a paragraph and stands for all of it ("Среда, 8 марта.", "12 мая 2021 - ...", "12.08."), else
    the day or month of the heading over it."""
    head = _HEAD.match(context.flat, *span)
    at = head.end() if head else span[0]
    stop = min(span[1] + 1, at + 40)
    start = min([p for p in range(span[0], min(at + 1, span[1])) if context.flat[p].isdigit()], default=at)
    for date in find_dates(context.flat, start, stop, anchor=anchor, year=context.year)[:1]:
        if date.span[0] - start < 2 and _LEADS.match(context.flat, date.span[1]):
            return date
    heading = context.layout.headings_at(span[0])[-1:]
    under = _heading_date(context, context.layout.headings_at(span[0])) if heading else None
    if under and len(under) in (7, 10) and _IS_DATE.fullmatch(context.flat, *heading[0]):
        return DateMention(heading[0], under, False)
    return None


_LEADS = re.compile(r"\s*(?:[.:]|-\s|\([^()]{0,40}\)\s*[.:-]|,\s*(?:понед|втор|сред|четв|пятн|субб|воскр)|$)")
_IS_DATE = re.compile(
    r"(?:19|20)\d\d(?:\s*(?:год\w?|г\.))?\W*|(?:[а-я]{5,11},?\s+)?(?:\d{1,2}\s+)?(?:январ|"
    r"феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]?(?:\s+(?:19|"
    r"20)\d\d)?(?:\s*(?:года|г\.))?(?:,?\s+\(?\w+\)?)?\W*"
)


def _topic(statement: Statement, before: tuple[str, ...], harmed: Mapping[str, None]) -> tuple[str, ...]:
    """Whom the text is about now: those named in the sentence, persecuted ones first, then by grammar and order."""
    role = statement.context.people.role
    clause = statement.flat.rfind(";", *statement.span)
    named = sorted(statement.names, key=lambda s: (s.span[0] < clause, not set(s.cases) & set("na"), s.span))
    if clause >= 0 and any(s.span[0] > clause for s in named):
        return tuple(dict.fromkeys([p for s in named for p in s.persons] + list(before)))[:6]
    people = sorted((p for s in named for p in s.persons), key=lambda p: not (p in harmed or role(p) == "subject"))
    return tuple(dict.fromkeys([*people, *before]))[:6] if people else before


def _group(statement: Statement, before: tuple[str, ...], listed: bool) -> tuple[str, ...]:
    """The people of the case that is told: three or more named in one sentence, those of the items of one list."""
    people = _persecuted(statement)
    if len(people) > 2 and not listed:
        return people
    return tuple(dict.fromkeys((*before, *people))) if listed or (before and people) else before or people


def _fresh(statement: Statement) -> tuple[str, ...]:
    """Those whom a sentence names together as its subject or object, and nobody else."""
    people = _persecuted(statement)
    slots = [s for s in statement.slots if s.kind == "name" and set(s.persons) & set(people)]
    together = len(slots) == 1 and len(people) > 1 and bool(set(slots[0].cases) & set("na"))
    return people if together else ()


def _persecuted(statement: Statement) -> tuple[str, ...]:
    role = statement.context.people.role
    people = [p for s in statement.names for p in s.persons if role(p) not in _BYSTANDERS]
    return tuple(dict.fromkeys(people))


_BYSTANDERS = ("official", "lawyer", "relative", "journalist")


def _pair(statement: Statement, before: tuple[str, ...]) -> tuple[str, ...]:
    """The last people named together, or one after the other in one sentence."""
    several = [s.persons for s in statement.names if len(s.persons) > 1]
    if several:
        return several[-1]
    people = [p for s in statement.names for p in s.persons]
    roles = statement.context.people.role
    people = [p for p in dict.fromkeys(people) if roles(p) not in ("official", "lawyer")]
    return tuple(people) if len(people) > 1 else before

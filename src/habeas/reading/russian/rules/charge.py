"""Charges by article, and by the words of an offence where an accusation states one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from habeas.reading.draft import Draft
from habeas.reading.russian.articles import ArticleMention, find_articles
from habeas.reading.russian.flat import STOP
from habeas.reading.russian.rules.sentence_whose import Verb, by_frame
from habeas.reading.russian.stand_ins import Slot
from habeas.reading.russian.statement import Statement
from habeas.reading.russian.telling import tell
from habeas.reading.russian.who import NOBODY, Who, inherited, named_in, owner, resolve, subject_or_topic

TRIGGERS = (
    "ст.", "стать", "ст ", "обвин", "вмен", "предъяв", "дело о", "делу о", "дела о",
    "приговор", "осужд", "осуди", "виновн", "арестова", "задержа", "судить", "судят", "судили", "получил",
)  # fmt: skip
_LAW = re.compile(
    r"предусматрива\w+|наказыва\w+|кара(?:ет|ют)\w*|может быть назначен\w*|утратил\w* силу|приня(?:т|ли|"
    r"л)\w*\s+закон|"
    r"внес\w+\s+(?:поправк|изменени)|гаранти\w+|санкци\w+\s+стать|гроз(?:ит|ят)\s+до|вступи\w+\s+в\s+силу\s+ста"
    r"ть|закон\s*\(|введенн\w+\s+в|наказуем\w*"
)
_FRAME = re.compile(
    r"(?<!\w)(?:(?P<participle>(?:обвиняем|обвиненн|осужденн|приговоренн|подозреваем|преследуем)\w+)"
    r"|(?P<object>обвини(?:л|ла|ли)|обвиня(?:ют|ет|ли|л)|осуди(?:л|ла|ли)|приговори(?:л|ла|ли)|задержа(?:л|"
    r"ла|ли)|судили|судят|судить|"
    r"преследу(?:ют|ет)|оштрафова(?:л|ла|ли)|арестова(?:л|ла|ли)|признал[аи]?\s+виновн\w+)"
    r"|(?P<subject>получи(?:л|ла|ли)|отдела(?:лся|лась|лись))"
    r"|(?P<passive>обвинен[аы]?|осужден[аы]?|приговорен[аы]?|задержан[аы]?|обвиняется|обвиняются|"
    r"арестован[аы]?|признан[аы]?\s+виновн\w+)"
    r"|(?P<dative>вмени(?:л|ла|ли)|вменя(?:ют|ет|ли)|предъяви(?:л|ла|ли)|предъявлен\w*|назначи(?:л|ла|ли)|грозит)"
    r"|(?P<reclass>переквалифицирова\w+)"
    r"|(?P<against>(?:дел[оауе]\w*|обвинени[еяй])\s+(?:против|в отношении|на))"
    r"|(?P<noun>приговор\w*|дел[оауе]м?))(?!\w)"
)
_WORDS = re.compile(
    r"(?<!\w)(?:обвини(?:л|ла|ли)\s+(?:[^,.;]{0,60}?\s)?в|обвиня(?:ют|ется|ются|ли|ет)\s+(?:[^,.;]{0,"
    r"40}?\s)?в|обвинен[аы]?\s+в|"
    r"обвиняем\w+\s+в|вмени(?:ли|ла|л)|дел[оуае]\s+(?:[^,.;]{0,40}?\s)?об?|"
    r"виновн\w+\s+в|осужден[аы]?\s+(?:[^,.;]{0,60}?\s)?за|осудили\s+(?:[^,.;]{0,60}?\s)?за|"
    r"приговор(?:или|ил|ила|ен|ена|ены)\s+(?:[^,.;]{0,80}?\s)?за|суд(?:ить|ят|или)\s+(?:[^,.;]{0,30}?\s)?за|"
    r"(?:арестова(?:н|на|ны|ли|л)|задержа(?:н|на|ны|ли|л))\s+(?:[^,.;]{0,60}?\s)?за(?=\s+\")|"
    r"получи(?:л|ла|ли)\s+(?:[^,.;]{0,60}?\s)?за(?=\s+\"))\s+"
    r"(?!то\b|это\b|что\b|\d|(?:\w+\s)?(?:час|дня|дней|сутк|недел))(?:\"(?P<said>[^\"]{5,140})\"|(?P<title>[^.;()]{6,200}?)(?=[.;()]|,\s(?:а|но|где|хотя|котор|что|суд|и\s+приг)|\s(?:и\s+приговор|"
    r"к\s+\d|по\s+ст|по\s+ч|на\s+\d|против\s|в\s+отношении\s)|$))"
)


def read(statement: Statement, last: str | None = None) -> Iterator[Draft]:
    """The charges that one sentence tells. `last` is the last article before it."""
    articles = find_articles(statement.flat, statement.text, *statement.span, last=last)
    shared: Who | None = None
    for index, article in enumerate(articles):
        if not article.offence or _of_law(statement, article):
            continue
        close = index > 0 and _goes_on(statement, articles[index - 1], article)
        since = articles[index - 1].span[1] if index else statement.span[0]
        shared = _bracketed(statement, article) or (shared if close and shared else _whose(statement, article, since))
        fields = {"article": article.number, "part": article.part, "code": article.code, "title": None}
        yield from tell(
            statement,
            shared,
            article.span,
            "charge",
            fields,
            "article",
            0.94,
            modality=_modality(statement, article),
            dates=(),
        )
    if not articles:
        yield from _in_words(statement)


_COUNTED = re.compile(
    r"(?:призна\w+\s+виновн\w+|осуди\w+|осужден\w*|приговор\w*|обвин\w+|дел[оау])[^;]*?(?<!\w)(?:двоих|"
    r"двоим|двух|троих|троим|трех|трем|"
    r"четверых|четверым|четырех|пятерых|пятерым|пяти|шестерых|шестерым|шести|семерых|семи|\d{1,2}|нескольких)\s"
)


def of_group(statement: Statement, last: str | None = None) -> tuple[Draft, ...]:
    """The charges of people whom a sentence only counts: those named right behind it have them."""
    if any(statement.context.people.role(p) not in ("official", "lawyer") for s in statement.names for p in s.persons):
        return ()
    if not statement.search(_COUNTED):
        return ()
    found = []
    for article in find_articles(statement.flat, statement.text, *statement.span, last=last):
        if article.offence and not _of_law(statement, article):
            fields = {"article": article.number, "part": article.part, "code": article.code, "title": None}
            found.append(Draft("charge", (), article.span, fields, "charge.of-group", 0.75, None, "author", "happened"))
    return tuple(found)


def shared(statement: Statement, pending: tuple[Draft, ...], told: Sequence[Draft]) -> Iterator[Draft]:
    """Pending charges on the people of the sentences told next, in the same paragraph or the list behind it."""
    layout = statement.context.layout
    here, there = layout.block_at(statement.span[0]), layout.block_at(pending[0].span[0])
    people = tuple(dict.fromkeys(p for d in told for p in d.persons))
    if here is there or (here and there and here.kind == "item" and there.kind != "item"):
        yield from (replace(d, persons=people) for d in pending)


_AND_OF = re.compile(r"\)?\s*(?:,|;|и|,?\s+а также)\s+[^.;:()]{0,90}\(?\s*")


def _goes_on(statement: Statement, last: ArticleMention, article: ArticleMention) -> bool:
    """Whether an article only goes on with a list: "ст. 1 и 2", "X (ст. 1) и Y (ст. 2)"."""
    gap = (last.span[1], article.span[0])
    if gap[1] - gap[0] < 14:
        return True
    named = any(gap[0] <= s.span[0] < gap[1] for s in statement.slots if s.kind != "group")
    return not named and bool(_AND_OF.fullmatch(statement.flat, *gap))


def _modality(statement: Statement, article: ArticleMention) -> str:
    before = statement.flat[max(statement.span[0], article.span[0] - 60) : article.span[0]]
    return "denied" if re.search(r"оправда(?:л(?:а|и)?|н(?:а|о|ы)?)(?!\w)[^.;]*$", before) else "happened"


def _of_law(statement: Statement, article: ArticleMention) -> bool:
    return bool(statement.search(_LAW)) and not statement.search(_FRAME, statement.span[0], article.span[0])


def _bracketed(statement: Statement, article: ArticleMention) -> Who | None:
    """ "ст. 318 УК (Глеб)", "X (ст. 275 УК)", "X - ст. 280", "остальным - ч. 2 ст. 405", "X вменяли A, Y - B"."""
    for slot in statement.slots:
        gap = statement.flat[slot.span[1] : article.span[0]] if slot.span[1] <= article.span[0] else "."
        if slot.kind in ("rest", "everyone", "both") and re.fullmatch(r"\s*-\s*(?:[^-;.()]{0,60}\()?(?:по\s+)?", gap):
            return resolve(statement, slot)
    for slot in statement.names:
        if 0 <= slot.span[0] - article.span[1] < 6 and re.fullmatch(
            r"\s*\(", statement.flat[article.span[1] : slot.span[0]]
        ):
            return resolve(statement, slot)
        gap = statement.flat[slot.span[1] : article.span[0]]
        dashed = r"\s*(?:\(|-|:)\s*(?:по\s+)?|\s*-\s*[^-;:.()]{0,60}(?:\(|,\s*то есть\s+)?\s*"
        if slot.span[1] <= article.span[0] and re.fullmatch(dashed, gap):
            whole = _whole(statement, slot)
            return resolve(statement, slot if ")" in statement.flat[slice(*whole.span)] else whole)
    return None


def _whole(statement: Statement, slot: Slot) -> Slot:
    return next((s for s in statement.slots if s.span[0] <= slot.span[0] and s.span[1] == slot.span[1]), slot)


def _whose(statement: Statement, article: ArticleMention, since: int) -> Who:
    """The people of an article: of the nearest predicate before it, else the last name before it, else the entry's."""
    start = article.span[0]
    if since > statement.span[0]:  # "вменили A (ст. 1), а X ещё и B (ст. 2)"
        between = [s for s in statement.names if since <= s.span[0] < start and set(s.cases) & set("da")]
        roles = {statement.context.people.role(p) for s in between for p in s.persons}
        if between and not roles & {"official", "lawyer"}:
            return resolve(statement, _whole(statement, between[-1]))
    frames = [
        m
        for m in statement.find(_FRAME)
        if m.end() <= start and not re.search(rf";|{STOP}", statement.flat[m.end() : start])
    ]
    for match in reversed(frames[-3:]):
        who = _framed(statement, match)
        if who.persons:
            return who
    before = [s for s in statement.slots if s.span[1] <= start and s.kind in ("name", "he", "she", "rest", "everyone")]
    for slot in reversed(before):
        who = resolve(statement, slot)
        roles = {statement.context.people.role(p) for p in who.persons}
        if who.persons and not roles & {"official", "lawyer"}:
            return Who(who.persons, 0.8, slot)
    if (against := _against(statement, article)).persons:
        return against
    for slot in reversed([s for s in statement.slots if s.span[1] <= start and s.kind in ("rest", "everyone", "both")]):
        if (who := resolve(statement, slot)).persons:
            return who
    behind = named_in(statement, "dan", start, article.span[1], reach=90)
    if {statement.context.people.role(p) for p in behind.persons} & {"official", "lawyer"}:
        behind = NOBODY
    if behind.persons:
        return behind
    others = any(s.kind == "group" for s in statement.slots) and len(statement.entry) != 1
    return NOBODY if others else inherited(statement)


_AGAINST = re.compile(r"(?<!\w)(?:в отношении|против)\s+")


def _against(statement: Statement, article: ArticleMention) -> Who:
    """ "По ст. 148 УК (...) в отношении фотографа X"."""
    match = statement.search(_AGAINST, article.span[1])
    if match is None or re.search(rf";|{STOP}", statement.flat[article.span[1] : match.start()]):
        return NOBODY
    behind = [s for s in statement.slots if s.kind == "name" and 0 <= s.span[0] - match.end() < 70]
    return resolve(statement, behind[0]) if behind else NOBODY


def _framed(statement: Statement, match: re.Match[str]) -> Who:
    frame = match.lastgroup or ""
    if frame == "reclass":
        return subject_or_topic(statement, "d", match.start(), match.end())
    if frame == "against":
        return named_in(statement, "ga", match.end(), match.end(), reach=80)
    if frame == "noun":
        return owner(statement, match.start(), match.end(), "gd")
    if (
        frame == "participle"
        and (who := by_frame(statement, Verb(match.start(), match.end(), frame, match[0]))).persons
    ):
        return who
    if frame == "participle":
        return NOBODY
    return by_frame(statement, Verb(match.start(), match.end(), frame, match[0]))


def _in_words(statement: Statement) -> Iterator[Draft]:
    """An accusation without article: "обвинили в организации беспорядков", "дело о госизмене"."""
    for match in statement.find(_WORDS):
        if statement.quoted(match.start()):
            continue
        low, high = match.span("said" if match["said"] else "title")
        low = next((s.span[1] for s in statement.names if s.span[0] == low), low)  # "вменили X организацию"
        title = " ".join(statement.text[low:high].split()).strip(" ,")
        if re.fullmatch(r"[«\"]?[^«»\"]*[»\"]?", title):
            title = title.strip('«»"')
        frame = _FRAME.search(statement.flat, match.start(), match.end())
        who = _framed(statement, frame) if frame else NOBODY
        fields = {"article": None, "part": None, "code": None, "title": title}
        yield from tell(statement, who, (low, high), "charge", fields, "words", 0.75, dates=())

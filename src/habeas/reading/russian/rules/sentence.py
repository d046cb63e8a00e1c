"""Sentences: verdicts with their penalties, each on the person whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from habeas.reading.draft import Draft
from habeas.reading.russian.flat import STOP
from habeas.reading.russian.modality import modality_at
from habeas.reading.russian.rules.penalties import Penalty, penalties
from habeas.reading.russian.rules.rows import date_of_row, is_cell, is_row
from habeas.reading.russian.rules.sentence_whose import Verb, beside, is_arrest, owner_of
from habeas.reading.russian.statement import Statement
from habeas.reading.russian.telling import date_of, tell
from habeas.reading.russian.who import Who

TRIGGERS = (
    "приговор",
    "осуд",
    "осужд",
    "назнач",
    "получ",
    "дали",
    "дал ",
    "дала ",
    "отмери",
    "впая",
    "влепи",
    "доста",
    "присуд",
    "вместо",
    "взыска",
    "пробаци",
    "итог",
    "отправи",
    "штраф",
    "срок",
    "отбыва",
    "отсид",
    "лишени",
    "лишил",
    "сел на",
    "села на",
    "колони",
    "условн",
    "пожизн",
    "сут",
    "работ",
    "ограничен",
    "наказан",
    "посади",
    "тюрьм",
    "заключени",
    "запрет",
)
_PREDICATE = re.compile(
    r"(?<!\w)(?:"
    r"(?P<participle>(?:приговоренн|осужденн|получивш|отсидевш|отбывш|отбывающ|отбывавш|оштрафованн|"
    r"арестованн|наказанн)\w+)"
    r"|(?P<passive>(?:приговорен|осужден|оштрафован|арестован|отправлен|наказан|лишен)[аы]?(?!\w))"
    r"|(?P<subject>получи(?:л|ла|ли|ть|т)|получа(?:ет|ют)|отдела(?:лся|лась|лись)|заплати(?:л|"
    r"ла|ли)|прове(?:дет|дут)|отсидит|"
    r"лиши(?:лся|лась|лись)\s+свободы|схлопота(?:л|ла|ли)|выслуша(?:л|ла|ли)|услыша(?:л|ла|"
    r"ли)|се(?:л|ла|ли)(?=\s+на\s)|"
    r"отбыва(?:ет|ют|л|ла|ли)|отсиде(?:л|ла|ли)|отбы(?:л|ла|ли))(?!\w)"
    r"|(?P<appeal>увелич(?:ил|ила|или|ено|ен|ивает|ивают)|снижа(?:ет|ют)|сокраща(?:ет|ют)|смягча(?:ет|ют)|"
    r"ужесточа(?:ет|ют)|заменя(?:ет|ют)|сниз(?:ил|ила|или)|снижен\w*|сокра(?:тил|тила|тили|щен\w*)|"
    r"смяг(?:чил|чила|чили|чен\w*)|"
    r"ужесточ(?:ил|ила|или|ен\w*)|удесточ\w+|замени(?:л|ла|ли)|заменен\w*|уменьш(?:ил|ила|или|ен\w*)|"
    r"добав(?:ил|ила|или)|"
    r"скости(?:л|ла|ли)|скину(?:л|ла|ли)|сброси(?:л|ла|ли)|сбави(?:л|ла|ли)|убави(?:л|ла|ли)|среза(?:л|ла|ли)|"
    r"сня(?:л|ла|ли)|накину(?:л|ла|ли)|прибави(?:л|ла|ли)|пересмотре(?:л|ла|ли))(?!\w)"
    r"|(?P<object>приговори(?:л|ла|ли)|приговаривает|приговаривают|осуди(?:л|ла|ли)|отправи(?:л|ла|ли)|"
    r"отправля(?:ет|ют)|посади(?:л|ла|ли)|"
    r"оштрафова(?:л|ла|ли)|арестова(?:л|ла|ли)|лиши(?:л|ла|ли)\s+свободы|наказа(?:л|ла|ли)|упек(?:ла|ли)?)(?!\w)"
    r"|(?P<ended>(?:законч|заверш|оберн|обош|огранич)(?:илось|илась|ился|ился|улось|улась|улся|лось|лась|елся))(?!\w)"
    r"|(?P<exact>взыска(?:л|ла|ли))(?!\w)"
    r"|(?P<threat>гроз(?:ит|ило|ят)|угрожает)(?!\w)"
    r"|(?P<dative>назначи(?:л|ла|ли)|назнача(?:ет|ют)|запрети(?:л|ла|ли)|назначен[оаы]?|дали|дал|дала|"
    r"присуди(?:л|ла|ли)|вынес(?:ла|ли|ен)?|определи(?:л|ла|ли)|впая(?:л|ла|ли)|отмери(?:л|"
    r"ла|ли)|влепи(?:л|ла|ли)|отвеси(?:л|ла|ли)|доста(?:лось|лся|лась)|дает|дают|выписа(?:л|"
    r"ла|ли)|"
    r"избра(?:л|ла|ли))(?!\w)"
    r"|(?P<demand>запрос\w+|запраш\w+|проси(?:л|ла|т)|попроси\w+|требова\w+|потребова\w+|треб(?:ует|уют)|"
    r"настаива\w+)(?!\w)"
    r"|(?P<noun>приговор(?:а|у|ом|е)?|срок(?:а|у|ом)?|наказани(?:е|я|ем)|вердикт\w*|итог(?:а|е|ом)?)(?!\w))"
)
_VERDICT = re.compile(
    r"(?<!\w)(?:(?:вынес(?:ла|ли)?|вынесен\w?)(?=[^.;]{0,60}приговор)|приговор[^.;,]{0,30}(?:вынес\w*|"
    r"огласи\w*|оглашен\w*)|"
    r"огласи(?:л|ла|ли)|оглашен\w?|приговорил\w*|приговорен\w*|осудил[аи]?|осужден[аы]?|призна(?:л|"
    r"ла|ли|н|на|ны)\s+(?:[^.;,]{0,60}\s)?"
    r"(?:виновн|участник|организатор)\w+|(?:суд|судья|коллегия)(?:\s+\([^()]*\))?\s+(?:решил[аи]?|постановил[аи]?)|"
    r"приговор\w*(?=\s*(?:[.:]|$|от\s+\d))|"
    r"выслушал[аи]?\s+приговор|услышал[аи]?\s+приговор|день\s+приговора)(?!\w)"
)
VERDICT_WORDS = ("призна", "приговор", "осуд", "осужд", "виновн", "огла", "решил", "постанов")
_COURT = re.compile(
    r"((?:[А-ЯЁ][\w-]+\s+){1,2}(?:(?:[а-яё-]+)\s+){0,3}суд(?:а|ом|у|е)?(?!\w)(?:\s+(?:в\s+)?[А-ЯЁ][\w-]+)?|"
    r"суд(?:ом)?\s+в\s+[А-ЯЁ][\w-]+)"
)
_ABSENT = re.compile(r"(?<!\w)заочно(?!\w)")


def read(statement: Statement) -> Iterator[Draft]:
    """The sentences that one sentence of text tells."""
    found = penalties(statement)
    if not found:
        return
    verbs = [Verb(m.start(), m.end(), m.lastgroup or "", m[0]) for m in statement.find(_PREDICATE)]
    pairs = _respectively(statement, found, verbs)
    pairs |= _in_turn(statement, found, verbs)
    for index, penalty in enumerate(found):
        if statement.quoted(penalty.span[0]):
            continue
        verb = _verb(statement, verbs, penalty)
        who = pairs.get(index) or owner_of(statement, penalty, verb, found)
        if who.persons and not _only_step(statement, penalty, verb, found):
            yield from _told(statement, who, penalty, verb)


def _told(statement: Statement, who: Who, penalty: Penalty, verb: Verb | None) -> Iterator[Draft]:
    fields: dict[str, object] = {"penalty": penalty.kind, "length": penalty.length}
    if statement.search(_ABSENT):
        fields["in_absentia"] = True
    court = _COURT.search(statement.text, *statement.span)
    if court and not any(s.span[0] < court.end() and court.start() < s.span[1] for s in statement.names):
        fields["court"] = " ".join(court[1].split())
    at = verb.start if verb and verb.start < penalty.span[0] else penalty.span[0]
    if statement.flat.rfind("(", at, penalty.span[0]) > statement.flat.rfind(")", at, penalty.span[0]):
        at = penalty.span[0]
    span = (min(at, penalty.span[0]), max(penalty.span[1], verb.end if verb and penalty.span[0] - verb.end < 0 else 0))
    how = _HOW.get(verb.frame if verb else "") or modality_at(statement, *penalty.span)
    if how == "happened" and _bound(statement, penalty, verb):
        how = "threatened"
    row = is_row(statement)
    date = date_of_row(statement, penalty.span) if row else None
    if date is None and verb is None and len(statement.dates) == 1:
        date = statement.dates[0] if not row else None
    elif date is None:
        date = date_of(statement, at, penalty.span[1])
    if verb and verb.frame == "participle" and date is statement.lead:
        date = None
    name = verb.frame if verb else "stated"
    base = 0.95 if verb and not penalty.bare else 0.88 if verb else 0.8
    yield from tell(statement, who, span, "sentence", fields, name, base, modality=how, dates=(date,) if date else ())


def _of_court(statement: Statement, penalty: Penalty) -> bool:
    """Whether a paragraph has told of a court before a bare term."""
    block = statement.context.layout.block_at(statement.span[0])
    low = max(block.span[0] if block else 0, penalty.span[0] - 400)
    return _OF_COURT.search(statement.flat, low, statement.span[1]) is not None


_OF_COURT = re.compile(r"(?<!\w)(?:приговор|вердикт|осужд|осуд|суд(?:а|у|ом|ья)?(?!\w)|срок|наказани|ст\.|стать)")
_HOW = {"demand": "requested", "threat": "threatened"}


def _bound(statement: Statement, penalty: Penalty, verb: Verb | None) -> bool:
    """A frame of the law: "до десяти лет" without a verb that changes a sentence, "вплоть до пожизненного"."""
    before = statement.flat[max(statement.span[0], penalty.span[0] - 30) : penalty.span[0]]
    if re.search(r"вплоть\s+до\s+(?:\w+\s+)?$", before):
        return True
    return bool(re.search(r"(?<!\w)до\s+$", before)) and not (verb and verb.frame in ("appeal", "noun"))


def _verb(statement: Statement, verbs: list[Verb], penalty: Penalty) -> Verb | None:
    """The verb of a penalty: the nearest before it in its clause, else one right behind it."""
    start, end = penalty.span
    inside = [v for v in verbs if start <= v.start < end]
    if inside:
        return inside[-1]
    before = [v for v in verbs if v.end <= start and not re.search(rf";|{STOP}", statement.flat[v.end : start])]
    after = [
        v
        for v in verbs
        if v.start >= end
        and len(statement.flat[end : v.start].split()) < 7
        and not re.search(r"[;.,]", statement.flat[end : v.start])
    ]
    near = [
        v
        for v in verbs
        if v.start >= end
        and v.frame in ("subject", "dative", "passive", "object")
        and re.fullmatch(r"(?:\s+[а-я-]+){0,2}\s*,?\s*(?:[а-я-]+\s+){0,2}", statement.flat[end : v.start])
    ]
    if before and before[-1].frame == "noun" and near:
        return near[0]
    if before:
        last = before[-1]
        if last.frame == "noun" and len(before) > 1 and before[-2].frame not in ("noun", "demand"):
            last = before[-2]
        if len(statement.flat[last.end : start]) < 220 or not after:
            return last
    return after[0] if after else None


def _only_step(statement: Statement, penalty: Penalty, verb: Verb | None, found: list[Penalty]) -> bool:
    """What is no sentence of its own: "на 2 года" in "ужесточили на 2 года до 9", a bare length without a verb."""
    if penalty.bare and (is_cell(statement, penalty.span) or (verb is None and is_arrest(statement, penalty))):
        return False
    if penalty.bare and verb is None and (any(not p.bare for p in found) or _of_court(statement, penalty)):
        return beside(statement, penalty) is None
    if penalty.bare and (
        verb is None or verb.word in ("арестовал", "арестовали", "арестовала", "арестован", "арестована")
    ):
        return penalty.kind != "arrest" or verb is None
    if verb and verb.frame == "appeal":
        before = statement.flat[max(verb.end, penalty.span[0] - 8) : penalty.span[0]]
        if verb.word.startswith(("сброс", "скин", "убав", "среза", "снял", "скост")) and not re.search(
            r"(?<!\w)до\s+$", before
        ):
            return True
        behind = statement.flat[penalty.span[1] : penalty.span[1] + 40]
        if verb.word.startswith("замен") and re.match(
            r"[^.;,]{0,24}(?<!\w)на\s+(?:\w+\s+)?(?:\d|[а-я]+\s+(?:лет|год))", behind
        ):
            return True
        later = any(p.span[0] > penalty.span[1] for p in found)
        return bool(re.search(r"(?<!\w)на\s+$", before)) and (later or not verb.word.startswith("замен"))
    return bool(penalty.bare and verb and verb.frame == "object" and verb.word.startswith("отправ"))


def _in_turn(statement: Statement, found: list[Penalty], verbs: list[Verb]) -> dict[int, Who]:
    """Two terms for two people in their order, though "соответственно" is left out: "осуждены на 6 и 4 года"."""
    for index, (one, other) in enumerate(pairwise(found)):
        same = {one.kind, other.kind} <= {"imprisonment"} or one.kind == other.kind
        if (
            not same
            or other.kind == "fine"
            or one.length == other.length
            or not _AND.fullmatch(statement.flat, one.span[1], other.span[0])
        ):
            continue
        verb = _verb(statement, verbs, other)
        who = owner_of(statement, other, verb, found)
        if len(who.persons) == 2:
            return {index: Who(who.persons[:1], who.sure * 0.9), index + 1: Who(who.persons[1:], who.sure * 0.9)}
    return {}


_AND = re.compile(r"\s*(?:,|и)\s*(?:к\s+|на\s+)?")


def _respectively(statement: Statement, found: list[Penalty], verbs: list[Verb]) -> dict[int, Who]:
    """Pairs of penalty and person in "к 12 и 11 годам соответственно"."""
    if "соответственно" not in statement.flat[slice(*statement.span)]:
        return {}
    for slot in statement.slots:
        if len(slot.persons) > 1:
            run = [i for i, p in enumerate(found) if p.kind != "ban"]
            if len(run) == len(slot.persons):
                return {i: Who((slot.persons[n],), 0.95, slot) for n, i in enumerate(run)}
    names = [p for s in statement.names for p in s.persons]
    people = list(dict.fromkeys(names))
    if len(people) == len(found) and (verbs or is_row(statement)):
        return {i: Who((people[i],), 0.85) for i in range(len(found))}
    return {}


def verdict_at(statement: Statement) -> tuple[int, int] | None:
    """The words that tell of a verdict, if a sentence does: their date is that of penalties told right behind it."""
    if not any(statement.flat.find(w, *statement.span) >= 0 for w in VERDICT_WORDS):
        return None
    match = statement.search(_VERDICT)
    return match.span() if match and not statement.quoted(match.start()) else None

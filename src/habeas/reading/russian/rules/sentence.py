"""Sentences: verdicts with their penalties, each on the person whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from habeas.reading.draft import Draft
from habeas.reading.russian.flat import STOP
from habeas.reading.russian.modality import modality_at
from habeas.reading.russian.rules.penalties import Penalty, penalties
from habeas.reading.russian.rules.rows import date_of_row, is_cell, is_row
from habeas.reading.russian.statement import Slot, Statement
from habeas.reading.russian.telling import date_of, tell
from habeas.reading.russian.who import NOBODY, Who, inherited, named_in, owner, resolve, subject_or_topic

TRIGGERS = (
    "приговор",
    "осуд",
    "осужд",
    "назнач",
    "получ",
    "дали",
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
    r"скости(?:л|ла|ли)|пересмотре(?:л|ла|ли))(?!\w)"
    r"|(?P<object>приговори(?:л|ла|ли)|приговаривает|приговаривают|осуди(?:л|ла|ли)|отправи(?:л|ла|ли)|"
    r"отправля(?:ет|ют)|посади(?:л|ла|ли)|"
    r"оштрафова(?:л|ла|ли)|арестова(?:л|ла|ли)|лиши(?:л|ла|ли)\s+свободы|наказа(?:л|ла|ли)|упек(?:ла|ли)?)(?!\w)"
    r"|(?P<ended>(?:законч|заверш|оберн|обош)(?:илось|илась|ился|ился|улось|улась|улся|лось|лась|елся))(?!\w)"
    r"|(?P<threat>гроз(?:ит|ило|ят)|угрожает)(?!\w)"
    r"|(?P<dative>назначи(?:л|ла|ли)|назнача(?:ет|ют)|запрети(?:л|ла|ли)|назначен[оаы]?|дали|дал|дала|"
    r"присуди(?:л|ла|ли)|вынес(?:ла|ли|ен)?|определи(?:л|ла|ли)|впая(?:л|ла|ли)|дает|дают|выписа(?:л|ла|ли)|"
    r"избра(?:л|ла|ли))(?!\w)"
    r"|(?P<demand>запрос\w+|запраш\w+|проси(?:л|ла|т)|попроси\w+|требова\w+|потребова\w+|треб(?:ует|уют)|"
    r"настаива\w+)(?!\w)"
    r"|(?P<noun>приговор(?:а|у|ом|е)?|срок(?:а|у|ом)?|наказани(?:е|я|ем)|вердикт\w*)(?!\w))"
)
_VERDICT = re.compile(
    r"(?<!\w)(?:(?:вынес(?:ла|ли)?|вынесен\w?)(?=[^.;]{0,60}приговор)|приговор[^.;,]{0,30}(?:вынес\w*|"
    r"огласи\w*|оглашен\w*)|"
    r"огласи(?:л|ла|ли)|оглашен\w?|приговорил\w*|приговорен\w*|осудил[аи]?|осужден[аы]?|призна(?:л|"
    r"ла|ли|н|на|ны)\s+(?:[^.;,]{0,60}\s)?"
    r"виновн\w+|(?:суд|судья|коллегия)(?:\s+\([^()]*\))?\s+(?:решил[аи]?|постановил[аи]?)|"
    r"приговор\w*(?=\s*(?:[.:]|$|от\s+\d))|"
    r"выслушал[аи]?\s+приговор|услышал[аи]?\s+приговор|день\s+приговора)(?!\w)"
)
VERDICT_WORDS = ("приговор", "осуд", "осужд", "виновн", "огла", "решил", "постанов")
_COURT = re.compile(
    r"((?:[А-ЯЁ][\w-]+\s+){1,2}(?:(?:[а-яё-]+)\s+){0,3}суд(?:а|ом|у|е)?(?!\w)(?:\s+(?:в\s+)?[А-ЯЁ][\w-]+)?|"
    r"суд(?:ом)?\s+в\s+[А-ЯЁ][\w-]+)"
)
_ABSENT = re.compile(r"(?<!\w)заочно(?!\w)")
_DASHED = re.compile(r"\s*(?:\([^()]*\))?\s*(?:-|:)\s*(?:к\s+|на\s+|по\s+|срок\s+)?$")
_BRACKETED = re.compile(r"\s*(?:[а-я-]+\s+){0,3}?[а-я-]*\s*\(")
_AFTER_DASH = re.compile(r"\s*-\s*(?:[а-я-]+\s+){0,3}")
_INSIDE = re.compile(r"\s*\((?:[^()]{0,40}\s)?$")


@dataclass(frozen=True, slots=True)
class Verb:
    """A word that sentences: its place and its frame (the name of a group of `_PREDICATE`)."""

    start: int
    end: int
    frame: str
    word: str


def read(statement: Statement) -> Iterator[Draft]:
    """The sentences that one sentence of text tells."""
    found = penalties(statement)
    if not found:
        return
    verbs = [Verb(m.start(), m.end(), m.lastgroup or "", m[0]) for m in statement.find(_PREDICATE)]
    pairs = _respectively(statement, found, verbs)
    for index, penalty in enumerate(found):
        if statement.quoted(penalty.span[0]):
            continue
        verb = _verb(statement, verbs, penalty)
        who = pairs.get(index) or _owner(statement, penalty, verb, found)
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
    how = _HOW.get(verb.frame if verb else "") or modality_at(statement, penalty.span[0], penalty.span[1], 0)
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


_OF_COURT = re.compile(r"(?<!\w)(?:приговор|осужд|осуд|суд(?:а|у|ом|ья)?(?!\w)|срок|наказани|ст\.|стать)")
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
    if penalty.bare and (is_cell(statement, penalty.span) or (verb is None and _is_arrest(statement, penalty))):
        return False
    if penalty.bare and verb is None and (any(not p.bare for p in found) or statement.search(_OF_COURT)):
        return _beside(statement, penalty) is None
    if penalty.bare and (
        verb is None or verb.word in ("арестовал", "арестовали", "арестовала", "арестован", "арестована")
    ):
        return penalty.kind != "arrest" or verb is None
    if verb and verb.frame == "appeal":
        before = statement.flat[max(verb.end, penalty.span[0] - 8) : penalty.span[0]]
        behind = statement.flat[penalty.span[1] : penalty.span[1] + 40]
        if verb.word.startswith("замен") and re.match(
            r"[^.;,]{0,24}(?<!\w)на\s+(?:\w+\s+)?(?:\d|[а-я]+\s+(?:лет|год))", behind
        ):
            return True
        later = any(p.span[0] > penalty.span[1] for p in found)
        return bool(re.search(r"(?<!\w)на\s+$", before)) and (later or not verb.word.startswith("замен"))
    return bool(penalty.bare and verb and verb.frame == "object" and verb.word.startswith("отправ"))


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


def _owner(statement: Statement, penalty: Penalty, verb: Verb | None, found: list[Penalty]) -> Who:
    """The people of a penalty."""
    if beside := _beside(statement, penalty):
        return beside
    if (verb is None or verb.frame in ("noun", "subject")) and (after := _given_to(statement, penalty)):
        return after
    if verb is None:
        if _stands_for_entry(statement, penalty):
            return Who(statement.entry, 1.0 if is_row(statement) else 0.85)
        return _only_one(statement, penalty)
    if verb.frame == "demand":
        who = named_in(statement, "dga", verb.start, verb.end)
        return who if who.persons else subject_or_topic(statement, "g", verb.start, verb.end)
    again = _same_verb_before(statement, penalty, verb, found)
    return again if again else by_frame(statement, verb)


def _only_one(statement: Statement, penalty: Penalty) -> Who:
    """Without a verb: the one person, or the people named together, of the clause ("Итог для X - шесть лет")."""
    if penalty.kind == "ban" or (penalty.bare and not _is_arrest(statement, penalty)):
        return NOBODY
    people = statement.context.people
    named = [s for s in statement.slots if s.kind == "name" and not all(people.role(p) in _ASIDE for p in s.persons)]
    groups = any(s.kind == "group" for s in statement.slots)
    if statement.lead and not groups and not statement.names:
        return inherited(statement)  # a line of a chronicle
    near = len(named) == 1 and not re.search(r"[;.]", statement.flat[named[0].span[1] : penalty.span[0]])
    return Who(named[0].persons, 0.75, named[0]) if near and not groups else NOBODY


_ASIDE = ("official", "lawyer", "relative")


_BEFORE_DAYS = re.compile(r"(?:^|[-;,:]\s*|арест\w*\s+)(?:на\s+)?$")
_BEHIND_DAYS = re.compile(r"\s*(?:$|[.;,(]|ареста)")


def _is_arrest(statement: Statement, penalty: Penalty) -> bool:
    """Days between two marks, where a line is dated or tells of a detention: "13.08 - 15 суток", "задержан; 30 суток"."""
    if penalty.kind != "arrest" or not _BEHIND_DAYS.match(statement.flat, penalty.span[1], statement.span[1]):
        return False
    before = statement.flat[max(statement.span[0], penalty.span[0] - 20) : penalty.span[0]]
    told = statement.lead or statement.dates or re.search(r"задерж|арест", statement.flat[slice(*statement.span)])
    return bool(told and _BEFORE_DAYS.search(before))


def _same_verb_before(statement: Statement, penalty: Penalty, verb: Verb, found: list[Penalty]) -> Who | None:
    """A name between the verb and a later penalty takes it: "X получил 5 лет, а Y - 6", "A к 5 годам, B к 6"."""
    earlier = [p for p in found if verb.end <= p.span[0] and p.span[1] <= penalty.span[0]]
    if not earlier or verb.frame not in ("subject", "object", "dative", "passive"):
        return None
    wanted = {"subject": "n", "object": "a", "dative": "d", "passive": "n"}[verb.frame]
    if verb.frame in ("object", "dative") and (behind := _named_behind(statement, penalty, verb, wanted, found)):
        return behind
    for slot in statement.slots:
        between = earlier[-1].span[1] <= slot.span[0] and slot.span[1] <= penalty.span[0]
        fits = set(slot.cases) & set(wanted) and slot.kind in ("name", "noun", "group", "he", "she")
        if between and fits:
            return resolve(statement, slot)
    return None


def _named_behind(statement: Statement, penalty: Penalty, verb: Verb, wanted: str, found: list[Penalty]) -> Who | None:
    """Where the names stand behind their penalties: "приговорил к 6 годам A, а позже - к 4 годам B"."""
    first = min(p.span[0] for p in found if p.span[0] >= verb.end)
    names = [s for s in statement.slots if s.kind == "name" and set(s.cases) & set(wanted)]
    if any(verb.start - 40 < s.span[0] < first for s in names):
        return None
    stop = min([p.span[0] for p in found if p.span[0] > penalty.span[0]], default=penalty.span[1] + 70)
    behind = [s for s in names if penalty.span[1] <= s.span[0] < stop and s.span[0] - penalty.span[1] < 50]
    return resolve(statement, behind[0]) if behind else None


def by_frame(statement: Statement, verb: Verb) -> Who:
    """The people whom the grammar of a verb names."""
    start, end = verb.start, verb.end
    plural = verb.word.endswith(("ы", "ли")) and verb.frame in ("passive", "subject")
    if verb.frame in ("passive", "subject"):
        gender = "f" if verb.word.endswith(("на", "ла")) else ""
        return subject_or_topic(statement, "n", start, end, gender=gender, plural=plural)
    if verb.frame == "object":
        return subject_or_topic(statement, "a", start, end)
    if verb.frame == "ended":
        who = named_in(statement, "dga", start, end)
        return who if who.persons else inherited(statement)
    if verb.frame in ("dative", "threat"):
        return subject_or_topic(statement, "d", start, end)
    if verb.frame == "appeal":
        who = named_in(statement, "d", start, end, reach=120)
        return who if who.persons else subject_or_topic(statement, "g", start, end)
    if verb.frame == "participle":
        return _described(statement, verb)
    who = owner(statement, start, end, "gd")
    return who if who.persons or who.slot else subject_or_topic(statement, "d", start, end)


def _described(statement: Statement, verb: Verb) -> Who:
    """Whom a participle describes: the name before it (", получившая ..."), else the one behind it."""
    before = [s for s in statement.slots if s.span[1] <= verb.start and verb.start - s.span[1] < 40]
    if before and re.fullmatch(
        r"\s*(?:\([^()]*\))?\s*(?:,|-)?\s*(?:\w+\s+){0,3}", statement.flat[before[-1].span[1] : verb.start]
    ):
        return resolve(statement, before[-1])
    after = [s for s in statement.slots if s.span[0] >= verb.end and s.kind == "name" and s.span[0] - verb.end < 110]
    return resolve(statement, after[0]) if after else NOBODY


def _beside(statement: Statement, penalty: Penalty) -> Who | None:
    """Who stands right beside a penalty: "X - 9 лет", "2 года (X)", "X (5 лет колонии)"."""
    start, end = penalty.span
    flat = statement.flat
    for slot in statement.names:
        if slot.span[1] <= start and start - slot.span[1] < 60:
            gap = flat[slot.span[1] : start]
            if _DASHED.fullmatch(gap) or _INSIDE.fullmatch(gap):
                return _with_coordinated(statement, slot)
        if (
            slot.span[0] >= end
            and _AFTER_DASH.fullmatch(flat[end : slot.span[0]])
            and re.search(r"(?<!\w)(?:к|на)\s+$", flat[start - 4 : start])
        ):
            return resolve(statement, slot)
        behind = slot.span[0] >= end and slot.span[0] - end < 40 and _BRACKETED.fullmatch(flat[end : slot.span[0]])
        if behind and re.match(r"\s*[),]", flat[slot.span[1] : slot.span[1] + 3]):
            return resolve(statement, slot)
    return None


def _given_to(statement: Statement, penalty: Penalty) -> Who | None:
    """The dative right behind a penalty: "три года - священнику X"."""
    for slot in statement.names:
        near = 0 < slot.span[0] - penalty.span[1] < 50 and "d" in slot.cases and "n" not in slot.cases
        if near and re.fullmatch(r"\s*-?\s*(?:[а-я-]+\s+){0,3}", statement.flat[penalty.span[1] : slot.span[0]]):
            return resolve(statement, slot)
    return None


def _with_coordinated(statement: Statement, slot: Slot) -> Who:
    """The whole coordination that ends with a name ("X и Y - по 7 лет")."""
    for whole in statement.slots:
        if whole.span[0] <= slot.span[0] and whole.span[1] == slot.span[1]:
            by_each = " по " in statement.flat[slot.span[1] : slot.span[1] + 8]
            return resolve(statement, whole if by_each else replace(slot))
    return resolve(statement, slot)


def _stands_for_entry(statement: Statement, penalty: Penalty) -> bool:
    """A line of an entry that is little more than the penalty."""
    if not statement.entry or (penalty.bare and not is_cell(statement, penalty.span)):
        return False
    if is_row(statement) and not _named_between(statement, penalty):
        return True
    others = [
        s for s in statement.slots if s.kind in ("name", "group", "kin") and not set(s.persons) & set(statement.entry)
    ]
    if len(statement.entry) == 1 and not others and penalty.kind != "ban":
        return True
    block = statement.context.layout.block_at(statement.span[0])
    length = statement.span[1] - statement.span[0]
    return (
        bool(block and (block.kind in ("field", "heading") or length < 60))
        and len(penalty_free(statement, penalty)) < 30
    )


def _named_between(statement: Statement, penalty: Penalty) -> bool:
    """Whether a row names somebody else before a penalty."""
    return any(s.span[1] <= penalty.span[0] and not set(s.persons) <= set(statement.entry) for s in statement.names)


def penalty_free(statement: Statement, penalty: Penalty) -> str:
    """What stands in a sentence before a penalty."""
    return statement.flat[statement.span[0] : penalty.span[0]]


def verdict_at(statement: Statement) -> tuple[int, int] | None:
    """The words that tell of a verdict, if a sentence does: their date is that of penalties told right behind it."""
    if not any(statement.flat.find(w, *statement.span) >= 0 for w in VERDICT_WORDS):
        return None
    match = statement.search(_VERDICT)
    return match.span() if match and not statement.quoted(match.start()) else None

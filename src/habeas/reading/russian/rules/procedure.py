"""Proceedings, listings by the state, decisions of international bodies, recognition told in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.reading.draft import Draft
from habeas.reading.russian.rules.tables import read_table, row
from habeas.reading.russian.statement import Statement
from habeas.reading.russian.telling import tell
from habeas.reading.russian.who import NOBODY, Who, inherited, named_in, owner

TRIGGERS = (
    "апелл",
    "жалоб",
    "утверди",
    "засил",
    "сбавил",
    "отклон",
    "устоял",
    "попал",
    "кассац",
    "обжал",
    "переч",
    "реестр",
    "списо",
    "розыск",
    "иностранн",
    "иноагент",
    "оон",
    "рабочая группа",
    "рабочей групп",
    "еспч",
    "европейск",
    "уголовн",
    "дело",
    "оправда",
    "невинов",
    "непричаст",
    "переквалиф",
    "отмени",
    "оставил",
    "без изменени",
    "снизил",
    "сократил",
    "увелич",
    "смягчил",
    "ужесточ",
    "удесточ",
    "заменил",
    "сбросил",
    "скостил",
    "скинул",
    "убавил",
    "пересмотр",
    "не измен",
)
_BODY = re.compile(
    r"(?<!\w)(?:рабоч\w+ группа?\w*(?: оон)?(?: по произвольн\w+ задержани\w+)?|комитет\w*(?: оон)?(?: по "
    r"правам человека| против пыток)|"
    r"спецдокладчик\w*(?: оон)?|эксперт\w* оон|еспч|европейск\w+ суд\w*(?: по правам человека)?|управлени\w+ "
    r"верховного комиссара|оон)(?!\w)"
)
_FOUND = re.compile(
    r"(?<!\w)(?:призна(?:л[аио]?|ет)|постанови(?:л[аио]?)|установи(?:л[аио]?)|потребова(?:л[аио]?)|призва(?:л[аио]?)|"
    r"счита(?:ет|ют)|соч(?:ел|ла|ли)|приш(?:ел|ла|ли) к выводу|говорится|указа(?:л[аио]?)|"
    r"заяви(?:л[аио]?)|приня(?:л[аио]?)|реши(?:л[аио]?)|вынес(?:ла|ли)?|назва(?:л[аио]?)|"
    r"осуди(?:л[аио]?))(?!\w)"
)
_LISTS = r"\"?(?:перечень|перечне|реестр\w*|список|списк\w+)"
_APPEAL = {"step": "appeal", "outcome": None, "body": None}
_TABLE = (
    row(
        "proceeding",
        "upheld",
        "appeal",
        r"(?:оставил[аи]?|оставлен|оставля(?:ет|ют))(?= [^.;]{0,60}(?:в силе|без изменени))[^.;]{0,60}(?:в силе|"
        r"без изменени\w*)",
        {**_APPEAL, "outcome": "upheld"},
    ),
    row("proceeding", "field-upheld", "named", r"(?:апелляция|кассация)\s*:", _APPEAL),
    row(
        "proceeding",
        "reduced",
        "appeal",
        r"(?:снизил[аи]?|снижа(?:ет|ют)|сокраща(?:ет|ют)|смягча(?:ет|ют)|сократил[аи]?|смягчил[аи]?|"
        r"уменьшил[аи]?|сбросил[аи]?|сбавил[аи]?|скостил[аи]?|скинул[аи]?|убавил[аи]?|срезал[аи]?)(?= "
        r"[^.;]{0,60}(?:срок|наказани|приговор|лет|год|месяц))",
        {**_APPEAL, "outcome": "reduced"},
    ),
    row(
        "proceeding",
        "raised",
        "appeal",
        r"(?:увеличил[аи]?|увеличива(?:ет|ют)|ужесточа(?:ет|ют)|заменя(?:ет|ют)|(?:ужесточ|удесточ)ил[аи]?|"
        r"заменил[аи]?)(?= [^.;]{0,60}(?:срок|наказани|приговор|лет|год|поселени|колони|условн|"
        r"реальн|штраф|режим|ограничени|работ))"
        r"(?! [^.;]{0,30}(?:домашн|арест))",
        _APPEAL,
    ),
    row(
        "proceeding",
        "annulled",
        "appeal",
        r"отмен(?:ил[аи]?|яет|яют)(?= (?:[\w\"-]+ ){0,3}(?:приговор|решени|оправдани|наказани|"
        r"условн|постановлени))|приговор\w* (?:был )?отменен|"
        r"(?:оправдани\w|оправдательн\w+ приговор|приговор|решение)(?= [^.;,]{0,50}(?:отменил|отменен))",
        {**_APPEAL, "outcome": "overturned"},
    ),
    row(
        "proceeding",
        "refused",
        "appeal",
        r"(?:апелляци\w+|кассаци\w+|суд|инстанци\w+|коллегия|мосгорсуд|\w*облсуд|\w*горсуд) "
        r"(?:[^.;,]{0,40} )?не стал[аи]? (?:смягчать|менять|отменять|пересматривать|снижать|"
        r"изменять)|"
        r"изменений (?:в приговор )?не внес(?:л[аи])?|(?:апелляци\w+|кассаци\w+|\w*горсуд|\w*облсуд|"
        r"коллегия|суд)[^.;]{0,60}? не (?:изменил[аи]?|смягчил[аи]?|снизил[аи]?|отменил[аи]?)|"
        r"(?:жалоб\w+|апелляци[яю]|представлени\w) [^.;]{0,60}?(?:оставлен[аоы]?|остал(?:ась|"
        r"ись|ось)) без удовлетворения|отказал[аи]?(?= [^.;]{0,40}(?:апелляц|кассац|жалоб|в "
        r"пересмотре|смягч))|(?:отклонил[аи]?|отклоня(?:ет|ют)|отклонен[аы]?)(?= [^.;]{0,50}(?:жалоб|"
        r"апелляц|кассац))|"
        r"(?:жалоб[ыау]|апелляци[яюи]|кассаци[яюи])[^.;]{0,120}?(?:отклонил[аи]?|отклонен[аы]?|"
        r"без удовлетворени\w|отказал[аи]?|рассмотрел[аи]?)|"
        r"рассмотрел[аи]?(?= [^.;]{0,40}(?:жалоб|апелляц|кассац))|(?:отказ|отказал[аи]?)(?= "
        r"в (?:апелляц|кассац|удовлетворении жалоб))",
        {**_APPEAL, "outcome": "upheld"},
        0.88,
    ),
    row(
        "proceeding",
        "changed",
        "appeal",
        r"(?:утвердил[аи]?|изменил[аи]?|засилил[аи]?|пересмотрел[аи]?)(?= [^.;]{0,40}(?:приговор|"
        r"наказани|срок))|(?:срок|приговор|наказание)[^.;,]{0,30} не измен(?:ил[аи]?|ен)|"
        r"(?:вернул[аи]?|направил[аи]?)(?= [^.;]{0,60}(?:новое|повторное) рассмотрени)|"
        r"(?:срок|наказание|приговор)(?= [^.;,]{0,50}(?:снизил|сократил|смягчил|увеличил|уменьшил|"
        r"ужесточил|снижен|сокращен|увеличен|смягчен))|"
        r"оставил[аи]?(?= (?:[^.;]{0,30} )?(?:прежн|как есть))",
        _APPEAL,
        0.88,
    ),
    row(
        "proceeding",
        "appealed",
        "appeal",
        r"(?:апелляционн\w+|кассационн\w+) (?:суд\w*|инстанци\w+|жалоб\w+)(?= [^.;]{0,40}(?:рассмотр|отклон|"
        r"отказ|остав|сниз|измен|утверд))",
        _APPEAL,
        0.85,
    ),
    row(
        "proceeding",
        "found-innocent",
        "object",
        r"призна(?:л[аи]?|ет|ют)(?= [^.;,]{0,60}(?<!не)(?:невиновн|непричастн))",
        {"step": "acquitted", "outcome": None, "body": None},
    ),
    row(
        "proceeding",
        "was-found-innocent",
        "subject",
        r"(?:был[аи]? )?признан[аы]? невиновн\w+",
        {"step": "acquitted", "outcome": None, "body": None},
    ),
    row(
        "proceeding",
        "acquitted",
        "object",
        r"оправдал[аи]?|оправдыва(?:ет|ют)",
        {"step": "acquitted", "outcome": None, "body": None},
    ),
    row(
        "proceeding",
        "was-acquitted",
        "subject",
        r"(?:был[аи]? )?оправдан[аы]?",
        {"step": "acquitted", "outcome": None, "body": None},
    ),
    row(
        "proceeding",
        "opened",
        "named",
        r"(?:возбуди(?:л[аи]?)|возбужда(?:ет|ют)|завод(?:ит|ят)|возбужден[оы]?|завел[аи]?|завели|заведено)(?= "
        r"[^.;]{0,60}дел)",
        {"step": "opened", "outcome": None, "body": None},
        0.85,
    ),
    row(
        "proceeding",
        "case-opened",
        "named",
        r"дел[оа](?= [^.;]{0,120}(?:возбужден[оы]|возбудил[аи]?|завел[аи]?|заведен[оы]))",
        {"step": "opened", "outcome": None, "body": None},
        0.85,
    ),
    row(
        "proceeding",
        "stood",
        "appeal",
        r"приговор(?= [^.;]{0,60}(?:устоял|утвержден|вступил в законную силу|остал\w+ (?:без "
        r"изменени|в силе|прежн)|оставлен))",
        {**_APPEAL, "outcome": "upheld"},
    ),
    row(
        "listing",
        "name-listed",
        "owner",
        rf"им(?:я|ена)(?= [^.;]{{0,60}}(?:появил|внес|оказал|добав|включ)[^.;]{{0,20}}в (?:\w+ ){{0,"
        rf"2}}{_LISTS})",
        {"list": None, "action": "listed"},
    ),
    row(
        "listing",
        "listed",
        "object",
        rf"(?:внес(?:ла|ли)?|внос(?:ит|ят)|включа(?:ет|ют)|включил[аи]?|добавил[аи]?)(?= [^.;]{{0,40}}в (?:\w+ "
        rf"){{0,2}}{_LISTS})",
        {"list": None, "action": "listed"},
    ),
    row(
        "listing",
        "was-listed",
        "subject",
        rf"(?:был[аи]? )?(?:внесен[аы]?|включен[аы]?|добавлен[аы]?)(?= [^.;]{{0,30}}в (?:\w+ ){{0,"
        rf"2}}{_LISTS})",
        {"list": None, "action": "listed"},
    ),
    row(
        "listing",
        "got-on-list",
        "subject",
        rf"(?:попал[аи]?|оказал(?:ся|ась|ись))(?= [^.;]{{0,30}}в (?:\w+ ){{0,2}}{_LISTS})",
        {"list": None, "action": "listed"},
        0.9,
    ),
    row(
        "listing",
        "agent",
        "object",
        r"(?:признал[аи]?|объявил[аи]?|призна(?:ет|ют)|объявля(?:ет|ют))(?= [^.;]{0,60}(?:\"?иностранн\w+ агент|"
        r"иноагент|террорист|экстремист))",
        {"list": None, "action": "listed"},
    ),
    row(
        "listing",
        "was-agent",
        "subject",
        r"(?:был[аи]? )?(?:признан[аы]?|объявлен[аы]?)(?= [^.;]{0,30}(?:\"?иностранн\w+ агент|иноагент|террорист|"
        r"экстремист))",
        {"list": None, "action": "listed"},
    ),
    row(
        "listing",
        "wanted",
        "subject",
        r"(?:объявлен[аы]? в (?:\w+ ){0,2}розыск)",
        {"list": "розыск", "action": "listed"},
    ),
    row(
        "listing",
        "wanted-object",
        "object",
        r"объявл?(?:ил[аи]?|я(?:ет|ют))(?= [^.;]{0,40}в (?:\w+ ){0,2}розыск)",
        {"list": "розыск", "action": "listed"},
    ),
)
_REPLACED = re.compile(r"замен")
_HIGHER = re.compile(r"обжалов|приговор|наказани|апелляц|кассац|коллеги|инстанци|суд(?!им|ь[бе])|президиум")
"""Replacing is a court's: a colony may replace a regime by itself."""


def read(statement: Statement) -> Iterator[Draft]:
    """The proceedings, listings and findings that one sentence tells."""
    for draft in read_table(statement, _TABLE):
        if (
            draft.rule != "proceeding.raised"
            or not _REPLACED.match(statement.flat, draft.span[0])
            or statement.search(_HIGHER)
        ):
            yield draft
    body = statement.search(_BODY)
    found = statement.search(_FOUND, body.end()) if body else None
    if body and found and found.start() - body.end() < 120 and not statement.quoted(found.start()):
        fields = {
            "body": " ".join(statement.text[slice(*body.span())].split()),
            "reference": None,
            "demand": _demand(statement, found.end()),
        }
        yield from tell(
            statement, _about(statement, found.end()), (body.start(), found.end()), "finding", fields, "body", 0.92
        )


def _demand(statement: Statement, at: int) -> str | None:
    return "release" if re.search(r"освобод|освобожд", statement.flat[at : statement.span[1]]) else None


def _about(statement: Statement, at: int) -> Who:
    for noun in re.finditer(
        r"(?:арест|задержани|заключени|лишени\w+ свободы|преследовани|приговор|освобод|содержани)\w*",
        statement.flat[at : statement.span[1]],
    ):
        who = owner(statement, at + noun.start(), at + noun.end(), "gda")
        if who.persons:
            return who
    who = named_in(statement, "ga", at, at)
    return who if who.persons else inherited(statement) if statement.names == () else NOBODY

"""Torture and other ill-treatment, searches, interrogations, surveillance, poisoning."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.reading.draft import Draft
from habeas.reading.russian.rules.tables import read_table, row
from habeas.reading.russian.statement import Statement

TRIGGERS = (
    "пыт",
    "изби",
    "бил",
    "удар",
    "душил",
    "током",
    "тока",
    "электрошок",
    "провода",
    "пистолет",
    "волос",
    "шизо",
    "изъял",
    "карцер",
    "обыск",
    "допр",
    "слеж",
    "отрав",
    "угрожа",
    "унижа",
    "насил",
    "пакет",
    "пинал",
    "издева",
    "медицинск",
    "лекарств",
    "медпомощ",
    "сломал",
    "угроз",
    "выбив",
    "побо",
    "подвешив",
    "лишал",
    "мучи",
    "применя",
)
_TORTURE = {"act": "torture", "by": None}
_BEATING = {"act": "beating", "by": None}
_TABLE = (
    row(
        "ill_treatment",
        "tortured",
        "object",
        r"пытал[аи]?|пытают|(?:душил[аи]?|издевал(?:ся|ись) над|унижал[аи]?|топил[аи]?)",
        _TORTURE,
        0.9,
    ),
    row(
        "ill_treatment",
        "was-tortured",
        "subject",
        r"(?:подверг(?:ся|лась|лись)|подвергнут[аы]?|подвергал(?:ся|ась|ись)) (?:\w+ )?(?:пытк\w+|избиени\w+|"
        r"насили\w+)",
        _TORTURE,
    ),
    row(
        "ill_treatment",
        "subjected",
        "object",
        r"подверг(?:ли|ла|ал[аи]?)(?= [^.;]{0,40}(?:пыт|избиен|насил|унижен))",
        _TORTURE,
    ),
    row(
        "ill_treatment",
        "said-tortured",
        "subject",
        r"(?:заяви(?:л|ла|ли)|заявля(?:ет|ют)|сообща(?:ет|ют)|жалу(?:ется|ются)|рассказа(?:л|ла|ли)|"
        r"рассказыва(?:л|ла|ет)|сообщи(?:л|ла|ли)|пожаловал(?:ся|ась)|жаловал(?:ся|ась))[^.;]{0,60}?(?:пытк\w+|"
        r"избиени\w+|побо\w+|насили\w+)",
        _TORTURE,
    ),
    row(
        "ill_treatment",
        "current",
        "dative",
        r"(?:подключал[аи]?|пускал[аи]?|пропускал[аи]?)[^.;]{0,50}(?:тока?|провода|электро\w+)|надевал[аи]? "
        r"(?:на голову )?пакет\w*",
        _TORTURE,
        0.9,
    ),
    row(
        "ill_treatment",
        "by-current",
        "named",
        r"(?:били|пытк\w+|пытали|мучили) (?:электрическ\w+ )?ток\w+|электрошок\w+",
        _TORTURE,
        0.88,
    ),
    row(
        "ill_treatment",
        "gun",
        "named",
        r"(?:пристав\w+|направ\w+|угрож\w+)[^.;]{0,50}пистолет\w*",
        {"act": "threats", "by": None},
        0.85,
    ),
    row(
        "ill_treatment",
        "beaten",
        "object",
        r"(?:избил[аи]?|избивал[аи]?|избива(?:ют|ет)|бьют|били|бил|ударил[аи]?|пинал[аи]?|таскал[аи]?[^.;]{0,"
        r"25}за волосы)",
        _BEATING,
        0.9,
    ),
    row(
        "ill_treatment",
        "care-denied",
        "dative",
        r"не (?:оказыва(?:ли|ют|ет|ла)|оказал[аи]?|да(?:ют|вали|ли)|выда(?:ют|вали)|переда(?:ют|вали|ли)|"
        r"предостав(?:ляли|ляют|или))"
        r"[^.;,]{0,30}(?:медицинск\w+ помощ\w+|медпомощ\w+|лекарств\w*|лечени\w+|врач\w*)|"
        r"отказ(?:ыва(?:ли|ют)|ал[аи]?) в (?:медицинск\w+ помощи|медпомощи|лечении|госпитализации)",
        {"act": "denial_of_care", "by": None},
        0.88,
    ),
    row(
        "ill_treatment",
        "broke",
        "dative",
        r"(?:сломал[аи]?|выбил[аи]?|вывернул[аи]?|вывихнул[аи]?) (?:\w+ )?(?:руку|руки|ребр[оа]|нос|ногу|"
        r"зубы?|челюсть|палец|пальцы)",
        _BEATING,
        0.88,
    ),
    row(
        "ill_treatment",
        "confession-forced",
        "named",
        r"выбива(?:ли|л|ла|ют)(?= [^.;]{0,40}(?:признани|показани))|(?:признани\w+|показани\w+)(?= "
        r"[^.;]{0,40}(?:выбива|выбит|под пытк))|"
        r"подвешива(?:ли|л)|лишал[аи]? сна|мучил[аи]?|применя(?:ли|л) (?:к \w+ )?(?:силу|пытки|электрошокер|насилие)|"
        r"угрожа(?:ли|л) (?:\w+ )?(?:изнасил|убить|убий|расправ)",
        _TORTURE,
        0.86,
    ),
    row("ill_treatment", "was-beaten", "subject", r"(?:был[аи]? )?избит[аы]?", _BEATING, 0.9),
    row("ill_treatment", "torture-of", "owner", r"(?:пытк(?:и|ах|ам)|избиени[еяи])", _TORTURE, 0.82, open=False),
    row(
        "ill_treatment",
        "solitary",
        "object",
        r"(?:поместил[аи]?|отправил[аи]?|водворил[аи]?|сажа(?:ли|ют)|помеща(?:ли|ют)|водворя(?:ли|"
        r"ют)|держ(?:ат|али)|посадили)(?= [^.;]{0,40}(?:шизо|карцер|штрафн))",
        {"act": "solitary", "by": None},
    ),
    row(
        "ill_treatment",
        "in-solitary",
        "subject",
        r"(?:сидит|сидел[аи]?|провел[аи]?|находит\w+|помещен[аы]?|отправлен[аы]?)[^.;,]{0,40}(?:шизо|карцер\w*|"
        r"одиночн\w+ камер\w+)",
        {"act": "solitary", "by": None},
        0.85,
    ),
    row(
        "coercive_step",
        "searched",
        "at",
        r"(?:прове(?:ли|л|ла)|прош(?:ел|ли)|проход(?:ит|ят|или|ил)|провод(?:или|ит|ят|ится|"
        r"ятся)|устроили|приш(?:ли|ла|ел) (?:к \w+ )?с обыск\w*|пришли "
        r"с) (?:\w+ ){0,2}обыск\w*|обыск\w* (?:прош(?:ел|ли)|прове(?:ли|дены?)|проход(?:ит|ят))|"
        r"(?:после|в ходе|во время|при) обыск(?:а|ов|е|ах)|обыски?(?=\s*(?:[,.;:(]|$))|обыск(?:и|ов|ам|ами|а|ом|е)?(?= "
        r"(?:у|в (?:его|ее|их|доме|квартире|офисе)) )|обыскал[аи]?",
        {"act": "search"},
        0.9,
    ),
    row("coercive_step", "interrogated", "object", r"допросил[аи]?|допрашивал[аи]?", {"act": "interrogation"}, 0.88),
    row("coercive_step", "was-interrogated", "subject", r"(?:был[аи]? )?допрошен[аы]?", {"act": "interrogation"}, 0.88),
)


def read(statement: Statement) -> Iterator[Draft]:
    """The ill-treatment and coercive steps that one sentence tells."""
    for draft in read_table(statement, _TABLE):
        if not _NONE_SUCH.search(statement.flat, draft.span[0], min(draft.span[1] + 30, statement.span[1])):
            yield draft


_NONE_SUCH = re.compile(r"(?:не поступа|не было|не подтверди|опроверг|отрица)\w*")
"""What an office says did not happen is no allegation."""

"""Custody: detention, arrest before trial, house arrest, transfers, disappearance."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.reading.draft import Draft
from habeas.reading.russian.rules.tables import read_table, row
from habeas.reading.russian.statement import Statement

TRIGGERS = (
    "задерж",
    "арест",
    "сизо",
    "страж",
    "изолятор",
    "этап",
    "перев",
    "вывез",
    "похи",
    "пропал",
    "спецприемник",
    "психиатр",
    "снял",
    "схват",
    "решетк",
    "тюрьм",
    "ивс",
    "колони",
    "достав",
)
_HELD = {"form": "police_detention"}
_PRETRIAL = {"form": "pretrial_detention"}
_HOUSE = {"form": "house_arrest"}
_BE = r"(?:был[аи]? |оказал(?:ся|ась|ись) |снова |вновь |повторно |тут же |сразу |сам[аи]? )*"
_SIZO = r"(?:сизо|следственн\w+ изолятор\w*|изолятор\w*)"
_TABLE = (
    row(
        "custody",
        "to-psychiatric",
        "object",
        r"(?:отправил[аи]?|поместил[аи]?|перевел[аи]?|помеща(?:ет|ют)|направил[аи]?|госпитализировал[аи]?)"
        r"(?= [^.;,]{0,50}(?:психиатр|психбольниц|психушк))",
        {"form": "psychiatric"},
    ),
    row(
        "custody",
        "was-to-psychiatric",
        "subject",
        r"(?:был[аи]? )?(?:отправлен[аы]?|помещен[аы]?|переведен[аы]?|направлен[аы]?|госпитализирован[аы]?)"
        r"(?= [^.;,]{0,50}(?:психиатр|психбольниц|психушк))",
        {"form": "psychiatric"},
    ),
    row(
        "custody",
        "house-arrest-of",
        "object",
        r"(?:поместил[аи]?|отправил[аи]?|перевел[аи]?|отправля(?:ет|ют)|помеща(?:ет|ют)|перевод(?:ит|ят)|"
        r"отпуска(?:ет|ют))(?= [^.;,]{0,60}домашн\w+ арест)",
        _HOUSE,
    ),
    row(
        "custody",
        "house-arrest",
        "subject",
        r"(?:(?:наход\w+|содерж\w+|был[аи]?|сидел[аи]?|сидит|помещен[аы]?|отправлен[аы]?|переведен[аы]?|"
        r"отпущен[аы]?) )?(?:под|на) домашн\w+ арест\w*",
        _HOUSE,
    ),
    row("custody", "house-arrest-field", "named", r"мера пресечения\s*:\s*домашн\w+ арест\w*", _HOUSE),
    row("custody", "measure-field", "named",
        r"мера пресечения\s*:\s*(?:заключени\w+ под страж\w+|арест\w*|под страж\w+)", _PRETRIAL),
    row(
        "custody",
        "house-arrest-noun",
        "dative",
        r"(?:избра\w+|назначи\w+|заменил\w*)[^.;]{0,60}домашн\w+ арест\w*",
        _HOUSE,
    ),
    row(
        "custody",
        "sent-to-sizo",
        "object",
        rf"(?:отправил[аи]?|отправля(?:ет|ют)|помеща(?:ет|ют)|заключа(?:ет|ют)|перевод(?:ит|ят)|поместил[аи]?|"
        rf"увезли|заключил[аи]?|водворил[аи]?|перевел[аи]?|перевезли|арестовал[аи]?)"
        rf"(?= [^.;]{{0,70}}(?:{_SIZO}|под стражу))",
        _PRETRIAL,
    ),
    row(
        "custody",
        "arrested",
        "object",
        r"(?:арестовал[аи]?|арестовыва(?:ет|ют|ли)|взял[аи]? под стражу|берут под стражу)"
        r"(?![^.;,]{0,40} на (?:\w+ ){1,2}сут)",
        _PRETRIAL,
    ),
    row(
        "custody",
        "noun",
        "owner",
        r"(?:арест|задержание|заключение под стражу)",
        _PRETRIAL,
        0.85,
        open=False,
        head=True,
    ),
    row("custody", "held-since", "subject", r"под (?:стражей|арестом)(?= (?:с|уже|более|около|почти) )", _PRETRIAL),
    row(
        "custody",
        "in-sizo",
        "subject",
        rf"(?:(?:был[аи]?|уже|сейчас|до сих пор|все это время) )*(?:помещен[аы]?|отправлен[аы]?|переведен[аы]?|"
        rf"заключен[аы]?|"
        rf"наход(?:ит|ят|ил)\w*|содерж(?:ит|ат|ал)\w*|сидят|сидит|сидел[аи]?|пров(?:ел|ела|ели|одит)|"
        rf"оста(?:ет|ют)\w*|оста(?:лся|"
        rf"лась|лись)|ждет\w*)[^.,;]{{0,40}}?(?:{_SIZO}|под страж\w+|под арест\w+)",
        _PRETRIAL,
    ),
    row("custody", "is-in-sizo", "subject", rf"(?:был[аи]?|уже был[аи]?) в {_SIZO}", _PRETRIAL),
    row(
        "custody",
        "extended",
        "dative",
        r"продл(?:ил[аи]?|ен[аы]?|евал[аи]?|ит|или|ева(?:ет|ют))(?= [^.;]{0,60}(?:арест|содержани|страж|мер))",
        _PRETRIAL,
    ),
    row(
        "custody",
        "measure",
        "dative",
        r"(?:избра(?:л|ла|ли|на)|назначи(?:л|ла|ли))[^.;]{0,50}(?:меру? пресечения|меры пресечения)[^.;]{0,"
        r"60}(?:страж|арест)\w*",
        _PRETRIAL,
    ),
    row(
        "custody",
        "was-arrested",
        "subject",
        rf"{_BE}(?:арестован[аы]?|заключен[аы]? под стражу|взят[аы]? под стражу)",
        _PRETRIAL,
    ),
    row(
        "custody",
        "transferred",
        "object",
        r"(?:этапировал[аи]?|этапиру(?:ет|ют)|перевод(?:ит|ят)|перевоз(?:ит|ят)|вывоз(?:ит|ят)|вывезли|перевезли|"
        r"увезли|перевел[аи]?|доставили)(?= [^.;]{0,40}?(?:в|из|на) )",
        {"form": "transfer"},
    ),
    row(
        "custody",
        "was-transferred",
        "subject",
        r"(?:был[аи]? )?(?:этапирован[аы]?|переведен[аы]?|вывезен[аы]?|отправлен[аы]? этапом)",
        {"form": "transfer"},
    ),
    row(
        "custody",
        "imprisoned",
        "object",
        r"отправил[аи]?(?= (?:[^.;,]{1,30} )?в (?:тюрьму|колонию)(?! на))",
        {"form": "imprisonment"},
        0.8,
    ),
    row(
        "custody",
        "detained",
        "object",
        r"(?:задержал[аи]?|задержива(?:ют|ет|ли)|схватил[аи]?|скрутил[аи]?|снял[аи]? с (?:рейса|поезда|"
        r"самолета))",
        _HELD,
    ),
    row("custody", "was-detained", "subject", rf"{_BE}(?:задержан[аы]?|похищен[аы]?|схвачен[аы]?)", _HELD),
    row("custody", "kidnapped", "object", r"похитил[аи]?|похища(?:ют|ет)|увезли неизвестн\w+", _HELD),
    row(
        "custody",
        "detention-of",
        "owner",
        r"(?:после|до|во время|при|с момента|в день|в ходе|незадолго до) (?:\w+ )?(?:задержани[яе]|"
        r"арест[ае]?)",
        _HELD,
        0.8,
        open=False,
    ),
    row(
        "custody",
        "in-colony",
        "named",
        r"(?:исполнил\w+|встретил[аи]?|отметил[аи]?|находит\w*|сидит|содержит\w*|отбывает|остает\w*)[^.;,]{0,"
        r"40}?(?:в (?:колонии|тюрьме|ик)|ик(?=-\d))",
        {"form": "imprisonment"},
        0.85,
    ),
    row(
        "custody",
        "behind-bars",
        "subject",
        r"(?:оказал(?:ся|ась|ись)|попал[аи]?|сел[аи]?|сидит|сидел[аи]?) (?:за решет\w+|в (?:тюрьм\w+|"
        r"камер\w+))",
        _PRETRIAL,
        0.75,
    ),
)


def read(statement: Statement) -> Iterator[Draft]:
    """The custody that one sentence tells. Who is arrested in absentia is in nobody's custody."""
    for draft in read_table(statement, _TABLE):
        before = statement.flat[max(draft.span[0] - 60, statement.span[0]) : draft.span[1]]
        if "заочно" not in before:
            yield draft

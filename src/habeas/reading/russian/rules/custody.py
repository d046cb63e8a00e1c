"""Custody: detention, arrest before trial, house arrest, transfers, disappearance."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.reading.draft import Draft
from habeas.reading.russian.rules.tables import read_table, row
from habeas.reading.russian.statement import Statement
from habeas.reading.russian.telling import tell
from habeas.reading.russian.who import Who

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
    "взяли",
    "среди них",
    "их числе",
    "убыл",
    "забрали",
    "увели",
    "санкци",
    "заключени",
    "тюрьм",
    "ивс",
    "колони",
    "достав",
    "увез",
    "привез",
    "забрал",
    "помещ",
    "помест",
    "продерж",
    "удержив",
    "конвоир",
    "экстрадир",
    "депорт",
    "выдвор",
    "водвор",
    "ик-",
    "кп-",
    "иуот",
    "прибы",
)
_HELD = {"form": "police_detention"}
_PRETRIAL = {"form": "pretrial_detention"}
_HOUSE = {"form": "house_arrest"}
_BE = r"(?:был[аи]? |оказал(?:ся|ась|ись) |снова |вновь |повторно |тут же |сразу |сам[аи]? )*"
_SIZO = r"(?:сизо|следственн\w+ изолятор\w*|изолятор\w*)"
_STATION = (
    r"(?:ровд|рувд|увд|овд|умвд|отдел\w*|отделени\w+|полици\w+|участок|ивс|изолятор\w* временного|"
    r"спецприемник\w*|приемник\w*|"
    r"кгб|гкнб|кнб|фсб|мвд|центр\w*|цвсиг|комендатур\w+|гувд|сбу|управлени\w+|ск(?!\w)|следственн\w+ комитет\w*)"
)
_CAMP = r"(?:ик|ку|кп|иуот|лиу|лпу|исправительн\w+|колони[юи]\S*|поселени\w+|лагер\w+|учреждени\w+)"
_PAST = r"(?:ого|ому|ый|ая|ую|ой|ым|ые|ых|ыми)"
_TABLE = (
    row(
        "custody",
        "house-arrest-instead",
        "for",
        r"(?:арест\w*|меру? пресечения|стражу|сизо) (?:\w+ ){0,2}(?:замен|смягч|измен)(?:ил[аи]?|"
        r"ен[аоы]?)[^.;]{0,30} домашн\w+(?: арест\w*)?|"
        r"(?:заменил[аи]?|заменен[аоы]?|изменил[аи]?)[^.;]{0,40} домашн\w+(?: арест\w*)?",
        _HOUSE,
    ),
    row(
        "custody",
        "described-held",
        "described",
        rf"задержанн(?:ый|ая|ого|ую|ые)(?=, [а-я])|"
        rf"(?:задержанн|похищенн|схваченн){_PAST}(?= [^.;:,]{{0,60}}\d| (?:в|на|у|накануне))",
        _HELD,
        0.88,
    ),
    row(
        "custody",
        "described-arrested",
        "described",
        rf"(?:(?:арестованн|заключенн){_PAST}(?: под стражу)?(?= [^.;:,]{{0,60}}\d| (?:в|по) )(?! на \d)|"
        r"(?:проведш|содержащ|находящ|находивш|содержавш)\w+(?= [^.;,]{0,40}(?:под стражей|"
        r"сизо|за решеткой|изолятор|под арестом)))",
        _PRETRIAL,
        0.88,
    ),
    row(
        "custody",
        "to-station",
        "object",
        r"(?:увезли|доставил[аи]|привезли|отвезли|забрал[аи]|повезли|поместил[аи]|посадил[аи])"
        rf"(?= (?:[^.;,]{{0,40}} )?в (?:[^.;,]{{0,30}} )?{_STATION}(?!\w))",
        _HELD,
        0.9,
    ),
    row(
        "custody",
        "was-to-station",
        "subject",
        r"(?:был[аи]? )?(?:увезен[аы]?|доставлен[аы]?|помещен[аы]?|водворен[аы]?)"
        rf"(?= (?:[^.;,]{{0,40}} )?в (?:[^.;,]{{0,30}} )?{_STATION}(?!\w))",
        _HELD,
        0.9,
    ),
    row(
        "custody",
        "among-detained",
        "subject",
        r"среди (?:задержанн|арестованн)ых(?: -| был[аи]?| оказал(?:ся|ась|ись))?",
        _HELD,
        0.9,
    ),
    row(
        "custody",
        "among-them",
        "subject",
        r"(?:среди них|в их числе)(?: -| был[аи]?| оказал(?:ся|ась|ись))?",
        _HELD,
        0.85,
    ),
    row(
        "custody",
        "arrest-for",
        "owner",
        r"арест(?= на (?:\w+ )?(?:\d|месяц|два|две|три|четыре|пять|шесть))",
        _PRETRIAL,
        0.8,
        head=True,
    ),
    row("custody", "taken", "object", r"взяли(?! (?:под|на|в|с собой|интервью|показания|у|штурмом))", _HELD, 0.8),
    row(
        "custody",
        "led-away",
        "object",
        r"(?:увезли|забрали|увели)(?! (?:\w+ ){0,3}(?:(?:в|на)(?!\w)|с собой|документ|телефон|технику|компьютер|книг|ноутбук))",
        _HELD,
        0.8,
    ),
    row(
        "custody",
        "warrant",
        "named",
        r"санкци(?:ю|и) на (?:его|ее|их )?\w*арест\w*|санкционировал[аи]? (?:\w+ )?(?:арест|заключение)",
        _PRETRIAL,
        0.85,
    ),
    row(
        "custody",
        "left-for-camp",
        "subject",
        r"(?:убыл[аи]?|отбыл[аи]?|уехал[аи]?) (?:по этапу|этапом)",
        {"form": "transfer"},
        0.88,
    ),
    row("custody", "kept", "object", r"(?:продержал[аи]|удерживал[аи]|удержива(?:ют|ет))", _HELD, 0.88),
    row(
        "custody",
        "to-camp",
        "object",
        r"(?:увезли|этапировал[аи]|отправил[аи]|перевел[аи]|перевезли|доставил[аи]|переместил[аи]|конвоировал[аи])"
        rf"(?= (?:[^.;,]{{0,50}} )?в (?:[^.;,]{{0,20}} )?{_CAMP}(?![а-я])(?!\w* на))",
        {"form": "transfer"},
    ),
    row(
        "custody",
        "was-to-camp",
        "subject",
        rf"(?:(?:был[аи]? )?(?:этапирован[аы]?|отправлен[аы]?|переведен[аы]?|доставлен[аы]?) "
        rf"(?:[^.;,]{{0,50}} )?в (?:[^.;,]{{0,20}} )?{_CAMP}(?![а-я])(?!\w* на)|"
        rf"(?:прибыл[аи]?|прибывает|поступил[аи]?|приехал[аи]?) в (?:[^.;,]{{0,20}} )?{_CAMP}(?![а-я]))",
        {"form": "transfer"},
    ),
    row(
        "custody",
        "sent-out",
        "object",
        r"(?:экстрадировал[аи]|депортировал[аи]|выдворил[аи]|выслал[аи])",
        {"form": "transfer"},
        0.88,
    ),
    row(
        "custody",
        "was-sent-out",
        "subject",
        r"(?:был[аи]? )?(?:экстрадирован[аы]?|депортирован[аы]?|выдворен[аы]?|"
        r"выслан[аы]?)",
        {"form": "transfer"},
        0.88,
    ),
    row(
        "custody",
        "sizo-since",
        "named",
        r"(?:в )?(?:сизо|изоляторе|кпз)(?:[- ]\S{1,12}){0,4}?,? с"
        r"(?= (?:\d|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр))",
        _PRETRIAL,
    ),
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
        r"(?:поместил[аи]?|отправил[аи]?|перевел[аи]?|выпустил[аи]?|отпустил[аи]?|отправля(?:ет|"
        r"ют)|помеща(?:ет|ют)|перевод(?:ит|ят)|"
        r"отпуска(?:ет|ют))(?= [^.;,]{0,60}домашн\w+ арест)",
        _HOUSE,
    ),
    row(
        "custody",
        "house-arrest",
        "subject",
        r"(?:(?:наход\w+|содерж\w+|был[аи]?|сидел[аи]?|сидит|помещен[аы]?|отправлен[аы]?|переведен[аы]?|"
        r"отпущен[аы]?) )?(?:под|на) домашн\w+ арест(?:ом|е)|(?:помещен[аы]?|отправлен[аы]?|"
        r"переведен[аы]?|отпущен[аы]?|попал[аи]?) "
        r"(?:под|на) домашн\w+ арест",
        _HOUSE,
    ),
    row("custody", "house-arrest-field", "named", r"мера пресечения\s*:\s*домашн\w+ арест\w*", _HOUSE),
    row(
        "custody",
        "measure-field",
        "named",
        r"мера пресечения\s*:\s*(?:заключени\w+ под страж\w+|арест\w*|под страж\w+)",
        _PRETRIAL,
    ),
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
        rf"(?= (?:[^.;]{{0,70}} )?(?:в (?:[^.;,]{{0,24}} )?{_SIZO}|под стражу))",
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
    row(
        "custody",
        "held-since",
        "subject",
        r"(?:под (?:стражей|арестом)|в (?:пред\w+ )?заключении|за решеткой|в тюрьме|в неволе)(?= "
        r"(?:с|уже|более|около|почти) )",
        _PRETRIAL,
    ),
    row(
        "custody",
        "in-sizo",
        "subject",
        rf"(?:(?:был[аи]?|уже|сейчас|до сих пор|все это время) )*(?:помещен[аы]?|отправлен[аы]?|переведен[аы]?|"
        rf"заключен[аы]?|"
        rf"наход(?:ит|ят|ил)\w*|содерж(?:ит|ат|ал)\w*|сидят|сидит|сидел[аи]?|пров(?:ел|ела|ели|одит)|"
        rf"оста(?:ет|ют)\w*|оста(?:лся|"
        rf"лась|лись)|оказал(?:ся|ась|ись)|попал[аи]?|ждет\w*)[^.,;]{{0,40}}?(?:{_SIZO}|под страж\w+|под арест\w+)",
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
        rf"{_BE}(?:арестован[аы]?(?! на (?:\S+ ){{1,2}}сут)|заключен[аы]? под стражу|взят[аы]? под стражу)",
        _PRETRIAL,
    ),
    row(
        "custody",
        "transferred",
        "object",
        r"(?:этапировал[аи]?|этапиру(?:ет|ют)|перевод(?:ит|ят)|перевоз(?:ит|ят)|вывоз(?:ит|ят)|вывезли|перевезли|"
        r"перевел[аи]?|доставили)(?= [^.;]{0,40}?(?:в|из|на) )",
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
        before = statement.flat[max(draft.span[0] - 60, statement.span[0]) : min(draft.span[1] + 24, statement.span[1])]
        if "заочно" in before or (draft.rule == "custody.among-them" and not _told_of_detention(statement)):
            continue
        yield draft
    yield from _on_the_way(statement)


def _told_of_detention(statement: Statement) -> bool:
    """Whether the paragraph has told a detention before the sentence ("задержаны 57 человек. Среди них X")."""
    block = statement.context.layout.block_at(statement.span[0])
    return bool(block) and "задерж" in statement.flat[max(block.span[0], statement.span[0] - 300) : statement.span[0]]


_CAMP_OF = re.compile(r"\s*(?:-|в)\s*(?:ик|кп|иуот|лиу|тюрьм\w+|ку)(?=-|\s*№|\s)")


def _on_the_way(statement: Statement) -> Iterator[Draft]:
    """Where a line of a chronicle says "этап": "Этап: X в ИК-3, Y - ИУОТ-29"."""
    if "этап" not in statement.flat[slice(*statement.span)]:
        return
    for slot in statement.names:
        if camp := _CAMP_OF.match(statement.flat, slot.span[1], statement.span[1]):
            who = Who(slot.persons, 1.0, slot)
            yield from tell(
                statement, who, (slot.span[1], camp.end()), "custody", {"form": "transfer"}, "on-the-way", 0.85
            )

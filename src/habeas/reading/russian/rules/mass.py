"""Mass events and figures about unnamed people: detained, sentenced, released, recognised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from habeas.reading.draft import Draft
from habeas.reading.russian.modality import attribution_of, modality_at
from habeas.reading.russian.numbers import NUMBER, value_of
from habeas.reading.russian.statement import Statement
from habeas.reading.russian.telling import date_of

TRIGGERS = (
    "человек",
    "арестованы",
    "оштрафованы",
    "людей",
    "задерж",
    "жител",
    "участник",
    "дел",
    "приговор",
    "политзаключенн",
    "осужд",
    "заключенн",
)
_ABOUT = (
    r"(?P<about>около|порядка|примерно|почти|не менее|не меньше|более|больше|свыше|как минимум|по меньшей мере|"
    r"до)?\s*(?:чем\s+)?"
)
_PEOPLE = (
    r"(?:человек[аи]?|людей|участник\w+|протестующ\w+|демонстрант\w*|активист\w*|журналист\w*|жител\w+|граждан\w*|"
    r"студент\w*|россиян\w*|"
    r"верующ\w+|подростк\w+|сторонник\w+|политзаключенн\w+|заключенн\w+|подсудим\w+|фигурант\w+|обвиняем\w+|"
    r"осужденн\w+|женщин\w*|"
    r"мужчин\w*|депутат\w*|правозащитник\w*|несовершеннолетн\w+)"
)
_NUM = rf"(?:(?P<n>{NUMBER})(?P<k>\s+тыс(?:яч\w*|\.))?|(?<=\w\s)тысяч[аиу])"
_COUNT = re.compile(
    rf"(?<![\w.-]){_ABOUT}{_NUM}\s+(?:[а-я-]+\s+){{0,3}}?(?P<noun>{_PEOPLE}|задержани\w+|арест(?:ов|"
    rf"а)(?!\w)|дел(?:ах|а)?|"
    rf"уголовн\w+\s+дел\w*|приговор(?:ов|а|ах))(?!\w)"
)
_BARE = re.compile(
    r"(?<![\w.-])(?P<n>двое|трое|четверо|пятеро|шестеро|семеро|восьмеро|девятеро|\d[\d ]*\d|"
    r"\d)\s+(?:из\s+них\s+)?(?:был[ио]\s+)?"
    r"(?P<verb>задержаны|арестованы|оштрафованы|осуждены|приговорены|отправлены\s+под\s+арест)(?!\w)"
)
_BEHIND = re.compile(
    rf"(?<!\w)(?P<noun>(?:обвинительных\s+)?приговоров|задержаний|арестов|задержанных|осужденных|арестованных)\s+"
    rf"(?:(?:был[оаи]?|вынесен[оаы]?|стало|оказалось|насчитал[аи]?|насчитали)\s+|-\s*){{1,2}}{_ABOUT}(?P<n>{NUMBER}"
    rf")(?!\w|\s*(?:год|%|процент))"
)
_SHORT_COUNT = re.compile(
    rf"(?<!\w)(?P<noun>осуждены|приговорены|задержаны|арестованы)\s+{_ABOUT}(?P<n>\d[\d ]*)(?=\s*(?:[.,;)]|$))"
)
_COLLECTIVE = {"двое": 2, "трое": 3, "четверо": 4, "пятеро": 5, "шестеро": 6, "семеро": 7, "восьмеро": 8, "девятеро": 9}
_DETAINED = re.compile(r"(?<!\w)(?:задерж\w+|арестова\w+|похищ\w+)")
_SENTENCED = re.compile(r"(?<!\w)(?:приговор\w*|осужден\w*|осудил\w*|обвинительн\w+)")
_COMPARE = {
    "около": "~",
    "порядка": "~",
    "примерно": "~",
    "почти": "~",
    "не менее": ">=",
    "не меньше": ">=",
    "более": ">",
    "больше": ">",
    "свыше": ">",
    "как минимум": ">=",
    "по меньшей мере": ">=",
    "до": "<=",
}


def read(statement: Statement) -> Iterator[Draft]:
    """The figures that one sentence tells."""
    for match in statement.find(_COUNT):
        value = value_of(match["n"]) if match["n"] else Fraction(1000)
        if any(d.span[0] <= match.start("n") < d.span[1] for d in statement.all_dates):
            continue
        if value is None or value.denominator != 1 or statement.quoted(match.start()):
            continue
        count = {
            "value": int(value) * (1000 if match["k"] else 1),
            "comparator": _COMPARE.get(match["about"] or "", "="),
        }
        yield from _told(statement, match, count)
    yield from _counted_behind(statement)
    for match in statement.find(_BARE):
        number = _COLLECTIVE.get(match["n"]) or int(match["n"].replace(" ", ""))
        field = "detained" if match["verb"].startswith(("задерж", "арест", "отправ")) else "sentenced"
        count = {"value": number, "comparator": "="}
        figure = {"place": None, "detained": None, "sentenced": None, "part_of": None, field: count}
        date = date_of(statement, *match.span())
        if number > 1 and not statement.quoted(match.start()):
            when, by = date.when if date else None, attribution_of(statement)
            yield Draft("assembly", (), match.span(), figure, "assembly.bare-count", 0.8, when, by, "happened")


def _counted_behind(statement: Statement) -> Iterator[Draft]:
    """ "Приговоров вынесено 23", "задержаний - около 1300"."""
    for match in (*statement.find(_BEHIND), *statement.find(_SHORT_COUNT)):
        value = value_of(match["n"])
        if value is None or value.denominator != 1 or value < 2 or statement.quoted(match.start()):
            continue
        field = "sentenced" if match["noun"].startswith(("приговор", "обвин", "осужд")) else "detained"
        count = {"value": int(value), "comparator": _COMPARE.get(match["about"] or "", "=")}
        fields = {"place": None, "detained": None, "sentenced": None, "part_of": None, field: count}
        date = date_of(statement, *match.span())
        by = attribution_of(statement)
        yield Draft(
            "assembly", (), match.span(), fields, "assembly.behind", 0.8, date.when if date else None, by, "happened"
        )


def _told(statement: Statement, match: re.Match[str], count: dict[str, object]) -> Iterator[Draft]:
    field = _what(statement, match)
    span = match.span()
    how, by = modality_at(statement, *span), attribution_of(statement)
    date = date_of(statement, *span)
    when = date.when if date else None
    if field and count["value"] != 1:
        fields = {"place": None, "detained": None, "sentenced": None, "part_of": None, field: count}
        yield Draft("assembly", (), span, fields, "assembly.count", 0.85, when, by, how)
    else:
        told: dict[str, object] = {"count": count, "counts": " ".join(match["noun"].split())}
        yield Draft("asserted_figure", (), span, told, "asserted_figure.count", 0.7, when, by, how)


def _what(statement: Statement, match: re.Match[str]) -> str | None:
    """Whether a count is of people detained or sentenced: by its noun, else by the verb of its clause."""
    if match["noun"].startswith(("задержани", "арест")):
        return "detained"
    if match["noun"].startswith(("дел", "уголовн", "приговор")):
        return None
    flat, (low, high) = statement.flat, statement.span
    before = re.split(r"[;.]\s|,\s(?:а|но|котор)", flat[max(low, match.start() - 120) : match.start()])[-1]
    after = re.split(r"[;.,]\s", flat[match.end() : min(high, match.end() + 60)])[0]
    for field, pattern in (("detained", _DETAINED), ("sentenced", _SENTENCED)):
        if pattern.search(before) or pattern.search(after):
            return field
    return None

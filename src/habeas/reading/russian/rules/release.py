"""Releases, exchanges, pardons; deaths."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.reading.draft import Draft
from habeas.reading.russian.rules.rows import is_row
from habeas.reading.russian.rules.tables import read_table, row
from habeas.reading.russian.statement import Statement
from habeas.reading.russian.telling import tell
from habeas.reading.russian.who import Who

TRIGGERS = (
    "освоб",
    "отпу",
    "свобод",
    "обмен",
    "помилов",
    "амнист",
    "умер",
    "погиб",
    "скончал",
    "убит",
    "застрелен",
    "удо",
    "вышел",
    "вышла",
    "вышли",
    "вышедш",
    "выпусти",
    "выпущен",
    " дом",
    "на воле",
)
_BE = r"(?:был[аи]? |снова |все же |наконец |тут же |досрочно |условно-досрочно )*"
_TABLE = (
    row(
        "release",
        "exchanged",
        "subject",
        rf"{_BE}обменян[аы]?|{_BE}обменен[аы]?|попал[аи]? (?:под|в) обмен\w*",
        {"ground": "exchange"},
    ),
    row("release", "exchanged-object", "object", r"обменял[аи]?|обменива(?:ют|ет)", {"ground": "exchange"}),
    row("release", "pardoned", "object", r"помиловал[аи]?|милу(?:ет|ют)", {"ground": "pardon"}),
    row("release", "was-pardoned", "subject", rf"{_BE}помилован[аы]?", {"ground": "pardon"}),
    row(
        "release",
        "parole",
        "subject",
        r"(?:вышел|вышла|освобожден[аы]?|освободил(?:ся|ась|ись)) (?:по удо|условно-досрочно)|"
        r"(?:по удо|условно-досрочно) (?:вышел|вышла|вышли|освободил(?:ся|ась|ись)|освобожден[аы]?)",
        {"ground": "parole"},
    ),
    row(
        "release",
        "parole-object",
        "object",
        r"(?:условно-досрочно|по удо) (?:освободил[аи]|отпустил[аи]|выпустил[аи])|(?:освободил[аи]|"
        r"отпустил[аи]|выпустил[аи])(?= (?:\w+ ){0,2}(?:условно-досрочно|по удо))",
        {"ground": "parole"},
    ),
    row(
        "release",
        "bail",
        "object",
        r"(?:отпустил[аи]?|освободил[аи]?|выпустил[аи]?)(?= [^.;]{0,60}(?:подписк|запрет определенных|"
        r"залог|обязательств))",
        {"ground": "change_of_measure"},
    ),
    row(
        "release",
        "was-bailed",
        "subject",
        rf"{_BE}(?:отпущен[аы]?|освобожден[аы]?)(?= [^.;]{{0,50}}(?:подписк|запрет определенных|залог|"
        rf"обязательств))",
        {"ground": "change_of_measure"},
    ),
    row(
        "release",
        "described",
        "described",
        r"(?:освобожденн|отпущенн|помилованн|обменянн|выпущенн)(?:ого|ому|ый|ая|ую|ой|ым|ые|"
        r"ых|ыми)(?= [^.;:,]{0,50}\d| (?:в|по|под|из) )(?! от)",
        {"ground": "not_stated"},
        0.86,
    ),
    row("release", "amnestied", "object", r"амнистировал[аи]?", {"ground": "amnesty"}),
    row(
        "release",
        "was-amnestied",
        "subject",
        rf"{_BE}амнистирован[аы]?|попал[аи]? под амнисти\w+",
        {"ground": "amnesty"},
    ),
    row("release", "noun", "owner", r"освобождение", {"ground": "not_stated"}, 0.85, open=False, head=True),
    row("release", "to-release", "object", r"(?:освободить|отпустить|освободили бы)", {"ground": "not_stated"}, 0.8),
    row(
        "release",
        "walked-free",
        "subject",
        r"(?:на свободу|на волю|из колонии|из тюрьмы) (?:вышел|вышла|вышли|выходит|выходят)|(?:выходит|выходят|"
        r"вышел|вышла|вышли|выйдя|вышедш\w+) (?:[а-я-]+ ){0,2}?(?:на свободу|на волю|(?:из|"
        r"с) (?:колони\w+|тюрьмы|сизо\S*|ивс|спецприемника|заключения|изолятора|"
        r"ик\S*|окрестина|-под (?:стражи|ареста)|под (?:стражи|ареста)|(?:\w+ )?ареста|карцера|психбольницы))|"
        r"из-под (?:стражи|ареста) (?:вышел|вышла|вышли)|"
        r"(?:уже |снова |теперь |вновь )?на (?:свободе|воле)(?=\s*(?:[.,;(]|$|с \d|срок))|(?:он|"
        r"она|они) дома|(?:вышел|вышла|вышли)(?=\s*(?:[.,;]|$))|"
        r"(?:вернул(?:ся|ась|ись)|отпустили|отпущен[аы]?) домой|"
        r"освободил(?:ся|ась|ись)|(?:оказал(?:ся|ась|ись)) на свободе",
        {"ground": "not_stated"},
    ),
    row(
        "release",
        "released-in-exchange",
        "object",
        r"(?:отпустил[аи]?|освободил[аи]?|выпустил[аи]?|передал[аи]?)(?= [^.;]{0,60}(?:в рамках|по|в ходе|в "
        r"результате) [^.;]{0,20}обмен)",
        {"ground": "exchange"},
    ),
    row(
        "release",
        "was-released-in-exchange",
        "subject",
        rf"{_BE}(?:отпущен[аы]?|освобожден[аы]?|выпущен[аы]?|вышел|вышла)(?= [^.;]{{0,60}}(?:в рамках|по|в "
        rf"ходе|в результате) [^.;]{{0,20}}обмен)",
        {"ground": "exchange"},
    ),
    row(
        "release",
        "was-released",
        "subject",
        rf"{_BE}(?:отпущен[аы]?|освобожден[аы]?|выпущен[аы]?)(?! от)",
        {"ground": "not_stated"},
    ),
    row(
        "release",
        "released",
        "object",
        r"(?:отпустил[аи]?|освободил[аи]?|выпустил[аи]?|отпуска(?:ет|ют)|освобожда(?:ет|ют)|выпуска(?:ет|ют))(?! "
        r"от)(?! [^.;,]{0,40}домашн)",
        {"ground": "not_stated"},
    ),
    row(
        "death",
        "died",
        "subject",
        r"(?:умер|умерла|умирает|погибает|погиб|погибла|скончал(?:ся|ась)|покончил[аи]? с собой)",
        {"cause": None, "place": None},
    ),
    row(
        "death",
        "killed-one",
        "participle",
        r"(?:убит|застреленн|погибш|казненн)(?:ого|ому|ый|ая|ую|им|ой|ем|ий)",
        {"cause": None, "place": None},
        open=False,
    ),
    row("death", "killed", "subject", r"(?:был[аи]? )?(?:убит[аы]?|застрелен[аы]?)", {"cause": None, "place": None}),
)
_EXCHANGE = re.compile(r"(?<!\w)(?:обмен\w+|освобо\w+|отпу\w+|помилов\w+)(?!\w)")
_LIST = re.compile(r"(?:политзаключенн|политзек|заключенн|человек|узник|россиян|людей)\w*[^:;.]{0,40}:\s")


def read(statement: Statement) -> Iterator[Draft]:
    """The releases that one sentence tells; those of a list ("16 человек: A, B, C ... обменяли") are all of the
    list.
    """
    if drafts := list(_listed(statement)):
        yield from drafts
        return
    told = False
    for draft in read_table(statement, _TABLE):
        told = True
        if not _FROM_WHAT.search(statement.flat, max(statement.span[0], draft.span[0] - 70), draft.span[0]):
            yield draft
    if not told and is_row(statement):
        yield from _cell(statement)


_CELL = re.compile(r"(?<!\w)(?:по\s+)?(?P<ground>удо|обмен\w*|помилован\w+|амнисти\w+)(?!\w)")
_GROUNDS = {"удо": "parole", "обм": "exchange", "пом": "pardon", "амн": "amnesty"}


def _cell(statement: Statement) -> Iterator[Draft]:
    """A cell of a row that says how somebody went free: "5 ноября, УДО"."""
    cell = statement.search(_CELL)
    if cell and not re.search(r"отказ\w*|ходатайств\w*|проси\w*", statement.flat[slice(*statement.span)]):
        fields = {"ground": _GROUNDS[cell["ground"][:3]]}
        yield from tell(statement, Who(statement.entry, 0.9), cell.span(), "release", fields, "cell", 0.88)


_FROM_WHAT = re.compile(
    r"(?<!\w)от\s+(?:[а-я]+\s+){0,2}?(?:уплаты|штрафа|наказания|должности|работы|ответственности|"
    r"отбывания|службы|обязанност\w+)"
    r"(?:\s+[а-я]+){0,5}\s+$"
)
"""Freed from a fine or an office, not from prison."""


def _listed(statement: Statement) -> Iterator[Draft]:
    verb = statement.search(_EXCHANGE)
    head = statement.search(_LIST)
    if not verb or not head:
        return
    people: list[str] = []
    stop = head.end()
    for slot in statement.names:
        if slot.span[0] < head.end() or (slot.span[0] > verb.start() > head.start()):
            continue
        if people and not re.fullmatch(
            r"[\s,]*(?:и|а также)?\s*(?:\([^()]*\))?[\s,]*", statement.flat[stop : slot.span[0]]
        ):
            break
        people += slot.persons
        stop = slot.span[1]
    if len(people) > 2:
        ground = {"обм": "exchange", "пом": "pardon"}.get(verb[0][:3], "not_stated")
        who = Who(tuple(dict.fromkeys(people)), 0.95)
        yield from tell(
            statement, who, (head.start(), max(stop, verb.end())), "release", {"ground": ground}, "list", 0.95
        )

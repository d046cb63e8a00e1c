"""The words of Russian that stand for people without naming them: pronouns, nouns, kin, counted groups, their cases."""

from __future__ import annotations

import re
from dataclasses import dataclass

from habeas.reading.proposals import Span
from habeas.reading.russian.morphology import word


@dataclass(frozen=True, slots=True)
class Slot:
    """Words that stand for people. Kinds: name, he, she, they, both, noun (one person), kin ("муж"), group
    (nobody's id),
    all ("все, кроме"), own_he, own_she, own_they (его, ее, их before a noun). A relative pronoun is what it refers to.
    """

    span: Span
    kind: str
    cases: str
    persons: tuple[str, ...] = ()
    gender: str = ""


PRONOUNS = {
    "он": ("he", "n"),
    "него": ("he", "ga"),
    "ему": ("he", "d"),
    "нему": ("he", "d"),
    "ним": ("he", "i"),
    "нем": ("he", "l"),
    "она": ("she", "n"),
    "нее": ("she", "ga"),
    "ей": ("she", "d"),
    "ней": ("she", "dil"),
    "они": ("they", "n"),
    "них": ("they", "gal"),
    "им": ("they", "d"),
    "ими": ("they", "i"),
    "пара": ("both", "n"),
    "чета": ("both", "n"),
    "обоим": ("both", "d"),
    "обоих": ("both", "ga"),
    "оба": ("both", "n"),
    "обе": ("both", "n"),
    "обеих": ("both", "ga"),
    "обеим": ("both", "d"),
    "каждому": ("both", "d"),
    "каждый": ("both", "n"),
    "каждого": ("both", "ga"),
    "каждая": ("both", "n"),
    "каждой": ("both", "d"),
    "его": ("he", "ga"),
    "ее": ("she", "ga"),
    "их": ("they", "ga"),
    "остальным": ("rest", "d"),
    "остальных": ("rest", "ga"),
    "остальные": ("rest", "n"),
    "прочим": ("rest", "d"),
    "прочих": ("rest", "ga"),
    "прочие": ("rest", "n"),
}
_TOGETHER = (
    r"вс(?:е|ем|ех)\s+(?:дв|тр|четвер|пятер|шестер)\w+"
    r"(?!\s+(?:\w+\s+)?(?:активист|человек|задержан|обвиняем|осужден))"
)
_PERSON_STEM = (
    r"(?:активист|политик|правозащитни|депутат|журналист|блогер|художни|учител|преподавател|студент|пенсионер|историк|"
    r"обвиняем|подсудим|осужденн|задержанн|подзащитн|заключенн|арестант|политзаключенн|оппозиционер|мужчин|"
    r"женщин|девушк|"
    r"программист|врач|педиатр|священник|музыкант|поэт|писател|режиссер|драматург|адвокат|юрист|предпринимател|"
    r"фигурант|муниципал|экс-депутат|экс-мэр|редактор|ученый|ученого|ученому|физик|волонтер|координатор|издател|"
    r"подросток|подростк|парень|парня|парню|россиянин|россиянк|жител|военнослужащ|комик|актер|актрис|публицист)"
)
GENERAL = re.compile(_PERSON_STEM)
"""Nouns that suit many people."""
WORD = re.compile(
    r"(?<![\w-])(?:(?P<pronoun>" + "|".join(sorted(PRONOUNS, key=len, reverse=True)) + r")(?![\w-])"
    rf"|(?P<together>{_TOGETHER})(?![\w-])"
    r"|(?P<nth>(?:перв|втор)(?:ый|ого|ому|ая|ую))(?=\s+(?:\d|-|был[аи]?|суд|отправ|задерж|"
    r"арест|приговор|осуд|получ|перев|освоб|назнач|дали|находя|в\s|на\s)|,\s)"
    r"|(?P<every>все[хм]?(?=\s)|все[хм]?\s+(?:подсудим|обвиняем|фигурант|осужденн)\w+)(?=\s*[.,;)]|"
    r"\s+(?:они|их|им|был[иа]?|по|под|-|ранее|тоже|также|позже|сразу|затем|в\s+итоге|\w+(?:ли|"
    r"лись|ны|ты|ят|ют|ил|ал|ила|ала|ен|но|ет|ит))(?!\w))"
    rf"|(?P<rel>котор(?:ый|ая|ого|ую|ому|ой|ые|ых|ым))(?![\w-])|(?P<all>все[хм]?)(?=,?\s+кроме\s)"
    r"|(?P<kin>муж(?:а|у)?|жен(?:а|ы|е|у)|супруг(?:а|и|у)?|мать|матери|отец|отца|отцу|сын(?:а|у)?|дочь|"
    r"дочери|брат(?:а|у)?|"
    r"сестр(?:а|ы|е|у)|мам(?:а|ы|е|у)|невест(?:а|ы|е|у)|жених(?:а|у)?|бабушк(?:а|и|е|у)|внук(?:а|у)?)(?![\w-])"
    r"|(?P<many>(?<!\d\s)(?:мужчин(?:ам)?|женщин(?:ам)?|обвиняемы[ехм]|подсудимы[ехм]|осужденны[ехм]|"
    r"задержанны[ехм]|верующи[ехм]|супруги|"
    r"супругов|супругам|активисты|активистов|активистам|журналисты|журналистов|журналистам|"
    r"братья|братьев|братьям))(?![\w-])"
    rf"|(?P<noun>{_PERSON_STEM}[а-я]*)"
    r"|(?P<group>(?:\d[\d ]*|нескольк\w+|двое|двоих|двоим|трое|троих|троим|четверо|четверых|пятеро|пятерых|шестер\w+|"
    r"семер\w+|десятк\w+|сотн\w+|тысяч\w*|многи\w+|други\w+|остальны\w+|все[хм]?|десять|"
    r"двадцать)\s+(?:(?!руб|лет|год|сут|час|месяц|из\s)[а-я-]+\s+){0,3}?"
    r"(?:человек\w*|люд\w+|участни\w+|жител\w+|активист\w*|журналист\w*|студент\w*|протестующ\w+|"
    r"демонстрант\w*|граждан\w*|"
    r"сторонник\w+|задержан\w+|мужчин\w*|женщин\w*|россиян\w*|верующ\w+|подсудим\w+|фигурант\w+|заключенн\w+)|"
    r"(?:двое|двоих|двоим|трое|троих|троим|четверо|четверых|четверым|пятеро|пятерых|пятерым|"
    r"шестеро|шестерых|шестерым|семеро|семерых|"
    r"семерым|восьмеро|восьмерых|девятеро|десятеро)(?!\s+(?:сут|лет|из\s+них\s+име))|"
    r"(?:люд(?:и|ей|ям)|участник(?:и|ов|ам)|протестующ(?:ие|их|им)|никого|владел\w+|кого-то|кто-то)))(?![\w-])"
)

NTH_CASES = {"ый": "n", "ого": "ga", "ому": "d", "ая": "n", "ую": "a"}
KIN_SEX = {"му": "m", "же": "f", "от": "m", "сы": "m", "бр": "m", "до": "f", "се": "f", "ма": "f"}


_COLLECTIVE = (("оих", "ga"), ("ерых", "ga"), ("оим", "d"), ("ерым", "d"), ("ое", "n"), ("еро", "n"))


def group_cases(words: str) -> str:
    """The cases of unnamed people: of a collective numeral or of one noun by their form, of counted ones all."""
    first, _, last = words.partition(" ")
    for end, cases in _COLLECTIVE:
        if first.endswith(end):
            return cases
    if last or not first.isalpha():
        return "ngdail"
    return "".join(dict.fromkeys(p.case for p in word(first).parses if p.case)) or "ngdail"


def quotes_of(text: str, flat: str, span: Span) -> list[Span]:
    """The stretches between quotation marks: those with a direction by it, straight ones in pairs."""
    found: list[Span] = []
    opened = -1
    for at in range(*span):
        if flat[at] != '"':
            continue
        if opened < 0 and text[at] not in "»”":
            opened = at
        elif opened >= 0 and text[at] not in "«„":
            found.append((opened, at + 1))
            opened = -1
    return [*found, (opened, span[1])] if opened >= 0 else found


def animate(noun: str, cases: set[str]) -> bool:
    """Whether a word is a noun for a person in one of the cases ("и политолога X")."""
    return any({"NOUN", "anim"} <= p.grammemes and p.case in cases for p in word(noun).parses[:3])


RELATIVE = {"ый": "n", "ая": "n", "ого": "ga", "ую": "a", "ому": "d", "ой": "gdil", "ые": "n", "ых": "ga", "ым": "di"}

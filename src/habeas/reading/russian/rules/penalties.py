"""The penalties that a Russian sentence names: kind, length and place, without yet saying whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from habeas.lexicon.length import Length
from habeas.reading.proposals import Span
from habeas.reading.russian.lengths import LengthMention
from habeas.reading.russian.numbers import HALF, NUMBER, WORDS, value_of
from habeas.reading.russian.rules.rows import is_cell
from habeas.reading.russian.statement import Statement


@dataclass(frozen=True, slots=True)
class Penalty:
    """A penalty. `bare` when only a length stands there, so that the verb must say that it is a sentence."""

    span: Span
    kind: str
    length: str | None
    bare: bool = False


_IN_COLONY = (
    r"(?:лишени\w+\s+свободы|колони\w+|тюрьм\w+|тюремн\w+|заключени\w+|(?:строг|общ|особ|усиленн)\w+\s+режим\w?|"
    r"ик(?!\w)|"
    r"строгача|строгого(?=\s*[.,;)]|$)|поселени\w+)"
)
_AFTER = tuple((kind, re.compile(pattern)) for kind, pattern in (
    ("restriction_of_liberty",
     r"\s+(?:\w+\s+)?ограничени\w+(?:\s+свободы)?(?!\w)(?!\s+(?:на|по|прав))|\s+\"?(?:домашн\w+\s+)?\"?хими[яи](?!\w)"),
    ("suspended", r"(?:[^.;(),-]{0,30}?|\s+\w+,\s+|\s*,\s+)(?<!\w)условн\w+|[^.;(),-]{0,24}?(?<!\w)пробаци\w+"),
    ("compulsory_labour", r"\s+(?:\w+\s+)?(?:принудительн|исправительн|обязательн|общественн)\w*\s+работ"),
    ("ban", r"\s+(?:запрет\w*|лишен\w*\s+права|без\s+права|отстран)"),
    ("imprisonment", rf"\s*,\s+(?:строг|общ|особ|усилен)\w+\s+режим|(?:,?\s+(?!и\s)(?:\w+\s+){{0,3}}?){_IN_COLONY}"),
    ("arrest", r"\s+(?:\w+\s+)?(?:арест\w*|спецприемник\w*|изолятор\w*|ивс(?!\w))"),
))  # fmt: skip
_BEFORE = tuple((kind, re.compile(pattern)) for kind, pattern in (
    ("ban", r"(?:запретил\w*|запрет\w*|лишил\w*\s+права|лишени\w+\s+права|лишен\w*\s+права)[^.;:]{0,60}$"),
    ("suspended", r"(?:условн\w+)[^.;,]{0,40}$|пробаци\w+\s*:\s*[^.;]{0,40}$"),
    ("restriction_of_liberty", r"ограничени\w+\s+свободы[^.;,]{0,30}$"),
    ("compulsory_labour", r"(?:принудительн|исправительн|обязательн)\w*\s+работ\w*[^.;,]{0,30}$"),
    ("imprisonment", rf"{_IN_COLONY}[^.;,]{{0,40}}(?:на|сроком|срок)\s+(?:\w+\s+)?$"),
    ("imprisonment", r"(?:реальн\w+\s+срок\w*|лишени\w+\s+свободы)\s*(?:\w+\s+)?(?:-|на|в|сроком на|:)\s*$"),
    ("arrest", r"(?:арестовал\w*|арестован\w*|арест\w*)[^.;,]{0,60}на\s+$"),
))  # fmt: skip
_NO_SENTENCE = re.compile(
    r"(?<!\w)(?:через|спустя|течение|течении|первые|последн\w+|возраст\w*|исполнил\w+|ему|ей|почти|уже|еще|раз в|"
    r"каждые|"
    r"старше|младше|назад|около|работал\w*|прожил\w*|из|них|прошл\w+|длил\w+|общий стаж|более чем|"
    r"отсидев|отбыв|"
    r"за|прожив|находит\w+\s+\w+|уже\s+более)\s+(?:\w+\s+)?$"
)
_GIVEN = re.compile(
    r"(?<!\w)(?:добав\w+|накину\w+|прибав\w+)\s+(?:[а-я]+\s+){0,4}$|(?<!\w)(?:дал[аи]?|назначил[аи]?|"
    r"присудил[аи]?|вынес(?:ла|ли)?|определил[аи]?)\s+(?:ему|ей|им)\s+(?:в\s+итоге\s+)?$"
)
"""Years given to somebody are no age: "суд дал ему 16 лет"."""
_STAY = re.compile(
    r"(?:арест\w*|домашн\w+\s+арест\w*|стражу?|стражей|сизо|следстви\w+|меру?\s+пресечения)(?:[^.;]{0,50})$|"
                   r"продл\w+[^.;]{0,60}$")  # fmt: skip
_PROBATION_TIME = re.compile(
    r"(?:испытательн\w+\s+срок\w*|отсрочк\w+|надзор\w*|судимост\w*)\s*(?:продолжительностью\s+)?(?:в|"
    r"-|на|сроком\s+на|до)?\s*$"
)
"""How long a suspended sentence is watched is no sentence of its own."""
_INSTEAD = re.compile(r"(?<!\w)вместо\s+(?:\w+\s+)?$")
_AGO = re.compile(r"\s+(?:больше|меньше|дольше|назад|спустя|до\s+(?:ареста|этого)|после|в\s+сизо|тому)(?!\w)|-летн")
_MONEY = (
    r"(?:руб\w*\.?|тенге|мрп|сом(?:ов|а|у|ам)?(?!\w)|сомони|сум(?:ов|а)?(?!\w)|манат\w*|лари(?!\w)|"
    r"базов\w+(?:\s+величин\w*)?|б\.\s*в\.|евро|доллар\w*|грив\w+)"
)
_SUM = rf"(?:{NUMBER}|(?<=\s)(?=тысяч|миллион))\s*(?:тыс\w*\.?|миллион\w*|млн\.?)?\s*{_MONEY}"
_FINE = re.compile(
    rf"(?<!\w)(?P<sum>{_SUM})\s+штраф\w*|(?<=\s)(?P<sum3>{_SUM})(?<=\w)(?!\s+штраф)"
    rf"|(?<!\w)(?:оштраф\w+|штраф\w*)(?:[^.;()]{{0,60}}?(?P<sum2>{_SUM}|{NUMBER}\s+(?:тыс\w*\.?|"
    rf"млн)|\d{{1,3}}(?:\s\d{{3}})+))?"
    rf"|(?<=приговор)\s*[:-]\s*(?P<sum4>{NUMBER}\s+(?:тыс\w*\.?|{_MONEY}))"
)
_FINED = re.compile(
    r"(?<!\w)(?:отдела\w+|наказа[лн]\w*|приговор\w+|назнач\w+|получи\w+|присуд\w+|замен\w+|"
    r"ограничи\w+|выписа\w+|обош\w+|законч\w+|"
    r"оберну\w+|взыска\w+)[^.;,]{0,40}$"
)
"""A verb before "штраф" that needs no sum."""
_EXACTED = re.compile(r"(?<!\w)взыска(?:л|ла|ли)\s+(?:с|со)\s[^.;]{3,60}$")
"""Who exacts a sum from somebody fines."""


def penalties(statement: Statement) -> list[Penalty]:
    """The penalties of a sentence in order. Stays in custody, ages and stretches of time are left out."""
    found = [*_fines(statement), *_lengths(statement)]
    found += _elided(statement, found)
    for match in statement.find(_SAME_TERM):
        before = [p for p in found if p.span[1] <= match.start() and p.kind != "ban"]
        if before:
            found.append(Penalty(match.span(), before[-1].kind, before[-1].length))
    return sorted(found, key=lambda p: p.span)


_YEARS_LEFT_OUT = re.compile(
    rf"(?<!\w)(?:назначил\w*|получил\w*|дали?|к|(?<=[\w,]\s)-(?:\s+по)?)\s+(?P<n>{WORDS}|\d{{1,"
    rf"2}})(?P<half>{HALF})?(?=\s*(?:[.,;)]|$|-\s))"
)


_YEARS_TO_COME = re.compile(
    rf"(?:приговор\w+|осужд\w+|осуд\w+)[^.;,]{{0,50}}?\s(?:к|на)\s+(?P<n>{WORDS}|\d{{1,2}})(?P<half>{HALF})?(?="
    rf"\s*,\s+(?:а\s+)?[а-я])"
)
"""Years without the word before a penalty in years: "приговорена к четырём, Y - к шести годам"."""
_SAME_TERM = re.compile(
    r"(?<!\w)(?:(?:такой|тот)\s+же\s+(?:срок|приговор)|такое\s+же\s+наказание|столько\s+же|то\s+же\s+наказание)(?!\w)"
)
"""A penalty that is that of somebody told before."""
_YEARS_ALONE = re.compile(
    rf"(?<!\w)(?:дал[аи]?|назначил[аи]?|получил[аи]?|отделал(?:ся|ась|ись)|отмерил[аи]?|присудил[аи]?)\s+(?:(?:е"
    rf"му|ей|им|обоим)\s+)?"
    rf"(?P<n>{WORDS})(?P<half>{HALF})?(?=\s*(?:[.,:;)]|-\s|$))"
    rf"|(?<!\w)вместо\s[^.;]{{3,40}}?\s-\s+(?P<n2>{WORDS})(?P<half2>{HALF})?(?=\s*(?:[.,:;)]|-\s|$))"
)
"""Years without the word behind a verb that sentences: "судья дала ей шесть"."""
_CELL = re.compile(
    r"(?<!\w)(?:шизо|карцер\w*|пкт|епкт|сус|штрафн\w+\s+изолятор\w*|одиночк\w+)\s+(?:на\s+|еще\s+на\s+)?$"
)
"""Days in a punishment cell are no sentence."""


def _elided(statement: Statement, found: list[Penalty]) -> Iterator[Penalty]:
    """Years without the word, behind a penalty in years: "дали шесть лет, Игнату - пять"."""
    known = [p for p in found if p.length and p.length.startswith("P") and p.length.endswith("Y")]
    for match in statement.find(_YEARS_TO_COME) if known else ():
        value = value_of(match["n"])
        behind = [p for p in known if 0 < p.span[0] - match.end() < 90]
        if value and behind and not any(p.span[0] <= match.start("n") < p.span[1] for p in found):
            length = Length.of(years=value + Fraction(1, 2) if match["half"] else value)
            yield Penalty((match.start("n"), match.end()), behind[0].kind, length.text)
    for match in statement.find(_YEARS_ALONE) if not known else ():
        group = "n" if match["n"] else "n2"
        value, half = value_of(match[group]), match["half"] or match["half2"]
        if value and 1 < value < 26 and not any(p.span[0] <= match.start(group) < p.span[1] for p in found):
            length = Length.of(years=value + Fraction(1, 2) if half else value)
            yield Penalty((match.start(group), match.end()), "imprisonment", length.text, True)
    for match in statement.find(_YEARS_LEFT_OUT) if known else ():
        value = value_of(match["n"])
        before = [p for p in known if p.span[1] <= match.start()]
        if value is None or not before or any(p.span[0] <= match.start("n") < p.span[1] for p in found):
            continue
        length = Length.of(years=value + Fraction(1, 2) if match["half"] else value)
        yield Penalty((match.start("n"), match.end()), before[-1].kind, length.text)


def _fines(statement: Statement) -> Iterator[Penalty]:
    for match in statement.find(_FINE):
        before = statement.flat[max(statement.span[0], match.start() - 60) : match.start()]
        if match["sum3"] and not _EXACTED.search(before):
            continue
        if (
            match["sum"]
            or match["sum3"]
            or match["sum4"]
            or match["sum2"]
            or match[0].startswith("оштраф")
            or _FINED.search(before)
        ):
            yield Penalty(match.span(), "fine", None)


def _lengths(statement: Statement) -> Iterator[Penalty]:
    lengths = statement.lengths
    for index, mention in enumerate(lengths):
        penalty = _penalty(statement, mention)
        if penalty is None:
            continue
        if penalty.bare and index + 1 < len(lengths) and (shared := _shares(statement, mention, lengths[index + 1])):
            penalty = Penalty(penalty.span, shared, penalty.length)
        yield penalty


def _shares(statement: Statement, one: LengthMention, other: LengthMention) -> str | None:
    """ "12 и 11 годам колонии", "с восьми лет до семи с половиной": one kind for both."""
    gap = statement.flat[one.span[1] : other.span[0]]
    if not re.fullmatch(r"\s*(?:,|и|до|,\s*и|или)\s*(?:до\s+|к\s+|на\s+)?", gap):
        return None
    following = _penalty(statement, other)
    return following.kind if following and not following.bare else None


def _penalty(statement: Statement, mention: LengthMention) -> Penalty | None:
    start, end = mention.span
    flat, (low, high) = statement.flat, statement.span
    before, after = flat[max(low, start - 90) : start], flat[end : min(high, end + 90)]
    if mention.length == "life":
        return Penalty(mention.span, "life", "life")
    if _PROBATION_TIME.search(before) or _INSTEAD.search(before):
        return None
    if mention.length.startswith("PT") and re.match(r"\s+(?:\w+\s+)?работ(?!ал)", after):
        return Penalty((start, end), "compulsory_labour", mention.length)
    for kind, pattern in _AFTER:
        if kind == "arrest" and not mention.length.endswith("D"):
            continue
        if match := pattern.match(after):
            return Penalty((start, end + match.end()), kind, mention.length)
    aside = _NO_SENTENCE.search(before) and not _GIVEN.search(before) and not is_cell(statement, mention.span)
    if aside or _AGO.match(after) or _CELL.search(before):
        return None
    for kind, pattern in _BEFORE:
        if pattern.search(before):
            if kind == "arrest" and not mention.length.endswith("D"):
                return None
            return Penalty(mention.span, kind, mention.length)
    if _STAY.search(before[-70:]) or mention.length.startswith("PT"):
        return None
    return Penalty(mention.span, "arrest" if mention.length.endswith("D") else "imprisonment", mention.length, True)

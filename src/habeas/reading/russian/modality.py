"""Whether a Russian predicate is told as something that happened, and who says so."""

from __future__ import annotations

import re

from habeas.reading.russian.flat import STOP
from habeas.reading.russian.statement import Statement

_CHECKS = tuple(
    (name, re.compile(rf"(?<!\w)(?:{pattern})"))
    for name, pattern in (
        (
            "denied",
            r"(?<!\w)(?:не(?! только)|никогда не|вместо того чтобы|отказал\w+)\s+(?:был[аио]?\s+)?(?:\w+\s+){0,1}$",
        ),
        (
            "requested",
            r"(?:запрашива\w+|запросил\w*|просил[аи]?|просит|попросил\w*|потребова\w+|требова\w+|требует|требуют|"
            r"настаива\w+|ходатайств\w+|предложил\w*|призва\w+|призыва\w+|добива\w+)(?:[^.;]{0,110})$",
        ),
        (
            "threatened",
            r"(?:гроз[ия]т\w*|угрожа\w+|может|могут|могли|мог(?!\w)|возможн(?!о(?!\w))\w+|предусматрива\w+|предусмотрен\w*|наказыва\w+|карается|"
            r"карают|максимальн\w+|риск\w*|если(?!\s+\d)|опаса\w+|бояться|боится|чтобы не|избежа\w+)(?:[^.;]{0,90})$",
        ),
        ("scheduled", r"(?:будет|будут|должн[аыо]?|намерен\w*|планиру\w+|собира\w+|назначен\w* на)\s+(?:\w+\s+){0,3}$"),
        ("alleged", r"(?:якобы|предположительно|возможно(?!\w)|по слухам|вероятно)(?:[^.;]{0,60})$"),
    )
)
_CUT = re.compile(
    rf"[;]|{STOP}|,\s+(?:а\s+|но\s+|однако\s+)?(?:суд|судья|апелляция|коллегия)(?=\s)|,\s+(?:но|однако|а)(?!\w)|"
    r"\"\s|,\s+котор\w+"
)
_SAYS = re.compile(
    r"(?:по\s+(?:словам|данным|мнению|сведениям|версии|рассказ\w+|утверждени\w+|информации)|"
    r"как\s+(?:рассказ\w+|сообщ\w+|заяв\w+|"
    r"утвержда\w+|пиш\w+|отмеча\w+|следует из)|со слов|(?:сообщил|заявил|рассказал|рассказывал|утверждал|утверждает|"
    r"пожаловал\w+|жаловал\w+|сказал|указал|написал|сообщает|сообщают|пишет|заявляет)\w{0,2}(?!\w))(?P<by>[^,"
    r".;:]{0,70})"
)
_SOURCES = tuple(
    (name, re.compile(rf"(?<!\w)(?:{pattern})"))
    for name, pattern in (
        ("defence", r"адвокат|защитни|защит[аыуе]"),
        ("prosecution", r"следстви|обвинени|прокур|гособвинител|следовател|материал"),
        ("court", r"суд(?!ьб)|приговор"),
        ("body", r"оон(?!\w)|комитет|мемориал|овд-инфо|правозащит|организаци|рабочей групп"),
        ("relative", r"жен[аыуе](?!щ)|муж|матер|мать|отц|отец|сестр|брат|дочер|сын|родственни|супруг|семь"),
        ("media", r"журналист|сми(?!\w)|издани|газет|телеканал|медиазон|агентств|корреспондент|радио"),
        (
            "official",
            r"полици|мвд|фсб|министерств|пресс-служб|чиновник|администраци|фсин|губернатор|представител|власт",
        ),
    )
)


def modality_at(statement: Statement, start: int, end: int) -> str:
    """One of the modalities for the predicate at `start..end`."""
    low = max(statement.span[0], start - 150)
    before = _CUT.split(statement.flat[low:start])[-1]
    for name, pattern in _CHECKS:
        if pattern.search(before):
            return name
    return "happened"


def attribution_of(statement: Statement) -> str:
    """Who says it: `victim` for the person's own words, `author` when the sentence names no speaker."""
    for match in statement.find(_SAYS):
        by = match["by"]
        before = statement.flat[max(statement.span[0], match.start() - 40) : match.start()]
        for name, pattern in _SOURCES:
            if pattern.search(by) or (not by.strip() and pattern.search(before)):
                return name
        return "victim"
    return "author"

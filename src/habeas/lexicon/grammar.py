"""How each language writes dates, lengths, numbers and comparisons: forms as data, for `wording`.

English and Russian put the small word first and bend the month; Kazakh puts it last and bends the month or year. The
Kazakh forms wait for a native editor with the labels (`terms.unreviewed`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

PLAIN, BY, SINCE, NEAR = "plain", "by", "since", "near"
"""How a point of time stands in its phrase: alone, as an open beginning, as an open end, as approximate."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language. Patterns are those of `str.format`; `months` are the twelve names by how the month stands, `PLAIN`
    where a case is not named; `in_date` are those after a day. `units` are forms for one, two and five, `years` are
    patterns of a bare year; `separators` stand between thousands and before a fraction."""

    months: Mapping[str, tuple[str, ...]]
    in_date: Mapping[str, tuple[str, ...]]
    years: Mapping[str, str]
    units: Mapping[str, tuple[str, str, str]]
    phrases: Mapping[str, str]
    comparators: Mapping[str, str]
    separators: tuple[str, str]
    life: str
    month: str = "{month} {year}"
    day: str = "{day} {month} {year}"
    numbered: str = "{label} {value}"


def _forms(words: str, *endings: str) -> tuple[str, ...]:
    """The twelve names; with endings, one for each name."""
    names = words.split()
    return tuple(n + e for n, e in zip(names, endings, strict=True)) if endings else tuple(names)


_EN = _forms("January February March April May June July August September October November December")
_RU = _forms("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь")
_RU_OF = _forms("января февраля марта апреля мая июня июля августа сентября октября ноября декабря")
_KK_WORDS = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"
_KK = _forms(_KK_WORDS)
_KK_BY = _forms(_KK_WORDS, "ға", "ға", "ға", "ге", "ға", "ға", "ге", "ға", "ке", "ға", "ға", "ға")
_KK_SINCE = _forms(_KK_WORDS, "дан", "нан", "дан", "ден", "дан", "нан", "ден", "дан", "тен", "нан", "дан", "нан")

GRAMMARS: Mapping[str, Grammar] = MappingProxyType({
    "en": Grammar(
        months={PLAIN: _EN},
        in_date={PLAIN: _EN},
        years={PLAIN: "{year}"},
        units={"Y": ("year", "years", "years"), "M": ("month", "months", "months"), "D": ("day", "days", "days"),
               "H": ("hour", "hours", "hours")},
        phrases={"says": "says: {}", "uncertain": "{} (uncertain)", "to": "{} to {}", "or": " or ",
                 BY: "by {}", SINCE: "from {}", NEAR: "about {}"},
        comparators={"=": "{}", ">=": "at least {}", ">": "more than {}", "~": "about {}", "<=": "at most {}",
                     "<": "fewer than {}"},
        separators=(",", "."),
        life="life",
    ),
    "ru": Grammar(
        months={PLAIN: _RU, BY: _RU_OF, SINCE: _RU_OF, NEAR: _RU_OF},
        in_date={PLAIN: _RU_OF},
        years={PLAIN: "{year}"},
        units={"Y": ("год", "года", "лет"), "M": ("месяц", "месяца", "месяцев"), "D": ("день", "дня", "дней"),
               "H": ("час", "часа", "часов")},
        phrases={"says": "сообщает: {}", "uncertain": "{} (не точно)", "to": "{} – {}", "or": " или ",
                 BY: "до {}", SINCE: "с {}", NEAR: "около {}"},
        comparators={"=": "{}", ">=": "не менее {}", ">": "более {}", "~": "около {}", "<=": "не более {}",
                     "<": "менее {}"},
        separators=("\N{NARROW NO-BREAK SPACE}", ","),
        life="пожизненно",
    ),
    "kk": Grammar(
        months={PLAIN: _KK, BY: _KK_BY, SINCE: _KK_SINCE},
        in_date={PLAIN: _KK, BY: _KK_BY, SINCE: _KK_SINCE},
        years={PLAIN: "{year}", BY: "{year} жылға", SINCE: "{year} жылдан"},
        units={"Y": ("жыл", "жыл", "жыл"), "M": ("ай", "ай", "ай"), "D": ("күн", "күн", "күн"),
               "H": ("сағат", "сағат", "сағат")},
        phrases={"says": "хабарлайды: {}", "uncertain": "{} (нақты емес)", "to": "{} – {}", "or": " немесе ",
                 BY: "{} дейін", SINCE: "{} бастап", NEAR: "шамамен {}"},
        comparators={"=": "{}", ">=": "кемінде {}", ">": "{} санынан астам", "~": "шамамен {}", "<=": "ең көбі {}",
                     "<": "{} санынан аз"},
        separators=("\N{NARROW NO-BREAK SPACE}", ","),
        month="{year} жылғы {month}",
        day="{year} жылғы {day} {month}",
        numbered="{value}-{label}",
        life="өмір бойы",
    ),
})  # fmt: skip
"""Language -> its grammar; the languages are those of `terms.languages`."""

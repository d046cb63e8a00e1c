"""How well a reading of a name goes with the noun before it and the verb behind it."""

from __future__ import annotations

import re

from habeas.reading.proposals import Span
from habeas.reading.russian.lists import role_of_noun
from habeas.reading.russian.morphology import agrees, word
from habeas.reading.russian.names import Reading

PRESENT = re.compile(
    r"\s+(?:(?:до сих пор|по-прежнему|уже|сейчас|все еще|также)\s+)?(?:находится|содержится|остается|"
    r"обвиняется|ожидает|"
    r"отбывает|сидит|является|считает|заявляет|проходит|голодает|работает|живет|может|должна|должен)(?!\w)"
)
_WOMAN = re.compile(
    r"^(?:жена|мать|сестра|дочь|вдова|мама|бабушка|тетя|подруга|женщина|девушка)$|(?:[иы]ца|"
    r"[сн]тка|[а-я]йка|анка|янка|енка|рша|есса|иня)$"
)
_WOMAN_OBLIQUE = re.compile(r"(?:(?:[иы]ц|[сн]тк|[а-я]йк|анк|янк|енк|рш|есс|ин)(?:у|ы|и|е|ю|ой|ей))$")


def beside_noun(reading: Reading, noun: str, *, subject: bool) -> float:
    """How well a reading goes with what stands beside the name: "художница Александра", "Александра находится"."""
    fit = 1.0
    if _WOMAN.search(noun):
        fit *= 3.0 if reading.gender == "f" and "n" in reading.cases else 0.3
    elif _WOMAN_OBLIQUE.search(noun):
        fit *= 2.0 if reading.gender == "f" and set(reading.cases) - {"n"} else 0.5
    kin = word(noun).parses[:1] if role_of_noun(noun) == "relative" else ()
    if kin and kin[0].gender and reading.gender and kin[0].gender != reading.gender:
        fit *= 0.2  # "брата Азиза"
    if role_of_noun(noun) and not agrees(noun, reading.cases):
        fit *= 0.4  # "социолога Фирузу"
    if subject:
        fit *= 1.0 if "n" in reading.cases else 0.2
    return fit


VERB = re.compile(r"\s+(?:[а-я]+\s+){0,2}?[а-я]+(?P<end>л|лся|ла|лась|ли|лись)(?![\w-])")


def beside_verb(reading: Reading, verb: re.Match[str] | None) -> float:
    """How well a nominative goes with the past tense behind it: "Петра Белова задержали" names no woman."""
    if verb is None or "n" not in reading.cases or len(reading.cases) > 1:
        return 1.0
    wanted = {"л": "m", "лся": "m", "ла": "f", "лась": "f"}.get(verb["end"], "")
    return 1.4 if wanted and wanted == reading.gender else 1.0 if wanted == reading.gender else 0.3 if wanted else 0.12


_BEFORE = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)\"?[,.]?\s+(?:\"?)$")


def word_before(flat: str, at: int) -> str:
    """The flat word right before a place."""
    match = _BEFORE.search(flat, max(0, at - 40), at)
    return match[1] if match else ""


_TITLE_BEFORE = re.compile(r"(?:^|[\s(])\"(?:[^\W\d_]+[\s-]+){0,4}$")
_TITLE_BEHIND = re.compile(r"(?:[\s-]+[^\W\d_]+){0,4}\"|-")


def in_title(flat: str, span: Span) -> bool:
    """True inside a title or word in quotes: «Нурджулар», «Жана жол», «Рисале-и Нур»."""
    opens = _TITLE_BEFORE.search(flat, max(0, span[0] - 40), span[0])
    return bool(opens and _TITLE_BEHIND.match(flat, span[1]))

"""Numbers in Russian, as digits or as words in any case: `8,5`, `150 000`, `пяти с половиной`, `двадцать одному`."""

from __future__ import annotations

import re
from fractions import Fraction


def _soft(stem: str) -> str:
    """The forms of a numeral in -ь."""
    return f"{stem}ь {stem}и {stem}ью"


_FORMS: dict[str, int] = {
    "один одна одно одного одной одному одним одном одну": 1, "два две двух двум двумя двое двоих двоим двоими": 2,
    "три трех трем тремя трое троих троим троими": 3, "четыре четырех четырем четырьмя четверо четверых четверым": 4,
    _soft("пят") + " пятеро пятерых пятерым": 5, _soft("шест") + " шестеро шестерых шестерым": 6,
    _soft("сем") + " семеро семерых семерым": 7, "восемь восьми восемью восьмью восьмеро восьмерых восьмерым": 8,
    _soft("девят") + " девятеро девятерых": 9, _soft("десят") + " десятеро десятерых": 10, _soft("одиннадцат"): 11,
    _soft("двенадцат"): 12, _soft("тринадцат"): 13, _soft("четырнадцат"): 14, _soft("пятнадцат"): 15,
    _soft("шестнадцат"): 16, _soft("семнадцат"): 17, _soft("восемнадцат"): 18, _soft("девятнадцат"): 19,
    _soft("двадцат"): 20, _soft("тридцат"): 30, "сорок сорока": 40, "пятьдесят пятидесяти": 50,
    "шестьдесят шестидесяти": 60, "семьдесят семидесяти": 70, "восемьдесят восьмидесяти": 80,
    "девяносто девяноста": 90, "сто ста": 100, "двести двухсот двумстам": 200, "триста трехсот тремстам": 300,
    "четыреста четырехсот": 400, "пятьсот пятисот": 500, "шестьсот шестисот": 600, "семьсот семисот": 700,
    "восемьсот восьмисот": 800, "девятьсот девятисот": 900,
}  # fmt: skip
_VALUES = {word: value for forms, value in _FORMS.items() for word in forms.split()}
_ONE = "|".join(sorted(_VALUES, key=len, reverse=True))
WORDS = rf"(?:(?:{_ONE})(?:\s+(?:{_ONE})){{0,2}}|полтора|полторы|полутора)(?!\w)"
"""A number in words on flat text."""
DIGITS = r"\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,]\d{1,2})?(?![\d-]|[.,]\d)"
NUMBER = rf"(?:{DIGITS}|{WORDS})"
"""A number on flat text."""
HALF = r"(?:\s+с\s+половиной)"


def value_of(number: str) -> Fraction | None:
    """The value of a flat number, None when the words are none or do not add up (`пять сто`)."""
    plain = number.replace(" ", "") if number[:1].isdigit() else number
    if plain[:1].isdigit():
        return Fraction(plain.replace(",", ".")) if re.fullmatch(r"\d+(?:[.,]\d+)?", plain) else None
    if number.startswith(("полтор", "полутор")):
        return Fraction(3, 2)
    total, last = 0, 1000
    for word in number.split():
        value = _VALUES.get(word)
        if value is None or value >= last or (last < 100 and value >= 10):
            return None
        total, last = total + value, value
    return Fraction(total) if total else None

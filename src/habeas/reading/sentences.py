"""Sentences of a block, as spans of the whole text."""

from __future__ import annotations

import re

from habeas.reading.blocks import Block
from habeas.reading.proposals import Span

_CLOSE = r"[\"”’'»)\]]*(?:\[\d+\][ ]?)*"
_END = re.compile(
    rf"[.!?…]{_CLOSE}(?P<gap>\s+)(?=[\"“‘'«(\[]*[^\W_a-zа-яё])|(?<=[a-z]{{3}})\.(?P<none>)(?=[A-Z][a-z]+\s)"
)
_SHORT = re.compile(
    r"(?:(?<![\w’'])(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]|ss?|[Aa]rts?|[Ss]ecs?|No|Nos|Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Lt|Sgt|Capt|Maj|Jr|Sr|vs|v|p|pp|op|cit|"
    r"ed|eds|par|para|"
    r"Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Rev|Hon|Fr|Sen|Rep|Gov|approx|ca|cf|e\.g|i\.e|a\.k\.a|U\.S|U\.K|U\.N|"
    r"мес|(?<=\d )л|[Сс]т|ч|п|г|ул|им|см|стр|тыс|руб|обл|пос|проф|акад))$"
)
_NUMERAL = re.compile(r"\b[a-z]{2,}\s+[IVX]$")
_YEAR_ENDS = re.compile(r"(?:19|20)\d\d\s?г$")
_OPENS = re.compile(
    r"\s+(?:Осу[жд]|Задерж|Арестов|Приговор|Родил|Под\s|Находи|Обвин|Адрес|Мера\s|В\s|Во\s|На\s|С\s|По\s|До\s|За\s|После|Суд\s|Апелляц|"
    r"Срок|Освобо|Вы[шх]|Ст[.а]|Работал|Жив[её]т|Признан|Внес|Этапир|Отбыва|Его\s|Е[её]\s|Ему\s|Ей\s|Он[аи]?\s|Был|Прокур|Сначала|Затем)"
)
"""What opens a Russian sentence behind "2023 г.", where a name would go on with it."""
_LONGEST = 2000
_BEFORE_NUMBER = re.compile(r"(?<![\w’'])(?:no|nos|para|sec|ch|ss?|b|d|r)$")


def sentences(text: str, block: Block) -> list[Span]:
    """The sentences of `block` in order: they cover all of it but the space between them."""
    start, end = block.span
    spans: list[Span] = []
    for match in _END.finditer(text, start, end):
        stop = match.start()
        if text[stop] == "." and _is_short(text, start, stop, text[match.end() : match.end() + 1]):
            continue
        close = match.start("gap") if match["gap"] else match.end()
        if close > start:
            spans += _bounded(text, start, close)
            start = match.end()
    if start < end:
        spans += _bounded(text, start, end)
    return spans


def _bounded(text: str, start: int, end: int) -> list[Span]:
    """The sentence, cut at spaces where it is longer than any prose: rules look at each pair of words of a sentence."""
    spans: list[Span] = []
    while end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        cut = space if space > start else start + _LONGEST
        spans.append((start, cut))
        start = cut + (space > start)
    if start < end:
        spans.append((start, end))
    return spans


def _is_short(text: str, start: int, stop: int, following: str) -> bool:
    """True when the full stop at `stop` ends an abbreviation or an initial. `following` is the next character."""
    low = max(start, stop - 8)
    if _YEAR_ENDS.search(text, low, stop) and _OPENS.match(text, stop + 1):
        return False
    if _NUMERAL.search(text, low, stop) and not following.isdigit():
        return False
    return bool(_SHORT.search(text, low, stop) or (following.isdigit() and _BEFORE_NUMBER.search(text, low, stop)))

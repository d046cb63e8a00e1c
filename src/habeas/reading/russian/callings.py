"""What a text calls its people beside their names ("верстальщица X", "X, слесарь"): it may call them so again later."""

from __future__ import annotations

import re
from collections.abc import Mapping

from habeas.reading.people import People
from habeas.reading.proposals import Span
from habeas.reading.russian.lists import role_of_noun
from habeas.reading.russian.morphology import word

Callings = Mapping[str, tuple[str, ...]]
"""Lemma of a noun -> ids of the people whom the text calls so."""

_BEFORE = re.compile(r"(?:[а-я-]+\s+){1,4}$")
_BEHIND = re.compile(
    r"\s*(?:\([^()]{0,40}\)\s*)?(?:,|-)\s+((?:[а-я-]+\s+){0,3}?[а-я-]+)(?=\s*[,.;)-]|\s+(?:из|"
    r"в|с|на|по|и)\s)"
)
_LEFT_OUT = frozenset({"official", "lawyer", "relative", "place", "victim"})
_MANY = 50
"""A noun of so many people calls none of them."""
_GENERAL = frozenset(
    [
        "человек",
        "мужчина",
        "женщина",
        "житель",
        "жительница",
        "гражданин",
        "гражданка",
        "девушка",
        "парень",
        "друг",
        "товарищ",
        "коллега",
        "уроженец",
        "лицо",
        "ребенок",
        "дети",
        "соратник",
        "осужденный",
    ]
)


def callings_of(flat: str, people: People, cases: Mapping[tuple[Span, str], str]) -> Callings:
    """The nouns beside full names, as their bearers may be called again."""
    found: dict[str, dict[str, None]] = {}
    for mention in people.mentions:
        if not mention.full:
            continue
        own = cases.get((mention.span, mention.person), "ngdail").lstrip("*")
        before = _BEFORE.search(flat, max(0, mention.span[0] - 60), mention.span[0])
        behind = _BEHIND.match(flat, mention.span[1], mention.span[1] + 80)
        for words in (before[0].split() if before else [], behind[1].split() if behind else []):
            for noun in words:
                if lemma := _calling(noun, own):
                    found.setdefault(lemma, {})[mention.person] = None
    return {lemma: tuple(bearers) for lemma, bearers in found.items() if len(bearers) <= _MANY}


def _calling(noun: str, cases: str) -> str:
    """The lemma of a noun that calls somebody something, empty for other words."""
    for parse in word(noun).parses[:3]:
        if {"Name", "Surn", "Patr", "Geox"} & parse.grammemes:
            return ""
        if {"NOUN", "anim"} <= parse.grammemes and parse.case in cases and not parse.plural:
            lemma = parse.lemma.replace("ё", "е")
            return "" if len(lemma) < 4 or lemma in _GENERAL or role_of_noun(lemma) in _LEFT_OUT else lemma
    return ""


WORD = re.compile(r"(?<![\w-])[а-я]{4,}(?![\w-])")
"""A word that may be a form of such a noun."""


def beginnings_of(callings: Callings) -> frozenset[str]:
    """The first letters of the nouns: a word that begins otherwise is none of them."""
    return frozenset(lemma[:3] for lemma in callings)


def lemma_of(form: str, callings: Callings) -> tuple[str, str, str]:
    """(lemma, cases, gender) of a form of one of the nouns in the singular; empty lemma for other words."""
    parses = [p for p in word(form).parses if p.lemma.replace("ё", "е") in callings and not p.plural and p.case]
    if not parses:
        return "", "", ""
    lemma = parses[0].lemma.replace("ё", "е")
    return lemma, "".join(dict.fromkeys(p.case for p in parses)), parses[0].gender

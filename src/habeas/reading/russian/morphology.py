"""What a capitalised word can be: the dictionary of pymorphy3, asked once for each word, and loaded at the first
Russian
text. Nothing else here knows the library.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

CASES = {"nomn": "n", "gent": "g", "datv": "d", "accs": "a", "ablt": "i", "loct": "l", "gen2": "g", "loc2": "l",
         "voct": "n", "acc2": "a", "gen1": "g"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parse:
    """One reading of a word: its dictionary form in lower case, grammemes, gender (`m`, `f`, ``), cases, number."""

    lemma: str
    grammemes: frozenset[str]
    gender: str
    case: str
    plural: bool
    score: float


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its readings, best first. `known` is false when the dictionary guessed by the ending."""

    known: bool
    parses: tuple[Parse, ...]

    def has(self, grammeme: str) -> bool:
        """True when some reading has a grammeme (`Name`, `Surn`, `Patr`, `Geox`, `Orgn`, ...)."""
        return any(grammeme in p.grammemes for p in self.parses)

    def with_(self, grammeme: str) -> tuple[Parse, ...]:
        """The readings with a grammeme."""
        return tuple(p for p in self.parses if grammeme in p.grammemes)


@lru_cache(maxsize=1)
def _analyzer() -> Any:
    import pymorphy3  # loaded late: texts in other languages must not pay for the dictionary

    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=65536)
def word(form: str) -> Word:
    """The readings of a word form, in any letter case."""
    parses = _analyzer().parse(form.lower())
    return Word(bool(parses and parses[0].is_known), tuple(_parse(p) for p in parses))


def _parse(parse: Any) -> Parse:
    tag = parse.tag
    gender = {"masc": "m", "femn": "f"}.get(str(tag.gender), "")
    return Parse(_nominative(parse), frozenset(tag.grammemes), gender, CASES.get(str(tag.case), ""),
                 tag.number == "plur", parse.score)  # fmt: skip


def _nominative(parse: Any) -> str:
    """The dictionary form; of patronymics and of surnames that of the same gender, not the masculine lemma."""
    if {"Patr", "Surn"} & parse.tag.grammemes and parse.tag.gender == "femn":
        feminine = parse.inflect({"nomn", "sing"})
        return str(feminine.word) if feminine else str(parse.normal_form)
    return str(parse.normal_form)


def agrees(noun: str, cases: str) -> bool:
    """Whether a noun can stand in a case of the name behind it: in "адвокат Иванова" the name is somebody else's."""
    own = {p.case for p in word(noun).parses if p.case}
    return not own or not cases or bool(own & set(cases))

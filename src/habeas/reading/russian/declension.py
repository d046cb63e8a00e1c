"""Which nominatives a name word may come from: the endings of Russian surnames and given names, for words that no
dictionary holds.

A form often has several answers: `Шубенцову` is the dative of `Шубенцов` or the accusative of `Шубенцова`. All of them
come out with their gender and case; who decides is `hypotheses`, by the given name and by the rest of the document.
Source of the rules: the declension of personal names in Zaliznyak's grammatical dictionary, in short form.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

ALL = "ngdail"


class Form(NamedTuple):
    """One reading of a name word: the nominative in lower case, gender, its cases, and how usual such a name is."""

    nominative: str
    gender: str
    cases: str
    weight: float
    plural: bool = False


_OV = r"(?:[аеиоуыэюя]|[бвгджзклмнпрстфхцчшщ])(?:ов|ев|ёв|ин|ын)"
_MALE_OV = re.compile(rf"(?P<s>.*{_OV})(?P<e>а|у|ым|ом|ем|е|)$")
_FEMALE_OV = re.compile(rf"(?P<s>.*{_OV})(?P<e>а|ой|ою|у)$")
_PLURAL_OV = re.compile(rf"(?P<s>.*{_OV})(?P<e>ы|ых|ым|ыми)$")
_MALE_ADJECTIVE = re.compile(r"(?P<s>.+(?:[бвгдзжклмнпрстфхцчшщ]))(?P<e>ий|ый|ой|ого|его|ому|ему|им|ым|ом|ем)$")
_FEMALE_ADJECTIVE = re.compile(r"(?P<s>.+(?:[бвгдзжклмнпрстфхцчшщ]))(?P<e>ая|яя|ой|ей|ую|юю)$")
_PLURAL_ADJECTIVE = re.compile(r"(?P<s>.+(?:ск|цк))(?P<e>ие|их|им|ими)$")
_CONSONANT = "бвгджзклмнпрстфхцчшщ"
_MALE_ENDS = {"": "n", "а": "ga", "у": "d", "ом": "i", "ем": "i", "е": "l"}
_SOFT_ENDS = {"я": "ga", "ю": "d", "ем": "i", "ём": "i", "е": "l"}
_A_ENDS = {"а": "n", "ы": "g", "и": "g", "е": "dl", "у": "a", "ой": "i", "ою": "i", "ей": "i"}
_YA_ENDS = {"я": "n", "и": "g", "е": "dl", "ю": "a", "ей": "i", "ёй": "i"}
_FIXED = re.compile(r"(?:[оеэиуюы]|ых|их|аго|ово)$")


@lru_cache(maxsize=65536)
def surname_forms(word: str) -> tuple[Form, ...]:
    """The readings of a surname form (lower case, without hyphens), usual ones first."""
    if re.search(r"(?:швилл?и|дзе|енко|аго|.{3}(?:зода|заде|зада))$|^(?:зода|заде|зада)$", word):
        return tuple(Form(word, g, ALL, 1.0) for g in "mf")
    found = [*_ov(word), *_adjective(word), *_masculine(word), *_a_stem(word)]
    if _PLURAL_OV.fullmatch(word):
        found = [f if f.plural or f.nominative != word else f._replace(weight=0.2) for f in found]
    if _FIXED.search(word):
        found += [Form(word, g, ALL, _fixed_weight(word)) for g in "mf"]
    elif word[-1] in _CONSONANT + "ьй":
        found.append(Form(word, "f", ALL, 0.4))
    elif not found or word.endswith(("иа", "уа", "ия", "ая", "оа")):
        found += [Form(word, g, ALL, 0.3) for g in "mf"]
    return tuple(sorted(_joined(found), key=lambda f: -f.weight))


def _fixed_weight(word: str) -> float:
    """How usual a surname that does not change is: "Долгих" is one, "Ивановых" hardly."""
    if word.endswith(("о", "их", "ых")):
        return 0.2 if _PLURAL_OV.fullmatch(word) else 0.5
    return 0.25


def _joined(forms: list[Form]) -> list[Form]:
    best: dict[tuple[str, str, bool], Form] = {}
    for form in forms:
        key = (form.nominative, form.gender, form.plural)
        old = best.get(key)
        if old:
            cases = "".join(c for c in ALL if c in old.cases + form.cases)
            form = Form(form.nominative, form.gender, cases, max(old.weight, form.weight), form.plural)
        best[key] = form
    return list(best.values())


def _ov(word: str) -> list[Form]:
    found = []
    if m := _MALE_OV.fullmatch(word):
        cases = {"": "n", "а": "ga", "у": "d", "ым": "i", "ом": "i", "ем": "i", "е": "l"}[m["e"]]
        found.append(Form(m["s"], "m", cases, 1.0 if m["e"] not in ("ом", "ем") else 0.5))
    if m := _FEMALE_OV.fullmatch(word):
        found.append(Form(m["s"] + "а", "f", {"а": "n", "ой": "gdil", "ою": "i", "у": "a"}[m["e"]], 1.0))
    if m := _PLURAL_OV.fullmatch(word):
        cases = {"ы": "n", "ых": "gal", "ым": "d", "ыми": "i"}[m["e"]]
        found.append(Form(m["s"], "m", cases, 0.7, True))
    return found


def _adjective(word: str) -> list[Form]:
    found = []
    if m := _MALE_ADJECTIVE.fullmatch(word):
        cases = {
            "ий": "n",
            "ый": "n",
            "ой": "n",
            "ого": "ga",
            "его": "ga",
            "ому": "d",
            "ему": "d",
            "им": "i",
            "ым": "i",
            "ом": "l",
            "ем": "l",
        }[m["e"]]
        usual = m["s"].endswith(("ск", "цк"))
        if usual or m["e"] in ("ий", "ый", "ой", "ого", "его", "ому", "ему"):
            nominative = m["s"] + (
                "ий" if usual or m["e"] in ("его", "ему", "ий") else "ой" if m["e"] == "ой" else "ый"
            )
            found.append(Form(nominative, "m", cases, 1.0 if usual else 0.8))
    if m := _FEMALE_ADJECTIVE.fullmatch(word):
        cases = {"ая": "n", "яя": "n", "ой": "gdil", "ей": "gdil", "ую": "a", "юю": "a"}[m["e"]]
        usual = m["s"].endswith(("ск", "цк"))
        if usual or m["e"] in ("ая", "ую"):
            found.append(Form(m["s"] + "ая", "f", cases, 1.0 if usual else 0.7))
    if m := _PLURAL_ADJECTIVE.fullmatch(word):
        cases = {"ие": "n", "их": "gal", "им": "d", "ими": "i"}[m["e"]]
        found.append(Form(m["s"] + "ий", "m", cases, 0.7, True))
    return found


def _masculine(word: str) -> list[Form]:
    found = []
    for end, cases in _MALE_ENDS.items():
        stem = word[: len(word) - len(end)]
        if len(stem) == 2 and word.endswith(end) and stem[-1] in _CONSONANT:
            found.append(Form(stem, "m", cases, 0.6))  # "Ян", "Юн"
        if len(stem) >= 3 and word.endswith(end) and stem[-1] in _CONSONANT:
            found.append(Form(stem, "m", cases, 0.8 if end else 0.9))
            if end and stem.endswith("ц") and stem[-2] not in "аеиоуыэюя":
                vowel = stem[:-2] + stem[-2] + "ец" if stem[-2] not in "йь" else stem[:-2] + "ец"
                found.append(Form(vowel, "m", cases, 0.85))
            if end and stem.endswith("к") and len(stem) > 3 and stem[-2] in "нчшл":
                found.append(Form(stem[:-1] + "ок", "m", cases, 0.3))
    for end, cases in _SOFT_ENDS.items():
        stem = word[: len(word) - len(end)]
        if len(stem) >= 2 and word.endswith(end):
            if stem[-1] in "аеиоуыэюя":
                found.append(Form(stem + "й", "m", cases, 0.8))
            elif stem[-1] in _CONSONANT and end != "е":
                found.append(Form(stem + "ь", "m", cases, 0.6))
    if word[-1] in "ьй":
        found.append(Form(word, "m", "n", 0.8))
    return found


def _a_stem(word: str) -> list[Form]:
    found = []
    for ends, vowel in ((_A_ENDS, "а"), (_YA_ENDS, "я")):
        for end, cases in ends.items():
            stem = word[: len(word) - len(end)]
            if len(stem) < 2 or not word.endswith(end) or (vowel == "а" and stem[-1] not in _CONSONANT):
                continue
            if end in ("и",) and vowel == "а" and stem[-1] not in "гкхжчшщ":
                continue
            if end == "ы" and stem[-1] in "гкхжчшщ":
                continue
            weight = 0.55 if end in ("а", "я") else 0.45
            found += [Form(stem + vowel, g, cases, weight) for g in "mf"]
    return found

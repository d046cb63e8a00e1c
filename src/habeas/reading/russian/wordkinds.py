"""What kind of word a capitalised Russian word is: given name, patronymic, surname, place, common word, unknown."""

from __future__ import annotations

import re
from functools import lru_cache

from habeas.reading.russian.declension import ALL, Form, surname_forms
from habeas.reading.russian.lists import given_stems, no_names, usual_given
from habeas.reading.russian.morphology import word

_PATRONYMIC = re.compile(
    r".{2,}(?:(?:ович|евич|ьич|мич|нич|кич|тич|лич)(?:а|у|ем|е)?|(?:овн|евн|ичн|инишн)(?:а|ы|е|у|ой|ою))$|"
    r"(?:.{3,}-?(?:оглы|оглу|кызы|гызы|улы|уулу|қызы|ұлы))$"
)
_SURNAME = re.compile(
    r".{2,}(?:(?:ов|ев|ёв|ин|ын)(?:а|у|ым|ой|ы|ых|ыми|е)?|(?:ск|цк)(?:ий|ой|ого|ому|им|ом|ая|ую|ие|их|ими)|енко|"
    r"[лрнштсч]ько|дзе|швили|.{2}(?:зода|заде|зада|заода|пур)|(?:ь?ян|янц)(?:а|у|ом|е)?|(?:чук|"
    r"щук|нюк|люк|рюк|тюк|сюк|дюк|цук|йчук)(?:а|у|ом|е)?|"
    r"(?:[бгдзклмнпртш]их|[бгдзклмнпртш]ых)|(?:ович|евич|ейчик|щиц)(?:а|у|ем|е)?|ия|иа|оглу|(?:баев|беков))$"
)
_OV = re.compile(r".{2,}(?:ов|ев|ёв)(?:а|у|ым|ой|ы|ых|ыми)?$")
_STRONG = re.compile(r".{2,}(?:ов|ев|ёв|ин|ын)(?:а|у|ым|ой|ы|ых|ыми|е)?$|.{3,}(?:енко|дзе|швили|зода|заде)$")


@lru_cache(maxsize=65536)
def kinds(low: str) -> frozenset[str]:
    """The kinds of a word in lower case: given, patronymic, surname, strong, listed, place, common, unknown, verb.

    `surname`: the dictionary or the ending says so; `strong`: an ending that few other words have; `listed`: a
    surname of the dictionary.
    """
    last = low.rpartition("-")[2]
    if " " in low:  # "Таалай уулу": the son of Taalai, for a surname or a patronymic
        return frozenset({"patronymic", "surname", "strong"})
    entry = word(low) if "-" not in low else word(last)
    found = set()
    if given_forms(low):
        found.add("given")
    if _PATRONYMIC.fullmatch(low) and (entry.has("Patr") or not entry.known):
        found.add("patronymic")
    listed = entry.known and entry.has("Surn")
    if listed:
        found |= {"listed", "surname"}
    if _SURNAME.fullmatch(last) and (listed or not entry.known):
        found.add("surname")
        if _STRONG.fullmatch(last):
            found.add("strong")
    best = entry.parses[0] if entry.parses else None
    # "Аметов", "Сулейманов": the dictionary knows only a given name in the plural, or a place
    proper = entry.known and all({"Name", "Patr", "Geox"} & p.grammemes for p in entry.parses)
    if "surname" not in found and proper and _OV.fullmatch(last):
        found.add("surname")
    if entry.has("Geox") and (entry.known or (best and "Geox" in best.grammemes)):
        found.add("place")
    if low in no_names():
        return frozenset({"common", "verb"})
    if entry.known and any(not {"Name", "Surn", "Patr", "Geox"} & p.grammemes for p in entry.parses):
        found.add("common")
        if (
            best
            and not {"NOUN", "ADJF", "PRTF", "Name", "Surn"} & best.grammemes
            and not (listed or "given" in found or _STRONG.fullmatch(last))
        ):
            found.add("verb")
        if best and "ADJF" in best.grammemes and not listed:
            found.add("adjective")
    elif not entry.known:
        found.add("unknown")
    return frozenset(found)


@lru_cache(maxsize=65536)
def given_forms(low: str) -> tuple[Form, ...]:
    """The readings of a word as a given name: of the dictionary and of the lists in `data/`, else by the spelling that
    Russian gives to the letters of Kazakh and Kyrgyz ("Гүлнару")."""
    plain = low.translate(_PLAIN)
    forms = _given_forms(low)
    if forms or plain == low:
        return forms
    return tuple(f._replace(nominative=_respelt(low, plain, f.nominative)) for f in _given_forms(plain))


def _given_forms(low: str) -> tuple[Form, ...]:
    entry = word(low)
    found: dict[tuple[str, str], Form] = {}
    first, _, last = low.rpartition("-")
    if (
        len(last) > 2
        and first
        and (first in _BEFORE_GIVEN or any(f.nominative == first and f.weight > 0.45 for f in given_forms(first)))
    ):
        for form in given_forms(last):  # "Эмир-Асан", "Анна-Мария"
            if form.weight > 0.45:
                _add(found, form._replace(nominative=f"{first}-{form.nominative}", weight=form.weight * 0.9))
    if entry.known:
        names = entry.with_("Name")
        best = max((p.score for p in names), default=1.0)
        for parse in names:
            for gender in parse.gender or "mf":
                weight = 1.0 if parse.lemma in usual_given() else 0.5 * max(0.6, parse.score / best)
                _add(found, Form(parse.lemma, gender, parse.case or ALL, weight, parse.plural))
    if not found and not entry.known:
        for form in surname_forms(low):
            if form.gender == sex_by_ending(form.nominative) and not form.plural and form.weight > 0.35:
                _add(found, form._replace(weight=0.45))
    for form in surname_forms(low):
        for gender in given_stems().get(form.nominative, ""):
            if not form.plural and gender == form.gender:
                _add(found, Form(form.nominative, gender, form.cases, 1.0 if form.nominative in usual_given() else 0.8))
    return tuple(found.values())


_PLAIN = str.maketrans("әғқңөұүһі", "агкноууxи".replace("x", "х"))


def _respelt(low: str, plain: str, nominative: str) -> str:
    """A nominative with the letters of a form as it is printed."""
    same = next(
        (i for i, (a, b) in enumerate(zip(plain, nominative, strict=False)) if a != b), min(len(plain), len(nominative))
    )
    return low[:same] + nominative[same:]


_BEFORE_GIVEN = ("эмир", "сеит", "сейт", "сайд", "саид", "абд", "хаджи", "мулла", "шейх", "умм", "абу")
_MALE = re.compile(
    r".{2,}(?:[дт]дин|[дт]ин(?<=утдин|иддин|етдин|атдин|ытдин)|улла|уллох?|улло|мухаммад|магомед|"
    r"бек|жан|джон|джан|бай|мурат|мурад|мырза|берди|кул|"
    r"болот|султан|гали|хан|шох)$"
)
_FEMALE = re.compile(r".{2,}(?:гул|гуль|гюль|айым|бану|биби|бубу|нисо|ниса|хон|бегим|зат|сулуу|слу|нур|чехра)$")


def sex_by_ending(nominative: str) -> str:
    """The sex of a given name of Central Asia, the Volga or the Caucasus by its last part, empty for others."""
    return "m" if _MALE.fullmatch(nominative) else "f" if _FEMALE.fullmatch(nominative) else ""


def _add(found: dict[tuple[str, str], Form], form: Form) -> None:
    if form.plural:
        return
    old = found.get((form.nominative, form.gender))
    cases = form.cases if old is None else "".join(c for c in ALL if c in old.cases + form.cases)
    found[form.nominative, form.gender] = form._replace(cases=cases, weight=max(form.weight, old.weight if old else 0))


@lru_cache(maxsize=65536)
def patronymic_forms(low: str) -> tuple[Form, ...]:
    """The readings of a patronymic."""
    entry = word(low)
    found: dict[tuple[str, str], Form] = {}
    for parse in entry.with_("Patr"):
        if parse.gender:
            _add(found, Form(parse.lemma, parse.gender, parse.case or ALL, 1.0, parse.plural))
    if not found:
        ending = re.search(r"(?:оглы|оглу|улы|уулу|ұлы)$", low)
        gender = "m" if ending else "f" if re.search(r"(?:кызы|гызы|қызы)$", low) else ""
        forms = [Form(low, gender, ALL, 1.0)] if gender else list(surname_forms(low))
        for form in forms:
            if form.gender == ("m" if re.search(r"ич(?:а|у|ем|е)?$", low) else gender if gender else "f"):
                _add(found, form)
    return tuple(found.values())


@lru_cache(maxsize=65536)
def family_forms(low: str) -> tuple[Form, ...]:
    """The readings of a surname: by its endings, the dictionary's own first, part by part for double names."""
    if " " in low:
        gender = "f" if re.search(r"(?:кызы|гызы|қызы)$", low) else "m"
        return (Form(low, gender, ALL, 1.0),)
    if "-" not in low:
        known = {(p.lemma, p.gender or g): p for p in word(low).with_("Surn") for g in "mf"} if word(low).known else {}
        forms = [
            f._replace(weight=f.weight + 0.5) if (f.nominative, f.gender) in known else f for f in surname_forms(low)
        ]
        return tuple(sorted(forms, key=lambda f: -f.weight))
    first, _, last = low.rpartition("-")
    found = []
    for end in family_forms(last) if last else ():
        found.append(end._replace(nominative=f"{first}-{end.nominative}", weight=end.weight * 0.9))
        for start in surname_forms(first) if len(first) > 2 else ():
            both = "".join(c for c in end.cases if c in start.cases)
            if start.gender == end.gender and both and start.nominative != first and start.weight >= 0.8:
                found.append(Form(f"{start.nominative}-{end.nominative}", end.gender, both, end.weight, end.plural))
    return tuple(found)

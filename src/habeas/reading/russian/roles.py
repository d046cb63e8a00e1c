"""What the words beside a name say of its bearer: office, defence, kin, or that the bearer is persecuted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from habeas.reading.layout import Layout
from habeas.reading.russian.lists import role_of_noun
from habeas.reading.russian.morphology import agrees
from habeas.reading.russian.people import Found, Place

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_APPOSITION = re.compile(r"(?:\s*\([^()]{0,40}\))?\s*(?:,|\s-)\s+((?:[^\W\d_]+[\s-]+){0,3}?[^\W\d_]+)")
_BREAKS = re.compile(r"[.;]\s|(?<![\w-])[а-яё]{2,}")
_LISTED = re.compile(
    r"(?:политзаключенн|политзек|узник|заключенн|обвиняем|подсудим|осужденн|задержанн|арестованн|фигурант|"
    r"приговоренн)\w*"
    r"[^.;:]{0,60}(?::|,\s+(?:в том числе|среди (?:них|которых)|включая))\s"
)


def roles_of(
    text: str, flat: str, layout: Layout, people: Sequence[Found], places: Sequence[Place]
) -> Mapping[int, str]:
    """Role of each person by index; those of whom nothing is said are left out."""
    votes: dict[int, Counter[str]] = {}
    for place in places:
        start, end = place.span
        block = layout.block_at(start)
        low = block.span[0] if block else 0
        counter = votes.setdefault(place.person, Counter())
        if role := _before(flat, max(low, start - 110), start, place):
            counter[role] += 2
        if role := _after(flat, end, block.span[1] if block else end):
            counter[role] += 1
        lists = list(_LISTED.finditer(flat, max(low, start - 700), start)) if block else []
        if lists and not _BREAKS.search(text, lists[-1].end(), start):
            counter["victim"] += 2
    return {person: _role(counter) for person, counter in votes.items() if counter and _role(counter)}


_TOGETHER = frozenset(
    {"братья", "братьев", "братьям", "сестры", "сестер", "сестрам", "супруги", "супругов", "супругам", "отца и сына"}
)
"""They are each other's kin."""


def _before(flat: str, low: int, start: int, place: Place) -> str:
    """The role of the noun that stands before a name: the nearest noun with a role in the same phrase."""
    phrase = re.split(r"[.;:!?()\"]|,\s", flat[low:start].rstrip('"'))[-1]
    words = _WORD.findall(phrase)[-6:]
    for index in range(len(words) - 1, -1, -1):
        if words[index].startswith("председательств"):
            return "official"
        role = "" if words[index] in _TOGETHER else role_of_noun(words[index])
        if role == "place" or (role == "official" and any(w.startswith("бывш") for w in words[:index])):
            return ""
        if role:
            fits = agrees(words[index], place.cases)
            if not fits and index:
                continue  # "мать арестанта X"
            return role if fits and _adjoining(words[index + 1 :], role) else ""
    kin = _KIN.search(flat, low, start)
    return "relative" if kin and agrees(kin[1] or kin[2], place.cases) else ""


_KIN = re.compile(
    r"(?<!\w)(жен[аыеу]|женой|муж\w{0,2}|мать|матер\w+|отец|отц\w+|сын\w{0,2}|доч\w+|брат\w{0,2}|сестр\w+)\s+"
                  r"(?:[^\W\d_]+,\s*)?$|(?<!\w)(жен[аыеу]|мать|матери|отец|сын|дочь|"
                  r"брат|сестр[аы]|вдов[аы]),\s*$")  # fmt: skip


def _adjoining(between: Sequence[str], role: str) -> bool:
    """Words between a noun and a name that still make one phrase: no verb-like or joining word, few in number."""
    if len(between) > (5 if role == "official" else 2):
        return False
    joining = {
        "и",
        "что",
        "но",
        "а",
        "как",
        "не",
        "был",
        "была",
        "о",
        "об",
        "у",
        "против",
        "для",
        "к",
        "ко",
        "с",
        "со",
        "от",
    }
    return not any(
        w in joining or w.endswith(("ал", "ил", "ала", "ила", "ли", "ет", "ут", "ют", "ит", "ся")) for w in between
    )


def _after(flat: str, end: int, stop: int) -> str:
    match = _APPOSITION.match(flat, end, stop)
    if not match:
        return ""
    for noun in _WORD.findall(match[1]):
        role = role_of_noun(noun)
        if role:
            whole = re.match(r"\s*(?:[,.;)]|$|(?:по|в|на|к|за|с|из|от)\s)", flat[match.end(1) : match.end(1) + 6])
            return role if role not in ("place", "relative") and whole else ""
    return ""


def _role(counter: Counter[str]) -> str:
    if counter["victim"]:
        return "subject"
    counter = Counter({r: n for r, n in counter.items() if r not in ("person", "place")})
    return counter.most_common(1)[0][0] if counter else ""

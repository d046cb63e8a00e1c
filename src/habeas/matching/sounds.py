"""How a word of a name sounds, whatever the spelling or script: the one folding that all comparisons of names share.

The letters are those of `data/sounds.toml`. A word becomes its sounds, its consonants, the classes of its consonants,
and its vowels. Words of Arabic script have no short vowels, so that only their consonants say something.

Every step works on one word or on many, a line each: no step looks across the end of a line. Many at once are heard in
a tenth of the time.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

LONGEST = 40
"""Letters of a word that are compared."""
_NO_VOWELS = dict.fromkeys(map(ord, "aeiou"))
_CONSONANTS = re.compile(r"[^aeiou\n]+")
_DOUBLE = re.compile(r"(.)\1+")
_GLIDE = re.compile(r"[Yy](?=[aeiou])|(?:^|(?<=[^aeiouY]))i(?=[aeou])")
_SOFT_O = re.compile(r"(?<=[^aeiouYy\n])[Yyi]o")
_H_OF_X = re.compile(r"(?<=[aeiou])x(?=[^aeiou\n])|(?<=[^aeiou\n])x(?=[aeiou])")
_NO_LETTER = re.compile(r"(?:[^\w\n]|_)+")
_NO_BOUNDS = dict.fromkeys(map(ord, "^$"))
_OWN_J = re.compile(r"(?<!d)j")
_OWN_SCRIPTS = {
    "cyrillic": re.compile(r"[\u0400-\u052f]"),
    "georgian": re.compile(r"[\u10a0-\u10ff]"),
    "armenian": re.compile(r"[\u0530-\u058f]"),
}
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_COARSE_VOWELS = str.maketrans("eu", "io")


@dataclass(frozen=True, slots=True)
class Sounds:
    """`sounds` of a word; its `consonants`, their `classes`, its `vowels`; `bare` when vowels were not written."""

    sounds: str
    consonants: str
    classes: str
    vowels: str
    bare: bool = False


@cache
def data(name: str = "sounds") -> Mapping[str, Any]:
    """A table of this room."""
    return tomllib.loads((files("habeas.matching") / "data" / f"{name}.toml").read_text("utf-8"))


def sounds_of(word: str, *, turkic: bool = False, glide_j: bool = False) -> Sounds:
    """The sounds of one word. `turkic`: it stands in a name that is written in Turkish, Azerbaijani or Kazakh Latin;
    `glide_j`: in one that writes j for y.
    """
    low = _low([word.replace("\n", " ")])
    if not low.isascii() and _ARABIC.search(low):
        return _bare(low)
    return parted(_heard(low, _script(low), turkic, glide_j))


def heard_of(words: Sequence[str], *, turkic: bool = False, glide_j: bool = False) -> list[str]:
    """`sounds_of` for many words of one way to write, none with Arabic letters or spaces: their sounds alone."""
    if not words:
        return []
    low = _low(words)
    if low.isascii():
        return _heard(low, "", turkic, glide_j).split("\n")
    lines = low.split("\n")
    groups: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        groups.setdefault("" if line.isascii() else _script(line), []).append(place)
    for script, places in groups.items():
        heard = _heard("\n".join([lines[n] for n in places]), script, turkic, glide_j)
        for place, line in zip(places, heard.split("\n"), strict=True):
            lines[place] = line
    return lines


def sounds_of_many(words: Sequence[str], turkic: bool = False, glide_j: bool = False) -> list[Sounds]:
    """`sounds_of` for many words of one way to write."""
    plain = [w for w in words if w.isascii() or not _ARABIC.search(w)]
    heard = dict(zip(plain, heard_of(plain, turkic=turkic, glide_j=glide_j), strict=True))
    return [parted(heard[w]) if w in heard else sounds_of(w, turkic=turkic, glide_j=glide_j) for w in words]


def _low(words: Sequence[str]) -> str:
    low = "\n".join([word[:LONGEST] for word in words]).lower()
    return low if low.isascii() else unicodedata.normalize("NFC", low).replace("i̇", "i")


def _script(low: str) -> str:
    """Which of the scripts with letters of their own a word has; nothing: it is read as Latin."""
    return next((s for s, letters in _OWN_SCRIPTS.items() if letters.search(low)), "")


def _heard(low: str, script: str, turkic: bool, glide_j: bool) -> str:
    if glide_j and not turkic:
        low = _OWN_J.sub("y", low)
    if not script:
        return _smooth(_latin(low, turkic))
    text = _ruled(low, script) if script == "cyrillic" else low
    return _smooth(text.translate(_only(script)))


def writes_j_for_y(name: str) -> bool:
    """True when a Latin name shows that its writer uses j where English has y."""
    return bool(_glide_j().search(name.lower()))


@cache
def _glide_j() -> re.Pattern[str]:
    return re.compile(data()["glide_j"]["found"])


def _smooth(heard: str) -> str:
    """Without glides and doubled sounds: ya, ia and я are one."""
    text = _SOFT_O.sub("e", heard)
    text = text.replace("iY", "i").replace("iy", "i").replace("Yi", "i").replace("yi", "i")
    text = _GLIDE.sub("", text).replace("Y", "i").replace("y", "i")
    return _DOUBLE.sub(r"\1", text)


def parted(text: str) -> Sounds:
    """Sounds taken apart into consonants, their classes, and vowels."""
    consonants = consonants_of(text)
    return Sounds(text, consonants, classes_of(consonants), vowels_of(text))


def coarse(vowels: str) -> str:
    """Vowels that spellings confuse as one: e and i, o and u."""
    return vowels.translate(_COARSE_VOWELS)


def consonants_of(sounds: str) -> str:
    """The consonants of sounds."""
    return sounds.translate(_NO_VOWELS)


def vowels_of(sounds: str) -> str:
    """The vowels of sounds."""
    return _CONSONANTS.sub("", sounds)


def classes_of(consonants: str) -> str:
    """The classes of consonants, each once in a row."""
    return _DOUBLE.sub(r"\1", consonants.translate(_class_table()))


def loosened(classes: str) -> str:
    """Classes without what pinyin cannot tell apart."""
    return classes.translate(_loose_table())


@cache
def _class_table() -> dict[int, str]:
    return {ord(a): b for a, b in _letters("classes", "classes").items()}


@cache
def _loose_table() -> dict[int, str]:
    return {ord(a): b for a, b in _letters("classes", "loose").items()}


def _bare(word: str) -> Sounds:
    table = _letters("arabic", "letters")
    text = word.removeprefix("ال") if len(word) > 4 else word
    heard = "".join(table.get(c, "") for c in text)
    if text.endswith(("ه", "ھ")):
        heard = heard[:-1]
    consonants = _DOUBLE.sub(r"\1", heard.replace("Y", ""))
    return Sounds(consonants, consonants, classes_of(consonants), "", bare=True)


def _latin(word: str, turkic: bool) -> str:
    text = word
    if turkic:
        text = text.replace("c", "J").replace("x", "h")
    text = text.translate(_table("latin"))
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
    text = _ruled(_NO_LETTER.sub("", text), "latin").replace("*", "e")
    if "x" in text:
        text = _H_OF_X.sub("h", text).replace("x", "ks")
    return _soft_c().sub("s", text).replace("c", "k").replace("j", "J")


@cache
def _soft_c() -> re.Pattern[str]:
    return re.compile(f"c(?=[{data()['latin']['soft_c']}])")


def _ruled(text: str, script: str) -> str:
    bounded = "^" + text.replace("\n", "$\n^") + "$"
    for written, heard in _rules(script):
        if written in bounded:
            bounded = bounded.replace(written, heard)
    return bounded.translate(_NO_BOUNDS)


@cache
def _rules(script: str) -> tuple[tuple[str, str], ...]:
    """The rules; ^ and $ stay where they stand."""
    pairs = (rule.partition(">") for rule in data()[script]["rules"].split())
    return tuple((a, f"{'^' * (a[0] == '^')}{b}{'$' * (a[-1] == '$')}") for a, _, b in pairs)


@cache
def _table(script: str) -> dict[int, str]:
    return {ord(a): b for a, b in _letters(script, "letters").items()}


class _Only(dict[int, str]):
    """A table in which other letters are nothing; the end of a line stays."""

    def __missing__(self, letter: int) -> str:
        found = self[letter] = ""
        return found


@cache
def _only(script: str) -> _Only:
    return _Only({**_table(script), ord("\n"): "\n"})


@cache
def _letters(script: str, name: str) -> Mapping[str, str]:
    return {a: b for a, _, b in (pair.partition("=") for pair in data()[script][name].split())}

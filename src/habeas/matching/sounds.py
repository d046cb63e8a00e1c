"""How a word of a name sounds, whatever the spelling or script: the one folding that all comparisons of names share.

The letters are those of `data/sounds.toml`. A word becomes its sounds, its consonants, the classes of its consonants,
and its vowels. Words of Arabic script have no short vowels, so that only their consonants say something.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

LONGEST = 40
"""Letters of a word that are compared."""
_NO_VOWELS = dict.fromkeys(map(ord, "aeiou"))
_CONSONANTS = re.compile("[^aeiou]+")
_DOUBLE = re.compile(r"(.)\1+")
_GLIDE = re.compile(r"[Yy](?=[aeiou])|(?:^|(?<=[^aeiouY]))i(?=[aeou])")
_SOFT_O = re.compile(r"(?<=[^aeiouYy])[Yyi]o")
_H_OF_X = re.compile(r"(?<=[aeiou])x(?=[^aeiou])|(?<=[^aeiou])x(?=[aeiou])")
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
    low = word[:LONGEST].lower()
    if not low.isascii():
        low = unicodedata.normalize("NFC", low).replace("i̇", "i")
        if _ARABIC.search(low):
            return _bare(low)
    if glide_j and not turkic:
        low = _OWN_J.sub("y", low)
    own = () if low.isascii() else _OWN_SCRIPTS.items()
    script = next((s for s, letters in own if letters.search(low)), None)
    if script:
        table = _letters(script, "letters")
        heard = "".join(table.get(c, "") for c in (_ruled(low, script) if script == "cyrillic" else low))
    else:
        heard = _latin(low, turkic)
    return parted(_smooth(heard))


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
    consonants = text.translate(_NO_VOWELS)
    vowels = _CONSONANTS.sub("", text)
    return Sounds(text, consonants, _classes(consonants), vowels)


def coarse(vowels: str) -> str:
    """Vowels that spellings confuse as one: e and i, o and u."""
    return vowels.translate(_COARSE_VOWELS)


def _classes(consonants: str) -> str:
    return _DOUBLE.sub(r"\1", consonants.translate(_class_table()))


@cache
def _class_table() -> dict[int, str]:
    return {ord(a): b for a, b in _letters("classes", "classes").items()}


def _bare(word: str) -> Sounds:
    table = _letters("arabic", "letters")
    text = word.removeprefix("ال") if len(word) > 4 else word
    heard = "".join(table.get(c, "") for c in text)
    if text.endswith(("ه", "ھ")):
        heard = heard[:-1]
    consonants = _DOUBLE.sub(r"\1", heard.replace("Y", ""))
    return Sounds(consonants, consonants, _classes(consonants), "", bare=True)


def _latin(word: str, turkic: bool) -> str:
    text = word
    if turkic:
        text = text.replace("c", "J").replace("x", "h")
    if not text.isascii() or not text.isalpha():
        table = _letters("latin", "letters")
        text = "".join(table.get(c, c) for c in text)
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if c.isalnum())
    else:
        text = text.replace("w", "v").replace("q", "k")
    text = _ruled(text, "latin").replace("*", "e")
    text = _H_OF_X.sub("h", text).replace("x", "ks")
    soft = data()["latin"]["soft_c"]
    text = re.sub(rf"c(?=[{soft}])", "s", text).replace("c", "k")
    return text.replace("j", "J")


def _ruled(word: str, script: str) -> str:
    bounded = f"^{word}$"
    for written, heard in _rules(script):
        if written in bounded:
            start, end = "^" if written[0] == "^" else "", "$" if written[-1] == "$" else ""
            bounded = bounded.replace(written, f"{start}{heard}{end}")
    return bounded.strip("^$")


@cache
def _rules(script: str) -> tuple[tuple[str, str], ...]:
    return tuple((a, b) for a, _, b in (rule.partition(">") for rule in data()[script]["rules"].split()))


@cache
def _letters(script: str, name: str) -> Mapping[str, str]:
    return {a: b for a, _, b in (pair.partition("=") for pair in data()[script][name].split())}

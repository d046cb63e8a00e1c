"""Names for comparison: `fold` takes away what is only typing, `skeleton` what is only transliteration.

Two names with one skeleton are usual spellings of one name; they are not thereby one person. Gender forms of a surname
(Abishev, Abisheva) keep different skeletons: `gender_pair` states that relation apart.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from habeas.lexicon.scripts import repair, scripts
from habeas.lexicon.transliteration import transliterate

_DOUBLE = re.compile(r"([^\We\d_])\1+")  # "ee" stays: Aleev is not Aliev
_INVISIBLE = frozenset({"Cf", "Cc"})  # zero-width letters, soft hyphens, byte order marks


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name without case, accents, apostrophes, invisible letters and doubled spaces; hyphens and dots are spaces.

    Look-alike letters of another script are repaired first, by their capitals where they have them. Cyrillic stays
    Cyrillic (й keeps its mark, ё is е).
    """
    if name.isascii():
        return " ".join(name.lower().translate(_folding()).split())
    clean = "".join(letter for letter in name if unicodedata.category(letter) not in _INVISIBLE or letter.isspace())
    whole = repair(unicodedata.normalize("NFC", clean))[0]
    # Again, for a letter may look alike only without its mark: ё among Latin letters.
    return " ".join(repair(whole.casefold().translate(_folding()))[0].split())


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """A key that the usual Latin and Cyrillic spellings of one Kazakh or Russian name share, word by word.

    Linear in the length of the name; the table is `data/names.toml`. Letters of other scripts pass unchanged.
    """
    if not name.isascii():
        name = repair(unicodedata.normalize("NFC", name))[0]
        if "cyrillic" in scripts(name):
            name = transliterate(name, _data()["skeleton"]["system"]).text
        name = unicodedata.normalize("NFC", name.lower()).translate(_written())
    return " ".join(_sounds(word) for word in fold(name).split())


def gender_pair(left: str, right: str) -> bool:
    """True when the two differ only by the masculine and the feminine ending of a surname or patronymic."""
    one, other = skeleton(left).split(), skeleton(right).split()
    if len(one) != len(other) or one == other:
        return False
    return all(a == b or _gender_forms(a, b) for a, b in zip(one, other, strict=True))


def family_key(surname: str) -> str:
    """The skeleton with each word's feminine ending made masculine: one key for a family's surname."""
    return " ".join(_masculine(word) for word in skeleton(surname).split())


def _sounds(word: str) -> str:
    bounded = f"^{word}$"
    for written, compared in _rules():
        if written in bounded:
            bounded = bounded.replace(written, _anchored(written, compared))
    return _DOUBLE.sub(r"\1", bounded.strip("^$"))


def _anchored(written: str, compared: str) -> str:
    return ("^" if written[0] == "^" else "") + compared + ("$" if written[-1] == "$" else "")


def _gender_forms(a: str, b: str) -> bool:
    return _masculine(a) == _masculine(b)


@lru_cache(maxsize=65536)
def _masculine(word: str) -> str:
    for masculine, feminine in _endings():
        if word.endswith(feminine) and len(word) > len(feminine) + 1:
            return word.removesuffix(feminine) + masculine
    return word


class _Folding(dict[int, str]):
    """Code point -> what `fold` makes of it, worked out once when first met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        keeps = letter in "йў" or "ARABIC" in unicodedata.name(letter, "")
        base = letter if keeps else unicodedata.normalize("NFKD", letter)
        self[code] = result = "".join(part for part in base if keeps or not unicodedata.combining(part))
        return result


@cache
def _folding() -> _Folding:
    table = _Folding({ord(letter): form for letter, form in _pairs(_data()["fold"]["letters"], "=")})
    table.update({ord(mark): "" for mark in _data()["fold"]["apostrophes"]})
    table.update({ord(mark): " " for mark in _data()["fold"]["separators"]})
    return table


@cache
def _written() -> dict[int, str]:
    return {ord(letter): form for letter, form in _pairs(_data()["skeleton"]["written"], ">")}


@cache
def _rules() -> tuple[tuple[str, str], ...]:
    return tuple(_pairs(_data()["skeleton"]["sounds"], ">"))


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    return tuple(_pairs(_data()["gender"]["endings"], "="))


def _pairs(written: str, sign: str) -> list[tuple[str, str]]:
    return [(left, right) for left, _, right in (pair.partition(sign) for pair in written.split())]


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("habeas.lexicon") / "data" / "names.toml").read_text("utf-8"))

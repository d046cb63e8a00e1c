"""Spelling keys: one key for the spellings that transliteration gives one name.

Keys are for comparison only; what is printed is always what the text says. The rules are those of the common
romanisations of Cyrillic (BGN/PCGN, ISO 9, press usage), of Turkic letters and of look-alike letters of two scripts.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from habeas.lexicon.scripts import is_mixed_script, repair

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ə": "a", "ß": "ss", "æ": "e", "œ": "e", "ð": "d", "þ": "t"}
    | dict.fromkeys("'’‘ʼʹ`´′ʻʿʾ-‐‑\u00ad\u200b\u200c\u200d \n\r\t.", "")
)
_STEPS: tuple[tuple[str, str], ...] = (
    ("shch", "sc"), ("tsch", "c"), ("sch", "s"), ("dzh", "j"), ("dj", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"),
    ("ph", "f"), ("ck", "k"), ("x", "ks"), ("q", "k"), ("w", "v"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("y", "i"),
    ("ander", "andr"),
)  # fmt: skip
_ARTICLE = re.compile(r"^(?:[Aa][lsndrtz]|[Aa]sh|[Ee][ldsn]|[Uu][lzrs])(?:[-‑]\s*|\s)(?=[^\W\d_]{3})")
_HARD_C = re.compile(r"c(?![eih])")
_DOUBLE = re.compile(r"([^\W\d_])\1+")
_GLIDE = re.compile(r"(?:^|(?<=[aeou]))ie")
_FEMININE = re.compile(r"(?<=[oei]v|[iou]n)a$|(?<=sk)aia$|(?<=ck)aia$")


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """Case, accents, apostrophes, hyphens and look-alike letters folded; the spelling itself kept."""
    low = word.lower()
    if not low.isascii():
        if is_mixed_script(word):
            low = repair(word)[0].lower()
        low = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    return low.translate(_LETTERS)


_AZERBAIJANI = re.compile(r"[əƏ]|(?=.*[şŞğĞıçÇ]).*[qQxX]")
"""Letters that stand together in Azerbaijani alone: there English writes sh, ch, gh, kh and g for ş, ç, ğ, x and q."""
_AS_IN_ENGLISH = str.maketrans(
    {"ş": "sh", "Ş": "Sh", "ç": "ch", "Ç": "Ch", "ğ": "gh", "Ğ": "Gh", "x": "kh", "X": "Kh", "q": "g", "Q": "G"}
)


@lru_cache(maxsize=65536)
def word_key(word: str) -> str:
    """The key of one name word. `Yevgeniy`, `Evgeny` and `Evgenii` share one; so do `Dzhumaev` and `Dzhumayev`."""
    if _AZERBAIJANI.search(word):
        word = word.translate(_AS_IN_ENGLISH)
    key = folded(_ARTICLE.sub("", word) if "-" in word or " " in word else word)
    for old, new in _STEPS:
        if old in key:
            key = key.replace(old, new)
    if "c" in key:
        key = _HARD_C.sub("k", key)
    key = _DOUBLE.sub(r"\1", key)
    return _GLIDE.sub("e", key) if "ie" in key else key


def surname_key(word: str) -> str:
    """The key of a surname without the Slavic feminine ending: `Khrapunova` and `Khrapunov` share one."""
    return _FEMININE.sub("", word_key(word))


def is_feminine(word: str) -> bool:
    """True for the Slavic and Turkic feminine endings (-ova, -eva, -ina, -skaya, -kyzy, -qizi)."""
    return bool(_FEMININE.search(word_key(word))) or word_key(word).endswith(("kizi", "gizi", "iva"))


def skeleton(word: str) -> str:
    """The consonants of a key: spellings that differ only in vowels (Arabic, Persian, Turkic) share one."""
    key = word_key(word)
    return key[:1].translate(str.maketrans("aeiou", "aaaaa")) + re.sub("[aeiou]", "", key[1:])

"""The words of a name: cleaned, without titles and particles, each with what its form says of its part in the name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from habeas.lexicon import repair
from habeas.matching.endings import father_of, is_surname, known_names, masculine, stem
from habeas.matching.sounds import Sounds, data, sounds_of, sounds_of_many, writes_j_for_y

MOST = 8
"""Words of a name that are compared; a longer text is no name."""
_PLAIN = re.compile(r"[^\W\d_ʻʼʹʺ]{2,}(?: [^\W\d_ʻʼʹʺ]{2,}){0,3}")
_SEPARATOR = re.compile(r"[\s/|;]+")
_DOTTED = re.compile(r"\.(?=\S)")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʻʹʺ′`´“”\"«»()[]{}<>*_"), None)
_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—−-", "-"))
_CAMEL = re.compile(r"([a-zа-яё]{3,})([A-ZА-ЯЁ][a-zа-яё]{3,})")
_LEET = re.compile(r"(?<=[^\W\d_])[0135](?=[^\W\d_])")
_DIGITS = {"0": "o", "1": "i", "3": "e", "5": "s"}
"""Digits that are typed for letters, between letters."""
_ARTICLE = re.compile(r"^(?:al|el|ul|ad|ar|as|at|az|an|ur|us|uz)-(?=\w{2})", re.I)
_PINYIN = re.compile(
    r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|ia|ie|"
    r"iu|ua|ui|un|uo|ue|er|a|e|i|o|u))+"
)  # fmt: skip
_SPECIAL = ("patronymic_words", "son_of", "honorifics", "particles", "servant")
REMEMBERED = 1 << 18
"""Distinct words that are remembered: names share their words."""


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A word as written and as heard, made once for all names that have it.

    `initial` stands for a name that begins so. `father` is what stands before the ending of a patronymic. Were it a
    surname: `family` is its masculine form, `stem` the form without endings, `gender` how it is written (1 masculine, 2
    feminine). `sure` and `likely`: it ends as surnames do; `given`: it is a known given name.
    `pinyin`: it is written in syllables of pinyin. `compound`: two words read as one.
    """

    written: str
    heard: Sounds
    initial: bool
    father: Sounds | None
    family: Sounds
    gender: int
    stem: Sounds
    sure: bool
    likely: bool
    given: bool
    pinyin: bool
    special: bool = False
    capitals: bool = False
    surname_first: bool = False
    compound: bool = False


def words_of(name: str) -> tuple[Word, ...]:
    """The words of a name in its order. A comma after the first words says that they are the surname."""
    if _PLAIN.fullmatch(name):
        style = style_of(name)
        found = [word_of(w, *style) for w in name.split(" ")]
        upper = [w.written.isupper() for w in found]
        if not any(w.special for w in found) and all(upper) == any(upper):
            return tuple(found)
    return put_together(raw_words(name), word_of)


Style = tuple[bool, bool]
"""How a name is written: in Turkish, Azerbaijani or Kazakh Latin; with j for y."""


def style_of(name: str) -> Style:
    """How a name is written, as its letters tell."""
    if not name.isascii() and _turkic().search(name):
        return True, False
    return False, ("j" in name or "J" in name) and writes_j_for_y(name)


@cache
def _turkic() -> re.Pattern[str]:
    return re.compile(f"[{data()['turkic']['letters']}]")


@dataclass(frozen=True, slots=True)
class RawWords:
    """The words of a name as they stand; the first so many are the surname, as a comma says."""

    words: Sequence[str]
    style: Style
    surname: int


def raw_words(name: str) -> RawWords:
    """The words of any name, before anything is known of them."""
    clean = _clean(name)
    before, comma, after = clean.partition(",")
    first = len(_split(before)) if comma and after.strip() else 0
    return RawWords(_split(clean.replace(",", " ")), style_of(clean), first)


def put_together(name: RawWords, word: Callable[[str, bool, bool], Word]) -> tuple[Word, ...]:
    """The words of a name without titles and particles, with what stands beside each; `word` makes one."""
    raw = name.words
    mixed = any(w.isupper() and len(w) > 1 for w in raw) and not all(w.isupper() for w in raw if len(w) > 1)
    found: list[Word] = []
    son = False
    for place, written in enumerate(raw):
        low = written.lower().strip(".")
        if low in _set("patronymic_words") and found and not found[-1].initial:
            found[-1] = _patronymic(found[-1])
        elif low in _set("son_of") and place + 1 < len(raw) > 2:
            son = bool(found)
        elif low not in _set("honorifics") or len(raw) <= 2:
            made = word(written, *name.style)
            if mixed and written.isupper() and len(written) > 1:
                made = replace(made, capitals=True)
            if place < name.surname:
                made = replace(made, surname_first=True)
            found.append(_patronymic(made) if son else made)
            son = False
    kept = [w for w in found if w.written.lower() not in _set("particles")] if len(found) > 2 else found
    return tuple(kept if len(kept) > 1 else found)[:MOST]


def _clean(name: str) -> str:
    text = name[:400]
    if not text.isprintable():
        text = "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cc") or c.isspace())
    plain = unicodedata.normalize("NFC", text).translate(_APOSTROPHES).translate(_HYPHENS)
    return _CAMEL.sub(r"\1 \2", _LEET.sub(lambda m: _DIGITS[m[0]], plain))


def _split(text: str) -> list[str]:
    parts = _SEPARATOR.split(_DOTTED.sub(". ", text))
    return [p for part in parts if (p := part.strip("-,: ")) and any(map(str.isalnum, p))]


@lru_cache(maxsize=REMEMBERED)
def word_of(word: str, turkic: bool = False, glide_j: bool = False) -> Word:
    """One word by itself; see `sounds_of` for how its name is written."""
    written = _written(word)
    return _of(word, written, sounds_of(written.replace("-", ""), turkic=turkic, glide_j=glide_j))


def words_at_once(words: Sequence[str], style: Style) -> dict[tuple[str, bool, bool], Word]:
    """`word_of` for many words of one way to write."""
    written = [_written(word) for word in words]
    heard = sounds_of_many([w.replace("-", "") for w in written], *style)
    made = zip(words, written, heard, strict=True)
    return {(word, *style): _of(word, plain, sounds) for word, plain, sounds in made}


def _written(word: str) -> str:
    if word.lower().strip(".") in _set("servant"):
        return "abd"
    written = _ARTICLE.sub("", word).strip(".")
    return written if written.isascii() else repair(written)[0]


def _of(word: str, written: str, heard: Sounds) -> Word:
    low = word.lower().strip(".")
    initial = len(low) == 1 or (len(low) == 2 and word.endswith("."))
    father = None if initial or written != word.strip(".") else father_of(heard)  # al-Mosuli is nobody's son
    special = initial or low in special_words() or bool(_CAMEL.search(word))
    return _made(written, heard, initial, father, special=special)


def joined(one: Word, other: Word) -> Word:
    """Two words as one, for names that some write with a space."""
    return _joined(one, other)


@lru_cache(maxsize=REMEMBERED)
def _joined(one: Word, other: Word) -> Word:
    a, b = one.heard, other.heard
    if a.bare or b.bare:
        parts = a.sounds + b.sounds, a.consonants + b.consonants, a.classes + b.classes, a.vowels + b.vowels
        made = _made(f"{one.written} {other.written}", Sounds(*parts, bare=True), False, None)
    else:
        made = _made(f"{one.written} {other.written}", sounds_of(one.written + other.written.lower()), False, None)
    return replace(made, compound=True)


def _made(written: str, heard: Sounds, initial: bool, father: Sounds | None, *, special: bool = False) -> Word:
    family, gender = masculine(heard)
    full, short, _ = known_names()
    sure, likely = is_surname(heard.sounds, sure=True), is_surname(heard.sounds)
    given = heard.sounds in full or heard.sounds in short
    return Word(
        written, heard, initial, father, family, gender, stem(family), sure, likely, given, is_pinyin(written), special
    )


def is_pinyin(word: str) -> bool:
    """True when a word is written in syllables of pinyin, and long enough for that to say something."""
    return len(word) > 4 and word.isascii() and word[-1] in "aeioung" and bool(_PINYIN.fullmatch(word.lower()))


def _patronymic(word: Word) -> Word:
    return replace(word, initial=False, father=word.heard)


@cache
def special_words() -> frozenset[str]:
    """What may be no name of its own: titles, particles, words of patronymics."""
    return frozenset().union(*map(_set, _SPECIAL))


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(data("names")[name].split())

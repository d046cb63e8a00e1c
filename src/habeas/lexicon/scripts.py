"""Scripts of words: mixed-script words found and repaired, canonical composition (NFC), all with offsets kept.

A word that mixes look-alike letters of two scripts escapes every search: `Мukhtar` with a Cyrillic first letter is no
`Mukhtar`. Repair puts one letter for one letter, so offsets stay as they are.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from habeas.lexicon.mapped import Mapped

_LETTERS = {
    "latin": "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0250-\u02af\u1e00-\u1eff",
    "cyrillic": "\u0400-\u0482\u048a-\u052f\u1c80-\u1c88",
    "greek": "\u0370-\u0373\u0376-\u0377\u037b-\u037d\u037f\u0386\u0388-\u03ff\u1f00-\u1fff",
}
_ONE = {script: re.compile(f"[{letters}]") for script, letters in _LETTERS.items()}
_OTHER = re.compile(f"[{_LETTERS['cyrillic']}{_LETTERS['greek']}]")
_INNER = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"  # accents, soft hyphens, zero-width letters: no word's end
_WORD = re.compile(rf"[^\W\d_]+(?:[{_INNER}]+[^\W\d_]*)*")


@dataclass(frozen=True, slots=True)
class Repair:
    """One repaired word: `text[start:end]` was `was` and became `became`, of the same length."""

    start: int
    end: int
    was: str
    became: str


def scripts(text: str) -> frozenset[str]:
    """Which of `latin`, `cyrillic` and `greek` the text has letters of."""
    return frozenset(script for script, letter in _ONE.items() if letter.search(text))


def is_mixed_script(word: str) -> bool:
    """True when one word (a run of letters) in the text has letters of two of the scripts Latin, Cyrillic, Greek."""
    if word.isascii() or not _OTHER.search(word):
        return False
    return any(len(scripts(m.group())) > 1 for m in _WORD.finditer(word))


def mixed_words(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the words in `text` that mix scripts, in order."""
    if text.isascii() or len(scripts(text)) < 2:
        return
    for match in _WORD.finditer(text):
        word = match.group()
        if not word.isascii() and len(scripts(word)) > 1:
            yield match.span()


def repair(text: str) -> tuple[str, tuple[Repair, ...]]:
    """The text with its mixed-script words written in one script, and what was changed. The length never changes.

    A word is written in the script that its other letters prove. When every letter has a look-alike in both scripts,
    the majority decides, then the script of the whole text. A word that cannot be written in one script stays.
    """
    repairs = []
    for start, end in mixed_words(text):
        word = text[start:end]
        became = _one_script(word, text)
        if became != word:
            repairs.append(Repair(start, end, word, became))
    if not repairs:
        return text, ()
    pieces, last = [], 0
    for fixed in repairs:
        pieces += [text[last : fixed.start], fixed.became]
        last = fixed.end
    return "".join(pieces) + text[last:], tuple(repairs)


def compose(text: str) -> Mapped:
    """Unicode normalisation form C of the text, with offsets into the text as given."""
    if unicodedata.is_normalized("NFC", text):
        return Mapped.of(text)
    return Mapped.joined(_composed(text), len(text))


def _composed(text: str) -> Iterator[tuple[str, int, int]]:
    """Pieces that normalise alone to what they are in the whole: a starter and all that may join it."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not _joins(text[start:at], text[at]):
            yield _nfc(text[start:at]), start, at
            start = at


def _joins(piece: str, letter: str) -> bool:
    # U+0300 is the first code point that can combine with what stands before it.
    if letter < "\u0300":
        return False
    return bool(unicodedata.combining(letter)) or _nfc(piece + letter) != _nfc(piece) + _nfc(letter)


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _one_script(word: str, text: str) -> str:
    """`word` in the one script that all its letters can be written in, or `word` itself."""
    written = {script: form for script in _ONE if scripts(form := _as(word, script)) == {script}}
    if len(written) < 2:
        return next(iter(written.values()), word)
    return written[max(written, key=lambda script: (len(_ONE[script].findall(word)), len(_ONE[script].findall(text))))]


def _as(word: str, script: str) -> str:
    """`word` with every letter that looks like one of `script` replaced by it."""
    return word.translate(lookalikes(script))


@cache
def lookalikes(script: str) -> MappingProxyType[int, int]:
    """Code point -> code point of the letter of `script` (latin, cyrillic or greek) that looks like it."""
    to_latin: dict[int, int] = {}
    for pair in _pairs().values():
        to_latin |= dict(zip(map(ord, pair["other"]), map(ord, pair["latin"]), strict=True))
    if script == "latin":
        return MappingProxyType(to_latin)
    from_latin: dict[int, int] = {}
    for other, latin in zip(_pairs()[script]["other"], _pairs()[script]["latin"], strict=True):
        from_latin.setdefault(ord(latin), ord(other))
    through = {other: from_latin[latin] for other, latin in to_latin.items() if latin in from_latin}
    own = {ord(letter) for letter in _pairs()[script]["other"]}
    return MappingProxyType({k: v for k, v in (through | from_latin).items() if k not in own})


@cache
def _pairs() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("habeas.lexicon") / "data" / "lookalikes.toml").read_text("utf-8"))

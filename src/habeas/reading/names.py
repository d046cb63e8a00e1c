"""Name-like stretches of a text: what each capitalised word is, and which words in a row may be one name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.reading.card_lines import is_stacked
from habeas.reading.cards import in_name_field
from habeas.reading.layout import Layout
from habeas.reading.name_cells import name_cells
from habeas.reading.proposals import Span
from habeas.reading.spelling import folded, word_key
from habeas.reading.tokens import Token, runs, tokens
from habeas.reading.wordlists import cue_words, given_names, role_of, role_words, surnames, word_classes

NAME_CLASSES = frozenset({"given", "surname", "plain", "caps", "initial"})
_LOWER = re.compile(r"(?<![^\W\d_])[a-zа-яё]{2,}")
_SURNAME = re.compile(
    r"(?:[eoy]v|[aey]va|ova|ina|[^aeiou]in|sk[iy]+|sk[iy]y|tsky|ska|skaya|skaia|aya|vich|wicz|ych|[kn]ich|enko|"
    r"enka|chuk|yuk|iuk|"
    r"shvili|dze|[vlrdtnkszm][iy]an|yants|iants|uly|ulu|ogl[uy]|oglou|zade[h]?|zoda|z[ao]da|bay|bai|bek|bekov|khan|"
    r"khanov|"
    r"pour|nejad|nezhad|[ae]scu|[aeiouáéíóú]ez|[a-z]ez|czyk|auskas|[a-z]ou|aŭ|nko|iev|idis|opoulos|sson|ssen|qizi|"
    r"kyzy)$"
)  # fmt: skip
_ALSO_GIVEN = cue_words("also_given")
_VIRTUES = cue_words("virtue")
_SYLLABLES = frozenset({"An", "Do", "My", "So", "To", "On", "He", "In", "Is", "Me", "No", "Mai", "May", "Van"})
_PLACE_OPENS = cue_words("place_opens")
_SON_OF = frozenset({"abu", "umm", "abd", "ibn", "bin", "ould"})
_LONGEST_NAME = 8
_COURTESY = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Messrs)\.?[ \u00a0]((?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’'-]+)(?=[\s,.;:’')])")
"""A courtesy title says that what follows is a name, whatever else its words mean ("Mr. Pen", "Ms. Rose Park")."""
_WORD_BEFORE = re.compile(r"\b[a-z-]+(?= $)")
_INITIAL = re.compile(r"[^\W\d_]\.$")
_INNER_CAPITAL = re.compile(r"(?:Mc|Mac|O['’]|D['’])|.*[-'’]")
_BROKEN = re.compile(r"(?<=[^\W\d_]{2})[-‑]\s*\n\s*(?=[^\W\d_A-Z])")
_BREAK = re.compile(r"[-‑]\s+")
_ARTICLE = re.compile(r"^(?:[a-z]{2}[-‑]|(?:Al|El)[-‑]|(?:bin|ibn|abu|de|van|von|der|del|al|el)\s)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words in a row that may be one name. `classes` say what each word looks like.

    `title` is the lower-case title before it in the same run, `before` the class of another word before it in the run,
    `blocked` true when the run goes on as the name of an organisation or a place.
    """

    words: tuple[str, ...]
    classes: tuple[str, ...]
    span: Span
    title: str
    before: str
    blocked: bool

    @property
    def full(self) -> bool:
        """True when there are two or more words, initials apart, or a given name with the initial of a surname."""
        return sum(c != "initial" for c in self.classes) >= 2 or self.classes == ("given", "initial")


class WordClasses:
    """Says what a capitalised word of one document is. Its own lower-case words are the best list of common words."""

    def __init__(self, text: str) -> None:
        self._common = frozenset(_LOWER.findall(text))
        self._known: dict[str, str] = {}
        self._titled = {word for match in _COURTESY.finditer(text) for word in match[1].split()}

    def of(self, word: str) -> str:
        """given, surname, plain, caps, initial; or title, function, common, organ, place, nation, city, acronym."""
        known = self._known.get(word)
        if known is None:
            known = self._class(word)
            if known in ("common", "city", "nation") and word in self._titled:
                known = "surname"
            self._known[word] = known
        return known

    def _class(self, word: str) -> str:
        if _INITIAL.match(word):
            return "initial"
        if _ARTICLE.match(word):
            return "surname"
        low = word.lower()
        listed = word_classes().get(low)
        if listed in ("function", "organ", "place", "acronym", "common"):
            return listed
        if _is_given(word):
            return "given"
        if listed:
            return listed
        if role_of(low):
            return "title"
        if word.isupper() and len(word) < 5 and word.isascii() and not low.endswith(("ov", "ev", "yev")):
            return "acronym"
        return self._unlisted(word, low)

    def _unlisted(self, word: str, low: str) -> str:
        head = low.partition("-")[0] if "-" in low else low
        compound = head != low and (word_classes().get(head) or head in self._common or head in role_words())
        if low in self._common or compound:
            return "common"
        if any(c.isupper() for c in word[1:]) and not word.isupper() and not _INNER_CAPITAL.match(word):
            return "common"
        if word.isupper():
            return "caps"
        return "surname" if word_key(word) in surnames() or _SURNAME.search(folded(word)) else "plain"


def _is_given(word: str) -> bool:
    names = given_names()
    if word_key(word) in names:
        return True
    parts = re.split(r"[-‑]\s*", word)
    return len(parts) == 2 and all(len(p) > 1 for p in parts) and word_key(parts[0]) in names


def clean(word: str) -> str:
    """A word as it is printed: line breaks, the hyphens that they brought, and doubled spaces gone."""
    return " ".join(_BREAK.sub("-", _BROKEN.sub("", word)).split())


def stretches(text: str, layout: Layout, classes: WordClasses) -> Iterator[Stretch]:
    """Every stretch of name-like words in order."""
    cells = name_cells(text)
    for run in runs(text):
        if run[1] - run[0] < 2:
            continue
        words = tokens(text, run)
        if len(words) == 1 and words[0].start not in cells and classes.of(words[0].text) not in NAME_CLASSES:
            continue
        for part in _within_blocks(words, text, layout):
            whole = len(part) > 1 and in_name_field(text, layout, (part[0].start, part[-1].end))
            word = _WORD_BEFORE.search(text, max(0, part[0].start - 24), part[0].start)
            inside = word is not None and role_of(word[0]) is not None
            yield from _cut(part, classes, cell=whole or cells.get(part[0].start) == part[-1].end, inside=inside)


def _within_blocks(words: list[Token], text: str, layout: Layout) -> Iterator[list[Token]]:
    """A run that crosses from one block into the next is cut there."""
    if len(words) == 1 or "\n" not in text[words[0].start : words[-1].end]:
        yield words
        return
    part: list[Token] = []
    for word in words:
        apart = layout.index_at(part[-1].start) != layout.index_at(word.start) if part else False
        if apart or (part and "\n" in text[part[-1].end : word.start] and _in_stack(text, layout, word.start)):
            yield part
            part = []
        part.append(word)
    yield part


def _in_stack(text: str, layout: Layout, offset: int) -> bool:
    """Each line under the name of a field is a value of its own."""
    block = layout.block_at(offset)
    return block is not None and block.kind == "field" and is_stacked(text, block.span)


def _cut(words: list[Token], classes: WordClasses, *, cell: bool, inside: bool) -> Iterator[Stretch]:
    """Name-like words in a row, with what stands before and after them in the run. `inside`: a noun for a person stands
    right before, so that a capital is no opening of a sentence ("student Data Ebralishvili").
    """
    kinds = _kinds(words, classes)
    if inside and len(kinds) == 2 and kinds[0] in ("common", "function") and kinds[1] == "surname":
        kinds[0] = "given"
    if cell:
        kinds = [k if k in NAME_CLASSES or k == "title" else "plain" for k in kinds]
    at = 0
    while at < len(words):
        if kinds[at] not in NAME_CLASSES:
            at += 1
            continue
        stop = at
        while stop < len(words) and kinds[stop] in NAME_CLASSES:
            stop += 1
        if stop - at <= _LONGEST_NAME and not all(k == "initial" for k in kinds[at:stop]):
            yield _stretch(words, kinds, at, stop)
        at = stop


def _kinds(words: list[Token], classes: WordClasses) -> list[str]:
    """The class of each word; a common word right after a given name or an initial is a surname."""
    kinds = [classes.of(w.text) for w in words]
    for i, word in enumerate(words[:-1]):
        if len(word.text) == 1 and kinds[i] == "acronym" and (i == 0 or kinds[i - 1] == "title"):
            kinds[i] = "initial"
    for i in range(len(words) - 1):
        low = words[i].text.lower()
        if kinds[i + 1] in ("surname", "given") and low in _ALSO_GIVEN:
            kinds[i] = "given"
        if kinds[i + 1] in NAME_CLASSES and (low in _VIRTUES or (low in _SON_OF and words[i + 1].text != "Dhabi")):
            kinds[i] = "given"
    for i in range(1, len(words)):
        if kinds[i - 1] in NAME_CLASSES and _is_syllable(words, kinds, i):
            kinds[i] = "plain"
    if len(words) > 1 and all(w.text.isupper() for w in words):
        _spell_capitals(words, kinds)
    for i in range(1, len(kinds)):
        if kinds[i] in ("common", "title", "city", "nation") and kinds[i - 1] in ("given", "initial"):
            last = i + 1 == len(kinds) or kinds[i + 1] not in ("organ", "place", "common")
            if last and (i == 1 or kinds[i - 2] not in NAME_CLASSES) and kinds[i] != "nation":
                kinds[i] = "plain"
    return kinds


def _is_syllable(words: list[Token], kinds: list[str], i: int) -> bool:
    """True for a name word that looks like another one inside a name: "Vo An Hoa", "Ha Huy Son-Tra"; in a name all in
    capitals also for the last one: "HUYNH KIM AN".
    """
    if len(words) > 2 and words[i].text.title() in _SYLLABLES and all(w.text.isupper() for w in words):
        return kinds[i] == "function" and all(k in NAME_CLASSES for k in kinds[:i])
    head, _, tail = words[i].text.partition("-")
    if kinds[i] == "common":
        return bool(tail) and tail[0].isupper() and len(head) < 5 and len(tail) < 6
    inside = i + 1 < len(words) and (kinds[i + 1] in NAME_CLASSES or "-" in words[i + 1].text)
    return kinds[i] == "function" and words[i].text in _SYLLABLES and inside


def _spell_capitals(words: list[Token], kinds: list[str]) -> None:
    """In a run of capitals a short word beside a name word is no acronym ("LE THI HA")."""
    for i, kind in enumerate(kinds):
        beside = kinds[max(0, i - 1) : i] + kinds[i + 1 : i + 2]
        word = words[i].text.lower()
        if kind == "acronym" and len(word) > 1 and "given" in beside and word not in word_classes():
            kinds[i] = "caps"


def _stretch(words: list[Token], kinds: list[str], at: int, stop: int) -> Stretch:
    before = kinds[at - 1] if at else ""
    after = kinds[stop] if stop < len(words) else ""
    title = words[at - 1].text.lower() if before == "title" else ""
    blocked = after in ("organ", "place", "common") or words[max(0, at - 1)].text.lower() in _PLACE_OPENS
    part = words[at:stop]
    return Stretch(
        tuple(clean(w.text) for w in part), tuple(kinds[at:stop]), (part[0].start, part[-1].end), title, before, blocked
    )

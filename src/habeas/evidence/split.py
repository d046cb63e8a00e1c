"""A document into blocks and sentences, as passages: in order, never overlapping, nothing moved or mended.

Blocks are headings, paragraphs, list items and captions. What they leave out is white space and the marks of lists and
headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.evidence.document import Document
from habeas.evidence.passage import Passage

KINDS = ("heading", "paragraph", "item", "caption")
_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_MARK = re.compile(
    r"(?P<heading>#{1,6}(?=\s))|(?P<item>(?:[-–—*+•·▪●◦‣]|\d{1,3}[.)]|\(?[a-zа-яё]\))(?=\s))"
    r"|(?P<caption>(?:Photo|Picture|Figure|Image|Фото|Рис\.|Сурет)\b.{0,40}?[:.©])"
)
_CLOSED = tuple('.!?…:;»”"')
_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?:\[\d{1,3}\])*+(?=\s)")  # possessive: linear on any text
_NEXT = re.compile(r"\s++[\"'“‘«(\[]*+(.)")
_TITLES = (
    "dr mr mrs ms messrs prof st gen col lt sgt capt maj hon rev gov sen rep adv vs v mt approx ca cf viz проф д-р гр"
)
_PLACES = "ул им обл пр см тел р-н"
_NUMBERED = "art arts no nos p pp par para paras sec ch fig vol ref tel nr ст ч п пп стр гл см"
_MONTHS = "jan feb mar apr jun jul aug sept sep oct nov dec"
_BEFORE_A_NAME = frozenset(f"{_TITLES} {_PLACES}".split())
_BEFORE_A_NUMBER = frozenset(f"{_NUMBERED} {_MONTHS}".split())
_WORD_BEFORE = re.compile(r"[^\W\d_][\w’'-]*$")
_LOOK_BACK = 24
_HEADING_AT_MOST, _WRAPPED_AT = 90, 120


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of one kind (of `KINDS`), without its mark, and its sentences."""

    kind: str
    passage: Passage
    sentences: tuple[Passage, ...]


def quote(document: Document, passage: Passage) -> str:
    """The characters of a passage. Raises ValueError when it belongs to another document or lies beyond its end."""
    if passage.document != document.sha256 or passage.end > len(document.text):
        raise ValueError(f"{passage} is no passage of document {document.sha256}")
    return document.text[passage.start : passage.end]


def split(document: Document) -> tuple[Block, ...]:
    """The blocks of a document in order. Every character but white space and line marks lies in one of them."""
    text, name = document.text, document.sha256
    return tuple(
        Block(kind, Passage(name, start, end), tuple(Passage(name, s, e) for s, e in _sentences(text, start, end)))
        for kind, start, end in _blocks(text)
    )


def sentences(document: Document) -> Iterator[Passage]:
    """Every sentence of the document, in order."""
    for block in split(document):
        yield from block.sentences


def _blocks(text: str) -> Iterator[tuple[str, int, int]]:
    """Lines, with a paragraph's wrapped lines joined."""
    kind, start, end = "", 0, 0
    for line in _lines(text):
        if kind == "paragraph" and line[0] == "paragraph" and _wraps(text, start, end, line[1]):
            end = line[2]
            continue
        if kind:
            yield _judged(text, kind, start, end)
        kind, start, end = line
    if kind:
        yield _judged(text, kind, start, end)


def _lines(text: str) -> Iterator[tuple[str, int, int]]:
    """Each line that says something: its kind by its own mark, and its span without mark and white space."""
    for match in _LINE.finditer(text):
        start, end = _trim(text, *match.span())
        mark = _MARK.match(text, start, end)
        kind = str(mark.lastgroup) if mark else "paragraph"
        if mark and kind != "caption":
            inner = _trim(text, mark.end(), end)
            start, end = inner if inner[0] < inner[1] else (start, end)
        if start < end:
            yield kind, start, end


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _wraps(text: str, start: int, end: int, following: int) -> bool:
    """True when the next line goes on with the paragraph: the text is broken at a width, inside a sentence."""
    if text.count("\n", end, following) > 1 or text.count("\r", end, following) > 1 or text[end - 1] in _CLOSED:
        return False
    last_line = max(start, text.rfind("\n", start, end) + 1, text.rfind("\r", start, end) + 1)
    return 40 <= end - last_line <= _WRAPPED_AT


def _judged(text: str, kind: str, start: int, end: int) -> tuple[str, int, int]:
    """A short line alone that closes no sentence is a heading, marked or not."""
    short = kind == "paragraph" and end - start <= _HEADING_AT_MOST and text[end - 1] not in (*_CLOSED, ",")
    return ("heading" if short and any(map(str.isalpha, text[start:end])) else kind), start, end


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of one block: all of it but the white space between them."""
    for stop in _STOP.finditer(text, start, end):
        following = _NEXT.match(text, stop.end(), end)
        if following and not _goes_on(text, start, stop, following[1]):
            yield start, stop.end()
            start = following.start(0) + len(following[0]) - len(following[0].lstrip())
    if start < end:
        yield start, end


def _goes_on(text: str, start: int, stop: re.Match[str], following: str) -> bool:
    """True when the mark ends no sentence: an abbreviation, an initial, a number, or small letters after it."""
    if following.islower():
        return True
    if stop[0][0] != "." or stop[0].startswith(".."):
        return False
    word = _WORD_BEFORE.search(text, max(start, stop.start() - _LOOK_BACK), stop.start())
    if word is None:
        before = text[max(start, stop.start() - 2) : stop.start()]
        return following.isdigit() and before[-1:].isdigit()
    if len(word[0]) == 1 and word[0].isupper():
        return True
    short = word[0].casefold()
    return short in _BEFORE_A_NAME or (following.isdigit() and short in _BEFORE_A_NUMBER)

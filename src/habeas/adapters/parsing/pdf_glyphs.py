"""Characters of a PDF page with their boxes, put together to segments: stretches of one line without a wide gap."""

from __future__ import annotations

import ctypes
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as raw

Box = tuple[float, float, float, float]
_GAP = 1.1
"""A gap of so many heights of the line parts two segments (cells, columns)."""
_WORD_GAP = 0.13
"""A gap of so many heights is a blank, whether or not the file says so."""
_FONT, _FLAGS = ctypes.create_string_buffer(128), ctypes.c_int()
"""Where PDFium writes the name of a font: one place, for it is asked for every character."""
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-", 0x2010: "-"}


@dataclass(slots=True)
class Segment:
    """Words on one line with their box, in points from the lower left corner; `height` is that of its letters.

    `bold` are the spans of its characters in bold, `words` its words with their left and right.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    height: float
    bold: tuple[tuple[int, int], ...] = ()
    words: tuple[tuple[str, float, float], ...] = ()

    @property
    def all_bold(self) -> bool:
        """Whether every character of it is bold."""
        return bool(self.bold) and self.bold[0] == (0, len(self.text))


def segments(textpage: Any, most: int, uprights: Sequence[Box] = ()) -> list[Segment]:
    """The segments of a page in the order of the file. `most` is how many characters are read at most.

    `uprights` are drawn lines from top to bottom: no segment goes on behind one. Where a line of text ends is told by
    the places of the characters: PDFium's own line ends stand between all letters of some pages.
    """
    found: list[Segment] = []
    run = _Run(sorted(uprights))
    for index, text, box in _glyphs(textpage, most):
        if box is None:
            run.space()
        else:
            if run.breaks_before(box):
                run.end_into(found)
            run.add(text, box, is_bold(textpage, index))
    run.end_into(found)
    return found


def is_bold(textpage: Any, index: int) -> bool:
    """Whether the name of the font at a character says that it is bold."""
    size = raw.FPDFText_GetFontInfo(textpage, index, _FONT, 128, _FLAGS)
    return bool(size) and b"bold" in _FONT.value.lower()


def _glyphs(textpage: Any, most: int) -> Iterator[tuple[int, str, Box | None]]:
    """Index with (character, box), or (" ", None) for a blank."""
    count = min(raw.FPDFText_CountChars(textpage), most)
    rect = raw.FS_RECTF()
    unicode_at, box_at = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    high = 0
    for index in range(count):
        code = unicode_at(textpage, index)
        if code in (32, 9, 0xA0):
            yield index, " ", None
        elif code in (10, 13):
            continue
        elif 0xD800 <= code < 0xDC00:
            high = code
        elif code and box_at(textpage, index, rect):
            if 0xDC00 <= code < 0xE000:
                code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD
            high = 0
            yield index, _HYPHENS.get(code) or chr(code), (rect.left, rect.bottom, rect.right, rect.top)


class _Run:
    """A segment in the making."""

    def __init__(self, uprights: list[Box]) -> None:
        self._uprights, self._edges = uprights, [b[0] for b in uprights]
        self._clear()

    def _clear(self) -> None:
        self._text: list[str] = []
        self._boxes: list[Box] = []
        self._blank = self._raised = False
        self._height = 0.0
        self._bold: list[tuple[int, int]] = []
        self._words: list[tuple[str, float, float]] = []

    def space(self) -> None:
        self._blank = bool(self._text)

    def breaks_before(self, box: Box) -> bool:
        """True when the next character stands elsewhere: after a wide gap, to the left, or on another line."""
        if not self._boxes:
            return False
        last, height = self._boxes[-1], self._height
        apart = box[0] - last[2]
        off = box[3] < last[1] + 0.2 * height or box[1] > last[3] - 0.2 * height
        off = off or abs(box[1] + box[3] - last[1] - last[3]) > 0.8 * height
        if apart > _GAP * height or apart < -2 * height or off:
            return True
        self._blank = self._blank or apart > _WORD_GAP * height
        return self._blank and self._parted(last[2], box)

    def _parted(self, left: float, box: Box) -> bool:
        """Whether a drawn line stands between a place and a character."""
        low, high = bisect_left(self._edges, left - 2), bisect_left(self._edges, box[0] + 1)
        return any(u[1] - 1 <= (box[1] + box[3]) / 2 <= u[3] + 1 for u in self._uprights[low:high])

    def add(self, text: str, box: Box, bold: bool) -> None:
        """A character; small raised digits after a word become a mark in brackets."""
        raised = bool(self._boxes) and self._is_raised(text, box)
        if self._boxes and not self._raised and not raised and self._only_a_mark(box):
            self._text = ["[", *self._text, "]"]
            self._blank = True
        if self._raised and not raised:
            self._text.append("]")
        if self._blank and not raised:
            self._text.append(" ")
        if not self._words or (self._blank and not raised):
            self._words.append((text, box[0], box[2]))
        else:
            said, left, right = self._words[-1]
            self._words[-1] = (said + text, left, max(right, box[2]))
        if raised and not self._raised:
            self._text.append("[")
        self._blank = False
        self._raised = raised
        self._text.append(text)
        if not raised:
            self._boxes.append(box)
            self._height = max(self._height, box[3] - box[1])
        if bold:
            end = sum(map(len, self._text))
            start = end - len(text)
            goes_on = bool(self._bold) and self._bold[-1][1] >= start - 1
            self._bold[-1:] = [(self._bold[-1][0], end)] if goes_on else [*self._bold[-1:], (start, end)]

    def _is_raised(self, text: str, box: Box) -> bool:
        last = self._boxes[-1]
        small = box[3] - box[1] < 0.8 * (last[3] - last[1])
        return text.isdigit() and small and box[1] > last[1] + 0.15 * (last[3] - last[1])

    def _only_a_mark(self, box: Box) -> bool:
        """True when all so far are small digits before larger letters: the mark at the head of a footnote."""
        first = self._boxes[0]
        return (
            len(self._text) <= 3
            and all(c.isdigit() for c in self._text)
            and box[3] - box[1] > 1.25 * (first[3] - first[1])
        )

    def end_into(self, found: list[Segment]) -> None:
        if self._raised:
            self._text.append("]")
        text = "".join(self._text).strip()
        if text and self._boxes:
            heights = sorted(b[3] - b[1] for b in self._boxes)
            found.append(Segment(
                text, min(b[0] for b in self._boxes), min(b[1] for b in self._boxes), max(b[2] for b in self._boxes),
                max(b[3] for b in self._boxes), heights[len(heights) // 2], tuple(self._bold),
                    tuple(self._words),
            ))  # fmt: skip
        self._clear()

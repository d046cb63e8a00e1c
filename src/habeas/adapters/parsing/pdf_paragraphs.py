"""Lines of a PDF's column into paragraphs, headings, items and footnotes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from habeas.adapters.parsing.layer import bold_marked
from habeas.adapters.parsing.pdf_glyphs import Segment

_LEADERS = re.compile(r"(?:[.…·] ?){6,}\s*\w{0,6}$")
"""Dots that lead to the number of a page."""
_BULLET = re.compile(r"[•●▪◦‣∙·■□➢►✓\uf0b7\uf0a7]\s*")
_MARK = re.compile(r"(?:\[\d{1,3}\]|\d{1,3}\s|\*+)\s*\S")
_NUMBERED = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*[.)]|[–—-])\s+\S")
_LARGE = 1.12
"""Letters so much higher than those of the text make a heading."""
_CLOSED = tuple('.!?:;…”»"')
_BROKEN = re.compile(r"([^\W\d_]+)-$")
_FIRST = re.compile(r"[^\W\d_]+")


@dataclass
class Piece:
    """`kind` is paragraph, heading, item or note; `height` that of its letters."""

    kind: str
    text: str
    height: float
    open: bool = False


def lines_of(flow: list[Segment]) -> list[Segment]:
    """Segments on one line become one segment. Lines of a table of contents are left out."""
    found: list[Segment] = []
    for s in flow:
        last = found[-1] if found else None
        if last and abs(last.bottom - s.bottom) < 0.35 * max(last.height, s.height) and s.left >= last.right - 1:
            found[-1] = Segment(f"{last.text} {s.text}", last.left, min(last.bottom, s.bottom), s.right,
                                max(last.top, s.top), max(last.height, s.height), _bold_of(last, s))  # fmt: skip
        else:
            found.append(s)
    return [line for line in found if not _LEADERS.search(line.text)]


def pieces_of(flow: list[Segment], body: float, words: Collection[str]) -> Iterator[Piece]:
    """The pieces of a column. `body` is the height of the text's letters, `words` all words of the document."""
    lines = lines_of(flow)
    if not lines:
        return
    cut = _notes_from(lines, body)
    yield from _pieces(lines[:cut], body, words, note=False)
    yield from _pieces(lines[cut:], body, words, note=True)


def _notes_from(lines: list[Segment], body: float) -> int:
    """The index from which small lines at the foot of a column are footnotes."""
    cut = len(lines)
    while cut and lines[cut - 1].height < 0.93 * body:
        cut -= 1
    if 0 < cut < len(lines) or (cut == 0 and lines and lines[0].height < 0.93 * body):
        while cut < len(lines) and not _MARK.match(lines[cut].text):
            cut += 1
    return cut


def _pieces(lines: list[Segment], body: float, words: Collection[str], *, note: bool) -> Iterator[Piece]:
    if not lines:
        return
    left, right = min(s.left for s in lines), _right(lines)
    leading = _leading(lines)
    group: list[Segment] = []
    for line in lines:
        if group and _parts(group, line, left, right, leading, note=note, large=line.height > _LARGE * body):
            yield _piece(group, body, words, note=note, right=right)
            group = []
        group.append(line)
    yield _piece(group, body, words, note=note, right=right)


def _right(lines: list[Segment]) -> float:
    ends = sorted(s.right for s in lines)
    return ends[int(0.9 * (len(ends) - 1))]


def _leading(lines: list[Segment]) -> float:
    """The usual distance from line to line."""
    steps = sorted(a.bottom - b.bottom for a, b in pairwise(lines) if a.bottom > b.bottom)
    return steps[len(steps) // 3] if steps else 0.0


def _parts(
    group: list[Segment], line: Segment, left: float, right: float, leading: float, *, note: bool, large: bool
) -> bool:
    """True when a line begins a new paragraph."""
    last = group[-1]
    step, em = last.bottom - line.bottom, max(line.height, 1.0)
    leading = max(leading, 1.05 * em) if note or em > 1.2 * leading / 1.3 else leading
    if step > max(1.3 * leading, leading + 2.5) or step < -0.5 * em or abs(last.height - line.height) > 0.12 * em:
        return True
    if _BULLET.match(line.text) or (note and _MARK.match(line.text)):
        return True
    if large:  # the lines of a heading, however they end
        return False
    if last.all_bold != line.all_bold and (last.right < right - 2 * em or line.all_bold):
        return True
    closed, short = last.text.endswith(_CLOSED), last.right < right - max(0.12 * (right - left), 1.5 * em)
    indented = not _BULLET.match(group[0].text) and line.left > last.left + 0.7 * em and (len(group) > 1 or closed)
    if _NUMBERED.match(line.text) and (short or closed):
        return True
    return bool(
        (short and closed)
        or (indented and closed)
        or (short and line.text[:1].isupper() and len(group) == 1 and last.all_bold)
    )


def _piece(group: list[Segment], body: float, words: Collection[str], *, note: bool, right: float) -> Piece:
    leads = not note and bool(group[0].bold) and group[0].bold[0][0] == 0
    text, height = joined([_marked(s) if leads else s.text for s in group], words), max(s.height for s in group)
    last = group[-1]
    open_ = not last.text.endswith(_CLOSED) and last.right >= right - 0.25 * max(1.0, right - group[0].left)
    if note:
        return Piece("note", text, height)
    if bullet := _BULLET.match(text):  # its mark is given anew
        return Piece("item", text[bullet.end() :], height, open_)
    large = height > _LARGE * body and len(text) <= 250
    # A line in bold that ends as a sentence does is one.
    bold = all(s.all_bold for s in group) and len(text) <= 120 and not text.rstrip("*").endswith((".", ",", ";"))
    text = text.replace("**", "") if large or bold else text.replace("** **", " ")
    return Piece("heading" if large or bold else "paragraph", text, height if large else body, open_ and not large)


def _bold_of(last: Segment, s: Segment) -> tuple[tuple[int, int], ...]:
    """The bold spans of two segments put together with a blank."""
    off = len(last.text) + 1
    if last.all_bold and s.all_bold:
        return ((0, off + len(s.text)),)
    return (*last.bold, *((a + off, b + off) for a, b in s.bold))


def _marked(s: Segment) -> str:
    return bold_marked(s.text, s.bold)


def joined(lines: list[str], words: Collection[str]) -> str:
    """Lines as one stretch; a word that was broken at a line's end is put together again."""
    text = ""
    for line in lines:
        text = together(text, line, " ", words) if text else line
    return text


def together(text: str, line: str, between: str, words: Collection[str]) -> str:
    """Two stretches as one. A hyphen at the end of the first goes, unless the document writes the word with one."""
    broken, first = _BROKEN.search(text), _FIRST.match(line)
    if not broken or not first or not line[:1].islower():
        glued = text.endswith(("-", "–")) and not text.endswith((" -", " –")) and line[:1].isalnum()
        return text + ("" if glued and between == " " else between) + line
    whole, hyphened = broken[1] + first[0], f"{broken[1]}-{first[0]}"
    keep = hyphened.lower() in words and whole.lower() not in words
    start = text if keep else text[:-1]
    if between == " ":
        return start + line
    return start + first[0] + between + line[first.end() :].lstrip()

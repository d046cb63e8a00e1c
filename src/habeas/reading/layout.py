"""The blocks of a text: headings, paragraphs, list items, captions and fields, in order and with their offsets.

A block is one line, or the lines of one paragraph where the text is broken at a fixed width. A heading is a line marked
as one (Markdown, a number, capitals, underlining) or a short line without a verb and a full stop before a block.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from habeas.reading.bare_fields import with_bare_fields
from habeas.reading.blocks import Block
from habeas.reading.card_lines import with_card_lines
from habeas.reading.proposals import Span

KINDS = ("heading", "paragraph", "item", "caption", "field")


@dataclass(frozen=True)
class Layout:
    """The blocks of one text in order. They never overlap; blank lines and marks belong to none."""

    blocks: tuple[Block, ...]
    _paths: tuple[tuple[Span, ...], ...] = field(default=(), repr=False)

    def is_label(self, index: int, text: str) -> bool:
        """True when the block of an index is a field, or an item that opens with the name of one."""
        if not 0 <= index < len(self.blocks):
            return False
        block = self.blocks[index]
        return block.kind == "field" or (block.kind == "item" and bool(_LABEL.match(text, *block.span)))

    @cached_property
    def _starts(self) -> list[int]:
        return [b.span[0] for b in self.blocks]

    def index_at(self, offset: int) -> int | None:
        """The index of the last block that starts at or before `offset`, None before the first."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 else None

    def block_at(self, offset: int) -> Block | None:
        """The block that holds `offset`."""
        index = self.index_at(offset)
        if index is None or offset >= self.blocks[index].span[1]:
            return None
        return self.blocks[index]

    def headings_at(self, offset: int) -> tuple[Span, ...]:
        """The headings over `offset`, outermost first."""
        index = self.index_at(offset)
        return self._paths[index] if index is not None else ()


_LINE = re.compile(r"[^\r\n]+")
_BULLET = re.compile(r"(?:[•●▪◦‣∙·■□➢►✓–—*+-]|\(?[a-z]\)|\(?[ivx]{1,4}\))[ \t\u00a0]+(?=\S)")
_NUMBER = re.compile(
    r"(?!\d{1,2}\.(?:0[1-9]\.|(?<=\d\d\.)1[0-2]\.))(?:(?:№ ?|No\. ?|\()?(\d{1,3}(?:\.\d{1,3}){1,3}|"
    r"\d{1,3}(?:[ ]?[-–][ ]?\d{1,3}|(?:,[ ]?\d{1,"
    r"3})+)?(?=[.)]))[.)]?|[IVX]{1,5}\.)[ \t\u00a0]+(?=[^\W\d_]|"
    r"[“\"‘«*])"
)
_HASH = re.compile(r"(#{1,6})[ \t]+")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)\1:?\s*$")
_RULE = re.compile(r"[=\-_*~]{3,}\s*$")
_ROW_RULE = re.compile(r"[|:\-\s]+")
_CAPTION = re.compile(
    r"\b(?:Photo|Photos|Image|Picture|Credit|Illustration|Video|Source|Фото)(?: by\b| courtesy\b|:|/)|^Photo\b|©"
)
_LABEL = re.compile(r"(?:\*\*|__)?([^\W\d_][^:.!?\n“”\"]{1,40}?)(?:\*\*|__)?:(?:\*\*|__)?(?=[ \t]+\S|\s*$)")
_VERB = re.compile(
    r"\b(?:is|was|were|are|has|had|have|did|does|said|will|would|can|could|sentenced|accused|arrested|detained)\b", re.I
)
_ROW_OF_FIELDS = re.compile(r"(?:[^|\n]{1,60}\s\|\s)+[^|\n]{1,80}")
_ROW = re.compile(r"(?:[^—–|\t\n]{1,60}(?:\s[—–|]\s|\t)){2}")
_PARTICIPLE = re.compile(r"^(?:[Rr]e-?)?[A-Za-z]+ed\b(?:\s(?:on|in|by|to|since|at|under|again|on bail))?")
_OPENS_HEADING = re.compile(r"(?:Persons?|People|Those|Individuals?|Who|What|How|Why|Cases?|Prisoners?)\b")
_CLOSED = (".", ";", ",", ":", "!", "?", "…")
_INITIAL_END = re.compile(r"\s[^\W\d_]\.$")
_WRAPPED_AT = 160
_DATE_LINE = re.compile(
    r"(?P<year>(?:19|20)\d\d(?:\s*(?:год\w?|г\.))?)|(?P<month>[А-ЯЁа-яё]{3,8}(?:\s+(?:19|20)\d\d(?:\s*(?:года|"
    r"г\.))?)?)|"
    r"(?P<day>(?:[А-ЯЁа-яё]{5,11},?\s+)?\d{1,2}(?:\s*[-–—]\s*\d{1,2})?\s+[а-яё]{3,8}(?:\s+(?:19|20)\d\d(?:\s*(?:года|г\.))?)?"
    r"(?:,?\s+\(?[а-яё]{5,11}\)?)?)"
)
"""A line that is nothing but a year, a Russian month or a day: the heading of what it dates."""
_MONTH_NAME = re.compile(
    r"(?<![А-ЯЁа-яё])(?:январ|феврал|март|апрел|ма[йя](?![а-яё])|июн|июл|август|сентябр|"
    r"октябр|ноябр|декабр)", re.I)
_BOLD_LEVEL = 7
"""The level of a heading that is only in bold: below every one with hashes."""
_BULLETED = 5
"""The level of a bulleted item: below numbered ones."""


def lay_out(text: str) -> Layout:
    """Splits a text into blocks. Every line with a letter or digit belongs to exactly one block."""
    lines = [_line_block(text, m.span()) for m in _LINE.finditer(text) if not m.group().isspace()]
    lines = with_card_lines(text, with_bare_fields(text, lines))
    blocks = _join(lines, text, _wrap_width(lines, text))
    return _with_headings(_settle(blocks, text))


def _wrap_width(blocks: list[Block], text: str) -> int:
    """The width at which the text is broken, 0 when each line is a whole paragraph.

    Looks at lines that an unmarked line follows at once: in broken text most are long and end without a full stop, and
    many go on in lower case (the lines of a list do not).
    """
    pairs = [
        (one.span, following.span[0])
        for one, following in pairwise(blocks)
        if not following.kind
        and one.kind not in ("heading", "rule")
        and text.count("\n", one.span[1], following.span[0]) == 1
    ]
    inner = [span for span, _ in pairs]
    if len(pairs) > 3 and sum(text[following].islower() for _, following in pairs) * 5 < len(pairs):
        return 0
    lengths = sorted(end - start for start, end in inner if end - start > 40)
    if not lengths or len(lengths) * 2 < len(inner):
        return 0
    width = lengths[int((len(lengths) - 1) * 0.95)]
    ended = sum(text[end - 1] in ".!?:;" for start, end in inner if end - start > 40)
    return width if width <= _WRAPPED_AT and ended * 2 <= len(lengths) else 0


def _line_block(text: str, line: Span) -> Block:
    """One line as a block, judged by its own marks alone. An empty kind means that its neighbours decide."""
    start, end = line
    body = text[start:end]
    start += len(body) - len(body.lstrip())
    end = start + len(body.strip())
    if mark := _HASH.match(text, start, end):
        return Block("heading", (min(mark.end(), end - 1), end), len(mark.group(1)))
    if _RULE.match(text, start, end):
        return Block("rule", (start, end))
    if text[start] == "|" and end - start > 2:
        return Block("rule" if _ROW_RULE.fullmatch(text, start, end) else "item", (start, end), 1)
    if text.count("\t", start, end) > 1 and _ROW.match(text, start, end):
        return Block("item", (start, end), 1)
    if mark := _BULLET.match(text, start, end):
        return Block("item", (mark.end(), end), _BULLETED)
    if _is_caption(text, start, end):
        return Block("caption", (start, end))
    if mark := _NUMBER.match(text, start, end):
        depth = mark.group(1).count(".") + 1 if mark.group(1) else 0  # Roman numbers stand above the others
        return Block("numbered", (mark.end(), end), depth)
    if bold := _BOLD.match(text, start, end):
        return Block("heading", bold.span(2), _BOLD_LEVEL)
    if end - start < 40 and (level := _dated_level(text[start:end].rstrip(":."))):
        return Block("heading", (start, end), level)
    label = _LABEL.match(text, start, end)
    if (label and _is_label(label.group(1))) or _ROW_OF_FIELDS.fullmatch(text, start, end):
        return Block("field", (start, end))
    return Block("", (start, end))


def _dated_level(line: str) -> int:
    """The heading level of a line that is only a year, month or day, below unmarked headings; 0 for others."""
    match = _DATE_LINE.fullmatch(line)
    if not match or not (match["year"] or _MONTH_NAME.search(line)):
        return 0
    return 9 + ("year", "month", "day").index(match.lastgroup or "year")


def _is_label(words: str) -> bool:
    """True for words that name a field: few, without a verb but for a participle that opens them ("Detained")."""
    return len(words.split()) <= 5 and not _VERB.search(_PARTICIPLE.sub("", words, count=1))


def _is_caption(text: str, start: int, end: int) -> bool:
    return end - start <= 300 and bool(_CAPTION.search(text, start, end))


def _join(blocks: list[Block], text: str, width: int) -> list[Block]:
    """Lines of one paragraph become one block where the text is broken at a fixed width."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last and not block.kind and width and _continues(last, block, text, width):
            joined[-1] = replace(last, span=(last.span[0], block.span[1]))
        else:
            joined.append(block)
    return joined


def _continues(last: Block, block: Block, text: str, width: int) -> bool:
    gap = text[last.span[1] : block.span[0]]
    if last.kind in ("heading", "rule", "caption") or gap.count("\n") > 1 or _ROW.match(text, *block.span):
        return False
    line_start = text.rfind("\n", 0, last.span[1]) + 1
    return text[block.span[0]].islower() or last.span[1] - line_start >= 0.7 * width


def _settle(blocks: list[Block], text: str) -> list[Block]:
    """Decides what neighbours decide: numbered lines and short lines are headings, items or paragraphs."""
    settled: list[Block] = []
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        before = blocks[index - 1] if index else None
        if block.kind == "rule":
            if settled and settled[-1].kind == "paragraph" and _adjacent(text, settled[-1], block):
                settled[-1] = replace(settled[-1], kind="heading", level=1 if text[block.span[0]] == "=" else 2)
            continue
        settled.append(_settled(block, before, following, text))
    return settled


def _settled(block: Block, before: Block | None, following: Block | None, text: str) -> Block:
    if block.kind == "numbered":
        listed = any(b and b.kind == "numbered" and b.level == block.level for b in (before, following))
        if listed or not _may_be_heading(block, text, limit=200) or _LABEL.match(text, *block.span):
            return replace(block, kind="item")
        return replace(block, kind="heading")
    if block.kind:
        return block
    stands_alone = (following is not None and not _adjacent(text, block, following)) or before is None
    if following and not stands_alone and before and not _adjacent(text, before, block):
        stands_alone = following.kind in ("field", "item") and _opens_card(block, text)
    if following and stands_alone and following.kind != "rule" and _is_short_heading(block, text):
        return replace(block, kind="heading", level=9)
    return replace(block, kind="paragraph")


def _opens_card(block: Block, text: str) -> bool:
    """True for a short line of capitalised words right above fields: the name on a card."""
    words = text[slice(*block.span)].split()
    capitals = sum(w.strip("“”\"'(*_")[:1].isupper() for w in words)
    return len(words) <= 8 and capitals * 2 > len(words)


def _adjacent(text: str, block: Block, following: Block) -> bool:
    return text.count("\n", block.span[1], following.span[0]) < 2


def _may_be_heading(block: Block, text: str, *, limit: int) -> bool:
    start, end = block.span
    closed = text[start:end].endswith(_CLOSED) and not _INITIAL_END.search(text, start, end)
    return end - start <= limit and not closed


def _is_short_heading(block: Block, text: str) -> bool:
    start, end = block.span
    if not _may_be_heading(block, text, limit=120) or not (text[start].isupper() or text[start].isdigit()):
        return False
    body = text[start:end]
    return len(body.split()) <= 16 and (bool(_OPENS_HEADING.match(body)) or not _VERB.search(body))


def _with_headings(blocks: list[Block]) -> Layout:
    """Fixes heading levels and notes the headings over each block. An unmarked one lies under the last marked one."""
    path: list[tuple[int, Span]] = []
    fixed: list[Block] = []
    paths: list[tuple[Span, ...]] = []
    for block in blocks:
        if block.kind == "heading":
            while path and path[-1][0] >= block.level:
                path.pop()
            path.append((block.level, block.span))
            block = replace(block, level=len(path))
        fixed.append(block)
        paths.append(tuple(span for _, span in path))
    return Layout(tuple(fixed), tuple(paths))

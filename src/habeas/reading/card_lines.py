"""Cards in two more layouts: the name of a field on a line of its own over its value, and fields run together in one
line, a semicolon between them.

Over its value ("Date of arrest", and under it "14 March 2016") a known word is a field's name only where a text has
several such lines and some come again, as cards do. A line of run-together fields opens with the name of its person.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from habeas.reading.blocks import Block
from habeas.reading.column_words import meaning_of
from habeas.reading.proposals import Span

_OTHER_FIELDS = frozenset((
    "treatment", "health", "notes", "note", "remarks", "details", "background", "profile", "trial", "trials", "appeal",
    "appeals", "lawyer", "lawyers", "family", "case", "case details", "conditions", "torture", "comment", "comments",
    "source", "sources", "religion", "ethnicity", "age", "place of birth", "place of arrest", "prison conditions",
    "current situation", "latest news", "update", "updates", "action", "charges and sentence", "court proceedings",
    "arrest and detention", "place and date of birth", "date and place of arrest", "trial and sentence", "release",
))  # fmt: skip
_LABEL_LINE = re.compile(r"[^\W\d_][\w'/& ]{2,31}:?")
_RUN = re.compile(r";\s+(?=[^\W\d_a-z][\w']+(?:[ /][\w']+){0,3}:\s)")
_FEW = 3


def with_card_lines(text: str, lines: Sequence[Block]) -> list[Block]:
    """The lines, with fields over their values joined and run-together fields taken apart."""
    return [part for block in _joined(text, list(lines)) for part in _apart(text, block)]


def is_stacked(text: str, span: Span) -> bool:
    """True when the text at `span` opens with the name of a field on a line of its own, without a colon."""
    end = text.find("\n", *span)
    return end > 0 and ":" not in text[span[0] : end] and is_label(text[span[0] : end].strip())


def is_label(line: str) -> bool:
    """True for words that name a field of a card."""
    words = line.rstrip(":").casefold()
    return bool(_LABEL_LINE.fullmatch(line)) and (words in _OTHER_FIELDS or meaning_of(words) is not None)


def _joined(text: str, lines: list[Block]) -> list[Block]:
    labels = [i for i, b in enumerate(lines) if _opens_field(text, lines, i)]
    seen = Counter(text[slice(*lines[i].span)].casefold() for i in labels)
    if len(labels) < _FEW or sum(n > 1 for n in seen.values()) < 2:
        return lines
    starts, out, i = set(labels), [], 0
    while i < len(lines):
        stop = i + 1
        if i in starts:
            while stop < len(lines) and stop not in starts and _touch(text, lines[stop - 1], lines[stop]):
                stop += 1
            out.append(Block("field", (lines[i].span[0], lines[stop - 1].span[1])))
        else:
            out.append(lines[i])
        i = stop
    return out


def _opens_field(text: str, lines: Sequence[Block], i: int) -> bool:
    """A known label alone in its line, with a line right under it that is no label itself."""
    if lines[i].kind not in ("", "field", "heading") or i + 1 >= len(lines):
        return False
    line = text[slice(*lines[i].span)]
    if not is_label(line) or not _touch(text, lines[i], lines[i + 1]):
        return False
    return not is_label(text[slice(*lines[i + 1].span)])


def _touch(text: str, above: Block, below: Block) -> bool:
    return text.count("\n", above.span[1], below.span[0]) == 1


def _apart(text: str, block: Block) -> Iterator[Block]:
    """A line of at least three labels behind semicolons: its head as a heading, each field as a field."""
    if block.kind not in ("", "item", "numbered", "field"):
        yield block
        return
    cuts = [m.span() for m in _RUN.finditer(text, *block.span)]
    if len(cuts) < _FEW:
        yield block
        return
    edges = [block.span[0], *(x for cut in cuts for x in cut), block.span[1]]
    for number, span in enumerate(zip(edges[::2], edges[1::2], strict=True)):
        head = number == 0 and ":" not in text[slice(*span)]
        yield Block("heading", span, 9) if head else Block("field", span)

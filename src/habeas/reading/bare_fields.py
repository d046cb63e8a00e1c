"""Fields without a colon: lines of a card that open with a field's name ("Arrested 8 April 2021", "Prison Badr 3").

One such line alone is prose; two in a row, under each other, are a card.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from habeas.reading.blocks import Block
from habeas.reading.card_lines import is_label, is_stacked

_LABEL = re.compile(
    r"(?:Born|D\.?O\.?B\.?|(?:Date|Year|Place) of birth|Age|Sex|Gender|Nationality|Citizenship|Ethnicity|Religion|"
    r"(?:Date of )?(?:[Aa]rrest|[Dd]etention|[Ss]entenc(?:e|ing)|[Vv]erdict|[Jj]udge?ment|[Rr]elease)|"
    r"Arrested(?: on)?|Detained(?: on| since)?|In custody since|Held since|Remanded|Charges?|Charged(?: with| under)?|"
    r"Accusations?|Accused of|Articles?|Sentenced(?: on)?|Convicted(?: on)?|Tried|Term|Penalty|Punishment|Outcome|"
    r"(?:Current |Legal )?[Ss]tatus|Held(?: at| in)|(?:Place of )?(?:[Dd]etention|[Ii]mprisonment)|Prison|Colony|"
    r"Released(?: on)?|Release date|Occupation|Profession|Position|Organi[sz]ation|Affiliation|Court|Judge|Case|"
    r"Location|Residence|Home town|Region|Province|Address|Lawyer|Health|Category|Notes?|Remarks|Source)"
    r"(?P<gap>[ \t]+)(?=[^\W_a-z]|[\d“\"]|[a-z]+(?: [a-z]+)* ?(?:[;,(]|$)|(?:a |an )?[a-z-]+ (?:years?|months?|of)\b|"
    r"[a-z])"
)
_DASHED = re.compile(r"(?P<label>[^\W\d_][\w'/& ]{2,31}?) ?(?P<dash>[–—=]|-(?= )) ?(?=\S)")
"""A known label with a dash for its colon: "Arrested – 8 April 2018"."""
_PROSE = re.compile(
    r"^\w+\s(?:was|were|is|are|has|had|of|against|by|and)\b|[.!?]\s*$|[.!?]\s+[A-Z][a-z]+\s+(?:was|is|has)\b")
_GOES_ON = re.compile(r"[\w']+(?: [\w']+){0,3}:")
"""The label is longer than its first word: "Release expected: March 2027"."""
_LONGEST = 240
OPENS = frozenset("abcdefghijlnoprstuvwy")
"""First letters of the names of fields, in lower case."""


def colon_place(text: str, start: int, end: int) -> int | None:
    """The place of the blank behind the field's name where a line opens with one, else None."""
    if is_stacked(text, (start, end)):
        return text.index("\n", start, end)
    if dash := _DASHED.match(text, start, end):
        return dash.start("dash") if is_label(dash["label"]) else None
    match = _LABEL.match(text, start, end)
    if match is None or end - start > _LONGEST or text[match.start("gap") - 1] == ":":
        return None
    if _PROSE.search(text[start:end]) or _GOES_ON.match(text, match.end("gap"), end):
        return None
    return match.start("gap")


def with_bare_fields(text: str, lines: Sequence[Block]) -> list[Block]:
    """Unmarked lines as fields where two of them stand right under each other with different names."""
    labels = [text[b.span[0] : at] if not b.kind and (at := colon_place(text, *b.span)) else "" for b in lines]
    out = list(lines)
    for i, (block, label) in enumerate(zip(lines, labels, strict=True)):
        if not label:
            continue
        beside = [j for j in (i - 1, i + 1) if 0 <= j < len(lines) and labels[j] not in ("", label)]
        if any(_touch(text, lines[min(i, j)], lines[max(i, j)]) for j in beside):
            out[i] = replace(block, kind="field")
    return out


def _touch(text: str, above: Block, below: Block) -> bool:
    return text.count("\n", above.span[1], below.span[0]) == 1

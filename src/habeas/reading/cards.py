"""Cards: a name that the layout itself marks, by a label ("Name: ...") or as the only words over a row of fields."""

from __future__ import annotations

import re

from habeas.reading.card_lines import is_stacked
from habeas.reading.layout import Layout
from habeas.reading.proposals import Span

NAME_LABEL = re.compile(
    r"\W{0,4}(?:\d{1,3}[.)]\s*)?(?:Full name|Names?(?: and (?:sur|family )name| of (?:the )?\w+)?|Prisoner|Detainee|"
    r"Defendant|Surname,? (?:and )?(?:first |given )?names?|(?:Last|Family) name, (?:first|given) names?|"
    r"First (?:and last )?name|"
    r"Convict(?:ed person)?|Person|Victim|Name, surname|Surname and initials|"
    r"(?:Family|Last|Given|First) names?|Surname|Forenames?|"
    r"(?:Dossier|File|Profile|Entry|Card|Record)(?: (?:No\.?|№|#))? ?\d+|"
    r"Case(?: No\.?)?(?: \d+)?)(?:\s*\([^()]{0,30}\))?\W{1,5}$",
    re.I,
)
# A word opens at its own border alone: a word in capitals taken to pieces could be read in 2^n ways.
_ONLY_NAMES = re.compile(r"(?:[\s,;*_]|\band\b|(?<![^\W\d_])[^\W\d_a-z][^\W\d_]*(?:['’-][^\W\d_]+)*\.?)*")
_PLACE_LABEL = re.compile(
    r"\b(?:detention$|place|prison|colony|facility|detention cent(?:er|re)|camp|held (?:at|in)|where held|location|"
    r"province|"
    r"region|city|"
    r"town|village|district|address|residence|whereabouts|instance|verdict|sentence|court|trial|judge?ment|occupation|profession|"
    r"charges?|articles?|accusations?)\b(?! (?:of|and) (?:name|person))", re.I,
)
_FIRST_CELL = re.compile(r"(?:\d{1,4}[.)]?\t)?")
_NAMES_AROUND = re.compile(r"(?:(?:(?i:dr|mr|mrs|ms|prof|fr|rev)\.|[^\W\d_a-z][\w’'-]+)\s+){2,6}(?:and|"
    r"&)\s+(?:(?i:dr|mr|mrs|ms|prof|fr|rev)\.\s+)?")
"""A first name and "and" before the second in a heading."""
_AROUND = re.compile(r"(?:[\s\"“”«»*_#,&./|]|\band\b|\([^()]*\)|\b(?i:mr|mrs|ms|dr|prof|fr|rev)\.?(?=\s)|\d{1,3}[.)])*")


def in_name_field(text: str, layout: Layout, span: Span) -> bool:
    """True for words in a line that a label for names opens, before the line says anything else: one name or several
    ("Surname, first name: PETROV, Ivan, and PETROVA, Anna").
    """
    block = layout.block_at(span[0])
    if block is None or block.kind not in ("field", "item", "heading"):
        return False
    if _heads_run(text, layout, span[0]):
        return bool(_ONLY_NAMES.fullmatch(text, block.span[0], span[0]))
    stacked = text.find("\n", block.span[0], span[0]) if is_stacked(text, block.span) else -1
    colon = stacked if stacked > 0 else text.find(":", block.span[0], span[0])
    return colon > 0 and bool(
        NAME_LABEL.fullmatch(text, block.span[0], colon + 1) and _ONLY_NAMES.fullmatch(text, colon + 1, span[0])
    )


def _heads_run(text: str, layout: Layout, offset: int) -> bool:
    """True in the head of a line of run-together fields: "X (also Y); Born: 1972; Occupation: ..."."""
    index = layout.index_at(offset)
    if index is None or index + 1 >= len(layout.blocks):
        return False
    block, following = layout.blocks[index], layout.blocks[index + 1]
    between = text[block.span[1] : following.span[0]].strip()
    return block.kind == "heading" and following.kind == "field" and between == ";"


def in_place_field(text: str, layout: Layout, span: Span) -> bool:
    """True for words behind a label for places ("Prison: Prison No. 6, Thanh Ha"): they name no person."""
    block = layout.block_at(span[0])
    if block is None or block.kind not in ("field", "item"):
        return False
    colon = text.find(":", block.span[0], min(span[0], block.span[0] + 60))
    return colon > 0 and ". " not in text[colon : span[0]] and bool(_PLACE_LABEL.search(text, block.span[0], colon))


def is_marked(text: str, layout: Layout, span: Span) -> bool:
    """True when the layout says that the words at `span` are the name of the person whom a card is about."""
    index = layout.index_at(span[0])
    if index is None or span[1] > layout.blocks[index].span[1]:
        return False
    block = layout.blocks[index]
    start, end = block.span
    labelled = block.kind in ("field", "item", "heading") and span[0] - start < 60
    if labelled and (NAME_LABEL.fullmatch(text, start, span[0]) or in_name_field(text, layout, span)):
        return True
    if _FIRST_CELL.fullmatch(text, start, span[0]) and text[span[1] : span[1] + 1] == "\t":
        return True
    ends = bool(_AROUND.fullmatch(text, span[1], end)) or text[span[1]] == "," or text.startswith(" and ", span[1])
    alone = bool(_AROUND.fullmatch(text, start, span[0]) or _NAMES_AROUND.fullmatch(text, start, span[0]))
    heads = layout.is_label(index + 1, text) and not layout.is_label(index, text)
    return alone and ends and heads and block.kind == "heading"

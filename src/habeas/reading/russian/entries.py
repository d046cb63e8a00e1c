"""Case entries of Russian lists and biographies: headings, items and lines that open with names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from habeas.reading.blocks import Block
from habeas.reading.layout import Layout
from habeas.reading.people import CaseEntry
from habeas.reading.proposals import Span

Named = tuple[Span, str, bool]
"""A place that names a person: span, id, whether by a full name."""

_BETWEEN = re.compile(r"[\s,*_/]*(?:и|и\s+его|и\s+ее)?[\s*_]*(?:\([^()]{0,80}\))?[\s*_,]*")
_OPENS = re.compile(r"[\W\d_]*(?:[^\W\d_]+\s+){0,2}$")
_GOES_ON = re.compile(
    r"[*_\s]*(?:\([^()\n]{0,120}\))?[*_\s]*(?:$|[.:;|]|[-–—]\s|\s[-–—]\s|,\s*(?:\d|род|г\.\s?р|19\d\d|20\d\d|[А-ЯЁ]|[а-яё]))"
)
_NAME_LABEL = re.compile(r"\W*(?:имя|фио|ф\. ?и\. ?о\.|фамилия, имя(?:, отчество)?|имя и фамилия)\s*:\s*", re.I)
_FAMILY = re.compile(r"(?:Брат|Сёстр|Сестр|Супруг|Семь)\w*\s+\S+\s*$")


def find_entries(text: str, layout: Layout, named: Sequence[Named]) -> tuple[CaseEntry, ...]:
    """The entries in order. A single opening line is an entry only when it is a heading or a card of fields follows."""
    named = sorted(named)
    shared = {n[0] for n in named if _SHARED.search(text, max(0, n[0][0] - 60), n[0][0])}
    starts = [n[0][0] for n in named]
    leads: list[tuple[Block, Span, tuple[str, ...]]] = []
    cards = card_blocks(text, layout, named)
    rows = row_blocks(text, layout, [n[0] for n in named if n[2] or n[0] in shared])
    for index, block in enumerate(layout.blocks):
        people = _people(text, layout, index, named, starts, index in rows, index in cards)
        if not people:
            continue
        if leads and _adjacent(layout, index, leads[-1][0]) and block.kind == "paragraph":
            if index in rows or index in cards:
                leads.append((block, block.span, people))
                continue
            before = leads.pop()
            leads.append((before[0], (before[1][0], block.span[1]), tuple(dict.fromkeys(before[2] + people))))
            continue
        leads.append((block, block.span, people))
    weak = [lead for lead in leads if lead[0].kind not in ("heading",)]
    if len(leads) < 2 and weak:
        return ()
    alone = cards if 2 * sum(i + 1 in cards for i in cards) >= len(cards) else frozenset()
    return _closed(text, layout, leads, frozenset(layout.blocks[i].span for i in rows | alone))


_FAMILY_ROW = re.compile(r"\W{0,4}(?:Брат|Сёстр|Сестр|Супруг|Семь|Отец|Мать)\w*\s", re.I)
_SHARED = re.compile(r"(?:Брат|Сёстр|Сестр|Супруг|Семь)\w*\s+[А-ЯЁ]\w+,?\s+(?:[А-ЯЁ]\w+\s*(?:,|и)\s+)*$")
"""A given name behind the surname of a family: "Супруги Ярмолич, Татьяна и Виталий"."""
_TELLS = re.compile(
    r"\b(?:ст|ч)\.\s?\d|стат(?:ья|ьи|ье|ьям)\s\d|\b\d+(?:[.,]\d)?\s(?:лет|год[а]?|л\.|г\.|мес|сут)|\b(?:лет|год[а]?|суток)\b|СИЗО|ИК-\d|"
    r"штраф|арест|задержан|условно|УДО|обмен|\b\d\d\.\d\d\.\d{4}"
)
_ROW_GOES_ON = re.compile(r"(?:[^.;!?\n]|(?<=\b[а-я])\.|(?<=\b(?:ст|гр|ур))\.|\.(?=\d)){0,160}?(?:\s[-–—]\s|:\s)")


def row_blocks(text: str, layout: Layout, full: Sequence[Span]) -> frozenset[int]:
    """The indexes of lines that are rows of a list: they open with a full name, a dash or colon follows, and behind it
    stands what a list of cases tells. Two rows that are neighbours make a list."""
    starts = [s[0] for s in full]
    found = []
    for index, block in enumerate(layout.blocks):
        if block.kind not in ("paragraph", "item") or block.span[1] - block.span[0] > 700:
            continue
        at = bisect_left(starts, block.span[0])
        reach = 60 if _FAMILY_ROW.match(text, block.span[0]) else 14
        if at >= len(full) or full[at][0] - block.span[0] > reach or full[at][1] > block.span[1]:
            continue
        goes_on = _ROW_GOES_ON.match(text, full[at][1], block.span[1])
        if goes_on and _TELLS.search(text, goes_on.end(), block.span[1]):
            found.append(index)
    rows = frozenset(found)
    return frozenset(i for i in rows if rows & {i - 2, i - 1, i + 1, i + 2})


_BORN = re.compile(r",\s*(?:(?:19|20)\d\d\s*(?:г\.\s?р|года\s+рождения|г/р)|\d\d\.\d\d\.(?:19|20)\d\d)")
_AFTER_NAME = re.compile(r"\s*(?:\([^()\n]{0,60}\)\s*)?(?:[.,:(]|\s[-–—]\s|$)")


def card_blocks(text: str, layout: Layout, named: Sequence[Named]) -> frozenset[int]:
    """The indexes of paragraphs that are cards: most of them open with the full name of somebody else."""
    full = {span[0]: (span, person) for span, person, whole in named if whole}
    paragraphs = [i for i, b in enumerate(layout.blocks) if b.kind in ("paragraph", "item")]
    found = {i: full[layout.blocks[i].span[0]] for i in paragraphs if layout.blocks[i].span[0] in full}
    found = {i: n for i, n in found.items() if _AFTER_NAME.match(text, n[0][1], layout.blocks[i].span[1])}
    strong = {i for i, n in found.items() if _BORN.match(text, n[0][1])}
    if len({found[i][1] for i in strong}) > 1:
        return frozenset(strong)
    several = len({person for _, person in found.values()}) > 2
    if not several or len(found) * 5 < len(paragraphs) * 2:
        return frozenset()
    return frozenset(found) | {i for i in paragraphs if _FAMILY_ROW.match(text, layout.blocks[i].span[0])}


def _closed(
    text: str, layout: Layout, leads: Sequence[tuple[Block, Span, tuple[str, ...]]], rows: frozenset[Span]
) -> tuple[CaseEntry, ...]:
    headings = [b for b in layout.blocks if b.kind == "heading"]
    own = {lead[0].span[0] for lead in leads}
    found = []
    for index, (block, span, people) in enumerate(leads):
        end = leads[index + 1][1][0] if index + 1 < len(leads) else len(text)
        if span in rows:
            end = min(end, _row_end(text, layout, span))
        short = block.kind == "heading" or span[1] - span[0] < 60
        for heading in headings:
            if span[1] <= heading.span[0] < end and not _section(layout, heading, short, text):
                end = heading.span[0]
                break
        while end > span[1] and text[end - 1].isspace():
            end -= 1
        over = tuple(h for h in layout.headings_at(span[0]) if h[0] not in own and h != span)
        found.append(CaseEntry(span, (span[0], end), over, people))
    return tuple(found)


def _row_end(text: str, layout: Layout, span: Span) -> int:
    """A row ends with its line, or with the fields right under it."""
    at = layout.index_at(span[0]) or 0
    end = span[1]
    for block in layout.blocks[at + 1 :]:
        goes_on = block.kind == "field" or (span[1] - span[0] < 60 and block.kind == "paragraph")
        if not goes_on or text.count("\n", end, block.span[0]) > 1:
            break
        end = block.span[1]
    return end


_ENDS = re.compile(
    r"(?:исключен|освобожден|в заключени|на свободе|под домашн|итог|вывод|заключение$|приложени|как помочь|об авторах|"
    r"методолог|введение|другие|хроник|новост|обзор|статистик|контекст|события|глава|часть|раздел|содержание|источник|примечан|благодарност)"
)


def _section(layout: Layout, heading: Block, short: bool, text: str) -> bool:
    """A heading that belongs to an entry: in texts of bare headings (a name, an occupation, a sentence) most do."""
    if not short:
        return False
    return not _ENDS.match(text[slice(*heading.span)].lower().replace("ё", "е").lstrip("0123456789. "))


def _adjacent(layout: Layout, index: int, block: Block) -> bool:
    """Two openings with at most one short line between them ("name, occupation, name, occupation")."""
    at = layout.index_at(block.span[0]) or 0
    between = layout.blocks[at + 1 : index]
    return len(between) <= 1 and all(b.span[1] - b.span[0] < 60 for b in between) and block.span[1] - block.span[0] < 60


def _people(
    text: str, layout: Layout, index: int, named: Sequence[Named], starts: Sequence[int], row: bool, card: bool
) -> tuple[str, ...]:
    """The people whom a block opens an entry for; none when it is no opening line."""
    block = layout.blocks[index]
    if row:
        return _of_row(text, block, named, starts)
    if card and _FAMILY_ROW.match(text, block.span[0]):
        stop = text.find(".", block.span[0], block.span[1])
        return tuple(dict.fromkeys(p for span, p, _ in named if block.span[0] <= span[0] < stop))
    at = bisect_left(starts, block.span[0])
    if at >= len(named) or named[at][0][0] >= block.span[1] or block.kind == "caption":
        return ()
    if block.kind == "field":
        labelled = _NAME_LABEL.fullmatch(text[block.span[0] : named[at][0][0]])
        return (named[at][1],) if labelled else ()
    shares = at + 1 < len(named) and named[at + 1][2] and named[at + 1][0][1] <= block.span[1]
    shares = shares and _joins(text, named[at][0][1], named[at + 1][0])
    if not named[at][2] and not shares and not _FAMILY.fullmatch(text[slice(*block.span)]):
        return ()
    if not _OPENS.fullmatch(text[block.span[0] : named[at][0][0]]) or named[at][0][0] - block.span[0] > 30:
        return ()
    people: list[str] = []
    stop = named[at][0][0]
    while at < len(named) and named[at][0][1] <= block.span[1] and (not people or _joins(text, stop, named[at][0])):
        people.append(named[at][1])
        stop = max(stop, named[at][0][1])
        at += 1
    return tuple(dict.fromkeys(people)) if card or _opens_entry(text, layout, index, stop) else ()


def _of_row(text: str, block: Block, named: Sequence[Named], starts: Sequence[int]) -> tuple[str, ...]:
    """Everybody whom the head of a row names, as far as its first dash or colon."""
    at = bisect_left(starts, block.span[0])
    goes_on = _ROW_GOES_ON.match(text, named[at][0][1], block.span[1])
    stop = goes_on.end() if goes_on else named[at][0][1]
    people = []
    while at < len(named) and named[at][0][1] <= stop:
        people.append(named[at][1])
        at += 1
    return tuple(dict.fromkeys(people))


def _joins(text: str, stop: int, span: Span) -> bool:
    return span[0] < stop or bool(_BETWEEN.fullmatch(text, stop, span[0]))


def _opens_entry(text: str, layout: Layout, index: int, stop: int) -> bool:
    block = layout.blocks[index]
    rest = re.sub(r"\([^()]*\)|^[^()]{0,40}\)", "", text[stop : block.span[1]]).strip()
    if block.kind == "heading":
        return not rest or bool(_GOES_ON.match(text, stop, block.span[1]))
    if block.kind == "item":
        return bool(_GOES_ON.match(text, stop, block.span[1]))
    alone = not rest.strip("*_.,:") and not _OPENS_QUOTE.search(text[block.span[0] : block.span[0] + 1])
    if alone:
        return True
    following = layout.blocks[index + 1] if index + 1 < len(layout.blocks) else None
    return bool(
        following and following.kind == "field" and len(text[slice(*block.span)]) < 160 and _GOES_ON.match(text, stop)
    )


_OPENS_QUOTE = re.compile(r"[«\"“]")

"""Cells that a table keeps for names: under a head "Name" in rows between bars, tabs or wide blanks; and names that
lines of a list open with."""

from __future__ import annotations

import re

from habeas.reading.proposals import Span
from habeas.reading.tokens import BETWEEN
from habeas.reading.wordlists import role_of

_HEAD = re.compile(
    r"^(?=[^\n]*(?:\t|\||  ))[^\n]*?(?:^|[\t|]|  )[ *_]*(?:(?:full )?names?|names? of [a-z ]+|prisoners?|defendants?|"
    r"detainees?|persons?|convicts?|name and surname|surname(?: and|,) (?:first )?name)[ *_]*(?=\t|\||  |$)[^\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_NAME_HEAD = re.compile(
    r"[ *_]*(?:(?:full )?names?|names? of [a-z ]+|prisoners?|defendants?|detainees?|persons?|convicts?|"
    r"name and surname|surname(?: and|,) (?:first )?name)[ *_]*", re.IGNORECASE,
)
_NAMELIKE = re.compile(r"[^\W\d_a-z][^\d;:()|\t\n]{1,50}")
_DIVIDERS = (("|", re.compile(r" *\| *")), ("\t", re.compile(r" *\t *")), ("  ", re.compile(r" {2,}")))


def cells_of(text: str, low: int, high: int) -> tuple[Span, ...]:
    """The cells of a line; one cell where nothing divides it. Bars may stand around it."""
    line = text[low:high]
    divider = next((p for mark, p in _DIVIDERS if mark in line), _DIVIDERS[-1][1])
    inner = line.strip().removeprefix("|").removesuffix("|").strip()
    low += line.find(inner)
    high = low + len(inner)
    edges = [low]
    for match in divider.finditer(text, low, high):
        edges += [match.start(), match.end()]
    edges.append(max(low, high))
    return tuple(zip(edges[::2], edges[1::2], strict=True))


_OPENING_NAME = (
    r"^(?:\(?\d{1,3}[.)][ \u00a0]+|[•*–-][ \u00a0]+)?(?P<name>[^\W\d_a-z][\w’'-]*(?:[ \u00a0]"
    rf"(?:{BETWEEN}[ \u00a0])*[^\W\d_a-z][\w’'-]*){{1,6}})"
)
_WITH_AGE = re.compile(
    _OPENING_NAME + r"(?:[ \u00a0]\([^()\n]{2,60}\))?,\s(?:aged?\s)?\d\d\b(?=[,;.\s])", re.MULTILINE
)
_WITH_CALLING = re.compile(
    _OPENING_NAME + r"[ \u00a0][–—-][ \u00a0](?P<calling>(?:[a-z-]+[ \u00a0]){0,3}[a-z-]+)", re.MULTILINE
)
_MANY = 3
"""Lines "Name, age," that make a list."""


def _opening(text: str) -> dict[int, int]:
    """The names of a list whose lines open with a name and an age ("Ko Zeya Phone, 24, student") or a calling ("Yonas
    Berhe – accountant, 44.").
    """
    aged = {m.start("name"): m.end("name") for m in _WITH_AGE.finditer(text)}
    called = {
        m.start("name"): m.end("name")
        for m in _WITH_CALLING.finditer(text)
        if any(role_of(word) for word in m["calling"].split())
    }
    return {low: high for found in (aged, called) if len(found) >= _MANY for low, high in found.items()}


def name_cells(text: str) -> dict[int, int]:
    """Start -> end of the name cell of every row under such a head, up to the first line of another form; and of the
    names in a list of names with ages.
    """
    found = _opening(text)
    for head in _HEAD.finditer(text):
        heads = cells_of(text, *head.span())
        column = next((i for i, c in enumerate(heads) if _NAME_HEAD.fullmatch(text, *c)), None)
        if column is None or len(heads) < 3:
            continue
        at = head.end() + 1
        while at < len(text):
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            if re.fullmatch(r"[|:\-\s]+", text[at:end] or "x") is None:
                cells = cells_of(text, at, end) if text[at:end].strip() else ()
                if len(cells) != len(heads):
                    break
                low, high = cells[column]
                if _NAMELIKE.fullmatch(text, low, high):
                    found[low] = high
            at = end + 1
    return found

"""Rows of tables whose head names the columns: "Name | Article | Sentence | Date of verdict".

Columns stand between bars, tabs, or two and more blanks. A row is read only under a head with a name and one of the
columns that this module knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from habeas.reading.anaphora import EXPLICIT, Who
from habeas.reading.articles import ArticleMention, find_articles, writes_parts_with_dots
from habeas.reading.clauses import Statement
from habeas.reading.dates import DateMention
from habeas.reading.draft import Draft
from habeas.reading.proposals import Span
from habeas.reading.rules.penalties import Penalty, penalties
from habeas.reading.rules.sentence_draft import draft_of
from habeas.reading.rules.sentence_whose import with_kinds
from habeas.reading.rules.telling import tell

_DIVIDED = re.compile(r"\||\t| {2,}")
_BAR, _TAB, _BLANKS = re.compile(r" *\| *"), re.compile(r" *\t *"), re.compile(r" {2,}")
_COLUMNS = (
    ("name", re.compile(
        r"(?:full )?names?\b.*|(?:the )?(?:persons?|prisoners?|defendants?|detainees?|convicts?|journalists?|"
        r"activists?|"
        r"bloggers?|lawyers?|accused|victims?|editors?|surnames?)\b.*|who")),
    ("verdict_date", re.compile(r"(?:date of (?:the )?)?(?:verdict|sentenc\w+|conviction|judge?ment)(?: date| on)|"
                                r"date of (?:the )?(?:verdict|sentenc\w+|conviction|judge?ment|trial|ruling)|"
                                r"(?:sentenced|tried|convicted|ruled) on|trial date")),
    ("arrest", re.compile(r"(?:date of )?(?:the )?(?:arrest\w*|detention|detained|imprisoned)(?: date| on| since)?|"
                          r"(?:in custody|held|detained|imprisoned|in prison|behind bars) (?:since|from)|taken")),
    ("release", re.compile(r"(?:date of )?(?:the )?releas\w+(?: date| on)?|freed")),
    ("article", re.compile(r"(?:criminal code )?(?:articles?|arts?\.?|charges?|sections?|provisions?|law|offence|"
                           r"(?:charged|accused|convicted|tried|held|prosecuted) (?:under|with|of)|"
                           r"accusations?|counts?|(?:legal )?basis|under)\b.*")),
    ("sentence", re.compile(r"(?:sentences?|verdict|penalty|punishment|(?:prison )?term|length|outcome|result|"
                            r"decision|judge?ment)\b.*")),
    ("date", re.compile(r"date|when|day")),
)  # fmt: skip
_CUSTODY = {"form": "police_detention"}


def read_table_rows(statement: Statement, head: tuple[str, ...]) -> tuple[tuple[str, ...], list[Draft]]:
    """The head that holds behind a sentence, and the claims of its rows; no head where the table is over."""
    if not _DIVIDED.search(statement.text):
        return (), []
    found: list[Draft] = []
    for line in re.finditer(r"[^\n]+", statement.text):
        new = _head(line[0].lower())
        head = new or head
        if head and not new:
            found += _row(statement, head, *line.span())
    return head, found


def _cells(flat: str, low: int, high: int) -> tuple[Span, ...]:
    """The cells of a line, as offsets in the sentence; one cell where nothing divides it. Bars may stand around it."""
    line = flat[low:high]
    divider = _BAR if "|" in line else _TAB if "\t" in line else _BLANKS
    inner = line.strip().removeprefix("|").removesuffix("|").strip()
    low += line.find(inner)
    high = low + len(inner)
    edges = [low]
    for match in divider.finditer(flat, low, high):
        edges += [match.start(), match.end()]
    edges.append(max(low, high))
    return tuple(zip(edges[::2], edges[1::2], strict=True))


def _head(flat: str) -> tuple[str, ...]:
    """The known names of the columns when a line heads a table, else nothing."""
    names = [flat[a:b].strip(" *_:") for a, b in _cells(flat, 0, len(flat))]
    head = tuple(next((n for n, pattern in _COLUMNS if pattern.fullmatch(c)), "") for c in names)
    return head if "name" in head and len(set(head) - {"", "name", "date"}) >= 1 and len(head) >= 3 else ()


def _row(statement: Statement, head: tuple[str, ...], start: int, stop: int) -> Iterator[Draft]:
    cells = _cells(statement.text, start, stop)
    if len(cells) != len(head):
        return
    columns = {name: cell for name, cell in zip(head, cells, strict=True) if name}
    low, high = columns["name"]
    people = [s for s in statement.singles if s.kind == "name" and low <= s.span[0] < high]
    if not people:
        return
    who = Who(tuple(dict.fromkeys(p for s in people for p in s.persons)), EXPLICIT, people[0])
    for name, cell in columns.items():
        if name == "article":
            yield from _charges(statement, who, cell)
        elif name == "sentence":
            yield from _sentences(statement, who, cell, columns)
        elif name in ("arrest", "release"):
            yield from _dated(statement, who, name, cell)


def _charges(statement: Statement, who: Who, cell: Span) -> Iterator[Draft]:
    for article in _articles(statement, cell):
        fields: dict[str, Any] = {
            "article": article.number, "part": article.part, "code": article.code, "title": article.title,
        }  # fmt: skip
        if article.offence:
            yield from tell(
                statement, who, *article.span, kind="charge", fields=fields, rule="charge.table", base=0.95,
                modality="happened", dates=(),
            )  # fmt: skip


_MARK = "Art. "


def _articles(statement: Statement, cell: Span) -> list[ArticleMention]:
    """The articles of a cell, also told by their numbers alone."""
    text, dotted = statement.text[slice(*cell)], writes_parts_with_dots(statement.context.text)
    found = find_articles(text, dotted=dotted)
    if found or not text[:1].isdigit():
        return [replace(a, span=(cell[0] + a.span[0], cell[0] + a.span[1])) for a in found]
    marked = find_articles(_MARK + text, dotted=dotted)
    shift = cell[0] - len(_MARK)
    return [replace(a, span=(max(cell[0], a.span[0] + shift), a.span[1] + shift)) for a in marked]


def _sentences(statement: Statement, who: Who, cell: Span, columns: dict[str, Span]) -> Iterator[Draft]:
    found: list[Penalty] = [p for p in penalties(statement) if cell[0] <= p.span[0] < cell[1]]
    day = columns.get("verdict_date") or columns.get("date") or cell
    dates = _within(statement, day) or _within(statement, cell)
    for penalty in with_kinds(found):
        yield from draft_of(statement, who, penalty, *cell, "sentence.table", 0.95, dates=dates)


def _dated(statement: Statement, who: Who, name: str, cell: Span) -> Iterator[Draft]:
    kind, fields = ("custody", _CUSTODY) if name == "arrest" else ("release", {"ground": "not_stated"})
    for date in _within(statement, cell):
        yield from tell(
            statement, who, *cell, kind=kind, fields=fields, rule=f"{kind}.table", base=0.95, modality="happened",
            dates=(date,),
        )  # fmt: skip


def _within(statement: Statement, cell: Span) -> tuple[DateMention, ...]:
    return tuple(d for d in statement.dates if cell[0] <= d.span[0] < cell[1])[:1]

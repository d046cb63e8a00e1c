"""The text layer that a parser builds: blocks in order, one character space, pages divided by form feeds.

Headings and list items carry Markdown marks, rows of tables stand between bars under a head, as the rules of reading
know them. A form feed stands where a page (or a sheet) begins, so that a place in the text tells its page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from habeas.adapters.parsing.unreadable import Unreadable

LONGEST = 20_000_000
"""Characters that a text may have."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_BLANKS = re.compile(r"[ \t\u00a0\u2007\u202f]*\n[ \t\u00a0\u2007\u202f]*|[ \t]+")
_TIGHT = ("item", "row")


@dataclass
class Layer:
    """Collects blocks. `notes` are sentences for the user, `ocr` the pages that were read from pictures."""

    title: str = ""
    media_type: str = "text/plain"
    notes: list[str] = field(default_factory=list)
    ocr: list[int] = field(default_factory=list)
    published: str | None = None
    _parts: list[str] = field(default_factory=list)
    _kind: str = ""
    _page_due: bool = False
    _size: int = 0

    def heading(self, text: str, level: int = 2) -> None:
        """A heading of a level from 1 to 6."""
        if said := line(text):
            self._add("heading", f"{'#' * max(1, min(level, 6))} {said}")

    def paragraph(self, text: str) -> None:
        """A paragraph; line ends inside it stay."""
        self._add("paragraph", block(text))

    def item(self, text: str, mark: str = "-") -> None:
        """An item of a list."""
        if said := line(text):
            self._add("item", f"{mark} {said}")

    def rows(self, rows: Iterable[Sequence[str]]) -> None:
        """A table whose first row is its head."""
        self._kind = ""
        for number, cells in enumerate(rows):
            turned = "\f" if cells and cells[0].startswith("\f") else ""  # the row begins a page
            self._add("row", turned + row(cells))
            if number == 0:
                self._add("row", "|" + "---|" * len(cells))
        self._kind = ""

    def page(self) -> None:
        """What follows stands on the next page."""
        self._emit("\f" if not self._parts or self._page_due else "\n\n\f")
        self._page_due = True

    def _add(self, kind: str, text: str) -> None:
        if not text:
            return
        if self._parts and not self._page_due:
            self._emit("\n" if kind == self._kind and kind in _TIGHT else "\n\n")
        self._emit(text)
        self._kind, self._page_due = kind, False

    def _emit(self, text: str) -> None:
        self._size += len(text)
        if self._size > LONGEST:
            raise Unreadable(f"holds more than {LONGEST:,} characters", "Split it, or add the part that you need.")
        self._parts.append(text)

    def text(self) -> str:
        """The whole text."""
        return "".join(self._parts) + "\n"

    def to_json(self) -> dict[str, Any]:
        """What the child hands to its parent."""
        return {
            "text": self.text(), "title": line(self.title)[:200], "media_type": self.media_type, "notes": self.notes,
            "ocr": self.ocr, "published": self.published,
        }  # fmt: skip


def clean(text: str) -> str:
    """Without control characters and lone surrogates, which no text layer can carry; line ends as `\\n`."""
    return _CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))


def block(text: str) -> str:
    """Cleaned, without blanks around its lines; form feeds that stand in it stay."""
    pieces = text.split("\f")
    return "\f".join(_squeezed(p) for p in pieces).strip(" \n")


def _squeezed(text: str) -> str:
    return _BLANKS.sub(lambda m: "\n" if "\n" in m[0] else " ", clean(text))


def line(text: str) -> str:
    """One line of it."""
    return " ".join(clean(text).split())


def bold_marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """`text` with `**` around the spans, which stand in order; spans with nothing but blanks between them are one."""
    joined: list[list[int]] = []
    for start, end in spans:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1][1] = end
        else:
            joined.append([start, end])
    for start, end in reversed(joined):
        words = text[start:end]
        inner = words.strip()
        if any(map(str.isalnum, inner)):
            at = start + words.index(inner)
            text = f"{text[:at]}**{inner}**{text[at + len(inner) :]}"
    return text


def row(cells: Sequence[str]) -> str:
    """Cells between bars; a bar inside a cell becomes a broken bar."""
    return "| " + " | ".join(line(c).replace("|", "¦") for c in cells) + " |"

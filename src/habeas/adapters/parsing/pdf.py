"""PDF files with a text layer: columns, tables, paragraphs over lines and pages, footnotes, without running titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from habeas.adapters.parsing.layer import Layer
from habeas.adapters.parsing.pdf_bare_tables import take_bare_tables
from habeas.adapters.parsing.pdf_columns import flows, has_columns
from habeas.adapters.parsing.pdf_glyphs import Segment, segments
from habeas.adapters.parsing.pdf_margins import without_margins
from habeas.adapters.parsing.pdf_paragraphs import Piece, joined, pieces_of, together
from habeas.adapters.parsing.pdf_tables import Grid, rules_of, take_tables
from habeas.adapters.parsing.unreadable import Unreadable

MEDIA = "application/pdf"
MOST_PAGES, MOST_CHARACTERS = 3_000, 5_000_000
_FEW_LETTERS = 12
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass
class Page:
    """What stands on a page; `picture` says that an image covers much of it, `said` the text read from the picture."""

    segments: list[Segment]
    rules: list[tuple[float, float, float, float]]
    height: float
    picture: bool = False
    said: str | None = None
    grids: list[Grid] = field(default_factory=list)

    @property
    def scanned(self) -> bool:
        """A picture without a text layer."""
        return self.picture and sum(c.isalpha() for s in self.segments for c in s.text) < _FEW_LETTERS


def read_pdf(data: bytes) -> dict[str, Any]:
    """The text layer as JSON, with the numbers of the pages that are `scanned`. Raises `Unreadable`."""
    document = opened(data)
    pages = pages_of(document)
    layer = layer_of(pages, _title(document))
    return {**layer.to_json(), "scanned": [n for n, p in enumerate(pages, 1) if p.scanned]}


def opened(data: bytes) -> Any:
    """The document. Raises `Unreadable` when it is encrypted, broken, empty or has too many pages."""
    try:
        document = pdfium.PdfDocument(data)
        count = len(document)
    except pdfium.PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            raise Unreadable(
                "is an encrypted PDF file", "Open it with its password and save it without one."
            ) from error
        raise Unreadable("is a broken PDF file", "Get the file again, or print it to PDF anew.") from error
    if not count:
        raise Unreadable("is a PDF file without pages", "Get the file again.")
    if count > MOST_PAGES:
        raise Unreadable(f"has {count:,} pages; the limit is {MOST_PAGES:,}", "Split it.")
    return document


def pages_of(document: Any) -> list[Page]:
    """Every page with its segments. A page that cannot be loaded counts as empty."""
    pages, left = [], MOST_CHARACTERS
    for number in range(len(document)):
        try:
            page = document[number]
        except pdfium.PdfiumError:
            pages.append(Page([], [], 800))
            continue
        found = _page(page, left)
        left -= sum(len(s.text) for s in found.segments)
        if left <= 0:
            raise Unreadable(f"holds more than {MOST_CHARACTERS:,} characters", "Split it.")
        pages.append(found)
        page.close()
    return pages


def _page(page: Any, most: int) -> Page:
    textpage = page.get_textpage()
    rules = rules_of(page)
    uprights = [r for r in rules if r[3] - r[1] > r[2] - r[0]]
    found = segments(textpage.raw, most, uprights)
    textpage.close()
    wide, high = page.get_size()
    return Page(found, rules, high, _is_picture(page, wide * high))


def _is_picture(page: Any, area: float) -> bool:
    for number, item in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)):
        left, bottom, right, top = item.get_bounds()
        if (right - left) * (top - bottom) > 0.4 * area:
            return True
        if number > 200:
            break
    return False


def layer_of(pages: Sequence[Page], title: str) -> Layer:
    """The pages as one text, a form feed before each but the first."""
    body = _body_height(pages)
    for page in pages:
        page.grids, page.segments = take_tables(page.segments, page.rules)
    kept, margins = without_margins([p.segments for p in pages], [p.height for p in pages])
    for page, segments_left in zip(pages, kept, strict=True):
        columns = has_columns(segments_left)
        bare, page.segments = ([], segments_left) if columns else take_bare_tables(segments_left, page.rules)
        page.grids += bare
    words = {w.lower() for p in pages for s in p.segments for w in _WORD.findall(s.text)}
    layer = Layer(media_type=MEDIA, title=title)
    if margins:
        layer.notes.append(f"Titles that repeat on every page were left out: {'; '.join(margins)[:200]}.")
    _write(layer, pages, body, words)
    return layer


def _body_height(pages: Sequence[Page]) -> float:
    heights: Counter[float] = Counter()
    for page in pages:
        for s in page.segments:
            heights[round(s.height, 1)] += len(s.text)
    return heights.most_common(1)[0][0] if heights else 10.0


Part = Piece | Grid


def _write(layer: Layer, pages: Sequence[Page], body: float, words: Collection[str]) -> None:
    """A paragraph that goes on over a page's end holds the form feed; so does a table."""
    notes: list[tuple[int, str]] = []
    parts: list[Part | None] = []
    for number, page in enumerate(pages, 1):
        found = list(_parts(page, body, words))
        notes += [(number, p.text) for p in found if isinstance(p, Piece) and p.kind == "note"]
        rest: list[Part] = [p for p in found if not (isinstance(p, Piece) and p.kind == "note")]
        if number > 1 and rest and parts and _goes_on(parts[-1], rest[0], words):
            rest.pop(0)
        elif number > 1:
            parts.append(None)
        parts += rest
    sizes = sorted({round(p.height, 1) for p in parts if isinstance(p, Piece) and p.kind == "heading"}, reverse=True)
    for part in parts:
        _add(layer, part, sizes)
    if notes:
        layer.heading("Notes", 2)
    for page_number, text in notes:
        layer.item(f"{text} (page {page_number})" if len(pages) > 1 else text)


def _add(layer: Layer, part: Part | None, sizes: list[float]) -> None:
    if part is None:
        layer.page()
    elif isinstance(part, Grid):
        layer.rows(part.rows)
    elif part.kind == "heading":
        layer.heading(part.text, 1 + min(sizes.index(round(part.height, 1)), 4))
    elif part.kind == "item":
        layer.item(part.text)
    else:
        layer.paragraph(part.text)


def _parts(page: Page, body: float, words: Collection[str]) -> Iterator[Part]:
    """Pieces and tables of a page in the order of reading."""
    if page.said is not None:
        for paragraph in re.split(r"\n\s*\n", page.said):
            if said := joined([s.strip() for s in paragraph.splitlines() if s.strip()], words):
                yield Piece("paragraph", said, body, not said.endswith((".", "!", "?", ":")))
        return
    grids = sorted(page.grids, key=lambda g: -g.box[3])
    above = page.segments
    for grid in grids:
        before = [s for s in above if s.bottom >= (grid.box[1] + grid.box[3]) / 2]
        yield from _columns(before, body, words)
        above = [s for s in above if s.bottom < (grid.box[1] + grid.box[3]) / 2]
        yield grid
    yield from _columns(above, body, words)


def _columns(found: list[Segment], body: float, words: Collection[str]) -> list[Piece]:
    """The pieces of columns beside each other; a paragraph that goes on in the next column is one, notes come last."""
    pieces: list[Piece] = []
    notes: list[Piece] = []
    for flow in flows(found):
        here = list(pieces_of(flow, body, words))
        notes += [p for p in here if p.kind == "note"]
        here = [p for p in here if p.kind != "note"]
        if pieces and here and _goes_on(pieces[-1], here[0], words, " "):
            here.pop(0)
        pieces += here
    return pieces + notes


def _goes_on(last: Part | None, first: Part, words: Collection[str], between: str = "\f") -> bool:
    """Joins the first part of a page or column to the last of the one before, where that goes on."""
    if isinstance(last, Grid) and isinstance(first, Grid) and len(last.rows[0]) == len(first.rows[0]):
        rows = first.rows[1:] if first.rows[0] == last.rows[0] else first.rows
        if rows:
            last.rows += [["\f" + rows[0][0], *rows[0][1:]], *rows[1:]]
        return bool(rows)
    if isinstance(last, Piece) and isinstance(first, Piece) and last.open:
        if last.kind not in ("paragraph", "item") or first.kind != "paragraph" or first.text.startswith("**"):
            return False
        last.text = together(last.text, first.text, between, words)
        last.open = first.open
        return True
    return False


def _title(document: Any) -> str:
    try:
        return document.get_metadata_dict().get("Title", "") or ""
    except (pdfium.PdfiumError, UnicodeError):
        return ""

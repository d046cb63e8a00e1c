"""From a place in a text back to the page: a form feed stands where each page but the first begins."""

from __future__ import annotations

PAGE_BREAK = "\f"


def paged(text: str) -> bool:
    """Whether the text knows pages (or sheets)."""
    return PAGE_BREAK in text


def page_of(text: str, place: int) -> int | None:
    """The page, from 1, on which a character stands; None for a text without pages."""
    return text.count(PAGE_BREAK, 0, place + 1) + 1 if paged(text) else None


def paragraph_of(text: str, place: int) -> int:
    """The paragraph, from 1, of its page (or of a text without pages) in which a character stands."""
    start = text.rfind(PAGE_BREAK, 0, place + 1) + 1
    before = text[start:place].split("\n\n")
    return sum(bool(part.strip()) for part in before[:-1]) + 1

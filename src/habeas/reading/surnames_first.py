"""Names as registers write them, the surname before a comma: "PETROV, Ivan Sergeevich", "Petrova, Anna (b. 1990)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from habeas.reading.cards import in_name_field
from habeas.reading.layout import Layout
from habeas.reading.names import Stretch
from habeas.reading.proposals import Span

_GOES_ON = re.compile(r"\s*(?:[,(.;:|\t]|[–—-]\s|and\b|$)", re.M)
_LONGEST = 5


def with_surnames_first(text: str, layout: Layout, found: Iterable[Stretch]) -> Iterator[Stretch]:
    """The stretches in order, a surname and the given names behind its comma as one.

    A surname in capitals counts anywhere, another one only where it opens a block (or follows a label for names) and
    the given names end the phrase.
    """
    held: Stretch | None = None
    for stretch in _two_fields(text, layout, found):
        if held is not None and _belong(text, layout, held, stretch):
            yield _joined(held, stretch)
            held = None
            continue
        if held is not None:
            yield held
        held = stretch
    if held is not None:
        yield held


def _belong(text: str, layout: Layout, surname: Stretch, given: Stretch) -> bool:
    if len(surname.words) > 1 or surname.blocked or given.blocked or len(given.words) >= _LONGEST:
        return False
    if text[surname.span[1] : given.span[0]] != ", " or given.classes[0] not in ("given", "plain"):
        return False
    capitals = surname.words[0].isupper() and len(surname.words[0]) > 2 and not given.words[0].isupper()
    labelled = in_name_field(text, layout, surname.span)
    opens = (labelled or _opens(layout, surname.span)) and bool(_GOES_ON.match(text, given.span[1]))
    if labelled and opens and (capitals or given.classes[0] == "given"):
        return True
    if capitals and surname.classes[0] != "initial":
        return given.classes[0] == "given" or opens
    return opens and "given" in given.classes and surname.classes[0] in ("surname", "caps")


def _opens(layout: Layout, span: Span) -> bool:
    block = layout.block_at(span[0])
    return block is not None and block.span[0] == span[0] and block.kind in ("paragraph", "item", "heading")


def _joined(surname: Stretch, given: Stretch) -> Stretch:
    return Stretch(
        surname.words + given.words, surname.classes + given.classes, (surname.span[0], given.span[1]), surname.title,
        surname.before, False,
    )  # fmt: skip


_FAMILY = re.compile(r"\W*(?:\d{1,2}\W+)?(?:family name|surname|last name)\W*", re.I)
_GIVEN = re.compile(r"\W*(?:\d{1,2}\W+)?(?:given|first) names?\W*|\W*(?:\d{1,2}\W+)?forenames?\W*", re.I)


def _two_fields(text: str, layout: Layout, found: Iterable[Stretch]) -> Iterator[Stretch]:
    """Where the surname and the given names have fields of their own, under each other, both are the whole name."""
    held: Stretch | None = None
    for stretch in found:
        if held is not None:
            if _in_field(text, layout, stretch, _GIVEN) and _blocks_between(layout, held, stretch) == 1:
                words, classes = held.words + stretch.words, held.classes + stretch.classes
                held = replace(held, words=words, classes=classes)
                stretch = replace(stretch, words=words, classes=classes)
            yield held
        held = stretch if _in_field(text, layout, stretch, _FAMILY) else None
        if held is None:
            yield stretch
    if held is not None:
        yield held


def _in_field(text: str, layout: Layout, stretch: Stretch, label: re.Pattern[str]) -> bool:
    block = layout.block_at(stretch.span[0])
    return block is not None and bool(label.fullmatch(text, block.span[0], stretch.span[0]))


def _blocks_between(layout: Layout, first: Stretch, second: Stretch) -> int:
    one, other = layout.index_at(first.span[0]), layout.index_at(second.span[0])
    return (other or 0) - (one or 0)

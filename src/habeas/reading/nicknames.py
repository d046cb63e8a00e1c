"""Names with a nickname in quotation marks between their words: `Ernesto "Neto" Palacios` is one name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from habeas.reading.names import Stretch

_NICKNAME = re.compile(r"\s[\"“«‘']([^\W\d_][\w .’'-]{1,24})[\"”»’']\s")


def with_nicknames(text: str, found: Iterable[Stretch]) -> Iterator[Stretch]:
    """The stretches in order, the words before and behind a quoted nickname as one name."""
    held: Stretch | None = None
    for stretch in found:
        if held is None:
            held = stretch
            continue
        gap = text[held.span[1] : stretch.span[0]]
        whole = _NICKNAME.fullmatch(gap) if 4 < len(gap) < 32 else None
        opened = gap in (' "', " “", " «", " ‘", " '")
        if whole and _go_together(held, stretch):
            held = _joined(held, stretch)
        elif opened and len(stretch.words) <= 2 and _NICKNAME.match(text, held.span[1]):
            continue  # the nickname itself: what stands behind it decides
        else:
            yield held
            held = stretch
    if held is not None:
        yield held


def _go_together(first: Stretch, second: Stretch) -> bool:
    kinds = {*first.classes, *second.classes}
    return not first.blocked and len(first.words) <= 2 and len(second.words) <= 3 and bool(kinds & {"given", "surname"})


def _joined(first: Stretch, second: Stretch) -> Stretch:
    return Stretch(
        first.words + second.words, first.classes + second.classes, (first.span[0], second.span[1]), first.title,
        first.before, second.blocked,
    )  # fmt: skip

"""The numbers of a text beside the figures of a register: which figure each is about, and whether it still holds."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from habeas.check.against.held import AGREES, DIFFERS, UNTOLD, HeldNumber
from habeas.evidence.document import Document
from habeas.figures import Figure
from habeas.reading.proposals import Reading

ABOUT = 0.1
"""How far an approximate number may lie off."""
PART = 0.5
"""A number below so much of the figure may count a part of it: then it cannot be told whether it differs."""
_TITLED = re.compile(
    r"^[#* \t]*(?P<title>[^:\n#*]{4,60}): \**(?P<least>at least |не менее )?(?P<value>\d[\d,\u202f ]*)\**\.?$", re.M
)


def held_numbers(document: Document, reading: Reading, figures: Mapping[str, Figure]) -> Iterator[HeldNumber]:
    """Each number of which it can be told what it counts, in the order of the text."""
    found: dict[tuple[int, int], HeldNumber] = {}
    for claim in reading.claims:
        if claim.kind == "asserted_figure" and (name := figure_of(str(claim.fields.get("counts") or ""))) in figures:
            count = claim.fields["count"]
            text = document.text[slice(*claim.span)]
            found[claim.span] = _held(text, claim.span, count["value"], count["comparator"], figures[name])
    titles = {f.title.casefold(): f for f in figures.values()}
    for match in _TITLED.finditer(document.text):
        figure = titles.get(match["title"].strip().casefold())
        if figure:
            value = int(re.sub(r"\D", "", match["value"]))
            found[match.span()] = _held(
                match[0].strip(" #*"), match.span(), value, ">=" if match["least"] else "=", figure
            )
    return iter(sorted(found.values(), key=lambda n: n.span))


def figure_of(counts: str) -> str:
    """The name of the figure that counts what these words say; empty when none does."""
    said = " ".join(counts.casefold().split())
    for name, says, but in _declared():
        if any(p.search(said) for p in says) and not any(p.search(said) for p in but):
            return name
    return ""


def holds(value: float, comparator: str, low: float, high: float) -> bool:
    """Whether a stated number can be true of a figure between `low` and `high`."""
    match comparator:
        case ">=":
            return high >= value
        case ">":
            return high > value
        case "<=":
            return low <= value
        case "<":
            return low < value
        case "~":
            return low * (1 - ABOUT) <= value <= high * (1 + ABOUT)
    return low <= value <= high


def _held(text: str, span: tuple[int, int], value: float, comparator: str, figure: Figure) -> HeldNumber:
    low, high = float(figure.low), float(figure.high)
    if value == figure.value or holds(value, comparator, low, high):
        verdict = AGREES
    else:
        verdict = UNTOLD if value < PART * low else DIFFERS
    return HeldNumber(text, span, value, comparator, figure.name, figure.title, low, high, verdict)


@cache
def _declared() -> tuple[tuple[str, tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]], ...]:
    said = tomllib.loads((files("habeas.check") / "data" / "register_figures.toml").read_text("utf-8"))["figure"]
    return tuple((f["name"], tuple(map(re.compile, f["says"])), tuple(map(re.compile, f.get("not", ())))) for f in said)

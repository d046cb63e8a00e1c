"""How sources write an article: "Art. 189, part 4", "233-1", "405 (2)", "ст. 174 ч. 1". Out: number and part."""

from __future__ import annotations

import re
from functools import lru_cache

from habeas.errors import HabeasError

_NUMBER = re.compile(r"([0-9]{1,4})(?:\s*[-‐‑‒–−]\s*([0-9]{1,2})(?![0-9]))?([⁰¹²³⁴⁵⁶⁷⁸⁹]*)")
_PART = re.compile(r"(?:part|section|paragraph|p\.|para\.?|ч\.?|часть|части|\()\s*([0-9]{1,2})", re.IGNORECASE)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


_DOTTED = re.compile(r"(?<![0-9.])([0-9]{1,4}(?:[-‐‑‒–−][0-9]{1,2})?)((?:\.[0-9]{1,3})+)(?![0-9])")


class NotAnArticle(HabeasError):
    """The text has no article number."""

    exit_code = 2


@lru_cache(maxsize=4096)
def cited_in(text: str, numbers: frozenset[str]) -> tuple[str, str | None]:
    """The same, held against the numbers of a country's codes, for a dot means two things: `280.3` is an article of
    Russia's code, and `234.4.3` is part 4.3 of Article 234 of Azerbaijan's. Raises `NotAnArticle`.
    """
    dotted = _DOTTED.search(text)
    if dotted:
        base, tail = citation(dotted[1])[0], dotted[2][1:].split(".")
        rest = text[: dotted.start()] + " " + text[dotted.end() :]
        said = _PART.search(rest)
        if f"{base}.{tail[0]}" in numbers:
            return f"{base}.{tail[0]}", ".".join(tail[1:]) or (said[1] if said else None)
        return base, ".".join(tail)
    number, part = citation(text)
    with_dot = number.replace("-", ".")
    return (with_dot if number not in numbers and with_dot in numbers else number), part


@lru_cache(maxsize=4096)
def citation(text: str) -> tuple[str, str | None]:
    """Number (`189`, `233-1`) and part (`4` or None) of one citation. Raises `NotAnArticle`."""
    parts = _PART.search(text)
    rest = text[: parts.start()] + " " + text[parts.end() :] if parts else text
    match = _NUMBER.search(rest)
    if not match:
        raise NotAnArticle(f"{text!r} has no article number.", "Write the number, such as 174, 233-1 or 405(2).")
    raised = match[3].translate(_RAISED)
    suffix = match[2] or raised
    return f"{int(match[1])}-{int(suffix)}" if suffix else str(int(match[1])), parts[1] if parts else None

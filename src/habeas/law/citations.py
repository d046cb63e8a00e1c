"""How sources write an article: "Art. 189, part 4", "233-1", "405 (2)", "ст. 174 ч. 1". Out: number and part."""

from __future__ import annotations

import re
from functools import lru_cache

from habeas.errors import HabeasError

_NUMBER = re.compile(r"([0-9]{1,4})(?:\s*[-‐‑‒–−]\s*([0-9]{1,2})(?![0-9]))?([⁰¹²³⁴⁵⁶⁷⁸⁹]*)")
_PART = re.compile(r"(?:part|section|paragraph|p\.|para\.?|ч\.?|часть|части|\()\s*([0-9]{1,2})", re.IGNORECASE)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


class NotAnArticle(HabeasError):
    """The text has no article number."""

    exit_code = 2


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

"""Which parts of a line run from right to left: a page sets them apart, so that they do not pull in what stands beside.

Source: Unicode Standard Annex 9 (bidirectional algorithm), section 2.7: embedded text of unknown direction is isolated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_LETTER = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_RUN = re.compile(rf"[{_LETTER}](?:[\s\u200c\u200d\-–'’.]*[{_LETTER}])*")
_FIRST, _POP = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


def parts(line: str) -> Iterator[tuple[str, bool]]:
    """The line in pieces, in order; True for those in Arabic, Hebrew and other scripts that run from right to left."""
    end = 0
    for run in _RUN.finditer(line):
        if run.start() > end:
            yield line[end : run.start()], False
        yield run.group(), True
        end = run.end()
    if end < len(line):
        yield line[end:], False


def isolated(line: str) -> str:
    """The line with such pieces between isolating signs, for places that take no markup, such as a page's title."""
    return "".join(f"{_FIRST}{part}{_POP}" if right else part for part, right in parts(line))

"""What a pattern cannot match without: a few literal words, looked for before the pattern itself is run.

Most rows of a table match in no sentence. Looking for a word in a string is much cheaper than running a pattern that
may begin anywhere, and the words are taken from the pattern, so that nobody keeps them in step by hand.
"""

from __future__ import annotations

import re
import re._constants as _op  # type: ignore[import-not-found]
import re._parser as _parser  # type: ignore[import-not-found]
from typing import Any

_MANY = 12
"""More alternatives than this are no cheaper to look for than the pattern is to run."""


def needed(pattern: str) -> tuple[str, ...] | None:
    """Literals of which every match of `pattern` holds at least one, or None where there is no such set (and for a
    pattern that ignores capitals). Raises `re.error` for what is no pattern.
    """
    parsed = _parser.parse(pattern)
    found = None if parsed.state.flags & re.IGNORECASE else _of_sequence(parsed)
    return found if found and len(found) <= _MANY and min(map(len, found)) > 2 else None


def _of_sequence(sequence: Any) -> tuple[str, ...] | None:
    """The best set of one element: every element of a sequence has to match."""
    sets: list[tuple[str, ...]] = []
    run = ""
    for op, value in [*sequence, (None, None)]:
        if op is _op.LITERAL:
            run += chr(value)
            continue
        if run:
            sets.append((run,))
            run = ""
        if (inner := _of_element(op, value)) is not None:
            sets.append(inner)
    return max(sets, key=lambda s: min(map(len, s)), default=None)


def _of_element(op: Any, value: Any) -> tuple[str, ...] | None:
    if op is _op.SUBPATTERN:
        _, added, _, inside = value
        return None if added & re.IGNORECASE else _of_sequence(inside)
    if op is _op.BRANCH:
        sets = [_of_sequence(branch) for branch in value[1]]
        return None if None in sets else tuple(dict.fromkeys(w for s in sets if s for w in s))
    if op in (_op.MAX_REPEAT, _op.MIN_REPEAT) and value[0] >= 1:
        return _of_sequence(value[2])
    return None

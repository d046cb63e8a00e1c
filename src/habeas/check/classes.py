"""Which class of measure the words of a heading or sentence speak of."""

from __future__ import annotations

import re

CUSTODY, NON_CUSTODIAL, SUSPENDED, INVESTIGATION, ABROAD = (
    "custody",
    "non_custodial",
    "suspended",
    "investigation",
    "abroad",
)

_WORDS = (
    (
        CUSTODY,
        r"\b(?:in|to|behind|from)\s+(?:\w+\s+)?(?:prisons?|jails?|custody|detention|bars)\b|\bimprisoned\b|\bincarcerated\b"
        r"|\bdeprived\s+of\s+(?:their\s+)?(?:liberty|freedom)\b|\bremain(?:s|ing)?\s+in\s+(?:prison|custody|detention)"
        r"|\bprison\s+(?:terms?|sentences?)\b|\bserv\w+\s+(?:time|sentences?)\s+in\b|\bheld\s+in\b",
    ),
    (SUSPENDED, r"\bsuspended\b|\bprobation|\bconditional\s+(?:sentence|term)"),
    (NON_CUSTODIAL, r"\b(?:restrictions?|restraint|limitation)\s+of\s+(?:liberty|freedom)\b|\bnon-custodial\b"),
    (INVESTIGATION, r"\bunder\s+investigation\b|\bawaiting\s+trial\b|\bunder\s+trial\b|\bbeing\s+investigated\b"),
    (ABROAD, r"\babroad\b|\bin\s+exile\b|\basylum\b"),
)
_PATTERNS = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _WORDS)
STILL_HELD = re.compile(
    r"\b(?:continues?|remains?|still|currently)\b[^.]{0,40}\b(?:prison|custody|detention|jail|serv\w+ time)\b",
    re.IGNORECASE,
)
"""Words that put somebody in prison now."""

_NO_LONGER = re.compile(r"\b(?:former|formerly|released|threatened with|risk of|face)\b", re.IGNORECASE)


def classes_of(words: str) -> frozenset[str]:
    """The classes of measure that the words name: custody, suspended, non_custodial, investigation, abroad.

    "Former prisoners" and "threatened with imprisonment" name no custody.
    """
    found = {name for name, pattern in _PATTERNS if pattern.search(words)}
    if CUSTODY in found and _NO_LONGER.search(words):
        found.discard(CUSTODY)
    return frozenset(found)

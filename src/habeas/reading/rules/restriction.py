"""Bans and other limits beside the main penalty, with their length."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from habeas.reading.clauses import Statement
from habeas.reading.draft import Draft
from habeas.reading.rules.predicates import AUX, read_table, row

TRIGGERS = (
    "ban ",
    "banned",
    "prohibit",
    "forbad",
    "forbid",
    "barred",
    "blocked",
    "deprived of the right",
    "bans ",
    "travel ban",
    "frozen",
    "froze",
    "passport",
    "undertaking",
    "pledge",
    "disqualified",
    "promise not",
)
_WHAT = (
    ("social_media", r"social (?:media|networks?)|internet|online|posting|comments?|writing"),
    ("travel", r"travel|leav(?:e|ing)|abroad|country|exit"),
    ("bank_account", r"bank|accounts?|financial"),
    ("assemblies", r"rall(?:y|ies)|assembl|meetings?|protests?|demonstrations?|actions"),
    ("office", r"offices?|positions?|posts?\b|posts of|leadership|managerial|holding"),
    ("public_activity", r"public|civil|social activit|associations?|politic|activit|journalis"),
)  # fmt: skip
_KINDS = tuple((name, re.compile(rf"\b(?:{pattern})")) for name, pattern in _WHAT)


def _ban(statement: Statement, match: re.Match[str]) -> Mapping[str, Any] | None:
    tail = statement.masked[match.end() : match.end() + 200]
    found = [(m.start(), name) for name, pattern in _KINDS if (m := pattern.search(tail))]
    length = next(
        (x.length for x in statement.lengths if x.span[0] >= match.start() and not x.ranged and x.length != "life"),
        None,
    )
    back = statement.masked[max(0, match.start() - 24) : match.start()]
    if length is None and statement.lengths and re.search(r"\bof\s+(?:an?\s+)?$", back):
        length = next((x.length for x in reversed(statement.lengths) if x.span[1] <= match.start()), None)
    if not found:
        return None
    return {"what": min(found)[1], "length": length}


_TABLE = (
    row(
        "was-banned", "subject",
        rf"{AUX}(?:banned|prohibited|barred|forbidden|deprived of the right|disqualified)",
        _ban,
    ),
    row(
        "bans", "object",
        r"(?<!was )(?<!were )(?<!been )(?:banned|prohibited|forbade|barred|forbidding|prohibiting|"
        r"deprived)(?! (?:organi[sz]ation|movement|propaganda|group))",
        _ban,
    ),
    row(
        "not-to-leave", "subject",
        r"(?:had to (?:give|sign)|gave|signed|made to sign|forced to sign|under) (?:an? )?(?:written )?(?:undertaking|"
        r"pledge|promise) not to leave",
        {"what": "travel", "length": None}, 0.85,
    ),
    row(
        "passport-taken", "subject",
        r"(?:(?:had|has had) (?:his|her|their) passports? (?:taken(?: away)?|confiscated|seized|withdrawn|revoked|"
        r"cancelled|annulled)|lost (?:his|her|their) passports?(?= (?:in|on) \x02))",
        {"what": "travel", "length": None}, 0.8,
    ),
    row("ban-on", "any", r"(?:an?|the|with a|and a) (?:\w+[ -]){0,2}?(?:ban|prohibition) (?:on|from)", _ban, 0.9),
    row(
        "accounts-blocked", "owner",
        r"(?:bank|banking) accounts?(?= (?:was|were|has been|have been) (?:also )?(?:blocked|frozen))",
        {"what": "bank_account", "length": None}, 0.9,
    ),
    row(
        "account-block", "any",
        r"(?:blocked|froze|frozen)(?= (?:his|her|their|\x01+'s) (?:bank )?accounts?)",
        {"what": "bank_account", "length": None}, 0.9,
    ),
)  # fmt: skip


def read(statement: Statement) -> Iterator[Draft]:
    """The restrictions that one sentence tells."""
    return read_table(statement, "restriction", _TABLE)

"""Deaths and disappearances of named people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from habeas.reading.clauses import Statement
from habeas.reading.draft import Draft
from habeas.reading.rules.predicates import AUX, read_table, row

TRIGGERS = (
    " died",
    "death",
    " dead",
    "killed",
    "murdered",
    "disappear",
    "missing",
    "whereabouts",
    "passed away",
    "lost his life",
    "lost her life",
    "did not survive",
    "shot ",
    "executed",
    "committed suicide",
)


def _died(statement: Statement, match: re.Match[str]) -> Mapping[str, Any]:
    place = re.search(
        r"\b(?:in|at) (?:the )?((?:[\w-]+ ){0,3}?(?:prison|colony|custody|detention|hospital|cell|"
        r"exile))\b",
        statement.masked[match.end() : match.end() + 60],
    )
    cause = re.match(r" (?:of|from) ((?:an? )?[\w -]{3,40}?)(?=[,.]| in | on | at |$)", statement.masked[match.end() :])
    return {"cause": cause[1] if cause and "\x02" not in cause[1] else None, "place": place[1] if place else None}


_DEATH = (
    row("died", "subject", r"(?:died|passed away|lost (?:his|her|their) (?:life|lives)|"
        r"did not survive (?:prison|custody|detention|the colony)|"
        r"(?:was|were) found dead|committed suicide)", _died, 0.9),
    row("killed", "subject", rf"{AUX}(?:killed|murdered|shot dead|executed)", _died, 0.9),
)  # fmt: skip
_GONE = (
    row(
        "disappeared", "subject",
        rf"(?:has |had )?(?:disappeared|went missing|gone missing)|{AUX}forcibly disappeared|(?:is|was|are|"
        r"were) (?:still )?missing",
        {"acknowledged": None}, 0.9,
    ),
    row(
        "whereabouts", "owner",
        r"whereabouts(?= (?:is|are|was|were|remain\w*) (?:still )?(?:un\w+|not known))",
        {"acknowledged": None, "whereabouts": "unknown"}, 0.9,
    ),
)  # fmt: skip


def read(statement: Statement) -> Iterator[Draft]:
    """Deaths and disappearances that one sentence tells."""
    for draft in read_table(statement, "death", _DEATH):
        if statement.context.people.role(draft.persons[0]) != "relative":
            yield replace(draft, fields={k: v for k, v in draft.fields.items() if v is not None})
    for draft in read_table(statement, "disappearance", _GONE):
        yield replace(draft, fields={k: v for k, v in draft.fields.items() if v is not None})

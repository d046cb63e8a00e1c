"""State lists of extremists or terrorists, wanted lists and notices: who was put on them and who was taken off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from habeas.reading.clauses import Statement
from habeas.reading.draft import Draft
from habeas.reading.rules.predicates import AUX, read_table, row

TRIGGERS = (
    "list",
    "wanted",
    "register of",
    "red notice",
    "designat",
    "foreign agent",
    "declared",
    "labelled",
    "labeled",
)
_LIST = (
    r"(?:(?:the|a|an|its|their|this|state|national|federal|international|government|interpol's|interpol|official|"
    r"russian|\w+'s|['\"]) ?){0,4}"
    r"(?:['\" ]*)(?:(?:wanted|search|terrorist|extremist|terrorism|sanctions|most|consolidated|federal|national|"
    r"state) ){0,3}(?:lists?|register|registry|database)\b"
)
_BAD = (
    r"(?:persons? (?:linked|involved|associated)|extremis\w*|terroris\w*|wanted|individuals|organi[sz]ations? and|"
    r"foreign agents?)"
)


_AS = re.compile(r"(?:terrorist|extremist|foreign agent)$")


def _listed(statement: Statement, match: re.Match[str]) -> Mapping[str, Any] | None:
    return _fields(statement, match, "listed")


def _delisted(statement: Statement, match: re.Match[str]) -> Mapping[str, Any] | None:
    return _fields(statement, match, "delisted")


_BAD_LIST = re.compile(rf"{_BAD}|interpol|red notice|designat|terrorism|extremism")


def _headings(statement: Statement) -> str:
    """The headings over a sentence, where "the list" may have its name."""
    text = statement.context.text
    return " ".join(text[a:b] for a, b in statement.context.layout.headings_at(statement.span[0])).lower()


def _fields(statement: Statement, match: re.Match[str], action: str) -> Mapping[str, Any] | None:
    flat = statement.flat
    if not _BAD_LIST.search(flat) and not _BAD_LIST.search(_headings(statement)):
        return None
    if re.search(r"\blist of (?:political prisoners|\d+|politically)", flat):
        return None
    found = re.search(
        r"(?:the\s+)?(?:[\"“‘']?(?:list|register|registry|"
        r"database)s?\b(?:\s+of\s+[“\"‘]?[\w\s-]{3,60}?)?(?=[,.;”\"’]|\s+on\b|\s+in\b|\s+since\b|$)|"
        r"(?:wanted|search)\s+list|red\s+notice\w*)",
        statement.text[max(0, match.start() - 10) :],
        re.IGNORECASE,
    )
    name = re.sub(r"^the |[“”\"‘’']", "", " ".join(found[0].split())).strip() if found else None
    return {"list": name, "action": action}


_TABLE = (
    row(
        "not-known", "subject",
        rf"whether (?:\x01+|he|she|they) (?:has|have|had) been removed from {_LIST}",
        lambda s, m: None,
    ),
    row("removed", "object", rf"(?:removed|deleted|excluded)(?= [\x01\w' ,]{{2,80}}? from {_LIST})", _delisted),
    row("was-removed", "subject", rf"{AUX}(?:removed|deleted|excluded) from {_LIST}", _delisted),
    row(
        "was-included", "subject",
        rf"{AUX}(?:included|placed|put|entered|added|listed|inscribed) (?:in|on|to|into|onto) {_LIST}",
        _listed,
    ),
    row(
        "includes", "object",
        r"(?<!was )(?<!were )(?<!been )(?:included|placed|put|entered|added|listed)(?= [\x01\w' ,]{2,80}? (?:in|on|"
        rf"to|into|onto) {_LIST})",
        _listed,
    ),
    row("on-list", "subject", rf"(?:is|are|was|were|been|remain\w*) (?:\w+ )?on {_LIST}", _listed, 0.9),
    row(
        "list-includes", "object",
        rf"{_LIST} (?:also |currently |now )?includes(?:, in particular,|, among others,)?",
        _listed, 0.85,
    ),
    row(
        "list-supplemented", "object",
        rf"{_LIST}(?: of (?:[\w'\"-]+ ){{1,6}}?)? ?(?:was|were|has been) (?:supplemented|"
        rf"extended) with(?: the names? of)?",
        _listed, 0.85,
    ),
    row(
        "name-was-put", "owner",
        rf"name (?:was|has been|had been) (?:put|placed|added|entered|included) (?:in|on|to|into) {_LIST}", _listed,
    ),
    row(
        "wanted", "subject",
        rf"{AUX}(?:put|placed|declared) (?:on )?(?:the |a |an )?(?:\w+ )?wanted(?: list)?",
        _listed, 0.9,
    ),
    row(
        "designated", "subject",
        rf"{AUX}(?:designated|declared|recogni[sz]ed|labelled|labeled|named) (?:as )?(?:an? |the )?['\"]?(?:terrorist|"
        r"extremist|foreign agent)",
        lambda s, m: {"list": " ".join(_AS.findall(m[0])), "action": "listed"}, 0.85,
    ),
    row(
        "designates", "object",
        r"(?<!was )(?<!were )(?<!been )(?:designated|declared|labelled|labeled)(?= [\x01 ]{3,60}(?:as )?(?:an? |"
        r"the )?['\"]?(?:terrorist|extremist|foreign agent))",
        lambda s, m: {"list": None, "action": "listed"}, 0.85,
    ),
)  # fmt: skip


def read(statement: Statement) -> Iterator[Draft]:
    """The listings that one sentence tells."""
    return read_table(statement, "listing", _TABLE)

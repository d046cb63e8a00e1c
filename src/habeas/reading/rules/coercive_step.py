"""Searches, seizures, interrogations, summonses, surveillance, hacking, attempts to kidnap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from habeas.reading.anaphora import Who, inherited, resolve
from habeas.reading.attach import object_of, owner_of
from habeas.reading.clauses import Statement
from habeas.reading.draft import Draft
from habeas.reading.rules.predicates import AUX, read_table, row
from habeas.reading.rules.telling import tell

TRIGGERS = (
    "search",
    "raid",
    "seiz",
    "confiscat",
    "interrogat",
    "question",
    "summon",
    "surveil",
    "shadow",
    "wiretap",
    "hack",
    "kidnap",
    "bugged",
    "spying",
    "followed",
    "subpoena",
    "called in",
    "spied",
    "watching",
    "eavesdrop",
    "turned upside",
    "ransack",
)


def _act(name: str) -> Mapping[str, Any]:
    return {"act": name}


_HOME = r"(?:home|house|flat|apartment|office|place|residence|car|premises|cottage|dacha|room)"
_TABLE = (
    row(
        "interrogated", "subject",
        rf"{AUX}(?:\w+ and )?(?:interrogated|questioned|taken in for questioning|taken for interrogation)",
        _act("interrogation"),
    ),
    row("summoned", "subject", rf"{AUX}(?:summoned|subpoenaed|called in) (?:for|to|by)", _act("summons")),
    row(
        "interrogates", "object",
        r"(?<!was )(?<!were )(?<!been )(?<!and )(?:interrogated|interrogating)",
        _act("interrogation"), 0.9,
    ),
    row(
        "interrogates-and", "object",
        r"(?:shadow(?:ed|ing)?|surveilled|followed) and (?:interrogat|question)\w*|shadow and interrogate",
        _act("interrogation"), 0.85,
    ),
    row(
        "surveillance", "subject",
        rf"{AUX}(?:placed |put |kept )?under (?:\w+ )?surveillance|{AUX}(?:wiretapped|shadowed|followed by|surveilled|"
        r"bugged)",
        _act("surveillance"),
    ),
    row(
        "surveils", "object",
        r"(?:shadow(?:ed|ing)|spied on|spying on|been watching|were watching|wiretapped|eavesdropped on)",
        _act("surveillance"), 0.85,
    ),
    row(
        "hacked", "owner",
        r"(?:hacked|hacking of|broke into|gained access to|obtained access to)(?= [\x01\w' ]{0,40}(?:e-?mail|"
        r"accounts?|phone|telegram|computer))",
        _act("hacking"), 0.85,
    ),
    row(
        "kidnap", "object",
        r"(?:attempts? (?:was|were|had been|have been)? ?(?:made )?to|tried to|attempted to) (?:kidnap|abduct)",
        _act("kidnapping_attempt"), modality="happened",
    ),
    row(
        "had-home-searched", "subject",
        rf"(?:had|has had) (?:his|her|their) {_HOME} (?:searched|raided|turned upside down|ransacked)",
        _act("search"), 0.9,
    ),
    row("was-searched", "subject", rf"{AUX}searched", _act("search"), 0.9, unless=r"for (?!items|evidence|weapons)"),
)  # fmt: skip
_SEARCH = re.compile(
    r"\b(?:(?:conducted|carried out|performed|made|executed)\s+(?:an?\s+|several\s+)?(?:\w+\s+)?search(?:es)?|"
    r"search(?:es)?\s+(?:was|were|took)\s+\w+|"
    r"search(?:ed|ing)\s+(?=(?:\x01+|his|her|their|the|it|them)\b|\x01)|(?:police|officers|agents|fsb|kgb|authorities|"
    rf"forces)\s+raided|{_HOME}s?\s+(?:of\s+(?:(?:mr|ms|mrs)\s+)?\x01[\x01\s,and]{{0,60}}?)?(?:(?:in|at|near)\s+(?:[\w'-]+\s+){{1,3}}?)?(?:was|were)\s+(?:\w+\s+)?(?:searched|raided)|"
    r"(?:a|the|during(?:\s+(?:the|a|several))?|after\s+(?:the|a))\s+(?:house\s+|home\s+)?search(?:es)?\b(?!\s+(?:list|"
    r"warrant|engine|for\b)))"
)
_PLACE_OF = re.compile(r"\b(?:from|of|at|in|on|searched|raided)\s+(?:the\s+)?(?:\w+\s+){0,4}$")
_FROM_WHOM = re.compile(r"\b(?:from|of|searched)\s+(?:\w+\s+){0,2}$")
_SEIZED = re.compile(r"\b(?:seized|confiscated|taken away|withdrawn)\b")


def read(statement: Statement) -> Iterator[Draft]:
    """The coercive steps that one sentence tells."""
    yield from read_table(statement, "coercive_step", _TABLE)
    search = _SEARCH.search(statement.masked)
    if (
        search
        and not statement.quoted(search.start())
        and not re.search(r"\bsearch(?:es)?\s+(?:list|warrant)|wanted", statement.masked[: search.end()])
    ):
        who = _searched(statement, search)
        yield from tell(
            statement,
            who,
            search.start(),
            search.end(),
            kind="coercive_step",
            fields=_act("search"),
            rule="coercive_step.search",
            base=0.9,
        )
    seized = _SEIZED.search(statement.masked)
    if (
        seized
        and not statement.quoted(seized.start())
        and "power" not in statement.flat[seized.end() : seized.end() + 12]
    ):
        who = _from_whom(statement, seized)
        yield from tell(
            statement,
            who,
            seized.start(),
            seized.end(),
            kind="coercive_step",
            fields=_act("seizure"),
            rule="coercive_step.seizure",
            base=0.85,
        )


def _searched(statement: Statement, search: re.Match[str]) -> Who:
    """Whose place: "a search of X's car", "a search at X's home", "seized from X", her, else the entry's people."""
    masked = statement.masked
    for slot in statement.slots:
        if slot.kind == "group" or slot.span[0] < search.start():
            continue
        place = _PLACE_OF.search(masked, search.start(), slot.span[0])
        if place and (slot.owner or _FROM_WHOM.search(masked, search.start(), slot.span[0])):
            return resolve(statement, slot)
    owner = next(
        (
            s
            for s in statement.slots
            if s.owner
            and s.kind != "group"
            and re.match(rf"(?:'s?)?\s+(?:\w+\s+){{0,3}}{_HOME}\b", masked[s.span[1] :])
        ),
        None,
    )
    if owner:
        return resolve(statement, owner)
    if any(s.kind == "name" and not s.led for s in statement.slots) and not statement.entry_people:
        return resolve(statement, next(s for s in statement.slots if s.kind == "name" and not s.led))
    return inherited(statement)


def _from_whom(statement: Statement, seized: re.Match[str]) -> Who:
    for slot in statement.slots:
        if slot.kind != "group" and re.search(r"\bfrom\s+(?:the\s+)?$", statement.masked[: slot.span[0]]):
            return resolve(statement, slot)
    owner = owner_of(statement, seized.start(), seized.end())
    return owner if owner.persons else object_of(statement, seized.end())

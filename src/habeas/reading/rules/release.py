"""Releases with their ground, as far as the words beside them say it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from habeas.reading.clauses import Statement
from habeas.reading.draft import Draft
from habeas.reading.rules.predicates import AUX, read_table, row

TRIGGERS = (
    "releas",
    "freed",
    "set free",
    "parole",
    "pardon",
    "amnest",
    "walked",
    "left prison",
    "left the",
    "at liberty",
    "family",
    "relatives",
    "loose",
    "exchange",
    "let go",
    "swap",
    "free",
    "full term",
    "replac",
    "home",
    "term",
    "furlough",
    "sentence",
    "let ",
    "left ",
    " out",
    "discharged",
    "bail",
)
_GROUNDS = (
    ("parole",
        r"parole|early release|conditional(?:ly)? releas|releas\w+ (?:\w+ )?(?:early|conditionally)|"
        r"ahead of (?:time|schedule)"),
    ("pardon", r"pardon|clemency"),
    ("amnesty", r"amnest"),
    ("illness", r"illness|health|disease|medical grounds|humanitarian grounds"),
    ("acquittal", r"acquit"),
    ("exchange", r"exchange of prisoners|prisoner (?:swap|exchange)|swap"),
    ("bail", r"\bbail\b"),
    ("change_of_measure",
        r"recogni[sz]ance|not to leave|travel ban|house arrest|measure of restraint|"
        r"preventive measure|restriction (?:was )?changed|pending (?:trial|investigation)"),
    ("substitution", r"replac\w+|substitut\w+|commut\w+"),
    ("served",
        r"serv(?:ed|ing) (?:\w+ ){0,3}(?:full|entire|whole)|full(?:y)? (?:served|term)|after serving|"
        r"completing|end of (?:his|her|their) (?:sentence|term)|expir\w+"),
)  # fmt: skip
_GROUND = tuple((name, re.compile(pattern)) for name, pattern in _GROUNDS)


def _ground(statement: Statement, match: re.Match[str]) -> Mapping[str, Any]:
    near = statement.flat[max(0, match.start() - 90) : match.end() + 70]
    return {"ground": next((name for name, pattern in _GROUND if pattern.search(near)), "not_stated")}


_TABLE = (
    row(
        "parenthesis", "bracket",
        r"(?<=\()(?:pardoned|released|freed|amnestied|term expired|sentence expired)(?= (?:on |"
        r"in )?\x02)", _ground, 0.9,
    ),
    row("not-until", "subject", rf"{AUX}not (?:released|freed) until", _ground, modality="happened", noun=True),
    row(
        "was-released", "subject",
        rf"{AUX}(?:conditionally |early |temporarily )?(?:released|freed|set free|let go|let out|"
        rf"discharged from (?:prison|"
        r"custody|detention))",
        _ground, unless=r"(?:on the internet|online|in english|by the (?:studio|media))",
    ),
    row(
        "allowed-home", "subject",
        rf"{AUX}(?:set loose|allowed (?:to (?:go|return) )?home|(?:handed over|returned|given back) to (?:his|her|"
        r"their) (?:family|relatives|parents|wife|husband|mother|father))(?= [^.;]{0,20}?\x02)",
        _ground, 0.85,
    ),
    row(
        "free-since", "subject",
        r"(?:has|have|had) been (?:at liberty|free|out of (?:prison|jail|custody|detention)) (?:again )?since(?= \x02)",
        _ground, 0.85,
    ),
    row(
        "and-released", "subject",
        r"(?<=and )(?:later |subsequently |then )?(?:released|freed)(?= (?:on|in|after|from|without|under|pending|by|"
        r"the same|a|two|three|several|\x02)|[,.])",
        _ground, 0.9,
    ),
    row(
        "released", "object",
        r"(?<!was )(?<!were )(?<!been )(?<!be )(?<!to )(?:released|freed|freeing|releasing)",
        _ground, 0.93,
        unless=
            r"(?:a|an|the|its|his|her|their) (?:\w+ )?(?:statement|report|video|list|film|book|song|data|"
            r"documents?|information)",
    ),
    row("there-were-released", "listed", r"(?<=there )(?:were|was) released", _ground, 0.9),
    row(
        "parole-granted", "any",
        r"granted(?= [\x01\w', ]{0,60}?(?:parole|early release|conditional release|request for|application for|"
        r"petition for))(?: [\x01\w', ]{0,60}?(?:parole|(?:early|conditional) release))",
        lambda s, m: {"ground": "parole"}, 0.93,
    ),
    row(
        "was-granted-parole", "subject",
        rf"{AUX}granted (?:early|conditional)? ?(?:release|parole)",
        {"ground": "parole"},
    ),
    row(
        "pardoned", "subject",
        rf"{AUX}(?:\w+ly )?(?:pardoned|amnestied|granted (?:a )?(?:presidential )?(?:pardon|amnesty|clemency))"
        r"(?: and (?:released|freed|returned|deported|exchanged|flown|allowed|sent)(?: (?:to|from|home)(?: \w+)?)?)?",
        _ground, 0.9,
    ),
    row("received-pardon", "subject", r"received (?:a )?(?:presidential )?(?:pardon|amnesty)s?", _ground, 0.9),
    row("pardons", "object", r"(?<!was )(?<!were )(?<!been )(?:pardoned|pardoning)", _ground, 0.9),
    row(
        "pardons-to", "object",
        r"granted (?:\w+ ){0,2}?(?:pardons?|amnesty|clemency) to",
        lambda s, m: {"ground": "pardon"}, 0.9,
    ),
    row(
        "exchanged", "subject",
        rf"(?:left|leaves|{AUX}(?:flown|taken|sent|brought) (?:out of|to|from)|{AUX}(?:exchanged|"
        rf"swapped))(?= [^.;]{{0,80}}?\b(?:exchange|"
        rf"swap)\b)|{AUX}(?:exchanged|swapped) for",
        {"ground": "exchange"}, 0.9,
    ),
    row(
        "among-the-released", "subject",
        r"(?:was|were) among (?:(?:the|those|them|more than|dozens of|hundreds of) )?[\w, -]{0,40}?(?:released|"
        r"freed|pardoned)",
        _ground, 0.9,
    ),
    row(
        "adjective", "subject",
        r"(?<=[,(] )(?:released|freed|pardoned|let go)(?= (?:on|in|from|after|early|under|\x02))",
        _ground, 0.9,
    ),
    row(
        "came-out", "subject", r"(?:came|got) out(?= (?:of (?:prison|jail|the (?:colony|camp))|(?:on|in) \x02))",
        _ground, 0.8,
    ),
    row("free-from-a-day", "entry", r"(?:free|at liberty) since(?= \x02)", {"ground": "not_stated"}, 0.8),
    row(
        "until-pardon", "owner",
        r"(?:(?<=until his )|(?<=until her )|(?<=until their ))(?:pardon|release|amnesty)(?= (?:on|"
        r"in) \x02)", _ground, 0.85,
    ),
    row("out-on-bail", "subject", r"out on bail(?= (?:from|since|on) \x02)", {"ground": "bail"}, 0.9),
    row("walked-out-of", "subject", r"walked out of(?= [\w'-]+(?: prison)? on )", _ground, 0.85),
    row("lets-go", "object", r"let(?= (?:him|her|them|\x01+) go\b)", _ground, 0.9),
    row(
        "furlough", "subject",
        rf"{AUX}(?:allowed|permitted|let|granted) (?:(?:home|out|to leave (?:the )?prison) (?:on|for)|"
        rf"(?:a )?(?:medical |prison |short )*furlough)",
        _ground, 0.8,
    ),
    row(
        "term-ended", "owner",
        r"(?:sentences?|terms?)(?: of \x01+)? (?:ended|expired|ran out)(?= (?:on|in) \x02)", {"ground": "served"}, 0.8,
    ),
    row(
        "completed-term", "subject",
        r"(?:completed|finished|served out) (?:his|her|their|the) (?:\w+ )?(?:prison )?(?:sentence|term)s?",
        {"ground": "served"}, 0.85,
    ),
    row("sets-free", "object", r"set(?= (?:him|her|them|\x01+) free)", _ground, 0.9),
    row(
        "home-from", "subject",
        r"(?:came|returned|went) home(?= (?:from (?:prison|the (?:colony|camp))|on \x02))", _ground, 0.8,
    ),
    row(
        "under-amnesty", "subject",
        rf"{AUX}(?:included|covered|listed) (?:in|by|under|among the beneficiaries of) (?:an?|the|this|"
        rf"that) (?:[\w-]+ ){{0,3}}?(?:pardon|amnesty)"
        r"(?: (?:granted|announced|declared|signed|issued|decreed|of|by [\w ]{2,30}))?|(?:fell|came) under (?:an?|"
        r"the) (?:[\w-]+ ){0,3}?amnesty",
        _ground, 0.9,
    ),
    row("walked-free", "subject", r"(?:walked|walks) free|went free|goes free|regained (?:his|her|"
                                  r"their) freedom", _ground, 0.9),
    row(
        "left-prison", "subject",
        r"(?:left(?: (?!the (?:service|administration))[\w.'-]+){0,3}?(?= (?:the |his |her )?(?:remand )?(?:prison|"
        r"jail|colony|custody)\b)|walked (?:free|out of)|walks out of|came out of|got out of|was out of|emerged from|"
        r"regained) (?:(?:the|his|her|"
        r"penal|court|police) )*(?:court ?room|courtroom|prison|jail|colony|custody|detention|freedom|from prison)",
        _ground, 0.9,
    ),
    row(
        "after-release", "owner",
        r"(?:(?<=after his )|(?<=after her )|(?<=after their )|(?<=following his )|(?<=following her )|"
        r"(?<=since his )|(?<=since her )|(?<=upon his )|(?<=upon her ))release",
        _ground, 0.75,
    ),
    row("release-of", "owner", r"(?<=\x01's )release(?= (?:on|in|from) )", _ground, 0.8),
    row(
        "served-full", "subject",
        r"served (?:his|her|their|the) (?:full|entire|whole) (?:prison )?(?:term|sentence)s?",
        {"ground": "served"}, 0.9,
    ),
    row(
        "sentence-replaced", "any",
        r"(?:replaced|commuted) (?:the )?(?:unserved|remaining|rest)[\x01\w' ]{0,60}(?:with|by|to) (?:restriction|"
        r"restraint|a fine|probation|a suspended)",
        {"ground": "substitution"}, 0.85,
    ),
    row(
        "restriction-changed", "any",
        r"(?:restriction|restraint|measure)(?: of restraint)? was changed (?:into|"
        r"to) (?:one )?(?:not involving detention|a written|recogni)",
        {"ground": "change_of_measure"}, 0.8,
    ),
)  # fmt: skip


def read(statement: Statement) -> Iterator[Draft]:
    """The releases that one sentence tells."""
    return read_table(statement, "release", _TABLE)

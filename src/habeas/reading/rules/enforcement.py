"""What became of sentences: deferred, replaced, reduced, pardoned, interrupted, resumed, served."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.reading.clauses import Statement
from habeas.reading.draft import Draft
from habeas.reading.rules.predicates import AUX, read_table, row

TRIGGERS = (
    "postpone",
    "defer",
    "pardon",
    "replac",
    "reduc",
    "resum",
    "unserved",
    "full term",
    "served",
    "commut",
    "suspended the",
    "parole",
    "early release",
    "amnest",
    "interrupt",
)
_EXECUTION = (
    r"(?:execution|enforcement|serving)(?: of (?:the|his|her|their|"
    r"\x01+'s))?(?: court)?(?: prison)? (?:sentence|verdict|punishment|term)"
)
_TABLE = (
    row(
        "deferral-cancelled", "any",
        r"(?:cancell?ed|revoked|annulled|lifted|overturned) (?:the|his|her) (?:postponement|deferral|deferment|"
        rf"stay)(?: of (?:the )?{_EXECUTION})?",
        {"step": "deferral_cancelled"}, modality="happened",
    ),
    row(
        "deferred", "any",
        rf"{_EXECUTION} (?:was|were|has been|had been) (?:postponed|deferred|delayed|suspended|stayed)|(?:postponed|"
        rf"deferred|stayed) (?:the )?{_EXECUTION}|granted (?:him|her|\x01+)? ?(?:a )?(?:deferral|deferment)",
        {"step": "deferred"}, modality="happened",
    ),
    row(
        "interrupted", "any",
        rf"(?:interrupted|suspended) (?:the )?{_EXECUTION}[\w ,]{{0,30}}(?:illness|health|medical)|released (?:him |"
        r"her |\x01+ )?(?:from (?:serving|punishment) )?(?:due to|because of|on grounds of|for) (?:an? |his |her |"
        r"serious )*(?:illness|health|medical)",
        {"step": "interrupted_illness"}, 0.85,
    ),
    row("resumed", "any", rf"(?:resumed?|resumption of) (?:the )?{_EXECUTION}", {"step": "resumed"}, 0.9),
    row(
        "release-annulled", "any",
        r"(?:cancell?ed|overturned|annulled|revoked|reversed) (?:the |his |her )?(?:decision (?:on|"
        r"to grant) )?(?:parole|early release)",
        {"step": "release_annulled"}, modality="happened",
    ),
    row(
        "release-granted", "any",
        r"granted(?= [\x01\w', ]{0,60}?(?:parole|early release|conditional release))",
        {"step": "release_granted"}, 0.9,
    ),
    row(
        "replaced", "any",
        r"(?:replaced|commuted|substituted) (?:the )?(?:unserved|remaining|rest|part|his|her|\x01)|(?:unserved|"
        r"remaining) (?:part|portion|term)[\x01\w' ]{0,50}(?:was|were) (?:replaced|commuted)|(?:sentence|term|"
        r"punishment) (?:was|has been) (?:replaced|commuted|substituted)",
        {"step": "replaced"}, 0.93,
    ),
    row(
        "reduced", "any",
        r"(?:reduced|shortened|cut|lowered) (?:the|his|her|their|\x01+'s) (?:prison )?(?:sentence|term|punishment)|"
        r"(?:sentence|term|punishment) (?:was|were|has been) (?:\w+ )?(?:reduced|shortened|cut|lowered)",
        {"step": "reduced"}, 0.93,
    ),
    row(
        "was-pardoned", "subject",
        rf"{AUX}(?:pardoned|amnestied|granted (?:a )?(?:presidential )?(?:pardon|amnesty))|"
        r"received (?:a )?(?:presidential )?pardons?",
        {"step": "pardoned"},
    ),
    row(
        "pardons-to", "object",
        r"granted (?:\w+ ){0,2}?(?:pardons?|amnesty|clemency) to",
        {"step": "pardoned"}, 0.93,
    ),
    row("pardons", "object", r"(?<!was )(?<!were )(?<!been )pardoned", {"step": "pardoned"}, 0.93),
    row(
        "served", "subject",
        r"(?:served (?:his|her|their|the) (?:full|entire|whole)|fully served|finished serving|completed) (?:his |her |"
        r"their |the )?(?:prison )?(?:term|sentence)s?",
        {"step": "served"}, 0.93,
    ),
)  # fmt: skip


def read(statement: Statement) -> Iterator[Draft]:
    """What one sentence tells about how a sentence was carried out."""
    return read_table(statement, "enforcement", _TABLE)

"""Asylum, other protection, extradition asked for, refused and carried out."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.reading.clauses import Statement
from habeas.reading.draft import Draft
from habeas.reading.rules.predicates import AUX, read_table, row

TRIGGERS = ("asylum", "refugee", "extradit", "subsidiary protection", "international protection", "deport", "rendition")
_STATUS = (
    r"(?:political |humanitarian )?(?:asylum|refugee status|the status of (?:a )?refugee|"
    r"international protection)"
)
_TABLE = (
    row(
        "asylum-refused", "subject",
        rf"{AUX}(?:refused|denied) {_STATUS}",
        {"act": "asylum_refused"}, modality="happened",
    ),
    row(
        "refuses-asylum", "any",
        r"(?:refused to grant|denied|rejected|refused)(?= [\x01\w' ]{0,60}?(?:asylum|refugee status))",
        {"act": "asylum_refused"}, 0.93, modality="happened",
    ),
    row(
        "was-granted-asylum", "subject",
        rf"(?:{AUX}(?:granted|given)|received|obtained|has) {_STATUS}",
        {"act": "asylum_granted"},
    ),
    row(
        "grants-asylum", "object",
        rf"(?:granted|gave|provided)(?= [\x01\w ]{{2,60}}? (?:with )?{_STATUS})",
        {"act": "asylum_granted"},
    ),
    row(
        "subsidiary", "object",
        r"(?:granted|gave|provided)(?= [\x01\w ]{2,60}? (?:with )?subsidiary protection)",
        {"act": "subsidiary_protection"},
    ),
    row(
        "was-granted-subsidiary", "subject",
        rf"{AUX}(?:granted|given) subsidiary protection|received subsidiary protection",
        {"act": "subsidiary_protection"},
    ),
    row(
        "applied", "subject",
        rf"(?:applied|applying|has applied|asked) for {_STATUS}|sought {_STATUS}",
        {"act": "asylum_applied"}, modality="happened",
    ),
    row(
        "refuses-extradition", "object",
        r"(?:refused|declined)(?: [\x01\w]+)? to extradite",
        {"act": "extradition_refused"}, modality="happened",
    ),
    row(
        "refused-extradition-of", "owner",
        r"(?:refused|rejected|denied) (?:the |a )?(?:request for (?:the )?)?extradition",
        {"act": "extradition_refused"}, modality="happened",
    ),
    row(
        "was-extradited", "subject",
        rf"{AUX}(?:extradited|deported|rendered|forcibly returned)",
        {"act": "extradited"},
    ),
    row(
        "extradites", "object",
        r"(?<!was )(?<!were )(?<!been )(?<!to )(?:extradited|deported)",
        {"act": "extradited"},
    ),
    row(
        "requests-extradition", "owner",
        r"(?:requests? for (?:the )?|seeking (?:the )?|sought (?:the )?|requested (?:the )?|demanded (?:the )?|"
        r"seek (?:the )?)extradition",
        {"act": "extradition_requested"}, 0.85, modality="happened",
    ),
    row(
        "extradition-requested", "owner",
        r"extradition(?= (?:was|were|has been) (?:requested|sought))",
        {"act": "extradition_requested"}, 0.9,
    ),
)  # fmt: skip


def read(statement: Statement) -> Iterator[Draft]:
    """Protection and extradition that one sentence tells."""
    return read_table(statement, "protection", _TABLE)

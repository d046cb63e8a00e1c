"""One element of the list of Kazakhstan's financial monitor as an entry. The parsing of XML is an adapter's work."""

from __future__ import annotations

from collections.abc import Mapping

from habeas.lexicon.written_days import day_in, written_day
from habeas.watch.snapshot import ListEntry, Span

FINANCING = "List of organisations and persons linked to the financing of terrorism and extremism (Kazakhstan)"
PARTICIPANTS = "List of participants in terrorist activity (Kazakhstan)"
_NAMED = ("fname", "mname", "lname", "birthdate", "iin", "org_iin", "org_name", "org_name_en", "added_to_list")
_RUNNING = ("num",)
"""Counts the rows of one download; the next one counts anew, so that it says nothing about an entry."""


def afm_entry(tag: str, fields: Mapping[str, str], span: Span, *, participants: bool = False) -> ListEntry | None:
    """The entry of a `person` or `org`; None when it has no name. `participants`: its `org` tags hold people."""
    given = [fields.get(f, "") for f in ("lname", "fname", "mname")]
    printed = [n for f in ("org_name", "org_name_en") for n in _split(fields.get(f, ""))]
    names = [" ".join(n for n in given if n)] if tag == "person" else printed
    if not any(names):
        return None
    birth = written_day(fields.get("birthdate"))
    since = written_day(fields.get("added_to_list")) or day_in(fields.get("correction"))
    details = {f: v for f, v in fields.items() if f not in (*_NAMED, *_RUNNING)}
    if fields.get("birthdate") and birth is None:
        details["birthdate"] = fields["birthdate"]
    identifier = fields.get("iin") or fields.get("org_iin")
    return ListEntry(
        names[0],
        "person" if tag == "person" or participants else "organisation",
        tuple(names[1:]),
        birth,
        identifier if identifier and any(c in "123456789" for c in identifier) else None,
        since,
        tuple(sorted(details.items())),
        span,
    )


def _split(names: str) -> list[str]:
    return list(dict.fromkeys(n.strip() for n in names.split(";") if n.strip()))

"""Custody before a sentence that is taken off it: for one day held, so many days at least and at most, by code."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from habeas.law.codes import STATUSES
from habeas.law.loading import BrokenPack, pack


@dataclass(frozen=True, slots=True)
class Credit:
    """For one day in one of the `forms` of custody, from `least` to `most` days of the sentence."""

    edition: str
    forms: tuple[str, ...]
    least: Fraction
    most: Fraction
    note: str
    status: str
    source: str


@cache
def custody_credits(country: str = "kz") -> tuple[Credit, ...]:
    """What the pack of a country says; empty where it is silent. Raises `NoPack`, `BrokenPack`."""
    known = {e.id for e in pack(country).editions}
    found = []
    for folder in (files("habeas.law") / "packs").iterdir():
        for entry in _entries(folder):
            rates = {key: Fraction(entry[key]) for key in ("least", "most")}
            if entry.get("status") not in STATUSES or not entry.get("source") or rates["least"] > rates["most"]:
                raise BrokenPack(f"An entry on credited days is incomplete: {dict(entry)!r}.", "Complete it.")
            found.append(Credit(**{**entry, **rates, "forms": tuple(entry["forms"])}))
    return tuple(c for c in found if c.edition in known)


def _entries(folder: Traversable) -> list[dict[str, Any]]:
    table = folder / "credits.toml"
    return list(tomllib.loads((folder / "credits.toml").read_text("utf-8"))["credit"]) if table.is_file() else []


def credit_on(day: date, form: str, country: str = "kz") -> Credit | None:
    """What holds for a sentence passed on a day after custody of this form; None where the pack is silent."""
    editions = {e.id: e for e in pack(country).editions}
    for credit in custody_credits(country):
        edition = editions[credit.edition]
        if form in credit.forms and edition.valid_from <= day <= (edition.valid_until or date.max):
            return credit
    return None

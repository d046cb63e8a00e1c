"""Codes of the HURIDOCS micro-thesauri for terms of ours, out of `esf.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from habeas.lexicon.terms import label
from habeas.reports.site.tables import Table


@dataclass(frozen=True, slots=True)
class Code:
    """One term of a micro-thesaurus. `match` is `exact` or `near`; `verified`: read at its source, not recalled."""

    ours: str
    list: int
    code: str
    term: str
    match: str
    verified: bool


@cache
def codes() -> Mapping[str, Code]:
    """Our term (`custody.house_arrest`) -> its code."""
    data = tomllib.loads(files("habeas.reports.exchange").joinpath("esf.toml").read_text(encoding="utf-8"))
    return {
        ours: Code(ours, entry["list"], entry["code"], entry["term"], entry["match"], entry["verified"])
        for entry in data["codes"]
        for ours in entry["ours"]
    }


def code(ours: str) -> str:
    """The code of a term of ours; empty when there is none."""
    found = codes().get(ours)
    return found.code if found else ""


def used() -> Table:
    """Every code, for whoever reads the tables."""
    columns = ("micro_thesaurus", "code", "term", "habeas_term", "match", "verified")
    rows = [(f"{c.list:02}", c.code, c.term, c.ours, c.match, "yes" if c.verified else "no") for c in codes().values()]
    return columns, rows


@cache
def term_of(kind: str, name: str, value: str) -> str:
    """Our own words for a term: `custody: house arrest`."""
    said = label(f"{kind}.{name}.{value}") if value else ""
    return f"{label(kind)}: {said}" if said else label(kind)

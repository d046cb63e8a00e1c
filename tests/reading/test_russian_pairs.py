"""Pair tables of Russian: an invented sentence in, the claims of one kind out. See `russian_pairs/*.csv`.

A claim is written `Name value [value] [@when] [?modality]`; mass events have no name. The people of a claim are one
line
each, in any order.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from habeas.evidence import Document
from habeas.lexicon import kinds
from habeas.reading import Reading, read

TABLES = sorted((Path(__file__).parent / "russian_pairs").glob("*.csv"))


def rows(table: Path) -> list[dict[str, str]]:
    """The rows of a table."""
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


ROWS = [(table.stem, row["text"], row["claims"]) for table in TABLES for row in rows(table)]
FIELDS = {
    "sentence": ("penalty", "length"),
    "custody": ("form",),
    "charge": ("article", "part"),
    "release": ("ground",),
    "coercive_step": ("act",),
    "ill_treatment": ("act",),
    "listing": ("action",),
    "finding": ("body",),
    "proceeding": ("step",),
}


def reading_of(text: str) -> Reading:
    """A reading of a Russian text."""
    return read(Document.from_text(text, sha256="0" * 64, language="ru"))


def told(reading: Reading, kind: str) -> set[str]:
    """The claims of a kind in the form of the tables."""
    names = {p.id: p.name for p in reading.persons}
    found = set()
    for claim in reading.claims:
        if claim.kind != kind:
            continue
        how = f" ?{claim.modality}" if claim.modality != "happened" else ""
        when = (f" @{claim.when}" if claim.when else "") + how
        if kind == "assembly":
            field = "detained" if claim.fields["detained"] else "sentenced"
            count = claim.fields[field]
            found.add(f"{field} {count['value']} {count['comparator']}{when}")
        for person in claim.persons:
            found.add(" ".join([names[person], *(str(claim.fields[f] or "-") for f in FIELDS[kind])]) + when)
    return found


@pytest.mark.parametrize(("kind", "text", "claims"), ROWS, ids=[f"{kind}: {text[:70]}" for kind, text, _ in ROWS])
def test_pair(kind: str, text: str, claims: str) -> None:
    assert told(reading_of(text), kind) == {c for c in claims.split("|") if c}


@pytest.mark.parametrize("text", [text for _, text, _ in ROWS], ids=[text[:70] for _, text, _ in ROWS])
def test_every_claim_fits_the_vocabulary(text: str) -> None:
    for claim in reading_of(text).claims:
        assert list(kinds.faults(claim.kind, claim.fields)) == []
        assert (claim.modality in kinds.MODALITIES, claim.attribution in kinds.ATTRIBUTIONS) == (True, True)
        assert 0 <= claim.span[0] < claim.span[1] <= len(text)
        assert 0 < claim.confidence <= 1
        assert claim.rule.split(".")[0] == claim.kind

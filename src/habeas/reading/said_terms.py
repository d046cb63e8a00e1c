"""Fields that speak the vocabulary: `Custody: police detention; March 2019`, `Release: parole`.

A line whose label is the label of a claim kind says its terms by their labels, in any language that the vocabulary has;
so a document that Habeas wrote is read back with the terms it was written from. Other words are left to the rules.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from habeas.lexicon.kinds import KINDS
from habeas.lexicon.terms import label, languages
from habeas.reading.proposals import Proposal, Reading

_LINE = re.compile(r"^[#*\s>|•–-]*([^:\n]{3,40}):[ \t*]*(.+)$", re.M)
_MARKS = re.compile(r"[;,(\[]")


def with_said_terms(reading: Reading) -> Reading:
    """The reading, with the terms that a labelled line names on the claims of that line."""
    text = reading.document.text
    return replace(reading, claims=tuple(_as_said(text, claim) for claim in reading.claims))


def _as_said(text: str, claim: Proposal) -> Proposal:
    terms = _terms().get(claim.kind)
    if terms is None:
        return claim
    start = text.rfind("\n", 0, claim.span[0]) + 1
    line = _LINE.match(text, start)
    if line is None or line.end() < claim.span[1] or line[1].strip().casefold() not in _labels(claim.kind):
        return claim
    said = [part.strip().casefold() for part in _MARKS.split(line[2])]
    named = {field: term for words in said for field, term in [terms.get(words, ("", ""))] if field}
    changed = {f: t for f, t in named.items() if claim.fields.get(f) != t}
    return replace(claim, fields={**claim.fields, **changed}) if changed else claim


@cache
def _terms() -> Mapping[str, Mapping[str, tuple[str, str]]]:
    """Kind -> label of a term in any language -> (field, term). A label that two terms share names neither."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for kind, fields in KINDS.items():
        for field in fields.values():
            for term in field.terms:
                for language in languages():
                    words = label(f"{kind}.{field.name}.{term}", language).casefold()
                    found.setdefault(kind, {})[words] = (field.name, term)
    return found


@cache
def _labels(kind: str) -> frozenset[str]:
    return frozenset(label(kind, language).casefold() for language in languages())

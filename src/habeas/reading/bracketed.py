"""What a list says in brackets behind a field: `Sentence: 5 years (requested)`, `Torture (alleged; says: defence)`.

The words are the labels of the vocabulary, in every language that it has: so a document that Habeas wrote is read back
as it was meant, and so do many tables mark what is not simply so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from habeas.lexicon.kinds import ATTRIBUTIONS, MODALITIES
from habeas.lexicon.terms import label, languages
from habeas.reading.proposals import Proposal, Reading

_BRACKET = re.compile(r"\(([^()\n]{3,80})\)")
_LONGEST = 400
"""A line of so many characters is prose, where brackets say other things."""


def with_bracketed(reading: Reading) -> Reading:
    """The reading, with the modality and attribution that a line says in brackets on the claims of that line."""
    text = reading.document.text
    if not _BRACKET.search(text):
        return reading
    return replace(reading, claims=tuple(_as_said(text, claim) for claim in reading.claims))


def _as_said(text: str, claim: Proposal) -> Proposal:
    if claim.modality != "happened" or claim.attribution != "author":
        return claim
    start = text.rfind("\n", 0, claim.span[0]) + 1
    end = text.find("\n", claim.span[1])
    line = text[start : end if end >= 0 else len(text)]
    if len(line) > _LONGEST:
        return claim
    modality, attribution = "", ""
    for bracket in _BRACKET.finditer(line):
        parts = [part.strip().casefold() for part in bracket[1].split(";")]
        found = [_words().get(part) for part in parts]
        if all(found):
            modality = next((word for kind, word in filter(None, found) if kind == "modality"), modality)
            attribution = next((word for kind, word in filter(None, found) if kind == "attribution"), attribution)
    if not modality and not attribution:
        return claim
    return replace(claim, modality=modality or claim.modality, attribution=attribution or claim.attribution)


@cache
def _words() -> Mapping[str, tuple[str, str]]:
    """`requested` -> ("modality", "requested"); `says: defence` -> ("attribution", "defence"), in every language."""
    says = {"en": "says", "ru": "сообщает", "kk": "хабарлайды"}
    found = {}
    for language in languages():
        for name in MODALITIES:
            if name != "happened":
                found[label(f"modality.{name}", language).casefold()] = ("modality", name)
        for name in ATTRIBUTIONS:
            words = f"{says.get(language, 'says')}: {label(f'attribution.{name}', language)}"
            found[words.casefold()] = ("attribution", name)
    return found

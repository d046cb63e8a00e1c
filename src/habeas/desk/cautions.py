"""What the law makes a lawyer stop at, fact by fact of one person: asked of `habeas.law`, from the rows of a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from habeas.desk.holdings import Line
from habeas.law import Caution, Cited, charge_cautions, sentence_cautions
from habeas.lexicon import When

_DONE = ("happened", "alleged")


def cautions_of(
    facts: Sequence[Line], claims: Mapping[str, Sequence[Line]], country: str
) -> dict[str, tuple[Caution, ...]]:
    """Fact -> its cautions. A sentence is held against the charges that its claims are of; without such, against the
    only article that anybody names.
    """
    charges = {f["id"]: _cited(f) for f in facts if f["kind"] == "charge" and f["modality"] in _DONE}
    facts_of = {c["id"]: f for f, group in claims.items() for c in group}
    found = {}
    for fact in facts:
        if fact["id"] in charges:
            found[fact["id"]] = tuple(charge_cautions(charges[fact["id"]], country))
        elif fact["kind"] == "sentence" and fact["modality"] == "happened":
            meant = [charges[f] for f in _of(claims[fact["id"]], facts_of) if f in charges] or list(charges.values())
            found[fact["id"]] = tuple(sentence_cautions(_imprisoned_for(fact), meant, country))
    return {fact: cautions for fact, cautions in found.items() if cautions}


def _cited(fact: Line) -> Cited:
    return Cited.of(fact["fields"], When.parse(fact["when"]) if fact["when"] else None)


def _imprisoned_for(fact: Line) -> str | None:
    return fact["fields"].get("length") if fact["fields"].get("penalty") == "imprisonment" else None


def _of(claims: Iterable[Line], facts: Mapping[str, str]) -> list[str]:
    return [facts[of] for claim in claims for of in claim["of"] or () if of in facts]

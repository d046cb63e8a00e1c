"""What was announced for a day: hearings, and other steps that a source calls scheduled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from habeas.lexicon.wording import say_claim
from habeas.register import Fact, Register
from habeas.watch.item import Item


def announced(register: Register, person: str, on: date) -> Iterator[Item]:
    """Every scheduled step of the person's case that nothing accepted tells to have taken place.

    A hearing that is told without `scheduled` counts when its date lies on the day asked about or later.
    """
    facts = register.facts_of(person)
    for fact in facts:
        if _ahead(fact, on) and not any(_tells(other, fact) for other in facts):
            yield _item(fact)


def _ahead(fact: Fact, on: date) -> bool:
    later = fact.when is not None and fact.when.earliest is not None and fact.when.earliest >= on
    return fact.modality == "scheduled" or (fact.kind == "hearing" and fact.modality == "happened" and later)


def _tells(other: Fact, fact: Fact) -> bool:
    """True when `other` says that what was announced took place."""
    if other.id == fact.id or other.modality != "happened":
        return False
    alike = other.kind == fact.kind or (fact.kind == "hearing" and other.kind in ("proceeding", "sentence"))
    return alike and other.when is not None and fact.when is not None and other.when.overlaps(fact.when)


def _item(fact: Fact) -> Item:
    when = fact.when
    what = say_claim(fact.kind, fact.fields, when=None, attribution="author", modality=fact.modality)
    return Item(
        "hearing", fact.person, what, when.earliest if when else None, when.latest if when else None,
        "announced by a source", "the source of the fact", "own", fact.id, (fact.id,), fact.level,
    )  # fmt: skip

"""Two names compared: a calibrated probability that both are one person's name, and the reasons part by part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from habeas.matching.beside import Beside, shift
from habeas.matching.evidence import best, probability
from habeas.matching.features import FATHER, GIVEN, MIDDLE, SECOND, SURNAME, Slot, slot
from habeas.matching.parses import Parse, parses_of
from habeas.matching.prepared import Ints, Prepared, prepare_each

ROLES = ("given", "surname", "middle", "second", "patronymic")
VARIANT = 0.9
"""Cost below which two spellings may be of one name."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of both names. `verdict` is same, variant (by `rule`), conflicting or missing."""

    role: str
    left: str | None
    right: str | None
    verdict: str
    rule: str = ""

    def to_json(self) -> dict[str, Any]:
        """All of it."""
        return {"role": self.role, "left": self.left, "right": self.right, "verdict": self.verdict, "rule": self.rule}


@dataclass(frozen=True, slots=True)
class Comparison:
    """The probability that both are one person's name, its parts, and what else was known beside the names.

    By the strings alone: on a long list most names have true namesakes, so that this never says that two are one.
    """

    left: str
    right: str
    probability: float
    parts: tuple[Part, ...]
    beside: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Left, right, probability (four digits) and the explanation."""
        explanation = [p.to_json() for p in self.parts]
        found = {"left": self.left, "right": self.right, "probability": round(self.probability, 4)}
        return {**found, "explanation": explanation, **({"beside": list(self.beside)} if self.beside else {})}


def compare(left: str, right: str, *, one: Beside | None = None, other: Beside | None = None) -> Comparison:
    """Compares two names; `one` and `other` say what else is known of the two, such as a birth date."""
    (found,) = compare_many([(left, right)])
    if one is None or other is None:
        return found
    moved, reasons = shift(found.probability, one, other)
    return Comparison(found.left, found.right, moved, found.parts, reasons)


def compare_many(pairs: Sequence[tuple[str, str]]) -> list[Comparison]:
    """Compares many pairs at once, with reasons. The same numbers as `compare` and `score_pairs` give."""
    if not pairs:
        return []
    left, right = prepare_each([p[0] for p in pairs]), prepare_each([p[1] for p in pairs])
    places = np.arange(len(pairs), dtype=np.int32)
    odds, p, q = best(left, places, right, places)
    said = probability(odds)
    slots = [_slot(left, p, right, q, n) for n in (GIVEN, SURNAME, MIDDLE, SECOND, FATHER)]
    return [
        Comparison(one, two, float(said[n]), tuple(_parts(n, _parse(left, p, n, one), _parse(right, q, n, two), slots)))
        for n, (one, two) in enumerate(pairs)
    ]


def _slot(left: Prepared, p: Ints, right: Prepared, q: Ints, number: int) -> Slot:
    names = number not in (SURNAME, SECOND)
    return slot(left.words, left.slots[p, number], right.words, right.slots[q, number], names=names)


def _parse(prepared: Prepared, readings: Ints, n: int, name: str) -> Parse:
    return parses_of(name)[int(readings[n]) - int(prepared.first[n])]


def _parts(n: int, left: Parse, right: Parse, slots: Sequence[Slot]) -> Iterable[Part]:
    for place, role in enumerate(ROLES):
        one, two = _word(left, role), _word(right, role)
        if one is None and two is None:
            continue
        if one is None or two is None:
            yield Part(role, one, two, "missing")
        else:
            yield Part(role, one, two, *_verdict(slots[place], n, one, two))


def _word(parse: Parse, role: str) -> str | None:
    word = getattr(parse, "father" if role == "patronymic" else role)
    return word.written if word else None


def _verdict(part: Slot, n: int, one: str, two: str) -> tuple[str, str]:
    if one.casefold() == two.casefold():
        return "same", ""
    if part.initial[n]:
        return ("variant", "initial") if part.initial_fits[n] else ("conflicting", "another initial")
    if part.equal[n]:
        return "variant", "spelling or script"
    if part.same_name[n]:
        return "variant", "one name in two languages"
    if part.short[n]:
        return "variant", "everyday short form"
    if part.other_name[n]:
        return "conflicting", "two known names"
    if part.final_a[n]:
        return "conflicting", "masculine and feminine"
    if part.cost[n] < VARIANT:
        return "variant", "vowels unwritten" if part.bare[n] else "pinyin" if part.pinyin[n] else "close in sound"
    return "conflicting", "sounds differ"

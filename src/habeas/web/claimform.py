"""The form of a claim: one input for each field of its kind, read back into what the desk takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from habeas.lexicon import KINDS
from habeas.lexicon.count import Count
from habeas.lexicon.kinds import ATTRIBUTIONS, MODALITIES, Field
from habeas.lexicon.terms import label
from habeas.web.context import language


@dataclass(frozen=True, slots=True)
class Input:
    """One input. `choices` are pairs of term and label, none for a line of text. `hint` says how it is written."""

    name: str
    label: str
    value: str
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""


HINTS: Mapping[str, str] = {
    "length": "P5Y, P1Y6M, P15D, life",
    "when": "2019, 2019-05, 2019-05-06, 2019~",
    "count": "23, ≥ 23, ~ 600",
    "number": "12",
}
"""Type of a field -> examples of how it is written; the same in every language."""
_TRUTH = (("yes", "✓"), ("no", "✗"))
_WRITTEN = {"≥": ">=", "≤": "<="}


def inputs(kind: str, fields: Mapping[str, Any]) -> list[Input]:
    """The inputs for the fields of a kind, filled with what is stated."""
    return [_input(kind, field, fields.get(field.name)) for field in KINDS[kind].values()]


def common(when: str | None, attribution: str, modality: str) -> list[Input]:
    """The inputs that every kind has."""
    return [
        Input("when", _("when"), when or "", (), HINTS["when"]),
        Input("attribution", _("who says so"), attribution, _labels("attribution", ATTRIBUTIONS)),
        Input("modality", _("as what"), modality, _labels("modality", MODALITIES)),
    ]


def kinds() -> list[tuple[str, str]]:
    """Every kind with its label, in the order of the vocabulary."""
    return [(kind, label(kind, language())) for kind in KINDS]


def read_fields(kind: str, sent: QueryDict) -> dict[str, Any]:
    """What the inputs hold; None for one that is empty. Raises `NotACount`, `NotInVocabulary`."""
    return {field.name: _value(field, sent.get(f"f-{field.name}", "").strip()) for field in KINDS[kind].values()}


def _labels(group: str, words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((word, label(f"{group}.{word}", language())) for word in words)


def _input(kind: str, field: Field, value: Any) -> Input:
    name, words = f"f-{field.name}", label(f"{kind}.{field.name}", language())
    if field.type == "term":
        return Input(name, words, str(value or ""), (("", ""), *_labels(f"{kind}.{field.name}", field.terms)))
    if field.type == "truth":
        return Input(name, words, {True: "yes", False: "no"}.get(value, ""), (("", ""), *_TRUTH))
    if field.type == "count" and value:
        count = Count.from_json(value)
        written = "" if count.comparator == "=" else f"{count.comparator} "
        return Input(name, words, f"{written}{count.value}", (), HINTS["count"])
    return Input(name, words, "" if value is None else str(value), (), HINTS.get(field.type, ""))


def _value(field: Field, text: str) -> Any:
    if not text:
        return None
    match field.type:
        case "truth":
            return text == "yes"
        case "number":
            return int(text) if text.isdigit() else text
        case "count":
            return _count(text)
        case _:
            return text


def _count(text: str) -> Any:
    """`≥ 23` as the vocabulary keeps it; what is no count stays text, and is refused where the claim is checked."""
    for written, kept in _WRITTEN.items():
        text = text.replace(written, kept)
    digits = text.lstrip("<>=~ ").replace(" ", "").replace(",", "")
    comparator = text[: len(text) - len(text.lstrip("<>=~ "))].strip() or "="
    return {"value": int(digits), "comparator": comparator} if digits.isdigit() else text

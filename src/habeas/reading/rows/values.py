"""What a cell means, in one form that a cell can be written in and read back: the hinge of export and import.

`174(2) Criminal Code`, `P7Y (2018-12-21)`, `suspended P2Y`, `2019-05-01`: value, then in brackets its date.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

ATTRIBUTES = ("birth", "sex", "occupation", "residence", "citizenship", "affiliation")
"""Columns that hold an attribute of `identity` of the same name."""
SINGLE = ("birth", "sex")
"""Of these a person has one."""
_FORM_OF = {"arrested": "police_detention", "held_since": "pretrial_detention"}
_MEANING_OF_FORM = {form: meaning for meaning, form in _FORM_OF.items()}
STATUSES = ("pretrial_detention", "house_arrest", "released")
"""What a cell about somebody's present state may say, without a date."""
Claim = tuple[str, dict[str, Any], str | None]
"""Kind, fields, when."""


_STATUS: Mapping[str, Claim] = {
    "pretrial_detention": ("custody", {"form": "pretrial_detention"}, None),
    "house_arrest": ("custody", {"form": "house_arrest"}, None),
    "released": ("release", {"ground": "not_stated"}, None),
}


@dataclass(frozen=True, slots=True)
class Value:
    """One value of one column. `when` is EDTF; `text` is the date itself where the column holds dates."""

    meaning: str
    text: str
    when: str | None = None

    @property
    def printed(self) -> str:
        """As a cell holds it. A semicolon would part two values, so that it becomes a comma."""
        text = self.text.replace(";", ",")
        return f"{text} ({self.when})" if self.when else text

    def fits(self, other: Value) -> bool:
        """True when both say the same; a date that one leaves out is no difference."""
        if self.meaning != other.meaning or _plain(self.text) != _plain(other.text):
            return False
        return not self.when or not other.when or self.when == other.when


def _plain(text: str) -> str:
    return " ".join(text.replace(";", ",").casefold().split())


def claim_of(value: Value, *, list_name: str | None = None) -> Claim | None:
    """Kind, fields and date of the claim that a value makes; None for a category without a list to be in."""
    match value.meaning:
        case "names":
            return "identity", {"attribute": "alias", "value": value.text}, None
        case meaning if meaning in ATTRIBUTES:
            return "identity", {"attribute": meaning, "value": value.text}, value.when
        case "article":
            return "charge", _article(value.text), value.when
        case "arrested" | "held_since":
            return "custody", {"form": _FORM_OF[value.meaning]}, value.text
        case "facility":
            return "custody", {"form": "imprisonment", "facility": value.text}, value.when
        case "sentence":
            return "sentence", _sentence(value.text), value.when
        case "status":
            return _STATUS[value.text]
        case "released":
            return "release", {"ground": "not_stated"}, value.text
        case "category" if list_name:
            return "recognition", {"list": list_name, "step": "entered", "category": value.text}, value.when
        case _:
            return None


def value_of(kind: str, fields: Mapping[str, Any], when: str | None) -> Value | None:
    """The value of a cell that would make this claim; None where no column holds such a thing."""
    match kind:
        case "identity":
            return _of_identity(str(fields.get("attribute")), str(fields.get("value") or ""), when)
        case "charge" if fields.get("article"):
            part, code = fields.get("part"), fields.get("code")
            text = f"{fields['article']}" + (f"({part})" if part else "") + (f" {code}" if code else "")
            return Value("article", text, when)
        case "custody" if fields.get("facility"):
            return Value("facility", str(fields["facility"]), when)
        case "custody" if when and fields.get("form") in _MEANING_OF_FORM:
            return Value(_MEANING_OF_FORM[fields["form"]], when)
        case "sentence" if fields.get("penalty"):
            return _of_sentence(str(fields["penalty"]), fields.get("length"), when)
        case "release" if when:
            return Value("released", when)
        case _:
            return None


def _of_identity(attribute: str, text: str, when: str | None) -> Value | None:
    if not text:
        return None
    if attribute in ("alias", "name"):
        return Value("names", text)
    return Value(attribute, text, when) if attribute in ATTRIBUTES else None


def _of_sentence(penalty: str, length: Any, when: str | None) -> Value:
    words = [] if penalty in ("imprisonment", "life") and length else [penalty]
    return Value("sentence", " ".join((*words, *([str(length)] if length else []))), when)


def _sentence(text: str) -> dict[str, Any]:
    first, _, rest = text.partition(" ")
    if first == "life":
        return {"penalty": "life", "length": "life"}
    if first.startswith("P") and first != "probation" and not rest:
        return {"penalty": "imprisonment", "length": first}
    return {"penalty": first, **({"length": rest} if rest else {})}


def _article(text: str) -> dict[str, Any]:
    number, _, code = text.partition(" ")
    article, _, part = number.partition("(")
    return {"article": article, **({"part": part.rstrip(")")} if part else {}), **({"code": code} if code else {})}

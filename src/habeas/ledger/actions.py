"""What an entry may say: each action with the keys of its content. The table of `docs/ledger.md`.

Every decision may also carry `replaces` (the id of the entry that it replaces, or null), `why` and `bulk`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from habeas.errors import HabeasError
from habeas.lexicon import kinds
from habeas.lexicon.when import When


class BadContent(HabeasError):
    """The content of an entry does not fit its action."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Action:
    """`required` and `optional` keys; exactly one key of `one_of`, and at least one of `some_of`, when given."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    some_of: tuple[str, ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        """Every key that the content may hold."""
        return frozenset((*self.required, *self.optional, *self.one_of, *self.some_of))


def _act(required: str, optional: str = "", *, one_of: str = "", some_of: str = "") -> Action:
    return Action(tuple(required.split()), tuple(optional.split()), tuple(one_of.split()), tuple(some_of.split()))


_DECISION = " replaces why bulk"

ACTIONS: Mapping[str, Action] = {
    "member_added": _act("member name"),
    "source_captured": _act(
        "source title media_type language published captured_at how characters", "by file address encoding text"
    ),
    "record_opened": _act("record document name names role"),
    "accept": _act(
        "claim fact record kind fields when document span attribution modality",
        "of case rule confidence proposal" + _DECISION,
    ),
    "reject": _act("proposal document", _DECISION),
    "correct": _act("claim why replaces", "bulk", some_of="fields when attribution modality kind record"),
    "prefer": _act("fact claim why", "replaces bulk"),
    "withdraw": _act("why", "replaces bulk", one_of="fact claim decision"),
    "same": _act("why", "replaces bulk", one_of="facts records"),
    "different": _act("why", "replaces bulk", one_of="facts records"),
    "cannot_tell": _act("records why", "replaces bulk"),
    "split": _act("records why", "replaces bulk"),
    "recognise": _act("record list step", "category tier reason when" + _DECISION),
    "assess": _act("record definition criterion answer facts against why", "replaces bulk"),
    "assessment_seconded": _act("assessment agrees why", "replaces bulk"),
    "release": _act("facts level basis", _DECISION),
    "mandate_recorded": _act("mandate giver scope purpose until proof", _DECISION),
    "basis_withdrawn": _act("basis why", "replaces bulk"),
    "edition_frozen": _act("edition sha256 as_of known_at lists files", "why bulk replaces"),
    "erased": _act("entries ground"),
    "received": _act("feed head from", "withheld"),
}
"""Action -> the keys of its content."""


def _text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _texts(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(map(_text, value))


def _whole(value: Any) -> bool:
    return type(value) is int and value >= 0


def _span(value: Any) -> bool:
    return isinstance(value, list | tuple) and len(value) == 2 and all(map(_whole, value)) and value[0] < value[1]


def _head(value: Any) -> bool:
    known = isinstance(value, Mapping) and value.keys() == {"seq", "hash"}
    return known and _whole(value["seq"]) and _text(value["hash"])


_FORMS: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "ids": (lambda v: _texts(v) and len(v) > 0, "a list of ids"),
    "texts": (_texts, "a list of texts"),
    "object": (lambda v: isinstance(v, Mapping), "an object"),
    "span": (_span, "a span [start, end] with start before end"),
    "head": (_head, "a head {seq, hash}"),
    "number": (_whole, "a whole number from 0"),
    "level": (lambda v: _whole(v) and v <= 4, "a level from 0 to 4"),
    "truth": (lambda v: isinstance(v, bool), "true or false"),
    "confidence": (lambda v: type(v) in (int, float) and 0 <= v <= 1, "a number from 0 to 1"),
    "text?": (lambda v: v is None or isinstance(v, str), "a text or null"),
    "text": (_text, "a text"),
}
_MAY_BE_NULL = """
    title published when case rule proposal replaces category tier reason until proof why by file address encoding
    role language scope purpose
"""
_FORM_OF: Mapping[str, str] = {
    **dict.fromkeys(_MAY_BE_NULL.split(), "text?"),
    **dict.fromkeys(("names", "of", "lists", "against", "withheld"), "texts"),
    **dict.fromkeys(("facts", "records", "entries"), "ids"),
    "fields": "object", "files": "object", "span": "span", "head": "head", "characters": "number", "level": "level",
    "bulk": "truth", "agrees": "truth", "confidence": "confidence",
}  # fmt: skip
_REASONED = frozenset((
    "correct", "prefer", "withdraw", "same", "different", "cannot_tell", "split", "basis_withdrawn", "assess",
    "assessment_seconded",
))  # fmt: skip


def check_content(action: str, content: Mapping[str, Any]) -> None:
    """Raises `BadContent` with the first fault: unknown action, missing or unknown key, a value of the wrong form.

    Of an `accept` or `correct` the kind, fields, terms and dates are held against the vocabulary.
    """
    if action not in ACTIONS:
        raise BadContent(f"There is no action {action!r}.", f"Actions are {', '.join(ACTIONS)}.")
    _check_keys(action, content)
    for key, value in content.items():
        name = "text" if key == "why" and action in _REASONED else _FORM_OF.get(key, "text")
        if action == "assess" and key == "facts":  # a criterion may be held not to be met on nothing
            name = "texts"
        holds, words = _FORMS[name]
        if not holds(value):
            raise BadContent(f"{action}.{key} must be {words}, not {value!r}.", "Nothing was written.")
    _check_words(content)


def _check_keys(action: str, content: Mapping[str, Any]) -> None:
    rule = ACTIONS[action]
    missing = [key for key in rule.required if key not in content]
    unknown = sorted(content.keys() - rule.keys)
    if missing:
        raise BadContent(f"{action} needs {', '.join(missing)}.", "Nothing was written.")
    if unknown:
        raise BadContent(f"{action} has no {', '.join(unknown)}.", f"It may hold {', '.join(sorted(rule.keys))}.")
    if rule.one_of and sum(key in content for key in rule.one_of) != 1:
        raise BadContent(f"{action} needs exactly one of {', '.join(rule.one_of)}.", "Nothing was written.")
    if rule.some_of and not any(key in content for key in rule.some_of):
        raise BadContent(f"{action} needs at least one of {', '.join(rule.some_of)}.", "Nothing was written.")


def _check_words(content: Mapping[str, Any]) -> None:
    """Dates are EDTF, attributions and modalities are terms, and a claim's fields are those of its kind."""
    for key in ("when", "published", "until", "as_of"):
        if content.get(key) is not None:
            When.parse(content[key])
    for key, terms in (("attribution", kinds.ATTRIBUTIONS), ("modality", kinds.MODALITIES)):
        if key in content and content[key] not in terms:
            raise BadContent(f"{content[key]!r} is no {key}.", f"Use one of {', '.join(terms)}.")
    if "kind" in content:
        kinds.check(content["kind"], content.get("fields", {}))

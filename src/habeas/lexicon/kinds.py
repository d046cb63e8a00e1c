"""Claim kinds, their fields and the controlled terms of each field. The vocabulary of `docs/vocabulary.md`.

A field is of one type: a `Term` (one of a closed list), text, a `When`, a `Length`, a `Count`, a whole number or a
truth value. Every claim also carries `when`, `passage`, `attribution`, `modality`, `of` and `case`: no fields.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from habeas.errors import HabeasError
from habeas.lexicon.count import Count
from habeas.lexicon.length import Length
from habeas.lexicon.when import When

ATTRIBUTIONS = ("author", "prosecution", "court", "defence", "victim", "relative", "official", "media", "body")
MODALITIES = ("happened", "alleged", "denied", "requested", "threatened", "scheduled", "annulled")
ROLES = ("subject", "official", "lawyer", "relative", "politician", "journalist", "other")
LIBERTY = (
    "in_prison", "pretrial", "administrative_arrest", "psychiatric", "extradition_custody", "house_arrest",
    "restriction", "suspended_or_probation", "deferred", "compulsory_labour", "charged_at_liberty",
    "released_conditional", "free", "abroad_wanted", "abroad_protected", "disappeared", "dead",
    "run_out_unconfirmed", "unknown",
)
"""What a person's liberty can be on a date. The rule table stands in `register`."""
LEVELS = (0, 1, 2, 3, 4)
AUDIENCES = ("team", "partners", "public")


class NotInVocabulary(HabeasError):
    """A kind, field or term that the vocabulary does not hold."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a claim kind. `type` is term, text, when, length, count, number or truth."""

    name: str
    type: str = "text"
    terms: tuple[str, ...] = ()


def _terms(name: str, words: str) -> Field:
    return Field(name, "term", tuple(words.split()))


def _kind(*fields: Field | str) -> dict[str, Field]:
    built = [f if isinstance(f, Field) else Field(f) for f in fields]
    return {f.name: f for f in built}


KINDS: Mapping[str, Mapping[str, Field]] = {
    "identity": _kind(
        _terms("attribute", "name alias birth sex occupation residence citizenship affiliation photo"),
        "value", "credit", "consent",
    ),
    "recognition": _kind("list", "category", "tier", "reason", _terms("step", "entered left refused")),
    "charge": _kind("article", "part", "code", "title"),
    "proceeding": _kind(
        _terms(
            "step",
            "opened indicted trial reviewed appeal acquitted acquittal_annulled reclassified closed parole_refused",
        ),
        _terms("outcome", "upheld reduced overturned"),
        "body",
    ),
    "hearing": _kind("body", "purpose"),
    "custody": _kind(
        _terms(
            "form",
            "police_detention pretrial_detention house_arrest imprisonment administrative_arrest psychiatric "
            "extradition_detention transfer",
        ),
        "facility",
    ),
    "sentence": _kind(
        _terms(
            "penalty",
            "imprisonment restriction_of_liberty suspended probation fine compulsory_labour arrest life ban "
            "confiscation",
        ),
        Field("length", "length"), "court", Field("in_absentia", "truth"),
    ),
    "enforcement": _kind(
        _terms(
            "step",
            "deferred deferral_cancelled release_granted release_annulled replaced reduced pardoned "
            "interrupted_illness resumed served",
        ),
        "to",
    ),
    "release": _kind(
        _terms(
            "ground",
            "served parole substitution pardon amnesty illness acquittal bail exchange change_of_measure not_stated",
        )
    ),
    "restriction": _kind(
        _terms("what", "public_activity social_media assemblies office travel bank_account"), Field("length", "length")
    ),
    "ill_treatment": _kind(
        _terms(
            "act",
            "torture beating denial_of_care solitary coerced_confession threats pressure_on_family incommunicado "
            "denial_of_counsel",
        ),
        "by",
    ),
    "health": _kind("condition"),
    "death": _kind("cause", "place"),
    "disappearance": _kind(Field("acknowledged", "truth"), "whereabouts"),
    "coercive_step": _kind(
        _terms("act", "search seizure interrogation summons surveillance hacking kidnapping_attempt reprisal")
    ),
    "listing": _kind("list", _terms("action", "listed delisted reissued")),
    "protection": _kind(
        _terms(
            "act",
            "asylum_applied asylum_granted asylum_refused subsidiary_protection extradition_requested "
            "extradition_refused extradited rendition",
        ),
        "state",
    ),
    "finding": _kind("body", "reference", "demand"),
    "compliance": _kind("remedy", _terms("state", "none partial met met_but_not_because")),
    "assembly": _kind("place", Field("detained", "count"), Field("sentenced", "count"), "part_of"),
    "relation": _kind("other", _terms("tie", "spouse sibling parent co_defendant colleague lawyer")),
    "involvement": _kind(_terms("degree", "carried_out ordered prosecuted judged testified failed_to_prevent")),
    "asserted_figure": _kind(Field("count", "count"), "counts"),
    "mandate": _kind("giver", "scope", "purpose", Field("until", "when"), "proof"),
    "intervention": _kind("act", "addressee", _terms("outcome", "answered refused unanswered")),
}
"""Kind -> field name -> field. Source: design, section 3."""


def faults(kind: str, fields: Mapping[str, Any]) -> Iterable[str]:
    """Yields one sentence for each field that the vocabulary does not allow. Fields left out or None are allowed."""
    if kind not in KINDS:
        yield f"{kind!r} is no claim kind."
        return
    for name, value in fields.items():
        if name not in KINDS[kind]:
            yield f"{kind} has no field {name!r}."
        elif value is not None and (fault := _fault(KINDS[kind][name], value)):
            yield f"{kind}.{name}: {fault}"


def check(kind: str, fields: Mapping[str, Any]) -> None:
    """Raises `NotInVocabulary` with the first fault of `faults`."""
    for fault in faults(kind, fields):
        raise NotInVocabulary(fault, "See `habeas vocabulary` for kinds, fields and terms.")


def _fault(field: Field, value: Any) -> str | None:
    try:
        match field.type:
            case "term":
                return None if value in field.terms else f"{value!r} is not one of {', '.join(field.terms)}."
            case "when":
                When.parse(value)
            case "length":
                Length.parse(value)
            case "count":
                Count.from_json(value)
            case "number":
                whole = isinstance(value, int) and not isinstance(value, bool)
                return None if whole else f"{value!r} is no whole number."
            case "truth":
                return None if isinstance(value, bool) else f"{value!r} is neither true nor false."
            case _:
                return None if isinstance(value, str) else f"{value!r} is no text."
    except (HabeasError, AttributeError) as error:
        return str(error)
    return None

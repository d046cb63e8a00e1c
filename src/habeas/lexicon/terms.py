"""The words that people see: labels of kinds, fields and terms, in every language of `data/terms.toml`.

A label is named by a path with dots: `charge`, `charge.article`, `custody.form.house_arrest` for the claim kinds;
`attribution.court`, `modality.alleged`, `role.lawyer`, `liberty.in_prison`, `level.3`, `audience.public` for the rest.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from habeas.lexicon.kinds import ATTRIBUTIONS, AUDIENCES, KINDS, LEVELS, LIBERTY, MODALITIES, ROLES, NotInVocabulary

LISTS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "attribution": ATTRIBUTIONS,
    "modality": MODALITIES,
    "role": ROLES,
    "liberty": LIBERTY,
    "level": tuple(str(level) for level in LEVELS),
    "audience": AUDIENCES,
})
"""The closed lists that are no field of a claim kind: name -> words in their order."""


def label(path: str, language: str = "en") -> str:
    """The label of a kind, field or term, such as `label("custody.form.house_arrest", "ru")`.

    Raises `NotInVocabulary` for a path that the vocabulary does not hold and for a language without labels.
    """
    try:
        by_language = labels()[path]
    except KeyError:
        raise NotInVocabulary(f"{path!r} is no word of the vocabulary.", "See docs/vocabulary.md.") from None
    if language not in by_language:
        raise NotInVocabulary(f"There are no labels in {language!r}.", f"Choose one of {', '.join(languages())}.")
    return by_language[language]


def languages() -> tuple[str, ...]:
    """The languages that every word has a label in, as ISO 639-1 codes; the first is the language of the manual."""
    return tuple(_data()["languages"])


def unreviewed() -> tuple[str, ...]:
    """The languages whose labels no native editor has read yet."""
    return tuple(_data()["unreviewed"])


def paths() -> Iterator[str]:
    """Every path that `kinds.py` gives rise to, in its order: lists first, then kinds with their fields and terms."""
    for name, words in LISTS.items():
        yield from (f"{name}.{word}" for word in words)
    for kind, fields in KINDS.items():
        yield kind
        for field in fields.values():
            yield f"{kind}.{field.name}"
            yield from (f"{kind}.{field.name}.{term}" for term in field.terms)


@cache
def labels() -> Mapping[str, Mapping[str, str]]:
    """Path -> language -> label, as the data file holds them."""
    found: dict[str, Mapping[str, str]] = {}
    for name in LISTS:
        found |= {f"{name}.{word}": entry for word, entry in _data()[name].items()}
    for kind, entry in _data()["kind"].items():
        found[kind] = {language: entry[language] for language in languages() if language in entry}
        found |= {f"{kind}.{field}": text for field, text in entry.get("field", {}).items()}
        for field, terms in entry.get("term", {}).items():
            found |= {f"{kind}.{field}.{term}": text for term, text in terms.items()}
    return MappingProxyType(found)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("habeas.lexicon") / "data" / "terms.toml").read_text("utf-8"))

"""The ids that acceptance gives.

All follow from the document and the reading, so that a file of decisions can be replayed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping

from habeas.reading.proposals import NamedPerson


def record_id(document: str, name: str, nth: int = 1) -> str:
    """`r-` and ten hex digits over the document and the person's main name; `nth` tells apart namesakes of one
    document.
    """
    return "r-" + _hash([document, name] if nth == 1 else [document, name, nth])


def record_ids(document: str, persons: Iterable[NamedPerson]) -> Mapping[str, str]:
    """Person id of a reading -> record id."""
    seen: dict[str, int] = {}
    ids = {}
    for person in persons:
        seen[person.name] = seen.get(person.name, 0) + 1
        ids[person.id] = record_id(document, person.name, seen[person.name])
    return ids


def group_id(proposal: str) -> str:
    """`g-` and ten hex digits: the unnamed people, or the source itself, that a proposal without persons is about."""
    return "g-" + _hash([proposal])


def claim_id(proposal: str, place: int, of: int) -> str:
    """The proposal's id; with `.1`, `.2` after it when the proposal names several people."""
    return proposal if of < 2 else f"{proposal}.{place + 1}"


def fact_id(first_claim: str) -> str:
    """`f-` and ten hex digits of the SHA-256 of the first claim that the fact holds; `register` names facts so too."""
    return "f-" + hashlib.sha256(first_claim.encode()).hexdigest()[:10]


def _hash(parts: list[str | int]) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:10]

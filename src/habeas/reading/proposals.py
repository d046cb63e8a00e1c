"""What reading hands over: people as one document names them, and claims that a member may accept.

`Reading.to_json` is the stable object of `habeas read --json` (design, section 4). Nothing here is a fact yet.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from habeas.evidence.document import Document

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person as one document names them: one `id` whatever the spelling; two namesakes have two."""

    id: str
    name: str
    names: tuple[str, ...]
    role: str
    mentions: tuple[Span, ...]

    def to_json(self) -> dict[str, Any]:
        """The form of design, section 4."""
        mentions = [list(m) for m in self.mentions]
        return {"id": self.id, "name": self.name, "names": list(self.names), "role": self.role, "mentions": mentions}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A machine-read claim about one or more people of the document, with the rule that read it.

    `when` is EDTF or None; `fields` are those of the kind; `confidence` lies between 0 and 1.
    """

    id: str
    kind: str
    persons: tuple[str, ...]
    span: Span
    when: str | None
    fields: Mapping[str, Any]
    rule: str
    confidence: float
    attribution: str = "author"
    modality: str = "happened"
    of: tuple[str, ...] = field(default=())

    def to_json(self) -> dict[str, Any]:
        """The form of design, section 4: the kind's fields stand beside the common ones."""
        return {
            "id": self.id, "kind": self.kind, "persons": list(self.persons), "when": self.when, "span": list(self.span),
            **self.fields,
            "attribution": self.attribution, "modality": self.modality, "of": list(self.of),
            "rule": self.rule, "confidence": self.confidence,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read out of one document."""

    document: Document
    persons: tuple[NamedPerson, ...]
    claims: tuple[Proposal, ...]

    def to_json(self) -> dict[str, Any]:
        """The whole object of `habeas read --json`."""
        d = self.document
        return {
            "document": {"sha256": d.sha256, "title": d.title, "language": d.language, "characters": len(d.text)},
            "persons": [p.to_json() for p in self.persons],
            "claims": [c.to_json() for c in self.claims],
        }


def proposal_id(
    document: str, kind: str, span: Span, people: tuple[str, ...], when: str | None, fields: Mapping[str, Any]
) -> str:
    """`c-` and ten hex digits of a hash over document, kind, span, people's names, date and fields.

    The same words read the same way have the same id in every version, so that nothing is asked or counted twice.
    """
    stable = json.dumps([document, kind, span, sorted(people), when, dict(fields)], sort_keys=True, ensure_ascii=False)
    return "c-" + hashlib.sha256(stable.encode()).hexdigest()[:10]

"""The reading as a register that nobody signed: a journal in memory, marked `machine`, folded and thrown away.

So that a report is held against itself by the same rules of liberty as a register is. Nothing of it is ever stored.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from habeas.errors import HabeasError
from habeas.ledger import Draft, MemoryJournal
from habeas.ledger.actions import check_content
from habeas.reading.proposals import NamedPerson, Proposal, Reading
from habeas.register import Register, fold
from habeas.register.rules import KINDS

_SIGNED, _KEY = "machine", "check"
_LONG_AGO = "1970-01-01T00:00:00Z"


@dataclass(frozen=True)
class Machine:
    """`facts` holds the proposals that each fact of the register stands for, in text order."""

    register: Register
    facts: dict[str, list[Proposal]]


def machine(reading: Reading, published: str | None) -> Machine:
    """Folds what the reading says of liberty. `published` is the day that the document describes (EDTF) or None.

    Equal statements of one person (kind, fields, date) are one fact. A claim that the ledger would refuse is left out.
    """
    numbers = count(1)
    journal = MemoryJournal(_KEY, clock=lambda: _LONG_AGO, salts=lambda: next(numbers).to_bytes(16, "big"))
    facts: dict[str, list[Proposal]] = {}
    journal.append([_draft(action, content) for action, content in _contents(reading, published, facts)])
    return Machine(fold(journal.read()), facts)


def _draft(action: str, content: dict[str, object]) -> Draft:
    return Draft(action, _KEY, _SIGNED, content)


def _contents(
    reading: Reading, published: str | None, facts: dict[str, list[Proposal]]
) -> Iterator[tuple[str, dict[str, object]]]:
    document = reading.document
    yield (
        "source_captured",
        {
            "source": document.sha256, "title": document.title or "-", "media_type": "text/plain",
            "captured_at": _LONG_AGO,
            "language": document.language, "published": published, "how": "file", "characters": len(document.text),
        },
    )  # fmt: skip
    known = {p.id for p in reading.persons}
    for person in reading.persons:
        yield "record_opened", _record(person, document.sha256)
    for claim in reading.claims:
        if claim.kind in KINDS:
            for who in claim.persons:
                content = _accept(claim, who, document.sha256)
                if who in known and _allowed(content):
                    facts.setdefault(str(content["fact"]), []).append(claim)
                    yield "accept", content


def _record(person: NamedPerson, document: str) -> dict[str, object]:
    names = list(person.names) or [person.name]
    return {"record": person.id, "document": document, "name": person.name or "-", "names": names, "role": person.role}


def _accept(claim: Proposal, person: str, document: str) -> dict[str, object]:
    same = json.dumps([claim.kind, claim.when, claim.modality, dict(claim.fields)], sort_keys=True, default=str)
    return {
        "claim": f"{claim.id}/{person}", "fact": f"{person}/{same}", "record": person, "kind": claim.kind,
        "fields": dict(claim.fields), "when": claim.when, "document": document, "span": list(claim.span),
        "attribution": claim.attribution, "modality": claim.modality,
    }  # fmt: skip


def _allowed(content: dict[str, object]) -> bool:
    try:
        check_content("accept", content)
    except HabeasError:
        return False
    return True

"""A large invented register: people with charges, sentences, custody and recognition, as drafts of ledger entries.

Names and sources are numbers; the shape (ten claims a person, one record in ten joined to another) is that of a country
with several sources.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

from habeas.ledger import Draft, MemoryJournal

SOURCES = 50
CLAIMS_A_PERSON = 10
START = "2026-01-01T00:00:00Z"


def journal(claims: int, seed: int = 1) -> MemoryJournal:
    """A journal in memory with `claims` accepted claims."""
    chance = random.Random(seed)
    made = MemoryJournal("bench", clock=lambda: START, salts=lambda: chance.randbytes(16))
    made.append(list(drafts(claims, seed)))
    return made


def drafts(claims: int, seed: int = 1) -> Iterator[Draft]:
    """The entries of a register with `claims` accepted claims."""
    chance, ids = random.Random(seed), itertools.count()
    yield _draft("member_added", {"member": "m-1", "name": "A. Monitor"})
    for s in range(SOURCES):
        yield _draft("source_captured", {
            "source": f"{s:064x}", "title": f"Source {s}", "media_type": "text/plain", "language": "en",
            "published": f"{2010 + s % 16}-06", "captured_at": START, "how": "file", "characters": 100_000,
        })  # fmt: skip
    for n in range(claims // CLAIMS_A_PERSON):
        yield from _person(n, chance, ids)


def _person(n: int, chance: random.Random, ids: Iterator[int]) -> Iterator[Draft]:
    record, document = f"r-{n:010x}", f"{n % SOURCES:064x}"
    name = f"Person {n}"
    opened = {"record": record, "document": document, "name": name, "names": [name], "role": "subject"}
    yield _draft("record_opened", opened)
    for i, (kind, fields, when) in enumerate(_claims(chance)):
        claim = f"c-{next(ids):010x}"
        yield _draft("accept", {
            "claim": claim, "fact": "f-" + claim[2:], "record": record, "kind": kind, "fields": fields, "when": when,
            "document": document, "span": [n % 1000 * 90 + i, n % 1000 * 90 + i + 9], "attribution": "author",
            "modality": "happened", "of": [], "rule": "bench", "confidence": 0.9, "proposal": claim,
        }, record)  # fmt: skip
    if n % 10 == 9:
        joined = {"records": [f"r-{n - 1:010x}", record], "why": "one person in two sources", "replaces": None}
        yield _draft("same", joined)


def _claims(chance: random.Random) -> Iterator[tuple[str, dict[str, object], str | None]]:
    year = chance.randrange(2010, 2025)
    day = f"{year}-{chance.randrange(1, 13):02}-{chance.randrange(1, 28):02}"
    penalty = chance.choice(["imprisonment", "imprisonment", "restriction_of_liberty", "suspended", "fine"])
    yield "recognition", {"list": "Source", "step": "entered", "reason": "entry"}, str(year)
    yield "charge", {"article": str(chance.randrange(100, 450)), "code": "CC"}, None
    yield "charge", {"article": str(chance.randrange(100, 450)), "part": "2", "code": "CC"}, None
    yield "custody", {"form": "pretrial_detention"}, f"{year}"
    length = {} if penalty == "fine" else {"length": f"P{chance.randrange(1, 12)}Y"}
    yield "sentence", {"penalty": penalty, **length}, day
    yield "proceeding", {"step": "appeal", "outcome": "upheld"}, f"{year + 1}-03"
    yield "listing", {"list": "state list", "action": "listed"}, f"{year + 1}"
    yield "ill_treatment", {"act": chance.choice(["torture", "beating", "threats"])}, None
    yield "identity", {"attribute": "occupation", "value": chance.choice(["teacher", "blogger", "worker"])}, None
    yield "coercive_step", {"act": "search"}, f"{year}~"


def _draft(action: str, content: dict[str, object], subject: str | None = None) -> Draft:
    return Draft(action, "k-1", "m-1", content, (subject,) if subject else ())

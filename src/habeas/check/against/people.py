"""Who of the register a text names: by the same name, or by a likely one; nobody is joined."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.check.against.held import ABSENT, LIKELY, SAME, HeldPerson
from habeas.lexicon.names import fold
from habeas.matching import build_index
from habeas.reading.proposals import NamedPerson, Reading
from habeas.register import Register

SURE = 0.9
"""From this probability on a name is taken for likely that of a person of the register."""


def held_people(reading: Reading, register: Register) -> Iterator[HeldPerson]:
    """Each person whom the text treats as persecuted, in the order of the text."""
    known = [(name, id) for id, p in register.people.items() for name in p.names if len(name.split()) > 1]
    index = build_index([name for name, _ in known]) if known else None
    exact: dict[str, set[str]] = {}
    for name, id in known:
        exact.setdefault(_key(name), set()).add(id)
    subjects = [p for p in reading.persons if p.role == "subject"]
    hits = index.find([p.name for p in subjects], most=5, least=SURE) if index else iter(() for _ in subjects)
    for person, found in zip(subjects, hits, strict=True):
        same = sorted({id for n in person.names for id in exact.get(_key(n), ())})
        likely = {known[h.place][1]: h.probability for h in reversed(found)}
        yield _held(register, person, same, likely)


def _held(register: Register, person: NamedPerson, same: list[str], likely: dict[str, float]) -> HeldPerson:
    span = person.mentions[0] if person.mentions else (0, 0)
    ranked = same or sorted(likely, key=lambda id: (-likely[id], id))
    if not ranked:
        return HeldPerson(person.id, person.name, span, ABSENT, None, "", 0.0, ())
    first, others = ranked[0], tuple(id for id in dict.fromkeys((*ranked[1:], *likely)) if id != ranked[0])
    verdict = SAME if same else LIKELY
    probability = likely.get(first, 1.0)
    return HeldPerson(
        person.id,
        person.name,
        span,
        verdict,
        first,
        register.people[first].name,
        probability,
        others if same[1:] or not same else (),
    )


def _key(name: str) -> str:
    return " ".join(sorted(fold(name).split()))

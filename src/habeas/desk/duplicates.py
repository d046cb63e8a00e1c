"""People of the register who may be one person: proposed with reasons, decided by a member, never joined by itself.

What was judged the same or different does not come back; what nobody could tell waits apart. Judgements that cannot all
stand are shown, not resolved.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from habeas.adapters.engines import engine as engine_named
from habeas.desk.faults import BadRequest, told
from habeas.desk.folding import register
from habeas.desk.holdings import Present, visible_people
from habeas.desk.import_plans import values_of
from habeas.desk.members import member
from habeas.desk.results import Decided
from habeas.desk.signing import Pen
from habeas.desk.workspace import Workspace
from habeas.ledger import Head
from habeas.lexicon import NotADate, When
from habeas.matching.compare import Part
from habeas.matching.duplicates import Listed, duplicates, explained
from habeas.reading.rows import Value
from habeas.register import Register

LEAST = 0.5
"""The probability from which a pair is proposed."""


@dataclass(frozen=True, slots=True)
class PersonSeen:
    """One side of a pair: what tells people apart at a glance."""

    id: str
    name: str
    names: tuple[str, ...]
    born: str | None
    place: str | None
    facts: int
    sources: int

    @property
    def others(self) -> tuple[str, ...]:
        """The names beside the main one."""
        return tuple(n for n in self.names if n != self.name)


@dataclass(frozen=True, slots=True)
class LikelyPair:
    """Two people who may be one: how likely, which of their names were compared, and the reasons part by part.

    `crowd` is how many of the register share the name. `undecided`: somebody looked and could not tell.
    """

    left: PersonSeen
    right: PersonSeen
    probability: float
    compared: tuple[str, str]
    parts: tuple[Part, ...]
    beside: tuple[str, ...]
    crowd: int
    undecided: bool

    @property
    def sides(self) -> tuple[PersonSeen, PersonSeen]:
        """Both people."""
        return self.left, self.right


@dataclass(frozen=True, slots=True)
class DuplicatesPage:
    """The pairs that wait, the likeliest first, of `total`; `conflicts` are judgements that cannot all stand."""

    pairs: tuple[LikelyPair, ...]
    total: int
    undecided: int
    conflicts: tuple[str, ...]


@told
def likely_duplicates(
    ws: Workspace, *, most: int = 50, undecided: bool = False, engine: str = "habeas"
) -> DuplicatesPage:
    """The pairs that wait for a judgement; with `undecided` those that nobody could tell.

    `engine` is one of `habeas.adapters.engines.ENGINES`: all find the same pairs. Raises `NotInstalled`.
    """
    found = _found(ws, ws.journal.head(), engine)
    now = register(ws)
    judged = _judged(ws, now)
    open_, left = [], []
    for pair in found:
        people = frozenset((pair.left.id, pair.right.id))
        if "different" not in judged.get(people, ()):
            (left if "cannot_tell" in judged.get(people, ()) else open_).append(pair)
    chosen = left if undecided else open_
    conflicts = tuple(c.message for c in now.conflicts if c.kind == "same_and_different")
    shown = tuple(_reasoned(p, undecided=undecided) for p in chosen[:most])
    return DuplicatesPage(shown, len(chosen), len(left), conflicts)


@told
def cannot_tell(ws: Workspace, ids: Sequence[str], *, by: str, now: str, why: str, key: str | None = None) -> Decided:
    """Says that a member looked at these records (or people) and could not tell whether they are one person."""
    with ws.transaction():
        pen = Pen(ws, member(ws, by), now, key)
        known = register(ws)
        records = sorted(set(ids))
        if len(records) < 2 or any(r not in known.person_of for r in records):
            raise BadRequest("Two people of the register are needed.", "Name two records, or two people, by their ids.")
        return pen.decide(lambda: pen.draft("cannot_tell", {"records": records, "why": why}, records))


@dataclass(frozen=True, slots=True)
class _Found:
    left: PersonSeen
    right: PersonSeen
    probability: float
    one: Listed
    other: Listed
    crowd: int


@lru_cache(maxsize=4)
def _found(ws: Workspace, head: Head, engine: str) -> tuple[_Found, ...]:
    """Every pair from `LEAST` up; found once for each state of the ledger."""
    chosen = engine_named(engine)
    people = _people(ws)
    listed = [(p, Listed(name, p.born, p.place)) for p in people.values() for name in _whole_names(p)]
    best: dict[frozenset[str], _Found] = {}
    for pair in duplicates([entry for _, entry in listed], least=LEAST, engine=chosen):
        (one, a), (other, b) = listed[pair.left], listed[pair.right]
        if one.id != other.id:
            made = _Found(one, other, pair.probability, a, b, pair.crowd)
            best.setdefault(frozenset((one.id, other.id)), made)
    return tuple(sorted(best.values(), key=lambda f: (-f.probability, f.left.name, f.right.name)))


def _reasoned(found: _Found, *, undecided: bool) -> LikelyPair:
    names, beside = explained(found.one, found.other)
    compared = found.one.name, found.other.name
    return LikelyPair(
        found.left, found.right, found.probability, compared, names.parts, beside, found.crowd, undecided
    )


def _people(ws: Workspace) -> Mapping[str, PersonSeen]:
    lines = visible_people(Present(ws), "team")
    told_of = values_of(ws, [line["id"] for line in lines])
    return {
        line["id"]: PersonSeen(
            line["id"],
            line["name"],
            tuple(line["names"]),
            _date(_one(told_of.get(line["id"], ()), "birth")),
            _one(told_of.get(line["id"], ()), "residence"),
            line["facts"],
            len(line["documents"]),
        )
        for line in lines
    }


def _one(values: Iterable[Value], meaning: str) -> str | None:
    """The one value that stands; None when there is none, or several that compete."""
    found = {v.text for v in values if v.meaning == meaning}
    return found.pop() if len(found) == 1 else None


def _whole_names(person: PersonSeen) -> Iterable[str]:
    """The main name and every other of two words or more: a surname alone says nothing."""
    return dict.fromkeys((person.name, *(n for n in person.names if len(n.split()) > 1)))


def _date(text: str | None) -> str | None:
    try:
        return When.parse(text).text if text else None
    except NotADate:
        return None


def _judged(ws: Workspace, now: Register) -> Mapping[frozenset[str], set[str]]:
    """Two people -> what members said of them, of what is in force."""
    found: dict[frozenset[str], set[str]] = {}
    for entry in ws.journal.about((), actions=("different", "cannot_tell")):
        if entry.body is None or entry.id in now.withdrawn:
            continue
        persons = {now.person_of[r] for r in entry.body.content.get("records") or () if r in now.person_of}
        for pair in combinations(sorted(persons), 2):
            found.setdefault(frozenset(pair), set()).add(entry.action)
    return found

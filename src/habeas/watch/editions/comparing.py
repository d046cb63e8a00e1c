"""Two editions compared: who entered, who left and why, whose status or category changed.

Of one ledger, ids say who is who, and each exit must have a stated reason. The list of somebody else has no ids that
we know: there names decide, across spellings, and what is only likely is shown as likely.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from habeas.ledger import Entry
from habeas.register import Recognition, Register
from habeas.watch.editions.edition import Edition, Member
from habeas.watch.editions.moves import Move, moved, moves, stages
from habeas.watch.pairing import likely_pairs
from habeas.watch.snapshot import ListEntry

LISTED = "listed"
ONE = 0.5
"""From this likeness on a name is taken for the same person when nobody else on either list fits it: both lists tell of
the same few people. A name that fits several is left to people."""


@dataclass(frozen=True, slots=True)
class Entered:
    """Someone who is on the list of B and was not on that of A. `because` are lines of facts."""

    person: str
    name: str
    category: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """Someone who was on the list of A and is not on that of B. `why` are stated reasons; none is a fault."""

    person: str
    name: str
    why: tuple[str, ...]
    became: str | None = None


@dataclass(frozen=True, slots=True)
class Altered:
    """Someone on both lists whose status or category differs; `because` are lines of facts that only B rests on."""

    person: str
    name: str
    what: str
    before: str
    after: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Perhaps:
    """Someone of A and someone of B who may be one person, by name: people decide."""

    left: str
    right: str
    probability: float


@dataclass(frozen=True, slots=True)
class Compared:
    """`stayed` counts people on both lists. `moves` is empty for the list of somebody else."""

    a: Edition
    b: Edition
    entered: tuple[Entered, ...]
    left: tuple[Left, ...]
    altered: tuple[Altered, ...]
    perhaps: tuple[Perhaps, ...]
    moves: tuple[Move, ...]
    stayed: int

    @property
    def unexplained(self) -> tuple[Left, ...]:
        """Who left without a stated reason."""
        return tuple(x for x in self.left if not x.why) if self.a.own and self.b.own else ()

    @property
    def residual(self) -> tuple[Move, ...]:
        """Figures with a change that nothing explains."""
        return tuple(m for m in self.moves if m.residual)

    def to_json(self) -> dict[str, Any]:
        """The object of `habeas edition compare --json`."""
        return {
            "a": _head(self.a), "b": _head(self.b), "stayed": self.stayed,
            "entered": [
                {"person": x.person, "name": x.name, "category": x.category, "because": list(x.because)}
                for x in self.entered
            ],
            "left": [
                {"person": x.person, "name": x.name, "why": list(x.why), "became": x.became} for x in self.left
            ],
            "altered": [
                {"person": x.person, "name": x.name, "what": x.what, "before": x.before, "after": x.after,
                 "because": list(x.because)}
                for x in self.altered
            ],
            "perhaps": [{"left": x.left, "right": x.right, "probability": x.probability} for x in self.perhaps],
            "moves": [
                {"figure": m.figure, "title": m.title, "before": m.before, "after": m.after,
                 **{p.cause: {"change": p.change, "came": list(p.came), "went": list(p.went)} for p in m.parts}}
                for m in self.moves
            ],
        }  # fmt: skip


def _head(edition: Edition) -> dict[str, Any]:
    return {"name": edition.name, "as_of": edition.as_of.isoformat(), "known_at": edition.known_at, "own": edition.own}


def compare_own(a: Edition, b: Edition, entries: Sequence[Entry]) -> Compared:
    """Compares two editions of this ledger: with reasons of each exit and the parts of each figure's move."""
    between = stages(a, b, entries)
    now = between.last
    before: dict[str, str] = {}
    joined = []
    for then in _listed(a):
        here = _now(now, then)
        if here in before:  # two of A are one now: one of them stays, and the other is told as joined
            joined.append(Left(then, a.members[then].name, (_joined_with(before[here], a),), here))
        else:
            before[here] = then
    after = set(_listed(b))
    entered = tuple(_entered(b, i) for i in sorted(after - set(before)))
    gone = (_left(a, then, here, now, entries) for here, then in before.items() if here not in after)
    left = (*gone, *joined)
    both = [(a.members[then], b.members[here]) for here, then in before.items() if here in after]
    altered = tuple(x for one, other in both for x in _altered(one, other))
    return Compared(a, b, entered, left, altered, (), tuple(moved(moves(a, b, between))), len(both))


def compare_lists(a: Edition, b: Edition) -> Compared:
    """Compares two editions by name, when one at least is of somebody else."""
    ours, theirs = [a.members[i] for i in _listed(a)], [b.members[i] for i in _listed(b)]
    found = likely_pairs([_entry(m) for m in ours], [_entry(m) for m in theirs]).found
    fits_left, fits_right = Counter(i for i, _, _ in found), Counter(j for _, j, _ in found)
    one = {i: j for i, j, how in found if how.probability >= ONE and fits_left[i] == fits_right[j] == 1}
    taken = set(one.values())
    perhaps = [
        Perhaps(ours[i].name, theirs[j].name, round(how.probability, 3)) for i, j, how in found if one.get(i) != j
    ]
    entered = tuple(Entered(m.id, m.name, m.category, ()) for j, m in enumerate(theirs) if j not in taken)
    left = tuple(Left(m.id, m.name, ()) for i, m in enumerate(ours) if i not in one)
    altered = tuple(x for i, j in one.items() for x in _altered(ours[i], theirs[j]))
    return Compared(a, b, entered, left, altered, tuple(perhaps), (), len(one))


def _listed(edition: Edition) -> tuple[str, ...]:
    number = edition.numbers.get(LISTED)
    return number.counted if number else tuple(edition.members)


def _now(register: Register, person: str) -> str:
    return register.person_of.get(person, person)


def _joined_with(person: str, edition: Edition) -> str:
    return f"one person with {edition.members[person].name}, by a decision of a member"


def _entered(edition: Edition, person: str) -> Entered:
    member = edition.members[person]
    return Entered(person, member.name, member.category, tuple(member.facts.values()))


def _left(a: Edition, then: str, here: str, now: Register, entries: Sequence[Entry]) -> Left:
    steps = [s for s in now.recognitions.get(here, ()) if s.list in a.lists and s.step in ("left", "refused")]
    why = [*_reasons(steps), *_withdrawn(a.members[then], here, now, entries)]
    return Left(then, a.members[then].name, tuple(dict.fromkeys(why)), here if here in now.people else None)


def _reasons(steps: Iterable[Recognition]) -> list[str]:
    """Reasons that a list or a member gave for letting somebody go; `entry` is no reason but a reader's mark."""
    return [s.reason for s in steps if s.reason and s.reason != "entry"]


def _withdrawn(member: Member, here: str, now: Register, entries: Sequence[Entry]) -> Iterable[str]:
    """Why what put the person on the list was taken back, corrected or erased."""
    records = set(now.people[here].records) if here in now.people else {member.id}
    for entry in entries:
        content = entry.body.content if entry.body else {}
        touched = {content.get("fact"), content.get("decision"), content.get("claim")} - {None}
        about = records & set(entry.body.subjects) if entry.body else set()
        if entry.action in ("withdraw", "correct") and (touched & set(member.facts) or about) and content.get("why"):
            if entry.action == "correct" or _of_recognition(content, member, now):
                yield str(content["why"])
        elif entry.action == "erased" and here not in now.people:
            yield str(content.get("ground") or "erased by law")


def _of_recognition(content: Mapping[str, Any], member: Member, now: Register) -> bool:
    """True when what was withdrawn is (no longer) a fact or decision that holds the person on the list."""
    target = content.get("fact") or content.get("decision") or content.get("claim")
    return target in member.facts or target in now.withdrawn


def _altered(one: Member, other: Member) -> Iterable[Altered]:
    because = tuple(line for id, line in other.facts.items() if id not in one.facts)
    if one.statuses != other.statuses and one.statuses and other.statuses:
        yield Altered(other.id, other.name, "status", " or ".join(one.statuses), " or ".join(other.statuses), because)
    if one.category != other.category:
        yield Altered(other.id, other.name, "category", one.category, other.category, because)


def _entry(member: Member) -> ListEntry:
    return ListEntry(member.name, names=member.names)

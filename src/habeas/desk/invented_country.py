"""An invented country of any size, to try the desk at: sources with text, claims with passages, all in the ledger.

Nobody in it exists: names are put together from syllables. What is made is a whole workspace: `verify` finds every
passage in its source and every entry in its chain.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from habeas.desk.folding import forget
from habeas.desk.members import add_member
from habeas.desk.projection import project_all
from habeas.desk.sources import capture_bytes
from habeas.desk.workspace import Workspace, create_workspace
from habeas.ledger import Draft
from habeas.lexicon.wording import say_claim


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


EACH = 2000
"""People in one source."""
MEMBER = "A. Monitor"
_GIVEN = _words("Ar Bel Cor Dan El Fen Gal Hal Ir Jor Kel Lor Mar Nor Or Pel Ral Sel Tar Ul Vel Wen Yar Zel")
_ENDS = _words("a an e el en i ia in is o on or us")
_STEMS = _words(
    "Alb Brand Corm Dorn Egg Falk Grim Holm Ist Jarr Kest Lind Mork Nys Olm Pask Quist Rand Stern Tull Ulv Vorn"
)
_TAILS = _words("a as berg en er feld ing ke mann ov ova sen son stad wick")
_REGIONS = ("Port", "Highmark", "Eastern Vale", "Saltcoast", "Lowmoor", "Capital")
_ARTICLES = ("101", "130", "174", "205", "256", "274", "280", "405")
_FORMS = ("pretrial_detention", "police_detention", "house_arrest")
_PENALTIES = ("imprisonment", "imprisonment", "imprisonment", "restriction_of_liberty", "suspended", "fine")


@dataclass(frozen=True, slots=True)
class Told:
    """One claim of an invented source, at its span."""

    record: str
    name: str
    kind: str
    fields: dict[str, Any]
    when: str | None
    span: tuple[int, int]


def invent(
    folder: Path, people: int, *, now: str, seed: int = 1, progress: Callable[[int, int, str], None] | None = None
) -> int:
    """Makes a workspace of so many invented people with ten claims each; returns how many claims. `now` is UTC."""
    made = 0
    with create_workspace(folder, name="An invented country") as ws:
        add_member(ws, MEMBER, now=now)
        for number, start in enumerate(range(0, people, EACH)):
            chance = random.Random(f"{seed}/{number}")
            text, told = _source(number, range(start, min(start + EACH, people)), chance)
            made += _written(ws, text, told, number, now)
            if progress:
                progress(min(start + EACH, people), people, "")
        forget(ws)
        with ws.transaction():
            project_all(ws)
    return made


def _written(ws: Workspace, text: str, told: list[Told], number: int, now: str) -> int:
    """Captures one source and accepts what it says."""
    from habeas.desk.members import member

    year = 2012 + number % 12
    captured = capture_bytes(
        ws, text.encode(), name=f"source-{number}.txt", by=MEMBER, now=now, published=f"{year}-12", language="en"
    )
    author, drafts, opened = member(ws, MEMBER).id, [], set()
    for place, claim in enumerate(told):
        record = f"r-{claim.record}"
        if record not in opened:
            opened.add(record)
            content = {
                "record": record, "document": captured.source, "name": claim.name, "names": [claim.name],
                "role": "subject",
            }  # fmt: skip
            drafts.append(Draft("record_opened", author, author, content, (record,)))
        id = f"c-{number:04x}{place:06x}"
        content = {
            "claim": id, "fact": "f-" + id[2:], "record": record, "kind": claim.kind, "fields": claim.fields,
            "when": claim.when, "document": captured.source, "span": list(claim.span), "attribution": "author",
            "modality": "happened", "of": [], "case": None, "rule": "invented", "confidence": 1, "bulk": True,
            "proposal": None, "replaces": None, "why": None,
        }  # fmt: skip
        drafts.append(Draft("accept", author, author, content, (record, "f-" + id[2:], id)))
    with ws.transaction():
        ws.journal_at(now).append(drafts)
    return len(told)


def _source(number: int, people: range, chance: random.Random) -> tuple[str, list[Told]]:
    """The text of one source, and what it says where."""
    lines = [f"The list of the Lamp, part {number + 1}", ""]
    at = sum(len(line) + 1 for line in lines)
    told = []
    for n in people:
        name = _name(chance)
        lines.append(name)
        at += len(name) + 1
        for kind, fields, when in _life(chance, name):
            line = "- " + say_claim(kind, fields, when=when)
            told.append(Told(f"{n:010x}", name, kind, fields, when, (at + 2, at + len(line))))
            lines.append(line)
            at += len(line) + 1
        lines.append("")
        at += 1
    return "\n".join(lines), told


def _name(chance: random.Random) -> str:
    given = chance.choice(_GIVEN) + chance.choice(_ENDS)
    family = chance.choice(_STEMS) + chance.choice(("", "el", "er", "in", "or")) + chance.choice(_TAILS)
    return f"{given} {family}"


def _life(chance: random.Random, name: str) -> Iterator[tuple[str, dict[str, Any], str | None]]:
    year = chance.randrange(2010, 2024)
    day = f"{year}-{chance.randrange(1, 13):02}-{chance.randrange(1, 28):02}"
    penalty = chance.choice(_PENALTIES)
    yield "recognition", {"list": "The Lamp", "step": "entered", "category": chance.choice(_REGIONS)}, str(year)
    yield "identity", {"attribute": "name", "value": name}, None
    yield "identity", {"attribute": "residence", "value": chance.choice(_REGIONS)}, None
    yield "charge", {"article": chance.choice(_ARTICLES), "code": "Criminal Code"}, None
    yield "custody", {"form": chance.choice(_FORMS), "facility": f"Colony {chance.randrange(1, 40)}"}, str(year)
    length = {} if penalty == "fine" else {"length": f"P{chance.randrange(1, 12)}Y"}
    yield "sentence", {"penalty": penalty, **length}, day
    yield "proceeding", {"step": "appeal", "outcome": "upheld"}, f"{year + 1}-03"
    yield "ill_treatment", {"act": chance.choice(("beating", "threats", "solitary"))}, f"{year}~"
    yield "coercive_step", {"act": "search"}, f"{year}"
    if chance.random() < 0.3:
        yield "release", {"ground": chance.choice(("served", "pardon", "parole"))}, f"{year + 2}-05-04"
    else:
        yield "listing", {"list": "Register of Agitators", "action": "listed"}, f"{year + 1}"

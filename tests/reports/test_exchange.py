"""A register as lines: whatever two offices decided, the lines give it back, and nobody gets more than is theirs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from habeas.ledger import Entry
from habeas.register import AUDIENCES, Register, fold
from habeas.reports.exchange import Chosen, Heading, choose, office_lines, read_parcel, to_bytes
from simulator.country import orlenia
from simulator.histories import World, histories
from simulator.office import Office

ON = date(2021, 1, 31)
OFFICES = ("team", "case", "sealed")
TEXT = "".join(chr(0x430 + n % 32) if n % 7 else " " for n in range(100_000))


def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads((files("habeas.lexicon") / "schemas" / "exchange.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def export(entries: Iterable[Entry], audience: str, feed: str = "orla") -> tuple[Chosen, bytes]:
    chosen = choose(entries, audience)
    texts = dict.fromkeys(chosen.register.sources, TEXT)
    lines = office_lines(chosen, Heading("Orlenia", feed, audience, ON, None), texts)
    return chosen, b"".join(to_bytes(lines))


def below_the_head(data: bytes) -> list[bytes]:
    return data.splitlines()[1:-1]


def taken(data: bytes) -> list[Entry]:
    return [e for feed in read_parcel(data.splitlines(keepends=True)).feeds.values() for e in feed]


def played(acts: Sequence[Sequence[int]]) -> list[Entry]:
    """The world of the simulator, and in it what not everyone may see: health, minors, mandates, narrower releases."""
    world = World()
    world.play([list(a) for a in acts])
    for number, n in enumerate(acts):
        office, record = world.records[n[1] % len(world.records)]
        source = world.sources[world.offices.index(office)]
        if n[2] % 4 == 0:
            kind, fields = (("health", {"condition": "ill"}), ("relation", {"other": "A", "tie": "spouse"}),
                            ("mandate", {"giver": "Mother"}))[n[3] % 3]  # fmt: skip
            claim = office.accept(record, kind, None, source=source, level=2 + n[4] % 3, claim=f"s-{number}", **fields)
            world.claims.append((office, claim))
            world.facts.append(office.facts[claim])
        if n[2] % 4 == 1:
            mandate = {"giver": "Mother", "scope": "all", "purpose": "publish", "until": None, "proof": None}
            office.do("mandate_recorded", entry_level=2, mandate=f"m-{n[5] % 3}", **mandate)
        if n[2] % 4 == 2 and world.facts:
            facts = sorted({world.facts[(n[1] + k) % len(world.facts)] for k in range(1 + n[6] % 3)})
            basis = f"source:{source}" if n[4] % 2 else f"mandate:m-{n[5] % 3}"
            office.do("release", facts=facts, level=n[7] % 5, basis=basis)
        if n[2] % 4 == 3 and world.facts:
            fact = world.facts[n[5] % len(world.facts)]
            office.do("assess", entry_level=2 + n[6] % 3, record=record, definition="wgad", criterion="II",
                      answer="met", facts=[fact], against=[], why="seen")  # fmt: skip
    return [e for office in world.offices for e in office]


@settings(max_examples=60, deadline=None)
@given(histories())
def test_lines_taken_in_and_written_again_are_the_same_lines(acts: list[list[int]]) -> None:
    entries = played(acts)
    newcomer = Office("newcomer")
    for audience in OFFICES:
        chosen, data = export(entries, audience)
        received = taken(data)
        again, twice = export([*received, *newcomer], audience, feed="newcomer")
        assert below_the_head(twice) == below_the_head(data)
        assert not again.withheld
        if audience == "sealed":
            assert (received, chosen.withheld) == (sorted(entries, key=_place), frozenset())
            assert _without_members(fold(received)) == _without_members(fold(entries))


@settings(max_examples=60, deadline=None)
@given(histories())
def test_an_audience_gets_nothing_above_its_level(acts: list[list[int]]) -> None:
    entries = played(acts)
    whole = fold(entries)
    for audience in ("team", "case"):
        top = AUDIENCES[audience]
        register = fold(taken(export(entries, audience)[1]))
        above = {c.id for c in whole.claims.values() if c.level > top}
        assert above & register.claims.keys() == set()
        narrower = [c.id for c in register.claims.values() if c.level < whole.claims[c.id].level]
        assert narrower == []
        assert register.mandates == {}
        assert {c.id for c in register.claims.values() if "giver" in c.reading.fields} == set()


def _place(entry: Entry) -> tuple[str, int]:
    return entry.header.feed, entry.header.seq


def _without_members(register: Register) -> dict[str, Any]:
    return {name: getattr(register, name) for name in Register.__dataclass_fields__ if name != "members"}


@pytest.mark.parametrize("audience", OFFICES)
def test_every_line_is_of_the_schema(audience: str) -> None:
    checking, country = validator(), orlenia()
    country.office.accept(country.records["odo"], "health", None, level=3, condition="ill")
    country.office.do("recognise", record=country.records["unlisted"], list="own", step="entered", category=None,
                      tier=None, reason=None, when=None)  # fmt: skip
    lines = [json.loads(line) for line in export(country.office, audience)[1].splitlines()]
    assert {line["line"] for line in lines} == {
        "head", "member", "source", "passage", "person", "fact", "recognition", "entry", "end",
    }  # fmt: skip
    for number, line in enumerate(lines, start=1):
        assert [f"{number}: {fault.message}" for fault in checking.iter_errors(line)] == []


@pytest.mark.parametrize(
    "line",
    [
        {"line": "poem"},
        {"line": "passage", "document": "d", "span": [1], "sha256": None, "quote": None},
        {"line": "member", "id": "m-1"},
        {"line": "member", "id": "m-1", "name": "A", "phone": "1"},
    ],
)
def test_the_schema_refuses(line: dict[str, Any]) -> None:
    assert list(validator().iter_errors(line))

"""Whatever members decide, in whatever order: a slice folded gives the rows that the whole ledger folded gives."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from desk.invented import DAY, LIST, MONITOR, UPDATE, bring, moment, new_workspace
from habeas.desk import (
    Selection,
    Workspace,
    accept,
    accept_one,
    correct,
    different,
    erase,
    people,
    person,
    prefer,
    proposals,
    recognise,
    register,
    reject,
    release,
    same,
    sources,
    split,
    undo,
    verify,
    withdraw,
    withdraw_basis,
)
from habeas.errors import HabeasError

ON = date.fromisoformat(DAY)
THIRD = """A third document about assemblies and the rest of them in Arcadia
Aru Bekova | recognition | 2021-03-31 | list=List of Arcadia, step=left
Yerlan Sat | recognition | 2020-12-31 | list=List of Arcadia, step=entered
Bolat Karin | sentence | | penalty=imprisonment, length=P3Y
Dana Omar | finding | 2020-05-01 | body=A Committee, reference=7/2020
Dana Omar | compliance | 2020-08-01 | remedy=release, state=none
Dana Omar | charge | | article=101, code=AC
"""
Draw = Callable[[list[str]], str]


def _accept(ws: Workspace, pick: Draw, now: str) -> None:
    accept(ws, Selection(ids=(pick([p.id for p in proposals(ws)]),)), by=MONITOR, now=now)


def _accept_person(ws: Workspace, pick: Draw, now: str) -> None:
    accept(ws, Selection(person=pick(["Bekova", "Karin", "Omar", "Sat"])), by=MONITOR, now=now, bulk=True)


def _accept_new(ws: Workspace, pick: Draw, now: str) -> None:
    accept_one(ws, pick([p.id for p in proposals(ws)]), by=MONITOR, now=now, fact="new")


def _reject(ws: Workspace, pick: Draw, now: str) -> None:
    reject(ws, Selection(ids=(pick([p.id for p in proposals(ws)]),)), by=MONITOR, now=now, why="no")


def _undo(ws: Workspace, pick: Draw, now: str) -> None:
    undo(ws, pick([e.id for e in ws.journal.read()]), by=MONITOR, now=now, why="no")


def _withdraw(ws: Workspace, pick: Draw, now: str) -> None:
    held = register(ws)
    withdraw(ws, pick([*held.facts, *held.claims]), by=MONITOR, now=now, why="no")


def _correct(ws: Workspace, pick: Draw, now: str) -> None:
    change = pick(["when", "gone", "kind"])
    changes = {"when": {"when": "2020-07"}, "gone": {"when": None}, "kind": {"modality": "denied"}}[change]
    correct(ws, pick(list(register(ws).claims)), changes, by=MONITOR, now=now, why="misread")


def _move(ws: Workspace, pick: Draw, now: str) -> None:
    held = register(ws)
    correct(ws, pick(list(held.claims)), {"record": pick(list(held.records))}, by=MONITOR, now=now, why="the other one")


def _prefer(ws: Workspace, pick: Draw, now: str) -> None:
    fact = register(ws).facts.get(pick(list(register(ws).facts)))
    if fact is None:
        return
    prefer(ws, fact.id, pick(list(fact.claims)), by=MONITOR, now=now, why="better")


def _same(ws: Workspace, pick: Draw, now: str) -> None:
    records = list(register(ws).records)
    same(ws, [pick(records), pick(records)], by=MONITOR, now=now, why="one")


def _same_name(ws: Workspace, pick: Draw, now: str) -> None:
    name = pick(["Bekova", "Karin", "Omar", "Sat"])
    same(ws, [r.id for r in register(ws).records.values() if name in r.name], by=MONITOR, now=now, why="one")


def _same_facts(ws: Workspace, pick: Draw, now: str) -> None:
    facts = list(register(ws).facts)
    same(ws, [pick(facts), pick(facts)], by=MONITOR, now=now, why="one")


def _different(ws: Workspace, pick: Draw, now: str) -> None:
    records = list(register(ws).records)
    different(ws, [pick(records), pick(records)], by=MONITOR, now=now, why="two")


def _split(ws: Workspace, pick: Draw, now: str) -> None:
    joined = [r for p in register(ws).people.values() if len(p.records) > 1 for r in p.records]
    split(ws, [pick(joined)], by=MONITOR, now=now, why="two")


def _recognise(ws: Workspace, pick: Draw, now: str) -> None:
    step = pick(["entered", "left", "refused"])
    recognise(ws, pick([p.id for p in people(ws, as_of=ON)]), step=step, by=MONITOR, now=now, when="2020-06")


def _release(ws: Workspace, pick: Draw, now: str) -> None:
    source = pick([s.source for s in sources(ws)])
    release(
        ws, [pick(list(register(ws).facts))], level=int(pick(["0", "1"])), basis=f"source:{source}", by=MONITOR, now=now
    )


def _close(ws: Workspace, pick: Draw, now: str) -> None:
    withdraw_basis(ws, "source:" + pick([s.source for s in sources(ws)]), by=MONITOR, now=now, why="asked")


def _erase(ws: Workspace, pick: Draw, now: str) -> None:
    erase(ws, entries=[pick([e.id for e in ws.journal.read()][6:])], ground="error", by=MONITOR, now=now)


ACTS = (
    _accept,
    _accept,
    _accept,
    _accept_person,
    _accept_person,
    _accept_new,
    _reject,
    _undo,
    _withdraw,
    _correct,
    _move,
    _prefer,
    _same,
    _same_name,
    _same_name,
    _same_facts,
    _different,
    _split,
    _recognise,
    _release,
    _close,
    _erase,
)


# Without shrinking: one history takes half a second, and the first that fails says which act it was.
@settings(max_examples=25, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.data())
def test_a_slice_gives_what_the_whole_gives(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder, new_workspace(Path(folder) / "ws", "delete") as ws:
        for second, text in enumerate((LIST, UPDATE, THIRD), start=1):
            bring(ws, text, second=second, name=f"{second}.txt")
        clock = itertools.count(10)
        for act in data.draw(st.lists(st.sampled_from(ACTS), min_size=6, max_size=16)):

            def pick(options: list[str]) -> str:
                return data.draw(st.sampled_from(sorted(options))) if options else "nothing"

            try:
                act(ws, pick, moment(next(clock)))
            except HabeasError:
                continue
            assert verify(ws).faults == (), act.__name__


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)])
def test_a_document_that_speaks_of_a_later_day_reaches_everyone(tmp_path: Path, order: tuple[int, ...]) -> None:
    with new_workspace(tmp_path / "ws") as ws:
        bring(ws, THIRD)
        todo = [p.id for p in proposals(ws) if p.kind in ("recognition", "charge")]
        for second, number in enumerate(order, start=2):
            accept(ws, Selection(ids=(todo[number],)), by=MONITOR, now=moment(second))
            assert verify(ws).faults == ()
        assert person(ws, "Omar", as_of=ON).facts[0].kind == "charge"

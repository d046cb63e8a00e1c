"""Erasure: gone from bodies, proposals, index, text and file; the chain whole, the rest untouched."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desk.invented import DAY, LIST, MODES, MONITOR, UPDATE, bring, moment, new_workspace, read_invented
from habeas.desk import (
    Workspace,
    accept_all,
    document,
    erase,
    figures,
    history,
    original,
    people,
    person,
    proposals,
    read_source,
    rebuild,
    register,
    release,
    sources,
    verify,
)
from habeas.desk.erasure import BLOCK, blotted
from habeas.desk.faults import BadRequest, NotFound, Refused
from habeas.evidence import SourceMissing
from habeas.ledger import NotErasable

ON = date.fromisoformat(DAY)


@pytest.mark.parametrize("mode", MODES)
def test_a_person_is_erased_everywhere(tmp_path: Path, mode: str) -> None:
    with new_workspace(tmp_path / "ws", mode) as ws:
        bring(ws)
        accept_all(ws, by=MONITOR, now=moment(2))
        basis = "source:" + sources(ws)[0].source
        release(ws, kind="sentence", level=0, basis=basis, by=MONITOR, now=moment(3))
        who = next(p for p in people(ws, as_of=ON) if p.name == "Dana Omar").id
        done = erase(ws, person="dana omar", ground="gdpr-17-1-b", by=MONITOR, now=moment(4))
        assert len(done.subjects) == 5
        assert [p.name for p in people(ws, as_of=ON)] == ["Aru Bekova", "Bolat Karin", "Yerlan Sat"]
        assert {f.name: f.value for f in figures(ws, as_of=ON).figures}["political_prisoners"] == 2
        assert "Dana Omar" not in [p.name for p in register(ws, known_at="2021-02-01T10:00:03Z").people.values()]
        assert [f.level for f in person(ws, "Karin", as_of=ON, audience="public").facts] == [0]
        with pytest.raises(NotFound):
            history(ws, who)
        report = verify(ws)
        assert (report.faults, report.erased) == ((), 5)
        assert rebuild(ws).same
        files = b"".join(p.read_bytes() for p in ws.folder.glob("register.sqlite3*"))
        assert (files.count(b"Dana"), files.count(b"Omar"), files.count(who.encode())) == (0, 0, 0)
        assert files.count(b"Bolat Karin") > 0


def test_the_text_keeps_its_offsets_and_the_bytes_are_restricted(ws: Workspace) -> None:
    accept_all(ws, by=MONITOR, now=moment(2))
    source = sources(ws)[0].source
    erase(ws, person="Dana Omar", ground="gdpr-17-1-b", by=MONITOR, now=moment(3))
    text = document(ws, source).text
    lines = dict(zip(LIST.splitlines(), text.splitlines(), strict=True))
    assert len(text) == len(LIST)
    assert {line for line, kept in lines.items() if line != kept} == {line for line in lines if "Dana Omar" in line}
    assert lines["Bolat Karin; Dana Omar | sentence | 2020-03-02 | penalty=imprisonment, length=P3Y"] == (
        f"Bolat Karin; {BLOCK * 4} {BLOCK * 4} | sentence | 2020-03-02 | penalty=imprisonment, length=P3Y"
    )
    assert "condition" not in text
    for refused in (lambda: original(ws, source), lambda: read_source(ws, source, now=moment(4), reader=read_invented)):
        with pytest.raises(Refused):
            refused()
    assert [s.restricted for s in sources(ws)] == [True]
    assert bring_again(ws) is False


def bring_again(ws: Workspace) -> bool:
    """Adds the same bytes again: still known, still restricted."""
    from habeas.desk import capture_bytes

    return capture_bytes(ws, LIST.encode(), name="list.txt", by=MONITOR, now=moment(9)).new


def test_open_proposals_of_others_stay(ws: Workspace) -> None:
    accept_all(ws, by=MONITOR, now=moment(2), selection=_only("Omar", "health"))
    erase(ws, person="Dana Omar", ground="gdpr-17-1-b", by=MONITOR, now=moment(3))
    assert sorted((p.kind, p.names) for p in proposals(ws)) == sorted(
        [
            ("recognition", ("Aru Bekova",)),
            ("sentence", ("Aru Bekova",)),
            ("charge", ("Aru Bekova",)),
            ("recognition", ("Bolat Karin",)),
            ("sentence", ("Bolat Karin",)),
            ("sentence", ("Yerlan Sat",)),
            ("ill_treatment", ("Yerlan Sat",)),
        ]
    )
    accept_all(ws, by=MONITOR, now=moment(4))
    assert verify(ws).faults == ()


def _only(person: str, kind: str):  # type: ignore[no-untyped-def]
    from habeas.desk import Selection

    return Selection(person=person, kind=kind)


def test_a_source_is_erased_with_all_that_came_of_it(ws: Workspace) -> None:
    accept_all(ws, by=MONITOR, now=moment(2))
    update = bring(ws, UPDATE, second=3, name="update.txt").source
    accept_all(ws, by=MONITOR, now=moment(4))
    listed = next(s.source for s in sources(ws) if s.source != update)
    erase(ws, source=listed[:16], ground="court-order", by=MONITOR, now=moment(5))
    assert [s.source for s in sources(ws)] == [update]
    assert [p.name for p in people(ws, as_of=ON)] == ["Aru Bekova", "Bolat Karin"]
    with pytest.raises(SourceMissing):
        ws.vault.get(listed)
    assert verify(ws).faults == ()
    assert bring(ws, second=6).new == 9


def test_entries_are_erased_by_name(ws: Workspace) -> None:
    accept_all(ws, by=MONITOR, now=moment(2))
    last = ws.journal.head()
    erase(ws, entries=[f"{ws.feed}:{last.seq}"], ground="error", by=MONITOR, now=moment(3))
    assert [e.header.seq for e in ws.journal.read() if e.body is None] == [last.seq]
    for wrong in ([f"{ws.feed}:{last.seq + 1}"], ["elsewhere:1"]):
        with pytest.raises(NotErasable):
            erase(ws, entries=wrong, ground="error", by=MONITOR, now=moment(4))
    with pytest.raises(BadRequest):
        erase(ws, ground="error", by=MONITOR, now=moment(4))
    assert verify(ws).faults == ()


def test_blotting_keeps_every_offset() -> None:
    assert blotted("ab cd\nef", [(1, 4), (6, 7)]) == f"a{BLOCK} {BLOCK}d\n{BLOCK}f"

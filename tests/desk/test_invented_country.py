"""The invented country: a whole workspace that verifies, the same for the same seed, read as it was written."""

from __future__ import annotations

from datetime import date

from habeas.desk import document, figures, open_workspace, people, person, sources, verify
from habeas.desk.invented_country import EACH, invent


def test_what_is_made_verifies_and_counts(tmp_path):
    told = []
    claims = invent(tmp_path / "country", 25, now="2026-01-01T00:00:00Z", progress=lambda *n: told.append(n))
    assert (claims, told) == (250, [(25, 25, "")])
    with open_workspace(tmp_path / "country") as ws:
        assert verify(ws).faults == ()
        assert len(people(ws, as_of=date(2024, 1, 1))) == 25
        listed = next(f for f in figures(ws, as_of=date(2024, 6, 1)).figures if f.name == "listed")
        assert listed.value == 25


def test_every_claim_stands_in_its_source(tmp_path):
    invent(tmp_path / "country", 5, now="2026-01-01T00:00:00Z")
    with open_workspace(tmp_path / "country") as ws:
        text = document(ws, sources(ws)[0].source).text
        for row in people(ws, as_of=date(2024, 1, 1)):
            view = person(ws, row.id, as_of=date(2024, 1, 1))
            passages = [text[slice(*c.span)] for f in view.facts for c in f.claims]
            assert len(passages) == 10
            assert all(p.split(":")[0] in text for p in passages)
            assert all("\n" not in p for p in passages)


def test_the_same_seed_gives_the_same_people(tmp_path):
    names = []
    for folder in ("one", "two"):
        invent(tmp_path / folder, 10, now="2026-01-01T00:00:00Z", seed=7)
        with open_workspace(tmp_path / folder) as ws:
            names.append([p.name for p in people(ws, as_of=date(2024, 1, 1))])
    assert names[0] == names[1]
    assert EACH > 10

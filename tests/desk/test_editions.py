"""Editions in a workspace: frozen once, kept with their documents, refused when something cannot be explained."""

from __future__ import annotations

import re
from datetime import date

import pytest

from desk.invented import DAY, MONITOR, UPDATE, bring, moment
from habeas.desk import (
    Workspace,
    accept_all,
    backup,
    compare_editions,
    edition_file,
    editions,
    freeze_edition,
    models,
    people,
    recognise,
    restore,
    same,
    verify,
)
from habeas.desk.faults import BadRequest, NotFound, Refused
from habeas.evidence import SourceAltered
from habeas.ledger import Draft
from habeas.watch.editions import from_bytes

ON = date.fromisoformat(DAY)


@pytest.fixture
def decided(ws: Workspace) -> Workspace:
    """The invented list with everything accepted."""
    bring(ws)
    accept_all(ws, by=MONITOR, now=moment(5))
    return ws


def freeze(ws: Workspace, name: str, day: date = ON, second: int = 20, formats=("html",)):
    return freeze_edition(ws, name, as_of=day, by=MONITOR, now=moment(second), formats=formats)


def test_an_edition_is_kept_with_its_documents_and_signed(decided):
    made, since = freeze(decided, "January", formats=("html", "pdf", "docx"))
    assert (since, sorted(made.files)) == (None, ["list.docx", "list.html", "list.pdf"])
    assert [e.name for e in editions(decided)] == ["January"]
    kept = from_bytes(edition_file(decided, "January", "edition.json"))
    assert (kept.as_of, len(kept.numbers["listed"].counted)) == (ON, 3)
    assert edition_file(decided, "January", "list.pdf").startswith(b"%PDF-")
    assert verify(decided).faults == ()


def test_a_name_is_taken_once(decided):
    freeze(decided, "January")
    with pytest.raises(BadRequest):
        freeze(decided, "January")


def test_nobody_leaves_without_a_reason(decided):
    freeze(decided, "January")
    recognise(decided, "Dana Omar", step="left", list_name="List of Arcadia", by=MONITOR, now=moment(30))
    with pytest.raises(Refused) as told:
        freeze(decided, "February", date(2021, 2, 28), 40)
    assert "Dana Omar" in told.value.cause
    assert [e.name for e in editions(decided)] == ["January"]
    recognise(
        decided, "Dana Omar", step="left", list_name="List of Arcadia", reason="not political after all", by=MONITOR,
        now=moment(50),
    )  # fmt: skip
    _, since = freeze(decided, "February", date(2021, 2, 28), 60)
    assert [(x.name, x.why) for x in since.left] == [("Dana Omar", ("not political after all",))]


def test_a_row_changed_without_an_entry_refuses_the_next_edition(decided):
    freeze(decided, "January")
    models.Spell.objects.using(decided.alias).filter(kind="liberty", name="in_prison").update(name="free")
    with pytest.raises(Refused) as told:
        freeze(decided, "February", second=40)
    assert "tables do not say what the ledger says" in told.value.cause


def test_an_edition_altered_in_the_vault_is_seen(decided):
    made, _ = freeze(decided, "January")
    path = decided.folder / "vault" / made.sha256[:2] / made.sha256
    path.chmod(0o600)
    path.write_bytes(path.read_bytes().replace(b'"value": 3', b'"value": 4'))
    with pytest.raises(SourceAltered):
        edition_file(decided, "January", "edition.json")
    assert any("altered" in fault for fault in verify(decided).faults)


def test_an_edition_that_does_not_follow_from_the_ledger_refuses_the_next(decided):
    """Somebody writes bytes of their own into the vault and an entry that names them."""
    made, _ = freeze(decided, "January")
    data = edition_file(decided, "January", "edition.json")
    wrong = decided.vault.put(
        re.sub(rb'("name": "political_prisoners",.*?"value": )\d+', rb"\g<1>99", data, flags=re.S)
    )
    with decided.transaction():
        content = {
            "edition": "January, again", "sha256": wrong, "as_of": DAY, "known_at": made.known_at,
            "lists": list(made.lists), "files": {},
        }  # fmt: skip
        author = editions(decided)[0].author
        draft = Draft("edition_frozen", author, author, content, (), 2, "key-of-a-forger")
        decided.journal_at(moment(30)).append([draft])
    with pytest.raises(Refused) as told:
        freeze(decided, "February", second=40)
    assert "does not follow from the ledger" in told.value.cause


def test_editions_travel_in_a_backup(decided, tmp_path):
    freeze(decided, "January")
    backup(decided, tmp_path / "b.habeas", now=moment(50))
    restore(tmp_path / "b.habeas", tmp_path / "again")
    from habeas.desk import open_workspace

    with open_workspace(tmp_path / "again") as again:
        assert edition_file(again, "January", "list.html").startswith(b"<!doctype html>")


def test_two_editions_are_compared_by_name_and_with_a_file_of_others(decided, tmp_path):
    freeze(decided, "January")
    bring(decided, UPDATE)
    accept_all(decided, by=MONITOR, now=moment(60))
    twice = [p.id for p in people(decided, as_of=ON) if p.name == "Bolat Karin"]
    same(decided, twice, by=MONITOR, now=moment(65), why="one man")
    freeze(decided, "January, with the update", second=70)
    found = compare_editions(decided, "January", "January, with the update")
    assert [(x.name, x.after) for x in found.altered if x.what == "status"] == [("Bolat Karin", "released_conditional")]
    assert found.residual == ()
    path = tmp_path / "theirs.csv"
    path.write_text("name\nБекова Ару\nКарин Болат\nNew Person\n", "utf-8")
    other = compare_editions(decided, "January", str(path))
    assert ([x.name for x in other.left], [x.name for x in other.entered]) == (["Dana Omar"], ["New Person"])


def test_an_edition_that_there_is_not(decided):
    with pytest.raises(NotFound):
        compare_editions(decided, "January", "February")
    with pytest.raises(NotFound):
        edition_file(decided, "January", "edition.json")

"""Lists in a workspace: captured as sources, read by their own reader, decided like everything else."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date
from pathlib import Path

import pytest

from desk.invented import DAY, MONITOR, moment
from habeas.adapters.lists import take_list_file
from habeas.desk import (
    Selection,
    Workspace,
    accept,
    accept_all,
    add_list,
    check_list,
    columns_of,
    due,
    list_proposals,
    proposals,
    read_lists,
    read_sources,
    register,
    same,
    sources,
)
from habeas.desk.faults import BadRequest, NotFound
from habeas.errors import HabeasError

OLD = "name,birth,id,since\nBekova Aru,1985-01-02,1,\nHolm Bo,1960,2,\n"
NEW = "name,birth,id,since\nHolm Bo,1960,2,\nOmar Dana,1979,3,2020-12-24\n"
NAME = "List of Arcadia's police"


@pytest.fixture
def office(ws: Workspace, tmp_path: Path) -> Workspace:
    accept_all(ws, by=MONITOR, now=moment(2))
    for name, text in (("old.csv", OLD), ("new.csv", NEW)):
        (tmp_path / name).write_text(text, "utf-8")
    return ws


def added(ws: Workspace, folder: Path, name: str, on: str, second: int) -> str:
    made = add_list(ws, folder / name, on=date.fromisoformat(on), by=MONITOR, now=moment(second), name=NAME)
    return made.captured.source


def waiting(ws: Workspace, source: str) -> list[tuple[str, str | None, str, str]]:
    return [(p.action, p.when, p.name, p.known_as) for p in list_proposals(ws, source)]


def test_checking_a_list_writes_nothing(office: Workspace, tmp_path: Path) -> None:
    before = office.journal.head()
    found = check_list(office, take_list_file(tmp_path / "new.csv"))
    assert [(h.entry.name, found.names[h.person]) for h in found.hits] == [("Omar Dana", "Dana Omar")]
    assert office.journal.head() == before
    assert len(sources(office)) == 1


def test_what_columns_hold_is_kept_for_the_next_list(office: Workspace, tmp_path: Path) -> None:
    given = {"name": "Who", "birth": "DoB", "since": ""}
    for number, (day, row) in enumerate({"2020-06-30": "Holm Bo,1960", DAY: "Omar Dana,1979"}.items()):
        path = tmp_path / f"odd-{number}.csv"
        path.write_text(f"Who,DoB\n{row}\n", "utf-8")
        first = number == 0
        with pytest.raises(HabeasError, match="No column") if first else nullcontext():
            check_list(office, take_list_file(path, columns=columns_of(office)))
        made = add_list(
            office, path, on=date.fromisoformat(day), by=MONITOR, now=moment(3 + number), name=NAME,
            given=given if first else None,
        )  # fmt: skip
    assert waiting(office, made.captured.source) == [("listed", f"2020-07-01/{DAY}", "Omar Dana", "Dana Omar")]
    assert [e.birth for e in made.snapshot.entries] == ["1979"]
    found = check_list(office, take_list_file(path, columns=columns_of(office)))
    assert [h.entry.name for h in found.hits] == ["Omar Dana"]
    assert [done.new for done in read_lists(office, now=moment(9))] == [0, 0]


def test_a_list_is_a_source_and_proposes_only_people_of_the_register(office: Workspace, tmp_path: Path) -> None:
    old = added(office, tmp_path, "old.csv", "2020-06-30", 3)
    new = added(office, tmp_path, "new.csv", DAY, 4)
    assert [(s.title, s.published, s.persons) for s in sources(office)[1:]] == [(NAME, "2020-06-30", 1), (NAME, DAY, 2)]
    assert waiting(office, old) == [("listed", "../2020-06-30", "Bekova Aru", "Aru Bekova")]
    assert sorted(waiting(office, new)) == [
        ("delisted", f"2020-07-01/{DAY}", "Bekova Aru", "Aru Bekova"),
        ("listed", "2020-12-24", "Omar Dana", "Dana Omar"),
    ]


def test_the_same_list_twice_changes_nothing(office: Workspace, tmp_path: Path) -> None:
    added(office, tmp_path, "old.csv", "2020-06-30", 3)
    before = office.journal.head()
    again = add_list(office, tmp_path / "old.csv", on=date(2020, 6, 30), by=MONITOR, now=moment(4), name=NAME)
    assert (again.captured.new, again.read.new, again.read.known, office.journal.head()) == (False, 0, 1, before)


def test_a_listing_is_accepted_and_joined_like_everything_else(office: Workspace, tmp_path: Path) -> None:
    source = added(office, tmp_path, "new.csv", DAY, 3)
    (line,) = list_proposals(office, source)
    accept(office, Selection(ids=(line.proposal,)), by=MONITOR, now=moment(4))
    same(office, (line.record, line.person), by=MONITOR, now=moment(5), why="the same birth date")
    known = register(office)
    facts = known.facts_of(line.person, "listing")
    assert [(f.fields, f.when and f.when.text) for f in facts] == [({"list": NAME, "action": "listed"}, "2020-12-24")]
    (claim,) = known.claims_of(facts[0].id)
    assert NEW[slice(*claim.span)] == "Omar Dana,1979,3,2020-12-24"
    assert list_proposals(office, source) == ()


def test_reading_prose_leaves_lists_alone_and_lists_are_read_again_when_asked(
    office: Workspace, tmp_path: Path
) -> None:
    source = added(office, tmp_path, "new.csv", DAY, 3)
    before = proposals(office, Selection(document=source))
    assert [r.source for r in read_sources(office, now=moment(4)) if r.source == source] == []
    assert proposals(office, Selection(document=source)) == before
    assert [(r.source, r.new, r.known) for r in read_lists(office, now=moment(5))] == [(source, 0, 1)]


def test_a_text_that_was_added_before_is_not_made_a_list(office: Workspace, tmp_path: Path) -> None:
    from habeas.desk import capture

    capture(office, tmp_path / "new.csv", by=MONITOR, now=moment(3))
    with pytest.raises(BadRequest):
        added(office, tmp_path, "new.csv", DAY, 4)


def test_nobody_adds_a_list_without_a_name(office: Workspace, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        add_list(office, tmp_path / "new.csv", on=date(2021, 1, 31), by="Nobody", now=moment(3))
    assert len(sources(office)) == 1


def test_due_names_the_people_whom_its_items_are_about(office: Workspace) -> None:
    page = due(office, on=date(2021, 1, 31))
    assert {page.names[i.person] for i in page.items if i.kind == "sentence_end" and i.person} == {
        "Aru Bekova", "Bolat Karin", "Dana Omar", "Yerlan Sat",
    }  # fmt: skip
    assert due(office, on=date(2021, 1, 31), audience="public").items == ()

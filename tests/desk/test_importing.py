"""Lists of people imported, exported, edited and imported again."""

from __future__ import annotations

import pytest

from adapters.rendered import table_to_xlsx
from desk.invented import MONITOR, moment
from habeas.adapters.people_lists import take_people
from habeas.desk import (
    EXPORTED,
    Imported,
    ImportPlan,
    Workspace,
    accept_all,
    export_people,
    import_people,
    plan_import,
    rebuild,
    register,
    verify,
)
from habeas.desk.faults import NotFound

LIST = "ID,Name,Born,Charges,Seized\n1,Asan Serik,1980-03-12,174(2),2019-05-05\n2,Olga Orlova,1985,174,\n"
SEIZED = {"arrested": "Seized"}


@pytest.fixture
def office(ws: Workspace) -> Workspace:
    accept_all(ws, by=MONITOR, now=moment(2))
    return ws


def planned(ws: Workspace, text: str, title: str = "A list") -> ImportPlan:
    return plan_import(ws, *take_people(text.encode(), file="list.csv", title=title))


def imported(ws: Workspace, text: str, second: int = 5, title: str = "A list", **more: object) -> Imported:
    taken = take_people(text.encode(), file="list.csv", title=title)
    return import_people(ws, *taken, by=MONITOR, now=moment(second), **more)  # type: ignore[arg-type]


def verdicts(plan: ImportPlan) -> list[tuple[str, str]]:
    return [(r.name, r.verdict) for r in plan.rows]


def exported(ws: Workspace) -> list[dict[str, str]]:
    return [dict(zip(EXPORTED.values(), row, strict=True)) for row in export_people(ws)]


def as_csv(rows: list[dict[str, str]]) -> str:
    lines = [list(rows[0]), *(list(r.values()) for r in rows)]
    return "\n".join(",".join(f'"{cell}"' for cell in line) for line in lines) + "\n"


def test_a_dry_run_writes_nothing(office: Workspace) -> None:
    before = office.journal.head()
    assert verdicts(planned(office, LIST)) == [("Asan Serik", "new"), ("Olga Orlova", "new")]
    assert office.journal.head() == before


def test_an_import_makes_people_with_claims_and_twice_changes_nothing(office: Workspace) -> None:
    known = len(register(office).people)
    made = imported(office, LIST, given=SEIZED, list_name="Ours")
    assert (made.records, made.claims, len(register(office).people) - known) == (2, 7, 2)
    head = office.journal.head()
    again = imported(office, LIST, 6, list_name="Ours")
    assert (again.claims, office.journal.head()) == (0, head)
    assert verdicts(again.plan) == [("Asan Serik", "unchanged"), ("Olga Orlova", "unchanged")]
    assert verify(office).whole
    assert rebuild(office).same


def test_the_mapping_is_kept_for_the_next_issue_and_people_are_known_by_the_lists_own_id(office: Workspace) -> None:
    imported(office, LIST, given=SEIZED)
    known = len(register(office).people)
    issue = "Name,ID,Born,Charges,Seized\nAsan Serikuly,1,1980-03-12,174(2),2019-05-06\nNew One,3,,,\n"
    plan = planned(office, issue)
    assert [(r.name, r.verdict, r.known_as) for r in plan.rows] == [
        ("Asan Serikuly", "known", "Asan Serik"),
        ("New One", "new", None),
    ]
    assert [(c.act, c.after) for c in plan.rows[0].changes] == [("adds", "2019-05-06")]
    made = imported(office, issue, 6)
    assert (made.joined, len(register(office).people) - known) == (1, 1)


def test_a_name_alone_joins_nobody(office: Workspace) -> None:
    known = len(register(office).people)
    other = "Name,Born\nDana Omar,1979\n"
    (row,) = planned(office, other).rows
    assert (row.verdict, row.known_as) == ("perhaps", "Dana Omar")
    imported(office, other)
    assert len(register(office).people) == known + 1


def test_an_unknown_id_creates_nobody(office: Workspace) -> None:
    known = len(register(office).people)
    made = imported(office, "Habeas id,Name\nr-0000000000,Nobody Known\n")
    assert verdicts(made.plan) == [("Nobody Known", "unknown id")]
    assert (made.claims, len(register(office).people)) == (0, known)


def test_an_export_imported_unedited_changes_nothing(office: Workspace) -> None:
    imported(office, LIST, given=SEIZED)
    rows = exported(office)
    plan = planned(office, as_csv(rows), "Edited")
    assert [(r.name, r.changes) for r in plan.of("known")] == []
    assert [c for r in plan.rows for c in r.changes] == []


def test_an_edited_value_stands_and_what_is_left_out_stays(office: Workspace) -> None:
    imported(office, LIST, given=SEIZED)
    rows = exported(office)
    (mine,) = [r for r in rows if r["Name"] == "Asan Serik"]
    mine |= {"Birth": "1981-03-12", "Articles": "174(2); 256", "Arrested": ""}
    plan = planned(office, as_csv(rows), "Edited")
    (row,) = plan.of("known")
    assert [(c.column, c.act, c.before, c.after) for c in row.changes] == [
        ("Birth", "replaces", ("1980-03-12",), "1981-03-12"),
        ("Articles", "adds", (), "256"),
        ("Arrested", "leaves out", ("2019-05-05",), ""),
    ]
    made = imported(office, as_csv(rows), 6, "Edited")
    assert (made.claims, made.joined, made.preferred) == (2, 1, 1)
    (now,) = [r for r in exported(office) if r["Name"] == "Asan Serik"]
    assert (now["Birth"], now["Articles"], now["Arrested"]) == ("1981-03-12", "174(2); 256", "2019-05-05")
    back = [r | {"Birth": "1980-03-12"} if r["Name"] == "Asan Serik" else r for r in exported(office)]
    imported(office, as_csv(back), 7, "Edited")
    (now,) = [r for r in exported(office) if r["Name"] == "Asan Serik"]
    assert now["Birth"] == "1980-03-12"
    assert verify(office).whole


def test_nothing_is_half_written(office: Workspace) -> None:
    head = office.journal.head()
    taken = take_people(LIST.encode(), file="list.csv")
    with pytest.raises(NotFound):
        import_people(office, *taken, by="Nobody", now=moment(5))
    assert office.journal.head() == head


def test_rules_for_prose_do_not_read_a_list(office: Workspace) -> None:
    from habeas.desk import read_sources

    imported(office, LIST)
    assert len(read_sources(office, now=moment(8))) == 1


def test_a_workbook_is_a_list_too(office: Workspace) -> None:
    rows = [["Name", "Born", "Charges"], ["Asan Serik", "1980-03-12", "174(2)"], ["Olga Orlova", "1985", "174"]]
    data = table_to_xlsx(rows)
    taken = take_people(data, file="list.xlsx", title="A list")
    made = import_people(office, *taken, by=MONITOR, now=moment(5))
    assert (made.records, made.claims) == (2, 4)
    assert import_people(office, *taken, by=MONITOR, now=moment(6)).claims == 0
    assert verify(office).whole

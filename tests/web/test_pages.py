"""Pages of the register: what they show, that an address lasts, and that their cost hangs on the page alone."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from desk.invented import DAY, EDITOR, LIST, MONITOR, UPDATE, bring, moment
from habeas.desk import Workspace, accept_all, people, person, record_mandate, sources, withdraw
from habeas.desk.listing import Wanted, people_page
from habeas.web.opening import accounts_alias

MOST = 15


@pytest.fixture
def decided(office: Workspace) -> Workspace:
    """The invented list with everything accepted."""
    accept_all(office, by=MONITOR, now=moment(5))
    return office


@contextmanager
def queries(ws: Workspace) -> Iterator[list[str]]:
    """The statements that reach either database in the block."""
    said: list[str] = []
    with ExitStack() as stack:
        caught = [
            stack.enter_context(CaptureQueriesContext(connections[a])) for a in (ws.alias, accounts_alias() or "")
        ]
        yield said
        said += [q["sql"] for c in caught for q in c.captured_queries]


def rows(answer: str) -> list[str]:
    """The names in the order of the list."""
    return [part.split("</bdi></strong>")[0] for part in answer.split("<strong><bdi>")[1:]]


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return answer.content.decode()


def listed(client: Client, query: str) -> list[str]:
    return rows(text(client, f"/people/?as_of={DAY}&{query}").split('id="rows"')[1])


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Aru Bekova", "Bolat Karin", "Dana Omar", "Yerlan Sat"]),
        ("sort=-name", ["Yerlan Sat", "Dana Omar", "Bolat Karin", "Aru Bekova"]),
        ("name=bek", ["Aru Bekova"]),
        ("name=Бекова", ["Aru Bekova"]),
        ("name=ерлан", ["Yerlan Sat"]),
        ("status=held", ["Aru Bekova", "Bolat Karin", "Dana Omar", "Yerlan Sat"]),
        ("status=listed", ["Aru Bekova", "Bolat Karin", "Dana Omar"]),
        ("status=disputed", []),
        ("status=free", []),
        ("category=writers", ["Aru Bekova", "Bolat Karin"]),
        ("article=101", ["Aru Bekova"]),
        ("article=101&status=free", []),
        ("list=List+of+Arcadia&status=listed", ["Aru Bekova", "Bolat Karin", "Dana Omar"]),
        ("list=No+such&status=listed", []),
    ],
)
def test_the_list_holds_who_fits(decided: Workspace, asked: Client, query: str, names: list[str]) -> None:
    assert listed(asked, query) == names


def test_the_file_holds_exactly_what_the_list_shows(decided: Workspace, asked: Client) -> None:
    query = f"as_of={DAY}&status=listed&sort=-name&column=name&column=category"
    answer = asked.get(f"/people.csv?{query}")
    lines = list(csv.reader(io.StringIO(answer.content.decode())))
    assert lines[0] == ["id", "name", "category"]
    assert [line[1] for line in lines[1:]] == listed(asked, query)
    assert [line[2] for line in lines[1:]] == ["trade unions", "writers", "writers"]


def test_a_spreadsheet_computes_nothing(office: Workspace, asked: Client) -> None:
    bring(office, "A list\n=1+1 | identity | | attribute=sex, value=f\n", second=3, name="formula.txt")
    accept_all(office, by=MONITOR, now=moment(5))
    lines = list(csv.reader(io.StringIO(asked.get("/people.csv?name=1%2B1").content.decode())))
    assert lines[1][1] == "'=1+1"


def test_the_past_is_the_list_as_it_was_known(decided: Workspace, asked: Client) -> None:
    fact = next(f.id for f in person(decided, "Yerlan Sat", as_of=_day()).facts if f.kind == "sentence")
    withdraw(decided, fact, by=EDITOR, now="2021-03-01T10:00:00Z", why="misread")
    assert "Yerlan Sat" not in listed(asked, "status=held")
    assert "Yerlan Sat" in listed(asked, "status=held&known_at=2021-02-02")


def test_the_page_of_the_list_agrees_with_the_desks_list(decided: Workspace) -> None:
    day = _day()
    for status in ("", "held", "listed", "in_prison", "unknown", "disputed"):
        whole = people(decided, as_of=day, status=status or None)
        page = people_page(decided, Wanted(day, status=status))
        told = [(p.id, p.states, p.categories, p.listed, p.facts, p.disputed) for p in page.people]
        assert told == [(p.id, p.states, p.categories, p.listed, p.facts, p.disputed) for p in whole]
        assert page.total == len(whole)


def test_a_page_is_cut_where_it_ends(decided: Workspace) -> None:
    day = _day()
    whole = people_page(decided, Wanted(day)).people
    cut = [people_page(decided, Wanted(day), offset=n, limit=1).people[0] for n in range(len(whole))]
    assert tuple(cut) == whole


@pytest.mark.parametrize("address", ["/people/?status=nonsense", "/people/?sort=luck", "/people/?as_of=2021-13-40"])
def test_an_address_that_makes_no_sense_is_told(decided: Workspace, asked: Client, address: str) -> None:
    assert asked.get(address).status_code == 400


def test_nobody_there_and_nobody_to_be_seen_are_one_answer(office: Workspace, asked: Client) -> None:
    bring(office, "A list\nZarina Sealed | health | | condition=ill\n", second=3, name="sealed.txt")
    accept_all(office, by=MONITOR, now=moment(5))
    from habeas.desk import register

    sealed = next(p.id for p in register(office).people.values() if p.name == "Zarina Sealed")
    answers = [asked.get(f"/people/{who}/") for who in (sealed, "r-0000000000")]
    said = [re.sub(r"[A-Za-z0-9]{64}|r-[0-9a-f]{10}", "", a.content.decode()) for a in answers]
    assert [a.status_code for a in answers] == [404, 404]
    assert said[0] == said[1]
    assert "Zarina" not in text(asked, "/people/")


def test_a_person_shows_status_reasons_facts_and_case(decided: Workspace, asked: Client) -> None:
    page = text(asked, f"/people/Bolat%20Karin/?as_of={DAY}")
    assert ("in prison" in page, "Sentence: imprisonment, 3 years" in page, "Dana Omar" in page) == (True, True, True)
    assert "<svg" in page and 'style="' not in page


def test_history_undoes_and_restores(decided: Workspace, asked: Client) -> None:
    row = person(decided, "Yerlan Sat", as_of=_day())
    fact = next(f for f in row.facts if f.kind == "sentence")
    asked.post(f"/facts/{fact.id}/withdraw/", {"why": "misread", "next": f"/people/{row.id}/?as_of={DAY}"})
    assert "Yerlan Sat" not in listed(asked, "status=held")
    entry = decided.journal.newest(1)[0].id
    back = asked.post(f"/entries/{entry}/undo/", {"next": f"/people/{row.id}/history/"})
    assert back["Location"] == f"/people/{row.id}/history/"
    assert "Yerlan Sat" in listed(asked, "status=held")


def test_a_form_never_leads_elsewhere(decided: Workspace, asked: Client) -> None:
    entry = decided.journal.newest(1)[0].id
    answer = asked.post(f"/entries/{entry}/undo/", {"next": "https://evil.example/"})
    assert answer["Location"] == "/"


def test_figures_name_whom_they_count(decided: Workspace, asked: Client) -> None:
    assert "Political prisoners" in text(asked, f"/figures/?as_of={DAY}")
    page = text(asked, f"/figures/political_prisoners/?as_of={DAY}")
    assert [n in page for n in ("Aru Bekova", "Bolat Karin", "Yerlan Sat")] == [True, True, False]
    assert asked.get("/figures/no-such/").status_code == 400


def test_every_chart_has_its_numbers(decided: Workspace, asked: Client) -> None:
    held = list(csv.reader(io.StringIO(text(asked, f"/charts/held.csv?as_of={DAY}"))))
    assert held[-1] == [DAY, "3", "0"]
    articles = list(csv.reader(io.StringIO(text(asked, f"/charts/articles.csv?as_of={DAY}"))))
    assert articles == [["article", "prison", "other"], ["101", "1", "0"]]
    assert text(asked, "/charts/assemblies.csv").splitlines()[0].startswith("fact,when,place")


def test_uploads_are_archived_read_and_told_one_by_one(office: Workspace, asked: Client) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    files = [SimpleUploadedFile("a.txt", b"On 5 May 2020 the court sentenced Ada Mossova to 8 years in prison."),
             SimpleUploadedFile("b.txt", b"\x00\x01\x02")]  # fmt: skip
    asked.post("/sources/upload/", {"files": files})
    page = text(asked, "/sources/")
    assert (len(sources(office)), "a.txt: archived" in page, "b.txt:" in page) == (2, True, True)


def test_a_memo_is_a_source_and_its_giver_is_sealed(office: Workspace, asked: Client) -> None:
    form = {"title": "Call with a lawyer", "text": "Ada Mossova was moved to Lorn prison.", "giver": "Secret Caller"}
    answer = asked.post("/sources/memo/", form)
    assert (answer.status_code, sources(office)[-1].title) == (302, "Call with a lawyer")
    seen = [text(asked, a) for a in ("/", "/sources/", answer["Location"], "/people/")]
    assert ["Secret Caller" in page for page in seen] == [False] * 4
    assert "Secret Caller" in text(asked, "/mandates/")


def test_a_withdrawn_mandate_closes_what_rested_on_it(decided: Workspace, asked: Client) -> None:
    made = record_mandate(
        decided, giver="A sister", scope="all", purpose="publish", by=MONITOR, now=moment(9), person="Dana Omar"
    )
    mandate = made.subjects[0]
    row = person(decided, "Dana Omar", as_of=_day())
    asked.post(f"/people/{row.id}/release/", {"level": "1", "basis": f"mandate:{mandate}", "kind": "sentence"})
    levels = [f.level for f in person(decided, row.id, as_of=_day()).facts if f.kind == "sentence"]
    asked.post("/mandates/withdraw/", {"basis": f"mandate:{mandate}", "why": "taken back"})
    after = [f.level for f in person(decided, row.id, as_of=_day()).facts if f.kind == "sentence"]
    assert (levels, after) == ([1], [2])


def test_words_are_found_across_line_breaks_in_every_source(office: Workspace, asked: Client) -> None:
    bring(office, "Notes\nheld in the\nprison of Lorn\n", second=3, name="notes.txt")
    assert "1 place" in text(asked, "/sources/?words=THE+prison")
    assert "stand in no source" in text(asked, "/sources/?words=nowhere")


def test_the_original_is_a_file_to_keep(office: Workspace, asked: Client) -> None:
    answer = asked.get(f"/sources/{sources(office)[0].source}/original/")
    assert (answer.content, answer["Content-Type"]) == (LIST.encode(), "application/octet-stream")
    assert answer["Content-Disposition"].startswith("attachment;")


def test_a_draft_is_checked_and_not_kept(office: Workspace, asked: Client) -> None:
    before = (office.journal.head(), len(list(Path(office.folder / "vault").rglob("*"))))
    answer = asked.post("/check/", {"text": "# Cases\n\nThis report presents the cases of 2 persons.\n"})
    assert (answer.status_code, "2 persons" in answer.content.decode()) == (200, True)
    assert (office.journal.head(), len(list(Path(office.folder / "vault").rglob("*")))) == before
    assert asked.post("/check/", {"text": " "}).status_code == 400


def test_the_first_page_says_what_changed_since_the_last_visit(decided: Workspace, asked: Client) -> None:
    asked.get("/")
    session = asked.session
    session["last_here"] = "2021-02-01T10:01:00.000000Z"
    session.save()
    bring(decided, UPDATE, second=90, name="update.txt")
    page = text(asked, f"/?as_of={DAY}")
    assert ("Since you were last here" in page, "1 source archived" in page) == (True, True)


PAGES = (
    f"/?as_of={DAY}", "/sources/", "/sources/{source}/", "/review/{source}/", "/people/",
    f"/people/?as_of={DAY}&name=a", f"/people/?as_of={DAY}&status=held&sort=status",
    f"/people/{{person}}/?as_of={DAY}", "/people/{person}/history/",
    f"/figures/?as_of={DAY}", f"/figures/listed/?as_of={DAY}",
)  # fmt: skip


@pytest.mark.parametrize("address", PAGES)
def test_a_page_takes_as_many_queries_for_many_people_as_for_few(
    decided: Workspace, asked: Client, address: str
) -> None:
    source, who = sources(decided)[0].source, person(decided, "Aru Bekova", as_of=_day()).id
    where = address.format(source=source, person=who)
    few = _cost(decided, asked, where)
    said = "sentence | 2020-01-{day:02} | penalty=imprisonment, length=P9Y"
    more = "\n".join(f"Person{n} Number{n} | {said.format(day=n % 28 + 1)}" for n in range(60))
    bring(decided, f"Many more\n{more}\n", second=20, name="many.txt")
    accept_all(decided, by=MONITOR, now=moment(25))
    many = _cost(decided, asked, where)
    assert (len(many) <= MOST, len(many)) == (True, len(few)), many


def _cost(ws: Workspace, client: Client, address: str) -> list[str]:
    """The queries of the second visit: the first fills what is kept between requests."""
    client.get(address)
    with queries(ws) as said:
        text(client, address)
    return [q for q in said if not q.startswith(("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE"))]


def _day() -> date:
    return date.fromisoformat(DAY)


def test_a_draft_is_held_against_the_register(office: Workspace, asked: Client) -> None:
    accept_all(office, by=MONITOR, now=moment(9))
    entry = "## Aru Bekova\n\nSentence: imprisonment, 9 years; 6 May 2019\n"
    text = f"# Draft\n\nThis report presents 9 political prisoners.\n\n{entry}"
    answer = asked.post("/check/", {"text": text, "against": "register", "as_of": DAY}).content.decode()
    assert ("Says otherwise than the register" in answer, "imprisonment, 5 years" in answer) == (True, True)
    assert asked.post("/check/", {"text": text, "against": "register", "as_of": "no day"}).status_code == 400

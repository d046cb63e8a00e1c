"""The API: what it answers, page by page and on two dates; and whatever is asked of it, it never fails."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.test import Client
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error

from desk.invented import LIST, MONITOR, bring, moment, new_workspace
from habeas.desk import Workspace, accept_all, people, public_site, release, sources, withdraw_basis
from habeas.web.opening import release as close
from habeas.web.opening import use

DAY = {"as_of": "2021-01-31"}
LATER = "2021-02-02T00:00:00Z"


@pytest.fixture(scope="module")
def arcadia(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The invented list with its sentences and recognitions released; served by this process."""
    folder = tmp_path_factory.mktemp("api") / "arcadia"
    with new_workspace(folder) as made:
        bring(made, LIST)
        accept_all(made, by=MONITOR, now=moment(5))
        for kind in ("recognition", "sentence"):
            release(made, level=0, basis=_source(made), by=MONITOR, now=moment(9), kind=kind)
    yield use(folder)
    close()


def _source(ws: Workspace) -> str:
    return f"source:{sources(ws)[0].source}"


@pytest.fixture
def api(arcadia: Workspace) -> Client:
    """Somebody without a session."""
    return Client(SERVER_NAME="localhost")


def test_people_of_whom_something_is_public(api: Client) -> None:
    answer = api.get("/api/v1/people", DAY).json()
    assert [p["name"] for p in answer["people"]] == ["Aru Bekova", "Bolat Karin", "Dana Omar", "Yerlan Sat"]
    assert (answer["as_of"], answer["total"], answer["limit"], answer["offset"]) == ("2021-01-31", 4, 100, 0)
    assert [p["listed"] for p in answer["people"]] == [True, True, True, False]


def test_one_person_with_every_public_statement(api: Client, arcadia: Workspace) -> None:
    id = api.get("/api/v1/people", DAY).json()["people"][0]["id"]
    answer = api.get(f"/api/v1/people/{id}", DAY).json()
    assert [s["text"] for s in answer["statements"]] == [
        "Sentence: imprisonment, 5 years; 6 May 2019",
        "Recognition: List of Arcadia, writers, entered; 31 January 2021",
    ]
    assert answer["states"] == ["in_prison"]
    assert answer["because"] == [answer["statements"][0]["id"]]


def test_texts_titles_and_rules_are_said_in_the_language_that_is_asked_for(api: Client) -> None:
    asked = {**DAY, "language": "kk"}
    id = api.get("/api/v1/people", DAY).json()["people"][0]["id"]
    person = api.get(f"/api/v1/people/{id}", asked).json()
    figure = api.get("/api/v1/figures", asked).json()["figures"][0]
    assert (person["status"], person["states"]) == ("Түрмеде", ["in_prison"])
    assert person["statements"][0]["text"] == "Үкім: бас бостандығынан айыру, 5 жыл; 2019 жылғы 6 мамыр"
    assert (figure["name"], figure["title"]) == ("listed", "Тізімде")
    assert api.get("/api/v1/people", {"language": "xx"}).json()["cause"] == "Not usable: language."


def test_the_charge_of_the_same_person_is_known_to_the_team_alone(api: Client, arcadia: Workspace) -> None:
    text = api.get("/api/v1/people", DAY).content + api.get("/api/v1/sources", DAY).content
    assert b"charge" not in text
    assert [r.facts for r in people(arcadia, as_of=_day(), name="Aru")] == [3]


def _day() -> object:
    from datetime import date

    return date.fromisoformat(DAY["as_of"])


def test_figures_agree_with_the_site(api: Client, arcadia: Workspace) -> None:
    answer = api.get("/api/v1/figures", DAY).json()["figures"]
    site = public_site(arcadia, as_of=_day(), today=_day())  # type: ignore[arg-type]
    assert [(f["name"], f["value"], f["withheld"]) for f in answer] == [
        (f.name, f.value, f.withheld) for f in site.view.figures
    ]
    assert [(f["value"], f["withheld"]) for f in answer if f["name"] in ("listed", "ill_treatment")] == [(3, 0), (0, 0)]


def test_pages_of_the_list(api: Client) -> None:
    parts = [api.get("/api/v1/people", {**DAY, "limit": 3, "offset": n}).json()["people"] for n in (0, 3, 6)]
    assert [len(p) for p in parts] == [3, 1, 0]
    assert len({p["id"] for part in parts for p in part}) == 4


def test_what_was_known_before_the_release_is_nothing(api: Client) -> None:
    before = api.get("/api/v1/people", {**DAY, "known_at": "2021-02-01T10:00:08Z"}).json()
    after = api.get("/api/v1/people", {**DAY, "known_at": "2021-02-01"}).json()
    assert (before["total"], after["total"]) == (0, 4)


def test_an_etag_saves_the_answer(api: Client) -> None:
    first = api.get("/api/v1/people", DAY)
    again = api.get("/api/v1/people", DAY, headers={"If-None-Match": first["ETag"]})
    other = api.get("/api/v1/people", {"as_of": "2020-01-01"}, headers={"If-None-Match": first["ETag"]})
    assert (first.status_code, again.status_code, again.content, other.status_code) == (200, 304, b"", 200)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("people?limit=0", 422),
        ("people?as_of=yesterday", 422),
        ("people?known_at=2021-02-30", 400),
        ("people?known_at=0001-01-01", 200),
        ("figures?as_of=0001-01-01", 200),
        ("figures?as_of=9999-12-31", 200),
        ("people/r-0123456789", 404),
        ("nothing", 404),
    ],
)
def test_a_mistake_is_told_in_one_shape(api: Client, address: str, status: int) -> None:
    answer = api.get(f"/api/v1/{address}")
    assert answer.status_code == status
    assert status == 200 or sorted(answer.json()) == ["cause", "next_step"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_it_only_reads(api: Client, method: str) -> None:
    assert getattr(api, method)("/api/v1/people").status_code == 405


def test_the_document_names_no_other_server(api: Client) -> None:
    document = api.get("/api/v1/openapi.json").json()
    assert sorted(document["paths"]) == [f"/api/v1/{p}" for p in ("corrections", "events", "figures", "people",
                                                                 "people/{id}", "sources")]  # fmt: skip
    assert {m for p in document["paths"].values() for m in p} == {"get"}
    assert document["servers"] == []


@pytest.mark.parametrize("path", ["people", "people/{id}", "events", "sources", "corrections", "figures"])
def test_nothing_that_is_asked_makes_it_fail(arcadia: Workspace, path: str) -> None:
    """schemathesis: answers of the described status and shape, for parameters that fit and that do not."""
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    operation = schema[f"/api/v1/{path}"]["GET"]
    found: list[int] = []

    @settings(max_examples=25, database=None, suppress_health_check=list(HealthCheck), deadline=None)
    @_given(operation)
    def run(case: schemathesis.Case) -> None:
        answer = case.call()
        found.append(answer.status_code)
        case.validate_response(answer, checks=[not_a_server_error])

    run()
    assert (len(found) >= 25, [s for s in found if s >= 500]) == (True, [])


def _given(operation: object) -> object:
    from hypothesis import given

    return given(case=operation.as_strategy())  # type: ignore[attr-defined]


def test_a_basis_that_is_withdrawn_empties_it_also_of_the_past(api: Client, arcadia: Workspace) -> None:
    """Last in this file: it changes the workspace that the others read."""
    withdraw_basis(arcadia, _source(arcadia), by=MONITOR, now=LATER, why="asked")
    for known_at in ({}, {"known_at": "2021-02-01"}):
        assert api.get("/api/v1/people", {**DAY, **known_at}).json()["total"] == 0

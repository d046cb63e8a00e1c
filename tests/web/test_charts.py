"""Figures divided, and the charts: every number has a file, every part its people, and nothing hostile is drawn."""

from __future__ import annotations

import csv
import io
from xml.etree import ElementTree

import pytest
from django.test import Client

from desk.invented import MONITOR, moment
from habeas.desk import Workspace, accept_all
from habeas.figures.arrivals import Month
from habeas.figures.survival import Time, survival
from habeas.web import drawn
from habeas.web.charts.curve import curve_chart
from habeas.web.charts.months import month_chart
from habeas.web.charts.tiles import placed, tile_map, tiles
from habeas.web.drawn import CHARTS, FILES

AS_OF = "2021-01-31"
HOSTILE = '<script>alert("x")</script>&'


@pytest.fixture
def decided(office: Workspace) -> Workspace:
    accept_all(office, by=MONITOR, now=moment(5))
    return office


@pytest.mark.parametrize("name", FILES)
def test_every_chart_has_a_file(decided: Workspace, asked: Client, name: str) -> None:
    answer = asked.get(f"/charts/{name}.csv?as_of={AS_OF}")
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/csv; charset=utf-8")
    assert len(answer.content.decode().splitlines()[0].split(",")) > 1


def test_a_chart_that_nobody_draws_is_not_there(asked: Client) -> None:
    assert asked.get("/charts/horoscope.csv").status_code == 404


def test_a_figure_is_divided_and_each_part_leads_to_its_people(decided: Workspace, asked: Client) -> None:
    page = asked.get(f"/figures/listed/?as_of={AS_OF}&by=article").content.decode()
    assert "By article of the charges" in page
    rows = list(csv.reader(io.StringIO(asked.get(f"/figures/listed.csv?as_of={AS_OF}&by=article").content.decode())))
    assert rows[0] == ["article", "people", "ids"]
    word, number, ids = rows[1]
    part = asked.get(f"/figures/listed/?as_of={AS_OF}&by=article&part={word}").content.decode()
    assert all(f"/people/{i}/" in part for i in ids.split("; "))
    assert part.split('<ul class="names">')[-1].count("<li>") == int(number) or int(number) == len(ids.split("; "))


def test_a_division_is_the_same_in_the_past_view(decided: Workspace, asked: Client) -> None:
    now, then = (
        asked.get(f"/figures/listed.csv?as_of={AS_OF}&by=article{past}").content for past in ("",
        "&known_at=2099-01-01")
    )
    assert now == then != b""


def test_no_division_of_that_name(decided: Workspace, asked: Client) -> None:
    assert asked.get(f"/figures/listed/?as_of={AS_OF}&by=zodiac").status_code == 404


def test_pictures_are_whole_and_say_what_they_show() -> None:
    steps = survival([Time(10, True), Time(400, False), Time(30, True)])
    drawn = (
        curve_chart(steps, 400, HOSTILE, HOSTILE),
        month_chart([Month("2019-12", 2, False), Month("2020-01", 1, True)], HOSTILE, HOSTILE),
        tile_map({"Almaty": 3}, "kz", HOSTILE),
    )
    for picture in drawn:
        tree = ElementTree.fromstring(picture)
        assert (tree.get("aria-label"), "<script" in picture) == (HOSTILE, False)


def test_nothing_is_no_picture() -> None:
    assert [curve_chart((), 0, "", ""), month_chart((), "", "")] == ["", ""]
    assert [tile_map({}, "kz", ""), tile_map({"x": 1}, "zz", "")] == ["", ""]


@pytest.mark.parametrize(
    ("place", "tile"),
    [
        ("Almaty", "Almaty"), ("Almaty region", "Almaty reg."), ("город Алматы", "Almaty"), ("Zhanaozen", "Mangystau"),
        ("Нур-Султан", "Astana"), ("Semey, East Kazakhstan", "East"), ("Өскемен", "East"), ("Paris", None),
    ],
)  # fmt: skip
def test_places_find_their_tile(place: str, tile: str | None) -> None:
    assert placed({place: 2}, "kz") == (({tile: 2}, 0) if tile else ({}, 2))


def test_no_two_tiles_stand_in_one_place() -> None:
    spots = [(t.column, t.row) for t in tiles("kz")]
    assert len(spots) == len(set(spots)) == 20


def test_what_cannot_be_drawn_yet_is_named(asked: Client) -> None:
    """Nothing is decided: no chart stands there, and a line says what is missing."""
    page = asked.get(f"/charts/held/?as_of={AS_OF}").content.decode()
    assert ("<svg" in page, "Nothing to draw yet: People held over time." in page) == (False, True)


def test_charts_come_one_by_one_behind_the_figures(decided: Workspace, asked: Client) -> None:
    """The page holds an address for each chart; asked for by the page it is a part, by a reader a page."""
    page = asked.get(f"/figures/?as_of={AS_OF}").content.decode()
    for name in CHARTS:
        assert f'hx-get="/charts/{name}/?as_of={AS_OF}"' in page
        part = asked.get(f"/charts/{name}/?as_of={AS_OF}", headers={"HX-Request": "true"}).content.decode()
        answer = asked.get(f"/charts/{name}/?as_of={AS_OF}")
        whole = answer.content.decode()
        assert answer.status_code == 200
        assert part.strip() in whole and "<html" not in part and "<html" in whole
    assert asked.get("/charts/horoscope/").status_code == 404


def test_a_chart_is_drawn_once_for_a_state_of_the_ledger(
    decided: Workspace, asked: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    made = CHARTS["articles"]
    monkeypatch.setitem(drawn.CHARTS, "articles", lambda ws, dates: calls.append("x") or made(ws, dates))
    for _ in range(3):
        asked.get("/charts/articles/?as_of=2020-07-07")
    assert calls == ["x"]

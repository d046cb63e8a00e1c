"""The public site: the same bytes each time, links that lead somewhere, nothing from elsewhere, corrections, files."""

from __future__ import annotations

import csv
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from habeas.adapters.files import NotWritable
from habeas.adapters.folders import write_folder
from habeas.desk import Workspace
from habeas.figures import RULES
from habeas.register import HELD, fold
from habeas.reports.site import Site, view_for
from simulator.country import orlenia
from web.shown_site import ON, PUBLISHED, RELEASED, Page, lost_references, released, view


@pytest.fixture(scope="module")
def files() -> Mapping[str, bytes]:
    return dict(Site(view(released(*RELEASED))).files())


def test_the_same_register_gives_the_same_bytes(files: Mapping[str, bytes]) -> None:
    assert dict(Site(view(released(*RELEASED))).files()) == files


def test_every_reference_leads_to_a_file_of_the_site(files: Mapping[str, bytes]) -> None:
    assert lost_references(files) == []


def test_nothing_is_loaded_from_elsewhere_and_nothing_runs(files: Mapping[str, bytes]) -> None:
    pages = {n: Page(d.decode()) for n, d in files.items() if n.endswith((".html", ".svg"))}
    assert {n: p.elements & {"script", "iframe", "object", "form", "img", "embed"} for n, p in pages.items()} == {
        n: set() for n in pages
    }
    known = ("http://www.w3.org/2000/svg", "http://www.w3.org/2005/Atom")
    addresses = {a for d in files.values() for a in re.findall(r"https?://[^\s\"'<>)]+", d.decode())}
    assert sorted(addresses - set(known)) == []


def test_it_says_whom_it_counts_and_what_it_withholds(files: Mapping[str, bytes]) -> None:
    figures = {f["name"]: f for f in json.loads(files["data/figures.json"])["figures"]}
    assert sorted(figures) == sorted(r.name for r in RULES)
    assert {k: figures["political_prisoners"][k] for k in ("value", "high", "withheld", "comparator")} == {
        "value": 1, "high": 1, "withheld": 3, "comparator": ">=",
    }  # fmt: skip
    assert figures["assembly_detentions"]["value"] == 420
    page = files["figures.html"].decode()
    assert [r.name for r in RULES if f'id="{r.name}"' not in page] == []


def test_people_without_a_public_fact_do_not_exist(files: Mapping[str, bytes]) -> None:
    country = orlenia()
    names = {p.name for p in fold(list(country.office)).people.values()}
    text = b"".join(files.values()).decode()
    assert sorted(n for n in names if n in text) == ["Ilse Brandt", "Jon Aster", "Marek Tull", "Odo Brandt"]


def test_an_allegation_stays_one(files: Mapping[str, bytes]) -> None:
    rows = csv.DictReader(files["data/statements.csv"].decode().splitlines())
    (row,) = [r for r in rows if r["kind"] == "ill_treatment"]
    assert (row["modality"], row["attribution"]) == ("alleged", "victim")
    assert row["text"] == "Ill-treatment: beating; June 2019 (alleged; says: victim)"


def test_a_status_that_rests_on_something_hidden_is_unknown() -> None:
    shown = {p.name: p for p in view(released("listed odo", "listed rolf", "odo sentence")).people}
    assert {n: (p.states, p.because != ()) for n, p in shown.items()} == {
        "Odo Brandt": (("in_prison",), True),
        "Rolf Egge": (("unknown",), False),
    }


def test_the_methodology_is_printed_from_the_rules(files: Mapping[str, bytes]) -> None:
    page = files["methodology.html"].decode()
    assert [r.name for r in RULES if f'id="rule-{r.name}"' not in page] == []


def test_a_correction_of_what_was_public_is_told_with_both_readings() -> None:
    country = released("odo sentence", "jon charge")
    claim = next(c for c, f in country.office.facts.items() if f == country.facts["odo sentence"])
    country.office.wait(days=2)
    country.office.correct(claim, fields={"length": "P5Y"})
    (told,) = view(country).corrections
    assert (told.what, told.person, told.kind) == ("corrected", country.records["odo"], "sentence")
    assert (told.before and told.before.line(), told.after and told.after.line()) == (
        "Sentence: imprisonment, 6 years; 14 May 2019",
        "Sentence: imprisonment, 5 years; 14 May 2019",
    )


def test_a_correction_before_the_release_is_not_told() -> None:
    country = orlenia()
    claim = next(c for c, f in country.office.facts.items() if f == country.facts["odo sentence"])
    country.office.correct(claim, fields={"length": "P5Y"})
    country.office.do("release", facts=[country.facts["odo sentence"]], level=0, basis="mandate:m-1")
    assert view(country).corrections == ()


@pytest.mark.parametrize(("others", "person"), [(("odo beaten",), True), ((), False)])
def test_of_something_withdrawn_only_that_it_was(others: tuple[str, ...], person: bool) -> None:
    country = released("odo sentence", *others)
    country.office.withdraw(fact=country.facts["odo sentence"])
    (told,) = view(country).corrections
    assert (told.what, told.person is not None, told.kind is not None, told.before, told.after) == (
        "withdrawn", person, person, None, None,
    )  # fmt: skip


def test_a_withdrawal_of_what_was_not_public_is_not_told() -> None:
    country = released("odo beaten")
    country.office.withdraw(fact=country.facts["odo sentence"])
    assert view(country).corrections == ()


def test_what_lost_its_basis_is_gone_and_no_correction() -> None:
    country = released(*RELEASED)
    country.office.do("basis_withdrawn", basis="mandate:m-1", why="asked")
    shown = view(country)
    assert (shown.people, shown.events, shown.corrections) == ((), (), ())


def test_a_mandate_that_has_ended_shows_nothing_from_the_next_day_on() -> None:
    country = orlenia()
    country.office.do("mandate_recorded", mandate="m-1", giver="O. B.", scope="all", purpose="publish",
                      until="2021-03-31", proof=None)  # fmt: skip
    country.office.do("release", facts=[country.facts["odo sentence"]], level=0, basis="mandate:m-1")
    assert [len(view(country, date(2021, m, d)).people) for m, d in ((3, 31), (4, 1))] == [1, 0]


def test_the_feed_is_atom_with_days_and_unique_ids(files: Mapping[str, bytes]) -> None:
    feed = ET.fromstring(files["feed.atom"])
    atom = "{http://www.w3.org/2005/Atom}"
    ids = [e.findtext(f"{atom}id") for e in feed.iter(f"{atom}entry")]
    assert (len(ids), len(set(ids))) == (4, 4)
    assert {e.text[10:] for e in feed.iter(f"{atom}updated") if e.text} == {"T00:00:00Z"}


def test_entities_name_each_other(files: Mapping[str, bytes]) -> None:
    entities = [json.loads(line) for line in files["data/entities.ftm"].decode().splitlines()]
    ids = {e["id"] for e in entities}
    assert len(ids) == len(entities)
    assert {e["schema"] for e in entities} == {"Person", "Event"}
    assert [i for e in entities for i in e["properties"].get("involved", []) if i not in ids] == []
    assert [e["id"] for e in entities if not e["properties"].get("name")] == []


def test_a_public_source_is_cited_and_documents_what_rests_on_it() -> None:
    country = orlenia()
    basis = f"source:{country.lamp}"
    country.office.do("release", facts=[country.facts["odo sentence"]], level=0, basis=basis)
    made = dict(Site(view(country)).files())
    entities = [json.loads(line) for line in made["data/entities.ftm"].decode().splitlines()]
    (link,) = [e["properties"] for e in entities if e["schema"] == "Documentation"]
    assert link["document"] == [f"source-{country.lamp}"]
    page = made["sources.html"].decode()
    assert (page.count("The Lamp: people in trouble, January 2021"), page.count("Gazette of Orlen")) == (1, 0)


def test_charts_stand_beside_their_numbers(files: Mapping[str, bytes]) -> None:
    charts = sorted(n for n in files if n.startswith("data/chart-"))
    assert charts == [f"data/chart-{n}.{e}" for n in ("arrests", "assemblies", "held") for e in ("csv", "svg")]
    rows = list(csv.DictReader(files["data/chart-assemblies.csv"].decode().splitlines()))
    assert [(r["label"], r["value"], r["open"]) for r in rows] == [("2020-05-01 Port", "300", "no"),
                                                                   ("2020-06-09 Port", "120", "yes")]  # fmt: skip
    for name in charts:
        if name.endswith(".svg"):
            assert ET.fromstring(files[name]).tag == "{http://www.w3.org/2000/svg}svg"


def test_markup_and_formulas_of_a_source_are_text() -> None:
    country = orlenia()
    attack = "<script>alert(1)</script>\x00"
    bad = country.office.person(f"=cmd {attack}", country.lamp)
    fact = country.office.accept_fact(bad, "hearing", "2020", body=f"=HYPERLINK({attack})", purpose='"><svg/onload=x>')
    country.office.do("release", facts=[fact], level=0, basis=f"source:{country.lamp}")
    made = dict(Site(view(country)).files())
    pages = {n: d.decode() for n, d in made.items() if n.endswith((".html", ".atom", ".svg"))}
    assert {n for n, d in pages.items() if "<script" in d or "<svg/onload" in d or "\x00" in d} == set()
    assert ET.fromstring(made["feed.atom"]) is not None
    rows = csv.DictReader(made["data/people.csv"].decode().splitlines())
    assert [r["name"][:5] for r in rows if "cmd" in r["name"]] == ["'=cmd"]


@pytest.mark.parametrize("path", ["nothing", "people/../index.html", "people/r-0.html", "list-1.html", "list-99.html",
                                  "data/chart-x.csv", "people/%00.html", ""])  # fmt: skip
def test_what_is_not_there_is_nothing(path: str) -> None:
    assert Site(view(released("odo sentence"))).render(path) is None


# -- the folder ----------------------------------------------------------------------------------------------------


def test_only_changed_files_are_written(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    first = write_folder(folder, [("a.html", b"1"), ("people/b.html", b"2"), ("gone.html", b"3")])
    kept = (folder / "a.html").stat()
    second = write_folder(folder, [("a.html", b"1"), ("people/b.html", b"new")])
    again = (folder / "a.html").stat()
    assert ((first.files, first.changed, first.removed), (second.files, second.changed, second.removed)) == (
        (3, 3, 0),
        (2, 1, 1),
    )
    assert (kept.st_ino, kept.st_mtime_ns) == (again.st_ino, again.st_mtime_ns)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["site"]


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    with pytest.raises(NotWritable):
        write_folder(tmp_path / "mine", [("a.html", b"1")])
    assert [p.name for p in (tmp_path / "mine").iterdir()] == ["letter.txt"]


def test_a_failure_half_way_leaves_the_old_site(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write_folder(folder, [("a.html", b"old")])

    def broken() -> object:
        yield "a.html", b"new"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_folder(folder, broken())  # type: ignore[arg-type]
    assert ((folder / "a.html").read_bytes(), [p.name for p in tmp_path.iterdir()]) == (b"old", ["site"])


# -- under the desk ------------------------------------------------------------------------------------------------


def test_the_desk_serves_the_same_bytes(office: Workspace) -> None:
    from habeas.desk import public_site

    made = public_site(office, as_of=ON, today=PUBLISHED)
    client = Client(SERVER_NAME="localhost")
    differing = [p for p in made.paths() if client.get(f"/public/{p}", {"as_of": str(ON)}).content != made.render(p)]
    assert differing == []


def test_a_lost_address_has_the_page_of_the_site(office: Workspace) -> None:
    answer = Client(SERVER_NAME="localhost").get("/public/people/nobody.html")
    assert (answer.status_code, b'href="../site.css"' in answer.content) == (404, True)


def test_the_public_side_takes_no_post(office: Workspace) -> None:
    assert Client(SERVER_NAME="localhost").post("/public/", {"x": "1"}).status_code == 405


def test_the_chart_of_who_was_held_agrees_with_their_status() -> None:
    country = released("odo sentence", "marek custody", "rolf sentence")
    for on in (date(2019, 5, 31), date(2020, 12, 31), date(2021, 1, 31)):
        entries = list(country.office)
        shown = view_for(
            fold(entries),
            entries,
            audience="public",
            as_of=on,
            published_on=PUBLISHED,
            heading="The Lamp",
            known_at="2021-03-01",
        )
        (chart,) = [c for c in shown.charts if c.name == "held"]
        last = chart.points[-1]
        held = [{s in HELD for s in p.states} for p in shown.people]
        assert (last.label, last.low, last.high) == (
            on.isoformat(), sum(h == {True} for h in held), sum(True in h for h in held),
        )  # fmt: skip

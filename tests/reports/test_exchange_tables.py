"""Tables for other programs: Events Standard Formats with codes that were read at their source, and a workbook."""

from __future__ import annotations

import csv
import io
import tomllib
from dataclasses import replace
from datetime import date
from importlib.resources import files
from typing import Any

import openpyxl
import pytest

from habeas.lexicon.kinds import ATTRIBUTIONS, KINDS
from habeas.reports.exchange import TooManyRows, as_csv, esf_tables, view_tables, workbook
from habeas.reports.exchange.codes import codes
from habeas.reports.site import PublicView, view_for
from simulator.country import Orlenia, orlenia

ON = date(2021, 1, 31)
Rows = list[dict[str, str]]


def seen(country: Orlenia, audience: str = "team") -> PublicView:
    from habeas.register import fold

    entries = country.office.entries
    return view_for(
        fold(entries), entries, audience=audience, as_of=ON, published_on=ON, heading="Orlenia", known_at="2021-03-01"
    )


def esf(country: Orlenia, audience: str = "team") -> dict[str, Rows]:
    tables = esf_tables(seen(country, audience), audience=audience, country="kz")
    return {name: list(csv.DictReader(io.StringIO(as_csv(*t).decode()))) for name, t in tables.items()}


@pytest.fixture(scope="module")
def country() -> Orlenia:
    made = orlenia()
    office, odo, judge = made.office, made.records["odo"], made.records["judge"]
    arrest = office.accept(odo, "custody", "2019-02", form="police_detention", facility="Port")
    office.accept(odo, "custody", "2019-03-01/2019-05-14", form="house_arrest")
    office.accept(odo, "sentence", "2019-04", modality="requested", penalty="imprisonment", length="P9Y")
    office.accept(odo, "identity", None, attribute="sex", value="male")
    office.accept(odo, "identity", None, attribute="birth", value="1970")
    office.accept(odo, "ill_treatment", "2019~", act="denial_of_counsel", attribution="victim")
    office.accept(judge, "involvement", "2019-02", of=(arrest,), degree="ordered")
    office.accept(made.records["jon"], "ill_treatment", None, act="solitary")
    return made


@pytest.fixture(scope="module")
def tables(country: Orlenia) -> dict[str, Rows]:
    return esf(country)


def acts(tables: dict[str, Rows], person: str) -> list[tuple[str, ...]]:
    shown = ("type_of_act", "initial_date", "initial_date_type", "final_date", "habeas_term")
    return sorted(tuple(a[n] for n in shown) for a in tables["act"] if a["victim"] == person)


def test_acts_bear_codes_and_dates_that_say_what_is_not_known(tables: dict[str, Rows], country: Orlenia) -> None:
    assert acts(tables, country.records["odo"]) == [
        ("", "2019-01-01", "010000000000", "", "Ill-treatment: denial of counsel"),
        ("020101000000", "2019-06-01", "020000000000", "", "Ill-treatment: beating"),
        ("030101000000", "2019-02-01", "020000000000", "", "Custody: police detention"),
        ("030102000000", "2019-05-14", "", "", "Sentence: imprisonment"),
        ("030105000000", "2019-03-01", "", "2019-05-14", "Custody: house arrest"),
    ]


def test_an_act_without_a_code_keeps_our_words(tables: dict[str, Rows], country: Orlenia) -> None:
    assert acts(tables, country.records["jon"]) == [("", "", "", "", "Ill-treatment: solitary confinement")]


def test_what_is_alleged_is_told_as_alleged(tables: dict[str, Rows], country: Orlenia) -> None:
    beaten = next(a for a in tables["act"] if a["act_record_number"] == f"act-{country.facts['odo beaten']}")
    assert "alleged" in beaten["remarks"]


def test_involvement_leads_from_the_official_to_the_act(tables: dict[str, Rows], country: Orlenia) -> None:
    (row,) = tables["involvement"]
    act = next(a for a in tables["act"] if a["act_record_number"] == row["act"])
    assert (row["perpetrator"], row["degree_of_involvement"]) == (country.records["judge"], "010200000000")
    assert (act["victim"], act["event"], act["type_of_act"]) == (country.records["odo"], row["event"], "030101000000")


def test_counsel_denied_stands_in_the_supplement_on_arrest(tables: dict[str, Rows]) -> None:
    assert [a["legal_counsel"] for a in tables["arrest"] if a["legal_counsel"]] == ["010000000000"]


def test_every_number_that_is_referred_to_exists(tables: dict[str, Rows]) -> None:
    events = {e["event_record_number"] for e in tables["event"]}
    people = {p["person_record_number"] for p in tables["person"]}
    assert (len(events), len(people)) == (len(tables["event"]), len(tables["person"]))
    for name, column, known in (
        ("act", "event", events), ("act", "victim", people), ("information", "event", events),
        ("information", "source", people), ("information", "related_person", people), ("intervention", "event", events),
        ("intervention", "victim", people), ("involvement", "perpetrator", people),
        ("arrest", "arrest_record_number", {a["act_record_number"] for a in tables["act"]}),
    ):  # fmt: skip
        assert {row[column] for row in tables[name]} <= known, (name, column)


def test_persons_findings_and_crowds(tables: dict[str, Rows], country: Orlenia) -> None:
    odo = next(p for p in tables["person"] if p["person_record_number"] == country.records["odo"])
    assert (odo["sex"], odo["date_of_birth"], odo["counting_unit"]) == ("010000000000", "1970", "010000000000")
    assert {i["intervening_party"] for i in tables["intervention"]} == {"Committee of Jurists"}
    assert sorted(p["number_of_persons_in_group"] for p in tables["person"] if p["number_of_persons_in_group"]) == [
        "120", "300", "500",
    ]  # fmt: skip
    assert {e["geographical_term"] for e in tables["event"]} == {"030230000000"}


def test_the_public_gets_no_table_rows_of_what_is_not_released(country: Orlenia) -> None:
    public = esf(country, "public")
    assert {name: len(rows) for name, rows in public.items() if name not in ("codes", "about")} == dict.fromkeys(
        ("event", "act", "arrest", "involvement", "information", "intervention", "person", "biographic_details"), 0
    )


def test_each_code_stands_for_terms_of_ours_and_says_how_well() -> None:
    fields = {
        "degree": ("involvement", "degree"), "tie": ("relation", "tie"), "detention": ("custody", "form"),
        "whereabouts": ("ill_treatment", "act"), "counsel": ("ill_treatment", "act"),
    }  # fmt: skip
    other = {"unit.person", "sex.male", "sex.female", "whereabouts.acknowledged", "whereabouts.denied"}
    for ours, found in codes().items():
        group, _, term = ours.partition(".")
        if ours in other or group in ("country", "date"):
            continue
        kind, name = fields.get(group, (group, ""))
        terms = {t for n, f in KINDS.get(kind, {}).items() for t in f.terms if name in ("", n)}
        known = term in terms if term and group != "attribution" else term in ATTRIBUTIONS or ours in KINDS
        assert known, ours
        assert (len(found.code), found.code.isdigit(), found.match in ("exact", "near")) == (12, True, True), ours
    data = tomllib.loads(files("habeas.reports.exchange").joinpath("esf.toml").read_text(encoding="utf-8"))
    assert data["source"].keys() == {"title", "address", "commit", "read"}


# -- the workbook --------------------------------------------------------------------------------------------------

CELLS: list[tuple[Any, ...]] = [
    ("=1+1", True), ("+7 701", True), ("-", True), ("@cmd", True), (" =1", True), ("Ұлжан & <b>", False),
    ("a\x00b", False), ("two\nlines", False), ("", False),
]  # fmt: skip


def test_a_cell_is_text_whatever_it_looks_like() -> None:
    data = workbook({"t": (("word", "number"), [(text, 3) for text, _ in CELLS])})
    sheet = openpyxl.load_workbook(io.BytesIO(data))["t"]
    rows = list(sheet.iter_rows(min_row=2))
    assert [(r[0].value or "", r[0].quotePrefix) for r in rows] == [
        (text.replace("\x00", "\N{REPLACEMENT CHARACTER}"), marked) for text, marked in CELLS
    ]
    assert {r[0].data_type for r in rows} <= {"s", "inlineStr", "n"}
    assert {r[1].value for r in rows} == {3}


def test_the_workbook_has_the_tables_of_the_view(country: Orlenia) -> None:
    view = seen(country)
    book = openpyxl.load_workbook(io.BytesIO(workbook(view_tables(view))), read_only=True)
    assert book.sheetnames == ["people", "statements", "sources", "figures"]
    assert [len(list(sheet.iter_rows())) - 1 for sheet in book] == [
        len(view.people), sum(len(p.statements) for p in view.people) + len(view.events), len(view.sources),
        len(view.figures),
    ]  # fmt: skip
    assert workbook(view_tables(view)) == workbook(view_tables(view))


def test_a_formula_in_a_name_is_none_in_any_table(country: Orlenia) -> None:
    view = seen(country)
    first = replace(view.people[0], name="=HYPERLINK(1)")
    spiked = replace(view, people=(first, *view.people[1:]))
    for tables in (view_tables(spiked), esf_tables(spiked, audience="team")):
        cells = [c for t in tables.values() for row in csv.reader(io.StringIO(as_csv(*t).decode())) for c in row]
        assert [c for c in cells if c.startswith(("=", "+", "-", "@"))] == []
        assert any(c.startswith("'=HYPERLINK") for c in cells)


def test_a_table_that_no_sheet_can_hold_is_refused() -> None:
    with pytest.raises(TooManyRows, match="Export it as CSV"):
        workbook({"t": (("n",), ((n,) for n in range(1_048_577)))})

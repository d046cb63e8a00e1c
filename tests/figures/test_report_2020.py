"""The register of the 2020 report, made from a careful reading of it: 56 listed, 16 held, four more held beside them.

The reading lies with the shared texts and is no part of this project; nothing of the module `habeas.reading` is used.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from habeas.figures import count, rules
from habeas.register import Register, fold, liberty
from shared_texts import shared
from simulator.office import Office

DAY = date(2020, 1, 31)
PRISONERS = [
    "alimuly",
    "aset-abishev",
    "atabek",
    "baltabay",
    "bokayev",
    "bukenov",
    "chuprina",
    "dzhakishev",
    "ginatullin",
    "kenzhebek-abishev",
    "kobeysinov",
    "musakhanuly",
    "omar",
    "sychev",
    "yelshibayev",
    "zhumagulov",
]
BESIDE = ["pestov", "sokolenko", "tabarak", "tokmadi"]
PENALTIES = {"suspended_or_probation": "suspended"}
ABSENT = {"life_in_absentia": "life", "in_absentia_imprisonment": "imprisonment"}
STEPS: dict[str, tuple[str, dict[str, str]]] = {
    "arrest_detention": ("custody", {"form": "police_detention"}),
    "pretrial_detention": ("custody", {"form": "pretrial_detention"}),
    "house_arrest": ("custody", {"form": "house_arrest"}),
    "parole_granted": ("enforcement", {"step": "release_granted"}),
    "parole_refused": ("proceeding", {"step": "parole_refused"}),
    "pardon": ("enforcement", {"step": "pardoned"}),
    "appeal_upheld": ("proceeding", {"step": "appeal", "outcome": "upheld"}),
    "acquittal": ("proceeding", {"step": "acquitted"}),
    "acquittal_cancelled": ("proceeding", {"step": "acquittal_annulled"}),
    "asylum_granted": ("protection", {"act": "asylum_granted"}),
    "extradition_request": ("protection", {"act": "extradition_requested"}),
    "extradition": ("protection", {"act": "extradited"}),
}

Report = tuple[Register, dict[str, str]]


def told(gold: dict[str, Any]) -> Iterator[tuple[str, str, str | None, int, dict[str, Any]]]:
    """Person, kind, date, offset and fields of everything that bears on liberty."""
    for charge in gold["charges"]:
        yield charge["person"], "charge", None, charge["offset"], {"article": charge["article"] or "none stated"}
    for s in gold["sentences"]:
        penalty = ABSENT.get(s["kind"]) or PENALTIES.get(s["kind"], s["kind"])
        fields: dict[str, Any] = {"penalty": penalty, **({"length": s["duration"]} if s["duration"] else {})}
        if s["kind"] in ABSENT:
            fields["in_absentia"] = True
        yield s["person"], "sentence", s["date"], s["offset"], fields
        if s["note"] and s["note"].startswith("Execution postponed"):
            yield s["person"], "enforcement", s["date"], s["offset"] + 1, {"step": "deferred"}
    for event in gold["events"]:
        for step in steps(event):
            for person in event["persons"]:
                yield person, step[0], event["date"], event["offset"], step[1]


def steps(event: dict[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    what = event["what"].casefold()
    if event["type"] == "parole_granted" and "replaced" in what:
        yield "enforcement", {"step": "replaced"}
    elif event["type"] == "release":
        illness, measure = "illness" in what, "restriction changed" in what
        yield "release", {"ground": "illness" if illness else "change_of_measure" if measure else "not_stated"}
    elif "postponement of the sentence cancelled" in what:
        yield "enforcement", {"step": "deferral_cancelled"}
    elif event["type"] in STEPS:
        yield STEPS[event["type"]]


@pytest.fixture(scope="module")
def report() -> Report:
    """The folded register, and the reading's id of each person."""
    gold = json.loads(shared("gold/report-2020.json").read_text("utf-8"))
    office = Office()
    source = office.source("Report", published=None, captured="2026-11-20T00:00:00Z")
    records = {p["id"]: office.person(p["id"], source) for p in gold["persons"]}
    for person in gold["persons"]:
        if person["listing_basis"] == "case_entry_lead":
            office.accept(
                records[person["id"]],
                "recognition",
                "2020-01-31",
                list="List",
                step="entered",
                offset=person["lead_line_offset"],
            )
    for number, (person, kind, when, offset, fields) in enumerate(told(gold)):
        office.accept(records[person], kind, when, offset=offset, claim=f"c-{number}", **fields)
    return fold(office), {r: p for p, r in records.items()}


def test_fifty_six_are_listed_and_sixteen_of_them_held(report: Report) -> None:
    register, ids = report
    listed, prisoners, beside = count(
        register, rules("listed", "political_prisoners", "held_not_recognised"), as_of=DAY
    )
    assert (listed.value, listed.high) == (56, 56)
    assert sorted(ids[p] for p in prisoners.counted) == PRISONERS
    assert (prisoners.low, prisoners.high) == (16, 16)
    assert sorted(ids[p] for p in beside.counted) == BESIDE


@pytest.mark.parametrize(
    ("person", "statuses"),
    [
        ("yerimbetov", ("released_conditional",)),
        ("dzhumayev", ("restriction",)),
        ("kozlov", ("released_conditional",)),
        ("akhmetova", ("abroad_wanted",)),
        ("viktor-khrapunov", ("abroad_wanted",)),
        ("ablyazov", ("abroad_wanted",)),
        ("jardemalie", ("abroad_protected",)),
        ("trofimov", ("free",)),
        ("kadesov", ("free",)),
        ("akberdiyeva", ("charged_at_liberty",)),
        ("kasenov", ("charged_at_liberty",)),
        ("makatov", ("restriction",)),
        ("bilash", ("free",)),
        ("sychev", ("in_prison",)),
        ("baltabay", ("in_prison",)),
    ],
)
def test_the_others_are_where_the_report_says(
    report: tuple[Register, dict[str, str]], person: str, statuses: tuple[str, ...]
) -> None:
    register, ids = report
    record = next(r for r, p in ids.items() if p == person)
    assert liberty(register, record, DAY).statuses == statuses

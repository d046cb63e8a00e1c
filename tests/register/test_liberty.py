"""The liberty table on invented people: each case is a life, a day, and what the register answers."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from habeas.register import HELD, fold, held, liberty
from simulator.office import Office

DAY = "2021-01-31"
Step = tuple[str, str | None, dict[str, Any]]


def S(penalty: str, when: str | None, length: str | None = None, **more: Any) -> Step:
    fields = {"penalty": penalty, **({"length": length} if length else {}), **more}
    return ("sentence", when, fields)


def C(form: str, when: str | None) -> Step:
    return ("custody", when, {"form": form})


def E(step: str, when: str | None, **more: Any) -> Step:
    return ("enforcement", when, {"step": step, **more})


def R(ground: str, when: str | None) -> Step:
    return ("release", when, {"ground": ground})


def P(step: str, when: str | None, **more: Any) -> Step:
    return ("proceeding", when, {"step": step, **more})


def A(act: str, when: str | None) -> Step:
    return ("protection", when, {"act": act})


CHARGE: Step = ("charge", None, {"article": "88"})
PRISON = S("imprisonment", "2019-03-04", "P5Y")

CASES: list[tuple[str, list[Step], str, str]] = [
    ("nothing is known", [], DAY, "unknown"),
    ("charges only", [CHARGE], DAY, "charged_at_liberty"),
    ("before the source speaks, an undated charge is open", [CHARGE], "2020-01-31", "charged_at_liberty unknown"),
    ("a prison sentence alone", [PRISON], DAY, "in_prison"),
    ("on the first day of the term", [PRISON], "2019-03-04", "in_prison"),
    ("before the sentence", [PRISON], "2019-03-03", "unknown"),
    ("on the last day of the term", [PRISON], "2024-03-03", "in_prison"),
    ("after the term", [PRISON], "2024-03-04", "run_out_unconfirmed"),
    ("life", [S("life", "2001-05-05")], DAY, "in_prison"),
    ("a sentence with neither date nor end told", [S("imprisonment", None, "P14Y")], DAY, "in_prison"),
    ("the same before the source spoke", [S("imprisonment", None, "P14Y")], "2020-12-31", "in_prison unknown"),
    ("the same, later", [S("imprisonment", None, "P14Y")], "2022-01-01", "in_prison run_out_unconfirmed"),
    ("the same, when even the latest term is over", [S("imprisonment", None, "P14Y")], "2035-02-01", "run_out_unconfirmed"),
    ("two trials, one sentence", [S("imprisonment", "2012/2014", "P14Y")], DAY, "in_prison"),
    ("a year only, and the term may be over", [S("imprisonment", "2018", "P2Y6M")], DAY, "in_prison run_out_unconfirmed"),
    ("the day lies within the month of the sentence", [S("imprisonment", "2021-01", "P5Y")], "2021-01-15", "in_prison unknown"),
    ("in absentia", [S("imprisonment", "2018-10", "P17Y", in_absentia=True)], DAY, "abroad_wanted"),
    ("life in absentia", [S("life", "2018-11", in_absentia=True)], DAY, "abroad_wanted"),
    ("caught after a sentence in absentia", [S("imprisonment", "2018-10", "P17Y", in_absentia=True), C("imprisonment", "2019-02")], DAY, "in_prison"),
    ("a requested sentence is none", [("sentence", "2020-05-05", {"penalty": "imprisonment", "length": "P9Y", "_": "requested"})], DAY, "unknown"),
    ("custody until the sentence", [C("pretrial_detention", "2020-10-16"), S("restriction_of_liberty", "2020-12-29", "P2Y")], DAY, "restriction"),
    ("before that sentence", [C("pretrial_detention", "2020-10-16"), S("restriction_of_liberty", "2020-12-29", "P2Y")], "2020-12-28", "pretrial"),
    ("custody told without a date, told again by the verdict", [S("restriction_of_liberty", "2020-11-19", "P1Y"), C("pretrial_detention", None)], DAY, "restriction"),
    ("house arrest, then restriction", [C("house_arrest", "2020-07-08"), S("restriction_of_liberty", "2020-10-07", "P1Y")], DAY, "restriction"),
    ("house arrest on the day", [C("house_arrest", "2020-07-08"), S("restriction_of_liberty", "2020-10-07", "P1Y")], "2020-09-01", "house_arrest"),
    ("held without a date, nothing after", [CHARGE, C("pretrial_detention", None)], DAY, "pretrial"),
    ("detained by the police for a day", [C("police_detention", "2020-06-01")], "2020-06-01", "pretrial"),
    ("the day after", [C("police_detention", "2020-06-01")], "2020-06-02", "pretrial unknown"),
    ("half a year after", [CHARGE, C("police_detention", "2020-06-01")], DAY, "charged_at_liberty"),
    ("detained by the police, no date", [CHARGE, C("police_detention", None)], DAY, "charged_at_liberty"),
    ("a change of measure", [C("pretrial_detention", "2020-05-05"), R("change_of_measure", "2020-08")], DAY, "charged_at_liberty"),
    ("restriction that has run out", [S("restriction_of_liberty", "2018-11-02", "P1Y")], DAY, "run_out_unconfirmed"),
    ("probation", [S("probation", None, "P4Y"), C("pretrial_detention", "2018-04")], DAY, "suspended_or_probation"),
    ("suspended", [S("suspended", "2020-12-23", "P6M")], DAY, "suspended_or_probation"),
    ("labour in hours, within a year", [S("compulsory_labour", "2020-11-02", "PT100H")], DAY, "compulsory_labour run_out_unconfirmed"),
    ("a fine after house arrest", [C("house_arrest", "2020-03"), S("fine", "2020-08-16")], DAY, "free"),
    ("a ban changes nothing", [S("restriction_of_liberty", "2020-07-25", "P4Y"), S("ban", "2020-07-25", "P5Y")], DAY, "restriction"),
    ("parole", [PRISON, R("parole", "2020-08")], DAY, "released_conditional"),
    ("parole, after the term", [PRISON, R("parole", "2020-08")], "2024-06-01", "free"),
    ("parole refused", [PRISON, P("parole_refused", "2020-08")], DAY, "in_prison"),
    ("parole granted and annulled twice", [PRISON, E("release_granted", "2020-10-08"), E("release_annulled", "2020-12-10"), E("release_annulled", "2021-01-15")], DAY, "in_prison"),
    ("between grant and annulment", [PRISON, E("release_granted", "2020-10-08"), E("release_annulled", "2020-12-10")], "2020-11-01", "in_prison released_conditional"),
    ("parole granted, nothing else known", [PRISON, E("release_granted", "2020-10-08")], DAY, "released_conditional"),
    ("early release from restriction", [S("restriction_of_liberty", "2020-09-26", "P1Y"), E("release_granted", "2020-12-09")], DAY, "free"),
    ("released for illness", [PRISON, R("illness", "2020-12-27")], DAY, "released_conditional"),
    ("illness told as enforcement", [PRISON, E("interrupted_illness", "2020-12-27")], DAY, "released_conditional"),
    ("illness, then resumed", [PRISON, E("interrupted_illness", "2020-03"), E("resumed", "2020-11")], DAY, "in_prison"),
    ("the rest replaced with restriction", [PRISON, E("replaced", "2020-07-11"), S("restriction_of_liberty", "2020-07-11")], DAY, "restriction"),
    ("replaced, told in one claim", [PRISON, E("replaced", "2020-07-11", to="restriction_of_liberty")], DAY, "restriction"),
    ("pardon, then fine, then arrest for not paying", [S("imprisonment", "2020-07", "P7Y"), E("pardoned", "2020-08"), E("replaced", "2020-08", to="fine"), S("fine", "2020-08"), S("arrest", "2020-10-31", "P5M")], DAY, "in_prison"),
    ("pardon and fine, before the arrest", [S("imprisonment", "2020-07", "P7Y"), E("pardoned", "2020-08"), S("fine", "2020-08"), S("arrest", "2020-10-31", "P5M")], "2020-10-01", "free"),
    ("ten days of arrest", [S("arrest", "2021-01-25", "P10D")], DAY, "administrative_arrest"),
    ("deferred", [S("imprisonment", "2010", "P7Y"), E("deferred", "2010")], DAY, "deferred"),
    ("deferral cancelled", [S("imprisonment", "2015", "P7Y"), E("deferred", "2015"), E("deferral_cancelled", "2018-06")], DAY, "in_prison unknown"),
    ("deferral cancelled, seized abroad, let go", [S("imprisonment", "2010", "P7Y"), E("deferred", "2010"), E("deferral_cancelled", "2018-06"), C("extradition_detention", "2018-10"), R("not_stated", "2018-11")], DAY, "abroad_wanted"),
    ("the same, with the request for extradition told", [S("imprisonment", "2010", "P7Y"), E("deferred", "2010"), E("deferral_cancelled", "2018-06"), A("extradition_requested", "2018-09"), C("extradition_detention", "2018-10"), R("not_stated", "2018-11")], DAY, "abroad_wanted"),
    ("held for extradition", [C("extradition_detention", "2020-11")], DAY, "extradition_custody"),
    ("extradited", [C("extradition_detention", "2020-11"), A("extradited", "2021-01-28")], DAY, "pretrial charged_at_liberty"),
    ("extradited, then held", [A("extradited", "2020-06-26"), C("pretrial_detention", "2020-06-26")], DAY, "pretrial"),
    ("extradited, held, let go without a date", [A("extradited", "2020-06-26"), C("pretrial_detention", "2020-06-26"), R("not_stated", None)], DAY, "charged_at_liberty"),
    ("extradited, then fined", [A("asylum_granted", "2016"), A("extradited", "2019-01-28"), S("fine", "2020-08")], DAY, "free"),
    ("asylum", [CHARGE, A("asylum_granted", "2014")], DAY, "abroad_protected"),
    ("acquitted", [CHARGE, P("acquitted", "2020-02-06")], DAY, "free"),
    ("acquittal annulled", [CHARGE, P("acquitted", "2020-02-06"), P("acquittal_annulled", None)], DAY, "charged_at_liberty"),
    ("case closed, a new one opened and judged", [CHARGE, P("closed", "2018"), P("opened", "2020"), S("restriction_of_liberty", "2020-10-21", "P1Y")], DAY, "restriction"),
    ("appeal upheld", [PRISON, P("appeal", "2019-05-20", outcome="upheld")], DAY, "in_prison"),
    ("appeal overturned", [PRISON, P("appeal", "2019-05-20", outcome="overturned")], DAY, "charged_at_liberty"),
    ("served in full", [PRISON, E("served", "2020-12-01")], DAY, "free"),
    ("a term cut short", [PRISON, E("reduced", "2020-02", to="P1Y6M")], DAY, "run_out_unconfirmed"),
    ("psychiatric", [C("psychiatric", "2020-12-01")], DAY, "psychiatric"),
    ("psychiatric once, and let go", [C("psychiatric", None), R("not_stated", None)], DAY, "free"),
    ("disappeared", [("disappearance", "2020-12-01", {})], DAY, "disappeared"),
    ("disappeared, then found in custody", [("disappearance", "2020-12-01", {}), C("pretrial_detention", "2021-01-10")], DAY, "pretrial"),
    ("dead", [PRISON, ("death", "2020-12-01", {})], DAY, "dead"),
    ("a second sentence while the first ran out", [S("restriction_of_liberty", "2019-02", "P1Y"), C("pretrial_detention", "2020-07-05"), S("restriction_of_liberty", "2020-10-21", "P1Y4M")], DAY, "restriction"),
    ("the sentence told twice, once without a date, after the release", [PRISON, R("illness", "2020-12-27"), S("imprisonment", None, "P5Y")], DAY, "released_conditional"),
    ("torture in detention told after the release", [PRISON, R("illness", "2020-12-27"), C("pretrial_detention", None)], DAY, "released_conditional"),
    ("in prison, told without a date, after parole", [PRISON, R("parole", "2020-08"), C("imprisonment", None)], DAY, "released_conditional"),
]  # fmt: skip


def life(steps: list[Step]) -> tuple[Office, str]:
    office = Office()
    source = office.source("Chronicle")
    record = office.person("Una Veil", source)
    for kind, when, fields in steps:
        told = {k: v for k, v in fields.items() if k != "_"}
        office.accept(record, kind, when, modality=fields.get("_", "happened"), **told)
    return office, record


@pytest.mark.parametrize(("steps", "day", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_life_gives_these_statuses(steps: list[Step], day: str, expected: str) -> None:
    office, record = life(steps)
    assert " ".join(liberty(fold(office), record, date.fromisoformat(day)).statuses) == expected


def test_each_state_names_the_facts_it_rests_on() -> None:
    office, record = life([])
    sentence = office.accept_fact(record, "sentence", "2019-03-04", penalty="imprisonment", length="P5Y")
    release = office.accept_fact(record, "release", "2020-08", ground="parole")
    known = liberty(fold(office), record, date(2021, 1, 31))
    assert [(s.status, s.because) for s in known.states] == [("released_conditional", (sentence, release))]


def test_a_disputed_fact_gives_both_answers_until_one_is_preferred() -> None:
    office, record = life([PRISON])
    says = office.accept(record, "release", "2020-08", ground="parole")
    office.accept(record, "release", "2020-08", fact=office.facts[says], ground="parole", modality="denied")
    day = date(2021, 1, 31)
    assert liberty(fold(office), record, day).statuses == ("in_prison", "released_conditional")
    assert held(fold(office), record, day) is None
    office.do("prefer", fact=office.facts[says], claim=says, why="seen at home")
    assert liberty(fold(office), record, day).statuses == ("released_conditional",)
    assert held(fold(office), record, day) is False


def test_held_statuses_are_those_behind_walls() -> None:
    assert HELD == ("in_prison", "psychiatric", "extradition_custody", "pretrial", "administrative_arrest")

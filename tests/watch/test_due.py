"""What is due, on an invented person: terms, days before trial, hearings, bodies, mandates, old facts, lists."""

from __future__ import annotations

from datetime import date

import pytest

from habeas.register import fold
from habeas.watch import Item, due
from simulator.office import Office

ON = date(2021, 3, 1)


def items(*facts: str, on: date = ON, kind: str, until: date | None = None, audience: str = "team") -> list[Item]:
    office = Office()
    record = office.person("Una Veil", office.source("Chronicle"))
    for fact in facts:
        office.say(record, fact)
    return [i for i in due(fold(office), on=on, until=until, audience=audience) if i.kind == kind]


def spans(found: list[Item]) -> list[tuple[str | None, str | None]]:
    return [(i.earliest and i.earliest.isoformat(), i.latest and i.latest.isoformat()) for i in found]  # type: ignore[misc]


FIVE = "sentence 2019-03-04 penalty=imprisonment length=P5Y"
TERMS = {
    "to the day": ((FIVE,), ("2024-03-03", "2024-03-03"), None),
    "to the month": (("sentence 2019-03 penalty=imprisonment length=P2Y",), ("2021-02-28", "2021-03-30"), None),
    "life has no end": (("sentence 2019-03-04 penalty=life",), (None, None), None),
    "without a length: as long as its source says, at least": ((
        "sentence 2019-03-04 penalty=imprisonment",), ("2021-01-31", None), None),
    "ran out": (("sentence 2019-01-01 penalty=imprisonment length=P1Y",), ("2019-12-31", "2019-12-31"), (426, 426)),
    "custody before it is credited, as a range": (
        ("custody 2019-02-02 form=pretrial_detention", FIVE), ("2024-01-03", "2024-02-02"), None),
    "custody without a date leaves the earliest end unknown": (
        ("custody - form=pretrial_detention", FIVE), (None, "2024-03-03"), None),
    "house arrest, on which the pack is silent": (
        ("custody 2019-02-02 form=house_arrest", FIVE), (None, "2024-03-03"), None),
    "deferred: it does not run": ((FIVE, "enforcement 2019-04-01 step=deferred"), (None, None), None),
    "restriction": (
        ("sentence 2020-07-07 penalty=restriction_of_liberty length=P3Y",), ("2023-07-06", "2023-07-06"), None),
}  # fmt: skip


@pytest.mark.parametrize("case", list(TERMS))
def test_the_clock_of_a_sentence(case: str) -> None:
    facts, span, days = TERMS[case]
    found = items(*facts, kind="sentence_end")
    assert (spans(found), [i.days for i in found]) == ([span], [days])


@pytest.mark.parametrize(
    "after", ["release 2020-08-01 ground=served", "death 2020-08-01", "release 2020-08-01 ground=pardon"]
)
def test_a_sentence_that_is_over_is_not_due(after: str) -> None:
    assert items(FIVE, after, kind="sentence_end") == []


def test_days_before_trial_are_bounds() -> None:
    (known,) = items("custody 2021-02-01 form=pretrial_detention", kind="pretrial_days")
    (month,) = items("custody 2021-02 form=pretrial_detention", kind="pretrial_days")
    (undated,) = items("custody - form=pretrial_detention", kind="pretrial_days", on=date(2021, 1, 31))
    assert (known.days, month.days) == ((29, 29), (2, 29))
    assert undated.days is not None and undated.days[1] is None
    assert items(FIVE, kind="pretrial_days") == []


def test_a_hearing_is_due_until_something_tells_that_it_took_place() -> None:
    announced = "hearing 2021-03-15 body=Court modality=scheduled"
    assert spans(items(announced, kind="hearing")) == [("2021-03-15", "2021-03-15")]
    assert items(announced, "sentence 2021-03-15 penalty=imprisonment length=P1Y", kind="hearing") == []
    assert items("hearing 2020-03-15 body=Court", kind="hearing") == []


BODIES = {
    "wgad-reply": ("intervention 2021-03-01 act=communication addressee=WGAD", ("2021-04-30", "2021-04-30")),
    "wgad-follow-up": ("finding 2021-01-10 body=WGAD", ("2021-07-10", None)),
    "hrc-response": ("finding 2021-01-10 body=CCPR", ("2021-07-09", None)),
    "ccf-access": ("intervention 2021-01-10 act=access addressee=CCF", ("2021-05-10", None)),
    "ccf-deletion": ("intervention 2021-01-10 act=deletion addressee=CCF", ("2021-10-10", None)),
}


@pytest.mark.parametrize("rule", list(BODIES))
def test_deadlines_of_bodies(rule: str) -> None:
    fact, span = BODIES[rule]
    found = items(fact, kind="deadline")
    assert ([i.rule for i in found], spans(found)) == ([rule], [span])
    assert all(i.source and i.status in ("verified", "to_be_checked") for i in found)


def test_an_answer_settles_a_deadline_and_an_unknown_body_has_none() -> None:
    assert items("intervention 2021-03-01 act=communication addressee=WGAD outcome=answered", kind="deadline") == []
    assert items("finding 2021-01-10 body=Assembly", kind="deadline") == []
    assert items("finding 2021-01-10 body=WGAD modality=requested", kind="deadline") == []


def test_a_mandate_runs_out_without_saying_who_gave_it() -> None:
    office = Office()
    office.do("mandate_recorded", mandate="k-1", giver="Ora Veil", scope="all", purpose="x", until="2021-05", proof="p")
    (item,) = list(due(fold(office), on=ON))
    assert (item.kind, spans([item])) == ("mandate_end", [("2021-05-01", "2021-05-31")])
    assert "Veil" not in str(item.to_json())
    assert due(fold(office), on=ON, audience="partners") == due(fold(office), on=ON, audience="public") == ()


def test_a_status_grows_old_and_freedom_does_not() -> None:
    assert spans(items(FIVE, kind="unconfirmed")) == [("2021-07-31", "2021-07-31")]
    assert items(FIVE, "release 2020-08-01 ground=pardon", kind="unconfirmed") == []


LISTED = "listing 2019-06-01 list=Terror action=listed"
TWO = "sentence 2018-01-01 penalty=imprisonment length=P2Y"
AFTER = {
    "still on it": ((TWO, LISTED), (426, 426)),
    "taken off": ((TWO, LISTED, "listing 2020-01-11 list=Terror action=delisted"), (10, 10)),
    "taken off between two snapshots": (
        (TWO, LISTED, "listing 2020-01-11/2020-01-21 list=Terror action=delisted"), (10, 20)),
    "on it and off and on again": (
        (TWO, LISTED,
            "listing 2020-01-11 list=Terror action=delisted", "listing 2021-02-20 list=Terror action=reissued"),
        (20, 20)),
    "a term known to the month": (("sentence 2018-01 penalty=imprisonment length=P2Y", LISTED), (396, 426)),
    "released, then still listed": ((FIVE, LISTED, "release 2021-02-01 ground=pardon"), (29, 29)),
}  # fmt: skip


@pytest.mark.parametrize("case", list(AFTER))
def test_days_on_the_list_after_the_sentence(case: str) -> None:
    facts, days = AFTER[case]
    assert [i.days for i in items(*facts, kind="listed_after_sentence")] == [days]


def test_nobody_is_counted_who_serves_or_was_never_sentenced() -> None:
    assert items(FIVE, LISTED, kind="listed_after_sentence") == []
    assert items(LISTED, kind="listed_after_sentence") == []


def test_until_leaves_out_what_comes_later_and_keeps_what_has_no_day() -> None:
    assert items(FIVE, kind="sentence_end", until=date(2024, 3, 2)) == []
    assert len(items(FIVE, kind="sentence_end", until=date(2024, 3, 3))) == 1
    assert len(items("sentence 2019-03-04 penalty=life", kind="sentence_end", until=date(2021, 3, 2))) == 1


def test_an_audience_sees_only_items_of_which_it_may_see_every_fact() -> None:
    assert (
        items(FIVE, kind="sentence_end", audience="public")
        == items(FIVE, kind="sentence_end", audience="partners")
        == []
    )


def test_the_id_stays_while_dates_move() -> None:
    office = Office()
    record = office.person("Una Veil", office.source("Chronicle"))
    office.say(record, FIVE)
    before = {i.id for i in due(fold(office), on=ON) if i.kind == "sentence_end"}
    office.say(record, "custody 2019-02-02 form=pretrial_detention")
    late = {i.id for i in due(fold(office), on=date(2025, 1, 1)) if i.kind == "sentence_end"}
    assert before == late

"""Review through the pages: decisions, somebody second, a dispute, bulk, undo, words marked by hand."""

from __future__ import annotations

import re
from datetime import date

from django.test import Client

from desk.invented import DAY, EDITOR, UPDATE, bring, moment
from habeas.desk import Selection, Workspace, accept_all, history, people, person, proposals, reject, same
from habeas.desk.writing import Written, write_claim

HX = {"HX-Request": "true"}


def proposal(office: Workspace, kind: str, name: str) -> str:
    return next(p.id for p in proposals(office, Selection(kind=kind)) if name in p.names)


def status(office: Workspace, name: str) -> str:
    return proposals(office, Selection(ids=(name,)), status=None)[0].status


def test_accepting_writes_a_claim_in_the_name_of_the_one_who_asks(office: Workspace, asked: Client) -> None:
    target = proposal(office, "sentence", "Aru Bekova")
    answer = asked.post(f"/review/{target}/accept/", headers=HX)
    assert (answer.status_code, status(office, target)) == (200, "accepted")
    assert [(r.action, r.member) for r in history(office, target)] == [("accept", "A. Monitor")]


def test_the_second_is_told_and_nothing_is_written(office: Workspace, asked: Client) -> None:
    target = proposal(office, "sentence", "Aru Bekova")
    reject(office, Selection(ids=(target,)), by=EDITOR, now=moment(5), why="no")
    head = office.journal.head()
    answer = asked.post(f"/review/{target}/accept/", headers=HX).content.decode()
    assert ("Somebody decided this first" in answer, EDITOR in answer) == (True, True)
    assert (office.journal.head(), status(office, target)) == (head, "rejected")


def test_correcting_one_that_somebody_decided_first_writes_nothing(office: Workspace, asked: Client) -> None:
    target = proposal(office, "sentence", "Aru Bekova")
    reject(office, Selection(ids=(target,)), by=EDITOR, now=moment(5), why="no")
    head = office.journal.head()
    answer = asked.post(f"/review/{target}/correct/", {"f-penalty": "imprisonment", "f-length": "P2Y"}, headers=HX)
    assert ("Somebody decided this first" in answer.content.decode(), office.journal.head()) == (True, head)


def test_a_correction_changes_only_what_the_form_changed(office: Workspace, asked: Client) -> None:
    target = proposal(office, "sentence", "Aru Bekova")
    form = {"f-penalty": "imprisonment", "f-length": "P4Y", "when": "2019-05-06", "why": "four years"}
    asked.post(f"/review/{target}/correct/", form, headers=HX)
    (fact,) = (f for f in person(office, "Aru Bekova", as_of=_day()).facts if f.kind == "sentence")
    assert (dict(fact.fields), fact.when) == ({"penalty": "imprisonment", "length": "P4Y"}, "2019-05-06")


def test_a_correction_of_several_people_reaches_each(office: Workspace, asked: Client) -> None:
    target = proposal(office, "sentence", "Dana Omar")
    form = {"f-penalty": "imprisonment", "f-length": "P1Y", "when": "2020-03-02"}
    answer = asked.post(f"/review/{target}/correct/", form, headers=HX)
    lengths = [
        f.fields["length"] for who in ("Bolat Karin", "Dana Omar") for f in person(office, who, as_of=_day()).facts
    ]
    assert (answer.status_code, lengths, status(office, target)) == (200, ["P1Y", "P1Y"], "corrected")
    asked.post("/review/undo/", headers=HX)
    assert status(office, target) == "open"


def test_a_form_that_changes_nothing_accepts(office: Workspace, asked: Client) -> None:
    target = proposal(office, "sentence", "Aru Bekova")
    form = {"f-penalty": "imprisonment", "f-length": "P5Y", "when": "2019-05-06"}
    asked.post(f"/review/{target}/correct/", form, headers=HX)
    assert status(office, target) == "accepted"


def test_bulk_and_undo_take_all_or_nothing(office: Workspace, asked: Client) -> None:
    ids = [p.id for p in proposals(office)][:4]
    asked.post("/review/bulk/", {"id": ids, "act": "accept"}, headers=HX)
    accepted = [status(office, i) for i in ids]
    answer = asked.post("/review/undo/", headers=HX).content.decode()
    assert (accepted, [status(office, i) for i in ids]) == (["accepted"] * 4, ["open"] * 4)
    assert answer.count('hx-swap-oob="true"') == 4
    assert "nothing to undo" in asked.post("/review/undo/", headers=HX).content.decode()


def test_a_dispute_joins_the_fact_that_the_source_contradicts(office: Workspace, asked: Client) -> None:
    accept_all(office, by=EDITOR, now=moment(5))
    text = "A second list from Arcadia, which says otherwise\nAru Bekova | sentence | 2019-06-01 | penalty=fine\n"
    bring(office, text, second=6, name="other.txt")
    office_same(office)
    target = proposal(office, "sentence", "Aru Bekova")
    form = asked.get(f"/review/{target}/dispute/", headers=HX).content.decode()
    fact = next(f.id for f in person(office, "Aru Bekova", as_of=_day()).facts if f.kind == "sentence")
    assert f'value="{fact}"' in form
    asked.post(f"/review/{target}/dispute/", {"fact": fact}, headers=HX)
    row = next(p for p in people(office, as_of=_day()) if p.name == "Aru Bekova")
    assert row.disputed == 1


def test_a_claim_written_by_hand_opens_the_person_and_can_be_undone(office: Workspace, asked: Client) -> None:
    from habeas.desk import document, sources

    source = sources(office)[0].source
    start = document(office, source).text.index("second edition")
    form = {
        "start": start, "end": start + 14, "kind": "custody", "f-form": "house_arrest", "when": "2020-05",
        "name": "Nur Newcomer", "attribution": "author", "modality": "alleged",
    }  # fmt: skip
    answer = asked.post(f"/review/{source}/written/", form, headers=HX)
    view = person(office, "Nur Newcomer", as_of=_day())
    claim = view.facts[0].claims[0]
    assert (answer.status_code, claim.passage, claim.rule, claim.modality) == (200, "second edition", "hand", "alleged")
    asked.post("/review/undo/", headers=HX)
    assert person(office, "Nur Newcomer", as_of=_day()).facts == ()


def test_a_claim_without_words_or_name_is_refused(office: Workspace, asked: Client) -> None:
    from habeas.desk import sources

    source = sources(office)[0].source
    for form in ({"start": 5, "end": 5, "name": "X"}, {"start": 0, "end": 10**7, "name": "X"}, {"start": 0, "end": 5}):
        answer = asked.post(f"/review/{source}/written/", {**form, "kind": "custody"}, headers=HX)
        assert (answer.status_code, answer["HX-Retarget"]) == (400, "#told")


def test_a_field_that_the_vocabulary_does_not_hold_is_told(office: Workspace, asked: Client) -> None:
    target = proposal(office, "sentence", "Aru Bekova")
    head = office.journal.head()
    answer = asked.post(f"/review/{target}/correct/", {"f-penalty": "imprisonment", "f-length": "five"}, headers=HX)
    assert (answer.status_code, office.journal.head()) == (400, head)


def test_without_scripts_a_button_leads_back_to_the_page(office: Workspace, asked: Client) -> None:
    target = proposal(office, "sentence", "Aru Bekova")
    answer = asked.post(f"/review/{target}/accept/", headers={"Referer": "http://localhost/review/"})
    assert (answer.status_code, answer["Location"], status(office, target)) == (
        302, "http://localhost/review/", "accepted",
    )  # fmt: skip


def test_a_new_source_waits_on_the_first_page(office: Workspace, asked: Client) -> None:
    bring(office, UPDATE, second=9, name="update.txt")
    assert asked.get("/").content.decode().count("proposals") == 2


def _day() -> date:
    return date.fromisoformat(DAY)


def office_same(office: Workspace) -> None:
    """Joins the people whom both sources name Aru Bekova, opening the second's record with a claim by hand."""
    texts = {p.persons[0]: p for p in proposals(office, status=None) if p.names == ("Aru Bekova",)}
    sex = {"attribute": "sex", "value": "f"}
    for record, read in texts.items():
        said = Written(read.span, "identity", sex, record=record)
        write_claim(office, read.document, said, by=EDITOR, now=moment(7))
    same(office, sorted(texts), by=EDITOR, now=moment(8), why="one person")


def test_proposals_are_sorted_by_how_sure_the_reading_is(office: Workspace, asked: Client) -> None:
    source = proposals(office, Selection())[0].document

    def order(how: str) -> list[float]:
        page = asked.get(f"/review/{source}/?order={how}").content.decode()
        return [float(found) for found in re.findall(r'class="sure"[^>]*>([0-9.]+)<', page)]

    assert order("surest") == sorted(order("text"), reverse=True)
    assert order("doubtful") == sorted(order("text"))
    assert len(set(order("text"))) > 1

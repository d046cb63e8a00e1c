"""From proposals to claims: what acceptance writes, what it leaves alone, and which fact it proposes."""

from __future__ import annotations

import pytest

from desk.invented import EDITOR, LIST, MONITOR, UPDATE, bring, moment, read_invented
from habeas.desk import (
    Selection,
    Workspace,
    accept,
    accept_all,
    accept_one,
    add_member,
    capture_bytes,
    members,
    proposals,
    read_source,
    read_sources,
    register,
    reject,
    same,
)
from habeas.desk.faults import NotFound, Refused
from habeas.desk.records import fact_id, record_id


def test_members_are_named_or_listed(ws: Workspace) -> None:
    with pytest.raises(NotFound) as error:
        accept_all(ws, by="C. Nobody", now=moment(2))
    assert error.value.exit_code == 3
    assert error.value.cause == "There is no member 'C. Nobody'. Members are: A. Monitor, B. Editor."
    assert add_member(ws, "a.  monitor", now=moment(3)) == members(ws)[0]
    assert [m.name for m in members(ws)] == ["A. Monitor", "B. Editor"]


def test_reading_again_neither_asks_again_nor_doubles(ws: Workspace) -> None:
    accept_all(ws, by=MONITOR, now=moment(2), selection=Selection(kind="sentence"))
    turned = proposals(ws, Selection(kind="charge"))[0].id
    reject(ws, Selection(ids=(turned,)), by=MONITOR, now=moment(3), why="no charge")
    before = {p.id: p.status for p in proposals(ws, status=None)}
    [again] = read_sources(ws, now=moment(4), reader=read_invented)
    assert (again.new, again.known, again.gone, again.persons) == (0, 9, 0, 4)
    assert {p.id: p.status for p in proposals(ws, status=None)} == before
    assert sorted(before.values()) == ["accepted"] * 3 + ["open"] * 5 + ["rejected"]


def test_what_a_later_reading_no_longer_makes_goes_unless_it_was_decided(ws: Workspace) -> None:
    accept_all(ws, by=MONITOR, now=moment(2), selection=Selection(kind="charge"))

    def lesser(document):  # type: ignore[no-untyped-def]
        made = read_invented(document)
        return type(made)(made.document, made.persons, tuple(c for c in made.claims if c.kind == "sentence"))

    source = proposals(ws)[0].document
    summary = read_source(ws, source[:12], now=moment(3), reader=lesser)
    assert (summary.new, summary.gone, dict(summary.by_kind)) == (0, 5, {"sentence": 3})
    assert {(p.kind, p.status) for p in proposals(ws, status=None)} == {("charge", "accepted"), ("sentence", "open")}


def test_each_person_of_a_proposal_gets_a_claim_of_their_own(ws: Workspace) -> None:
    [both] = [p for p in proposals(ws) if len(p.persons) == 2]
    done = accept(ws, Selection(ids=(both.id,)), by=MONITOR, now=moment(2))
    assert (done.claims, done.records, done.bulk) == ((f"{both.id}.1", f"{both.id}.2"), both.persons, False)
    assert both.persons == tuple(record_id(both.document, name) for name in ("Bolat Karin", "Dana Omar"))
    assert done.facts == tuple(fact_id(claim) for claim in done.claims)
    held = register(ws).claims
    assert {held[c].case for c in done.claims} == {both.id}
    assert [held[c].record for c in done.claims] == list(both.persons)
    assert held[done.claims[0]].document == both.document
    assert LIST[slice(*held[done.claims[0]].span)] == both.passage


def test_records_are_opened_once(ws: Workspace) -> None:
    first = accept(ws, Selection(person="Bekova", kind="sentence"), by=MONITOR, now=moment(2))
    rest = accept(ws, Selection(person="Bekova"), by=MONITOR, now=moment(3))
    assert (len(first.records), len(rest.records), len(rest.claims)) == (1, 0, 2)


def test_a_bulk_acceptance_names_a_member_and_is_marked(ws: Workspace) -> None:
    done = accept_all(ws, by="b. editor", now=moment(2))
    held = register(ws)
    assert (len(done.claims), done.bulk) == (10, True)
    assert {(c.bulk, held.members[c.author]) for c in held.claims.values()} == {(True, EDITOR)}
    assert proposals(ws) == ()


def test_accepting_again_changes_nothing_and_says_so(ws: Workspace) -> None:
    accept_all(ws, by=MONITOR, now=moment(2))
    head = ws.journal.head()
    some = proposals(ws, status=None)[0].id
    again = accept(ws, Selection(ids=(some,)), by=EDITOR, now=moment(3))
    assert (again.claims, again.already) == ((), (some,))
    assert accept_all(ws, by=EDITOR, now=moment(3)).entries == ()
    assert ws.journal.head() == head


@pytest.mark.parametrize(
    ("selection", "count"),
    [
        (Selection(kind="sentence"), 3),
        (Selection(rule="charge.invented"), 1),
        (Selection(person="OMAR"), 3),
        (Selection(person="Karin", kind="sentence"), 1),
        (Selection(min_confidence=0.7), 8),
        (Selection(document="0000"), 0),
        (Selection(), 9),
    ],
)
def test_filters(ws: Workspace, selection: Selection, count: int) -> None:
    assert len(proposals(ws, selection)) == count
    assert len(proposals(ws, selection, limit=2)) == min(2, count)


def test_an_unknown_proposal_is_not_found(ws: Workspace) -> None:
    with pytest.raises(NotFound, match="c-none"):
        accept(ws, Selection(ids=("c-none",)), by=MONITOR, now=moment(2))


def test_sensitive_kinds_and_minors_start_above_the_team(ws: Workspace) -> None:
    young = "A young person\nNur Ali | identity | | attribute=birth, value=2004-02-02\nNur Ali | charge | | article=1\n"
    old = "Old Ali | identity | | attribute=birth, value=2003-01\nOld Ali | charge | | article=1\n"
    bring(ws, young + old, second=3)
    accept_all(ws, by=MONITOR, now=moment(4))
    held = register(ws)
    levels = {(held.people[held.person_of[c.record]].name, c.kind): c.level for c in held.claims.values()}
    assert levels["Nur Ali", "charge"] == levels["Nur Ali", "identity"] == levels["Dana Omar", "health"] == 3
    assert levels["Old Ali", "charge"] == levels["Dana Omar", "sentence"] == 2
    opened = {e.body.content["name"]: e.body.level for e in ws.journal.read() if e.body and e.action == "record_opened"}
    assert (opened["Nur Ali"], opened["Old Ali"]) == (3, 2)


def test_claims_of_joined_people_support_one_fact(ws: Workspace) -> None:
    accept_all(ws, by=MONITOR, now=moment(2))
    bring(ws, UPDATE, second=3, name="update.txt")
    update = {p.kind: p for p in proposals(ws)}
    listed = record_id(proposals(ws, status="accepted")[0].document, "Aru Bekova")
    accept(ws, Selection(ids=(update["custody"].id,)), by=MONITOR, now=moment(4))
    same(ws, [listed, update["custody"].persons[0]], by=MONITOR, now=moment(5), why="one person")
    [fact] = accept(ws, Selection(ids=(update["sentence"].id,)), by=MONITOR, now=moment(6)).facts
    held = register(ws)
    assert len(held.facts[fact].claims) == 2
    assert (held.facts[fact].when.text, held.facts[fact].disputed) == ("2019-05-06", False)  # type: ignore[union-attr]


def test_a_member_may_name_the_fact(ws: Workspace) -> None:
    accept_all(ws, by=MONITOR, now=moment(2), selection=Selection(person="Bekova"))
    bring(ws, "More of it\nAru Bekova | sentence | 2019-07 | penalty=imprisonment, length=P6Y\n", second=3)
    mine, other = proposals(ws, Selection(person="Bekova"))[0], proposals(ws, Selection(kind="health"))[0]
    sentence = next(f.id for f in register(ws).facts.values() if f.kind == "sentence")
    with pytest.raises(Refused):
        accept_one(ws, mine.id, by=MONITOR, now=moment(4), fact=sentence)
    with pytest.raises(NotFound):
        accept_one(ws, other.id, by=MONITOR, now=moment(4), fact="f-0000000000")
    people = [p.id for p in register(ws).people.values()]
    accept_one(ws, mine.id, by=MONITOR, now=moment(5), fact="new")
    same(ws, [*people, mine.persons[0]], by=MONITOR, now=moment(6), why="one person")
    bring(ws, "Yet more\nAru Bekova | sentence | 2019-05-06 | penalty=imprisonment, length=P4Y\n", second=7)
    third = proposals(ws, Selection(person="Bekova"))[0]
    accept_one(ws, third.id, by=MONITOR, now=moment(8), fact="new")
    same(ws, [mine.persons[0], third.persons[0]], by=MONITOR, now=moment(9), why="one person")
    assert len([f for f in register(ws).facts.values() if f.kind == "sentence"]) == 3


def test_claims_are_about_claims_of_the_same_person(ws: Workspace) -> None:
    def linked(document):  # type: ignore[no-untyped-def]
        made = read_invented(document)
        one, two = made.claims
        object.__setattr__(two, "of", (one.id, "c-absent"))
        return made

    text = "Two of them\nRia Sol; Tom Ash | charge | | article=5\nTom Ash; Ria Sol | sentence | 2020 | penalty=fine\n"
    source = capture_bytes(ws, text.encode(), name="x.txt", by=MONITOR, now=moment(2)).source
    read_source(ws, source, now=moment(2), reader=linked)
    charge, sentence = proposals(ws, Selection(document=source))
    accept(ws, Selection(document=source), by=MONITOR, now=moment(3))
    held = register(ws).claims
    assert [held[f"{sentence.id}.{n}"].of for n in (1, 2)] == [(f"{charge.id}.2",), (f"{charge.id}.1",)]


def test_the_text_is_shown_around_the_passage(ws: Workspace) -> None:
    first = proposals(ws)[0]
    assert first.before == LIST.splitlines(keepends=True)[0]
    assert first.passage == LIST.splitlines()[1]
    assert LIST.startswith(first.before + first.passage + first.after)
    assert first.names == ("Aru Bekova",)

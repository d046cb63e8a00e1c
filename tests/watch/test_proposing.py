"""What a list says of people of the register: candidates with reasons, and proposals that open no other record."""

from __future__ import annotations

from datetime import date

from habeas.evidence import Document
from habeas.register import Register, fold
from habeas.watch import ListEntry, Proposed, Snapshot, known_people, propose, screen
from habeas.watch.notices import NOTICES
from simulator.office import Office

UNA = ListEntry("Veil Una", birth="1980-02-03", identifier="1", since="2019-05-06", span=(30, 40))
OTHERS = (ListEntry("Bo Holm", birth="1990"), ListEntry("Light", "organisation"), ListEntry("Una Veil", "organisation"))
TEXT = "The list of Lorn as of a day. " + "x" * 70


def people() -> Register:
    office = Office()
    source = office.source("Chronicle")
    una = office.person("Una Veil", source)
    office.accept(una, "identity", None, attribute="birth", value="1980-02-03")
    office.person("Bo Holm", source, role="official")
    return fold(office)


def snapshot(*entries: ListEntry, on: str | None = "2021-02-01", name: str = "Lorn's list") -> Snapshot:
    return Snapshot.of(name, date.fromisoformat(on) if on else None, entries, source="s", head=(0, 29))


def proposed(*series: Snapshot) -> Proposed:
    return propose(Document.from_text(TEXT, sha256="s"), series, known_people(people()))


def said(found: Proposed) -> list[tuple[str, str | None, tuple[int, int], str]]:
    return [(c.fields["action"], c.when, c.span, c.attribution) for c in found.reading.claims]


def test_people_are_looked_up_by_any_spelling_and_officials_are_not() -> None:
    hits = screen(known_people(people()), snapshot(UNA, *OTHERS))
    assert [(h.entry, h.namesakes) for h in hits] == [(UNA, 0)]
    cyrillic = ListEntry("ВЕЙЛ УНА", birth="1980-02-03")
    assert [h.entry for h in screen(known_people(people()), snapshot(cyrillic, *OTHERS))] == [cyrillic]


def test_a_namesake_born_on_another_day_is_no_candidate() -> None:
    assert screen(known_people(people()), snapshot(ListEntry("Una Veil", birth="1955-07-08"))) == ()


def test_the_first_snapshot_proposes_that_people_are_listed() -> None:
    found = proposed(snapshot(UNA, *OTHERS))
    assert said(found) == [("listed", "2019-05-06", (30, 40), "official")]
    assert [p.name for p in found.reading.persons] == ["Veil Una"]


def test_a_deletion_is_proposed_with_the_head_of_the_list_that_lacks_the_entry() -> None:
    found = proposed(snapshot(UNA, *OTHERS, on="2021-01-01"), snapshot(*OTHERS))
    assert said(found) == [("delisted", "2021-01-02/2021-02-01", (0, 29), "official")]
    assert [p.name for p in found.reading.persons] == ["Veil Una"]


def test_what_comes_back_is_reissued() -> None:
    undated = ListEntry("Veil Una", birth="1980-02-03", identifier="1", span=(30, 40))
    series = (snapshot(undated, on="2020-01-01"), snapshot(*OTHERS, on="2020-06-01"), snapshot(undated))
    assert said(proposed(*series)) == [("reissued", "2020-06-02/2021-02-01", (30, 40), "official")]


def test_what_did_not_change_is_not_proposed_again() -> None:
    found = proposed(snapshot(UNA, on="2021-01-01"), snapshot(UNA, *OTHERS))
    assert (said(found), found.reading.persons) == ([], ())


def test_a_notice_is_the_word_of_a_body() -> None:
    found = proposed(snapshot(UNA, name=NOTICES))
    assert said(found) == [("listed", "2019-05-06", (30, 40), "body")]


def test_an_entry_that_was_perhaps_only_rewritten_is_proposed_with_little_confidence() -> None:
    old = ListEntry("Veil Una", birth="1980-02-03", details=(("note", "x"),))
    new = ListEntry("Veil Una", birth="1980-02-03", details=(("note", "y"),))
    first, sure = (c.confidence for c in proposed(snapshot(old)).reading.claims), 0.8
    assert [c > sure for c in first] == [True]
    assert [c.confidence < 0.2 for c in proposed(snapshot(old, on="2021-01-01"), snapshot(new)).reading.claims] == [
        True,
        True,
    ]


def test_namesakes_of_a_list_keep_their_ids_whoever_of_them_is_found() -> None:
    namesake = ListEntry("Veil Una", birth="1955-07-08", identifier="9", span=(50, 60))
    found = proposed(snapshot(namesake, UNA))
    assert [(p.id, p.mentions) for p in found.reading.persons] == [("p1", ((50, 60),)), ("p2", ((30, 40),))]
    assert [c.persons for c in found.reading.claims] == [("p2",)]

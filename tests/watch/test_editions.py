"""Editions: every entry, exit and change between them is found and explained; what is not explained is a residual."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from habeas.figures import count
from habeas.register import fold
from habeas.watch.editions import NotAnEdition, compare_lists, compare_own, follows, from_bytes, take
from habeas.watch.editions.edition import Edition, Member
from simulator.office import Office

JANUARY, JUNE, DECEMBER = date(2021, 1, 31), date(2021, 6, 30), date(2021, 12, 31)
LIST = "Lamp"


def frozen(office: Office, name: str, day: date, lists=(LIST,)) -> Edition:
    """The edition of a day, as known now."""
    register = fold(office.entries)
    return take(register, count(register, as_of=day, lists=lists), name=name, lists=lists, as_of=day, known_at="now")


@pytest.fixture
def made():
    """Three editions of an invented list with known changes between them."""
    office = Office()
    lamp = office.source("The Lamp, January")
    people = {n: office.person(n, lamp) for n in ("Odo Brandt", "Vera Quist", "Jon Aster", "Pia Holm", "Rolf Egge")}
    for record in people.values():
        office.listed(record)
    odo = office.accept(people["Odo Brandt"], "sentence", "2019-05-14", penalty="imprisonment", length="P6Y")
    office.accept(people["Vera Quist"], "sentence", "2020-03-01", penalty="imprisonment", length="P4Y")
    office.accept(people["Jon Aster"], "sentence", "2020-06-01", penalty="restriction_of_liberty", length="P3Y")
    first = frozen(office, "January", JANUARY)
    # event: Pia is arrested in March; late news: Rolf was in prison all the time; correction: Odo's term was misread
    office.accept(people["Pia Holm"], "custody", "2021-03-05", form="pretrial_detention")
    office.accept(people["Rolf Egge"], "sentence", "2020-10-10", penalty="imprisonment", length="P5Y")
    office.correct(odo, fields={"penalty": "suspended", "length": "P6Y"})
    # entry: somebody new; exit with a reason; joining: a second record of Vera brings nobody new
    gazette = office.source("Gazette", published="2021-05-05")
    nils = office.person("Nils Ohm", gazette)
    office.listed(nils, "2021-04-04")
    office.accept(nils, "sentence", "2021-04-01", penalty="imprisonment", length="P2Y")
    office.do(
        "recognise", record=people["Jon Aster"], list=LIST, step="left", reason="called for violence", when="2021-05-01"
    )
    vera = office.person("V. Quist", gazette)
    office.do("same", records=[people["Vera Quist"], vera], why="same case")
    second = frozen(office, "June", JUNE)
    # event: Vera is released; her status changes, nobody enters or leaves
    office.accept(people["Vera Quist"], "release", "2021-09-09", ground="pardon")
    third = frozen(office, "December", DECEMBER)
    return office, people, (first, second, third)


def parts(found, figure):
    """Cause -> change of one figure, without the zeroes."""
    move = next(m for m in found.moves if m.figure == figure)
    return {p.cause: p.change for p in move.parts if p.change}


def test_who_entered_and_who_left_and_why(made):
    office, _, (first, second, _) = made
    found = compare_own(first, second, office.entries)
    assert [x.name for x in found.entered] == ["Nils Ohm"]
    assert [(x.name, x.why) for x in found.left] == [("Jon Aster", ("called for violence",))]
    assert found.unexplained == ()


def test_each_change_of_status_stands_with_the_facts_it_rests_on(made):
    office, _, (first, second, third) = made
    found = {x.name: (x.before, x.after) for x in compare_own(first, second, office.entries).altered}
    assert found == {
        "Odo Brandt": ("in_prison", "suspended_or_probation"),
        "Pia Holm": ("unknown", "pretrial"),
        "Rolf Egge": ("unknown", "in_prison"),
    }
    later = compare_own(second, third, office.entries).altered
    assert [(x.name, x.after, x.because) for x in later] == [
        ("Vera Quist", "free", ("Release: pardon; 9 September 2021",))
    ]


def test_a_figure_moves_by_events_late_news_and_corrections_that_add_up(made):
    office, _, (first, second, third) = made
    found = compare_own(first, second, office.entries)
    # January held Odo and Vera; Rolf is late news, Odo a correction, Pia and Nils events.
    assert parts(found, "political_prisoners") == {"late_news": 1, "corrections": -1, "events": 2}
    assert parts(found, "listed") == {"events": 0} or parts(found, "listed") == {}
    assert found.residual == ()
    for move in found.moves:
        assert move.after - move.before == sum(p.change for p in move.parts)
    assert parts(compare_own(second, third, office.entries), "political_prisoners") == {"events": -1}


def test_two_who_became_one_are_told_as_joined(made):
    office, people, _ = made
    twin = office.person("Rolf Eggé", office.source("Letter"))
    office.listed(twin, "2021-01-31")
    before = frozen(office, "before", JUNE)
    office.do("same", records=[people["Rolf Egge"], twin], why="one passport")
    found = compare_own(before, frozen(office, "after", JUNE), office.entries)
    assert [x.why for x in found.left] == [("one person with Rolf Egge, by a decision of a member",)] or [
        x.why for x in found.left
    ] == [("one person with Rolf Eggé, by a decision of a member",)]
    assert parts(found, "listed") == {"merges": -1}
    assert found.residual == ()


def test_who_leaves_without_a_reason_is_named(made):
    office, people, (_, second, _) = made
    office.do("recognise", record=people["Pia Holm"], list=LIST, step="left", when="2021-07-07")
    found = compare_own(second, frozen(office, "later", DECEMBER), office.entries)
    assert [x.name for x in found.unexplained] == ["Pia Holm"]


def test_a_withdrawn_recognition_tells_its_reason(made):
    office, people, (_, second, _) = made
    fact = fold(office.entries).recognitions[people["Pia Holm"]][0].id
    office.do("withdraw", fact=fact, why="taken for a namesake")
    found = compare_own(second, frozen(office, "later", JUNE), office.entries)
    assert [(x.name, x.why) for x in found.left] == [("Pia Holm", ("taken for a namesake",))]


def test_a_change_without_an_entry_is_a_residual(made):
    office, _, (first, second, _) = made
    number = first.numbers["political_prisoners"]
    slipped = replace(number, value=number.value + 1, low=number.low + 1, high=number.high + 1)
    tampered = replace(first, numbers={**first.numbers, "political_prisoners": slipped})
    found = compare_own(tampered, second, office.entries)
    assert [(m.figure, m.residual) for m in found.residual] == [("political_prisoners", -1)]
    at_first = fold([e for e in office.entries if e.header.seq <= first.heads[e.header.feed]])
    assert follows(tampered, at_first) == ["political_prisoners"]
    assert follows(first, at_first) == []


def test_somebody_exchanged_without_an_entry_is_a_residual_though_the_number_stays(made):
    office, people, (first, second, _) = made
    number = first.numbers["political_prisoners"]
    swapped = replace(number, counted=tuple(sorted((*number.counted[:-1], people["Pia Holm"]))))
    tampered = replace(first, numbers={**first.numbers, "political_prisoners": swapped})
    assert [m.figure for m in compare_own(tampered, second, office.entries).residual] == ["political_prisoners"]


def test_another_definition_is_told_as_one(made):
    office, _, (first, second, _) = made
    number = first.numbers["political_prisoners"]
    old = replace(number, definition="0" * 16, value=number.value + 2)
    found = compare_own(replace(first, numbers={**first.numbers, number.name: old}), second, office.entries)
    assert parts(found, "political_prisoners")["definition"] == -2
    assert found.residual == ()


def test_an_edition_comes_back_from_its_bytes(made):
    _, _, editions = made
    for edition in editions:
        assert from_bytes(edition.to_bytes()) == edition
        assert from_bytes(edition.to_bytes()).to_bytes() == edition.to_bytes()


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b'{"kind": "habeas-edition", "format": 99}', b"\xff"])
def test_other_bytes_are_no_edition(data):
    with pytest.raises(NotAnEdition):
        from_bytes(data)


def others(names) -> Edition:
    """Somebody else's list: names alone."""
    members = {f"row-{n}": Member(f"row-{n}", name, (name,), (), "", "", {}) for n, name in enumerate(names)}
    return Edition("others", ("others",), JUNE, "", {}, members, {}, own=False)


def test_a_list_of_others_is_compared_across_spellings():
    ours = ["Mukhtar Dzhakishev", "Aset Nurzhaubay", "Kenzhebek Abishev", "Gulzipa Dzhaukerova", "Almat Zhumagulov"]
    theirs = ["Джакишев Мухтар", "Әсет Нұржаубай", "Абишев Кенжебек", "Гульзипа Джаукерова", "Алмат Жумагулов"]
    found = compare_lists(others(ours), others([*theirs, "Aron Atabek"]))
    assert ([x.name for x in found.left], [x.name for x in found.entered]) == ([], ["Aron Atabek"])
    assert found.stayed == 5


def test_namesakes_of_other_given_names_are_not_taken_for_one():
    found = compare_lists(others(["Aset Abishev"]), others(["Kenzhebek Abishev"]))
    assert ([x.name for x in found.left], [x.name for x in found.entered]) == (["Aset Abishev"], ["Kenzhebek Abishev"])


def test_the_comparison_as_json(made):
    office, _, (first, second, _) = made
    said = json.loads(json.dumps(compare_own(first, second, office.entries).to_json()))
    assert (said["a"]["name"], said["b"]["name"], len(said["entered"])) == ("January", "June", 1)

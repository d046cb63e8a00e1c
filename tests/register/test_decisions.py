"""What the fold does with decisions: corrections, withdrawals, disputes, conflicts, groups, levels."""

from __future__ import annotations

from datetime import date

import pytest

from habeas.register import NotInRegister, Register, fold, heads_known_at, recognised
from simulator.country import orlenia
from simulator.office import Office


def office() -> tuple[Office, str, str]:
    made = Office()
    source = made.source("Chronicle")
    return made, source, made.person("Una Veil", source)


def test_a_correction_keeps_both_readings() -> None:
    o, _, una = office()
    claim = o.accept(una, "sentence", "2019-03-04", penalty="imprisonment", length="P5Y")
    o.correct(claim, fields={"length": "P6Y"})
    held = fold(o).claims[claim]
    assert (held.reading.fields["length"], held.reading.fields["penalty"]) == ("P6Y", "imprisonment")
    assert [r.fields["length"] for r in held.earlier] == ["P5Y"]


def test_withdrawing_a_correction_gives_the_first_reading_back() -> None:
    o, _, una = office()
    claim = o.accept(una, "sentence", "2019-03-04", penalty="imprisonment", length="P5Y")
    decision = o.correct(claim, when="2019-03-05")
    withdrawal = o.withdraw(decision=decision)
    assert str(fold(o).claims[claim].reading.when) == "2019-03-04"
    assert fold(o).withdrawn == {decision: withdrawal}
    o.withdraw(decision=withdrawal)
    assert str(fold(o).claims[claim].reading.when) == "2019-03-05"


@pytest.mark.parametrize("what", ["claim", "fact", "decision"])
def test_a_withdrawn_claim_fact_or_decision_leaves_no_fact(what: str) -> None:
    o, _, una = office()
    claim = o.accept(una, "charge", None, article="88")
    target = {"claim": claim, "fact": o.facts[claim], "decision": o.accepted[claim]}[what]
    withdrawal = o.withdraw(**{what: target})
    register = fold(o)
    assert (dict(register.facts), dict(register.claims)) == ({}, {})
    assert register.withdrawn == {target: withdrawal}


def test_a_fact_may_be_told_anew_after_it_was_withdrawn() -> None:
    o, _, una = office()
    first = o.accept(una, "charge", None, article="88")
    o.withdraw(fact=o.facts[first])
    second = o.accept(una, "charge", None, fact=o.facts[first], article="88")
    assert fold(o).facts[o.facts[first]].claims == (second,)


def test_claims_that_agree_make_one_reading_with_the_narrowest_date() -> None:
    o, _, una = office()
    first = o.accept(una, "sentence", "2019", penalty="imprisonment", court="town court")
    o.accept(
        una, "sentence", "2019-03-04", fact=o.facts[first], penalty="imprisonment", length="P5Y", court="Town Court"
    )
    fact = fold(o).facts[o.facts[first]]
    assert (fact.disputed, str(fact.when), fact.fields["length"], fact.fields["court"]) == (
        False,
        "2019-03-04",
        "P5Y",
        "town court",
    )


@pytest.mark.parametrize(
    ("when", "fields", "modality"),
    [
        ("2019-03-04", {"penalty": "imprisonment", "length": "P6Y"}, "happened"),
        ("2020-03-04", {"penalty": "imprisonment", "length": "P5Y"}, "happened"),
        ("2019-03-04", {"penalty": "imprisonment", "length": "P5Y"}, "denied"),
    ],
)
def test_claims_that_conflict_are_disputed_until_one_is_preferred(
    when: str, fields: dict[str, str], modality: str
) -> None:
    o, _, una = office()
    first = o.accept(una, "sentence", "2019-03-04", penalty="imprisonment", length="P5Y")
    second = o.accept(una, "sentence", when, fact=o.facts[first], modality=modality, **fields)
    disputed = fold(o).facts[o.facts[first]]
    assert (disputed.disputed, len(disputed.readings), disputed.others) == (True, 2, ())
    o.do("prefer", fact=o.facts[first], claim=second, why="the verdict says so")
    settled = fold(o).facts[o.facts[first]]
    assert (settled.disputed, settled.preferred, len(settled.others)) == (False, second, 1)
    assert settled.readings[0] == fold(o).claims[second].reading


def rivals() -> tuple[Office, Office, str, list[str]]:
    """Two offices correct the same acceptance differently."""
    o, _, una = office()
    claim = o.accept(una, "sentence", "2019-03-04", penalty="imprisonment", length="P5Y")
    other = Office("lind", start="2021-03-02T08:00:00Z")
    ours = o.correct(claim, fields={"length": "P6Y"})
    theirs = other.do("correct", claim=claim, fields={"length": "P7Y"}, why="misread", replaces=o.accepted[claim])
    return o, other, claim, [ours, theirs]


def test_two_decisions_that_replace_one_are_a_conflict_and_neither_holds() -> None:
    o, other, claim, both = rivals()
    for entries in ([*o, *other], [*other, *o], [*reversed(o.entries), *reversed(other.entries)]):
        register = fold(entries)
        assert register.claims[claim].reading.fields["length"] == "P5Y"
        assert [(c.about, c.candidates) for c in register.conflicts] == [(o.accepted[claim], tuple(both))]


def test_withdrawing_one_of_two_rivals_lets_the_other_hold() -> None:
    o, other, claim, both = rivals()
    o.withdraw(decision=both[0])
    register = fold([*o, *other])
    assert (register.conflicts, register.claims[claim].reading.fields["length"]) == ((), "P7Y")


def test_rivals_that_say_the_same_are_no_conflict() -> None:
    o, _, una = office()
    claim = o.accept(una, "charge", None, article="88")
    other = Office("lind", start="2021-03-02T08:00:00Z")
    o.correct(claim, fields={"article": "89"})
    other.do("correct", claim=claim, fields={"article": "89"}, why="of course", replaces=o.accepted[claim])
    register = fold([*o, *other])
    assert (register.conflicts, register.claims[claim].reading.fields["article"]) == ((), "89")


def test_records_joined_are_one_person_and_old_ids_lead_there() -> None:
    o, _, una = office()
    gazette = o.source("Gazette")
    ula = o.person("Ula Veil", gazette)
    join = o.do("same", records=[una, ula], why="one case number")
    register = fold(o)
    person = register.person(max(una, ula))
    assert (person.id, person.records, set(person.names)) == (min(una, ula), (una, ula), {"Una Veil", "Ula Veil"})
    o.withdraw(decision=join)
    assert sorted(fold(o).people) == sorted([una, ula])


def test_an_unknown_id_is_not_found() -> None:
    o, _, _ = office()
    with pytest.raises(NotInRegister):
        fold(o).resolve("r-nobody")
    with pytest.raises(NotInRegister):
        fold(o).person("r-nobody")


def test_different_after_same_changes_nothing_and_is_a_conflict() -> None:
    o, source, una = office()
    ula = o.person("Ula Veil", source)
    join = o.do("same", records=[una, ula], why="same face")
    apart = o.do("different", records=[una, ula], why="different birthdays")
    register = fold(o)
    assert (len(register.people), [(c.about, c.candidates) for c in register.conflicts]) == (1, [(join, (apart,))])
    o.withdraw(decision=join)
    assert (len(fold(o).people), fold(o).conflicts) == (2, ())


def split_person() -> tuple[Office, str, str, str, str, str]:
    o, source, una = office()
    before = o.accept(una, "charge", None, article="88")
    o.do("release", facts=[o.facts[before]], level=0, basis=f"source:{source}")
    gazette = o.source("Gazette")
    ula = o.person("Ula Veil", gazette)
    o.do("same", records=[una, ula], why="one case number")
    since = o.accept(ula, "custody", "2020-02", form="pretrial_detention")
    release = o.do("release", facts=[o.facts[since]], level=0, basis=f"source:{gazette}")
    o.do("split", records=[ula], why="two people")
    return o, una, ula, before, since, release


def test_a_split_lists_what_was_decided_since_the_join_and_drops_it_to_level_2() -> None:
    o, una, ula, before, since, release = split_person()
    register = fold(o)
    assert sorted(register.people) == sorted([una, ula])
    assert (register.claims[before].level, register.claims[since].level) == (0, 2)
    assert [u.entry for u in register.unassigned] == [o.accepted[since], release]


def test_what_a_split_left_open_is_assigned_by_deciding_anew() -> None:
    o, _, _, _, since, _ = split_person()
    o.do("release", facts=[o.facts[since]], level=1, basis="mandate:m-1")
    assert (fold(o).unassigned, fold(o).claims[since].level) == ((), 1)


def test_a_fact_whose_claims_belong_to_two_people_is_told_as_two() -> None:
    o, _, una = office()
    gazette = o.source("Gazette")
    ula = o.person("Ula Veil", gazette)
    o.do("same", records=[una, ula], why="one case number")
    first = o.accept(una, "charge", None, article="88")
    second = o.accept(ula, "charge", None, fact=o.facts[first], article="88")
    assert fold(o).facts[o.facts[first]].claims == (first, second)
    o.do("split", records=[ula], why="two people")
    register = fold(o)
    assert register.facts[o.facts[first]].claims == (first,)
    assert [f.claims for f in register.facts_of(ula)] == [(second,)]


def test_facts_joined_are_one_under_the_smallest_id() -> None:
    o, _, una = office()
    first = o.accept(una, "charge", None, article="88")
    second = o.accept(una, "charge", "2019", article="88")
    ids = sorted(o.facts[c] for c in (first, second))
    o.do("same", facts=ids, why="one indictment")
    register = fold(o)
    assert (list(register.facts), register.resolve(ids[1])) == ([ids[0]], ids[0])


def test_levels_start_at_two_and_health_relation_and_a_minor_at_three() -> None:
    o, _, una = office()
    claims = [
        o.accept(una, "charge", None, article="88"),
        o.accept(una, "health", None, condition="asthma"),
        o.accept(una, "relation", None, other="a sister", tie="sibling"),
        o.accept(una, "charge", None, level=3, article="90"),
        o.accept(una, "charge", None, level=0, article="91"),
    ]
    register = fold(o)
    assert [register.claims[c].level for c in claims] == [2, 3, 3, 3, 2]


def test_a_fact_has_the_highest_level_of_its_claims() -> None:
    o, source, una = office()
    first = o.accept(una, "charge", None, article="88")
    o.do("release", facts=[o.facts[first]], level=0, basis=f"source:{source}")
    assert fold(o).facts[o.facts[first]].level == 0
    o.accept(una, "charge", None, fact=o.facts[first], article="88")
    assert fold(o).facts[o.facts[first]].level == 2


def test_a_withdrawn_basis_takes_back_what_it_released_and_releases_nothing_more() -> None:
    o, _, una = office()
    fact = o.accept_fact(una, "charge", None, article="88")
    o.do("release", facts=[fact], level=0, basis="mandate:m-1")
    o.do("basis_withdrawn", basis="mandate:m-1", why="the family asked")
    assert fold(o).facts[fact].level == 2
    o.do("release", facts=[fact], level=0, basis="mandate:m-1")
    assert fold(o).facts[fact].level == 2
    o.do("release", facts=[fact], level=0, basis="mandate:m-2")
    assert fold(o).facts[fact].level == 0


def test_recognition_by_decision_holds_from_its_day_until_the_list_lets_go() -> None:
    o, _, una = office()
    o.do("recognise", record=una, list="own", step="entered", category=None, tier=None, reason=None, when="2020-05-01")
    o.do("recognise", record=una, list="own", step="left", category=None, tier=None, reason=None, when="2020-09-01")
    days = ["2020-04-30", "2020-05-01", "2020-08-31", "2020-09-01"]
    register = fold(o)
    assert [recognised(register, una, "own", date.fromisoformat(d)) for d in days] == [False, True, True, False]


def test_known_at_a_head_and_said_by_a_day() -> None:
    o, _, una = office()
    fact = o.accept_fact(una, "charge", None, article="88")
    gazette = o.source("Gazette", published="2021-02-05")
    ula = o.person("Ula Veil", gazette)
    late = o.accept_fact(ula, "charge", None, article="89")
    earlier = fold(o, until={"orla": len(o.entries) - 1})
    assert (list(earlier.facts), list(fold(o).facts)) == ([fact], [fact, late])
    assert list(fold(o, said_by=date(2021, 2, 1)).facts) == [fact]
    assert list(fold(o, said_by=date(2021, 2, 5)).facts) == [fact, late]


def test_another_feed_is_known_from_when_it_was_received() -> None:
    o, _, _ = office()
    other = Office("lind")
    o.do("received", feed="lind", head={"seq": 1, "hash": "0" * 64}, **{"from": "courier"})
    instant = o.entries[-1].header.at
    assert heads_known_at([*o, *other], feed="orla", instant=instant) == {"orla": len(o.entries), "lind": 1}
    before = o.entries[-2].header.at
    assert heads_known_at([*o, *other], feed="orla", instant=before) == {"orla": len(o.entries) - 1}


def test_orlenia_disputes_one_release_and_nothing_else() -> None:
    country = orlenia()
    register: Register = fold(country.office)
    assert [f.id for f in register.facts.values() if f.disputed] == [country.facts["rolf release"]]
    assert (register.conflicts, register.unassigned) == ((), ())


def test_an_erased_acceptance_leaves_no_claim_and_the_heads_stay() -> None:
    o, _, una = office()
    claim = o.accept(una, "charge", None, article="88")
    o.do("erased", entries=[o.accepted[claim]], ground="court order")
    register = fold(o)
    assert (dict(register.claims), register.heads) == ({}, {"orla": len(o.entries)})


def twice_accepted(article: str) -> Register:
    o, source, una = office()
    other = Office("lind", start="2021-03-02T08:00:00Z")
    o.accept(una, "charge", None, claim="c-1", offset=10, article="88")
    other.accept(una, "charge", None, claim="c-1", offset=10, source=source, article=article)
    return fold([*o, *other])


def test_one_claim_accepted_alike_by_two_offices_is_one() -> None:
    register = twice_accepted("88")
    assert (list(register.claims), register.conflicts) == (["c-1"], ())


def test_one_claim_accepted_differently_by_two_offices_is_a_conflict_and_not_taken_in() -> None:
    register = twice_accepted("89")
    assert (list(register.claims), [c.about for c in register.conflicts]) == ([], ["accept c-1"])


def test_a_rejection_that_replaces_an_acceptance_takes_the_claim_out() -> None:
    o, source, una = office()
    claim = o.accept(una, "charge", None, article="88")
    rejection = o.do("reject", proposal=claim, document=source, why="another man", replaces=o.accepted[claim])
    register = fold(o)
    assert (list(register.claims), dict(register.rejected)) == ([], {claim: rejection})

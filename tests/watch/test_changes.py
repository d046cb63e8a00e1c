"""Two snapshots compared: old and changes give new, the same gives nothing, an identifier ties, a name alone does
not.
"""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from habeas.watch import ListEntry, Snapshot, applied, compare, events, steps

NAMES = ("Una Veil", "Уна Вейл", "Ora Lind", "Bo Holm", "Bo Holmova", "Q")
ENTRIES = st.builds(
    ListEntry,
    st.sampled_from(NAMES),
    st.sampled_from(("person", "organisation")),
    st.just(()),
    st.sampled_from((None, "1980", "1980-02-03", "1981-02-03")),
    st.sampled_from((None, "1", "2", "3")),
    st.sampled_from((None, "2019-01-01")),
    st.sampled_from(((), (("note", "x"),), (("note", "y"),))),
)
ROWS = st.lists(ENTRIES, max_size=12)


def snapshot(*rows: ListEntry, on: str | None = None) -> Snapshot:
    return Snapshot.of("Lorn's list", date.fromisoformat(on) if on else None, rows)


@given(ROWS, ROWS)
def test_old_and_changes_give_new(old: list[ListEntry], new: list[ListEntry]) -> None:
    before, after = snapshot(*old), snapshot(*new)
    found = compare(before, after)
    assert applied(before.entries, found) == frozenset(after.entries)
    assert len(before.entries) == found.unchanged + len(found.changed) + len(found.removed)
    assert len(after.entries) == found.unchanged + len(found.changed) + len(found.added)


@given(ROWS, st.randoms(use_true_random=False))
def test_the_same_in_any_order_is_no_change(rows: list[ListEntry], chance: object) -> None:
    shuffled = list(rows)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    found = compare(snapshot(*rows), snapshot(*shuffled))
    assert (found.empty, found.maybe) == (True, ())


@given(ROWS, ROWS)
def test_the_way_back_takes_the_changes_back(old: list[ListEntry], new: list[ListEntry]) -> None:
    there, back = compare(snapshot(*old), snapshot(*new)), compare(snapshot(*new), snapshot(*old))
    assert (set(there.added), set(there.removed)) == (set(back.removed), set(back.added))


UNA = ListEntry("Una Veil", birth="1980-02-03", identifier="1", details=(("note", "x"),))
RENAMED = ListEntry("Una Veilova", birth="1980-02-03", identifier="1", details=(("note", "y"),))
BARE = ListEntry("Una Veil", birth="1980-02-03")


def test_one_identifier_is_one_entry_whatever_its_name() -> None:
    found = compare(snapshot(UNA), snapshot(RENAMED))
    assert [(c.before, c.after, c.fields) for c in found.changed] == [(UNA, RENAMED, ("name", "note"))]
    assert (found.added, found.removed) == ((), ())


def test_an_identifier_that_two_entries_have_ties_nobody() -> None:
    other = ListEntry("Ora Lind", identifier="1")
    found = compare(snapshot(UNA, other), snapshot(RENAMED))
    assert (found.changed, found.added, found.removed) == ((), (RENAMED,), (UNA, other))


def test_a_name_and_birth_date_are_shown_for_judgement_and_decide_nothing() -> None:
    noted = ListEntry("Veil Una", birth="1980-02-03", details=(("note", "new"),))
    found = compare(snapshot(BARE), snapshot(noted))
    assert (found.changed, found.added, found.removed) == ((), (noted,), (BARE,))
    assert [(m.before, m.after) for m in found.maybe] == [(BARE, noted)]
    assert len(found.maybe[0].likeness.reasons) > 0


def test_namesakes_born_on_other_days_are_not_paired() -> None:
    other = ListEntry("Una Veil", birth="1960-07-08")
    assert compare(snapshot(BARE), snapshot(other)).maybe == ()


def test_a_hundred_thousand_identical_rows_are_one_entry() -> None:
    many = snapshot(*[UNA] * 100_000)
    found = compare(many, snapshot(UNA))
    assert (len(many.entries), many.rows, found.empty) == (1, 100_000, True)


def test_a_name_that_too_many_share_is_told_not_searched() -> None:
    old = snapshot(*(ListEntry("Una Veil", identifier=f"a{n}") for n in range(60)))
    new = snapshot(*(ListEntry("Una Veil", identifier=f"b{n}") for n in range(60)))
    found = compare(old, new)
    assert (len(found.added), len(found.removed), found.maybe, found.unsearched) == (60, 60, (), 60)


# -- events ------------------------------------------------------------------------------------------------------------

EMPTY = snapshot(ListEntry("Bo Holm"), on="2021-02-01")
WITH = snapshot(ListEntry("Bo Holm"), UNA, on="2021-01-01")
AGAIN = snapshot(ListEntry("Bo Holm"), UNA, on="2021-03-01")


def told(*series: Snapshot) -> list[tuple[str, str, str | None]]:
    return [(e.action, e.entry.name, e.when.text if e.when else None) for e in events(series)]


def test_what_goes_and_comes_back_is_deleted_and_issued_again_between_known_days() -> None:
    assert told(WITH, EMPTY, AGAIN) == [
        ("listed", "Bo Holm", "../2021-01-01"),
        ("listed", "Una Veil", "../2021-01-01"),
        ("delisted", "Una Veil", "2021-01-02/2021-02-01"),
        ("reissued", "Una Veil", "2021-02-02/2021-03-01"),
    ]


def test_a_new_number_after_a_deletion_is_a_reissue_by_name_and_birth_date() -> None:
    renumbered = snapshot(
        ListEntry("Bo Holm"), ListEntry("Una Veil", birth="1980-02-03", identifier="9"), on="2021-03-01"
    )
    assert [(e.action, e.again) for e in events((WITH, EMPTY, renumbered))][-1] == ("reissued", "name and birth date")
    assert [e.again for e in events((WITH, EMPTY, AGAIN))][-1] == "identifier"


def test_the_day_that_the_list_prints_goes_before_the_days_of_snapshots() -> None:
    dated = snapshot(ListEntry("Una Veil", since="2019-05-06"), on="2021-02-01")
    assert told(dated) == [("listed", "Una Veil", "2019-05-06")]


def test_without_days_nothing_is_dated() -> None:
    assert [e.when for e in steps(compare(snapshot(), snapshot(UNA)))] == [None]


def test_an_entry_that_was_perhaps_only_rewritten_says_so() -> None:
    noted = ListEntry("Una Veil", birth="1980-02-03", details=(("note", "new"),))
    found = steps(compare(snapshot(BARE, on="2021-01-01"), snapshot(noted, on="2021-02-01")))
    assert [(e.action, e.maybe is not None) for e in found] == [("delisted", True), ("listed", True)]

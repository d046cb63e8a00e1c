"""Which fact a claim supports: the rule as a table."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.desk.supports import DEFINING, KnownFacts, Stated
from habeas.lexicon.kinds import KINDS

PRISON: dict[str, Any] = {"penalty": "imprisonment", "length": "P5Y"}


def stated(
    kind: str = "sentence",
    when: str | None = "2019-05-06",
    modality: str = "happened",
    person: str = "r-1",
    **fields: Any,
) -> Stated:
    """A claim about one person, with these fields instead of the usual ones."""
    return Stated(person, kind, fields or PRISON, when, modality)


@pytest.mark.parametrize(
    ("known", "new", "joins"),
    [
        (stated(), stated(), True),
        (stated(), stated(when="2019-05"), True),
        (stated(), stated(when="2019~"), True),
        (stated(), stated(when=None), True),
        (stated(when=None), stated(), True),
        (stated(), stated(when="2018"), False),
        (stated(), stated(person="r-2"), False),
        (stated(), stated(penalty="imprisonment", length="P6Y"), False),
        (stated(), stated(penalty="imprisonment"), True),
        (stated(), stated(when=None, penalty="imprisonment"), False),
        (stated(), stated(court="A court", **PRISON), True),
        (stated(), stated(modality="requested"), False),
        (stated(modality="requested"), stated(modality="requested"), True),
        (stated(modality="alleged"), stated(), True),
        (stated(), stated(modality="denied"), True),
        (stated(), stated("custody", form="imprisonment"), False),
        (stated("charge", None, article="1"), stated("charge", None, article="1"), True),
        (stated("charge", None, article="1"), stated("charge", None, article="2"), False),
        (stated("charge", None, article="1"), stated("charge", None, article="1", code="AC"), False),
        (
            stated("identity", None, attribute="birth", value="1980"),
            stated("identity", None, attribute="birth", value="1981"),
            True,
        ),
        (
            stated("identity", None, attribute="alias", value="A"),
            stated("identity", None, attribute="alias", value="B"),
            False,
        ),
        (stated("death", "2020"), stated("death", None, cause="illness"), True),
    ],
)
def test_the_rule(known: Stated, new: Stated, joins: bool) -> None:
    facts = KnownFacts()
    facts.add("f-1", known)
    assert facts.supported_by(new) == ("f-1" if joins else None)


def test_of_several_facts_the_closest_in_date_then_the_oldest() -> None:
    facts = KnownFacts()
    facts.add("f-year", stated(when="2019"))
    facts.add("f-day", stated(when="2019-05-06"))
    facts.add("f-other", stated(when="2019-08"))
    assert facts.supported_by(stated(when="2019-05-06")) == "f-day"
    assert facts.supported_by(stated(when="2019-08-01")) == "f-year"
    assert facts.supported_by(stated(when=None)) == "f-year"


def test_a_claim_must_fit_every_claim_of_the_fact() -> None:
    facts = KnownFacts()
    facts.add("f-1", stated(when="2019"))
    facts.add("f-1", stated(when="2019-05-06"))
    assert facts.supported_by(stated(when="2019-08")) is None
    assert facts.supported_by(stated(when="2019-05")) == "f-1"


def test_every_kind_has_its_defining_fields() -> None:
    assert {kind: [f for f in DEFINING[kind] if f not in fields] for kind, fields in KINDS.items()} == {
        k: [] for k in KINDS
    }


@given(
    st.lists(
        st.tuples(st.sampled_from(["2019", "2019-05", "2020-01-01", None]), st.sampled_from(["P1Y", "P2Y", None])),
        min_size=2,
    )
)
def test_the_same_claim_again_never_makes_a_second_fact(said: list[tuple[str | None, str | None]]) -> None:
    facts = KnownFacts()
    for number, (when, length) in enumerate(said):
        claim = stated(when=when, penalty="imprisonment", **({"length": length} if length else {}))
        facts.add(facts.supported_by(claim) or f"f-{number}", claim)
        assert facts.supported_by(claim) is not None

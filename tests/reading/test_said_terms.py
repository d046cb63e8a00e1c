"""Fields that speak the vocabulary, and what stands in brackets behind them."""

from __future__ import annotations

import pytest

from habeas.evidence import take
from habeas.lexicon.kinds import KINDS
from habeas.lexicon.wording import say_claim
from habeas.reading import read

HEAD = "# List of prisoners\n\n## Pavel Orlov\n\nCharge: article 101, CC\n\n"


def claims(line, language="en"):
    found = read(take((HEAD + line + "\n").encode(), file="list.md").document)
    return [c for c in found.claims if c.kind not in ("identity", "recognition", "charge")]


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("custody", {"form": "police_detention"}),
        ("custody", {"form": "imprisonment"}),
        ("custody", {"form": "house_arrest"}),
        ("release", {"ground": "parole"}),
        ("release", {"ground": "pardon"}),
        ("sentence", {"penalty": "restriction_of_liberty", "length": "P5Y"}),
        ("sentence", {"penalty": "suspended", "length": "P2Y"}),
    ],
)
def test_a_line_as_habeas_says_it_gives_back_its_terms(kind, fields):
    found = claims(say_claim(kind, fields, when="2019-03-04"))
    assert [(c.kind, {k: c.fields.get(k) for k in fields}, c.when) for c in found] == [(kind, fields, "2019-03-04")]


@pytest.mark.parametrize(
    ("modality", "attribution"), [("requested", "author"), ("alleged", "defence"), ("denied", "official")]
)
def test_a_bracket_says_what_is_not_simply_so(modality, attribution):
    line = say_claim(
        "sentence", {"penalty": "imprisonment", "length": "P5Y"}, modality=modality, attribution=attribution
    )
    assert [(c.modality, c.attribution) for c in claims(line)] == [(modality, attribution)]


@pytest.mark.parametrize("bracket", ["(Almaty)", "(see note 3)", "(article 101)"])
def test_other_brackets_say_nothing_of_it(bracket):
    assert [c.modality for c in claims(f"Sentence: imprisonment, 5 years {bracket}")] == ["happened"]


def test_every_term_of_custody_and_release_is_known():
    for kind, field in (("custody", "form"), ("release", "ground")):
        for term in KINDS[kind][field].terms:
            found = claims(say_claim(kind, {field: term}, when="2019-03-04"))
            assert all(c.fields.get(field) == term for c in found if c.kind == kind), term

"""Sentences above the maximum and articles not in force: told where the pack is sure enough, and only there."""

from __future__ import annotations

import pytest

from habeas.law import Cited, charge_cautions, sentence_cautions
from habeas.lexicon import When


def charged(article: str, when: str | None, part: str | None = None, code: str | None = None) -> Cited:
    return Cited(article, part, code, None, When.parse(when) if when else None)


@pytest.mark.parametrize(
    ("length", "cited", "limits"),
    [
        ("P8Y", [charged("174", "2019-05-01", "1")], ["P7Y"]),
        ("P7Y", [charged("174", "2019-05-01", "1")], []),
        (
            "P8Y",
            [charged("174", "2019-05-01", "2")],
            [],
        ),  # the pack does not know part 2, and the whole goes to 20 years
        ("P21Y", [charged("174", "2019-05-01", "2")], ["P20Y"]),
        (
            "P8Y",
            [charged("174", "2019-05-01", "1"), charged("405", "2019-05-01", "2")],
            [],
        ),  # for both it may be longer
        ("P8Y", [charged("174", "2019-05-01", "1"), charged("174", "2019-06-01", "1")], ["P7Y"]),
        ("life", [charged("174", "2019-05-01", "1")], ["P7Y"]),
        ("P8Y", [charged("9999", "2019-05-01")], []),
        ("P8Y", [], []),
        (None, [charged("174", "2019-05-01", "1")], []),
    ],
)
def test_a_sentence_above_the_maximum(length: str | None, cited: list[Cited], limits: list[str]) -> None:
    found = list(sentence_cautions(length, cited))
    assert [(c.kind, c.limit) for c in found] == [("above_maximum", limit) for limit in limits]


@pytest.mark.parametrize(
    ("cited", "limits"),
    [
        (charged("130", "2021-03-01"), ["2020-07-09"]),  # slander left the Criminal Code in July 2020
        (charged("130", "2020-07-09"), []),
        (charged("130", "2020"), []),  # some day of that year it was in force
        (charged("130", "2021-03-01?"), []),
        (charged("164", "2019-05-01", code="CC 1997"), ["2014-12-31"]),
        (charged("174", "2013-05-01", code="CC 2014"), ["2015-01-01"]),
        (charged("174", "2019-05-01", code="CC 2014"), []),
        (charged("174", None), []),
        (charged("", "2019-05-01"), []),
    ],
)
def test_an_article_not_in_force(cited: Cited, limits: list[str]) -> None:
    assert [(c.kind, c.limit) for c in charge_cautions(cited)] == [("not_in_force", limit) for limit in limits]


def test_a_caution_says_how_far_it_may_be_trusted() -> None:
    (caution,) = sentence_cautions("P8Y", [charged("174", "2019-05-01", "1")])
    assert (caution.article, caution.edition, caution.status) == ("174(1)", "kz-cc-2014", "verified")
    assert caution.source

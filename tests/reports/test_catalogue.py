"""Every language has the same words with the same places for values; each is used; Kazakh is not Russian over again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import habeas.reports
from habeas.figures import RULES
from habeas.figures.figure import Figure
from habeas.lexicon.terms import languages
from habeas.register import HELD, STATUSES
from habeas.reports.catalogue import NAMES, NoSuchLanguage, chosen, words
from habeas.reports.documents import words as documents
from habeas.reports.figure_words import say_number, say_rule, say_title
from habeas.reports.site.speech import say_expression

HERE = Path(habeas.reports.__file__).parent
OTHERS = [code for code in languages() if code != "en"]
SHARED = {"«{words}»", "–"}
"""Words that Russian and Kazakh may share."""


def figure(**changed: object) -> Figure:
    """A figure of nobody."""
    values = {"name": "listed", "title": "Listed", "unit": "persons", "rule": "Who is listed.", "value": 0, "low": 0,
              "high": 0, "comparator": "=", "counted": (), "unknown": (), "disputed": (), "withheld": 0,
              "as_of": "2021-01-31", "known_at": None, "lists": ()}  # fmt: skip
    return Figure(**{**values, **changed})


def places(sentence: str) -> list[str]:
    """The names that stand in braces."""
    return sorted(name for _, name, _, _ in Formatter().parse(sentence) if name is not None)


@pytest.mark.parametrize("code", OTHERS)
def test_the_site_says_the_same_in_each_language(code: str) -> None:
    english, other = words("site", "en"), words("site", code)
    assert {k: places(v) for k, v in other.items()} == {k: places(v) for k, v in english.items()}
    assert [k for k, v in other.items() if not v.strip() or v == english[k]] == []


@pytest.mark.parametrize("code", [c for c in documents.LANGUAGES if c != "en"])
def test_documents_have_the_same_words_in_each_language(code: str) -> None:
    assert set(documents.words(code)) == set(documents.words("en"))


def test_every_demand_is_made_in_each_language() -> None:
    text = (HERE / "documents" / "recommendations.toml").read_text("utf-8")
    said = [re.findall(rf'^{code} = "(.+)"$', text, re.M) for code in languages()]
    assert [len(found) for found in said] == [len(said[0])] * len(said)
    assert set(said[1]) & set(said[2]) == set()


@pytest.mark.parametrize("code", OTHERS)
def test_every_figure_and_status_has_words(code: str) -> None:
    figures = words("figures", code)
    assert set(figures) == {f"{part}.{r.name}" for r in RULES for part in ("figure", "rule")}
    assert set(words("statuses", code)) == set(STATUSES)


@pytest.mark.parametrize("part", ["site", "figures", "statuses", "documents"])
def test_kazakh_words_are_not_the_russian_ones(part: str) -> None:
    russian, kazakh = words(part, "ru"), words(part, "kk")
    assert {k for k, v in kazakh.items() if v == russian[k] and v not in SHARED} == set()


def _named() -> Iterator[str]:
    for file in (HERE / "site").rglob("*"):
        if file.suffix in (".py", ".html"):
            yield from re.findall(r'"([\w.]+)"', file.read_text("utf-8"))


def test_every_word_of_the_site_is_used() -> None:
    named = set(_named())
    composed = ("chart.", "unit.", "language.")
    assert [k for k in words("site", "en") if k not in named and not k.startswith(composed)] == []


def test_every_language_has_its_own_name() -> None:
    assert tuple(NAMES) == languages()


@pytest.mark.parametrize(("named", "found"), [(["ru", "en", "ru"], ("ru", "en")), (["kk"], ("kk",))])
def test_languages_in_the_order_in_which_they_are_named(named: list[str], found: tuple[str, ...]) -> None:
    assert chosen(named) == found


@pytest.mark.parametrize("named", [[], ["en", "xx"], [""], ["EN"], ["../en"]])
def test_a_language_without_words_is_refused(named: list[str]) -> None:
    with pytest.raises(NoSuchLanguage) as refused:
        chosen(named)
    assert (refused.value.exit_code, "en, ru, kk" in refused.value.next_step) == (2, True)


@pytest.mark.parametrize(
    ("code", "number"), [("en", "1,200–13,400"), ("ru", "1\u202f200–13\u202f400"), ("kk", "1\u202f200–13\u202f400")]
)
def test_numbers_of_figures(code: str, number: str) -> None:
    assert say_number(figure(value=1200, low=1200, high=13400), code) == number
    assert say_number(figure(value=16, low=16, high=16, comparator=">="), code) == "≥ 16"


def test_titles_and_rules_of_figures() -> None:
    one = figure()
    assert [say_title(one, c) for c in languages()] == ["Listed", "В списке", "Тізімде"]
    assert [say_rule(one, c)[:6] for c in languages()] == ["Who is", "Люди, ", "Осы кү"]
    of_writers = figure(title="Listed: writers", category="writers")
    assert [say_title(of_writers, c) for c in languages()] == ["Listed: writers"] * 3


def test_rules_are_said_in_the_labels_of_the_vocabulary() -> None:
    (rule,) = [r for r in RULES if r.name == "held_not_recognised"]
    said = [say_expression(rule.counts, code) for code in languages()]  # type: ignore[union-attr]
    ends = (" and not on the list", " и не в списке", " және тізімде емес")
    assert [s.endswith(end) for s, end in zip(said, ends, strict=True)] == [True, True, True]
    assert [s.count("“") + s.count("«") for s in said] == [len(HELD)] * 3
    assert ("“in prison”" in said[0], "«в заключении»" in said[1], "«түрмеде»" in said[2]) == (True, True, True)

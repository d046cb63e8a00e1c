"""The vocabulary in code, in the data file and on its page are one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from habeas.lexicon import KINDS, LIBERTY, NotInVocabulary, label, languages
from habeas.lexicon.grammar import BY, GRAMMARS, NEAR, PLAIN, SINCE
from habeas.lexicon.kinds import Field, check, faults
from habeas.lexicon.terms import labels, paths, unreviewed
from habeas.lexicon.vocabulary import page

PAGE = Path(__file__).parents[2] / "docs" / "vocabulary.md"


def test_code_and_data_hold_the_same_words() -> None:
    assert sorted(paths()) == sorted(labels())


def test_every_word_has_a_label_in_every_language() -> None:
    assert languages() == ("en", "ru", "kk")
    assert [path for path, texts in labels().items() if tuple(texts) != languages()] == []
    assert [path for path, texts in labels().items() if not all(texts.values())] == []


INTERNATIONAL = {"адвокат", "журналист", "кодекс", "орган", "апелляция", "пробация"}
"""Words that Kazakh and Russian share."""


def test_a_kazakh_label_is_not_its_russian_one() -> None:
    same = {t["kk"] for t in labels().values() if t["kk"].casefold() == t["ru"].casefold()}
    assert same == INTERNATIONAL


def test_labels_that_no_native_editor_has_read_say_so() -> None:
    assert set(unreviewed()) < set(languages())
    assert ("kk" in unreviewed(), "yet: kk. Corrections" in page()) == (True, True)


def test_each_language_has_its_grammar() -> None:
    assert tuple(GRAMMARS) == languages()
    assert {n: len(names) for g in GRAMMARS.values() for n, names in (*g.months.items(), *g.in_date.items())} == (
        dict.fromkeys((PLAIN, BY, SINCE, NEAR), 12)
    )


def test_terms_of_one_field_have_different_labels() -> None:
    for language in languages():
        for group in {path.rpartition(".")[0] for path in paths() if "." in path}:
            found = [label(path, language) for path in paths() if path.rpartition(".")[0] == group]
            assert len(found) == len(set(found)), (group, language)


@pytest.mark.parametrize(
    ("path", "language", "text"),
    [
        ("custody.form.house_arrest", "en", "house arrest"),
        ("custody.form.house_arrest", "ru", "домашний арест"),
        ("charge", "ru", "Обвинение"),
        ("custody.form.house_arrest", "kk", "үйқамақ"),
        ("liberty.in_prison", "kk", "түрмеде"),
        ("liberty.run_out_unconfirmed", "en", "sentence run out, release unconfirmed"),
        ("level.0", "en", "public"),
    ],
)
def test_label(path: str, language: str, text: str) -> None:
    assert label(path, language) == text


@pytest.mark.parametrize(("path", "language"), [("custody.form.dungeon", "en"), ("charge", "fr")])
def test_an_unknown_word_or_language_is_refused(path: str, language: str) -> None:
    with pytest.raises(NotInVocabulary) as refused:
        label(path, language)
    assert refused.value.exit_code == 2


def test_the_page_is_what_the_data_says() -> None:
    assert PAGE.read_text("utf-8") == page() + "\n", "run: python -m habeas.lexicon.vocabulary > docs/vocabulary.md"


def test_the_nineteen_states_of_liberty() -> None:
    assert (len(LIBERTY), len(set(LIBERTY))) == (19, 19)


@pytest.mark.parametrize(
    ("kind", "fields", "found"),
    [
        ("sentence", {"penalty": "imprisonment", "length": "P7Y", "in_absentia": False, "court": None}, []),
        ("sentence", {"penalty": "exile"}, 1),
        ("sentence", {"length": "seven years"}, 1),
        ("sentence", {"in_absentia": "yes"}, 1),
        ("sentence", {"colour": "red"}, ["sentence has no field 'colour'."]),
        ("weather", {}, ["'weather' is no claim kind."]),
        ("assembly", {"detained": {"value": 620, "comparator": "~"}, "sentenced": 7}, []),
        ("assembly", {"detained": "many"}, 1),
        ("mandate", {"until": "2020-02-31"}, 1),
        ("mandate", {"until": 2020}, 1),
        ("charge", {"article": 174}, ["charge.article: 174 is no text."]),
    ],
)
def test_faults(kind: str, fields: dict[str, Any], found: int | list[str]) -> None:
    said = list(faults(kind, fields))
    assert (said if isinstance(found, list) else len(said)) == found


def test_check_raises_the_first_fault() -> None:
    check("charge", {"article": "174"})
    with pytest.raises(NotInVocabulary):
        check("charge", {"article": 174})


def test_a_field_has_terms_exactly_when_it_is_of_that_type() -> None:
    fields: list[Field] = [field for kind in KINDS.values() for field in kind.values()]
    assert [field for field in fields if (field.type == "term") != bool(field.terms)] == []

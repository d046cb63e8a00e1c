"""Which article a source means: the proof, its order, and what stays open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.law import NoPack, NotAnArticle, UnknownArticle, citation, find, pack, resolve
from habeas.lexicon import When


@pytest.mark.parametrize(
    ("text", "number", "part"),
    [
        ("174", "174", None),
        ("Art. 189, part 4", "189", "4"),
        ("Article 106, section 2 of the CC", "106", "2"),
        ("part 1, Art. 174", "174", "1"),
        ("405(2)", "405", "2"),
        ("405 (2)", "405", "2"),
        ("233-1", "233-1", None),
        ("337–1 (2)", "337-1", "2"),
        ("233¹", "233-1", None),
        ("ст. 174 ч. 1 УК", "174", "1"),
        ("0174", "174", None),
    ],
)
def test_citation(text: str, number: str, part: str | None) -> None:
    assert citation(text) == (number, part)


@pytest.mark.parametrize("text", ["", "the CC", "part 2"])
def test_a_text_without_a_number_is_refused(text: str) -> None:
    with pytest.raises(NotAnArticle) as refused:
        citation(text)
    assert refused.value.exit_code == 2


@pytest.mark.parametrize(
    ("number", "on", "title", "found", "certain"),
    [
        # trials before 2015, though the source says only "the CC"
        ("176", "2010-03-12", "embezzlement", "kz-cc-1997/176", True),
        ("177", "2012", "fraud", "kz-cc-1997/177", True),
        ("311", "2012", None, "kz-cc-1997/311", True),
        ("241", "2007-10-18", "organising mass riots", "kz-cc-1997/241", True),
        ("337-1", "2013", None, "kz-cc-1997/337-1", True),
        # the same numbers later
        ("176", "2019-05", None, "kz-cc-2014/176", True),
        ("189", "2018-09", "embezzlement of property", "kz-cc-2014/189", True),
        ("174", "2016-11-28", None, "kz-cc-2014/174", True),
        # the borders of the two codes
        ("189", "2014-12-31", None, "kz-cc-1997/189", True),
        ("189", "2015-01-01", None, "kz-cc-2014/189", True),
        # a straddling or missing date: the offence decides, and is not certain
        ("176", "2014-12/2015-01", "embezzlement", "kz-cc-1997/176", False),
        ("189", "2014/2015", "embezzlement", "kz-cc-2014/189", False),
        ("190", None, "fraud", "kz-cc-2014/190", False),
        ("130", None, "libel in the media", "kz-cc-2014/130", False),
        ("189", "2015~", "embezzlement", "kz-cc-2014/189", False),
        # neither decides
        ("176", None, None, None, False),
        ("176", "2014/2016", None, None, False),
        ("176", None, "crossing the border", None, False),
        # a date and an offence that contradict each other
        ("176", "2016-02", "embezzlement of property", "kz-cc-1997/176", False),
        # only one code has the number
        ("405", None, None, "kz-cc-2014/405", False),
        ("164", "2013/2016", None, "kz-cc-1997/164", False),
        # not held
        ("999", None, None, None, False),
        ("999", "2019", None, None, False),
        ("405", "2010", None, None, False),
    ],
)
def test_resolve(number: str, on: str | None, title: str | None, found: str | None, certain: bool) -> None:
    answer = resolve(number, on=When.parse(on) if on else None, title=title)
    assert (answer.article.id if answer.article else None, answer.certain) == (found, certain), answer.how
    assert answer.how != ""


@pytest.mark.parametrize(
    ("edition", "found"),
    [
        ("kz-cc-1997", "kz-cc-1997/170"),
        ("CC 1997", "kz-cc-1997/170"),
        ("the Criminal Code of 2014", "kz-cc-2014/170"),
        ("CC", None),
        ("the Criminal Code of 1959", None),
    ],
)
def test_the_source_may_name_the_edition(edition: str, found: str | None) -> None:
    answer = resolve("170", edition=edition)
    assert (answer.article.id if answer.article else None, answer.certain) == (found, found is not None)


def test_the_edition_named_goes_before_the_date() -> None:
    answer = resolve("174", edition="CC 2014", on=When.parse("2010"))
    assert (answer.edition.id if answer.edition else None, answer.certain) == ("kz-cc-2014", True)


def test_an_answer_says_how_and_warns() -> None:
    answer = resolve("176", on=When.parse("2010-03-12"))
    assert answer.how == "2010-03-12 falls under the Criminal Code of 1997"
    assert answer.caution == pack("kz").later_milder_law
    assert [article.id for article in answer.candidates] == ["kz-cc-1997/176", "kz-cc-2014/176"]
    assert resolve("999").caution == ""


def test_a_removed_article_is_not_certain() -> None:
    assert resolve("130", on=When.parse("2020-07-09")).certain is True
    answer = resolve("130", on=When.parse("2020-07-10"))
    assert (answer.certain, answer.how) == (
        False, "2020-07-10 falls under the Criminal Code of 2014; removed after 2020-07-09",
    )


def test_the_part_is_kept_and_found() -> None:
    answer = resolve("405", part="2", on=When.parse("2019"))
    assert (answer.part, answer.entry.offence if answer.entry else None) == ("2", "taking part")
    assert resolve("Art. 405, part 2", on=When.parse("2019")).entry == answer.entry
    assert resolve("405", part="9", on=When.parse("2019")).entry is None


def test_find_raises_where_resolve_does_not() -> None:
    assert find("176", on=When.parse("2010")).id == "kz-cc-1997/176"
    for number in ("999", "176"):
        with pytest.raises(UnknownArticle) as refused:
            find(number)
        assert (refused.value.exit_code, refused.value.next_step != "") == (3, True)


def test_a_country_without_a_pack() -> None:
    with pytest.raises(NoPack) as refused:
        resolve("174", country="xx")
    assert refused.value.exit_code == 3


@given(st.sampled_from(sorted(pack("kz").articles)), st.dates())
def test_a_certain_answer_was_in_force(key: str, day: object) -> None:
    article = pack("kz").articles[key]
    answer = resolve(article.number, on=When.parse(str(day)))
    if answer.certain:
        assert answer.edition is not None and answer.edition.valid_from <= day  # type: ignore[operator]
        assert answer.edition.valid_until is None or day <= answer.edition.valid_until  # type: ignore[operator]

"""Articles: the ways in which reports write them, and the law that charges nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.reading.articles import find_articles, writes_parts_with_dots

FORMS = [
    ("Article 405", [("405", None)]),
    ("Art. 174 of the CC", [("174", None)]),
    ("part 4, Art. 98 of the CC", [("98", "4")]),
    ("part 2 Art. 405", [("405", "2")]),
    ("Part 3 of Art. 361", [("361", "3")]),
    ("Article 55, section 3 of the CC", [("55", "3")]),
    ("Art. 361-1 part 3", [("361-1", "3")]),
    ("Article 361¹", [("361-1", None)]),
    ("Art. 290 (2)", [("290", "2")]),
    ("Article 205(2)(a) of the Penal Code", [("205", "2.a")]),
    ("Article 234.4.3", [("234", "4.3")]),
    ("Article 212.1", [("212.1", None)]),
    ("Articles 221.3 and 233.2.1", [("221", "3"), ("233", "2.1")]),
    ("Articles 174, 274 and 400", [("174", None), ("274", None), ("400", None)]),
    ("Articles 188, 190(2) and 191", [("188", None), ("190", "2"), ("191", None)]),
    ("Art. 342, part 1, Art. 364", [("342", "1"), ("364", None)]),
    ("Parts 1 and 2 of Article 205", [("205", "1"), ("205", "2")]),
    ("part 1 of Art. 205 and part 2 of Art. 206", [("205", "1"), ("206", "2")]),
    ("Section 505(a) of the Penal Code", [("505", "a")]),
    ("§ 88", [("88", None)]),
    ("Article 234.4.3 (drugs), 315.2 (resisting)", [("234", "4.3"), ("315", "2")]),
    ("TCK 302/1", [("302", "1")]),
    ("TMK 6/2 and IPC 153A", [("6", "2"), ("153A", None)]),
    ("s. 117C and s. 140(b)", [("117C", None), ("140", "b")]),
    ("under section 131D", [("131D", None)]),
    ("three articles in 2018", []),
    ("CC members met 12 people", []),
    ("its tasks. 120 people came", []),
    ("Section 5 of the report", []),
]


@pytest.mark.parametrize(("text", "articles"), FORMS)
def test_form(text: str, articles: list[tuple[str, str | None]]) -> None:
    found = find_articles(text, dotted=writes_parts_with_dots(text))
    assert [(a.number, a.part) for a in found] == articles


CODES = [
    ("Article 174 of the CC", "CC", True),
    ("Article 174 of the Criminal Code of Norland", "Criminal Code of Norland", True),
    ("Criminal Code Article 174", "Criminal Code", True),
    ("Article 19.3 of the Code of Administrative Offences", "Code of Administrative Offences", True),
    ("Article 14 of the ICCPR", "ICCPR", False),
    ("Article 6 of the European Convention on Human Rights", "European Convention", False),
    ("Article 20 of the Constitution", "Constitution", False),
    ("Article 109 of the Criminal Procedure Code", "Criminal Procedure Code", False),
]


@pytest.mark.parametrize(("text", "code", "offence"), CODES)
def test_code(text: str, code: str, offence: bool) -> None:
    assert [(a.code, a.offence) for a in find_articles(text)] == [(code, offence)]


TITLES = [
    ("‘fraud’ (Article 177 of the CC)", "fraud"),
    ("“sowing panic” in a private chat (part 4, Art. 98 of the CC)", "sowing panic"),
    ("”Bodily harm” (Article 55 of the CC)", "Bodily harm"),
    ("Part 4 of Art. 98 of the Penal Code (calls for sanctions)", "calls for sanctions"),
    ("Article 361-1 “creating a formation”", "creating a formation"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_title(text: str, title: str) -> None:
    assert [a.title for a in find_articles(text)] == [title]


@given(st.text(alphabet="ArticlesPt. 0123456789()-–,and§ofheCod“”‘’\n", max_size=120))
def test_any_text_gives_spans_inside(text: str) -> None:
    for article in find_articles(text, dotted=True):
        assert 0 <= article.span[0] < article.span[1] <= len(text)
        assert article.number[0].isdigit()

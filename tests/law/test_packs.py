"""Every pack keeps the rules of docs/law.md; the page is what the packs say."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from habeas.law import (
    BrokenPack,
    countries,
    crosswalk,
    likeness,
    maximum,
    over_maximum,
    pack,
    read_pack,
    resolve,
    same_offence,
)
from habeas.law.codes import STATUSES
from habeas.law.loading import _article
from habeas.law.manual import page
from habeas.lexicon import KINDS, Length

PAGE = Path(__file__).parents[2] / "docs" / "law.md"
KZ = pack("kz").articles

# Articles that a published report of 2020 names, with the code its trials fall under.
REPORTED = {
    "kz-cc-1997": "164 170 176 177 235 241 311",
    "kz-cc-2014": "106 130 174 179 180 189 190 250 256 264 266 274 380 392 400 405 419",
}


def test_the_page_is_what_the_packs_say() -> None:
    assert PAGE.read_text("utf-8") == page() + "\n", "run: python -m habeas.law.manual > docs/law.md"


@pytest.mark.parametrize("country", countries())
def test_a_pack_is_whole(country: str) -> None:
    held = pack(country)
    editions = {edition.id: edition for edition in held.editions}
    assert {article.edition for article in held.articles.values()} <= set(editions)
    entries = [*held.editions, *held.articles.values(), *held.pairs, *held.groups, *held.punishments, *held.lists]
    assert [entry for entry in entries if entry.status not in STATUSES or not entry.source] == []
    assert [p for p in held.pairs if p.old not in held.articles or p.new not in held.articles] == []
    missing = [n for group in held.groups for n in group.articles if held.article(group.edition, n) is None]
    assert missing == []


@pytest.mark.parametrize("country", countries())
def test_editions_follow_each_other_without_overlap(country: str) -> None:
    editions = pack(country).editions
    for earlier, later in pairwise(editions):
        assert earlier.valid_until is not None
        assert (later.valid_from - earlier.valid_until).days == 1


@pytest.mark.parametrize("country", countries())
def test_a_part_never_goes_beyond_its_article(country: str) -> None:
    for article in pack(country).articles.values():
        for part in article.parts:
            assert not (article.maximum and part.maximum and part.maximum.exceeds(article.maximum)), article.id
            assert not article.punishments or set(part.punishments) <= set(article.punishments)


@pytest.mark.parametrize("country", countries())
def test_punishments_are_known_kinds_and_words(country: str) -> None:
    held = pack(country)
    kinds = {kind.id: kind for kind in held.punishments}
    for article in held.articles.values():
        used = {*article.punishments, *(kind for part in article.parts for kind in part.punishments)}
        assert [kind for kind in used if article.edition not in kinds[kind].editions] == []
    assert [k.term for k in kinds.values() if k.term and k.term not in KINDS["sentence"]["penalty"].terms] == []
    assert {place for kind in kinds.values() for place in kind.editions.values()} <= {"main", "additional", "both"}


@pytest.mark.parametrize(("edition", "numbers"), REPORTED.items())
def test_the_reported_articles_are_held(edition: str, numbers: str) -> None:
    assert [number for number in numbers.split() if f"{edition}/{number}" not in KZ] == []


def test_the_twelve_extremist_crimes() -> None:
    groups = {group.id: group for group in pack("kz").groups}
    assert len(groups["extremist"].articles) == 12
    assert groups["extremist"].status == "to_be_checked"


@pytest.mark.parametrize(
    ("article", "groups"),
    [
        ("kz-cc-2014/405", ["extremist", "political"]),
        ("kz-cc-2014/184", ["extremist", "terrorist"]),
        ("kz-cc-2014/256", ["terrorist", "political"]),
        ("kz-cc-2014/400", ["political"]),
        ("kz-cc-1997/170", []),
    ],
)
def test_the_classes_of_an_article(article: str, groups: list[str]) -> None:
    assert [group.id for group in pack("kz").groups_of(KZ[article])] == groups


def test_an_entry_without_status_or_source_breaks_the_pack() -> None:
    whole = {"number": "1", "title": {"en": "Theft", "ru": "Кража"}, "status": "verified", "source": "read"}
    assert _article("kz-cc-2014", whole).id == "kz-cc-2014/1"
    for missing in ("status", "source"):
        with pytest.raises(BrokenPack):
            _article("kz-cc-2014", {key: value for key, value in whole.items() if key != missing})
    with pytest.raises(BrokenPack):
        _article("kz-cc-2014", whole | {"status": "sure"})


@pytest.mark.parametrize(
    ("old", "new", "partial"),
    [
        ("176", "189", False), ("177", "190", False), ("311", "366", False), ("241", "272", False),
        ("337-1", "405", False), ("164", "174", False), ("170", "180", True), ("235", "264", True),
    ],
)
def test_crosswalk_both_ways(old: str, new: str, partial: bool) -> None:
    a, b = KZ[f"kz-cc-1997/{old}"], KZ[f"kz-cc-2014/{new}"]
    assert (b.id, partial) in [(c.article.id, c.pair.partial) for c in crosswalk(a)]
    assert (a.id, partial) in [(c.article.id, c.pair.partial) for c in crosswalk(b)]
    assert same_offence(a, b) is same_offence(b, a) is True
    assert same_offence(a, b, partly=False) is not partial


def test_one_number_in_two_codes_is_no_one_offence() -> None:
    assert same_offence(KZ["kz-cc-1997/176"], KZ["kz-cc-2014/176"]) is False
    assert same_offence(KZ["kz-cc-1997/176"], KZ["kz-cc-1997/177"]) is False
    assert same_offence(KZ["kz-cc-1997/176"], KZ["kz-cc-1997/176"]) is True
    assert crosswalk(KZ["kz-cc-2014/274"]) == ()


@pytest.mark.parametrize(
    ("title", "article", "like"),
    [
        ("embezzlement", "kz-cc-1997/176", True),
        ("embezzlement", "kz-cc-2014/189", True),
        ("embezzlement", "kz-cc-2014/190", False),
        ("inciting ethnic hatred", "kz-cc-2014/174", True),
        ("receiving a bribe", "kz-cc-2014/366", True),
        ("Мошенничество", "kz-cc-2014/190", True),
        ("calls to rally", "kz-cc-2014/189", False),
        ("", "kz-cc-2014/174", False),
        ("of the", "kz-cc-2014/174", False),
    ],
)
def test_likeness(title: str, article: str, like: bool) -> None:
    assert (likeness(title, KZ[article]) >= 0.4) is like


@pytest.mark.parametrize(
    ("article", "part", "longest"),
    [
        ("kz-cc-2014/174", None, "P20Y"),
        ("kz-cc-2014/174", "1", "P7Y"),
        ("kz-cc-2014/174", "2", None),
        ("kz-cc-2014/405", "2", "P2Y"),
        ("kz-cc-2014/405", None, None),
        ("kz-cc-1997/337-1", "1", "P3Y"),
        ("kz-cc-1997/164", None, "P10Y"),
        ("kz-cc-2014/392", None, None),
    ],
)
def test_maximum(article: str, part: str | None, longest: str | None) -> None:
    found = maximum(KZ[article], part)
    assert (str(found.length) if found else None) == longest


@pytest.mark.parametrize(
    ("article", "part", "length", "over"),
    [
        ("kz-cc-2014/405", "2", "P2Y", False),
        ("kz-cc-2014/405", "2", "P2Y1M", True),
        ("kz-cc-2014/405", None, "P7Y", None),
        ("kz-cc-2014/174", "2", "P21Y", True),
        ("kz-cc-2014/174", "2", "P6Y", None),
        ("kz-cc-2014/174", "1", "life", True),
        ("kz-cc-2014/392", None, "P1Y", None),
    ],
)
def test_over_maximum(article: str, part: str | None, length: str, over: bool | None) -> None:
    assert over_maximum(KZ[article], Length.parse(length), part=part) is over


# -- a country is one folder ------------------------------------------------------------------------------------------

ARCADIA = """
country = "zz"
name = { en = "Arcadia", ru = "Аркадия" }
[[edition]]
id = "zz-2001"
file = "code.toml"
name = { en = "Code of 2001", ru = "Кодекс 2001 года" }
reference = "No. 1"
year = 2001
valid_from = 2001-01-01
status = "verified"
source = "invented"
"""
CODE = """
[[article]]
number = "7"
title = { en = "Singing", ru = "Пение" }
maximum = "P1Y"
status = "verified"
source = "invented"
"""


def test_one_folder_is_a_country(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text(ARCADIA, "utf-8")
    (tmp_path / "code.toml").write_text(CODE, "utf-8")
    found = read_pack(tmp_path)
    assert (found.country, list(found.articles), found.numbers) == ("zz", ["zz-2001/7"], frozenset({"7"}))


@pytest.mark.parametrize(
    ("file", "was", "becomes", "fault"),
    [
        ("code.toml", 'source = "invented"', "", "code.toml, article 7 lacks 'source'"),
        ("code.toml", "maximum", "maximun", "code.toml, article 7 has 'maximun', which no entry has"),
        ("code.toml", 'number = "7"', "number = 7", "code.toml, article 7 has number = 7, which is not text"),
        ("code.toml", "[[article]]", "[article]", "code.toml, article is no list of entries: write [[article]]"),
        ("pack.toml", 'country = "zz"', "", "pack.toml lacks 'country'"),
        ("pack.toml", "2001-01-01", '"2001"', "edition zz-2001 has valid_from = '2001', which is not a date"),
    ],
)
def test_what_is_out_of_shape_is_named(tmp_path: Path, file: str, was: str, becomes: str, fault: str) -> None:
    texts = {"pack.toml": ARCADIA, "code.toml": CODE}
    for name, text in texts.items():
        (tmp_path / name).write_text(text.replace(was, becomes, 1) if name == file else text, "utf-8")
    with pytest.raises(BrokenPack) as refused:
        read_pack(tmp_path)
    assert fault in str(refused.value)


def test_a_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text("country = ", "utf-8")
    with pytest.raises(BrokenPack, match=r"pack\.toml"):
        read_pack(tmp_path)


@pytest.mark.parametrize(
    ("country", "said", "number", "part"),
    [
        ("ru", "280.3", "280.3", None), ("ru", "ч. 1 ст. 280.3", "280.3", "1"), ("ru", "280³", "280.3", None),
        ("ru", "282.2(2)", "282.2", "2"), ("ru", "318.1", "318", "1"), ("az", "234.4.3", "234", "4.3"),
        ("az", "167-2.2.1", "167-2", "2.1"), ("by", "361-1", "361-1", None), ("kz", "405.2", "405", "2"),
    ],
)  # fmt: skip
def test_a_dot_is_read_as_the_country_writes_it(country: str, said: str, number: str, part: str | None) -> None:
    found = resolve(said, country=country)
    assert (found.number, found.part, found.article is not None) == (number, part, True)

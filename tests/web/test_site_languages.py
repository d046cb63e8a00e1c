"""The public site in several languages: whole in each, never mixed, names as written, only changes written."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from django.test import Client

from desk.invented import EDITOR, MONITOR, bring, moment
from habeas.adapters.folders import write_folder
from habeas.desk import Workspace, accept_all, add_member, create_workspace, public_site, release
from habeas.desk import sources as sources_of
from habeas.reports.catalogue import NoSuchLanguage, words
from habeas.reports.site import Site
from habeas.web.opening import release as let_go
from habeas.web.opening import use
from simulator.country import Orlenia
from web.shown_site import ON, PUBLISHED, RELEASED, Page, lost_references, released, view

ALL = ("en", "ru", "kk")
ATOM = "{http://www.w3.org/2005/Atom}"
PRISON = "زندان اوین"
PERSIAN = "نسرین نوری"
AS_WRITTEN = {
    "The", "Lamp", "Odo", "Brandt", "Ilse", "Marek", "Tull", "Jon", "Aster", "Port", "poets", "writers", "slander",
    "of", "crown", "the", "English", "Atom", "JSON", "CSV", "SVG", "FollowTheMoney", "csv", "json", "ftm", "atom",
    "people", "statements", "figures", "entities", "chart", "held", "arrests", "sentences", "assemblies", "feed",
}  # fmt: skip
"""Names, quotations, files and formats: what stays in Latin letters on a Russian or Kazakh page."""


def site(country: Orlenia, languages: tuple[str, ...] = ALL, address: str = "") -> Site:
    return Site(view(country), address=address, languages=languages)


@pytest.fixture(scope="module")
def files() -> Mapping[str, bytes]:
    return dict(site(released(*RELEASED)).files())


def below(files: Mapping[str, bytes], code: str) -> dict[str, str]:
    """The HTML pages of a language by their path below its folder."""
    folder = "" if code == "en" else f"{code}/"
    others = tuple(f"{c}/" for c in ALL if c != code)
    found = {n: d for n, d in files.items() if n.startswith(folder) and n.endswith(".html")}
    return {n.removeprefix(folder): d.decode() for n, d in found.items() if folder or not n.startswith(others)}


def spoken(page: str) -> str:
    """What a page says, without markup, style and its language switch."""
    inner = re.sub(r'<nav class="languages".*?</nav>|<code>.*?</code>|<head>.*?</head>', "", page, flags=re.S)
    return re.sub(r"<[^>]+>", " ", inner)


def test_every_language_has_every_page(files: Mapping[str, bytes]) -> None:
    pages = [set(below(files, code)) for code in ALL]
    assert pages[0] == pages[1] == pages[2]
    assert len(pages[0]) == 11
    once = ("site.css", "icon.svg", "robots.txt")
    assert [n for n in files if n.endswith(once)] == list(once)


def test_every_reference_leads_to_a_file_of_the_site(files: Mapping[str, bytes]) -> None:
    assert lost_references(files) == []


def test_the_same_view_gives_the_same_bytes(files: Mapping[str, bytes]) -> None:
    assert dict(site(released(*RELEASED)).files()) == files


@pytest.mark.parametrize("code", ALL)
def test_every_page_names_its_language_and_leads_to_the_others(files: Mapping[str, bytes], code: str) -> None:
    for name, page in below(files, code).items():
        depth = "../" * (name.count("/") + (code != "en"))
        there = "index.html" if name == "404.html" else name
        assert f'<html lang="{code}" dir="ltr">' in page
        for other, own in (("en", "English"), ("ru", "Русский"), ("kk", "Қазақша")):
            href = f"{depth}{'' if other == 'en' else other + '/'}{there}"
            current = ' aria-current="true"' if other == code else ""
            assert f'<a href="{href}" lang="{other}" hreflang="{other}"{current}>{own}</a>' in page
            alternate = f'<link rel="alternate" hreflang="{other}" href="{href}">' in page
            assert alternate == (name != "404.html"), (name, other)


@pytest.mark.parametrize("code", ["ru", "kk"])
def test_no_english_stands_on_the_page_of_another_language(files: Mapping[str, bytes], code: str) -> None:
    found = {n: set(re.findall(r"[A-Za-z]{2,}", spoken(p))) - AS_WRITTEN for n, p in below(files, code).items()}
    assert {n: left for n, left in found.items() if left} == {}


def test_kazakh_pages_say_nothing_of_the_russian_catalogue(files: Mapping[str, bytes]) -> None:
    russian = {v.split("{")[0].strip() for v in words("site", "ru").values()} - set(words("site", "kk").values())
    text = "\n".join(spoken(p) for p in below(files, "kk").values())
    assert sorted(v for v in russian if len(v) > 4 and v in text) == []


def test_names_and_quotations_stand_as_they_were_written(files: Mapping[str, bytes]) -> None:
    for code in ALL:
        text = "\n".join(spoken(p) for p in below(files, code).values())
        written = ("Odo Brandt", "Marek Tull", "slander of the crown", "poets", "The Lamp")
        assert [words for words in written if words not in text] == []


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", ("31 January 2021", "Ill-treatment: beating; June 2019 (alleged; says: victim)", "In prison", "Listed")),
        ("ru", ("31 января 2021", "Жестокое обращение: избиение; июнь 2019 (утверждается; сообщает: пострадавший)",
                "В заключении", "В списке")),
        ("kk", ("2021 жылғы 31 қаңтар", "Қатыгез қарым-қатынас: ұрып-соғу; 2019 жылғы маусым (мәлімделеді; "
                "хабарлайды: жәбірленуші)", "Түрмеде", "Тізімде")),
    ],
)  # fmt: skip
def test_statements_dates_and_figures_are_said_in_the_language(
    files: Mapping[str, bytes], code: str, said: tuple[str, ...]
) -> None:
    text = "\n".join(below(files, code).values())
    assert [words for words in said if words not in text] == []


def test_downloads_keep_their_codes_and_say_their_titles(files: Mapping[str, bytes]) -> None:
    found = {}
    for code in ALL:
        folder = "" if code == "en" else f"{code}/"
        figures = json.loads(files[f"{folder}data/figures.json"])["figures"]
        (listed,) = [f for f in figures if f["name"] == "listed"]
        (person,) = [p for p in json.loads(files[f"{folder}data/people.json"])["people"] if p["name"] == "Odo Brandt"]
        found[code] = (listed["title"], listed["unit"], listed["value"], person["status"], person["states"])
    assert found == {
        "en": ("Listed", "persons", 1, "In prison", ["in_prison"]),
        "ru": ("В списке", "persons", 1, "В заключении", ["in_prison"]),
        "kk": ("Тізімде", "persons", 1, "Түрмеде", ["in_prison"]),
    }


def test_each_feed_is_a_feed_of_its_own(files: Mapping[str, bytes]) -> None:
    feeds = [ET.fromstring(files[f"{folder}feed.atom"]) for folder in ("", "ru/", "kk/")]
    assert [f.get("{http://www.w3.org/XML/1998/namespace}lang") for f in feeds] == list(ALL)
    ids = [e.text for f in feeds for e in f.iter(f"{ATOM}id")]
    assert (len(ids), len(set(ids))) == (15, 15)
    assert "Раскрытых сообщений" in (feeds[1].findtext(f"{ATOM}entry/{ATOM}summary") or "")


def test_charts_have_titles_and_tables_of_the_language(files: Mapping[str, bytes]) -> None:
    svg = files["kk/data/chart-held.svg"].decode()
    assert ('lang="kk"' in svg, "<title id=\"t-held\">Уақыт бойынша ұсталып отырғандар</title>" in svg) == (True, True)
    assert "2020 жылғы 1 мамыр Port" in files["kk/figures.html"].decode()
    assert files["kk/data/chart-held.csv"] == files["data/chart-held.csv"]


def test_a_correction_is_told_in_each_language() -> None:
    country = released("odo sentence", "jon charge")
    claim = next(c for c, f in country.office.facts.items() if f == country.facts["odo sentence"])
    country.office.correct(claim, fields={"length": "P5Y"})
    country.office.withdraw(fact=country.facts["jon charge"])
    pages = {code: site(country).render(f"{folder}corrections.html") or b"" for code, folder in
             (("ru", "ru/"), ("kk", "kk/"))}  # fmt: skip
    assert "Теперь: Приговор: лишение свободы, 5 лет; 14 мая 2019. Раньше: Приговор: лишение свободы, 6 лет" in (
        pages["ru"].decode()
    )
    assert "Одно сообщение отозвано." in pages["ru"].decode()
    assert "Қазір: Үкім: бас бостандығынан айыру, 5 жыл; 2019 жылғы 14 мамыр." in pages["kk"].decode()


def test_addresses_are_whole_where_it_is_known_where_the_site_stands() -> None:
    made = site(released("odo sentence"), address="https://list.example/")
    page, feed = (made.render(f"ru/{name}") or b"" for name in ("figures.html", "feed.atom"))
    assert b'<link rel="alternate" hreflang="kk" href="https://list.example/kk/figures.html">' in page
    assert b'<link rel="alternate" hreflang="x-default" href="https://list.example/figures.html">' in page
    assert b'<link rel="self" href="https://list.example/ru/feed.atom"/>' in feed


def test_one_language_has_no_switch_and_another_may_stand_at_the_root() -> None:
    country = released("odo sentence")
    alone, first = site(country, ("kk",)), site(country, ("ru", "en"))
    assert [b"hreflang" in (alone.render("index.html") or b"hreflang"), alone.render("kk/index.html")] == [False, None]
    pages = [first.render(p) or b"" for p in ("index.html", "en/index.html")]
    assert [b'<html lang="ru"' in pages[0], b'<html lang="en"' in pages[1]] == [True, True]


@pytest.mark.parametrize("languages", [(), ("xx",), ("en", "../ru")])
def test_a_site_in_no_such_language_is_refused(languages: tuple[str, ...]) -> None:
    with pytest.raises(NoSuchLanguage):
        site(released("odo sentence"), languages)


def test_only_pages_that_changed_are_written_in_each_language(tmp_path: Path) -> None:
    country, folder = released(*RELEASED), tmp_path / "site"
    first = write_folder(folder, site(country).files())
    kept = {p: (folder / p).stat() for p in ("methodology.html", "kk/methodology.html", "ru/index.html", "site.css")}
    claim = next(c for c, f in country.office.facts.items() if f == country.facts["odo sentence"])
    country.office.correct(claim, fields={"length": "P5Y"})
    second = write_folder(folder, site(country).files())
    changed = ("corrections.html", "people/odo.html", "data/statements.csv", "data/people.json", "data/entities.ftm",
               "feed.atom")  # fmt: skip
    assert (first.changed, second.files) == (first.files, first.files)
    assert second.changed == len(changed) * len(ALL)
    assert {p: (s.st_ino, s.st_mtime_ns) for p, s in kept.items()} == {
        p: ((folder / p).stat().st_ino, (folder / p).stat().st_mtime_ns) for p in kept
    }
    fewer = write_folder(folder, site(country, ("en", "kk")).files())
    assert (fewer.removed, (folder / "ru").exists()) == ((first.files - 2) // 3, False)


def test_names_and_words_from_right_to_left_are_set_apart() -> None:
    country = released("odo sentence")
    who = country.office.person(PERSIAN, country.lamp)
    fact = country.office.accept_fact(who, "custody", "2020-05-01", form="imprisonment", facility=PRISON)
    country.office.do("release", facts=[fact], level=0, basis=f"source:{country.lamp}")
    made = dict(site(country).files())
    person = made[f"kk/people/{who}.html"].decode()
    assert f"<h1><bdi>{PERSIAN}</bdi></h1>" in person
    assert f"<title>\u2068{PERSIAN}\u2069 – The Lamp</title>" in person
    assert f"Күзетпен ұстау: бас бостандығынан айыру, <bdi>{PRISON}</bdi>; 2020 жылғы 1 мамыр" in person
    assert f"<bdi>{PERSIAN}</bdi>" in made["ru/index.html"].decode()
    bare = {n: re.sub(r"<bdi[^>]*>.*?</bdi>|<title>.*?</title>", "", d.decode(), flags=re.S)
            for n, d in made.items() if n.endswith(".html")}  # fmt: skip
    assert [n for n, text in bare.items() if PRISON in text or PERSIAN in text] == []


# -- under the desk ------------------------------------------------------------------------------------------------


@pytest.fixture
def trilingual(tmp_path: Path) -> Iterator[Workspace]:
    """An office whose site speaks all languages, with what the invented list says released."""
    with create_workspace(tmp_path / "arcadia", name="Arcadia", languages=ALL) as made:
        add_member(made, MONITOR, now=moment(0))
        add_member(made, EDITOR, now=moment(1), by=MONITOR)
        bring(made)
        accept_all(made, by=MONITOR, now=moment(5))
        basis = f"source:{sources_of(made)[0].source}"
        release(made, level=0, basis=basis, by=MONITOR, now=moment(6), kind="sentence")
    yield use(tmp_path / "arcadia")
    let_go()


def test_the_desk_serves_the_same_bytes_in_each_language(trilingual: Workspace) -> None:
    made = public_site(trilingual, as_of=ON, today=PUBLISHED)
    client = Client(SERVER_NAME="localhost")
    assert made.languages == ALL
    differing = [p for p in made.paths() if client.get(f"/public/{p}", {"as_of": str(ON)}).content != made.render(p)]
    assert (differing, "kk/index.html" in set(made.paths())) == ([], True)


def test_the_folder_of_a_language_opens_its_list(trilingual: Workspace) -> None:
    client = Client(SERVER_NAME="localhost")
    assert client.get("/public/ru").headers["Location"] == "ru/"
    assert b'<html lang="ru"' in client.get("/public/ru/").content


def test_a_lost_address_is_answered_in_the_language_of_its_folder(trilingual: Workspace) -> None:
    answer = Client(SERVER_NAME="localhost").get("/public/kk/people/nobody.html")
    page = answer.content.decode()
    assert (answer.status_code, "Мұндай бет жоқ." in page, 'href="../../site.css"' in page) == (404, True, True)
    assert ('href="#main"' in page, Page(page).references.count("../index.html")) == (True, 3)

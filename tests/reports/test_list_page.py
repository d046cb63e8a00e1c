"""The list as a page: every number leads to people, every fact to its passage, nothing to the outside."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from habeas.figures import RULES, count
from habeas.register import fold
from habeas.register.visibility import NoSuchAudience
from habeas.reports import Masthead, list_page
from simulator.country import DAY, LIST, orlenia

ON = date.fromisoformat(DAY)


class Links(HTMLParser):
    """Ids that the page defines, and where its links lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.ids += [found["id"]] if "id" in found else []
        self.targets += [found[a] for a in ("href", "src", "action") if a in found]


@pytest.fixture(scope="module")
def country():
    return orlenia()


def page_for(country, audience="team", texts=None, heading="People of Orlenia"):
    register = fold(country.office.entries)
    figures = count(register, RULES, as_of=ON, list=LIST, audience=audience)
    masthead = Masthead(heading, audience, "2021-03-01T12:00:00Z")
    return list_page(register, figures, as_of=ON, masthead=masthead, texts=texts or {}), figures


def test_every_link_stays_on_the_page_and_leads_somewhere(country):
    links = Links(page_for(country)[0])
    assert [t for t in links.targets if not t.startswith("#")] == []
    assert sorted({t[1:] for t in links.targets} - set(links.ids)) == []
    assert len(links.ids) == len(set(links.ids))


def test_a_number_leads_to_whom_it_counts(country):
    page, figures = page_for(country)
    prisoners = next(f for f in figures if f.name == "political_prisoners")
    section = page.split('id="figure-political_prisoners"')[1].split("</article>")[0]
    linked = re.findall(r'href="#([^"]+)"', section)
    assert sorted(linked) == sorted((*prisoners.counted, *prisoners.unknown, *prisoners.disputed))


def test_every_number_leads_to_whom_it_counts_and_on_to_the_source(country):
    """Of every figure: each id it names is linked under it; each person there has facts, each fact a source."""
    page, figures = page_for(country)
    for figure in figures:
        section = page.split(f'id="figure-{figure.name}"')[1].split("</article>")[0]
        assert sorted(re.findall(r'href="#([^"]+)"', section)) == sorted(
            (*figure.counted, *figure.unknown, *figure.disputed)
        )
        for named in figure.counted:
            if f'<article class="person" id="{named}"' in page:
                person = page.split(f'<article class="person" id="{named}"')[1].split("</article>")[0]
                facts = person.count('<li id="f-')
                assert facts > 0
                assert person.count('<a href="#source-') >= facts


def test_whoever_decided_is_named_to_the_team_alone(country):
    register = fold(country.office.entries)
    names, ids = set(register.members.values()), set(register.members)
    team, public = page_for(country)[0], page_for(country, audience="public")[0]
    assert [n for n in names if f" by {n} on " in team] != []
    assert [i for i in ids if i in team] == []
    assert [n for n in names | ids if n in public] == []


def test_headings_descend_one_by_one_and_every_section_is_named(country):
    page, _ = page_for(country)
    levels = [int(n) for n in re.findall(r"<h([1-6])", page)]
    assert (levels[0], levels.count(1)) == (1, 1)
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []
    ids = set(Links(page).ids)
    assert [n for n in re.findall(r'aria-labelledby="([^"]+)"', page) if n not in ids] == []
    assert page.count("<section ") == page.count("<section aria-labelledby=")
    assert [tag for tag in ("<main>", "<header>", "<footer>", '<html lang="en">') if page.count(tag) != 1] == []


def luminance(colour):
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("text", ["ink", "soft", "link", "mark"])
@pytest.mark.parametrize("ground", ["paper", "wash"])
def test_text_can_be_read_on_its_ground(country, text, ground):
    """Contrast of 4.5 to 1 at least (WCAG 2.2, 1.4.3)."""
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", page_for(country)[0]))
    dark, light = luminance(colours[text]), luminance(colours[ground])
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_the_passage_stands_under_its_fact(country):
    text = "x" * 200_000
    page, _ = page_for(country, texts={country.lamp: text, country.gazette: text})
    assert page.count('<blockquote dir="auto">xxx') > 10


def test_an_allegation_says_who_alleges(country):
    page, _ = page_for(country)
    assert "Ill-treatment: beating; June 2019 (alleged; says: victim)" in page


def test_the_public_page_holds_nothing_that_was_not_released(country):
    page, figures = page_for(country, audience="public", texts={country.lamp: "canary " * 30_000})
    register = fold(country.office.entries)
    assert [p.name for p in register.people.values() if p.name in page] == []
    assert "canary" not in page
    assert [f.withheld > 0 for f in figures if f.name == "listed"] == [True]


def test_markup_in_a_heading_or_passage_is_text(country):
    attack = "<script>alert(1)</script>"
    page, _ = page_for(country, texts={country.lamp: attack * 10_000}, heading=attack)
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_an_unknown_audience_is_refused(country):
    with pytest.raises(NoSuchAudience):
        page_for(country, audience="everybody")

"""Names and words that run from right to left are set apart on every page of the desk, and turn nothing else around."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from desk.invented import DAY, MONITOR, bring, moment
from habeas.desk import Workspace, accept_all, person, sources
from habeas.web.charts.svg import element
from habeas.web.words import apart, apart_each

NAME, PRISON = "نسرین نوری", "زندان اوین"
LISTED = f"""A list
{NAME} | recognition | 2019-01-01 | list=List of Arcadia, category=writers, step=entered
{NAME} | custody | 2019-05-06 | form=imprisonment, facility={PRISON}
"""
SET_APART = re.compile(
    r'<bdi[^>]*>.*?</bdi>|<(blockquote|q)( class="words")? dir="auto">.*?</\1>|<title>.*?</title>'
    r'|<option.*?</option>|<div class="text"[^>]*dir="auto".*?</div>|\u2068.*?\u2069|<[^>]+>',
    re.S,
)
"""What is isolated by markup or signs, what can hold no markup, and the tags themselves with their attributes."""


@pytest.fixture
def persian(office: Workspace) -> Workspace:
    """The office with somebody whose name and prison are written in Persian."""
    bring(office, LISTED, second=3, name="farsi.txt")
    accept_all(office, by=MONITOR, now=moment(5))
    return office


def bare(page: str) -> list[str]:
    """Pieces in Arabic script that stand beside other words with nothing between."""
    return re.findall(r"[\u0600-\u06ff][\u0600-\u06ff ]+", SET_APART.sub("", page))


def test_no_page_leaves_a_name_or_a_quotation_bare(persian: Workspace, asked: Client) -> None:
    who = person(persian, NAME, as_of=_day()).id
    source = next(s.source for s in sources(persian) if s.persons == 1)
    pages = ("people/", f"people/{who}/", f"people/{who}/history/", f"sources/{source}/",
             f"review/{source}/?status=accepted", "figures/listed/", f"people/{who}/assessment/?by=wgad",
             f"sources/?words={PRISON.split()[0]}", f"documents/?kind=person&who={who}", "")  # fmt: skip
    texts = {p: asked.get(f"/{p}{'&' if '?' in p else '?'}as_of={DAY}", follow=True).content.decode() for p in pages}
    assert {p: found for p, t in texts.items() if (found := bare(t))} == {}
    assert [p for p in pages[:5] if NAME not in texts[p] and PRISON not in texts[p]] == []


def test_a_line_keeps_its_order_around_a_place(persian: Workspace, asked: Client) -> None:
    page = asked.get(f"/people/{person(persian, NAME, as_of=_day()).id}/?as_of={DAY}").content.decode()
    assert f"<h1><bdi>{NAME}</bdi>" in page
    assert f"Custody: imprisonment, <bdi>{PRISON}</bdi>; 6 May 2019" in page


def test_markup_of_a_source_is_text() -> None:
    assert apart(f"<b>{PRISON}</b>") == f"&lt;b&gt;<bdi>{PRISON}</bdi>&lt;/b&gt;"
    assert apart_each(["<i>", NAME], ", ") == f"<bdi>&lt;i&gt;</bdi>, <bdi>{NAME}</bdi>"


def test_words_in_a_picture_get_isolating_signs() -> None:
    assert element("text", text=f"{PRISON}: 3") == f"<text>\u2068{PRISON}\u2069: 3</text>"


def _day() -> object:
    from datetime import date

    return date.fromisoformat(DAY)

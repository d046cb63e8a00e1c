"""Every page in a real browser, on a laptop and on a telephone: no serious fault for those who read by other means than
eyes, nothing wider than the screen, and a picture of each for the manual (`make screens`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from shared_texts import PROJECT
from web.browsing import AS_OF, EXAMPLE, MONITOR, Desk, browser, chromium, habeas, new_page, served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
SCREENS = PROJECT / "docs" / "screens"
PICTURES = os.environ.get("HABEAS_SCREENS") == "1"
STATING = ("today", "people", "people-390", "figures", "figure", "public", "public-ru", "public-figures-kk")
"""Pages that say of many people what became of them: no picture of these unless somebody decided on each."""
HEAVIEST = 150_000
"""Bytes of a page with all that it loads, portraits apart."""


@dataclass(frozen=True, slots=True)
class Office:
    """A desk with the example decided but for the least sure proposals, and what the addresses need."""

    desk: Desk
    source: str
    person: str


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    chromium()
    root = tmp_path_factory.mktemp("screens")
    habeas("new", "office", "--name", "Kazakhstan, January 2020 (example)", "--language", "en,ru,kk", cwd=root)
    folder = root / "office"
    habeas("member", "add", MONITOR, cwd=folder)
    habeas("add", str(EXAMPLE / "report.md"), "--by", MONITOR, "--published", "2020-02", cwd=folder)
    habeas("read", cwd=folder)
    if PICTURES and (EXAMPLE / "decisions.jsonl").exists():  # as somebody decided who looked at each
        habeas("replay", str(EXAMPLE / "decisions.jsonl"), "--by", MONITOR, cwd=folder)
    else:
        habeas("accept", "--all", "--min-confidence", "0.85", "--by", MONITOR, cwd=folder)
    source = next(p.name for p in (folder / "vault").rglob("*") if p.is_file())
    for kind in ("recognition", "sentence", "custody", "charge"):
        habeas("release", "--level", "0", "--basis", f"source:{source}", "--kind", kind, "--by", MONITOR, cwd=folder)
    row = next(line for line in habeas("list", "--csv", cwd=folder).splitlines() if "Atabek" in line)
    with served(folder) as desk:
        yield Office(desk, source, next(cell for cell in row.split(",") if cell.startswith("r-")))


@pytest.fixture(scope="module")
def chrome(office: Office) -> Iterator[tuple[Any, Any]]:
    """The browser, and the cookies of somebody who signed in."""
    with browser() as made:
        context = made.new_context()
        context.new_page().goto(office.desk.link)
        cookies = context.cookies()
        context.close()
        yield made, cookies


@pytest.fixture
def opened(chrome: tuple[Any, Any]) -> Iterator[Callable[[int], Any]]:
    """`opened(390)` is a page of that width; its connections are closed with the test."""
    made: list[Any] = []

    def opening(width: int) -> Any:
        made.append(new_page(chrome[0], width=width))
        made[-1].context.add_cookies(chrome[1])
        return made[-1]

    yield opening
    for page in made:
        page.context.close()


PAGES = {
    "today": "?as_of={day}",
    "review": "review/{source}/?part=2",
    "people": "people/?as_of={day}",
    "person": "people/{person}/?as_of={day}",
    "history": "people/{person}/history/",
    "sources": "sources/?words=imprisonment",
    "source": "sources/{source}/",
    "memo": "sources/memo/",
    "mandates": "mandates/",
    "figures": "figures/?as_of={day}",
    "figure": "figures/political_prisoners/?as_of={day}",
    "figure-by": "figures/listed/?by=article&as_of={day}",
    "check": "check/",
    "import": "people/import/",
    "duplicates": "people/duplicates/",
    "due": "due/?as_of={day}",
    "assessment": "people/{person}/assessment/?by=wgad&as_of={day}",
    "officials": "officials/",
    "compliance": "compliance/?as_of={day}",
    "editions": "editions/",
    "public": "public/?as_of={day}",
    "public-ru": "public/ru/?as_of={day}",
    "public-person-kk": "public/kk/people/{person}.html?as_of={day}",
    "public-figures-kk": "public/kk/figures.html?as_of={day}",
    "account": "account/",
    "documents": "documents/?kind=wgad&who={person}&as_of={day}",
}


def address(office: Office, name: str) -> str:
    """The whole address of a page."""
    return f"{office.desk.address}/" + PAGES[name].format(day=AS_OF, source=office.source, person=office.person)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_serious_fault_of_access(office: Office, opened: Any, name: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = opened(1366)
    page.goto(address(office, name))
    _keep(page, name)
    found = Axe().run(page).response["violations"]
    serious = [(v["id"], v["nodes"][0]["html"][:120]) for v in found if v["impact"] in ("serious", "critical")]
    assert serious == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_fits_a_telephone(office: Office, opened: Any, name: str) -> None:
    page = opened(390)
    page.goto(address(office, name))
    wide = page.evaluate("() => document.documentElement.scrollWidth")
    if name in ("review", "people"):
        _keep(page, f"{name}-390")
    assert wide <= 390


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_light_and_asks_nobody_else(office: Office, opened: Any, name: str) -> None:
    page = opened(1366)
    sizes: list[int] = []
    page.on("response", lambda r: sizes.append(len(r.body())) if r.status == 200 else None)
    page.goto(address(office, name), wait_until="networkidle")
    assert (page.elsewhere, page.faults, sum(sizes) < HEAVIEST) == ([], [], True), sum(sizes)


def test_a_draft_that_was_checked_has_no_serious_fault_of_access(office: Office, opened: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = opened(1366)
    page.goto(address(office, "check"))
    page.set_input_files("#file", str(EXAMPLE / "report.md"))
    page.click("main form button.main")
    page.wait_for_selector("#checked .proposal")
    page.locator("#checked .proposal").first.click()
    _keep(page, "checked")
    found = Axe().run(page).response["violations"]
    assert [v["id"] for v in found if v["impact"] in ("serious", "critical")] == []


def _keep(page: Any, name: str) -> None:
    """A picture for the manual, when asked for: never in a run that only tests."""
    decided = (EXAMPLE / "decisions.jsonl").exists()
    if PICTURES and (decided or name not in STATING):
        page.wait_for_load_state("networkidle")
        SCREENS.mkdir(exist_ok=True)
        page.screenshot(path=Path(SCREENS / f"{name}.png"))

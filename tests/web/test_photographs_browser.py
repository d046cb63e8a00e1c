"""A photograph in a real browser: chosen, sent, seen under the page's own policy, on a laptop and on a telephone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from adapters import photographs as made
from desk.invented import MONITOR, bring, moment, new_workspace
from habeas.desk import accept_all, people, record_mandate, sources
from shared_texts import PROJECT
from web.browsing import Desk, browser, chromium, habeas, new_page, served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
PICTURES = os.environ.get("HABEAS_SCREENS") == "1"
SCREENS = PROJECT / "docs" / "screens"
LOADED = "img => img.complete && img.naturalWidth > 0"
NAME = "Aru Bekova"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, str, str]]:
    """An invented office, served, the person of whom a photograph is added, and a source as a basis."""
    chromium()
    folder = tmp_path_factory.mktemp("photographs") / "arcadia"
    with new_workspace(folder) as ws:
        bring(ws)
        accept_all(ws, by=MONITOR, now=moment(2))
        record_mandate(
            ws, giver=NAME, scope="photograph", purpose="publish", mandate="k-aru", by=MONITOR, now=moment(3)
        )
        who = next(p.id for p in people(ws, as_of=date(2021, 1, 31)) if p.name == NAME)
        basis = "source:" + sources(ws)[0].source
    with served(folder, MONITOR) as running:
        yield running, who, basis


def serious(page: Any) -> list[str]:
    """Ids of the faults of access that shut somebody out."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [v["id"] for v in found if v["impact"] in ("serious", "critical")]


def keep(page: Any, name: str) -> None:
    """A picture for the manual, when asked for."""
    if PICTURES:
        page.wait_for_load_state("networkidle")
        page.screenshot(path=SCREENS / f"{name}.png")


def test_a_photograph_from_the_form_to_the_public_page(desk: tuple[Desk, str, str], tmp_path: Path) -> None:
    running, who, basis = desk
    file = tmp_path / "her.jpg"
    file.write_bytes(made.jpeg(orientation=1))
    with browser() as opened:
        page = new_page(opened)
        page.goto(running.link)
        page.goto(f"{running.address}/people/{who}/?as_of=2021-01-31")
        page.click("#add-photograph summary")
        assert serious(page) == []
        page.set_input_files("#photo-file", str(file))
        page.fill("#photo-credit", "A. Drawer")
        page.fill("#photo-source", "archive of the office")
        page.fill("#photo-consent", "mandate:k-aru")
        page.fill("#photo-alt", "A drawn figure in a blue coat")
        page.click("#add-photograph button.main")
        page.wait_for_selector(".photograph img")
        page.goto(f"{running.address}/people/{who}/?as_of=2021-01-31")
        assert page.locator(".photograph img").evaluate(LOADED) is True
        assert (serious(page), page.elsewhere, page.faults) == ([], [], [])
        keep(page, "photograph")
        page.set_viewport_size({"width": 390, "height": 860})
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
        src = page.locator(".photograph img").get_attribute("src") or ""
        signed = ("--level", "0", "--by", MONITOR)
        habeas("release", src.split("/")[2], "--basis", "mandate:k-aru", *signed, cwd=running.folder)
        habeas("release", "--person", who, "--basis", basis, *signed, cwd=running.folder)
        habeas("site", str(tmp_path / "site"), "--as-of", "2021-01-31", cwd=running.folder)
        page.set_viewport_size({"width": 1366, "height": 860})
        for address in (f"{running.address}/public/people/{who}.html", (tmp_path / f"site/people/{who}.html").as_uri()):
            page.goto(address)
            assert page.locator(".photo img").evaluate(LOADED) is True
            assert [f for f in page.faults if "404" not in f] == []  # the site has no icon
        page.goto(f"{running.address}/public/people/{who}.html")
        assert serious(page) == []
        keep(page, "photograph-public")
        page.set_viewport_size({"width": 390, "height": 860})
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
        page.context.close()

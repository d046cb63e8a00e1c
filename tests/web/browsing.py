"""A real browser on a real server: the desk as a process of its own, and the system's Chromium before it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from shared_texts import PROJECT

EXAMPLE = PROJECT / "examples" / "kazakhstan-2020"
AS_OF = "2020-01-31"
MONITOR, EDITOR = "A. Monitor", "B. Editor"
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


def chromium() -> str:
    """The path of Chromium. Without it the test skips loudly, or fails where nothing may be left out."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    try:
        import playwright.sync_api  # noqa: F401
    except ImportError:
        found = None
    if found is None:
        words = "no browser: install chromium and the development requirements to test the pages"
        if os.environ.get("HABEAS_REQUIRE_ALL") == "1":
            pytest.fail(words)
        pytest.skip(words)
    return found


def habeas(*words: str, cwd: Path) -> str:
    """What a command prints, run as a process of its own."""
    done = subprocess.run([sys.executable, "-m", "habeas.cli.main", *words], cwd=cwd, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk that is being served. `link` signs the monitor in once."""

    folder: Path
    address: str
    link: str


@contextmanager
def served(folder: Path, member: str = MONITOR) -> Iterator[Desk]:
    """Serves the workspace until the end of the block."""
    words = [sys.executable, "-m", "habeas.web", str(folder), "--port", "0", "--as", member, "--as-of", AS_OF]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = process.stdout.readline() + process.stdout.readline()
        link = re.search(r"http://localhost:\d+/first/\S+", said)
        assert link is not None, said
        yield Desk(folder, re.match(r"http://localhost:\d+", link.group()).group(), link.group())  # type: ignore[union-attr]
        process.terminate()


@contextmanager
def browser(*flags: str) -> Iterator[Any]:
    """Chromium, driven by Playwright, with further flags."""
    path = chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=[*FLAGS, *flags])
        yield opened
        opened.close()


def new_page(opened: Any, *, width: int = 1366, height: int = 860) -> Any:
    """A page in a session of its own, English, which fails the test for any request to elsewhere."""
    context = opened.new_context(viewport={"width": width, "height": height}, locale="en-GB", color_scheme="light")
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.elsewhere = []
    page.faults = []
    page.on("request", lambda r: None if _here(r.url) else page.elsewhere.append(r.url))
    page.on("pageerror", lambda e: page.faults.append(str(e)))
    page.on("console", lambda m: page.faults.append(m.text) if m.type == "error" else None)
    return page


def _here(url: str) -> bool:
    return url.startswith(("http://localhost:", "http://127.0.0.1:", "data:", "blob:"))

"""What every test shares: the shared texts, and a summary line for each test that was skipped for want of them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import shared_texts
from habeas.web import configure

configure()  # once for the whole run, before anything imports the desk: its own settings are a part of these

# No test is timed, not even by hypothesis: a busy machine is no fault. The build machine draws the same examples.
settings.register_profile("here", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("build", parent=settings.get_profile("here"), derandomize=True)
settings.load_profile("build" if os.environ.get("HABEAS_REQUIRE_ALL") == "1" else "here")


@pytest.fixture(scope="session")
def shared() -> Callable[[str], Path]:
    """`shared("reading/texts/x.txt")` is the path; the test skips (or fails, see `shared_texts`) when it is absent."""
    return shared_texts.shared


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says loudly, once, how much was not tested because the shared texts are absent."""
    skipped = [r for r in terminalreporter.stats.get("skipped", []) if "shared texts absent" in str(r.longrepr)]
    if skipped:
        message = f"NOT TESTED: {len(skipped)} tests need the shared texts, which are absent."
        terminalreporter.write_line(message, red=True)

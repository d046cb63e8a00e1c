"""What every test shares: the shared texts, and a summary line for each test that was skipped for want of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import shared_texts


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

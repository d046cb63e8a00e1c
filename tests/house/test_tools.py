"""ruff and `mypy --strict` find nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from shared_texts import PROJECT


@pytest.mark.parametrize(
    "command",
    [
        ("ruff", "check", "--no-cache", "src", "tests", "bench", "tools"),
        ("mypy", "--strict"),
    ],
    ids=lambda c: c[0],
)
def test_a_tool_finds_nothing(command: tuple[str, ...]) -> None:
    result = subprocess.run([sys.executable, "-m", *command], cwd=PROJECT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr

"""Where the shared reading texts lie: `../shared` beside the checkout, or `$HABEAS_SHARED`.

They are other people's texts and no part of this project, so a checkout may come without them. Tests that need
them call `shared()`: without the folder they skip, saying what was not tested; with `HABEAS_REQUIRE_ALL=1` they
fail instead.
"""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent


def shared_folder() -> Path:
    """The folder, whether or not it exists."""
    return Path(os.environ.get("HABEAS_SHARED") or PROJECT.parent / "shared")


def installed(package: str) -> None:
    """Skips the calling test, or fails it, when a package that only tests need is not installed."""
    if find_spec(package) is None:
        why = f"NOT TESTED: {package} is not installed (requirements/dev.txt holds it: make install)"
        if os.environ.get("HABEAS_REQUIRE_ALL") == "1":
            pytest.fail(why)
        pytest.skip(why)


def shared(part: str = "") -> Path:
    """The path of `part` inside the shared folder. Skips the calling test, or fails it, when it is not there."""
    path = shared_folder() / part
    if not path.exists():
        why = f"shared texts absent: {path} (set HABEAS_SHARED to the folder that holds them)"
        if os.environ.get("HABEAS_REQUIRE_ALL") == "1":
            pytest.fail(why)
        pytest.skip(why)
    return path

"""An invented office with its desk open, asked through Django's test client as a browser would."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from desk.invented import MONITOR, bring, new_workspace
from habeas.desk import Workspace
from habeas.web.opening import release, use
from habeas.web.views.entrance import new_link


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace that holds an invented list, read and undecided, served by this process."""
    with new_workspace(tmp_path / "arcadia") as made:
        bring(made)
    yield use(tmp_path / "arcadia")
    release()


def browser() -> Client:
    """A browser on this machine; nobody is signed in."""
    return Client(SERVER_NAME="localhost")


@pytest.fixture
def asked(office: Workspace) -> Client:
    """A browser in which the monitor is signed in, by a first link."""
    client = browser()
    assert client.get(new_link(MONITOR)).status_code == 302
    return client


__all__ = ["asked", "browser", "office"]

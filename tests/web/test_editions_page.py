"""Editions at the desk: frozen by whoever publishes, compared on a page, files handed out by their hash alone."""

from __future__ import annotations

import pytest
from django.test import Client

from desk.invented import DAY, MONITOR, moment
from habeas.desk import Workspace, accept_all, editions, recognise


@pytest.fixture
def decided(office: Workspace) -> Workspace:
    """The invented list with everything accepted."""
    accept_all(office, by=MONITOR, now=moment(5))
    return office


def freeze(asked: Client, name: str, day: str = DAY) -> int:
    """Freezes an edition by the form; the status of the answer."""
    return asked.post(f"/editions/freeze/?as_of={day}", {"name": name}).status_code


def test_an_edition_is_frozen_and_stands_on_the_page(decided: Workspace, asked: Client) -> None:
    assert "Nothing was frozen yet" in asked.get("/editions/").content.decode()
    assert freeze(asked, "January") == 302
    page = asked.get("/editions/").content.decode()
    assert ("<strong><bdi>January</bdi></strong>" in page, "list.pdf" in page) == (True, True)


def test_a_file_is_handed_out_by_its_hash(decided: Workspace, asked: Client) -> None:
    freeze(asked, "January")
    edition = editions(decided)[0]
    assert asked.get(f"/editions/{edition.files['list.pdf']}/").content.startswith(b"%PDF-")
    assert asked.get(f"/editions/{edition.sha256}/")["Content-Type"] == "application/json"


def test_no_other_bytes_of_the_vault_are_handed_out(decided: Workspace, asked: Client) -> None:
    freeze(asked, "January")
    source = next(p.name for p in (decided.folder / "vault").glob("??/*") if p.name not in str(editions(decided)))
    assert asked.get(f"/editions/{source}/").status_code == 404


def test_what_changed_is_told(decided: Workspace, asked: Client) -> None:
    freeze(asked, "January")
    recognise(
        decided, "Dana Omar", step="left", list_name="List of Arcadia", reason="freed long ago", by=MONITOR,
        now=moment(30),
    )  # fmt: skip
    assert freeze(asked, "March", "2021-03-31") == 302
    page = asked.get("/editions/?a=January&b=March").content.decode()
    assert ("Dana Omar" in page, "freed long ago" in page, "events -1" in page) == (True, True, True)


def test_an_exit_without_a_reason_is_refused_in_words(decided: Workspace, asked: Client) -> None:
    freeze(asked, "January")
    recognise(decided, "Dana Omar", step="left", list_name="List of Arcadia", by=MONITOR, now=moment(30))
    answer = asked.post("/editions/freeze/?as_of=2021-03-31", {"name": "March"})
    assert (answer.status_code, "Nobody leaves a list without a stated reason" in answer.content.decode()) == (
        403,
        True,
    )

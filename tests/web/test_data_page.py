"""The register as data at the desk: offered to those who release, in every format, for an audience."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from django.test import Client

from desk.invented import DAY, MONITOR, moment
from habeas.desk import Workspace, accept_all
from habeas.web.views.data import FORMATS


@pytest.fixture
def decided(office: Workspace) -> Workspace:
    accept_all(office, by=MONITOR, now=moment(5))
    return office


def test_the_card_offers_every_format(decided: Workspace, asked: Client) -> None:
    page = asked.get("/documents/").content.decode()
    assert [f'<option value="{name}">' in page for name in FORMATS] == [True] * 5


@pytest.mark.parametrize("format", ["csv", "esf"])
def test_tables_come_in_a_zip_file(decided: Workspace, asked: Client, format: str) -> None:
    answer = asked.get(f"/documents/data/?format={format}&audience=team&as_of={DAY}")
    assert answer["Content-Disposition"] == f'attachment; filename="register-team-{DAY}-{format}.zip"'
    with zipfile.ZipFile(io.BytesIO(answer.content)) as folder:
        assert any(b"Aru Bekova" in folder.read(name) for name in folder.namelist())


@pytest.mark.parametrize("format", ["jsonl", "xlsx", "ftm"])
def test_a_file_bears_its_audience_and_day(decided: Workspace, asked: Client, format: str) -> None:
    answer = asked.get(f"/documents/data/?format={format}&audience=team&as_of={DAY}")
    assert (answer.status_code, len(answer.content) > 1000) == (200, True)
    assert answer["Content-Disposition"] == f'attachment; filename="register-team-{DAY}.{format}"'


def test_without_an_audience_it_is_for_the_public(decided: Workspace, asked: Client) -> None:
    answer = asked.get(f"/documents/data/?as_of={DAY}")
    head = json.loads(answer.content.splitlines()[0])
    assert (head["audience"], b"Bekova" in answer.content) == ("public", False)


@pytest.mark.parametrize("query", ["audience=sealed", "audience=case", "format=exe"])
def test_what_is_not_offered_is_refused(decided: Workspace, asked: Client, query: str) -> None:
    assert asked.get(f"/documents/data/?{query}").status_code == 400

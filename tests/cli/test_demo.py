"""The example, done as `make demo` does it: exactly 56 and 16, by name, each claim in the report's own words."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
EXAMPLE = PROJECT / "examples" / "kazakhstan-2020"
DAY = "2020-01-31"
POLITICAL_PRISONERS = [
    "Almat Zhumagulov", "Aron Atabek", "Aset Abishev", "Erlan Baltabay", "Igor Chuprina", "Igor Sychev", "Kaiyrly Omar",
    "Kaster Musakhanuly", "Kenzhebek Abishev", "Maks Bokayev", "Mukhtar Dzhakishev", "Murager Alimuly",
    "Ruslan Ginatullin", "Sanat Bukenov", "Yerzhan Yelshibayev", "Zhambyl Kobeysinov",
]  # fmt: skip
BESIDE = ["Dmitriy Pestov", "Muratkhan Tokmadi", "Tlek Tabarak", "Vasilina Sokolenko"]


def habeas(*arguments: str, cwd: Path) -> str:
    command = [sys.executable, "-m", "habeas.cli.main", *arguments]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "demo"
    habeas("demo", "--no-serve", "--folder", str(folder), "--example", str(EXAMPLE), cwd=PROJECT)
    return folder / "workspace"


def counted(workspace: Path, figure: str) -> list[str]:
    figures = {f["name"]: f for f in json.loads(habeas("figures", "--as-of", DAY, "--json", cwd=workspace))["figures"]}
    people = json.loads(habeas("list", "--as-of", DAY, "--everyone", "--json", cwd=workspace))["people"]
    names = {p["id"]: p["name"] for p in people}
    return sorted(names[i] for i in figures[figure]["counted"])


def test_the_decisions_fit_what_is_read_today() -> None:
    command = [sys.executable, str(PROJECT / "tools" / "example_decisions.py")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout == ""


def test_56_and_16_by_name(demo: Path) -> None:
    assert len(counted(demo, "listed")) == 56
    assert counted(demo, "political_prisoners") == POLITICAL_PRISONERS
    assert counted(demo, "held_not_recognised") == BESIDE


def test_every_claim_is_a_span_of_the_report(demo: Path) -> None:
    text = (EXAMPLE / "report.md").read_text("utf-8")
    people = json.loads(habeas("list", "--as-of", DAY, "--json", cwd=demo))["people"]
    for person in people[::8]:
        view = json.loads(habeas("person", person["id"], "--json", cwd=demo))
        claims = [c for f in view["person"]["facts"] for c in f["claims"]]
        assert claims
        assert [text[slice(*c["span"])] for c in claims] == [c["passage"] for c in claims]


def test_a_withdrawn_sentence_takes_one_from_the_count_and_names_them(demo: Path, tmp_path: Path) -> None:
    copy = tmp_path / "workspace"
    shutil.copytree(demo, copy)
    view = json.loads(habeas("person", "Bukenov", "--json", cwd=copy))
    (sentence,) = [f["id"] for f in view["person"]["facts"] if f["kind"] == "sentence"]
    told = habeas("withdraw", sentence, "--by", "A. Monitor", "--why", "a test", "--as-of", DAY, cwd=copy)
    assert "political_prisoners on 2020-01-31: 16 → 15 (no longer: Sanat Bukenov)" in told
    assert counted(copy, "political_prisoners") == [n for n in POLITICAL_PRISONERS if n != "Sanat Bukenov"]

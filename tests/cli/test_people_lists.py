"""`habeas people export` and `import`, as a user types them, and one line for each bad input."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from cli.shell import MEMBER, done, refused, tree

LIST = "ID,Name,DoB,Seized,Sentence\n1,Una Veil,1980-01-02,5 May 2019,7 years\n2,=cmd(),March,,\n"
COLUMN = ("--column", "arrested=Seized")


@pytest.fixture
def here(office: Path) -> Path:
    (office / "list.csv").write_text(LIST, "utf-8")
    return office


def test_a_dry_run_says_what_would_happen_and_writes_nothing(here: Path) -> None:
    before = tree(here)
    said = done("people", "import", "list.csv", *COLUMN, cwd=here)
    assert tree(here) == before
    assert said.lines[-4:] == [
        "  2. =cmd()",
        "  Row 2 is not understood, DoB: March",
        "2 rows: 2 new, 0 changed, 0 as the register has them.",
        "Nothing was written. To import it: the same command with --by NAME.",
    ]


def test_an_import_and_the_way_back(here: Path) -> None:
    made = done("people", "import", "list.csv", *COLUMN, "--by", MEMBER, cwd=here)
    assert made.lines[-1].endswith(": 2 records, 4 claims.")
    again = done("people", "import", "list.csv", "--by", MEMBER, cwd=here)
    assert again.lines[-1] == "Nothing changed: the register holds all of it."
    rows = list(csv.DictReader(io.StringIO(done("people", "export", cwd=here).out)))
    (una,) = [r for r in rows if r["Name"] == "Una Veil"]
    assert (una["Birth"], una["Arrested"], una["Sentence"]) == ("1980-01-02", "2019-05-05", "P7Y")
    assert [r["Name"] for r in rows if "cmd" in r["Name"]] == ["'=cmd()"]
    (here / "edited.csv").write_text(done("people", "export", cwd=here).out.replace("1980-01-02", "1981"), "utf-8")
    said = json.loads(done("people", "import", "edited.csv", "--json", cwd=here).out)
    assert [(r["name"], r["changes"]) for r in said["rows"] if r["verdict"] != "unchanged"] == [
        ("Una Veil", [{"column": "Birth", "act": "replaces", "before": ["1980-01-02"], "after": "1981"}])
    ]
    done("people", "import", "edited.csv", "--by", MEMBER, cwd=here)
    assert "1981" in done("people", "export", cwd=here).out
    assert done("verify", cwd=here).lines[0].startswith("Whole")


BAD = {
    "a.csv": (b"x,y\n1,2\n", "No column of the table holds names"),
    "b.csv": ("ФИО;рождение\nВейл Уна;1980\n".encode("koi8-r") * 9, "is not UTF-8"),
    "c.csv": (b"", "is empty"),
    "d.json": (b'[{"name": ', "cannot be read"),
    "e.csv": (b"name,name\na,b\n", "the same header"),
}


@pytest.mark.parametrize("file", list(BAD))
def test_what_is_no_list_is_refused_in_one_line(here: Path, file: str) -> None:
    data, cause = BAD[file]
    (here / file).write_bytes(data)
    assert cause in refused("people", "import", file, "--by", MEMBER, cwd=here, code=2)


def test_options_that_are_none(here: Path) -> None:
    assert "WHAT=HEADER" in refused("people", "import", "list.csv", "--column", "birth", cwd=here, code=2)
    assert "no column 'Shoes'" in refused("people", "import", "list.csv", "--column", "birth=Shoes", cwd=here, code=2)
    assert "no member" in refused("people", "import", "list.csv", "--by", "Nobody", cwd=here, code=3).lower()
    assert "There is no file" in refused("people", "import", "none.csv", cwd=here, code=2)

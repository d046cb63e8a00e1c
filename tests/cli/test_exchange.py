"""`habeas export` and `habeas import`, as a user types them, and one line for each bad input."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest

from cli.shell import DAY, MEMBER, done, refused

OTHER = "C. Other"


@pytest.fixture
def here(office: Path) -> Path:
    return office


@pytest.fixture
def there(tmp_path: Path) -> Path:
    done("new", "there", cwd=tmp_path)
    done("member", "add", OTHER, cwd=tmp_path / "there")
    return tmp_path / "there"


def below_the_head(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines()[1:-1]


def test_another_office_takes_in_what_was_exported(here: Path, there: Path) -> None:
    said = done("export", str(there / "a.jsonl"), "--as-of", DAY, cwd=here)
    assert said.lines[0].startswith(f"Wrote jsonl to {there / 'a.jsonl'} for the audience team, as of {DAY}: ")
    planned = done("import", "a.jsonl", "--by", OTHER, "--dry-run", cwd=there)
    assert planned.lines[-1] == "Nothing was written."
    done_there = done("import", "a.jsonl", "--by", OTHER, cwd=there)
    assert done_there.lines[:-1] == planned.lines[:-1]
    assert (done_there.lines[-1], (there / "a.jsonl").stat().st_mode & 0o777) == ("Taken in.", 0o600)
    again = done("import", "a.jsonl", "--by", OTHER, cwd=there)
    assert again.lines[0].endswith("nothing that is not held already.")
    assert json.loads(done("import", "a.jsonl", "--by", OTHER, "--json", cwd=there).out)["written"] is False
    done("export", "b.jsonl", "--as-of", DAY, cwd=there)
    assert below_the_head(there / "b.jsonl") == below_the_head(there / "a.jsonl")
    shown = [
        [line for line in done("list", "--as-of", DAY, cwd=at).lines if "known at" not in line] for at in (here, there)
    ]
    assert (shown[0] == shown[1], len(shown[0]) > 3) == (True, True)
    assert done("verify", cwd=there).lines[0].startswith("Whole")


@pytest.mark.parametrize(("format", "files"), [("csv", 4), ("esf", 10)])
def test_tables_go_into_a_folder(here: Path, tmp_path: Path, format: str, files: int) -> None:
    said = done("export", str(tmp_path / "out"), "--format", format, "--as-of", DAY, cwd=here)
    assert said.lines[0].startswith(f"Wrote {files} tables to ")
    tables = {p.name: list(csv.reader(p.read_text("utf-8").splitlines())) for p in (tmp_path / "out").iterdir()}
    assert len(tables) == files
    assert any("Ada Mossova" in row for rows in tables.values() for row in rows)


@pytest.mark.parametrize("ending", ["xlsx", "ftm"])
def test_the_end_of_the_name_says_the_format(here: Path, tmp_path: Path, ending: str) -> None:
    said = done("export", str(tmp_path / f"a.{ending}"), "--as-of", DAY, cwd=here)
    assert said.lines[0].startswith(f"Wrote {ending} to ")


def test_what_was_exported_for_others_can_be_imported_as_a_list(here: Path, there: Path) -> None:
    done("export", str(there / "a.ftm"), "--as-of", DAY, cwd=here)
    said = done("people", "import", "a.ftm", "--by", OTHER, cwd=there)
    assert said.lines[-1].startswith("Imported as source ")


def test_bad_input_is_one_line(here: Path, there: Path) -> None:
    assert "does not say which format" in refused("export", "x", cwd=here, code=2)
    assert "'pdf' is no format" in refused("export", "x.jsonl", "--format", "pdf", cwd=here, code=2)
    assert "is no audience" in refused("export", "x.jsonl", "--audience", "friends", cwd=here, code=2)
    assert "could not be written" in refused("export", "no/where/x.jsonl", cwd=here, code=2)
    assert "cannot be read" in refused("import", "none.jsonl", "--by", OTHER, cwd=there, code=2)
    shutil.copy(Path(__file__).parent / "report.md", there / "report.md")
    assert "its first line is no head" in refused("import", "report.md", "--by", OTHER, cwd=there, code=2)
    done("export", str(there / "p.jsonl"), "--audience", "public", cwd=here)
    assert "was made for public" in refused("import", "p.jsonl", "--by", OTHER, cwd=there, code=2)
    done("export", str(there / "a.jsonl"), cwd=here)
    assert "no member" in refused("import", "a.jsonl", "--by", MEMBER, cwd=there, code=3).lower()
    data = (there / "a.jsonl").read_bytes()
    (there / "a.jsonl").write_bytes(data[: len(data) // 2])
    assert "is cut short" in refused("import", "a.jsonl", "--by", OTHER, cwd=there, code=2)
    (there / "a.jsonl").write_bytes(b"\xff\xfe" + data)
    assert "its first line is no head" in refused("import", "a.jsonl", "--by", OTHER, cwd=there, code=2)

"""As a program of its own: outside a workspace, in any locale, into a pipe that closes, without needless imports."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from check.test_schemas import faults
from cli.shell import HERE, tree

REPORT = str(HERE / "report.md")


def program(*words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME")}
    command = [sys.executable, "-m", "habeas.cli.main", *words]
    return subprocess.run(command, cwd=cwd, env=kept | environment, capture_output=True, check=False)


@pytest.mark.parametrize("command", ["read", "check"])
def test_json_outside_a_workspace(tmp_path: Path, command: str) -> None:
    done = program(command, REPORT, "--json", cwd=tmp_path)
    assert (done.returncode, done.stderr, tree(tmp_path)) == (0, b"", {})
    assert faults("reading" if command == "read" else "check", json.loads(done.stdout)) == []


def test_output_is_utf8_in_any_locale(tmp_path: Path) -> None:
    text = "Список политических заключённых Казахстана, февраль 2020 года.\n"
    (tmp_path / "список.txt").write_text(text, "utf-8")
    done = program("read", "список.txt", cwd=tmp_path, LC_ALL="POSIX", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert text.strip().rstrip(".") in done.stdout.decode("utf-8")


def test_an_error_is_one_line_and_has_its_exit_code(tmp_path: Path) -> None:
    done = program("check", "none.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"habeas: There is no file none.txt. Check the name and the folder.\n"


def test_help_is_what_a_bare_command_prints(tmp_path: Path) -> None:
    assert program(cwd=tmp_path).stdout == program("--help", cwd=tmp_path).stdout
    assert program(cwd=tmp_path).returncode == 0


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    command = f"{sys.executable} -m habeas.cli.main read {REPORT} --json | head -c 10"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


LOADED = """
import sys
from habeas.cli.main import main
try:
    main()
except SystemExit:
    pass
roots = {m.split(".")[0] for m in sys.modules}
print(sorted(roots & {"django", "jinja2", "sqlcipher3", "rich", "asyncio"}), file=sys.stderr)
"""


@pytest.mark.parametrize("words", [("read", REPORT, "--json"), ("check", REPORT), ("law", "174", "--on", "2019")])
def test_reading_a_file_loads_no_framework(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = subprocess.run([sys.executable, "-c", LOADED, *words], cwd=tmp_path, capture_output=True, check=False)
    assert done.stderr.decode().strip() == "[]"


def test_a_fault_of_our_own_is_told_without_a_traceback(tmp_path: Path) -> None:
    code = "from habeas.cli.main import run; import sys; sys.exit(run(lambda: 1 / 0))"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode().count("\n")) == (70, 1)
    assert done.stderr.decode().startswith("habeas: This is a fault of Habeas itself (ZeroDivisionError: ")

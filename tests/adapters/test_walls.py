"""The walls around a parser: no network, no file written, no secret told, and limits of memory and time that hold."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from habeas.adapters.parsing.process import MEGABYTE, Limits, _environment, run

INSIDE = """
import ctypes, json, os, sys
sys.path[:] = json.loads(sys.argv[1])
from habeas.adapters.parsing.confine import confine
walled = confine(memory=512 << 20, seconds=20, starts={starts})
libc = ctypes.CDLL(None, use_errno=True)
def tried(work):
    try:
        return repr(work())
    except BaseException as error:
        return type(error).__name__
import socket, subprocess
print(json.dumps({{
    "walled": walled,
    "call": libc.socket(2, 1, 0),
    "socket": tried(lambda: socket.socket()),
    "name": tried(lambda: socket.getaddrinfo("localhost", 80)),
    "write": tried(lambda: open(sys.argv[2], "w")),
    "write_low": tried(lambda: os.write(os.open(sys.argv[2], os.O_WRONLY | os.O_CREAT), b"x")),
    "remove": tried(lambda: os.remove(sys.argv[2])),
    "start": tried(lambda: subprocess.run(["/bin/true"]).returncode),
    "memory": tried(lambda: len(bytearray(600 << 20))),
}}))
"""


def inside(tmp_path: Path, *, starts: bool) -> dict[str, object]:
    code = INSIDE.format(starts=starts)
    command = [sys.executable, "-I", "-c", code, json.dumps([p for p in sys.path if p]), f"{tmp_path}/made"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits of memory and seccomp are Linux's")
def test_what_a_parser_may_not_do(tmp_path: Path) -> None:
    found = inside(tmp_path, starts=False)
    assert found.pop("write_low") == "PermissionError"
    assert found == {
        "walled": True, "call": -1, "socket": "PermissionError", "name": "PermissionError", "write": "PermissionError",
        "remove": "PermissionError", "start": "PermissionError", "memory": "MemoryError",
    }  # fmt: skip
    assert list(tmp_path.iterdir()) == []


def test_what_reads_pictures_may_start_a_program_and_nothing_more(tmp_path: Path) -> None:
    found = inside(tmp_path, starts=True)
    assert (found["start"], found["call"], found["write"]) == ("0", -1, "PermissionError")


def test_no_secret_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HABEAS_KEY", "a secret")
    monkeypatch.setenv("DJANGO_SECRET", "another")
    assert sorted(_environment("/x")) == sorted(
        {
            "HOME",
            "LANG",
            "OMP_THREAD_LIMIT",
            "TMPDIR",
            *({"PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH"} & set(os.environ)),
        }
    )


def test_time_and_memory_end_a_parser() -> None:
    rows = b"Name,Article\n" + b"a,b,c,d,e,f,g,h,i,j\n" * 800_000
    assert run("csv", rows, limits=Limits(seconds=1)) == {"fault": "time"}
    answer = run("csv", rows, limits=Limits(memory=80 * MEGABYTE))
    assert answer == {"fault": "memory", "walled": True}
    assert run("csv", b"Name,Article\na,b\n" * 20_000, limits=Limits(answer=1000)) == {"fault": "answer"}

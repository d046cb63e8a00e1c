"""Runs a parser in a child process and holds it to its limits from outside; what it answers is checked, not trusted."""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

_BOOT = (
    "import sys, json; a = json.loads(sys.argv[1]); sys.path[:] = a['path']; "
    "from habeas.adapters.parsing.child import main; main(a)"
)
_CHUNK = 1 << 20
MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """`memory` and `answer` in bytes, `seconds` of processor and of the clock."""

    memory: int = 512 * MEGABYTE
    seconds: int = 25
    answer: int = 128 * MEGABYTE


def run(
    kind: str, data: bytes, *, limits: Limits, encoding: str | None = None, languages: str | None = None
) -> dict[str, Any]:
    """The child's answer: a text layer, {"cause", "next_step"}, or {"fault": a word for what went wrong}. Never raises
    for what the file does."""
    path = [p for p in sys.path if p]
    order = {"kind": kind, "memory": limits.memory, "seconds": limits.seconds, "encoding": encoding,
             "languages": languages, "path": path}  # fmt: skip
    command = [sys.executable, "-I", "-B", "-c", _BOOT, json.dumps(order)]
    with TemporaryDirectory(prefix="habeas-") as folder:
        given = Path(folder) / "given"
        given.write_bytes(data)
        with given.open("rb") as file:
            child = subprocess.Popen(
                command, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder,
                env=_environment(folder), start_new_session=True,
            )  # fmt: skip
        try:
            written, fault = _written(child, limits)
        finally:
            _end(child)
    return {"fault": fault} if fault else _understood(written, child.returncode)


def _environment(folder: str) -> dict[str, str]:
    """What a child is told: where programs and language data lie. No password, key or setting of the office."""
    kept = {k: v for k in ("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH", "SYSTEMROOT") if (v := os.environ.get(k))}
    return {**kept, "LANG": "C.UTF-8", "TMPDIR": folder, "HOME": folder, "OMP_THREAD_LIMIT": "1"}


def _written(child: subprocess.Popen[bytes], limits: Limits) -> tuple[bytes, str]:
    assert child.stdout is not None
    until, chunks, size = time.monotonic() + limits.seconds + 3, [], 0
    os.set_blocking(child.stdout.fileno(), False)
    with selectors.DefaultSelector() as waiting:
        waiting.register(child.stdout, selectors.EVENT_READ)
        while (left := until - time.monotonic()) > 0:
            if not waiting.select(left):
                continue
            chunk = child.stdout.read(_CHUNK)
            if not chunk:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    child.wait(max(0.1, until - time.monotonic()))
                return b"".join(chunks), ""
            chunks.append(chunk)
            size += len(chunk)
            if size > limits.answer:
                return b"", "answer"
    return b"", "time"


def _end(child: subprocess.Popen[bytes]) -> None:
    """Ends the child and whatever it started: they are one session."""
    if child.poll() is None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    if child.stdout:
        child.stdout.close()


def _understood(written: bytes, code: int | None) -> dict[str, Any]:
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        return {"fault": "time"}
    try:
        answer = json.loads(written)
    except (ValueError, RecursionError):
        return {"fault": "crash" if code else "answer"}
    return answer if isinstance(answer, dict) else {"fault": "answer"}

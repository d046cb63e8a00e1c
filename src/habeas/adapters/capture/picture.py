"""A picture of a captured page by Chromium, which sees what was captured and has no network.

Scripts are off by the policy that every answer carries (`replay`): the switch that turns them off altogether also stops
Chromium from drawing."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from habeas.adapters.capture.fetch import Exchange
from habeas.adapters.capture.replay import Replay

SECONDS, WIDTH, TALLEST, LARGEST = 40, 1280, 15_000, 40 << 20
_PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--headless=new", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--no-default-browser-check",
    "--disable-background-networking", "--disable-sync", "--disable-component-update", "--disable-default-apps",
    "--disable-extensions", "--disable-domain-reliability", "--disable-client-side-phishing-detection", "--no-pings",
    "--metrics-recording-only", "--mute-audio",
    "--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    "--proxy-bypass-list=<-loopback>", "--disable-dev-shm-usage",
)  # fmt: skip
_SHEET = re.compile(rb"/Type\s*/Page(?![a-z])")


def program() -> str | None:
    """Where Chromium is; None when it is not installed."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


def version(path: str) -> str:
    """What Chromium says of itself."""
    try:
        said = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=20, check=False)
        return said.stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        return "unknown"


def picture(path: str, page: Exchange, held: dict[str, Exchange]) -> tuple[bytes | None, list[str]]:
    """(a PNG of the whole page or None, the addresses that it wanted and did not get)."""
    with Replay(held) as replay, TemporaryDirectory(prefix="habeas-") as folder:
        url = "http" + page.target.url.removeprefix(page.target.scheme)
        sheets = Path(folder) / "page.pdf"
        _run(path, folder, replay.port, [f"--print-to-pdf={sheets}", "--no-pdf-header-footer", url])
        count = len(_SHEET.findall(sheets.read_bytes())) if sheets.is_file() else 1
        tall = min(TALLEST, max(900, 1_250 * count))
        shot = Path(folder) / "page.png"
        _run(path, folder, replay.port, [f"--screenshot={shot}", f"--window-size={WIDTH},{tall}", url])
        good = shot.is_file() and 0 < shot.stat().st_size <= LARGEST
        return (shot.read_bytes() if good else None), list(dict.fromkeys(replay.refused))


def _run(path: str, folder: str, port: int, more: list[str]) -> None:
    """Chromium in a session of its own, with a home that is thrown away, ended when it takes too long."""
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []  # root may not use the sandbox
    own = [f"--user-data-dir={folder}/profile", f"--proxy-server=http://127.0.0.1:{port}"]
    command = [path, *_FLAGS, *sandbox, *own, *more]
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": folder, "TMPDIR": folder, "LANG": "C.UTF-8"}
    quiet = subprocess.DEVNULL
    child = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, env=environment, start_new_session=True)
    try:
        child.wait(SECONDS)
    except subprocess.TimeoutExpired:
        pass
    finally:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()

"""The campaign of killed writers, in small; `tools/ledger_campaign.py` runs it in full. The control is seen to fail."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TOOL = Path(__file__).resolve().parents[2] / "tools" / "ledger_campaign.py"
SMALL = ["--writers", "3", "--entries", "60", "--hold", "1", "--kill-every", "0.4", "--patience", "120"]


def run(*options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, str(TOOL), *SMALL, *options], capture_output=True, text=True, check=False)


def test_killed_writers_lose_nothing() -> None:
    done = run()
    assert (done.returncode, done.stdout.splitlines()[-1]) == (
        0, "HELD: every acknowledged entry is there, once, in one chain.",
    ), done.stdout + done.stderr  # fmt: skip


def test_a_journal_that_acknowledges_too_early_is_caught() -> None:
    control = ["--journal", "ledger_campaign:acknowledges_too_early"]
    assert run(*control).returncode == 1
    assert run(*control, "--expect-failure").returncode == 0

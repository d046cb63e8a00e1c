"""`make bench`: what we measure, beside what we want. A missed target is printed, not failed: a table to read, no test.

A name as argument (such as growth or register) runs that part alone. A part that cannot run is
named, and the exit code is 1.
"""

from __future__ import annotations

import importlib
import subprocess
import sys

PARTS = {
    "reading": "speed_reading", "growth": "speed_growth", "register": "speed_register",
    "projections": "speed_projections", "pages": "speed_pages", "documents": "speed_documents",
    "exchange": "speed_exchange", "names": "names", "screening": "screening", "scores": "scores",
}  # fmt: skip


def main(names: list[str]) -> int:
    """Prints rows as they come; the number of parts that could not be measured to the end is handed back."""
    failed = 0
    for name in names or list(PARTS):
        print(f"\n{name}")
        try:
            for row in importlib.import_module(PARTS[name]).rows():
                print("  " + str(row), flush=True)
        except subprocess.CalledProcessError as error:
            failed += 1
            last = (error.stderr.strip().splitlines() or [""])[-1]
            print(f"  NOT MEASURED: {' '.join(error.cmd)} ended with {error.returncode}: {last}")
        except ImportError as error:
            failed += 1
            print(f"  NOT MEASURED: {error}")
    return failed


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1:]) else 0)

"""`python -m habeas.web FOLDER`: what `habeas serve` starts, as a process of its own."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from habeas.errors import HabeasError
from habeas.web.serving import PORT, serve


def main() -> int:
    """Serves until stopped. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m habeas.web", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--port", type=int, default=PORT)
    parser.add_argument("--as", dest="member", default="")
    parser.add_argument("--as-of", default="", help="the day on which the first page opens")
    said = parser.parse_args()
    try:
        serve(said.folder, port=said.port, member=said.member, as_of=said.as_of)
    except HabeasError as error:
        print(f"habeas: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("Closed.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

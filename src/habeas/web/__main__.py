"""`python -m habeas.web FOLDER`: what `habeas serve` starts, as a process of its own."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from habeas.errors import HabeasError
from habeas.web.serving import PORT, TEAM_PORT, serve, serve_team


def main() -> int:
    """Serves until stopped. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m habeas.web", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--port", type=int)
    parser.add_argument("--host", dest="hosts", action="append", default=[], help="a name to serve the office by")
    parser.add_argument("--as", dest="member", default="")
    parser.add_argument("--as-of", default="", help="the day on which the first page opens")
    said = parser.parse_args()
    try:
        if said.hosts:
            serve_team(said.folder, hosts=said.hosts, port=_port(said.port, TEAM_PORT), member=said.member)
        else:
            serve(said.folder, port=_port(said.port, PORT), member=said.member, as_of=said.as_of)
    except HabeasError as error:
        print(f"habeas: {error}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("Closed.")
    return 0


def _port(said: int | None, usual: int) -> int:
    return usual if said is None else said


if __name__ == "__main__":
    sys.exit(main())

"""One writer of the campaigns, as a process of its own: appends decisions and says which were acknowledged.

Run: `python writer.py WORKSPACE NAME COUNT LOG`. Started again after a kill it goes on with the same keys, so that what
was written and not acknowledged is found again and not doubled.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from habeas.desk import members, open_workspace
from habeas.desk.projection import project
from habeas.ledger import Draft


def write(folder: Path, name: str, count: int, log: Path) -> None:
    """Appends `count` rejections, each with its projection in one transaction; logs each acknowledgement."""
    done = len(log.read_text().splitlines()) if log.exists() else 0
    with open_workspace(folder) as ws, log.open("a") as acknowledged:
        signer = members(ws)[0]
        for number in range(done, count):
            content = {"proposal": f"c-{name}-{number}", "document": "0" * 64, "why": "campaign", "bulk": False}
            subjects, key = (f"c-{name}-{number}",), f"{name}-{number}"
            draft = Draft("reject", signer.id, signer.id, content, subjects, idempotency_key=key)
            with ws.transaction():
                [entry] = ws.journal.append([draft])
                project(ws, [entry])
            acknowledged.write(f"{key} {entry.id} {entry.header.hash}\n")
            acknowledged.flush()
            os.fsync(acknowledged.fileno())


if __name__ == "__main__":
    write(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]))

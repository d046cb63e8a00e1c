"""What runs in the child process: puts up the walls, reads the file from its input, answers with one JSON object."""

from __future__ import annotations

import json
import sys
from typing import Any

from habeas.adapters.parsing.confine import confine
from habeas.adapters.parsing.unreadable import Unreadable


def main(order: dict[str, Any]) -> None:
    """Carries out one order: {kind, memory, seconds, encoding, languages}. Never raises: faults are answers."""
    walled = confine(memory=order["memory"], seconds=order["seconds"], starts=order["kind"] == "scan")
    try:
        answer = _carried_out(order, sys.stdin.buffer.read())
    except Unreadable as error:
        answer = {"cause": error.cause, "next_step": error.next_step}
    except MemoryError:
        answer = {"fault": "memory"}
    except RecursionError:
        answer = {"fault": "nesting"}
    except Exception as error:  # a parser's own fault: the file is bad in a way that nobody foresaw
        answer = {"fault": type(error).__name__}
    answer["walled"] = walled
    try:
        written = json.dumps(answer).encode()
    except MemoryError:
        written = b'{"fault": "memory"}'
    sys.stdout.buffer.write(written)
    sys.stdout.buffer.flush()


def _carried_out(order: dict[str, Any], data: bytes) -> dict[str, Any]:
    from habeas.adapters.parsing.reading import read_kind

    return read_kind(order["kind"], data, encoding=order.get("encoding"), languages=order.get("languages"))

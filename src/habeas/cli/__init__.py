"""Command line: what a person types becomes one call of a room, and its answer becomes lines.

In: arguments. Out: lines, JSON or CSV, and an exit code for each kind of error. It decides nothing, touches no table.
"""

from __future__ import annotations

__all__: list[str] = []

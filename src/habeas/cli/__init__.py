"""Command line: what a person types becomes one call of the desk or of a pure room, and its answer becomes lines.

In: arguments. Out: lines, JSON or CSV, and an exit code for each kind of error. It decides nothing and touches no table.
"""

from __future__ import annotations

__all__: list[str] = []

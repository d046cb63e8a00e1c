"""Engines for lists past one machine: Splink on DuckDB, Splink on Spark. Each is an extra; none is needed.

In: the rows of `habeas.matching.meeting`. Out: the pairs that `habeas.matching` itself would find, by the same levels.
They never decide how likely a pair is: they count the pairs of each cell, and `matching` says what a cell means.
"""

from habeas.adapters.engines.choosing import ENGINES, engine
from habeas.adapters.engines.faults import NotInstalled

__all__ = ["ENGINES", "NotInstalled", "engine"]

"""Which engine compares, by its name on the command line."""

from __future__ import annotations

from importlib.util import find_spec

from habeas.adapters.engines.faults import NotInstalled, UnknownEngine
from habeas.adapters.engines.on_duckdb import on_duckdb
from habeas.adapters.engines.on_spark import on_spark
from habeas.matching.meeting import Engine

ENGINES = ("habeas", "splink", "spark")
_NEEDS = {"splink": ("splink", "duckdb"), "spark": ("splink", "pyspark")}


def engine(name: str) -> Engine | None:
    """The engine of that name; None for Habeas itself. Raises `UnknownEngine`, `NotInstalled`."""
    if name not in ENGINES:
        raise UnknownEngine(f"There is no engine {name!r}.", f"Choose one of {', '.join(ENGINES)}.")
    absent = [package for package in _NEEDS.get(name, ()) if find_spec(package) is None]
    if absent:
        java = " It also needs Java 17 or later." if name == "spark" else ""
        raise NotInstalled(
            f"The engine {name} needs {' and '.join(absent)}, not installed here.",
            f"Install it: pip install 'habeas[{name}]'.{java} Without it, leave out --engine.",
        )
    return {"habeas": None, "splink": on_duckdb, "spark": on_spark}[name]

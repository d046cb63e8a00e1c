"""The levels of `habeas.matching.duplicates` as comparisons of Splink, and the pairs that Splink makes of them.

Two entries meet when they share a group: Splink blocks on the groups. Their level of name is asked of Habeas, the
others are SQL. Splink gives each pair its levels; how many pairs each cell of levels has goes to Habeas, which says how
likely each cell is; and the pairs of likely cells come back. Splink's own weights are not used: they know neither
crowds nor what is known of lists beforehand.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np

from habeas.matching.duplicates import BIRTH, CROWDS, PLACE, SHAPE, fitted
from habeas.matching.meeting import Meeting, Table
from habeas.matching.prepared import Ints

if TYPE_CHECKING:
    from splink import Linker, SettingsCreator

AGED = len(CROWDS) + 1
"""The level of crowd from which two met by their age alone, so that their births say nothing more."""
NAMES = ("name", "birth", "place", "crowd")
BITS = max(SHAPE)


@contextmanager
def quiet() -> Iterator[None]:
    """Splink tells its progress, and warns of levels that ours do not need: nothing below an error is told in here.

    It sets the level of its own logger anew whenever it links, so that all loggers are held back.
    """
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(before)


def likely(linker: Linker, *, least: float, put: Callable[[dict[str, Any]], str]) -> tuple[Ints, Ints, Table]:
    """The pairs from `least` up. `put` makes a table of columns and says its name."""
    levels = linker.inference.predict(warning_mode="never")
    name, birth, place, crowd = (f"CAST(ROUND(mw_{level}) AS INTEGER)" for level in NAMES)
    birth = f"CASE WHEN {crowd} >= {AGED} THEN {BIRTH['unknown']} ELSE {birth} END"
    cell = f"(({name} * {SHAPE[1]} + {birth}) * {SHAPE[2]} + {place}) * {SHAPE[3]} + {crowd}"
    counted = _columns(linker, f"SELECT {cell} AS cell, COUNT(*) AS pairs FROM {levels.physical_name} GROUP BY 1")
    table = np.zeros(int(np.prod(SHAPE)))
    table[counted["cell"].astype(np.int64)] = counted["pairs"]
    truth = fitted(table.reshape(SHAPE)).reshape(-1)
    chosen = np.flatnonzero((truth >= least) & (table > 0))
    cells = put({"cell": chosen.tolist(), "likely": truth[chosen].tolist()})
    found = _columns(
        linker,
        "SELECT p.unique_id_l AS one, p.unique_id_r AS other, c.likely AS likely "
        f"FROM (SELECT unique_id_l, unique_id_r, {cell} AS cell FROM {levels.physical_name}) p "
        f"JOIN {cells} c ON p.cell = c.cell",
    )
    return found["one"].astype(np.int32), found["other"].astype(np.int32), found["likely"].astype(np.float64)


def rows_of(rows: Meeting, *, names: bool) -> dict[str, list[Any]]:
    """The columns of the table that Splink links; `names`: with the names themselves."""
    table: dict[str, list[Any]] = {
        "unique_id": list(range(len(rows.groups))),
        "year": rows.years.tolist(),
        "place": rows.places.tolist(),
        "meets": [list(g) for g in rows.groups],
    }
    return {**table, "name": list(rows.prepared.names)} if names else table


def settings(*, name_level: str, shared: str) -> SettingsCreator:
    """How pairs are made and compared. `name_level` and `shared` are SQL: the level of two names, the least group that
    two entries share.
    """
    from splink import SettingsCreator, block_on

    unknown = "{0}_l = 0 OR {0}_r = 0"
    years = "ABS(year_l - year_r)"
    births = {
        BIRTH["unknown"]: unknown.format("year"),
        BIRTH["other"]: f"{years} > 1",
        BIRTH["a year apart"]: f"{years} = 1",
    }
    places = {PLACE["unknown"]: unknown.format("place"), PLACE["other"]: "place_l <> place_r"}
    crowd = f"SUBSTR({shared}, 1, 2)"
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="unique_id",
        blocking_rules_to_generate_predictions=[block_on("meets", arrays_to_explode=["meets"])],
        comparisons=[
            _comparison("name", [f"{name_level} = {n}" for n in range(SHAPE[0] - 1, 0, -1)]),
            _comparison("birth", [births[n] for n in range(SHAPE[1] - 1, 0, -1)]),
            _comparison("place", [places[n] for n in range(SHAPE[2] - 1, 0, -1)]),
            _comparison("crowd", [f"{crowd} = '{n:02}'" for n in range(SHAPE[3] - 1, 0, -1)]),
        ],
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=True,
    )


def _comparison(name: str, conditions: Sequence[str]) -> dict[str, Any]:
    """Levels from the highest number down to 1, by their conditions; 0 is all others. Level n is given a weight of n
    bits, so that the weight of a pair, which Splink keeps, is its level.
    """
    numbers = range(len(conditions), -1, -1)
    levels = [
        {"sql_condition": c, "m_probability": 2.0 ** (n - BITS), "u_probability": 2.0**-BITS}
        for n, c in zip(numbers, [*conditions, "ELSE"], strict=True)
    ]
    return {"output_column_name": name, "comparison_levels": levels}


def _columns(linker: Linker, sql: str) -> dict[str, Any]:
    """The columns of an answer as arrays."""
    records = linker.misc.query_sql(sql, output_type="splink_df").as_dict()
    return {name: np.array(values) for name, values in records.items()}

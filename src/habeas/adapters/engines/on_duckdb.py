"""Splink on DuckDB: one machine, all its cores, and a disk where memory ends."""

from __future__ import annotations

from typing import Any

import numpy as np

from habeas.adapters.engines.levels import likely, quiet, rows_of, settings
from habeas.matching.duplicates import name_levels
from habeas.matching.meeting import Meeting, Table
from habeas.matching.prepared import Ints


def on_duckdb(rows: Meeting, *, least: float) -> tuple[Ints, Ints, Table]:
    """An `Engine`. The level of a pair of names is a function of DuckDB that asks Habeas, for many pairs at once."""
    import duckdb
    import pyarrow as pa
    from splink import DuckDBAPI, Linker

    with quiet(), duckdb.connect() as connection:

        def asked(one: Any, other: Any) -> Any:
            places = (np.asarray(side.to_numpy(), np.int32) for side in (one, other))
            return pa.array(name_levels(rows.prepared, *places), pa.int32())

        whole, number = duckdb.sqltypes.BIGINT, duckdb.sqltypes.INTEGER
        connection.create_function("habeas_name_level", asked, [whole, whole], number, type="arrow")
        api = DuckDBAPI(connection)
        linker = Linker(
            api.register(pa.table(rows_of(rows, names=False))),
            settings(
                name_level="habeas_name_level(unique_id_l, unique_id_r)",
                shared="LIST_MIN(LIST_INTERSECT(meets_l, meets_r))",
            ),
        )

        def put(columns: dict[str, Any]) -> str:
            return str(api.register(pa.table(columns)).physical_name)

        return likely(linker, least=least, put=put)

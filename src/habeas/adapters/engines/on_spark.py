"""Splink on Spark: the pairs are made, compared and counted on a cluster. Needs Java, and Habeas on every worker.

The session is the one that runs (as under `spark-submit`), else one of this machine. The names are made ready and their
groups found on the machine that asks; what grows with the pairs is Spark's.
"""

from __future__ import annotations

import os
import shutil
import sys
from typing import Any

from habeas.adapters.engines.faults import NotInstalled
from habeas.adapters.engines.levels import likely, quiet, rows_of, settings
from habeas.matching.duplicates import name_levels_of
from habeas.matching.meeting import Meeting, Table
from habeas.matching.prepared import Ints


def on_spark(rows: Meeting, *, least: float) -> tuple[Ints, Ints, Table]:
    """An `Engine`. The level of a pair of names is a function of Spark that asks Habeas on the worker."""
    import pyarrow as pa
    from pyspark.sql.functions import ArrowUDFType, arrow_udf
    from splink import Linker
    from splink.backends.spark import SparkAPI

    session = _session()
    session.udf.register("habeas_name_level", arrow_udf(_asked, "int", ArrowUDFType.SCALAR))
    api = SparkAPI(spark_session=session, register_udfs_automatically=False, break_lineage_method="persist")

    def put(columns: dict[str, Any]) -> str:
        return str(api.register(pa.table(columns)).physical_name)

    shared = "ARRAY_MIN(ARRAY_INTERSECT(meets_l, meets_r))"
    with quiet():
        table = api.register(pa.table(rows_of(rows, names=True)))
        linker = Linker(table, settings(name_level="habeas_name_level(name_l, name_r)", shared=shared))
        return likely(linker, least=least, put=put)


def _asked(one: Any, other: Any) -> Any:
    import pyarrow as pa

    return pa.array(name_levels_of(one.to_pylist(), other.to_pylist()), pa.int32())


def _session() -> Any:
    """The session that runs, else a new one of this machine. Raises `NotInstalled` where Java does not start."""
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    running = SparkSession.getActiveSession()
    if running is not None:
        return running
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise NotInstalled("Spark needs Java, which is not found here.", "Install Java 17, or set JAVA_HOME.")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # workers of this machine run the Python that has Habeas
    quiet_start = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.log.level": "ERROR"}
    made = SparkSession.builder.appName("habeas")
    for name, value in {**quiet_start, "spark.sql.shuffle.partitions": str(2 * (os.cpu_count() or 1))}.items():
        made = made.config(name, value)
    try:
        return made.getOrCreate()
    except (PySparkException, RuntimeError, OSError) as error:
        raise NotInstalled(f"Spark did not start: {error}.", "Check that Java 17 or later starts.") from error

"""Splink on a list of people, with settings of its own that suit such a list. Run by a Python that has `splink`.

    python splink_peer.py people.csv pairs.csv

In: CSV with id, one, two (the two longest words of the name in ASCII, by the alphabet), year, city. Out: the pairs with
a probability from 0.01 up; the seconds of work on standard output. Habeas is not imported here.
"""

from __future__ import annotations

import csv
import sys
import time

import pyarrow as pa
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on


def main(source: str, target: str) -> None:
    """Trains without labels, predicts, writes."""
    with open(source, encoding="utf-8", newline="") as file:  # noqa: PTH123
        rows = list(csv.DictReader(file))
    columns = {name: [row[name] or None for row in rows] for name in ("one", "two", "year", "city")}
    table = pa.table({"unique_id": [row["id"] for row in rows], **columns})
    begin = time.perf_counter()
    api = DuckDBAPI()
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("one", [0.92, 0.8]).configure(term_frequency_adjustments=True),
            cl.JaroWinklerAtThresholds("two", [0.92, 0.8]).configure(term_frequency_adjustments=True),
            cl.LevenshteinAtThresholds("year", 1),
            cl.JaroWinklerAtThresholds("city", [0.85]),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("one", "year"),
            block_on("two", "year"),
            block_on("one", "two"),
            block_on("substr(one, 1, 4)", "substr(two, 1, 4)", "city"),
            block_on("substr(one, 1, 3)", "substr(two, 1, 3)", "year"),
        ],
    )
    linker = Linker(api.register(table), settings)
    linker.training.estimate_probability_two_random_records_match([block_on("one", "two", "year", "city")], recall=0.2)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("one", "two"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("year", "city"))
    found = linker.inference.predict(threshold_match_probability=0.01)
    sql = f"COPY (SELECT unique_id_l, unique_id_r, match_probability FROM {found.physical_name}) TO '{target}' (HEADER)"
    api._con.execute(sql)
    print(f"{time.perf_counter() - begin:.1f}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])

"""The projection of a register in SQLite, in memory."""

from __future__ import annotations

import sqlite3

from habeas.figures import INDEXES, TABLES, rows
from habeas.register import Register


def database(register: Register) -> sqlite3.Connection:
    made = sqlite3.connect(":memory:")
    projected = rows(register)
    for table, columns in TABLES.items():
        made.execute(f"CREATE TABLE {table} ({', '.join(columns)})")
        for n, index in enumerate(INDEXES[table]):
            made.execute(f"CREATE INDEX {table}_{n} ON {table} ({', '.join(index)})")
        made.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})", projected[table])
    return made

"""The backend itself (Django looks for this module): Django's own for SQLite, on the driver that the journal mode asks
for.

After each connect the settings that durability hangs on are read back and must be what was asked: a pragma that
silently did nothing would lose acknowledged writes when the power goes.
"""

from __future__ import annotations

import datetime
import decimal
from functools import lru_cache
from types import ModuleType
from typing import Any

from django.db.backends.sqlite3 import base as stock
from django.db.backends.sqlite3._functions import register as register_functions
from django.utils.dateparse import parse_date, parse_datetime, parse_time

from habeas.desk.sqlite.drivers import JournalMode, UnsafeSQLite, driver_for

_FULL = 2


@lru_cache(maxsize=2)
def _cursor_class(driver: ModuleType) -> type[Any]:
    """Django's cursor (which turns `%s` into `?`) on the driver's own cursor class; types registered once."""
    if driver is stock.Database:
        return stock.SQLiteCursorWrapper
    driver.register_converter("bool", b"1".__eq__)
    for name, read in {
        "date": parse_date,
        "time": parse_time,
        "datetime": parse_datetime,
        "timestamp": parse_datetime,
    }.items():
        driver.register_converter(name, stock.decoder(read))
    driver.register_adapter(decimal.Decimal, str)
    driver.register_adapter(datetime.date, stock.adapt_date)
    driver.register_adapter(datetime.datetime, stock.adapt_datetime)

    class Cursor(driver.Cursor):  # type: ignore[name-defined,misc]
        convert_query = stock.SQLiteCursorWrapper.convert_query

        def execute(self, query: str, params: Any = None) -> Any:
            if params is None:
                return super().execute(query)
            names = list(params) if isinstance(params, dict) else None
            return super().execute(self.convert_query(query, param_names=names), params)

        def executemany(self, query: str, rows: Any) -> Any:
            return super().executemany(self.convert_query(query), rows)

    return Cursor


class DatabaseWrapper(stock.DatabaseWrapper):
    """One connection to a register. OPTIONS: `journal` (wal or delete) beside Django's own."""

    def __init__(self, settings_dict: dict[str, Any], alias: str = "default") -> None:
        super().__init__(settings_dict, alias)
        self.journal: JournalMode = settings_dict["OPTIONS"]["journal"]
        self.Database = driver_for(self.journal)

    def get_connection_params(self) -> dict[str, Any]:
        params = super().get_connection_params()
        del params["journal"]
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = self.Database.connect(**conn_params)
        register_functions(connection)
        for pragma in (
            "foreign_keys = ON", "legacy_alter_table = OFF", f"journal_mode = {self.journal}", "synchronous = FULL",
            "secure_delete = ON",  # what was erased must not lie in free pages
        ):  # fmt: skip
            connection.execute(f"PRAGMA {pragma}")
        self._assert_durable(connection)
        return connection

    def create_cursor(self, name: str | None = None) -> Any:
        return self.connection.cursor(factory=_cursor_class(self.Database))

    def _assert_durable(self, connection: Any) -> None:
        read = {
            p: connection.execute(f"PRAGMA {p}").fetchone()[0] for p in ("journal_mode", "synchronous", "foreign_keys")
        }
        wanted = {"journal_mode": self.journal, "synchronous": _FULL, "foreign_keys": 1}
        if read != wanted:
            connection.close()
            raise UnsafeSQLite(
                f"SQLite runs with {read}, not {wanted}: a write could be lost.",
                "Keep the workspace on a local disk, not on a network share.",
            )
